public import Engine

/// Cross-correlation of channel-last images [n, height, width, channels] with a kernel
/// [kernelHeight·kernelWidth·channels, outputs], zeros around the images.
///
/// - Returns: [n, outHeight, outWidth, outputs].
public func convolution(_ images: Tensor, _ kernel: Tensor, _ patches: Patches) -> Tensor {
  images.unfolded(patches).product(kernel)
    .reshaped([images.shape[0], patches.outHeight, patches.outWidth, kernel.shape[1]])
}

/// The adjoint of ``convolution(_:_:_:)`` in its images: from [n, outHeight, outWidth, outputs]
/// to [n, height, width, channels]. A stride of 2 doubles the sides.
public func transposedConvolution(
  _ images: Tensor, _ kernel: Tensor, _ patches: Patches
) -> Tensor {
  images.reshaped([images.shape[0], patches.positions, kernel.shape[1]])
    .product(kernel, transposingSecond: true).folded(patches)
}

/// A convolution that learns: kernel and a bias a channel.
public struct Convolution: Layer {
  let patches: Patches
  let outputs: Int
  let initial: Initializer

  public init(_ patches: Patches, outputs: Int, _ initial: Initializer) {
    self.patches = patches
    self.outputs = outputs
    self.initial = initial
  }

  public var parameters: [Parameter] {
    [
      Parameter("kernel", [patches.size, outputs], initial),
      Parameter("bias", [outputs], .zeros),
    ]
  }

  public func callAsFunction(_ batch: Tensor, _ parameters: [Tensor]) -> Tensor {
    convolution(batch, parameters[0], patches) + parameters[1]
  }
}

/// A transposed convolution that learns; `patches` describes the convolution that it turns
/// around: from its outputs back to its images.
public struct TransposedConvolution: Layer {
  let patches: Patches
  let inputs: Int
  let initial: Initializer
  let hasBias: Bool

  public init(_ patches: Patches, inputs: Int, _ initial: Initializer, hasBias: Bool = true) {
    self.patches = patches
    self.inputs = inputs
    self.initial = initial
    self.hasBias = hasBias
  }

  public var parameters: [Parameter] {
    let kernel = Parameter("kernel", [patches.size, inputs], initial)
    return hasBias ? [kernel, Parameter("bias", [patches.channels], .zeros)] : [kernel]
  }

  public func callAsFunction(_ batch: Tensor, _ parameters: [Tensor]) -> Tensor {
    let images = transposedConvolution(batch, parameters[0], patches)
    return hasBias ? images + parameters[1] : images
  }
}

/// Rows of another shape: [n, …] to [n, extents].
public struct Reshape: Layer {
  let extents: [Int]
  public init(_ extents: Int...) { self.extents = extents }
  public var parameters: [Parameter] { [] }
  public func callAsFunction(_ batch: Tensor, _ parameters: [Tensor]) -> Tensor {
    batch.reshaped(Shape([batch.shape[0]] + extents))
  }
}
