extension SeedTable {
  /// One object: what the seeds say together, for programs. The results themselves are the lines
  /// of the results files.
  public var json: JSON {
    let first = results.results.first
    return [
      "configuration": first.map { .text($0.configuration) } ?? .null,
      "kernel": first.map { .text($0.kernel) } ?? .null,
      "seeds": .list(results.results.map { .unsigned($0.seed) }),
      "seedTexts": .list(results.results.map { .text(String($0.seed)) }),
      "diverged": .list(
        results.results.filter { !$0.isFinished }.map {
          .object(JSON.seed($0.seed) + [.init("status", .text($0.status))])
        }),
      "failed": .list(
        failures.map { .object(JSON.seed($0.seed) + [.init("reason", .text($0.reason))]) }),
      "columns": .list(titles.indices.map(column)),
    ]
  }

  private func column(_ side: Int) -> JSON {
    let entries = measures.map { measure in
      JSON.Entry(measure.name, statistics(values(measure, side: side)))
    }
    guard side > 0 else { return ["title": .text(titles[side]), "measures": .object(entries)] }
    let tests = measures.map { JSON.Entry($0.name, signTest($0, side)) }
    return [
      "title": .text(titles[side]), "measures": .object(entries),
      "signTestAgainstFirst": .object(tests),
    ]
  }

  private func statistics(_ values: [Double]) -> JSON {
    [
      "count": .integer(values.count),
      "mean": Statistics.mean(values).map { .number($0) } ?? .null,
      "standardError": Statistics.standardError(values).map { .number($0) } ?? .null,
    ]
  }

  private func signTest(_ measure: Measure, _ side: Int) -> JSON {
    let pairs = pairs(measure, side: side)
    return [
      "higher": .integer(pairs.higher), "lower": .integer(pairs.lower),
      "equal": .integer(pairs.equal), "p": .number(pairs.p),
    ]
  }
}
