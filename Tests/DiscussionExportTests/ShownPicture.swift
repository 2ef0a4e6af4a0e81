import Foundation
import FoundationXML
import Testing
import TextGrid

/// A moving picture as a browser would show it: what is written at each time, read from the SVG.
struct ShownPicture {
  private let root: XMLElement
  private var symbols: [String: XMLElement] = [:]
  private let style: String
  /// For how long it lasts, in milliseconds.
  let duration: Int

  init(_ lines: [SafeText]) throws {
    let text = lines.map(\.string).joined(separator: "\n")
    root = try #require(try XMLDocument(xmlString: text).rootElement())
    style = try #require(root.elements(forName: "style").first?.stringValue)
    let time = try #require(style.firstMatch(of: /animation: ([0-9]+)ms step-end infinite/))
    duration = try #require(Int(time.1))
    for symbol in root.elements(forName: "defs").flatMap({ $0.elements(forName: "g") }) {
      symbols[symbol.value(of: "id")] = symbol
    }
  }

  /// The names of all elements, and the values of all attributes that lead anywhere.
  var namesAndLinks: (names: Set<String>, links: [String]) {
    var (names, links, rest) = (Set<String>(), [String](), [root])
    while let element = rest.popLast() {
      names.insert(element.name ?? "")
      links += (element.attributes ?? []).filter { $0.name?.hasSuffix("href") == true }
        .compactMap(\.stringValue)
      rest += (element.children ?? []).compactMap { $0 as? XMLElement }
    }
    return (names, links)
  }

  /// The rows of text at a time, in milliseconds, without spaces at their ends; nil is what stands if
  /// nothing moves.
  func rows(at time: Int?) -> [String] {
    var rows: [Int: [(column: Int, text: String)]] = [:]
    for group in root.elements(forName: "g") where isShown(group, at: time) {
      for use in group.elements(forName: "use") {
        let name = use.value(of: "href").dropFirst()
        let row = (number(use, "y") - 13) / 17
        for text in symbols[String(name)]?.elements(forName: "text") ?? [] {
          rows[row, default: []].append((number(text, "x") / 9, text.stringValue ?? ""))
        }
      }
    }
    return (0...(rows.keys.max() ?? 0)).map { row in
      var line = ""
      for (column, text) in (rows[row] ?? []).sorted(by: { $0.column < $1.column }) {
        line += String(repeating: " ", count: max(0, column - SafeText(line).width)) + text
      }
      return line
    }
  }

  private func number(_ element: XMLElement, _ name: String) -> Int {
    Int(element.value(of: name)) ?? 0
  }

  /// What the style sheet says of a group.
  private func isShown(_ group: XMLElement, at time: Int?) -> Bool {
    guard let name = group.value(of: "class").split(separator: " ").last else { return true }
    guard let time else { return style.contains(".\(name) { visibility: visible;") }
    let rule = style.split(separator: "\n").first { $0.hasPrefix("@keyframes \(name) {") } ?? ""
    var isVisible = false
    for frame in rule.matches(of: /([0-9.]+)% { visibility: (visible|hidden) }/) {
      let start = (Double(frame.1) ?? 0) * Double(duration) / 100
      if start <= Double(time) { isVisible = frame.2 == "visible" }
    }
    return isVisible
  }
}

extension XMLElement {
  /// The value of an attribute; empty without it.
  fileprivate func value(of name: String) -> String {
    attributes?.first { $0.name == name }?.stringValue ?? ""
  }
}
