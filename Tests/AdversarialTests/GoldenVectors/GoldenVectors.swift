import Adversarial
import Engine
import Foundation
import Testing

/// The engine against float64 references: every `*.json` of the folder that `GANBOOK_GOLDEN`
/// names, or of this target's own resources.
@Suite struct GoldenVectors {
  static var folder: URL {
    if let path = ProcessInfo.processInfo.environment["GANBOOK_GOLDEN"], !path.isEmpty {
      return URL(fileURLWithPath: path)
    }
    return Bundle.module.resourceURL?.appendingPathComponent("Golden")
      ?? URL(fileURLWithPath: "Golden")
  }

  @Test func `the folder holds vectors`() throws {
    #expect(try !GoldenVector.all(in: Self.folder).isEmpty)
  }

  @Test func `every vector agrees with the engine`() throws {
    for vector in try GoldenVector.all(in: Self.folder) {
      let golden = GoldenCase(vector)
      switch vector.kind {
      case "ganStep": try ganStep(golden)
      case "gradientPenalty": try gradientPenalty(golden)
      case "minibatchDiscrimination": try minibatch(golden)
      case "normalization": try normalization(golden)
      case "conv2d": try convolution(golden)
      case "categorical": try categorical(golden)
      default: Issue.record("\(vector.name): unknown kind '\(vector.kind)'")
      }
      golden.check()
    }
  }

  /// A dense network of the vectors: hidden layers with the activation, the last with none.
  static func network(
    _ golden: GoldenCase, _ parameters: [Tensor]
  ) throws -> Network {
    let name = try golden.vector.text("activation")
    guard let activation = Activation(rawValue: name) else {
      throw GoldenVector.Fault("unknown activation '\(name)'")
    }
    var layers: [any Layer] = []
    for index in stride(from: 0, to: parameters.count, by: 2) {
      let shape = parameters[index].shape
      layers.append(Dense(shape[0], shape[1], .zeros))
      if index + 2 < parameters.count { layers.append(activation) }
    }
    return Network(layers)
  }
}
