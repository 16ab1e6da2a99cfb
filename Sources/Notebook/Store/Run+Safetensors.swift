public import Adversarial
public import Foundation

extension Run {
  /// The numbers of a step as a file of the safetensors format, the same that a recording keeps.
  ///
  /// - Parameter past: clamped to 0 … the step that training has reached.
  /// - Throws: ``DesignError`` where the games of that time cannot be built any more.
  public func safetensors(at past: Int) throws(DesignError) -> Data {
    let there = past < step ? try fork(at: past) : self
    return CheckpointFile(there.keyframe, there.histories).safetensors.data
  }
}
