internal import CKernels

/// Where a value lies while a tile runs.
struct Place: Equatable {
  /// The program's memory, or the scratch of the thread that runs the tile.
  var isScratch: Bool
  /// In floats.
  var offset: Int
  /// Floats between rows.
  var stride: Int
  /// Floats to move on for each row before the tile.
  var rowStep: Int
}

/// One kernel call, as plain data. `rows` of a call is 0 for the rows of the tile, or the number
/// of rows where a serial segment computes them all.
enum Instruction {
  case product(ProductCall)
  case dots(ProductCall)
  case chain(ChainCall)
  case random(RandomCall)
  case sumColumns(ReduceCall)
  case sumRows(ReduceCall)
  case largestColumns(ReduceCall)
  case reduce(WalkCall)
  case transpose(ReduceCall)
  case copy(WalkCall)
  case clear(Place, columns: Int, rows: Int)
  case reshape(ReduceCall, from: Layout)
  case unfold(PatchesCall)
  case fold(PatchesCall)
}

struct ProductCall {
  var first: Place
  /// Strides of A within a row of its layout: from matrix row to matrix row, and along the sum.
  var firstRow: Int
  var firstInner: Int
  var second: Place
  var secondRow: Int
  /// Only for inner products: the stride between columns of B.
  var secondColumn = 1
  var result: Place
  var resultRow: Int
  var initial: Place?
  var initialRow = 0
  /// From one row of the result's layout to the next.
  var initialStep = 0
  var columns: Int
  var inner: Int
  var rows: Int
  /// Matrix rows in each row of A's layout.
  var middle = 1
  /// Whether all matrix rows follow each other without padding.
  var isContiguous = false
  /// For a transposed first factor of several axes: images whose products are added up.
  var images = 1

  /// Whether one kernel call computes it.
  var isOneMatrix: Bool { images == 1 && (middle == 1 || isContiguous) }
}

struct ChainCall {
  var firstOperation: Int
  var operationCount: Int
  var firstOperand: Int
  var operandCount: Int
  var columns: Int
  var rows: Int
}

/// One memory operand of a chain.
struct ChainOperand {
  var place: Place
  var spread: Spread
}

struct RandomCall {
  var distribution: Distribution
  var stream: UInt32
  var result: Place
  var columns: Int
  var rows: Int
}

struct ReduceCall {
  var from: Place
  var sourceRows: Int
  var columns: Int
  var result: Place
  var rows: Int
}

/// A strided walk; the outermost extent of `outer` is the tile's rows unless `isFixed`.
struct WalkCall {
  var from: Place
  var fromOffset: Int
  var result: Place
  var resultOffset: Int
  var outer: ck_walk
  var inner: ck_walk
  var isFixed: Bool
  var isLargest: Bool
  var rows: Int
}

struct PatchesCall {
  var from: Place
  var result: Place
  var patches: ck_patches
  var rows: Int
}

extension ck_walk {
  /// Extents with strides of both sides. At most eight axes.
  init(_ extents: [Int], from: [Int], to: [Int]) {
    precondition(extents.count <= 8, "a walk of \(extents.count) axes")
    self.init()
    rank = Int32(extents.count)
    withUnsafeMutableBytes(of: &self.extents) { raw in
      let slots = raw.bindMemory(to: Int32.self)
      for (axis, extent) in extents.enumerated() { slots[axis] = Int32(extent) }
    }
    withUnsafeMutableBytes(of: &self.from) { raw in
      let slots = raw.bindMemory(to: Int.self)
      for (axis, stride) in from.enumerated() { slots[axis] = stride }
    }
    withUnsafeMutableBytes(of: &self.to) { raw in
      let slots = raw.bindMemory(to: Int.self)
      for (axis, stride) in to.enumerated() { slots[axis] = stride }
    }
  }
}

extension ck_patches {
  init(_ patches: Patches) {
    self.init(
      height: Int32(patches.height), width: Int32(patches.width),
      channels: Int32(patches.channels), kernel_height: Int32(patches.kernelHeight),
      kernel_width: Int32(patches.kernelWidth), stride: Int32(patches.stride),
      padding: Int32(patches.padding), out_height: Int32(patches.outHeight),
      out_width: Int32(patches.outWidth))
  }
}
