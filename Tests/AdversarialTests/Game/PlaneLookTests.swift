import Engine
import Experiments
import Testing

@testable import Adversarial

/// A small game of the mode-collapse page.
struct SmallGame {
  let design: Design
  let settings: Settings

  init(_ changes: [(String, Setting)] = []) throws {
    var settings = Settings(Experiment.modeCollapse.hyperparameters)
    let small: [(String, Setting)] = [
      ("noiseDimension", .number(8)), ("generatorWidth", .number(16)),
      ("discriminatorWidth", .number(16)), ("batch", .number(32)),
    ]
    for (name, setting) in small + changes { try settings.set(name, to: setting) }
    self.settings = settings
    design = try #require(try Experiment.modeCollapse.design(settings) as? Design)
  }

  func session(threads: Int = 1) -> PlaneSession {
    PlaneSession(design: design, settings: settings, seed: 1, threads: threads)
  }
}

extension PlaneSession {
  func plane(_ look: PlaneLook) -> Plane {
    guard case .plane(let plane) = picture(look) else { preconditionFailure("no plane") }
    return plane
  }
}

@Suite struct PlaneLookTests {
  private static let everything: PlaneLook.Extras = [.manifold, .pulls, .optimum, .densities]

  @Test(arguments: [0, 2])
  func `no layer moves a bit of the training`(unrollSteps: Int) throws {
    let game = try SmallGame([("unrollSteps", .number(Double(unrollSteps)))])
    let (watched, alone) = (game.session(), game.session(threads: 2))
    for step in 0..<12 {
      watched.advance()
      alone.advance()
      let look = PlaneLook(
        columns: 5 + step, rows: 4, window: Bounds(x: 0...1, y: -1...0),
        extras: Self.everything, probe: SIMD2(0.5, -0.5))
      let plane = watched.plane(look)
      #expect(plane.manifold != nil && plane.pulls != nil && plane.optimum != nil)
      #expect(plane.reading != nil && plane.densities != nil)
    }
    #expect(watched.fingerprint == alone.fingerprint)
    #expect(watched.curves == alone.curves)
  }

  @Test func `what is not asked for is not there`() throws {
    let session = try SmallGame().session()
    let plane = session.plane(PlaneLook(columns: 4, rows: 4))
    #expect(plane.manifold == nil && plane.pulls == nil && plane.optimum == nil)
    #expect(plane.reading == nil && plane.densities == nil)
    #expect(plane.window == plane.bounds)
  }

  @Test func `the points are the same whatever is asked for`() throws {
    let session = try SmallGame().session()
    let plain = session.plane(PlaneLook(columns: 4, rows: 4))
    let rich = session.plane(
      PlaneLook(
        columns: 4, rows: 4, window: Bounds(x: 1...2, y: 1...2), extras: Self.everything))
    #expect(plain.real == rich.real && plain.generated == rich.generated)
  }

  @Test func `a window's field is the whole field at the same places`() throws {
    let session = try SmallGame().session()
    for _ in 0..<5 { session.advance() }
    let whole = session.plane(PlaneLook(columns: 8, rows: 8))
    let corner = session.plane(
      PlaneLook(columns: 4, rows: 4, window: Bounds(x: 0...3, y: 0...3)))
    for row in 0..<4 {
      for column in 0..<4 {
        let (a, b) = (
          whole.field.values[row * 8 + column + 4], corner.field.values[row * 4 + column]
        )
        #expect(abs(a - b) < 1e-5)
      }
    }
    // And back: the program that was moved answers for the page again.
    #expect(session.plane(PlaneLook(columns: 8, rows: 8)).field == whole.field)
  }

