/// What a list shows of a recorded run.
public struct RunCard: Sendable, Equatable {
  public var id: String
  public var page: String
  public var preset: String
  public var title: String
  public var seed: UInt64
  /// Steps that were recorded.
  public var steps: Int
  /// Steps it was asked for.
  public var target: Int
  /// "finished", "diverged at step 120", "stopped at step 80".
  public var status: String
  /// The run it was forked from.
  public var parent: RunHeader.Parent?
  /// The kind of kernels: "avx2+fma".
  public var kernel: String
  /// The day and time it began.
  public var began: String
  /// One series worth showing, thinned: the modes reached, or the first cost.
  public var sparks: [Float]
  public var columns: Int
  /// Why it can't be opened, in one sentence.
  public var problem: String?
  /// Whether another program is recording it now.
  public var isElsewhere = false
  /// The games as they were at the last step.
  public var sides: [Side]
  /// The measures and the curves over time, thinned.
  public var curves: [RecordedCurve]
  /// Whether it is a line for a list: its sides and its curves are left out.
  public var isBrief: Bool

  public init(
    id: String, page: String = "", preset: String = "", title: String = "", seed: UInt64 = 0,
    steps: Int = 0, target: Int = 0, status: String = "", parent: RunHeader.Parent? = nil,
    kernel: String = "", began: String = "", sparks: [Float] = [], columns: Int = 1,
    problem: String? = nil, sides: [Side] = [],
    curves: [RecordedCurve] = [], isBrief: Bool = false
  ) {
    self.id = id
    self.page = page
    self.preset = preset
    self.title = title
    self.seed = seed
    self.steps = steps
    self.target = target
    self.status = status
    self.parent = parent
    self.kernel = kernel
    self.began = began
    self.sparks = sparks
    self.columns = columns
    self.problem = problem
    self.sides = sides
    self.curves = curves
    self.isBrief = isBrief
  }

  /// At most so many of the values, the last one among them.
  static func sparks(_ values: [Double], most: Int = 64) -> [Float] {
    let known = values.filter { !$0.isNaN }
    guard known.count > most else { return known.map { Float($0) } }
    return (0..<most).map { Float(known[$0 * (known.count - 1) / (most - 1)]) }
  }

  /// One object, keys in a fixed order.
  public var json: JSON {
    [
      "id": .text(id), "page": .text(page), "preset": .text(preset), "title": .text(title),
      "seed": .unsigned(seed), "seedText": .text(String(seed)), "steps": .integer(steps),
      "target": .integer(target),
      "status": .text(status),
      "parent": parent.map { ["run": .text($0.id), "step": .integer($0.step)] } ?? .null,
      "kernel": .text(kernel), "began": .text(began), "columns": .integer(columns),
      "recordedElsewhere": .boolean(isElsewhere),
      "problem": problem.map { .text($0) } ?? .null,
    ]
  }
}
