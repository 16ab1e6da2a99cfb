/// What the colours of the plane, or its contours where there is no colour, stand for.
struct FieldWords {
  /// The words at the lowest level and at the highest.
  let ends: (below: String, above: String)
  /// The same for contours at ¼, ½ and ¾ of the scale.
  let contours: String

  init(_ view: PlaneView) {
    switch view {
    case .overlay, .costs, .split, .generated, .density, .field:
      ends = ("D: fake", "real")
      contours = "D: - .25  = .5  + .75"
    case .optimum:
      ends = ("D*: fake", "real")
      contours = "D*: - .25  = .5  + .75"
    case .difference:
      // Half the scale is no difference; grey too where D* is not known.
      ends = ("D − D*: -½", "+½")
      contours = "D − D*: - -.25  = 0  + +.25"
    }
  }
}
