import Foundation

/// How much a sample looks like data without modes: measures that ask where points are, and
/// nothing of what they are called.
struct Resemblance: Sendable {
  /// Points that stand for the data.
  private let landmarks: [SIMD2<Float>]
  /// The square of the distance within which a sample is at a landmark: that to its fifth
  /// neighbour among them, or three deviations of the blur where they are more.
  private let squares: [Float]
  /// E‖X − X′‖ among the landmarks.
  private let own: Double

  /// Landmarks at most, and samples that the energy distance is taken of.
  static let most = 1_000
  private static let neighbours = 5

  /// What is measured, in the order of ``measurements(_:floor:)``.
  static let names = ["covered", "nearData", "energyDistance"]

  init(_ cloud: Cloud) {
    let landmarks = cloud.landmarks(Self.most)
    self.landmarks = landmarks
    let blur = 9 * cloud.deviation * cloud.deviation
    squares = landmarks.indices.map { index in
      var nearest = [Float](repeating: .infinity, count: Self.neighbours)
      for (other, point) in landmarks.enumerated() where other != index {
        let square = Self.square(point - landmarks[index])
        guard square < nearest[Self.neighbours - 1] else { continue }
        nearest[Self.neighbours - 1] = square
        nearest.sort()
      }
      let farthest = nearest.last { $0.isFinite } ?? blur
      return max(farthest, blur)
    }
    own = Self.meanDistance(landmarks, landmarks)
  }

  /// Coverage (Naeem et al. 2020): the share of the data with a sample as near as their fifth
  /// neighbour. Precision (Kynkäänniemi et al. 2019): the share of samples that are as near to
  /// some of the data. Energy distance (Székely and Rizzo): 2 E‖X − Y‖ − E‖X − X′‖ − E‖Y − Y′‖,
  /// 0 where both are distributed alike.
  func measurements(
    _ sample: [SIMD2<Float>], floor: [SIMD2<Float>]
  ) -> [Measurement] {
    let (ours, real) = (values(sample), values(floor))
    func measure(_ index: Int, _ title: String, _ format: Measurement.Format) -> Measurement {
      Measurement(
        Self.names[index], title: title, value: ours[index], ofReal: real[index], format: format)
    }
    return [
      measure(0, "covered", .percent), measure(1, "near data", .percent),
      measure(2, "energy", .number),
    ]
  }

  func values(_ sample: [SIMD2<Float>]) -> [Double] {
    let points = sample.filter { $0.x.isFinite && $0.y.isFinite }
    guard !points.isEmpty else { return [0, 0, .nan] }
    var isNear = Array(repeating: false, count: points.count)
    var covered = 0
    for (landmark, limit) in zip(landmarks, squares) {
      var isCovered = false
      for (index, point) in points.enumerated() where Self.square(point - landmark) <= limit {
        isCovered = true
        isNear[index] = true
      }
      covered += isCovered ? 1 : 0
    }
    let few = Array(points.prefix(Self.most))
    let energy =
      2 * Self.meanDistance(few, landmarks) - Self.meanDistance(few, few) - own
    return [
      Double(covered) / Double(landmarks.count),
      Double(isNear.count { $0 }) / Double(sample.count), energy,
    ]
  }

  private static func square(_ apart: SIMD2<Float>) -> Float {
    apart.x * apart.x + apart.y * apart.y
  }

  private static func meanDistance(_ first: [SIMD2<Float>], _ second: [SIMD2<Float>]) -> Double {
    var sum = 0.0
    for point in first {
      for other in second { sum += Double(square(point - other).squareRoot()) }
    }
    return sum / Double(first.count) / Double(second.count)
  }
}
