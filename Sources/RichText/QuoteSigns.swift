import TextGrid

/// Quotes by `>` at the start of a line, as in mail.
extension Substring {
  /// How many `>` it begins with, and what is after them: RFC 3676, section 4.5, with the spaces
  /// that people put between and after them.
  var quoted: (level: Int, rest: Substring) {
    var level = 0
    var rest = self[...]
    while rest.utf8.first == UInt8(ascii: ">") {
      level += 1
      rest = rest.dropFirst()
      let next = rest.drop { $0 == " " }
      if next.utf8.first == UInt8(ascii: ">") { rest = next }
    }
    if level > 0, rest.utf8.first == UInt8(ascii: " ") { rest = rest.dropFirst() }
    return (level, rest)
  }
}

extension Block {
  /// A paragraph as one or more: its lines that begin with `>` are in quotes.
  ///
  /// - Complexity: O(length).
  func dividedByQuoteSigns() -> [Block] {
    let quoted = lines.map { $0.text.string[...].quoted }
    if quoted.allSatisfy({ $0.level == 0 }) { return [self] }
    var result: [Block] = []
    var last: Int?
    for (line, (level, rest)) in zip(lines, quoted) {
      let text = line.dropFirst(line.text.count - rest.utf8.count)
      if level == last {
        result[result.count - 1].lines.append(text)
      } else {
        result.append(quote(level, [text], isFirst: result.isEmpty))
      }
      last = level
    }
    return result.compactMap { block in
      var block = block
      block.lines.dropBlankEnds()
      return block.lines.isEmpty ? nil : block
    }
  }

  /// A part of this block in this many quotes.
  private func quote(_ level: Int, _ lines: [StyledText], isFirst: Bool) -> Block {
    var outer = containers
    if !isFirst {
      outer = containers.map { container in
        if case .item(let marker, _) = container {
          .item(marker: marker, isFirst: false)
        } else {
          container
        }
      }
    }
    let quotes = [Container](
      repeating: .quote, count: max(0, min(level, Self.deepest - outer.count)))
    var result = Block(
      kind, in: outer + quotes, lines: lines, isTight: isTight && isFirst, cover: cover)
    if case .spoiler = cover { result.coverDepth = coverDepth }
    return result
  }
}
