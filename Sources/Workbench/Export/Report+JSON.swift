import Adversarial
import Experiments
import Notebook
import Plotting

extension Report {
  /// The format of the object, raised when a key changes its meaning.
  static let jsonFormat = 1

  /// Everything as one object, keys in a fixed order; what is not a number is null.
  var json: JSON {
    [
      "format": .integer(Self.jsonFormat), "run": id.map { .text($0) } ?? .null,
      "page": .text(experiment.name), "title": .text(experiment.title),
      "section": .text(experiment.section), "figure": .text(experiment.figure),
      "claim": .text(experiment.claim), "seen": .list(seen.map { .text($0) }),
      "preset": [
        "name": .text(preset.name), "title": .text(preset.title), "note": .text(preset.note),
        "yaml": .text(preset.yaml),
      ],
      "seed": .unsigned(last.seed), "seedText": .text(String(last.seed)),
      "kernel": .text(last.kernel), "status": .text(status),
      "steps": .integer(last.step), "target": .integer(last.steps),
      "parted": last.time.parted.map { .integer($0) } ?? .null,
      "again": [
        "run": runCommand.map { .text($0) } ?? .null,
        "replay": replayCommand.map { .text($0) } ?? .null,
      ],
      "changes": .list(
        changes.map { ["step": .integer($0.step), "change": .text($0.words)] }),
      "notes": .list(
        notes.map { ["step": $0.step.map { .integer($0) } ?? .null, "text": .text($0.text)] }),
      "trial": experiment.trial.map(trial) ?? .null,
      "columns": .list(last.columns.indices.map(column)),
      "film": .list(film.map { $0.reportJSON }),
      "table": tableJSON,
    ]
  }

  private func trial(_ trial: Trial) -> JSON {
    [
      "rule": .text(trial.rule), "quantity": .text(trial.quantity),
      "finding": finding.map { finding in
        [
          "holds": finding.holds.map { .boolean($0) } ?? .null,
          "number": .number(finding.number), "words": .text(finding.words),
        ]
      } ?? .null,
      "published": .list(
        trial.published.map { ["source": .text($0.source), "words": .text($0.words)] }),
    ]
  }

  private func column(_ index: Int) -> JSON {
    let column = last.columns[index]
    return [
      "title": .text(column.title),
      "fingerprint": fingerprints.indices.contains(index)
        ? .text(RunSummary.hexadecimal(fingerprints[index])) : .null,
      "settings": .object(
        column.settings.pairs.map { .init($0.hyperparameter.name, $0.setting.reportJSON) }),
      "measures": column.measuresJSON,
      "curves": .list(
        column.curveList.map { curve in
          [
            "name": .text(curve.name), "title": .text(curve.title),
            "level": curve.reference.map {
              ["value": .number($0.value), "title": .text($0.title)]
            } ?? .null,
          ]
        }),
      "history": history(of: column), "life": lifeJSON(of: index),
    ]
  }

  /// The curves as dense as the run keeps them; the measures stand in the table.
  private func history(of column: Moment.Column) -> JSON {
    let series = column.curveList.enumerated().map { index, curve in
      JSON.Entry(curve.name, .floats(column.series(curves: true, index)))
    }
    return .object([.init("step", .list(column.history.steps.map { .integer($0) }))] + series)
  }

  private var tableJSON: JSON {
    .object(
      [.init("step", .list(table.rows.map { .integer($0.step) }))]
        + table.names.enumerated().map { index, name in
          .init(name, .list(table.rows.map { .number($0.values[index]) }))
        })
  }
}

extension Moment {
  fileprivate var reportJSON: JSON {
    [
      "step": .integer(step),
      "columns": .list(
        columns.map { column in
          [
            "title": .text(column.title), "measures": column.measuresJSON,
            "curves": .object(
              zip(column.curveList, column.curves).map {
                .init($0.0.name, .number($0.1.shortest))
              }),
            "plane": column.picture.reportJSON,
          ]
        }),
    ]
  }
}

extension Moment.Column {
  fileprivate var measuresJSON: JSON {
    .object(
      measures.map {
        .init($0.name, ["value": .number($0.value), "ofReal": .number($0.ofReal)])
      })
  }
}

extension Picture {
  fileprivate var reportJSON: JSON {
    guard case .plane(let plane) = self else { return .null }
    func ends(_ range: ClosedRange<Float>) -> JSON {
      .floats([range.lowerBound, range.upperBound])
    }
    func points(_ cloud: [SIMD2<Float>]) -> JSON { .list(cloud.map { .floats([$0.x, $0.y]) }) }
    return [
      "x": ends(plane.bounds.x), "y": ends(plane.bounds.y), "real": points(plane.real),
      "generated": points(plane.generated),
      "field": [
        "columns": .integer(plane.field.columns), "rows": .integer(plane.field.rows),
        "values": .floats(plane.field.values),
      ],
    ]
  }
}

extension Setting {
  fileprivate var reportJSON: JSON {
    switch self {
    case .number(let value): .number(value)
    case .choice(let name): .text(name)
    }
  }
}

extension JSON {
  fileprivate static func floats(_ values: [Float]) -> JSON {
    .list(values.map { .number($0.shortest) })
  }
}
