import HTMLTree

/// Finds which earlier comment each comment quotes first.
///
/// A quote is an element that is one, a line that begins with `>`, or a paragraph of an earlier comment word for word. It is found by
/// a link to the comment or its id, by its words, or by the name before them.
struct CommentQuotes {
  private let fields: CommentFields
  private let tree: HTMLTree
  private let survey: CommentSurvey
  private let ids: CommentIDs
  private var words = QuotedWords()
  /// The last comment of each author so far.
  private var authors: [String: Int] = [:]

  /// Letters from which a paragraph that was there before is a quote.
  private static let shortest = 24

  /// - Complexity: O(length of the comments).
  static func parents(_ fields: CommentFields, _ ids: CommentIDs) -> [Int?] {
    var quotes = CommentQuotes(fields, ids)
    return fields.comments.indices.map { quotes.take($0) }
  }

  private init(_ fields: CommentFields, _ ids: CommentIDs) {
    self.fields = fields
    self.ids = ids
    survey = fields.parts.survey
    tree = survey.tree
  }

  /// The comment that a comment quotes; afterwards its own words can be quoted.
  private mutating func take(_ place: Int) -> Int? {
    let comment = fields.comments[place]
    var parent: Int?
    var own: [[UInt64]] = []
    for root in comment.text.roots {
      for block in blocks(of: root, place) {
        let text = WordHashes(block.text)
        if block.isQuote {
          if parent == nil { parent = quoted(block, text) }
        } else if block.text.utf8.count >= Self.shortest, text.hashes.count >= 4,
          let known = words.place(of: text.hashes, isWhole: true), !words.isCommon(text.hashes),
          comment.author == nil || comment.author != fields.comments[known].author
        {
          if parent == nil { parent = known }
        } else {
          own.append(text.hashes)
        }
      }
    }
    words.add(own, of: place)
    if let author = comment.author { authors[author] = place }
    return parent
  }

  private func quoted(_ block: Block, _ text: WordHashes) -> Int? {
    var at = block.node
    while at < tree.nodes[block.node].end {
      for name in ["href", "cite", "data-quote-id", "data-post", "data-post-id", "data-source"] {
        guard let value = tree.attribute(named: name, of: at), value.utf8.count <= 300 else {
          continue
        }
        let mark = value.lastIndex(of: "#").map { value.index(after: $0) } ?? value.startIndex
        if mark == value.startIndex, value.contains("/") { continue }
        if let known = ids.place(of: String(value[mark...])), known < block.place { return known }
      }
      at += 1
      if at - block.node > 64 { break }
    }
    if let known = words.place(of: text.hashes, isWhole: false) { return known }
    let said = block.text.prefix(80)
    for length in (1...4).reversed() {
      let first = said.split(whereSeparator: \.isWhitespace).prefix(length).joined(separator: " ")
      if let known = authors[CommentNames.trimmed(first)] { return known }
    }
    for name in ["data-author", "data-quote", "data-username", "title"] {
      if let value = tree.attribute(named: name, of: block.node), let known = authors[value] {
        return known
      }
    }
    return nil
  }

  // MARK: Blocks

  private struct Block {
    let node: Int
    let place: Int
    let isQuote: Bool
    let text: String
  }

  /// The paragraphs of a text, and its quotes as one each.
  private func blocks(of root: Int, _ place: Int) -> [Block] {
    var result: [Block] = []
    var text: [UInt8] = []
    var at = root
    func end() {
      defer { text = [] }
      guard !text.isEmpty else { return }
      let line = CommentSurvey.line(text[...])
      guard !line.isEmpty else { return }
      let isQuote = line.hasPrefix(">") && !line.hasPrefix(">>")
      result.append(
        Block(
          node: root, place: place, isQuote: isQuote,
          text: isQuote ? String(line.drop { $0 == ">" || $0 == " " }) : line))
    }
    while at < max(root + 1, tree.nodes[root].end) {
      let node = tree.nodes[at]
      if fields.isLeftOut[at], at != root {
        if node.isElement, !isInline(node.name) { end() }
        at = max(at + 1, node.end)
        continue
      }
      if node.isText {
        text += tree.bytes(of: at)
      } else if node.isElement {
        if isQuote(at), at != root {
          end()
          let line = CommentSurvey.line(Array(tree.text(below: at).utf8)[...])
          if !line.isEmpty {
            result.append(Block(node: at, place: place, isQuote: true, text: line))
          }
          at = node.end
          continue
        }
        if !isInline(node.name) { end() }
      }
      at += 1
      // What follows a block begins a new one.
      if let parent = tree.nodes[at - 1].parent, at == tree.nodes[parent].end,
        !isInline(tree.nodes[parent].name)
      {
        end()
      }
    }
    end()
    return result
  }

