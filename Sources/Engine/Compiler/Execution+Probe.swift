extension Execution {
  /// A whole run on the caller's thread that tells of every instruction on every tile, when it
  /// has been done. The running loop itself knows nothing of this and pays nothing for it.
  func work(telling done: (_ instruction: Int) -> Void) {
    for phase in 0..<(code.phaseStarts.count - 1) {
      for task in code.phaseStarts[phase]..<code.phaseStarts[phase + 1] {
        let task = code.tasks[task]
        let segment = code.segments[task.segment]
        let first = segment.firstInstruction
        for index in first..<(first + segment.instructionCount) {
          run(index..<(index + 1), task, workspaces[0])
          done(index)
        }
      }
    }
  }
}
