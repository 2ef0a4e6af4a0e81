import Testing

@testable import HTMLTree

/// The tests of html5lib for trees.
@Suite(.enabled(if: ConformanceFiles.areThere, "\(ConformanceFiles.missing)"))
struct TreeConformanceTests {
  /// Why a tree may be another, and how many are for that reason.
  enum Reason: CaseIterable {
    /// The test is for programs that run scripts.
    case scripts
    /// Names in SVG and MathML are kept in lower case, and prefixes of attributes with them.
    case foreignNames
    /// A document type that is known to be old does not change how tables end paragraphs.
    case oldTypes
    /// What is selected is not copied into the button.
    case selectedContent
    case unknown
  }

  @Test func treesAreThoseOfTheStandard() throws {
    var passed = 0
    var others: [Reason: [String]] = [:]
    for file in ConformanceFiles.names(in: "tree-construction", ending: ".dat") {
      let text = String(
        decoding: try ConformanceFiles.bytes("tree-construction/" + file), as: UTF8.self)
      for test in TreeCase.all(in: text) {
        let found = HTMLTree(test.data, in: test.parsedContext).printed
        if found == test.document {
          passed += 1
        } else {
          others[reason(test, found, file), default: []].append("\(file): \(test.data)")
        }
      }
    }
    #expect(others[.unknown] == nil)
    #expect(
      others.mapValues(\.count) == [
        .scripts: 8, .foreignNames: 37, .oldTypes: 3, .selectedContent: 4,
      ])
    #expect(passed == 1740)
  }

  private func reason(_ test: TreeCase, _ found: String, _ file: String) -> Reason {
    if test.needsScripts { return .scripts }
    if lines(found) == lines(test.document) { return .foreignNames }
    if file.hasPrefix("quirks") { return .oldTypes }
    return test.data.contains("<selectedcontent>") ? .selectedContent : .unknown
  }

  /// The lines of a printed tree in one spelling and in one order.
  private func lines(_ text: String) -> [String] {
    text.lowercased().split(separator: "\n").map {
      String($0).replacing(" xlink ", with: " xlink:").replacing(" xml ", with: " xml:")
    }.sorted()
  }
}
