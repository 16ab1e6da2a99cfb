/// Places buffers with lifetimes in one stretch of memory, so that buffers which are never alive
/// together share floats.
package struct MemoryPlan {
  /// A buffer that is needed from time `start` up to and including `end`.
  package struct Request {
    package var size: Int
    package var start: Int
    package var end: Int

    package init(size: Int, start: Int, end: Int) {
      (self.size, self.start, self.end) = (size, start, end)
    }
  }

  /// For each request, where it starts, in floats; a multiple of 16 (a cache line).
  package private(set) var offsets: [Int]
  /// Floats needed in all.
  package private(set) var size = 0

  /// First fit, in order of start.
  package init(_ requests: [Request]) {
    offsets = Array(repeating: 0, count: requests.count)
    var alive: [(from: Int, to: Int, end: Int)] = []
    let order = requests.indices.sorted {
      (requests[$0].start, -requests[$0].size, $0) < (requests[$1].start, -requests[$1].size, $1)
    }
    for index in order {
      let request = requests[index]
      alive.removeAll { $0.end < request.start }
      // Room for a whole vector read past the end.
      let length = (request.size + 31) / 16 * 16
      var from = 0
      for other in alive {
        if other.from >= from + length { break }
        from = max(from, other.to)
      }
      offsets[index] = from
      size = max(size, from + length)
      let position = alive.firstIndex { $0.from > from } ?? alive.count
      alive.insert((from, from + length, request.end), at: position)
    }
  }
}
