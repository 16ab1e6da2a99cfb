/// What the colours of the plane, or its contours where there is no colour, stand for.
struct FieldWords {
  /// The words at the lowest level and at the highest.
  let ends: (below: String, above: String)
  /// The same for contours at ¼, ½ and ¾ of the scale.
  let contours: String

  /// - Parameter isReversed: whether D is asked to call real data fake: its words would say the
  ///   opposite of what it learns then, and numbers stand in their place.
  init(_ view: PlaneView, isReversed: Bool = false) {
    let (fake, real) = isReversed ? ("0", "1") : ("fake", "real")
    switch view {
    case .overlay, .costs, .split, .generated, .density, .field:
      ends = ("D: \(fake)", real)
      contours = "D: - .25  = .5  + .75"
    case .optimum:
      ends = ("D*: \(fake)", real)
      contours = "D*: - .25  = .5  + .75"
    case .difference:
      // Half the scale is no difference; grey too where D* is not known.
      ends = ("D − D*: -½", "+½")
      contours = "D − D*: - -.25  = 0  + +.25"
    }
  }
}
