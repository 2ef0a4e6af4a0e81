import RichText
import TextGrid

/// A text's blocks as lines of HTML; what is opened in it is closed in it.
struct HTMLBlocks {
  private(set) var lines: [String] = []
  private let links: [SafeText]
  /// The containers that are open, outermost first.
  private var open: [Block.Container] = []

  /// - Parameters:
  ///   - body: the text.
  ///   - headings: the level of its highest headings, from 1 to 6.
  init(_ body: Body, headings: Int) {
    links = body.links
    for run in CoveredBlocks.runs(of: body.blocks) {
      switch run.cover {
      case nil: for block in run.blocks { add(block, headings: headings) }
      case .masked:
        close()
        lines.append("<p class=\"m\">\(run.wordsHidden.inHTML)</p>")
      case .spoiler(let title, _):
        close()
        lines.append(Self.summary(title.isEmpty ? "spoiler" : title))
        for block in run.blocks { add(block, headings: headings) }
        close()
        lines.append("</details>")
      }
    }
    close()
  }

  /// What begins a part that is folded at first, and ends with `</details>`.
  static func summary(_ title: SafeText) -> String {
    "<details class=\"v\"><summary>▒ \(title.inHTML)</summary>"
  }

  private mutating func add(_ block: Block, headings: Int) {
    let place = move(to: block.containers)
    let kept = block.isTight ? " class=\"k\"" : ""
    let texts = block.lines.map { HTMLLine.text($0, links: links, isAligned: block.isAligned) }
    switch block.kind {
    case .paragraph: lines.append("\(place)<p\(kept)>\(texts.joined(separator: "<br>"))</p>")
    case .heading(let level):
      let name = "h\(min(6, headings + level - 1))"
      lines.append("\(place)<\(name)>\(texts.joined(separator: "<br>"))</\(name)>")
    case .rule: lines.append(place + "<hr>")
    case .code, .table:
      let name = block.kind == .code ? "code" : "span"
      // The line feed after the tag is not part of the text.
      lines.append("\(place)<pre tabindex=\"0\">")
      lines.append("<\(name)>" + (texts.first ?? ""))
      lines += texts.dropFirst()
      lines[lines.count - 1] += "</\(name)></pre>"
    }
  }

  private mutating func close() {
    let tags = move(to: [])
    if !tags.isEmpty { lines.append(tags) }
  }

  /// The tags that lead from what is open to what a block is in.
  private mutating func move(to containers: [Block.Container]) -> String {
    let shared = zip(containers, open).prefix { $0.continues($1) }.count
    var tags = ""
    for index in (shared..<open.count).reversed() {
      switch open[index] {
      case .quote: tags += "</blockquote>"
      case .item(let marker, _):
        let isSame = index == shared && isNext(containers, at: index, in: ItemMarker(marker))
        tags += isSame ? "</li>" : "</li>" + ItemMarker(marker).closing
      }
    }
    for index in shared..<containers.count {
      switch containers[index] {
      case .quote: tags += "<blockquote>"
      case .item(let marker, _):
        var isSame = false
        if index == shared, index < open.count, case .item(let other, _) = open[index] {
          isSame = isNext(containers, at: index, in: ItemMarker(other))
        }
        tags += isSame ? "<li>" : ItemMarker(marker).opening + "<li>"
      }
    }
    open = containers
    return tags
  }

  /// Whether the container at an index is an item of the list that is open there.
  private func isNext(
    _ containers: [Block.Container], at index: Int, in list: ItemMarker
  ) -> Bool {
    guard index < containers.count, case .item(let marker, _) = containers[index] else {
      return false
    }
    switch (ItemMarker(marker), list) {
    case (.bullet, .bullet), (.none, .none): return true
    case (.number(let number), .number(let last)): return number == last &+ 1
    case (.bullet, _), (.none, _), (.number, _): return false
    }
  }
}

extension ItemMarker {
  fileprivate var opening: String {
    switch self {
    case .bullet: "<ul>"
    case .number(1): "<ol>"
    case .number(let number): "<ol start=\"\(number)\">"
    case .none: "<ul class=\"x\">"
    }
  }

  fileprivate var closing: String {
    if case .number = self { "</ol>" } else { "</ul>" }
  }
}

extension Block {
  /// Whether its lines are below each other as they are.
  fileprivate var isAligned: Bool {
    switch kind {
    case .code, .table: true
    case .paragraph, .heading, .rule: false
    }
  }
}
