import Adversarial
import Notebook
import Plotting

/// What the crosshair reads, in words and numbers that stand still.
struct PlaneReadout {
  private let run: RunState
  private let column: Int
  private let plane: Plane
  private let place: SIMD2<Double>

  /// Of one column; nil while the crosshair is closed, or nothing is there to be read.
  init?(run: RunState, column: Int) {
    guard let place = run.plane.crosshair, let columns = run.moment?.columns,
      columns.indices.contains(column), case .plane(let plane) = columns[column].picture
    else { return nil }
    self.run = run
    self.column = column
    self.plane = plane
    self.place = place
  }

  // MARK: In the border of a plane

  /// "x 1.213  y -0.441  D 0.123", or what fits of it: each column of a twin has its own D at the
  /// same place.
  func short(columns: Int) -> Line {
    let whole = coordinates + Line("  ") + discriminator
    return whole.width <= columns ? whole : discriminator
  }

  // MARK: Under the plane

  /// One or two lines of so many cells: what there is of the column that has the focus.
  func lines(columns: Int, rows: Int) -> [Line] {
    let first = [coordinates, discriminator, optimum, real, generated]
    guard rows >= 2 else { return [fitting(first, label: "at", columns: columns)] }
    return [
      fitting(first, label: "at", columns: columns),
      fitting(mode, label: "mode", columns: columns),
    ]
  }

  private func fitting(_ parts: [Line], label: String, columns: Int) -> Line {
    let name = run.isTwin ? "\(ColumnState.mark(column)) \(label)" : label
    return Line(fitting: parts, label: name, columns: columns)
  }

  private func value(_ name: String, _ value: Double?, width: Int, places: Int) -> Line {
    let isKnown = value?.isFinite ?? false
    let text =
      isKnown
      ? Number.fitted(value ?? 0, width: width, places: places) : Text.trailing("–", in: width)
    return Line(name + " ", .faint) + Line(text, .normal, .bold)
  }

  private var coordinates: Line {
    value("x", place.x, width: 6, places: 3) + Line("  ")
      + value("y", place.y, width: 6, places: 3)
  }

  private var discriminator: Line {
    // An output that is no probability is told as it is.
    let isScore = plane.answers != .probability
    let field = isScore ? plane.scores ?? plane.field : plane.field
    return value("D", plane.value(of: field, at: place), width: isScore ? 6 : 5, places: 3)
  }

  private var optimum: Line {
    value("D*", fresh.map { Double($0.optimum) }, width: 5, places: 3)
  }

  private var real: Line {
    value("p data", fresh?.realDensity, width: 6, places: 3)
  }

  private var generated: Line {
    value("p model", fresh?.generatedDensity, width: 6, places: 3)
  }

  private var mode: [Line] {
    guard let mode = fresh?.mode else { return [Line("…", .faint)] }
    let centre = "(\(Number.short(Double(mode.centre.x))), \(Number.short(Double(mode.centre.y))))"
    let share = Number.fitted(100 * mode.share, width: 5, places: 1)
    return [
      Line("\(mode.index + 1)", .normal, .bold) + Line(" of \(mode.count) is nearest", .faint),
      Line(share + " %", .normal, .bold) + Line(" of the samples reach it", .faint),
      Line("at \(centre)", .faint), value("away", Double(mode.distance), width: 5, places: 2),
    ]
  }

  /// The reading, where it is already one of this place.
  private var fresh: PlaneReading? {
    guard let reading = plane.reading, plane.field.columns > 0, plane.field.rows > 0 else {
      return nil
    }
    let (width, height) = plane.window.extent
    let apart = SIMD2<Double>(reading.place) - place
    // A little more than half a cell, as numbers are rounded on the way.
    let isNear =
      abs(apart.x) <= 0.51 * width / Double(plane.field.columns)
      && abs(apart.y) <= 0.51 * height / Double(plane.field.rows)
    return isNear ? reading : nil
  }
}

extension Plane {
  /// A field's value at a point; nil where the field does not reach.
  func value(of field: Field, at point: SIMD2<Double>) -> Double? {
    let (x, y) = (window.horizontal, window.vertical)
    let (width, height) = window.extent
    guard field.columns > 0, field.rows > 0, x.contains(point.x), y.contains(point.y), width > 0,
      height > 0
    else { return nil }
    let column = Int((point.x - x.lowerBound) / width * Double(field.columns))
    let row = Int((y.upperBound - point.y) / height * Double(field.rows))
    let place = min(row, field.rows - 1) * field.columns + min(column, field.columns - 1)
    return Double(field.values[place])
  }
}

extension Line {
  /// A row under the plane: its name, and as many parts, from the first on, as fit.
  init(fitting parts: [Line], label: String, columns: Int) {
    self.init(" " + Text.leading(label, in: 8), .faint)
    for (index, part) in parts.enumerated() {
      let next = self + Line(index == 0 ? "" : columns < 100 ? "  " : "   ") + part
      guard next.width < columns || index == 0 else { break }
      self = next
    }
  }
}
