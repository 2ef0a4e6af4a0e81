import Sites
import DiscussionModel
import Glibc
import Testing

@testable import Reader

/// The saved page that lies beside the project, where it is there.
@Suite(
  .enabled(if: SavedPage.isThere, "../shared/seed, which is no part of the project, is not there"))
struct QuotesSeedTests {
  @Test(arguments: [1, 7, Int.max])
  func whatIsQuotedIsFound(units: Int) throws {
    let found = try SavedPageImport.discussion(
      page: SavedPage.bytes("page.txt"), outline: SavedPage.bytes("page.outline.json"), id: nil)
    var pairs: [String] = []
    for quotation in found.discussion.quotations(units: units) {
      let pair = quotation.replacing(#/\.\d+/#, with: "")
      if pairs.last != pair { pairs.append(pair) }
    }
    #expect(
      Set(pairs) == ["3 1", "16 15", "18 17", "19 16", "28 27", "39 article", "40 39"])
  }
}

/// Files beside the package's root.
private enum SavedPage {
  static let isThere = !bytes("page.txt").isEmpty

  static func bytes(_ name: String) -> [UInt8] {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    guard let file = fopen("/\(root)/../shared/seed/\(name)", "rb") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes += buffer[..<count]
    }
    return bytes
  }
}
