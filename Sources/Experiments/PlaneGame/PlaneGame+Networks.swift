import Adversarial

// The two networks that settings describe.

extension PlaneGame {
  /// Real points among which a discriminator that looks at whole batches is asked about a single
  /// one.
  static let companyRows = 64

  static func generator(_ settings: Settings, _ labels: Labels) -> Network {
    let noise = settings.integer("noiseDimension")
    let kind = Normalized.Kind(rawValue: settings.choice("generatorNorm"))
    let told: [any Layer] = labels.isTold ? [RowLabels(labels, inputs: noise)] : []
    let layers = hidden(
      settings, from: noise + (labels.isTold ? labels.count : 0),
      layers: settings.integer("generatorLayers"),
      width: settings.integer("generatorWidth"), norm: kind)
    let last = Dense(settings.integer("generatorWidth"), 2, initializer(settings))
    let needsReference = kind == .reference || kind == .virtual
    return Network(
      told + layers + [last],
      company: needsReference
        ? .noise(rows: settings.integer("referenceRows"), columns: noise) : nil)
  }

  static func discriminator(
    _ settings: Settings, _ data: any Dataset, _ labels: Labels
  ) -> Network {
    let width = settings.integer("discriminatorWidth")
    let packing = settings.integer("packing")
    let isSpectral = settings.choice("discriminatorNorm") == "spectral"
    let kind = Normalized.Kind(rawValue: settings.choice("discriminatorNorm"))
    var parts: [any Layer] = []
    let scale = Float(settings.number("inputScale"))
    let columns = labels.use == .conditional ? 2 + labels.count : 2
    if labels.use == .conditional, let modes = data.modes {
      parts.append(PointLabels(labels, of: modes))
    }
    if scale != 1 { parts.append(Scale(scale, columns: 2)) }
    if packing > 1 { parts.append(Packing(packing)) }
    parts += hidden(
      settings, from: columns * packing, layers: settings.integer("discriminatorLayers"),
      width: width,
      norm: kind, isSpectral: isSpectral)
    let features = minibatchFeatures(
      settings, width: width, rows: settings.integer("batch") / packing)
    parts += features.layers
    func last(_ outputs: Int) -> any Layer {
      dense(width + features.count, outputs, initializer(settings), isSpectral: isSpectral)
    }
    let looksAtBatch = packing > 1 || kind != nil || features.count > 0
    let company: Company? = looksAtBatch ? .data(data, rows: companyRows) : nil
    guard labels.use != .nPlusOne else {
      return Network(
        parts + [last(labels.count), AnyClass()], company: company, branch: SameRows())
    }
    return Network(
      parts + [last(1)], company: company, branch: labels.areFoundOut ? last(labels.count) : nil)
  }

  /// What D is told of the rest of its batch, and by how many numbers.
  private static func minibatchFeatures(
    _ settings: Settings, width: Int, rows: Int
  ) -> (layers: [any Layer], count: Int) {
    switch settings.choice("minibatchFeatures") {
    case "none": return ([], 0)
    case "deviation": return ([MinibatchDeviation()], 1)
    case "discrimination":
      let (kernels, depth) = (8, 2)
      let layer = MinibatchDiscrimination(
        features: width, kernels: kernels, depth: depth, batch: rows, .normal(deviation: 0.3))
      return ([layer], kernels)
    case let name: preconditionFailure("'\(name)' is no minibatch feature")
    }
  }

  /// The hidden layers: dense, normalized where a kind is given, and the activation.
  private static func hidden(
    _ settings: Settings, from inputs: Int, layers: Int, width: Int, norm: Normalized.Kind?,
    isSpectral: Bool = false
  ) -> [any Layer] {
    let initial = initializer(settings)
    let name = settings.choice("activation")
    var parts: [any Layer] = []
    var size = inputs
    for _ in 0..<layers {
      let units = name == "maxout" ? 5 * width : width
      parts.append(dense(size, units, initial, isSpectral: isSpectral))
      if let norm { parts.append(Normalized(units, norm)) }
      if name == "maxout" {
        parts.append(Maxout(pieces: 5))
      } else {
        parts.append(activation(name))
      }
      size = width
    }
    return parts
  }

  private static func dense(
    _ inputs: Int, _ outputs: Int, _ initial: Initializer, isSpectral: Bool
  ) -> any Layer {
    if isSpectral {
      SpectralDense(inputs, outputs, initial)
    } else {
      Dense(inputs, outputs, initial)
    }
  }

  private static func activation(_ name: String) -> Activation {
    guard let activation = Activation(rawValue: name) else {
      preconditionFailure("'\(name)' is none of \(Activation.allCases.map(\.rawValue))")
    }
    return activation
  }

  private static func initializer(_ settings: Settings) -> Initializer {
    let gain = Float(settings.number("gain"))
    switch settings.choice("initialValues") {
    case "he": return .he
    case "normal": return .normal(deviation: gain)
    case "uniform": return .uniform
    case "orthogonal": return .orthogonal(gain: gain)
    case let name: preconditionFailure("'\(name)' is no way to start the weights")
    }
  }
}
