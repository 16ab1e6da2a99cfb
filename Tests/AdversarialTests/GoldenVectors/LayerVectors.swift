import Adversarial
import Engine

extension GoldenVectors {
  func gradientPenalty(_ golden: GoldenCase) throws {
    let parameters = try golden.inputs("discriminator")
    let judge = try Self.network(golden, parameters)
    let (x, y) = (try golden.input("x"), try golden.input("y"))
    let ground = Penalty.Ground(real: x, generated: y, mix: try golden.input("mix")) {
      judge($0, parameters)
    }
    let r1 = Penalty.r1.cost(ground) * (try golden.setting("gamma"))
    let wasserstein =
      Penalty.wassersteinGradient.cost(ground) * (try golden.setting("lambda"))
    try golden.expect("r1", equals: [r1])
    try golden.expect(
      "r1Gradient", equals: gradient(of: r1, for: parameters), secondOrder: true)
    try golden.expect("wganGP", equals: [wasserstein])
    try golden.expect(
      "wganGPGradient", equals: gradient(of: wasserstein, for: parameters), secondOrder: true)
  }

  func minibatch(_ golden: GoldenCase) throws {
    let (features, kernel) = (try golden.input("features"), try golden.input("T"))
    let bias = try golden.input("bias")
    let output = minibatchDiscrimination(features, kernel: kernel, bias: bias)
    let slopes = pullback(
      of: output, try golden.input("cotangent"), to: [features, kernel, bias])
    try golden.expect("output", equals: [output])
    try golden.expect("featuresGradient", equals: [slopes[0]])
    try golden.expect("TGradient", equals: [slopes[1]])
    try golden.expect("biasGradient", equals: [slopes[2]])
  }

  func normalization(_ golden: GoldenCase) throws {
    let (x, reference) = (try golden.input("x"), try golden.input("reference"))
    let (gamma, beta) = (try golden.input("gamma"), try golden.input("beta"))
    let cotangent = try golden.input("cotangent")
    let epsilon = Float(try golden.vector.number("settings", "epsilon"))
    let outputs = [
      ("batchNorm", Normalization.batch(x, gamma: gamma, beta: beta, epsilon: epsilon)),
      (
        "referenceBatchNorm",
        Normalization.reference(
          x, reference: reference, gamma: gamma, beta: beta, epsilon: epsilon)
      ),
      (
        "virtualBatchNorm",
        Normalization.virtual(
          x, reference: reference, gamma: gamma, beta: beta, epsilon: epsilon)
      ),
    ]
    for (name, output) in outputs {
      let slopes = pullback(of: output, cotangent, to: [x, reference, gamma, beta])
      try golden.expect(name, "output", equals: [output])
      try golden.expect(name, "xGradient", equals: [slopes[0]])
      try golden.expect(name, "referenceGradient", equals: [slopes[1]])
      try golden.expect(name, "gammaGradient", equals: [slopes[2]])
      try golden.expect(name, "betaGradient", equals: [slopes[3]])
    }
  }

  /// The vectors are channels-first (NCHW, OIHW); the engine's images are channels-last.
  func convolution(_ golden: GoldenCase) throws {
    let (x, kernel) = (try golden.input("x"), try golden.input("kernel"))
    let (cotangent, u) = (try golden.input("cotangent"), try golden.input("u"))
    let patches = Patches(
      height: x.shape[2], width: x.shape[3], channels: x.shape[1],
      kernelHeight: kernel.shape[2], kernelWidth: kernel.shape[3],
      stride: Int(try golden.vector.number("settings", "stride")),
      padding: Int(try golden.vector.number("settings", "padding")))
    func last(_ images: Tensor) -> Tensor { images.transposed([0, 2, 3, 1]) }
    func first(_ images: Tensor) -> Tensor { images.transposed([0, 3, 1, 2]) }
    let weights = kernel.transposed([2, 3, 1, 0]).reshaped([patches.size, kernel.shape[0]])
    let output = first(Adversarial.convolution(last(x), weights, patches))
    let slopes = pullback(of: output, cotangent, to: [x, kernel])
    let inner = gradient(of: output.tanh().sum(), for: [x])[0]
    let penalty = inner.squared().sum()
    let second = gradient(of: penalty, for: [x, kernel])
    try golden.expect("output", equals: [output])
    try golden.expect("xGradient", equals: [slopes[0]])
    try golden.expect("kernelGradient", equals: [slopes[1]])
    try golden.expect(
      "transposeOfU", equals: [first(transposedConvolution(last(u), weights, patches))])
    try golden.expect("penalty", equals: [penalty], secondOrder: true)
    try golden.expect("penaltyXGradient", equals: [second[0]], secondOrder: true)
    try golden.expect("penaltyKernelGradient", equals: [second[1]], secondOrder: true)
  }

  /// The (n+1)-class costs of semi-supervised GANs and the Gumbel softmax.
  func categorical(_ golden: GoldenCase) throws {
    let (labelled, unlabelled) = (try golden.input("labelled"), try golden.input("unlabelled"))
    let (fake, gumbel) = (try golden.input("fake"), try golden.input("gumbel"))
    let labels = try golden.vector.value("inputs", "labels").arrays[0].numbers.map { Int($0) }
    let supervised = Categorical.labelledCost(labelled, labels: labels)
    let unsupervised = Categorical.unlabelledCost(real: unlabelled, generated: fake)
    let slopes = gradient(of: unsupervised, for: [unlabelled, fake])
    let soft = Categorical.gumbelSoftmax(
      labelled, gumbel: gumbel, temperature: try golden.setting("temperature"))
    let softSlope = pullback(of: soft, try golden.input("cotangent"), to: [labelled])
    try golden.expect("labelledCost", equals: [supervised])
    try golden.expect("labelledGradient", equals: gradient(of: supervised, for: [labelled]))
    try golden.expect("unlabelledCost", equals: [unsupervised])
    try golden.expect("unlabelledGradient", equals: [slopes[0]])
    try golden.expect("fakeGradient", equals: [slopes[1]])
    try golden.expect("gumbelSoftmax", equals: [soft])
    try golden.expect("gumbelSoftmaxGradient", equals: softSlope)
  }
}