  @Test func `a reading agrees with the field, the densities and the modes`() throws {
    let game = try SmallGame([("deviation", .number(0.3))])
    let session = game.session()
    _ = session.measurements()
    let mode = game.design.data.components[3].centre
    let look = PlaneLook(columns: 40, rows: 40, extras: .optimum, probe: mode)
    let plane = session.plane(look)
    let reading = try #require(plane.reading)
    let cell = plane.bounds.x.upperBound - plane.bounds.x.lowerBound
    #expect(abs(reading.place.x - mode.x) <= cell / 80 + 1e-5)
    #expect(abs(reading.place.y - mode.y) <= cell / 80 + 1e-5)
    #expect(reading.mode.index == 3 && reading.mode.count == 8 && reading.mode.centre == mode)
    #expect(plane.field.values.contains(reading.discriminator))
    // An eighth of the data, at the top of its bell: 1/(8 · 2π σ²), flattened over a cell.
    let top = 1 / (8 * 2 * Double.pi * 0.09)
    #expect(abs(reading.realDensity / top - 1) < 0.05)
    let (real, generated) = (reading.realDensity, reading.generatedDensity)
    #expect(abs(Double(reading.optimum) - real / (real + generated)) < 1e-5)
    #expect(try #require(plane.optimum).values.contains(reading.optimum))
    let survey = try #require(session.survey())
    #expect(abs(reading.mode.share - Double(survey.shares[3])) < 1e-6)
  }

  @Test func `densities sum to one over the plane`() throws {
    let session = try SmallGame().session()
    var (real, generated) = (0.0, 0.0)
    let bounds = Bounds(x: -4...4, y: -4...4)
    for row in 0..<4 {
      for column in 0..<4 {
        let probe = SIMD2<Float>(Float(column) * 2 - 3, Float(row) * 2 - 3)
        let look = PlaneLook(columns: 4, rows: 4, window: bounds, probe: probe)
        let reading = try #require(session.plane(look).reading)
        #expect(reading.place == probe)
        (real, generated) = (
          real + reading.realDensity * 4, generated + reading.generatedDensity * 4
        )
      }
    }
    #expect(abs(real - 1) < 1e-3)
    #expect(abs(generated - 1) < 1e-3)
  }

  @Test func `outside the window nothing is read`() throws {
    let session = try SmallGame().session()
    let window = Bounds(x: 0...1, y: 0...1)
    let outside: [SIMD2<Float>] = [SIMD2(2, 0.5), SIMD2(.nan, 0.5), SIMD2(0.5, -.infinity)]
    for probe in outside {
      let look = PlaneLook(columns: 4, rows: 4, window: window, probe: probe)
      #expect(session.plane(look).reading == nil)
    }
    let look = PlaneLook(columns: 0, rows: 0, probe: SIMD2(0, 0))
    #expect(session.plane(look).reading == nil)
  }
}

@Suite struct PlaneGridTests {
  @Test func `a cell's centre lies in the cell`() {
    let grid = PlaneGrid(Bounds(x: -1...2, y: 3...3.5), columns: 7, rows: 5)
    for row in 0..<5 {
      for column in 0..<7 {
        let centre = grid.centre(row: row, column: column)
        let place = grid.place(of: centre)
        #expect(place?.row == row && place?.column == column)
        let single = grid.single(row: row, column: column).bounds
        #expect(single.x.contains(centre.x) && single.y.contains(centre.y))
        #expect(grid.centres[2 * (row * 7 + column)] == centre.x)
      }
    }
    #expect(grid.place(of: SIMD2(-1, 3.5)).map { [$0.row, $0.column] } == [0, 0])
    #expect(grid.place(of: SIMD2(2, 3)).map { [$0.row, $0.column] } == [4, 6])
    #expect(grid.place(of: SIMD2(2.1, 3)) == nil)
  }

  @Test func `densities are those of all the mass that there is`() throws {
    let session = try SmallGame().session()
    var look = PlaneLook(columns: 300, rows: 300, window: Bounds(x: -3...3, y: -3...3))
    look.extras = .densities
    let densities = try #require(session.plane(look).densities)
    let area = 36.0 / 90_000
    let mass = densities.data.values.reduce(0) { $0 + Double($1) * area }
    #expect(abs(mass - 1) < 1e-3)
    let model = densities.model.values.reduce(0) { $0 + Double($1) * area }
    #expect(model > 0.9 && model < 1 + 1e-6)
    // A mode's middle, where an eighth of the data stands as a Gaussian of std 0.02.
    let peak = Double(densities.data.values.max() ?? 0)
    #expect(peak > 0.8 * 0.125 / (2 * Double.pi * 0.02 * 0.02) && peak < 50)
  }
}
