internal import CKernels

/// A compiled program as plain data: phases of segments of instructions.
struct Code {
  /// Instructions that run on one tile of rows after another.
  struct Segment {
    var firstInstruction: Int
    var instructionCount: Int
    var rows: Int
    var tileRows: Int
    var tiles: Int { (rows + tileRows - 1) / tileRows }
  }

  /// One tile of one segment: what a thread takes at a time.
  struct Task {
    var segment: Int
    var firstRow: Int
    var rows: Int
  }

  var instructions: ContiguousArray<Instruction> = []
  var operations: ContiguousArray<ck_micro> = []
  var operands: ContiguousArray<ChainOperand> = []
  var segments: ContiguousArray<Segment> = []
  var tasks: ContiguousArray<Task> = []
  /// Where each phase's tasks begin; one more for the end.
  var phaseStarts: ContiguousArray<Int> = [0]
  var copies: [(from: Int, to: Int, count: Int)] = []
  var memorySize = 0
  var scratchSize = 0

  /// The largest number of tasks between two joins: more threads than that find nothing to do.
  var widestPhase: Int {
    zip(phaseStarts, phaseStarts.dropFirst()).map { $1 - $0 }.max() ?? 0
  }
}
