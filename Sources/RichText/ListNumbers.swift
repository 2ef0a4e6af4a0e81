import TextGrid

/// How the items of a list are numbered.
struct ListNumbers: Equatable {
  /// The number of the next item.
  var next: Int
  /// What is added from one item to the next: 1, or -1 for a list that counts down.
  var step = 1
  var style = Style.decimal

  enum Style {
    case decimal, letters, capitals, roman, capitalRoman

    /// What `type` says in HTML; nil if it says nothing that is known.
    init?(type: String?) {
      switch type {
      case "1": self = .decimal
      case "a": self = .letters
      case "A": self = .capitals
      case "i": self = .roman
      case "I": self = .capitalRoman
      default: return nil
      }
    }
  }

  /// What is before the next item, in a style of its own if it has one.
  func marker(_ own: Style?) -> SafeText {
    let text =
      switch own ?? style {
      case .decimal: String(next)
      case .letters: letters ?? String(next)
      case .capitals: letters?.uppercased() ?? String(next)
      case .roman: roman ?? String(next)
      case .capitalRoman: roman?.uppercased() ?? String(next)
      }
    return SafeText(text + ". ")
  }

  /// `a` to `z`, then `aa`; nil for numbers below 1.
  private var letters: String? {
    guard next > 0 else { return nil }
    var rest = next
    var result: [UInt8] = []
    while rest > 0 {
      rest -= 1
      result.append(UInt8(ascii: "a") + UInt8(rest % 26))
      rest /= 26
    }
    return String(decoding: result.reversed(), as: UTF8.self)
  }

  /// Nil for numbers that Romans could not write: below 1 and above 3999.
  private var roman: String? {
    guard 1...3999 ~= next else { return nil }
    let signs = [
      (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
      (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ]
    var rest = next
    var result = ""
    for (value, sign) in signs {
      while rest >= value {
        result += sign
        rest -= value
      }
    }
    return result
  }
}
