public import Adversarial

/// What the training thread shows of a run at one step: an immutable value, the newest wins.
public struct Moment: Sendable {
  /// The step that everything here belongs to.
  public var step: Int
  public var status: RunStatus
  public var seed: UInt64
  /// The steps the run was asked for.
  public var steps: Int
  /// The kind of kernels: "avx2+fma".
  public var kernel: String
  /// At least one; a twin has two.
  public var columns: [Column]
  /// Where time stands, and what happened in it.
  public var time: Time
  /// The name the run is recorded under; nil where it isn't.
  public var id: String?

  /// One game of the run.
  public struct Column: Sendable {
    /// What sets it apart, in words; empty where it is alone.
    public var title: String
    /// The settings that the next step will use.
    public var settings: Settings
    /// What `curves` and the history's first series are.
    public var curveList: [Curve]
    /// The curves of this step; empty before the first.
    public var curves: [Float]
    public var measures: [Measurement]
    public var picture: Picture
    /// The curves and then the measures so far, bounded in size: between two measurements a record
    /// holds the older one.
    public var history: History
    /// Where the samples were, mode by mode.
    public var life: ModeLife
    /// `.training` or `.diverged`.
    public var status: RunStatus

    public init(
      title: String = "", settings: Settings, curveList: [Curve], curves: [Float],
      measures: [Measurement], picture: Picture, history: History,
      life: ModeLife = ModeLife(), status: RunStatus = .training
    ) {
      self.title = title
      self.settings = settings
      self.curveList = curveList
      self.curves = curves
      self.measures = measures
      self.picture = picture
      self.history = history
      self.life = life
      self.status = status
    }
  }

  /// The run's time as the time bar shows it.
  public struct Time: Sendable, Equatable {
    /// The step that training has reached; `step` lies before it while a person looks back.
    public var live: Int
    /// Everything that was done to the run, in order.
    public var commands: [StampedCommand]
    /// Steps that can be gone back to at once.
    public var keyframes: [Int]
    /// The first step whose curves differ between the columns of a twin.
    public var parted: Int?

    public init(
      live: Int, commands: [StampedCommand] = [], keyframes: [Int] = [], parted: Int? = nil
    ) {
      self.live = live
      self.commands = commands
      self.keyframes = keyframes
      self.parted = parted
    }
  }

  public init(
    step: Int, status: RunStatus, seed: UInt64, steps: Int, kernel: String, columns: [Column],
    time: Time, id: String? = nil
  ) {
    precondition(!columns.isEmpty, "a moment has at least one column")
    self.step = step
    self.status = status
    self.seed = seed
    self.steps = steps
    self.kernel = kernel
    self.columns = columns
    self.time = time
    self.id = id
  }

  /// Whether a person looks back at an earlier step.
  public var isPast: Bool { step < time.live }
}
