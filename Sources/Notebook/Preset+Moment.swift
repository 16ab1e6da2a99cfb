extension Preset {
  /// The same preset with the knobs as they stand in a moment of its run, to be saved: whatever
  /// was turned, and whatever sides were added. Its script speaks of other knobs and is left out.
  public func turned(to moment: Moment) -> Preset {
    var preset = self
    preset.script = nil
    let columns = moment.columns.map { Column(title: $0.title, settings: $0.settings) }
    guard columns.count > 1 else {
      preset.settings = columns[0].settings
      preset.twins = []
      return preset
    }
    preset.twins = columns
    return preset
  }
}
