internal import Notebook

/// An error that ends the program: one sentence and an exit code.
struct Failure: Error {
  let message: String
  let code: Int32

  /// What kind of trouble it is, by the numbers of sysexits.h.
  enum Kind: Int32 {
    /// The command line is wrong.
    case usage = 64
    /// A file holds something wrong.
    case data = 65
    /// A file isn't there.
    case noInput = 66
    /// What it needs isn't there: a terminal.
    case unavailable = 69
    /// A part of the program ended where it should not.
    case software = 70
    /// Writing or reading broke off.
    case inputOutput = 74
    /// Somebody else has it; later it may work.
    case busy = 75
  }

  init(_ kind: Kind, _ message: String) { self.init(kind.rawValue, message) }

  init(_ code: Int32, _ message: String) {
    self.message = message
    self.code = code
  }

  init(_ error: StoreError) {
    let kind: Kind =
      switch error.kind {
      case .missing: .noInput
      case .misnamed: .usage
      case .malformed, .newer: .data
      case .locked: .busy
      case .unwritable, .stopped: .inputOutput
      }
    self.init(kind, error.description)
  }

  init(_ error: PresetError) {
    switch error.kind {
    case .missing: self.init(.noInput, error.description)
    case .malformed: self.init(.data, error.description)
    case .unreadable: self.init(.inputOutput, error.description)
    }
  }
}
