import Adversarial
import Plotting

extension State {
  /// Enter in the palette.
  mutating func accept(_ palette: PaletteState) -> [Effect] {
    let entries = PaletteList(state: self, palette).entries
    guard entries.indices.contains(palette.chosen) else { return [] }
    var palette = palette
    switch entries[palette.chosen].deed {
    case .action(let action):
      layers.removeLast()
      return perform(action)
    case .choose(let place):
      layers.removeLast()
      contents.filter = LineEditor()
      contents.chosen = place
      contents.scroll = 0
      guard case .preset = place else { return [] }
      return perform(.start)
    case .knob(let knob):
      palette.editor = LineEditor("set \(knob.name) ")
      palette.chosen = 0
    case .set(let knob, let value):
      do {
        let setting = try knob.setting(from: value)
        layers.removeLast()
        return set(knob.name, to: setting)
      } catch {
        palette.mistake = error.text
      }
    }
    layers[layers.count - 1] = .palette(palette)
    return []
  }
}
