import CKernels
import Foundation
import Testing

/// Draws rows × columns, `step` floats from row to row.
private func draw(
  _ kind: Kind, normal: Bool, rows: Int, columns: Int, from row: Int = 0, seed: UInt64 = 0,
  stream: UInt32 = 0, at time: UInt32 = 0, step: Int? = nil
) -> [Float] {
  let step = step ?? columns
  var to = [Float](repeating: canary, count: rows * step + 1)
  to.withUnsafeMutableBufferPointer { buffer in
    var job = ck_draw(
      seed: seed, stream: stream, step: time, first_row: UInt32(row), rows: Int32(rows),
      columns: Int32(columns), to: buffer.baseAddress, to_row: step)
    if normal { kind.kernels.normals(&job) } else { kind.kernels.uniforms(&job) }
  }
  return to
}

/// Philox4x32-10, by its paper.
private func philox(_ counter: [UInt32], _ seed: UInt64) -> [UInt32] {
  var c = counter
  var key = [UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32)]
  for _ in 0..<10 {
    let p0 = c[0].multipliedFullWidth(by: 0xD251_1F53)
    let p1 = c[2].multipliedFullWidth(by: 0xCD9E_8D57)
    c = [p1.high ^ c[1] ^ key[0], p1.low, p0.high ^ c[3] ^ key[1], p0.low]
    key = [key[0] &+ 0x9E37_79B9, key[1] &+ 0xBB67_AE85]
  }
  return c
}

/// The uniform that the contract gives for a place.
private func uniform(_ row: Int, _ column: Int, seed: UInt64, stream: UInt32, time: UInt32) -> Float
{
  let block = UInt32(column / 32 * 8 + column % 8)
  let word = philox([block, UInt32(row), time, stream], seed)[column % 32 / 8]
  return Float(Double(word >> 9) * 0x1p-23 + 0x1p-24)
}

@Suite struct RandomDraws {
  /// Random123's known answers: counter, key, words.
  @Test func `the reference of these tests gives the known answers`() {
    #expect(philox([0, 0, 0, 0], 0) == [0x6627_E8D5, 0xE169_C58D, 0xBC57_AC4C, 0x9B00_DBD8])
    let ones = UInt32.max
    #expect(
      philox([ones, ones, ones, ones], .max)
        == [0x408F_276D, 0x41C8_3B0E, 0xA20B_C7C6, 0x6D54_51FD])
    #expect(
      philox([0x243F_6A88, 0x85A3_08D3, 0x1319_8A2E, 0x0370_7344], 0x299F_31D0_A409_3822)
        == [0xD16C_FE09, 0x94FD_CCEB, 0x5001_E420, 0x2412_6EA1])
  }

  @Test(arguments: Kind.all)
  func `uniforms are the stated words of the stated blocks`(_ kind: Kind) {
    for columns in [1, 2, 3, 7, 8, 9, 31, 32, 33, 70, 256] {
      let got = draw(
        kind, normal: false, rows: 5, columns: columns, from: 3, seed: 0x1234_5678_9ABC_DEF0,
        stream: 9, at: 77)
      for row in 0..<5 {
        for column in 0..<columns {
          let expected = uniform(
            row + 3, column, seed: 0x1234_5678_9ABC_DEF0, stream: 9, time: 77)
          guard got[row * columns + column] == expected else {
            Issue.record("(\(row), \(column)) of \(columns) columns")
            return
          }
        }
      }
      #expect(got.last?.bitPattern == canary.bitPattern)
    }
  }

  @Test(arguments: Kind.all)
  func `normals are Box and Muller's of the stated uniforms`(_ kind: Kind) {
    let got = draw(kind, normal: true, rows: 40, columns: 64, seed: 5, stream: 1, at: 2)
    var worst = 0.0
    for row in 0..<40 {
      for column in 0..<64 {
        let isSine = column % 16 >= 8
        let first = isSine ? column - 8 : column
        let u0 = Double(uniform(row, first, seed: 5, stream: 1, time: 2))
        let u1 = Double(uniform(row, first + 8, seed: 5, stream: 1, time: 2))
        let radius = (-2 * log(u0)).squareRoot()
        let exact = radius * (isSine ? sin(2 * .pi * u1) : cos(2 * .pi * u1))
        worst = max(worst, abs(Double(got[row * 64 + column]) - exact))
      }
    }
    #expect(worst < 1e-6)
  }

  @Test(arguments: Kind.all, [true, false])
  func `a draw depends on its place alone`(_ kind: Kind, _ normal: Bool) {
    let whole = draw(kind, normal: normal, rows: 50, columns: 40)
    for columns in [1, 5, 8, 20, 33] {
      let part = draw(kind, normal: normal, rows: 7, columns: columns, from: 13, step: 43)
      for row in 0..<7 {
        let expected = whole[((13 + row) * 40)...].prefix(columns)
        #expect(bits(Array(part[(row * 43)...].prefix(columns))) == bits(Array(expected)))
      }
      #expect(part[columns].bitPattern == canary.bitPattern)
    }
  }

  @Test(arguments: Kind.all)
  func `seed, stream and step each give other numbers`(_ kind: Kind) {
    let base = draw(kind, normal: true, rows: 2, columns: 40)
    let others = [
      draw(kind, normal: true, rows: 2, columns: 40, seed: 1),
      draw(kind, normal: true, rows: 2, columns: 40, seed: 1 << 32),
      draw(kind, normal: true, rows: 2, columns: 40, stream: 1),
      draw(kind, normal: true, rows: 2, columns: 40, at: 1),
    ]
    for other in others { #expect(zip(base, other).filter { $0 == $1 }.count < 3) }
  }

  @Test(arguments: Kind.all)
  func `normals have the moments of normals`(_ kind: Kind) {
    let values = draw(kind, normal: true, rows: 4_000, columns: 256, seed: 11).dropLast()
    let count = Double(values.count)
    var sums = [Double](repeating: 0, count: 5)
    for value in values {
      var power = 1.0
      for order in 1...4 {
        power *= Double(value)
        sums[order] += power
      }
    }
    // Within five standard errors of 0, 1, 0 and 3.
    #expect(abs(sums[1] / count) < 5 / count.squareRoot())
    #expect(abs(sums[2] / count - 1) < 5 * (2 / count).squareRoot())
    #expect(abs(sums[3] / count) < 5 * (15 / count).squareRoot())
    #expect(abs(sums[4] / count - 3) < 5 * (96 / count).squareRoot())
  }

  @Test(arguments: Kind.all)
  func `neighbouring normals are not correlated`(_ kind: Kind) {
    let values = draw(kind, normal: true, rows: 2_000, columns: 256, seed: 12)
    for lag in [1, 8, 16, 32, 256] {
      let pairs = zip(values.dropLast(), values.dropLast().dropFirst(lag))
      let sum = pairs.reduce(0) { $0 + Double($1.0) * Double($1.1) }
      #expect(abs(sum) < 5 * Double(values.count).squareRoot())
    }
  }
}
