import Engine
import Foundation

/// A small case computed in double precision by an independent implementation: settings, inputs
/// and expected values by name, arrays row-major.
struct GoldenVector {
  /// A tree of what the file holds.
  indirect enum Value {
    case number(Double)
    case text(String)
    case flag(Bool)
    case array(shape: [Int], numbers: [Double])
    case list([Value])
    case table([String: Value])
  }

  struct Fault: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
  }

  let name: String
  let kind: String
  let root: Value

  init(_ file: URL) throws {
    let json = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
    root = try Self.value(json)
    name = file.lastPathComponent
    guard case .table(let table) = root, case .text(let kind)? = table["kind"] else {
      throw Fault("\(file.lastPathComponent) has no kind")
    }
    self.kind = kind
  }

  /// Every vector of a folder, by name.
  static func all(in folder: URL) throws -> [GoldenVector] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    return try names.filter { $0.hasSuffix(".json") }.sorted().map {
      try GoldenVector(folder.appendingPathComponent($0))
    }
  }

  private static func value(_ json: Any) throws -> Value {
    switch json {
    case let text as String: return .text(text)
    case let list as [Any]: return .list(try list.map(value))
    case let table as [String: Any]:
      if let shape = table["shape"] as? [Int], let data = table["data"] as? [Any] {
        return .array(shape: shape, numbers: try data.map { try number($0) })
      }
      return .table(try table.mapValues(value))
    case let number as NSNumber:
      return CFBoolean.isBoolean(number) ? .flag(number.boolValue) : .number(number.doubleValue)
    default: throw Fault("a value of type \(type(of: json))")
    }
  }

  private static func number(_ json: Any) throws -> Double {
    guard let number = json as? NSNumber else { throw Fault("\(json) is no number") }
    return number.doubleValue
  }

  /// What stands at a path: `"inputs", "adam", "m"`.
  func value(_ path: String...) throws -> Value {
    var here = root
    for key in path {
      guard case .table(let table) = here, let next = table[key] else {
        throw Fault("\(name) has no \(path.joined(separator: "."))")
      }
      here = next
    }
    return here
  }

  func number(_ path: String...) throws -> Double {
    var here = root
    for key in path { here = try here[key] }
    guard case .number(let number) = here else { throw Fault("\(path) is no number") }
    return number
  }

  func text(_ key: String) throws -> String {
    guard case .text(let text) = try value("settings", key) else { throw Fault("\(key)") }
    return text
  }
}

extension GoldenVector.Value {
  subscript(key: String) -> GoldenVector.Value {
    get throws {
      guard case .table(let table) = self, let value = table[key] else {
        throw GoldenVector.Fault("no '\(key)'")
      }
      return value
    }
  }

  /// All arrays of a nested list, in order: a network's [[W, b], …].
  var arrays: [(shape: [Int], numbers: [Double])] {
    switch self {
    case .array(let shape, let numbers): [(shape, numbers)]
    case .list(let values): values.flatMap(\.arrays)
    case .number(let number): [([], [number])]
    case .text, .flag, .table: []
    }
  }

  var isTrue: Bool {
    switch self {
    case .flag(let flag): flag
    case .number(let number): number != 0
    default: false
    }
  }
}

/// Telling JSON's true from its 1, which Foundation keeps in one class.
private enum CFBoolean {
  static func isBoolean(_ number: NSNumber) -> Bool {
    let type = String(cString: number.objCType)
    return type == "c" || type == "B"
  }
}
