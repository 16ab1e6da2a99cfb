extension OptionProbe {
  /// Every way to use a command that has options.
  static let modes: [Mode] = {
    let noScreen: [String: Use] = [
      "ascii": .refused(), "theme": .refused("light"), "palette": .refused("contrast"),
      "mouse": .refused(), "no-mouse": .refused(),
    ]
    let screen: [String: Use] = [
      "ascii": .elsewhere, "theme": .elsewhere, "palette": .elsewhere, "mouse": .elsewhere,
      "no-mouse": .elsewhere,
    ]
    func with(_ uses: [String: Use], _ more: [String: Use]) -> [String: Use] {
      uses.merging(more) { $1 }
    }
    let place: [String: Use] = ["notebook": .used("empty"), "threads": .checked("0")]
    let choice = with(
      place,
      [
        "steps": .used("3"), "set": .used("radius=1"), "data": .used("text:A"),
        "fit": .usedBeside(["--data", "points.csv"], []), "json": .used(), "guided": .refused(),
        "columns": .usedBeside(["--data", "points.csv", "--fit"], ["2,1"]),
        "notebook": .used("other"),
      ])
    let one = with(
      choice,
      [
        "seed": .used("9"), "seeds": .used("2"), "seed-range": .used("1..2"),
        "jobs": .refused("2"), "results": .refused("r.jsonl"),
      ])
    let many = with(
      choice, ["seed": .used("9"), "jobs": .checked("0"), "results": .used("r.jsonl")])
    let export = with(
      place,
      [
        "format": .elsewhere, "output": .used("out.file"), "o": .used("out.file"),
        "force": .usedBeside(["--output", "there.md"], []), "steps": .refused("0,1"),
        "to": .used("2"), "at": .refused("1"), "seconds": .refused("1"),
      ])
    let bench: [String: Use] = [
      "workload": .checked("rnig"), "threads": .checked("0"), "seconds": .checked("0"),
      "repeats": .checked("0"), "json": .elsewhere, "against": .checked("nowhere.json"),
      "profile": .elsewhere, "sweep": .elsewhere,
    ]
    return [
      Mode(
        "--plain",
        with(
          noScreen,
          [
            "threads": .checked("0"), "notebook": .used("/dev/null/none"), "plain": .elsewhere,
            "open": .used(run), "data": .used("text:A"),
            "fit": .usedBeside(["--data", "points.csv"], []),
            "columns": .usedBeside(["--data", "points.csv", "--fit"], ["2,1"]),
          ]), input: "start told\\nknobs data\\nquit\\n"),
      Mode("list", ["json": .used()]),
      Mode("show told", ["yaml": .used(), "line": .used(), "notebook": .elsewhere]),
      Mode("show \(run)", ["yaml": .used(), "line": .used(), "notebook": .used("empty")]),
      Mode("run told", with(one, ["guided": .used()])),
      Mode("run mode-collapse-paper", with(one, ["guided": .elsewhere])),
      Mode(
        "run told --guided",
        with(
          one,
          [
            "guided": .elsewhere, "json": .refused(), "seeds": .refused("2"),
            "seed-range": .refused("1..2"),
          ])),
      Mode(
        "run told --seeds 2", with(many, ["seeds": .elsewhere, "seed-range": .refused("1..2")])),
      Mode(
        "run told --seed-range 1..2",
        with(
          many, ["seed": .refused("9"), "seeds": .refused("2"), "seed-range": .elsewhere])),
      Mode(
        "claims --pages nowhere",
        [
          "pages": .elsewhere, "seeds": .checked("0"), "seed": .checked("-1"),
          "jobs": .checked("0"), "quick": .elsewhere, "fresh": .elsewhere, "json": .elsewhere,
          "notebook": .elsewhere,
        ]),
      Mode("merge results.jsonl", ["json": .used(), "lines": .used()]),
      Mode("merge results.jsonl --lines", ["json": .refused(), "lines": .elsewhere]),
      Mode("bench --workload rnig", bench),
      Mode(
        "bench --profile",
        with(
          bench,
          [
            "threads": .refused("1"), "repeats": .refused("1"), "against": .refused("x.json"),
            "sweep": .refused(),
          ])),
      Mode(
        "bench --sweep",
        with(
          bench,
          [
            "workload": .refused("ring"), "repeats": .refused("1"),
            "against": .refused("x.json"), "profile": .refused(),
          ])),
      Mode(
        "bench --against a.json --against b.json",
        with(
          bench,
          [
            "workload": .refused("ring"), "threads": .refused("1"), "seconds": .refused("1"),
            "repeats": .refused("1"), "profile": .refused(), "sweep": .refused(),
          ])),
      Mode(
        "doctor",
        [
          "ascii": .used(), "theme": .used("light"), "palette": .used("contrast"),
          "mouse": .elsewhere, "no-mouse": .used(), "notebook": .used("empty"),
          "kernels": .used("1"),
        ]),
      Mode(
        "doctor --kernels 1",
        with(noScreen, ["notebook": .refused("empty"), "kernels": .elsewhere])),
      Mode("repair \(run)", place),
      Mode("runs", ["notebook": .used("empty"), "json": .used()]),
      Mode(
        "replay \(run)",
        with(
          noScreen,
          with(
            place, ["to": .used("1"), "speed": .checked("0"), "plain": .elsewhere]))),
      Mode(
        "replay told",
        with(
          noScreen,
          with(
            place,
            [
              "to": .used("2"), "speed": .checked("0"), "plain": .elsewhere,
              "notebook": .elsewhere,
            ]))),
      Mode(
        "replay \(run) --speed 9",
        with(
          screen,
          with(
            place,
            [
              "to": .refused("1"), "speed": .elsewhere, "plain": .refused(),
            ]))),
      Mode("verify \(run)", with(place, ["all": .refused()])),
      Mode("verify --all", with(place, ["all": .elsewhere])),
      Mode(
        "resume \(run) --steps 2",
        with(noScreen, with(place, ["steps": .used("3"), "json": .used()]))),
      Mode(
        "resume \(run)",
        with(noScreen, with(place, ["steps": .used("3"), "json": .used()]))),
      Mode("delete \(run)", ["force": .used(), "notebook": .used("empty")]),
      Mode("export \(run)", with(export, ["steps": .used("0,1"), "format": .used("csv")])),
      Mode("export \(run) --format txt", with(export, ["steps": .used("0,1")])),
      Mode("export \(run) --format json", with(export, ["steps": .used("0,1")])),
      Mode("export \(run) --format svg", with(export, ["steps": .used("0,1")])),
      Mode("export \(run) --format csv", export),
      Mode("export \(run) --format asciicast", with(export, ["seconds": .used("1")])),
      Mode("export \(run) --format stablehlo", with(export, ["to": .elsewhere])),
      Mode("export \(run) --format safetensors", with(export, ["at": .used("1")])),
    ]
  }()
}
