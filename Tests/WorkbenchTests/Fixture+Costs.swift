import Adversarial
import Foundation
import Notebook
import Plotting

@testable import Workbench

extension Fixture {
  /// The three costs of §3.2 at a hundred places, the second of them played, and a minibatch of
  /// which D rejects 60 in a hundred.
  static let costs: CostPicture = {
    let places = (0..<100).map { (Double($0) + 0.5) / 100 }
    func curve(_ title: String, _ value: (Double) -> Double) -> CostPicture.Curve {
      CostPicture.Curve(
        title: title, isPlayed: title == "non-saturating", values: places.map { Float(value($0)) },
        cost: Float(value(0.03)), slope: 0.25)
    }
    return CostPicture(
      beliefs: (0..<100).map { $0 < 60 ? 0.03 : $0 < 90 ? 0.1 + Float($0 - 60) / 100 : 0.95 },
      curves: [
        curve("minimax") { log(1 - $0) / 2 }, curve("non-saturating") { -log($0) / 2 },
        curve("max. likelihood") { -0.5 * $0 / (1 - $0) },
      ])
  }()

  /// A bench on the run page, of a page that compares costs; they are in view.
  static func comparingCosts(
    _ columns: Int = 120, _ rows: Int = 40, charset: Workbench.Charset = .braille,
    hasColour: Bool = true
  ) -> Workbench {
    var bench = running(columns, rows, charset: charset, hasColour: hasColour)
    var moment = moment(step: 6_120)
    if case .plane(var plane) = moment.columns[0].picture {
      plane.costs = costs
      moment.columns[0].picture = .plane(plane)
    }
    _ = bench.update(.report(.moment(moment)))
    _ = bench.update(.key(.character("v")))
    return bench
  }
}
