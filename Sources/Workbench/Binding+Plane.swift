extension Binding {
  /// What is drawn on the plane: of a run, and of seeds beside each other.
  static let planeLayers: [Binding] = [
    layer("1", .layerReal, "Shows the real points, or hides them."),
    layer("2", .layerGenerated, "Shows the generated points, or hides them."),
    layer("3", .layerField, "Shows D's field as the ground, or hides it."),
    layer("4", .layerContour, "Shows the line where D is ½, or hides it."),
    layer(
      "5", .layerManifold,
      "Shows the generator's manifold: a fixed net of lines in z, pushed through G."),
    layer(
      "6", .layerArrows,
      "Shows where G is told to move its samples: arrows along −∂J_G/∂x, small ones elsewhere."),
    layer("7", .layerTrails, "Shows the ways of some samples over the last looks."),
    layer(
      "8", .layerOptimum,
      "Shows D*, what the best D would say, as the ground; counted from samples."),
    layer("9", .layerModel, "Shows p_model: lines around half and nine tenths of G's samples."),
    Binding(
      [.character("A")], .absoluteScale, "colours",
      "Gives the field a scale that follows it, or the absolute one: D from 0 to 1.",
      group: "Plane", in: [.run, .notes, .crosshair, .modes, .fan], rank: 11),
  ]

  /// The part of the plane in view, and the crosshair.
  static let plane: [Binding] = lens + crosshair

  private static func layer(_ key: Character, _ action: Action, _ help: String) -> Binding {
    Binding(
      [.character(key)], action, "layers", help, group: "Plane",
      in: [.run, .notes, .crosshair, .modes, .fan], rank: 11)
  }

  private static let lens: [Binding] = [
    Binding(
      [.character("+"), .character("=")], .zoomIn, "zoom",
      "Zooms into the plane, about the crosshair where it is open.", group: "Plane",
      in: onRun.union([.modes]),
      rank: 12),
    Binding(
      [.character("-")], .zoomOut, "zoom", "Zooms out of the plane.", group: "Plane",
      in: onRun.union([.modes]),
      rank: 12),
    Binding(
      [.character("H")], .panLeft, "pan", "Moves the view of the plane to the left.",
      group: "Plane", in: onRun.union([.modes]), rank: 15),
    Binding(
      [.character("J")], .panDown, "pan", "Moves the view of the plane down.", group: "Plane",
      in: onRun.union([.modes]), rank: 15),
    Binding(
      [.character("K")], .panUp, "pan", "Moves the view of the plane up.", group: "Plane",
      in: onRun.union([.modes]), rank: 15),
    Binding(
      [.character("L")], .panRight, "pan", "Moves the view of the plane to the right.",
      group: "Plane", in: onRun.union([.modes]), rank: 15),
    Binding(
      [.character("o")], .wholePlane, "whole", "Shows the whole plane of the page again.",
      group: "Plane", in: onRun.union([.modes]), rank: 15),
    Binding(
      [.character("i")], .inspect, "inspect",
      "Opens a crosshair that reads the plane: D, D*, both densities, the nearest mode.",
      group: "Plane", in: [.run, .notes], rank: 9),
  ]

  private static let crosshair: [Binding] = [
    Binding(
      [.left], .crosshairLeft, "move", "Moves the crosshair to the left.", group: "Crosshair",
      in: [.crosshair], rank: 0),
    Binding(
      [.right], .crosshairRight, "move", "Moves the crosshair to the right.", group: "Crosshair",
      in: [.crosshair], rank: 0),
    Binding(
      [.up], .crosshairUp, "move", "Moves the crosshair up.", group: "Crosshair",
      in: [.crosshair], rank: 0),
    Binding(
      [.down], .crosshairDown, "move", "Moves the crosshair down.", group: "Crosshair",
      in: [.crosshair], rank: 0),
    Binding(
      [.escape, .character("i"), .character("q")], .leaveCrosshair, "close",
      "Closes the crosshair.", group: "Crosshair", in: [.crosshair], rank: 0),
  ]
}
