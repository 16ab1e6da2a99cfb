import Experiments
import Notebook

/// What is chosen on the contents page.
struct ContentsState: Sendable {
  /// A line that can be chosen.
  enum Place: Sendable, Hashable {
    case page(String)
    case preset(page: String, name: String)

    var page: String {
      switch self {
      case .page(let page), .preset(let page, _): page
      }
    }
  }

  var chosen: Place?
  var filter = LineEditor()
  /// How far the text on the right is scrolled.
  var scroll = 0
}

extension State {
  /// The presets of a page.
  func presets(of page: String) -> [Preset] { library.presets.filter { $0.page == page } }

  /// The pages that the filter lets through.
  var pagesInView: [Experiment] {
    let wanted = contents.filter.text.lowercased()
    guard !wanted.isEmpty else { return pages }
    return pages.filter { page in
      let words = [page.name, page.title, page.claim, page.section, page.figure]
      let presetWords = presets(of: page.name).flatMap { [$0.name, $0.title, $0.note] }
      return (words + presetWords).contains { $0.lowercased().contains(wanted) }
    }
  }

  /// What is chosen: what was, where it is still in view, else the first page.
  var chosenPlace: ContentsState.Place? {
    let inView = pagesInView
    if let chosen = contents.chosen, inView.contains(where: { $0.name == chosen.page }) {
      return chosen
    }
    return inView.first.map { .page($0.name) }
  }

  var chosenPage: Experiment? {
    guard let place = chosenPlace else { return nil }
    return pages.first { $0.name == place.page }
  }

  /// The preset that Enter starts: the chosen one, or the first of the chosen page.
  var chosenPreset: Preset? {
    guard let place = chosenPlace else { return nil }
    let presets = presets(of: place.page)
    guard case .preset(_, let name) = place else { return presets.first }
    return presets.first { $0.name == name }
  }

  /// The lines that the arrows step through: every page in view, and the chosen page's presets.
  var places: [ContentsState.Place] {
    let open = chosenPlace?.page
    return pagesInView.flatMap { page -> [ContentsState.Place] in
      let presets = page.name == open ? presets(of: page.name) : []
      return [.page(page.name)] + presets.map { .preset(page: page.name, name: $0.name) }
    }
  }

  /// Moves the choice; it stops at both ends.
  mutating func choose(by offset: Int) {
    let places = places
    guard !places.isEmpty else { return }
    let now = chosenPlace.flatMap { places.firstIndex(of: $0) } ?? 0
    contents.chosen = places[min(max(0, now + offset), places.count - 1)]
    contents.scroll = 0
  }
}
