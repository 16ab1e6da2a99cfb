import Notebook
import Plotting
import Testing

@testable import Workbench

/// What must hold of the run page's layout at every size.
@Suite struct LayoutTests {
  private static let tabs: [Tab] = [.plane, .charts, .knobs, .page]

  @Test(arguments: 1...4)
  func `panes lie inside the screen and apart from each other, at every size`(count: Int) {
    var bench = count == 1 ? Fixture.running() : Fixture.twin(of: count)
    var troubles: [String] = []
    for columns in 0...250 {
      for rows in 0...80 {
        bench.state.columns = columns
        bench.state.rows = rows
        bench.state.run?.tab = Self.tabs[(columns + rows) % Self.tabs.count]
        let layout = RunLayout(state: bench.state)
        if let trouble = Self.trouble(layout, columns, rows) {
          troubles.append("\(columns)×\(rows): \(trouble)")
        }
      }
    }
    #expect(troubles.count == 0, "\(troubles.prefix(5))")
  }

  private static func trouble(_ layout: RunLayout, _ columns: Int, _ rows: Int) -> String? {
    let strips = [layout.title, layout.time, layout.guide, layout.claim, layout.footer]
    let panels = layout.panels.map(\.rect)
    let screen = Rect(column: 0, row: 0, columns: columns, rows: rows)
    if let rect = (strips + panels).first(where: { !$0.isEmpty && $0.intersection(screen) != $0 }) {
      return "\(rect) sticks out"
    }
    if layout.panels.isEmpty { return "no panel" }
    for (index, one) in strips.enumerated() {
      for other in strips[(index + 1)...] + panels where !one.intersection(other).isEmpty {
        return "\(one) and \(other) overlap"
      }
    }
    for (index, one) in panels.enumerated() {
      for other in panels[(index + 1)...] {
        // Boxes that hang together share a line.
        let shared = one.intersection(other)
        if !shared.isEmpty && shared.rows > 1 { return "\(one) and \(other) overlap" }
      }
    }
    let isFine = layout.tabs.isEmpty || Set(layout.tabs).count == layout.tabs.count
    return isFine ? nil : "a tab twice"
  }
}
