import Engine
import Testing

@Suite struct MemoryPlans {
  @Test(arguments: 0..<30)
  func `buffers that are alive together never overlap`(_ seed: Int) {
    var numbers = Numbers(seed: seed)
    let requests = (0..<60).map { _ in
      let start = numbers.next(below: 20) - 1
      return MemoryPlan.Request(
        size: 1 + numbers.next(below: 200), start: start, end: start + numbers.next(below: 8))
    }
    let plan = MemoryPlan(requests)
    for (i, a) in requests.enumerated() {
      #expect(plan.offsets[i].isMultiple(of: 16))
      // A kernel may read a whole vector past the end.
      #expect(plan.offsets[i] + a.size + 8 <= plan.size)
      for (j, b) in requests.enumerated() where i < j && a.start <= b.end && b.start <= a.end {
        let apart =
          plan.offsets[i] + a.size <= plan.offsets[j]
          || plan.offsets[j] + b.size <= plan.offsets[i]
        #expect(apart, "\(a) and \(b)")
      }
    }
  }

  @Test func `buffers that are never alive together share memory`() {
    let requests = (0..<10).map { MemoryPlan.Request(size: 100, start: $0, end: $0) }
    #expect(Set(MemoryPlan(requests).offsets) == [0])
    #expect(MemoryPlan(requests).size < 200)
  }

  @Test func `no requests take no memory`() {
    #expect(MemoryPlan([]).size == 0)
  }
}
