internal import Adversarial
internal import ArgumentParser
internal import Experiments
internal import Foundation
internal import Notebook
internal import Workbench

/// The run that is written about: one that was recorded, or one of a preset that is trained first.
final class ExportSource {
  private(set) var run: Run
  /// The steps that it has, or will have.
  let length: Int
  private let origin: Report.Origin?
  /// The recorded run's name.
  private var id: String?
  private var table = RunTable()
  private var notes: [Report.Note]?

  /// - Parameters:
  ///   - name: of a preset, a preset file or a recorded run.
  ///   - lastStep: the step to end at, in place of its own.
  /// - Throws: ``Failure`` where there is none of that name, or where it can't be built.
  convenience init(
    _ name: String, lastStep: Int?, notebook: NotebookOption, threads: Int
  ) throws(Failure) {
    let library = Surroundings.library()
    if !library.presets.contains(where: { $0.name == name }), let store = try? notebook.store(),
      store.has(name)
    {
      try self.init(recorded: name, in: store, library, lastStep: lastStep, threads: threads)
    } else {
      try self.init(preset: name, in: library, lastStep: lastStep, threads: threads)
    }
  }

  private init(
    preset name: String, in library: PresetLibrary, lastStep: Int?, threads: Int
  ) throws(Failure) {
    var (preset, page) = try Surroundings.preset(name, in: library)
    origin = Report.Origin(word: name, preset: preset)
    if let lastStep { preset.steps = lastStep }
    length = preset.steps
    do {
      run = try Run(experiment: page, preset: preset, threads: threads)
    } catch {
      throw Failure(.usage, error.description)
    }
  }

  private init(
    recorded id: String, in store: RunStore, _ library: PresetLibrary, lastStep: Int?,
    threads: Int
  ) throws(Failure) {
    do {
      let recorded = try store.open(id)
      let whole = try Self.restored(recorded, threads: threads)
      self.id = id
      length = min(lastStep ?? whole.step, whole.step)
      run = length < whole.step ? try whole.fork(at: length) : whole
      table = recorded.table(upTo: length)
      let end = length
      notes = recorded.notes.entries.filter { $0.step ?? 0 <= end }
        .map { Report.Note(step: $0.step, text: $0.text) }
      origin = (try? library.preset(recorded.header.preset)).map {
        Report.Origin(word: recorded.header.preset, preset: $0)
      }
    } catch let error as StoreError {
      throw Failure(error)
    } catch {
      throw Failure(.data, "\(id): \(error)")
    }
  }

  /// The run at its end. A signal ends the program on the way: nothing has been written then.
  private static func restored(_ recorded: RecordedRun, threads: Int) throws -> Run {
    var restoring = RestoringLine(to: recorded.lastStep)
    defer { restoring.clear() }
    let (run, remarks) = try recorded.restored(threads: threads) { restoring.goesOn($0) }
    restoring.clear()
    tell(recorded, remarks)
    return run
  }

  /// What a person should know of a recording before it is believed.
  private static func tell(_ recorded: RecordedRun, _ remarks: [String]) {
    for remark in recorded.remarks + remarks { Console.remark("ganbook: " + remark) }
    guard recorded.header.kernel != Run.kernel else { return }
    Console.remark(
      "ganbook: \(recorded.id) was recorded with \(recorded.header.kernel) kernels; pictures "
        + "between its checkpoints are made with \(Run.kernel) ones")
  }

  /// Trains a preset up to the last step and keeps the measured numbers; a recorded run is there
  /// already. Ctrl-C ends the program: nothing is written then.
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
    Report(run, id: id, steps: steps, table: table, notes: notes, origin: origin)
  }

  /// One step of the game for other compilers.
  var program: String {
    get throws(Failure) {
      do {
        return Wording.shown(try run.stableHLO())
      } catch {
        throw Failure(.data, error.description)
      }
    }
  }

  /// The numbers of a step for other programs.
  func checkpoint(at step: Int?) throws(Failure) -> Data {
    do {
      return try run.safetensors(at: step ?? run.step)
    } catch {
      throw Failure(.data, error.description)
    }
  }
}

extension RecordedRun {
  /// The rows of `metrics.csv` up to a step.
  fileprivate func table(upTo last: Int) -> RunTable {
    let series = seriesNames.map { self.series($0) ?? [] }
    let rows = seriesSteps.enumerated().filter { $0.element <= last }.map { index, step in
      RunTable.Row(step: step, values: series.map { $0[index] })
    }
    return RunTable(names: seriesNames, rows: rows)
  }
}
