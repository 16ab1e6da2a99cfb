import Adversarial
import Plotting

/// The data's modes on a plane, with their numbers, while they are edited.
struct ModeMarks {
  let modes: [OwnMode]
  let chosen: Int
  let glyphs: Glyphs

  /// Of a column; nil while nobody edits its data.
  init?(run: RunState, column: Int, glyphs: Glyphs) {
    guard let state = run.modes, run.turned.contains(column) else { return nil }
    (modes, chosen) = (run.ownModes, state.chosen)
    self.glyphs = glyphs
  }

  /// Draws them over what is there; the chosen one last, so that nothing hides it.
  func draw(into frame: inout Frame, in area: PlaneArea) {
    for index in modes.indices where index != chosen { draw(index, into: &frame, in: area) }
    if modes.indices.contains(chosen) { draw(chosen, into: &frame, in: area) }
  }

  private func draw(_ index: Int, into frame: inout Frame, in area: PlaneArea) {
    guard let place = area.place(of: SIMD2<Double>(modes[index].centre)) else { return }
    let style = Style(.accent, on: .normal, index == chosen ? [.bold, .reverse] : .bold)
    let letters = [glyphs.dot] + Array("\(index + 1)".unicodeScalars)
    // Towards the middle where the border is near: the marker itself always stands at the mode.
    let isAtEdge = place.column + letters.count > area.rect.columns
    let shown = isAtEdge ? letters.dropFirst() + [glyphs.dot] : letters[...]
    let first = isAtEdge ? place.column - letters.count + 1 : place.column
    for (offset, letter) in shown.enumerated() where (0..<area.rect.columns) ~= first + offset {
      frame[area.rect.row + place.row, area.rect.column + first + offset] = Cell(letter, style)
    }
  }
}
