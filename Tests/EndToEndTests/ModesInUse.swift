/// The modes that a terminal is left in by what was written to it.
struct ModesInUse: Equatable {
  /// DEC's private modes that are set, and `keypad` for application keys.
  private(set) var set: Set<String> = []

  init(after bytes: some Sequence<UInt8>) {
    let text = String(decoding: Array(bytes), as: UTF8.self)
    for match in text.matches(of: /\u{1B}(?:\[\?([0-9;]+)([hl])|([=>]))/) {
      if let numbers = match.1 {
        for number in numbers.split(separator: ";") { put(String(number), match.2 == "h") }
      } else {
        put("keypad", match.3 == "=")
      }
    }
  }

  private mutating func put(_ mode: String, _ isOn: Bool) {
    if isOn { set.insert(mode) } else { set.remove(mode) }
  }

  /// As the reader has them: other screen, cursor keys, paste, mouse in two parts.
  static let ofTheReader: Set = ["1049", "1", "2004", "1000", "1006", "keypad"]
  /// As everybody has them: a cursor, or nothing said of it.
  static let usual: [Set<String>] = [[], ["25"]]
}
