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

  /// As it is printed: `ok       terminal: …`, and the advice in a line of its own.
  var lines: [SafeText] {
    let blanks = String(repeating: " ", count: 9 - kind.rawValue.count)
    let line = SafeText("\(kind.rawValue)\(blanks)\(subject): \(text)")
    return [line] + (advice.map { [SafeText(String(repeating: " ", count: 9) + $0)] } ?? [])
  }
}
