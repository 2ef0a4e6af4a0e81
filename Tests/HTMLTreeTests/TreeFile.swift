import HTMLTree

/// A test of html5lib for trees: HTML and the tree that it gives, printed.
struct TreeCase {
  var data = ""
  /// What it stands in; empty for a whole document.
  var context = ""
  /// Whether it is only for browsers that run scripts.
  var needsScripts = false
  var document = ""

  var parsedContext: HTMLTree.Context {
    let words = context.split(separator: " ").map { String($0) }
    switch words.first {
    case nil: return .document
    case "svg" where words.count == 2: return .foreign(.svg, words[1].lowercased())
    case "math" where words.count == 2: return .foreign(.mathML, words[1].lowercased())
    default: return .element(HTMLName.allCases.first { "\($0)" == words[0] } ?? .other)
    }
  }

  /// The tests of a file.
  static func all(in text: String) -> [TreeCase] {
    var result: [TreeCase] = []
    var section = ""
    var lines: [Substring] = []
    func end() {
      if result.isEmpty { return }
      let text = lines.joined(separator: "\n")
      switch section {
      case "#data": result[result.count - 1].data = text
      case "#document-fragment": result[result.count - 1].context = text
      case "#document": result[result.count - 1].document = text
      case "#script-on": result[result.count - 1].needsScripts = true
      default: break
      }
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let names = [
        "#data", "#errors", "#new-errors", "#document-fragment", "#script-on", "#script-off",
        "#document",
      ]
      if names.contains(String(line)) {
        if line == "#data", lines.last == "" { lines.removeLast() }
        end()
        if line == "#data" { result.append(TreeCase()) }
        section = String(line)
        lines = []
      } else {
        lines.append(line)
      }
    }
    while lines.last == "" { lines.removeLast() }
    end()
    return result
  }
}

extension HTMLTree {
  /// As the tests of html5lib print it.
  var printed: String {
    var lines: [String] = []
    // What is open, by its end, and how far what is in it is set in.
    var open: [(end: Int, depth: Int)] = []
    for (index, node) in nodes.enumerated() {
      while let last = open.last, last.end <= index { open.removeLast() }
      let depth = open.last?.depth ?? 0
      let indent = "| " + String(repeating: "  ", count: depth)
      switch node.kind {
      case .text: lines.append(indent + "\"" + text(of: index) + "\"")
      case .comment: lines.append(indent + "<!-- " + text(of: index) + " -->")
      case .doctype: lines.append(indent + "<!DOCTYPE " + text(of: index) + ">")
      case .element, .foreign:
        var prefix = ""
        if case .foreign(let kind) = node.kind { prefix = kind == .svg ? "svg " : "math " }
        lines.append(indent + "<" + prefix + spelling(of: index) + ">")
        for (name, value) in attributes(of: index).sorted(by: { $0.name < $1.name }) {
          lines.append(indent + "  " + name + "=\"" + value + "\"")
        }
        let isTemplate = node.name == .template && prefix.isEmpty
        if isTemplate { lines.append(indent + "  content") }
        open.append((node.end, depth + (isTemplate ? 2 : 1)))
      }
    }
    return lines.joined(separator: "\n")
  }
}
