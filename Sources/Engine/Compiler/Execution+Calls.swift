internal import CKernels

extension Execution {
  /// Kernel calls that are the same in every run: those of segments that run in one piece. Where
  /// a whole step takes microseconds, putting a call together is a part of it.
  final class Calls {
    fileprivate enum Call {
      /// Put together at each run.
      case none
      case product(UnsafeMutablePointer<ck_product>)
      case dots(UnsafeMutablePointer<ck_dots>)
      case chain(UnsafeMutablePointer<ck_chain>)
    }

    private let calls: UnsafeMutablePointer<Call>
    private var owned: [UnsafeMutableRawPointer] = []

    init(_ count: Int) {
      calls = .allocate(capacity: max(1, count))
      calls.initialize(repeating: .none, count: max(1, count))
    }

    deinit {
      calls.deallocate()
      for memory in owned { memory.deallocate() }
    }

    fileprivate func put(_ call: Call, at index: Int) { calls[index] = call }

    /// Room for the arguments of a call, as long as the calls are there.
    fileprivate func room<Value>(_ count: Int = 1) -> UnsafeMutablePointer<Value> {
      let room = UnsafeMutablePointer<Value>.allocate(capacity: max(1, count))
      owned.append(UnsafeMutableRawPointer(room))
      return room
    }

    /// Runs an instruction whose call is known; returns whether it is.
    @inline(__always)
    func run(_ index: Int, _ kernels: ck_kernels) -> Bool {
      switch calls[index] {
      case .none: return false
      case .product(let job): kernels.product(job)
      case .dots(let job): kernels.dots(job)
      case .chain(let job): kernels.chain(job)
      }
      return true
    }
  }

  func prepareCalls(of workspace: Workspace) {
    let calls = workspace.calls
    for task in code.tasks where code.segments[task.segment].tiles == 1 {
      let segment = code.segments[task.segment]
      for index in segment.firstInstruction..<segment.firstInstruction + segment.instructionCount {
        switch code.instructions[index] {
        case .product(let call) where call.isOneMatrix:
          let room: UnsafeMutablePointer<ck_product> = calls.room()
          room.initialize(to: job(call, task, workspace))
          calls.put(.product(room), at: index)
        case .dots(let call) where call.isOneMatrix:
          let room: UnsafeMutablePointer<ck_dots> = calls.room()
          room.initialize(to: innerJob(call, task, workspace))
          calls.put(.dots(room), at: index)
        case .chain(let call):
          let room: UnsafeMutablePointer<ck_chain> = calls.room()
          room.initialize(to: job(call, task, workspace, calls.room(call.operandCount)))
          calls.put(.chain(room), at: index)
        default: break
        }
      }
    }
  }
}
