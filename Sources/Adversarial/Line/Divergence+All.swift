import Engine
private import Foundation

extension Divergence {
  /// KL(data‖model) = E_data log(p_data / p_model): maximum likelihood (§2.1).
  public static let kl = Divergence(
    name: "kl", title: "KL(data‖model)",
    integrand: { data, model in data.exp() * (data - model) },
    onData: { $0 }, onModel: { ($0 - 1).exp() }, logRatio: { $0 - 1 })

  /// KL(model‖data): what figure 14 sets against it.
  public static let reverseKL = Divergence(
    name: "reverseKL", title: "KL(model‖data)",
    integrand: { data, model in model.exp() * (model - data) },
    onData: { -(-$0).exp() }, onModel: { $0 - 1 }, logRatio: { $0 })

  /// JS = ½ KL(data‖½(data+model)) + ½ KL(model‖½(data+model)). The variational form is the GAN's
  /// own: it comes to 2 JS.
  public static let js = Divergence(
    name: "js", title: "JS",
    integrand: { data, model in
      let ln2 = Float(log(2.0))
      let ofData = data.exp() * (ln2 - (model - data).softplus())
      let ofModel = model.exp() * (ln2 - (data - model).softplus())
      return (ofData + ofModel) * 0.5
    },
    onData: { Float(log(2.0)) - (-$0).softplus() }, onModel: { $0.softplus() - Float(log(2.0)) },
    logRatio: { $0 })

  /// Pearson's χ²(data‖model) = ∫ (p_data − p_model)² / p_model.
  public static let pearson = Divergence(
    name: "pearson", title: "Pearson χ²",
    integrand: { data, model in (data * 2 - model).exp() - data.exp() * 2 + model.exp() },
    onData: { $0 }, onModel: { $0.squared() * 0.25 + $0 },
    logRatio: { log(max(1e-12, 1 + $0 / 2)) })

  /// The squared Hellinger distance ∫ (√p_data − √p_model)².
  public static let hellinger = Divergence(
    name: "hellinger", title: "Hellinger²",
    integrand: { data, model in ((data * 0.5).exp() - (model * 0.5).exp()).squared() },
    onData: { 1 - (-$0).exp() }, onModel: { $0.exp() - 1 }, logRatio: { 2 * $0 })
}
