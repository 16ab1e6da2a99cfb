import Plotting

/// A notice as it stands at the foot of a page.
struct NoticeLine {
  let notice: Notice

  var line: Line { Line(" " + notice.text, notice.isWarning ? .warning : .normal) }
}
