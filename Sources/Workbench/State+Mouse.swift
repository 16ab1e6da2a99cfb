import Experiments
import Notebook
import Plotting

extension State {
  /// What is under the pointer decides what a click or the wheel means: the picture says it.
  mutating func take(_ mouse: Mouse) -> [Effect] {
    guard columns >= Screen.smallest.columns, rows >= Screen.smallest.rows else { return [] }
    let frame = picture
    let under = frame.spot(row: mouse.row, column: mouse.column)
    switch mouse.kind {
    case .press:
      if notice?.until == nil { notice = nil }
      if let action = hint(under: mouse, in: frame) { return perform(action) }
      guard let under else { return [] }
      return press(Spot(under), mouse, in: under.rect)
    case .drag:
      if let grip = run?.plane.grip { return drag(from: grip, to: mouse) }
      guard let under else { return [] }
      switch Spot(under) {
      case .time: return look(along: under.rect, mouse)
      case .plot: read(at: mouse.column - under.rect.column, of: under.rect.columns)
      default: break
      }
      return []
    case .wheelUp, .wheelDown:
      guard let under else { return [] }
      return turnWheel(Spot(under), by: mouse.kind == .wheelUp ? -1 : 1, mouse)
    case .release:
      run?.plane.grip = nil
      return []
    }
  }

  private var picture: Frame {
    var frame = Frame(columns: columns, rows: rows)
    Screen(state: self).draw(into: &frame)
    return frame
  }

  /// The action whose hint in the footer is under the pointer, while the footer is what stands
  /// there.
  private func hint(under mouse: Mouse, in frame: Frame) -> Action? {
    guard mouse.row == rows - 1, context != .question else { return nil }
    return Footer(state: self).action(at: mouse.column, columns: columns, in: frame)
  }

  /// A click beside the palette closes it; a question wants an answer.
  private mutating func pressOutside() -> [Effect] {
    guard case .palette? = layers.last else { return [] }
    return perform(.back)
  }

  private mutating func press(_ spot: Spot, _ mouse: Mouse, in rect: Rect) -> [Effect] {
    switch layers.last {
    case .writing, .prompt: return []
    case .filter, .help, .palette, .question, nil: break
    }
    switch spot {
    case .cover: return pressOutside()
    case .text, .box: return []
    case .entry(let index): return pressEntry(index)
    case .seed(let index):
      guard fan?.chosen != index else { return perform(.openSeed) }
      fan?.chosen = index
    case .knob(let index): run?.knobs.chosen = index
    case .note(let index):
      guard run?.chosenNote != index else { return perform(.goToNote) }
      run?.chosenNote = index
    case .time: return look(along: rect, mouse)
    case .plane(let column): return pressPlane(column, mouse)
    case .chart(let index): return enlargeChart(index)
    case .plot: read(at: mouse.column - rect.column, of: rect.columns)
    }
    return []
  }

  /// The first click chooses a row, the second does what Enter does.
  private mutating func pressEntry(_ index: Int) -> [Effect] {
    if case .palette(var palette)? = layers.last {
      guard palette.chosen != index else { return perform(.accept) }
      palette.chosen = index
      layers[layers.count - 1] = .palette(palette)
      return []
    }
    if ledger.isOpen {
      guard claimingPages.indices.contains(index) else { return [] }
      let name = claimingPages[index].name
      guard judgedPage?.name != name else { return perform(.openEntry) }
      ledger.chosen = name
      ledger.scroll = 0
    } else if runs.isOpen {
      guard runs.rows.indices.contains(index) else { return [] }
      let id = runs.rows[index].card.id
      guard chosenRun?.id != id else { return perform(.openRun) }
      runs.chosen = id
    } else {
      guard places.indices.contains(index) else { return [] }
      guard chosenPlace != places[index] else { return perform(.start) }
      contents.chosen = places[index]
      contents.scroll = 0
    }
    return []
  }

  private mutating func look(along bar: Rect, _ mouse: Mouse) -> [Effect] {
    guard let run, run.moment != nil else { return [] }
    let step = TimeBar(run: run, glyphs: glyphs).step(
      at: mouse.column - bar.column, of: bar.columns)
    return look(at: run.record(nearest: step))
  }

  /// Lists go a row at a time, texts three.
  private mutating func turnWheel(_ spot: Spot, by offset: Int, _ mouse: Mouse) -> [Effect] {
    switch spot {
    case .cover, .box: break
    case .entry, .note: return perform(offset < 0 ? .up : .down, if: spot)
    case .seed: return perform(offset < 0 ? .left : .right)
    case .knob: run?.knobs.choose(by: offset)
    case .text: scroll(by: 3 * offset)
    case .time:
      return perform(offset < 0 ? .recordBack : .recordForth)
    case .plane: return take(.zoom(notches: -offset, at: place(of: mouse)))
    case .chart: break
    case .plot: return perform(offset < 0 ? .previousChart : .nextChart)
    }
    return []
  }

  private mutating func perform(_ action: Action, if spot: Spot) -> [Effect] {
    guard case .note = spot else { return perform(action) }
    return perform(action == .up ? .previousNote : .nextNote)
  }

  private mutating func scroll(by offset: Int) {
    if case .help(var help)? = layers.last {
      help.scroll = HelpPage(state: self, help: help).scroll(by: offset)
      layers[layers.count - 1] = .help(help)
    } else if let scroll = run?.scroll {
      run?.scroll = max(0, scroll + offset)
    } else if ledger.isOpen {
      ledger.scroll = max(0, ledger.scroll + offset)
    } else {
      contents.scroll = max(0, contents.scroll + offset)
    }
  }

  // MARK: The plane

  /// A click on a plane gives its column the knobs, takes hold of it, and moves the crosshair where
  /// it is open.
  private mutating func pressPlane(_ column: Int, _ mouse: Mouse) -> [Effect] {
    guard let run else { return [] }
    let place = place(of: mouse)
    self.run?.plane.grip = place
    let isOther = run.columns.count > 1 && run.focus != column && !run.turnsAll
    if isOther { self.run?.focus = column }
    guard run.plane.crosshair == nil else { return take(.crosshair(at: place)) }
    return isOther ? look() : []
  }

  /// The plane goes along with the pointer; an open crosshair goes alone.
  private mutating func drag(from grip: ScreenPlace, to mouse: Mouse) -> [Effect] {
    let place = place(of: mouse)
    run?.plane.grip = place
    return take(run?.plane.crosshair == nil ? .pan(from: grip, to: place) : .crosshair(at: place))
  }

  private func place(of mouse: Mouse) -> ScreenPlace {
    ScreenPlace(column: mouse.column, row: mouse.row)
  }
}

extension RunState {
  /// The newest record up to a step; nil for the live one.
  func record(nearest step: Int) -> Int? {
    guard step < live else { return nil }
    return max(0, records.last { $0 <= step } ?? 0)
  }
}
