import CKernels
import Testing

private let geometries = [
  ck_patches(4, 3, 2, kernel: (3, 2), stride: 2, padding: 1),
  ck_patches(8, 8, 3, kernel: (4, 4), stride: 2, padding: 1),
  ck_patches(5, 5, 1, kernel: (3, 3), stride: 1, padding: 0),
  ck_patches(3, 3, 2, kernel: (5, 5), stride: 1, padding: 2),
  ck_patches(6, 4, 8, kernel: (2, 2), stride: 2, padding: 0),
  ck_patches(4, 4, 1, kernel: (1, 1), stride: 3, padding: 0),
]

extension ck_patches {
  fileprivate init(
    _ height: Int32, _ width: Int32, _ channels: Int32, kernel: (Int32, Int32), stride: Int32,
    padding: Int32
  ) {
    self.init(
      height: height, width: width, channels: channels, kernel_height: kernel.0,
      kernel_width: kernel.1, stride: stride, padding: padding,
      out_height: (height + 2 * padding - kernel.0) / stride + 1,
      out_width: (width + 2 * padding - kernel.1) / stride + 1)
  }

  fileprivate var imageSize: Int { Int(height * width * channels) }
  fileprivate var patchSize: Int { Int(kernel_height * kernel_width * channels) }
  fileprivate var size: Int { Int(out_height * out_width) * patchSize }

  /// The pixel under an element of a patch, or nil outside the image.
  fileprivate func pixel(_ index: Int) -> Int? {
    let (position, element) = (index / patchSize, index % patchSize)
    let y = position / Int(out_width) * Int(stride) - Int(padding)
    let x = position % Int(out_width) * Int(stride) - Int(padding)
    let row = y + element / Int(kernel_width * channels)
    let column = x + element / Int(channels) % Int(kernel_width)
    guard row >= 0, row < Int(height), column >= 0, column < Int(width) else { return nil }
    return (row * Int(width) + column) * Int(channels) + element % Int(channels)
  }
}

@Suite struct PatchKernels {
  @Test func `unfolding takes the pixels under each window and zeros outside`() {
    for var patches in geometries {
      var numbers = Numbers(seed: 1)
      let images = numbers.floats(2 * (patches.imageSize + 3))
      var to = [Float](repeating: canary, count: 2 * (patches.size + 5))
      ck_unfold(&patches, images, patches.imageSize + 3, &to, patches.size + 5, 2)
      for image in 0..<2 {
        let expected = (0..<patches.size).map { index in
          patches.pixel(index).map { images[image * (patches.imageSize + 3) + $0] } ?? 0
        }
        #expect(Array(to[(image * (patches.size + 5))...].prefix(patches.size)) == expected)
      }
      #expect(to[patches.size].bitPattern == canary.bitPattern)
    }
  }

  @Test func `folding sums in order of kernel row, then column`() {
    for var patches in geometries {
      var numbers = Numbers(seed: 2)
      let values = numbers.floats(patches.size)
      var to = [Float](repeating: canary, count: patches.imageSize + 1)
      ck_fold(&patches, values, patches.size, &to, patches.imageSize, 1)
      var expected = [Float](repeating: 0, count: patches.imageSize)
      let channels = Int(patches.channels)
      for element in 0..<(patches.patchSize / channels) {
        for position in 0..<(patches.size / patches.patchSize) {
          for channel in 0..<channels {
            let index = position * patches.patchSize + element * channels + channel
            if let pixel = patches.pixel(index) { expected[pixel] += values[index] }
          }
        }
      }
      #expect(bits(to) == bits(expected + [canary]))
    }
  }
}
