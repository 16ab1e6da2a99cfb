import Notebook

/// What a report can be written as.
public enum ExportFormat: String, Sendable, CaseIterable {
  /// A report to read, with pictures as text.
  case md
  /// The measured numbers, a row a step.
  case csv
  /// Everything, as one object.
  case json
  /// One picture: the filmstrip and the curves.
  case svg
  /// The run page as a film for asciinema.
  case asciicast
  /// The report as plain lines without pictures: for a screen reader, or a mail.
  case txt
  /// The numbers of one step, for other programs.
  case safetensors
  /// One step of the game as a program for XLA, to go on with on other machines.
  case stablehlo

  /// What files of this kind are called.
  public var fileEnding: String {
    switch self {
    case .asciicast: "cast"
    case .stablehlo: "mlir"
    default: rawValue
    }
  }
}

extension Report {
  /// The report as Markdown.
  ///
  /// - Parameter picture: the name of ``picture``'s file beside it, to be shown there.
  public func markdown(picture: String? = nil) -> String {
    Wording.shown(MarkdownReport(report: self, picture: picture).text)
  }
  /// The report as plain lines.
  public var plainText: String { Wording.shown(PlainReport(report: self).text) }
  /// The picture as SVG.
  public var picture: String { Wording.shown(PictureReport(report: self).text) }
  /// Everything as one line of JSON.
  public var jsonText: String { JSON.shown(json.line) + "\n" }
}
