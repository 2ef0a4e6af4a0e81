import TextGrid

/// What was said last, on whatever screen.
struct Messages: Equatable, Sendable {
  /// How many are kept.
  static let capacity = 50

  /// The last one last.
  private var all: [Message] = []
  /// How many there were so far.
  private var total = 0

  private struct Message: Equatable, Sendable {
    var text: SafeText
    /// Seconds since 1970.
    var time: Int64
    /// Whether it says that something went wrong.
    var isProblem: Bool
    /// How many there were with it.
    var number: Int
  }

  var isEmpty: Bool { all.isEmpty }

  /// Notes a message; it takes the place of one that said how far something was.
  ///
  /// - Parameters:
  ///   - text: what is said.
  ///   - time: when, in seconds since 1970.
  ///   - isProblem: whether it says that something went wrong.
  mutating func note(_ text: SafeText, at time: Int64, isProblem: Bool = false) {
    if let last = all.last?.text, last == text || last.string.hasSuffix("…") { all.removeLast() }
    if all.count == Self.capacity { all.removeFirst() }
    total += 1
    all.append(Message(text: text, time: time, isProblem: isProblem, number: total))
  }

  /// What was said after so many messages, the last one last; and how many there are by now.
  func after(_ number: Int) -> (messages: [Shell.Said], number: Int) {
    let newer = all.drop { $0.number <= number }
    return (newer.map { Shell.Said(text: $0.text, isProblem: $0.isProblem) }, total)
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
