extension State {
  /// Shows the modes' lives where the charts are, and the charts if they are not in view.
  mutating func turnToLife() {
    guard let run else { return }
    self.run?.showsLife.toggle()
    guard !run.showsLife, !RunLayout(state: self).panels.contains(where: { $0.panel == .charts })
    else { return }
    self.run?.tab = .charts
  }
}
