import Adversarial
import Experiments
import Foundation
import Notebook
import Plotting

@testable import Workbench

/// A notebook with one page, and moments of a run made of closed forms, not of training.
enum Fixture {
  static let page = Experiment.modeCollapse

  static var settings: Settings { Settings(page.hyperparameters) }

  static var library: PresetLibrary {
    let titles = [
      ("paper", "ReLU, radius 2"), ("tanh", "why can't I reproduce it?"), ("laptop", "std 0.1"),
    ]
    return PresetLibrary(
      presets: titles.map { name, title in
        Preset(
          name: "mode-collapse-\(name)", page: page.name, title: title,
          note: "The ring of Metz et al., as published.", seed: 1, steps: 25_000,
          settings: settings)
      })
  }

  static func bench(
    _ columns: Int = 120, _ rows: Int = 40, charset: Workbench.Charset = .braille,
    hasColour: Bool = true
  ) -> Workbench {
    var bench = Workbench(
      pages: [page], library: library, charset: charset, hasColour: hasColour)
    _ = bench.update(.resized(columns: columns, rows: rows))
    return bench
  }

  /// A twin on the run page: two games, or more, that differ in the steps that G looks ahead.
  static func twin(
    _ columns: Int = 120, _ rows: Int = 40, of count: Int = 2,
    charset: Workbench.Charset = .braille, hasColour: Bool = true
  ) -> Workbench {
    let preset = twinPreset(of: count)
    var bench = Workbench(
      pages: [page], library: PresetLibrary(presets: [preset]), charset: charset,
      hasColour: hasColour)
    _ = bench.update(.resized(columns: columns, rows: rows))
    _ = bench.update(.key(.enter))
    _ = bench.update(.tick(seconds: 0))
    _ = bench.update(.report(.moment(moment(of: preset, step: 5_714))))
    _ = bench.update(.tick(seconds: 1))
    _ = bench.update(.report(.moment(moment(of: preset, step: 6_120))))
    return bench
  }

  static func twinPreset(of count: Int) -> Preset {
    var preset = library.presets[0]
    preset.twins = (0..<count).map { index in
      var settings = settings
      try? settings.set("unrollSteps", to: .number(Double(index * 5)))
      return Preset.Column(
        title: index == 0 ? "no look ahead" : "\(index * 5) steps", settings: settings)
    }
    return preset
  }

  /// A moment of a preset's columns.
  static func moment(of preset: Preset, step: Int, time: Moment.Time? = nil) -> Moment {
    var moment = moment(step: step, time: time)
    let game = moment.columns[0]
    moment.columns = preset.columns.enumerated().map { index, column in
      var own = game
      own.title = column.title
      own.settings = column.settings
      own.measures[2] = Measurement(
        "modesReached", title: "reached", value: Double(1 + index), ofReal: 8,
        format: .count(of: 8))
      own.curves[0] += Float(index)
      return own
    }
    return moment
  }

  /// A bench on the run page, with a moment of step 6,120.
  static func running(
    _ columns: Int = 120, _ rows: Int = 40, charset: Workbench.Charset = .braille,
    hasColour: Bool = true
  ) -> Workbench {
    var bench = bench(columns, rows, charset: charset, hasColour: hasColour)
    _ = bench.update(.key(.enter))
    _ = bench.update(.tick(seconds: 0))
    _ = bench.update(.report(.moment(moment(step: 5_714))))
    _ = bench.update(.tick(seconds: 1))
    _ = bench.update(.report(.moment(moment(step: 6_120))))
    return bench
  }

  static let curves = [
    Curve("discriminatorCost", title: "J_D", reference: .init(0.693, title: "ln 2")),
    Curve("generatorCost", title: "J_G", reference: .init(-0.693, title: "equilibrium")),
    Curve("realProbability", title: "D(x)", reference: .init(0.5, title: "½")),
    Curve("generatedProbability", title: "D(G(z))", reference: .init(0.5, title: "½")),
    Curve("discriminatorGradientNorm", title: "‖∇J_D‖"),
    Curve("generatorGradientNorm", title: "‖∇J_G‖"),
  ]

  static func moment(
    step: Int, status: RunStatus = .training, settings: Settings = settings, seed: UInt64 = 1,
    field: (columns: Int, rows: Int) = (68, 34), time: Moment.Time? = nil, id: String? = nil
  ) -> Moment {
    let thousands = Float(step) / 1_000
    let live = time?.live ?? step
    return Moment(
      step: step, status: status, seed: seed, steps: 25_000, kernel: "portable",
      columns: [
        .init(
          settings: settings, curveList: curves, curves: values(at: thousands), measures: measures,
          picture: picture(field), history: history(to: live))
      ],
      time: time ?? .init(live: step), id: id)
  }

  static let measures = [
    Measurement("modesCaptured", title: "captured", value: 0, ofReal: 8, format: .count(of: 8)),
    Measurement("modesStrict", title: "strict", value: 0, ofReal: 8, format: .count(of: 8)),
    Measurement("modesReached", title: "reached", value: 1, ofReal: 8, format: .count(of: 8)),
    Measurement("highQuality", title: "quality", value: 0.012, ofReal: 0.989, format: .percent),
    Measurement("modeTV", title: "mode TV", value: 0.994, ofReal: 0.021, format: .number),
    Measurement("reverseKL", title: "reverse KL", value: .nan, ofReal: 0.001, format: .number),
  ]

  private static func values(at time: Float) -> [Float] {
    let wave = sin(time * 3)
    return [
      0.45 + 0.1 * wave, -0.45 - 0.1 * wave, 0.85 + 0.05 * wave, 0.2 - 0.1 * wave, 1.4 + wave,
      0.08 + 0.04 * wave,
    ]
  }

  private static func history(to step: Int) -> History {
    var history = History(series: 12)
    for past in stride(from: 0, through: step, by: 8) {
      let reached: Float = past / 700 % 3 == 1 ? 2 : 1
      history.record(
        step: past, values(at: Float(past) / 1_000) + [0, 0, reached, 0.01, 0.99, .nan])
    }
    return history
  }

  /// Eight modes on a ring, one blob between two of them, and a field that is brown there.
  private static func picture(_ size: (columns: Int, rows: Int)) -> Picture {
    let real = (0..<512).map { index -> SIMD2<Float> in
      let mode = Float(index % 8) / 8 * 2 * .pi
      let turn = Float(index) * 2.4
      let reach = 0.03 * Float(index / 8 % 4) / 4
      return SIMD2(2 * cos(mode) + reach * cos(turn), 2 * sin(mode) + reach * sin(turn))
    }
    let generated = (0..<512).map { index -> SIMD2<Float> in
      let turn = Float(index) * 2.4
      let reach = 0.35 * Float(index % 16) / 16
      return SIMD2(1.5 + reach * cos(turn), -1.35 + reach * sin(turn))
    }
    var values: [Float] = []
    for row in 0..<size.rows {
      for column in 0..<size.columns {
        let x = (Float(column) + 0.5) / Float(size.columns) * 6 - 3
        let y = 3 - (Float(row) + 0.5) / Float(size.rows) * 6
        let distance = ((x - 1.5) * (x - 1.5) + (y + 1.35) * (y + 1.35)).squareRoot()
        values.append(distance / (distance + 1))
      }
    }
    return .plane(
      Plane(
        bounds: Bounds(x: -3...3, y: -3...3), real: real, generated: generated,
        field: Field(columns: size.columns, rows: size.rows, values: values)))
  }
}
