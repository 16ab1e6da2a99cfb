import Adversarial
import Plotting

/// What can be drawn on the plane; each has its number for a key.
///
/// The view (``PlaneView``) says which points stand where; a layer that is off is missing in every
/// view. Lines of the generator lie under the points, arrows over them.
enum PlaneLayer: Int, Sendable, CaseIterable {
  case real = 1
  case generated
  /// D's opinion as the ground.
  case field
  /// The line where D is undecided.
  case contour
  /// A fixed family of lines in z, pushed through G.
  case manifold
  /// Where G is told to move some of its samples.
  case arrows
  /// The ways of some samples over the last looks.
  case trails
  /// D* as the ground, over D's.
  case optimum
  /// Lines around half and around nine tenths of the generator's samples.
  case model

  /// What a run begins with.
  static let atFirst: Set<PlaneLayer> = [.real, .generated, .field, .contour]

  /// What it is, as a sentence begins.
  var title: String {
    switch self {
    case .real: "real points"
    case .generated: "generated points"
    case .field: "D's field"
    case .contour: "the line D = ½"
    case .manifold: "the generator's manifold: a fixed net of lines in z, pushed through G"
    case .arrows:
      "arrows: where G is told to move its samples, −∂J_G/∂x; small ones: where others would go"
    case .trails: "trails: the ways of \(PlaneTrail.points) samples over the last looks"
    case .model: "p_model: the lines around ½ and around 9/10 of G's samples"
    case .optimum: "D*, what the best D would say here, in place of D's field"
    }
  }

  /// What has to be computed for it beside the points and D's field.
  var extras: PlaneLook.Extras {
    switch self {
    case .manifold: .manifold
    case .arrows: .pulls
    case .optimum: .optimum
    case .model: .densities
    case .real, .generated, .field, .contour, .trails: []
    }
  }
}
