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

  private let run: Folder
  private var steps: [Int]
  /// Steps between two that are kept.
  private var spacing: Int

  /// - Throws: ``StoreError`` where something else lies in its place.
  init(run: Folder, spacing: Int = 400) throws(StoreError) {
    self.run = run
    self.spacing = spacing
    steps = try Self.steps(in: run)
    while regular.count > Self.most { self.spacing *= 2 }
  }

  /// The steps that a run's folder has checkpoints of, ascending; none where there is no folder.
  /// - Throws: ``StoreError`` where something else lies in its place.
  static func steps(in run: Folder) throws(StoreError) -> [Int] {
    do {
      return try run.folder(name).names.compactMap(CheckpointFile.step).sorted()
    } catch  where error.kind == .missing {
      return []
    }
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
    let folder = try run.folder(Self.name)
    // One that a power cut takes costs time and nothing else: training does not wait for its name.
    try folder.write(data, to: CheckpointFile.name(step: step), syncs: false)
    steps = (steps.filter { $0 != step } + [step]).sorted()
    let most = min(Self.most, max(2, Self.budget / max(1, data.count)))
    while regular.count > most { spacing *= 2 }
    for old in steps where old != step && old != steps.first && !old.isMultiple(of: spacing) {
      folder.remove(CheckpointFile.name(step: old))
      steps.removeAll { $0 == old }
    }
  }

  private var regular: [Int] { steps.filter { $0.isMultiple(of: spacing) } }
}
