import TextGrid

/// What was said last, on whatever screen.
struct Messages: Equatable, Sendable {
  /// How many are kept.
  static let capacity = 50

  /// The last one last.
  private var all: [Message] = []

  private struct Message: Equatable, Sendable {
    var text: SafeText
    /// Seconds since 1970.
    var time: Int64
  }

  var isEmpty: Bool { all.isEmpty }

  /// Notes a message; it takes the place of one that said how far something was.
  mutating func note(_ text: SafeText, at time: Int64) {
    if let last = all.last?.text, last == text || last.string.hasSuffix("…") { all.removeLast() }
    if all.count == Self.capacity { all.removeFirst() }
    all.append(Message(text: text, time: time))
  }

  /// All of them with the local time, the last one first, as rows of so many cells.
  func lines(now: Int64, utcOffset: Int64, columns: Int) -> [OverlayView.Line] {
    [OverlayView.Line(name: "Messages", isHeading: true)]
      + all.reversed().flatMap { message in
        let time = Calendar.brief(message.time, now: now, utcOffset: utcOffset)
        return OverlayView.wrapped(SafeText(time), message.text, columns: columns)
      }
  }
}
