internal import Adversarial

// Writing a run down while it goes on.

extension Run {
  /// Begins to write the run down, from here on.
  public func attach(_ recorder: any Recorder) {
    self.recorder = recorder
    id = recorder.id
    noted = (-1, -1)
    for frame in keyframes.frames where frame.step < step {
      recorder.record(frame, columns.map { $0.history.upTo(frame.step) })
    }
    noteStanding()
    if recorder.flush(isMoving: false) { recorder.record(keyframe, histories) }
  }

  /// Puts on the disk how the run stands; to be called once or twice a second.
  public func flush() {
    guard let recorder else { return }
    noteStanding()
    if recorder.flush(isMoving: status == .training) { recorder.record(keyframe, histories) }
  }

  /// Leaves the run: the recording is complete, and others may go on with it.
  public func end() {
    guard let recorder else { return }
    noteStanding()
    if recorder.flush(isMoving: false) { recorder.record(keyframe, histories) }
    recorder.close()
    self.recorder = nil
  }

  /// Each column's curves and measures so far.
  var histories: [History] { columns.map(\.history) }

  /// A step is booked where measures were taken, and where the run stands still.
  func writeDown() {
    guard let recorder, step.isMultiple(of: Self.measureInterval) || status != .training else {
      return
    }
    recorder.record(
      step: step,
      columns.map { column in
        // Between two measurements there is nothing new to say, nor of a column that has stopped.
        let isFresh = column.measures.step == step
        return RecordedColumn(
          curveList: column.session.curveList,
          curves: column.session.step == step ? column.session.curves : [],
          measures: isFresh ? column.measures.values : [],
          survey: column.survey.flatMap { $0.step == step ? $0.value : nil })
      })
    noteStanding()
  }

  private func noteStanding() {
    guard noted != (step, commands.count) else { return }
    noted = (step, commands.count)
    recorder?.record(
      Standing(
        step: step, commandCount: commands.count, status: status, fingerprints: fingerprints))
  }
}
