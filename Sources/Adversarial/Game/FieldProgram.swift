internal import Engine

/// D's outputs, and its probability "real", at the centres of a grid of cells; the grid can be
/// moved over the plane without building anything anew.
final class FieldProgram {
  let columns: Int
  let rows: Int
  private var grid: PlaneGrid?
  private let player: NetworkInputs
  private let centres: Tensor
  private let scores: Tensor
  private let probabilities: Tensor
  private let program: Program

  init(_ design: Design, columns: Int, rows: Int, threads: Int) {
    self.columns = columns
    self.rows = rows
    let graph = Graph()
    player = NetworkInputs(.discriminator, design.discriminator, in: graph)
    centres = graph.input("centres", [columns * rows, 2])
    scores = design.discriminator(centres, player.parameters)
    probabilities = scores.sigmoid()
    program = Program(graph, outputs: [probabilities, scores], threads: threads)
  }

  func values(
    _ game: CompiledGame, over wanted: PlaneGrid, on pool: WorkerPool
  ) -> (probabilities: [Float], scores: [Float]) {
    if grid != wanted { program.write(wanted.centres, to: centres) }
    grid = wanted
    player.write(game, into: program)
    program.run(seed: 0, step: 0, on: pool)
    return (program.read(probabilities), program.read(scores))
  }
}
