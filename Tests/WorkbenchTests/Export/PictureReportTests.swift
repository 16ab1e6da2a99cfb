import Adversarial
import Foundation
import Notebook
import Plotting
import Testing

#if canImport(FoundationXML)
import FoundationXML
#endif

@testable import Workbench

@Suite struct PictureReportTests {
  /// What an XML reader finds: how often each element comes, and all texts.
  private final class Reader: NSObject, XMLParserDelegate {
    var counts: [String: Int] = [:]
    var texts = ""
    var error: String?

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      counts[name, default: 0] += 1
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) { texts += text }

    func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) {
      self.error = "line \(parser.lineNumber): \(error)"
    }
  }

  private func read(_ text: String) -> Reader {
    let reader = Reader()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = reader
    #expect(parser.parse(), "\(reader.error ?? "not well-formed")")
    return reader
  }

  @Test func `it is well-formed, whatever the texts are`() throws {
    let title = "\"quoted\" & <b>'bold'</b> \u{1} ]]>"
    let picture = try Fixture.report(Fixture.smallPreset(steps: 3, title: title), []).picture
    #expect(read(picture).texts.contains("\"quoted\" & <b>'bold'</b> \u{FFFD} ]]>"))
  }

  @Test func `every step has its picture, every point its circle`() throws {
    let report = try Fixture.report()
    let reader = read(report.picture)
    for step in [0, 52, 104, 156, 208, 260] { #expect(reader.texts.contains("step \(step)")) }
    #expect(reader.counts["svg"] == 7)
    let points = report.film.reduce(0) { sum, moment in
      guard case .plane(let plane) = moment.columns[0].picture else { return sum }
      return sum + (plane.real + plane.generated).count { plane.bounds.contains($0) }
    }
    #expect(reader.counts["circle"] == points + 2, "two stand in the legend")
    #expect(reader.texts.contains("2  before step 90: one step of G alone"))
    #expect(reader.texts.contains("ganbook run ring-small"))
    #expect(reader.texts.contains("ln 2") && reader.texts.contains("real data"))
  }

  @Test func `a twin has two rows of pictures and of curves`() throws {
    let (one, two) = (read(try Fixture.report().picture), read(try Fixture.twinReport().picture))
    #expect(two.counts["svg"] == 13)
    #expect(two.texts.count { $0 == "½" } >= 2 * one.texts.count { $0 == "½" })
    #expect(two.texts.contains("batch 16") && two.texts.contains("The columns part at step 1"))
  }

  @Test func `every plane has the line of the screen, of its own values`() throws {
    let report = try Fixture.report()
    let picture = report.picture
    for moment in report.film {
      guard case .plane(let plane) = moment.columns[0].picture else { continue }
      var memory = PlaneMemory()
      memory.take(plane, step: moment.step)
      let pieces = memory.learned.line.pieces
      guard let piece = pieces.first else { continue }
      let size = PicturePlane.size(of: report.film)
      func place(_ share: SIMD2<Double>) -> String {
        "\(SVG.number(share.x * size.width)) \(SVG.number(share.y * size.height))"
      }
      #expect(picture.contains("d=\"M\(place(piece.start))L\(place(piece.end))"))
    }
    #expect(picture.contains("class=\"boundary\""))
  }

  @Test func `no number in it is infinite`() throws {
    let picture = try Fixture.report().picture
    for word in ["\"nan", "\"inf", "NaN ", " inf"] { #expect(!picture.contains(word), "\(word)") }
  }
}
