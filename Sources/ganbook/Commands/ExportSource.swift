internal import Adversarial
internal import ArgumentParser
internal import Experiments
internal import Notebook
internal import Workbench

/// The run that is written about.
final class ExportSource {
  let run: Run
  /// The steps that it has, or will have.
  let length: Int
  private let origin: Report.Origin
  private var table = RunTable()

  /// - Throws: ``Failure`` where there is no such preset, or where it describes no game.
  init(_ name: String, lastStep: Int?, threads: Int) throws(Failure) {
    var (preset, page) = try Surroundings.preset(name, in: Surroundings.library())
    origin = Report.Origin(word: name, preset: preset)
    if let lastStep { preset.steps = lastStep }
    length = preset.steps
    do {
      run = try Run(experiment: page, preset: preset, threads: threads)
    } catch {
      throw Failure(.usage, error.description)
    }
  }

  /// Trains up to the last step and keeps the measured numbers. Ctrl-C ends the program: nothing
  /// is written then.
  func train() throws {
    let stop = StopSignal()
    var progress = ProgressLine(run: run, isTerminal: Console.isErrorTerminal)
    while run.step < length, run.advance() {
      if run.step.isMultiple(of: Run.measureInterval) { takeRow() }
      progress.update(run)
      if let code = stop.exitCode {
        progress.clear()
        throw ExitCode(code)
      }
    }
    progress.clear()
    run.measure()
    takeRow()
  }

  private func takeRow() { table.take(run.moment(fieldColumns: 0, fieldRows: 0)) }

  func report(steps: [Int]?) -> Report {
    Report(run, steps: steps, table: table, origin: origin)
  }
}
