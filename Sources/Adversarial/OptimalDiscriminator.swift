private import Foundation

/// The discriminator that no other betters, given what both kinds of points are drawn from and
/// the targets (§4.2): D* = (a p_data + b p_model) / (p_data + p_model).
struct OptimalDiscriminator: Sendable, Equatable {
  /// a, what D should say of real data.
  let realTarget: Double
  /// b, what D should say of samples.
  let fakeTarget: Double

  init(realTarget: Double, fakeTarget: Double) {
    self.realTarget = realTarget
    self.fakeTarget = fakeTarget
  }

  init(_ settings: Settings) {
    self.init(
      realTarget: Double(Knob.realTarget.value(in: settings)),
      fakeTarget: Double(Knob.fakeTarget.value(in: settings)))
  }

  /// D* from the two densities (or the two shares of one cell); not a number where both are 0.
  func callAsFunction(data: Double, model: Double) -> Double {
    (realTarget * data + fakeTarget * model) / (data + model)
  }

  /// D* from ln p_data − ln p_model, of densities too small for a quotient too.
  func callAsFunction(logRatio: Double) -> Double {
    fakeTarget + (realTarget - fakeTarget) / (1 + exp(-logRatio))
  }

  /// (a + b)/2: D* wherever the model's density is the data's.
  var atEquilibrium: Double { (realTarget + fakeTarget) / 2 }
}
