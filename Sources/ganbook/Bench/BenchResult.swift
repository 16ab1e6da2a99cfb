private import Foundation
private import Notebook

/// What a measurement wrote with --json, as far as two of them can be compared.
struct BenchResult: Decodable {
  /// One workload on so many threads.
  struct Row: Decodable {
    let name: String
    let threads: Int
    /// Steps a second of each repeat; of the screen, shares of the headless rate.
    let rates: [Double]
  }

  let peakGFLOPS: Double
  let workloads: [Row]

  /// - Throws: ``Failure`` in one sentence where the file is none of these.
  init(file path: String) throws(Failure) {
    let name = Wording.quoted(path)
    let bytes: Data
    do throws(PresetError) {
      bytes = try InputFile.read(path, as: "a measurement")
    } catch {
      throw Failure(error)
    }
    do {
      self = try JSONDecoder().decode(BenchResult.self, from: bytes)
    } catch {
      throw Failure(.data, "\(name) is no result of 'ganbook bench --json'")
    }
    guard peakGFLOPS > 0,
      workloads.allSatisfy({ !$0.rates.isEmpty && $0.rates.allSatisfy { $0 > 0 } })
    else { throw Failure(.data, "\(name) holds a rate that is not above 0") }
  }

  init(peakGFLOPS: Double, workloads: [Row]) {
    self.peakGFLOPS = peakGFLOPS
    self.workloads = workloads
  }
}
