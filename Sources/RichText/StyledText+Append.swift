import TextGrid

extension StyledText {
  /// Adds text with traits; neighbours that are alike become one span.
  ///
  /// A mark or a skin tone at its start looks as what it joins: no span ends within a cluster.
  mutating func append(_ new: SafeText, _ traits: Span.Traits, link: Int? = nil) {
    if new.isEmpty { return }
    let start = text.count
    text += new
    let first = text.clusterBoundary(from: start)
    if first > start, let last = spans.last, last.range.upperBound == start {
      spans[spans.count - 1].range = last.range.lowerBound..<first
    }
    if first >= text.count || traits.isEmpty && link == nil { return }
    if let last = spans.last, last.range.upperBound == first, last.traits == traits,
      last.link == link
    {
      spans[spans.count - 1].range = last.range.lowerBound..<text.count
    } else {
      spans.append(Span(range: first..<text.count, traits: traits, link: link))
    }
  }

  /// All but its first bytes, this many, which end at a scalar boundary.
  func dropFirst(_ count: Int) -> StyledText {
    if count == 0 { return self }
    let kept = spans.compactMap { span -> Span? in
      guard span.range.upperBound > count else { return nil }
      let range = max(0, span.range.lowerBound - count)..<span.range.upperBound - count
      return Span(range: range, traits: span.traits, link: span.link)
    }
    return StyledText(text[count..<text.count], spans: kept)
  }

  /// Removes the spaces at its end.
  mutating func trimEnd() {
    let kept = text.trimmedEnd
    if kept.count == text.count { return }
    text = kept
    while let last = spans.last, last.range.upperBound > kept.count {
      if last.range.lowerBound < kept.count {
        spans[spans.count - 1].range = last.range.lowerBound..<kept.count
      } else {
        spans.removeLast()
      }
    }
  }

  /// Whether nothing of it shows.
  var isBlank: Bool { text.string.allSatisfy(\.isWhitespace) }
}

extension [StyledText] {
  /// Removes what is blank at the start and at the end.
  mutating func dropBlankEnds() {
    while last?.isBlank == true { removeLast() }
    let blank = prefix(while: \.isBlank).count
    if blank > 0 { removeFirst(blank) }
  }
}

extension Span.Traits {
  /// The place of its one bit.
  var bit: Int { rawValue.trailingZeroBitCount }
}
