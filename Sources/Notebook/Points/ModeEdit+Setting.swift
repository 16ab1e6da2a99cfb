public import Adversarial
public import Experiments

extension Settings {
  /// The modes of the data as a person would write them.
  /// - Throws: ``CommandError`` where the data have none.
  public func ownModes(on page: Experiment) throws(CommandError) -> [OwnMode] {
    guard self[Settings.dataName] != nil else {
      throw CommandError("the data of this page are part of its claim and can't be edited")
    }
    let game: any Game
    do { game = try page.design(self) } catch { throw CommandError(error.description) }
    guard let modes = (game as? Design)?.data.modes else {
      throw CommandError("\(data.title) has no modes; 'set data none' goes back to the page's")
    }
    return data.editable(modes)
  }
}

extension ModeEdit {
  /// What the knob `data` stands at after the change: all modes, so that a recorded command needs
  /// nothing before it to be understood.
  /// - Throws: ``CommandError`` where it can't be made; one sentence.
  public func setting(
    of settings: Settings, on page: Experiment
  ) throws(CommandError) -> Setting {
    let deviation = Float(settings.number("deviation"))
    do {
      let modes = try applied(to: settings.ownModes(on: page), deviation: deviation)
      return .choice(DataForm.modes(modes).text)
    } catch let error as DesignError {
      throw CommandError(error.description)
    } catch let error as CommandError {
      throw error
    } catch {
      throw CommandError("\(error)")
    }
  }

  /// The commands that make the change in columns with these settings: one where all come to the
  /// same.
  /// - Throws: ``CommandError`` where it can't be made in one of them.
  public func commands(
    for columns: [Settings], on page: Experiment
  ) throws(CommandError) -> [Command] {
    var settings: [Setting] = []
    for column in columns { settings.append(try setting(of: column, on: page)) }
    if settings.allSatisfy({ $0 == settings[0] }) {
      return settings.prefix(1).map { .set(name: Settings.dataName, setting: $0) }
    }
    return settings.enumerated().map {
      .set(name: Settings.dataName, setting: $0.element, column: $0.offset)
    }
  }

  /// The edit that a line of words describes: `0.5 1 0.1` behind `add`, `3 0.5 1` behind `move`.
  /// - Throws: ``CommandError`` with the form of the line.
  init(_ word: String, _ text: String) throws(CommandError) {
    let form = Self.forms.first { $0.hasPrefix(word + " ") } ?? word
    let numbers = text.split { $0.isWhitespace || $0 == "," }.map { Float($0) }
    let values = numbers.compactMap { $0 }.filter(\.isFinite)
    let needed = ["add": 2...4, "move": 3...3, "weigh": 2...2, "spread": 2...2, "remove": 1...1]
    guard values.count == numbers.count, needed[word]?.contains(values.count) ?? false else {
      throw CommandError("the line is '\(form)', in numbers")
    }
    if word == "add" {
      self = .add(
        OwnMode(
          centre: SIMD2(values[0], values[1]), deviation: values.count > 2 ? values[2] : nil,
          weight: values.count > 3 ? values[3] : 1))
      return
    }
    guard let place = Int(exactly: values[0]), place >= 1 else {
      throw CommandError("modes are counted from 1; 'modes' lists them")
    }
    switch word {
    case "move": self = .move(place - 1, to: SIMD2(values[1], values[2]))
    case "weigh": self = .weigh(place - 1, values[1])
    case "spread": self = .spread(place - 1, values[1])
    default: self = .remove(place - 1)
    }
  }

  /// The lines, as they are told.
  static let forms = [
    "add X Y [DEVIATION [WEIGHT]]", "move MODE X Y", "weigh MODE WEIGHT",
    "spread MODE DEVIATION", "remove MODE",
  ]
}
