import TextGrid

/// One thing that was checked, and what came of it.
struct Finding: Equatable {
  var kind: Kind
  /// What was checked, in a word or two.
  var subject: String
  var text: String
  /// What can be done; nil if nothing has to be.
  var advice: String?

  enum Kind: String {
    case ok
    /// It works, but not as well as it could.
    case note
    case problem
  }

  static func ok(_ subject: String, _ text: String) -> Finding {
    Finding(kind: .ok, subject: subject, text: text)
  }

  static func note(_ subject: String, _ text: String, advice: String? = nil) -> Finding {
    Finding(kind: .note, subject: subject, text: text, advice: advice)
  }

  static func problem(_ subject: String, _ text: String, advice: String? = nil) -> Finding {
    Finding(kind: .problem, subject: subject, text: text, advice: advice)
  }

  /// As it is printed: `ok       terminal: …`, and the advice in lines of its own, below the subject.
  ///
  /// - Parameter columns: how many cells a line may have; nil for any number.
  /// - Returns: one line at least.
  func lines(within columns: Int?) -> [SafeText] {
    let parts = [SafeText("\(subject): \(text)")] + (advice.map { [SafeText($0)] } ?? [])
    let breaker = columns.map { LineBreaker(width: max(1, $0 - Self.margin)) }
    let broken = parts.flatMap { part in
      breaker?.lines(of: part).map { part[$0] } ?? [part]
    }
    return broken.enumerated().map { index, line in
      let start = index == 0 ? kind.rawValue : ""
      return SafeText(start + String(repeating: " ", count: Self.margin - start.utf8.count)) + line
    }
  }

  /// Where subjects and advice begin.
  private static let margin = 9
}
