import Foundation

/// A colour in linear light, for contrast as WCAG 2.1 counts it and difference as CIE 1976 does.
struct Color {
  var red: Double
  var green: Double
  var blue: Double

  /// How an eye sees: with three kinds of cones, or with one of them missing.
  enum Vision: CaseIterable {
    case common, protanopia, deuteranopia, tritanopia

    /// Machado, Oliveira, Fernandes 2009, severity 1.
    var rows: [[Double]] {
      switch self {
      case .common: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
      case .protanopia:
        [
          [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
          [-0.003882, -0.048116, 1.051998],
        ]
      case .deuteranopia:
        [
          [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
          [-0.011820, 0.042940, 0.968881],
        ]
      case .tritanopia:
        [
          [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
          [0.004733, 0.691367, 0.303900],
        ]
      }
    }
  }

  /// What the first sixteen colours are, which differ between terminals.
  enum Console {
    case xterm, linux

    var colors: [UInt32] {
      switch self {
      case .xterm:
        [
          0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
          0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
        ]
      case .linux:
        [
          0x000000, 0xAA0000, 0x00AA00, 0xAA5500, 0x0000AA, 0xAA00AA, 0x00AAAA, 0xAAAAAA,
          0x555555, 0xFF5555, 0x55FF55, 0xFFFF55, 0x5555FF, 0xFF55FF, 0x55FFFF, 0xFFFFFF,
        ]
      }
    }
  }

  /// A colour of the palette of 256.
  init(_ number: Int16, _ console: Console = .xterm) {
    precondition((0..<256).contains(number), "colour \(number) is the terminal's own")
    let index = Int(number) - 16
    let steps = [0, 95, 135, 175, 215, 255]
    let channels: [Int]
    if number < 16 {
      let color = console.colors[Int(number)]
      channels = [16, 8, 0].map { Int(color >> $0 & 0xFF) }
    } else if number >= 232 {
      channels = Array(repeating: 8 + 10 * (Int(number) - 232), count: 3)
    } else {
      channels = [steps[index / 36], steps[index / 6 % 6], steps[index % 6]]
    }
    let linear = channels.map { value in
      let share = Double(value) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    (red, green, blue) = (linear[0], linear[1], linear[2])
  }

  private init(_ channels: [Double]) {
    (red, green, blue) = (channels[0], channels[1], channels[2])
  }

  var luminance: Double { 0.2126 * red + 0.7152 * green + 0.0722 * blue }

  func contrast(to other: Color) -> Double {
    let (light, dark) = (max(luminance, other.luminance), min(luminance, other.luminance))
    return (light + 0.05) / (dark + 0.05)
  }

  func seen(by vision: Vision) -> Color {
    Color(
      vision.rows.map { row in
        min(max(row[0] * red + row[1] * green + row[2] * blue, 0), 1)
      })
  }

  func distance(to other: Color) -> Double {
    zip(lab, other.lab).map { ($0 - $1) * ($0 - $1) }.reduce(0, +).squareRoot()
  }

  /// Above 0 on the side of red and yellow, below on that of blue and cyan: a* + b* of CIE 1976.
  var warmth: Double { lab[1] + lab[2] }

  private var lab: [Double] {
    func root(_ value: Double) -> Double {
      value > 0.008856 ? cbrt(value) : 7.787 * value + 16.0 / 116
    }
    let x = root((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047)
    let y = root(luminance)
    let z = root((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883)
    return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
  }
}
