import Plotting

/// Which marks are on the plane, in the words of its border: the longest that fit.
struct PlaneLegend {
  let run: RunState
  let marks: Scatter.Marks
  let glyphs: Glyphs
  /// The largest pull in view.
  var pull: Float?
  /// What D says along the line where it is undecided.
  var middle = "½"

  /// - Parameter columns: the cells that there are.
  func line(columns: Int) -> Line {
    switch run.view {
    case .density: return DensityShades.legend(glyphs, columns: columns)
    case .costs: return CostCells.legend(glyphs, columns: columns)
    default: break
    }
    let (long, brief) = (entries(short: false, both: true), entries(short: false, both: false))
    let tries = [
      joined([long] + line(" D = \(middle)"), by: "  "),
      joined([long] + line(" \(middle)"), by: "  "), long,
      brief, entries(short: true, both: false), bare,
    ]
    return tries.first { $0.width <= columns } ?? Line()
  }

  private func isOn(_ layer: PlaneLayer) -> Bool {
    guard run.plane.layers.contains(layer) else { return false }
    switch layer {
    case .real: return run.view == .overlay || run.view == .split
    case .generated: return run.view == .overlay || run.view == .split || run.view == .generated
    default: return true
    }
  }

  private func entries(short: Bool, both: Bool) -> Line {
    var entries: [Line] = []
    if isOn(.real) { entries.append(points("real", .real)) }
    if isOn(.generated) { entries.append(points(short ? "gen." : "generated", .generated)) }
    if both, run.view == .overlay, isOn(.real), isOn(.generated) {
      entries.append(points("both", .both))
    }
    if isOn(.manifold) { entries.append(manifold + Line(short ? " G" : " manifold", .faint)) }
    if isOn(.model) { entries.append(model + Line(" p model", .faint)) }
    if isOn(.trails) { entries.append(trail + Line(short ? " trail" : " trails", .faint)) }
    if isOn(.arrows) { entries.append(arrow + Line(short ? "" : " −∂J_G/∂x", .faint) + size) }
    return joined(entries, by: "  ")
  }

  /// The line where D is undecided; none where there is no such line.
  private func line(_ words: String) -> [Line] {
    guard isOn(.contour), run.view != .optimum, run.view != .difference else { return [] }
    return [sign(PlaneLines.middleLetter, PlaneLines.middleLook, 0x12) + Line(words, .faint)]
  }

  /// Marks alone.
  private var bare: Line {
    var entries: [Line] = []
    if isOn(.real) { entries.append(Line(mark(.real), .real, .bold)) }
    if isOn(.generated) { entries.append(Line(mark(.generated), .generated, .bold)) }
    return joined(entries + line("") + lines(.manifold, .model, .trails, .arrows), by: " ")
  }

  /// The marks of the generator's lines, for a border that has other words at the top.
  var ofLines: Line { joined(lines(.manifold, .model, .trails, .arrows), by: "  ") }

  private func lines(_ layers: PlaneLayer...) -> [Line] {
    layers.filter(isOn).map { layer in
      switch layer {
      case .manifold: manifold
      case .model: model
      case .trails: trail
      default: arrow + size
      }
    }
  }

  /// How strong the longest arrow is.
  private var size: Line {
    guard let pull, pull > 0 else { return Line() }
    return Line(" " + Number.fitted(Double(pull), width: 6, places: 4), .faint)
  }

  private func joined(_ entries: [Line], by gap: String) -> Line {
    entries.filter { $0.width > 0 }.enumerated().reduce(Line()) {
      $0 + Line($1.offset == 0 ? "" : gap) + $1.element
    }
  }

  private func mark(_ ink: Ink) -> String {
    String(marks == .letters ? Scatter.letter(of: ink) : glyphs.dot)
  }

  private func points(_ word: String, _ ink: Ink) -> Line {
    Line("\(mark(ink)) ", ink, .bold) + Line(word, .faint)
  }

  private func sign(_ letter: Unicode.Scalar, _ look: PlaneSketch.Look, _ dots: UInt8) -> Line {
    Line(String(glyphs.hasBraille ? Dots.braille(dots) : letter), look.ink, look.attributes)
  }

  private var manifold: Line { sign(PlaneSketch.manifoldLetter, PlaneSketch.manifoldLook, 0xD2) }
  private var model: Line { sign(PlaneLines.modelLetter, PlaneLines.modelLook, 0x8E) }
  private var trail: Line { sign(PlaneSketch.trailLetter, PlaneSketch.trailLook, 0x24) }
  private var arrow: Line { Line(String(glyphs.arrows[0]), .normal, .bold) }
}
