public import TextGrid

extension Body {
  /// Says above the text why it is not shown as its author meant it.
  ///
  /// - Parameter remark: a sentence.
  public mutating func remark(_ remark: SafeText) {
    let line = StyledText(remark, spans: [Span(range: 0..<remark.count, traits: .emphasis)])
    blocks.insert(Block(lines: [line]), at: 0)
  }

  static let unformatted: SafeText =
    "This text would take too long to format, so it is shown as it was written."
  static let withoutTables: SafeText =
    "The tables in this text are too large to lay out, so they are shown as they were written."
}
