public import TextGrid

/// How long the text has been on the screen: after ``ReadingState/standingTime``, it counts
/// as shown.
///
/// The last row does not matter: it may count something while the text stands. Times are in
/// milliseconds of a clock that never goes back.
public struct Standing: Sendable {
  private var shown: Frame?
  /// Since when text stands that is not yet noted as shown; nil if there is none.
  private var since: Int?

  public init() {}

  /// Takes note of what is on the screen now.
  ///
  /// - Parameters:
  ///   - frame: all of it.
  ///   - time: when it was shown.
  ///   - hasUnnotedText: whether it has text that is not yet noted as shown.
  public mutating func show(
    _ frame: Frame, at time: Int, hasUnnotedText: @autoclosure () -> Bool
  ) {
    let text = 0..<max(0, frame.size.rows - 1)
    let hasOtherText = shown.map { !frame.isEqual(to: $0, inRows: text) } ?? true
    shown = frame
    if hasOtherText { since = hasUnnotedText() ? time : nil }
  }

  /// Forgets what was on the screen: the terminal has shown something else since.
  public mutating func forget() { self = Standing() }

  /// How long it has yet to stand; nil if nothing is waited for.
  public func rest(at time: Int) -> Int? {
    since.map { max(0, $0 + ReadingState.standingTime - time) }
  }

  /// Whether it has just been there long enough; it says so once.
  public mutating func hasStood(at time: Int) -> Bool {
    guard rest(at: time) == 0 else { return false }
    since = nil
    return true
  }
}
