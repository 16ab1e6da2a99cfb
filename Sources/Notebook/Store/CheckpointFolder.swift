private import Foundation

/// The folder `checkpoints` of a run: the first, the newest, and between them at most so many at
/// equal distances; when there are more, every second goes and the distance doubles.
///
/// All that lies between is exact re-execution, so how many there are is a matter of speed alone.
struct CheckpointFolder {
  static let name = "checkpoints"
  private static let most = 64
  /// Bytes that a run's checkpoints may take: big nets keep fewer.
  private static let budget = 256 << 20

  private let path: String
  private var steps: [Int]
  /// Steps between two that are kept.
  private var spacing: Int

  init(run: String, spacing: Int = 400) {
    path = run + "/" + Self.name
    self.spacing = spacing
    steps = Self.steps(in: run)
    while regular.count > Self.most { self.spacing *= 2 }
  }

  /// The steps that a run's folder has checkpoints of, ascending.
  static func steps(in run: String) -> [Int] {
    Disk.names(in: run + "/" + name).compactMap(CheckpointFile.step).sorted()
  }

  /// Whether a checkpoint of this step is one of those to keep.
  func wants(_ step: Int) -> Bool {
    (steps.isEmpty || step.isMultiple(of: spacing)) && !steps.contains(step)
  }

  /// Writes a checkpoint, in place of one of the same step, and then lets go of those that have
  /// become too many.
  mutating func write(_ file: CheckpointFile) throws(StoreError) {
    let step = file.keyframe.step
    let data = file.safetensors.data
    try Disk.write(data, to: path + "/" + CheckpointFile.name(step: step))
    steps = (steps.filter { $0 != step } + [step]).sorted()
    let most = min(Self.most, max(2, Self.budget / max(1, data.count)))
    while regular.count > most { spacing *= 2 }
    for old in steps where old != step && old != steps.first && !old.isMultiple(of: spacing) {
      try? FileManager.default.removeItem(atPath: path + "/" + CheckpointFile.name(step: old))
      steps.removeAll { $0 == old }
    }
  }

  private var regular: [Int] { steps.filter { $0.isMultiple(of: spacing) } }
}