  private func isQuote(_ node: Int) -> Bool {
    tree.nodes[node].name == .blockquote || tree.nodes[node].name == .q
      || survey.hints[node].contains(.quote) && tree.nodes[node].name != .a
  }

  private func isInline(_ name: HTMLName) -> Bool {
    switch name {
    case .a, .abbr, .b, .bdi, .bdo, .big, .cite, .code, .del, .dfn, .em, .font, .i, .ins, .kbd,
      .label, .mark, .q, .s, .samp, .small, .span, .strike, .strong, .sub, .sup, .time, .tt, .u,
      .var, .wbr, .img:
      true
    default: false
    }
  }
}

/// The words of a text, as numbers; a sign of a script without spaces is a word.
struct WordHashes {
  private(set) var hashes: [UInt64] = []

  init(_ text: String) {
    var hash: UInt64 = 0
    var isInWord = false
    func mix(_ value: UInt32) { hash = (hash ^ UInt64(value)) &* 0x100_0000_01B3 }
    for scalar in text.unicodeScalars {
      let value = scalar.value
      if 0x2E80...0xD7FF ~= value || value >= 0x20000 {
        if isInWord { hashes.append(hash) }
        isInWord = false
        hash = 0xCBF2_9CE4_8422_2325
        mix(value)
        hashes.append(hash)
      } else if value >= 0x80 && !(0x2000...0x206F ~= value) && value != 0xA0
        || value < 0x80 && 0x61...0x7A ~= value | 0x20 || 0x30...0x39 ~= value
      {
        if !isInWord { hash = 0xCBF2_9CE4_8422_2325 }
        isInWord = true
        mix(0x41...0x5A ~= value ? value | 0x20 : value)
      } else if value != 0x27, value != 0x2019 {
        if isInWord { hashes.append(hash) }
        isInWord = false
      }
    }
    if isInWord { hashes.append(hash) }
  }
}

/// Which comment said which words last.
private struct QuotedWords {
  /// Comments by runs of four words.
  private var runs: [UInt64: [Int32]] = [:]
  /// Comments by all the words of a paragraph, or of the comment.
  private var wholes: [UInt64: Int32] = [:]

  /// How many comments had a paragraph, from the second on.
  private var repeats: [UInt64: Int] = [:]

  private static let length = 4
  /// Comments that are kept for a run of words, the latest.
  private static let most = 4

  mutating func add(_ blocks: [[UInt64]], of place: Int) {
    for block in blocks {
      Self.forEachRun(block) { run in
        var known = runs[run] ?? []
        if known.last == Int32(place) { return }
        if known.count == Self.most { known.removeFirst() }
        known.append(Int32(place))
        runs[run] = known
      }
      if !block.isEmpty { wholes[Self.hash(block[...])] = Int32(place) }
    }
    let all = blocks.flatMap { $0 }
    if blocks.count > 1, !all.isEmpty { wholes[Self.hash(all[...])] = Int32(place) }
  }

  /// Whether a paragraph is in many comments, such as a line that a program adds; each call counts it once more.
  mutating func isCommon(_ words: [UInt64]) -> Bool {
    repeats[Self.hash(words[...]), default: 0] += 1
    return repeats[Self.hash(words[...]), default: 0] > 2
  }

  /// The comment that said some words.
  ///
  /// - Parameters:
  ///   - words: the words.
  ///   - isWhole: whether all of them have to be its words; otherwise a name may be before them, and a part be left
  ///     out.
  /// - Returns: nil if none did.
  func place(of words: [UInt64], isWhole: Bool) -> Int? {
    guard !words.isEmpty else { return nil }
    if !isWhole || words.count >= Self.length, let known = wholes[Self.hash(words[...])] {
      return Int(known)
    }
    var votes: [Int32: Int] = [:]
    var total = 0
    Self.forEachRun(words) { run in
      total += 1
      for place in runs[run] ?? [] { votes[place, default: 0] += 1 }
    }
    if total > 0, let best = votes.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) {
      if isWhole ? best.value == total : best.value * 2 >= total || best.value >= 6 {
        return Int(best.key)
      }
    }
    if isWhole { return nil }
    // `Ann wrote:` before a short text.
    for skipped in 1..<7 where skipped < words.count {
      if let known = wholes[Self.hash(words[skipped...])] { return Int(known) }
    }
    return nil
  }

  private static func forEachRun(_ words: [UInt64], _ body: (UInt64) -> Void) {
    guard words.count >= length else { return }
    for start in 0...words.count - length { body(hash(words[start..<start + length])) }
  }

  private static func hash(_ words: ArraySlice<UInt64>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for word in words { hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15 ^ hash >> 29 }
    return hash
  }
}
