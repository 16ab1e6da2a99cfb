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

  /// What files of this kind are called.
  public var fileEnding: String { self == .asciicast ? "cast" : rawValue }
}

extension Report {
  /// The report as a text of a format; nil for those that are no text of the report alone: a film
  /// and a checkpoint need the run itself.
  public func text(as format: ExportFormat) -> String? {
    switch format {
    case .md: MarkdownReport(report: self).text
    case .txt: PlainReport(report: self).text
    case .csv: table.csv
    case .json: json.line + "\n"
    case .svg: PictureReport(report: self).text
    case .asciicast, .safetensors: nil
    }
  }
}
