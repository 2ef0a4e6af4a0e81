/// What short lines are.
enum CommentLines {
  /// One number with at most two words.
  static func isPlainNumber(_ line: String) -> Bool {
    var (words, numbers) = (0, 0)
    var (isInWord, hasDigit) = (false, false)
    for byte in line.utf8 {
      if byte <= 0x20 || "()[]".utf8.contains(byte) {
        isInWord = false
        continue
      }
      if !isInWord {
        words += 1
        hasDigit = false
      }
      isInWord = true
      if 0x30...0x39 ~= byte, !hasDigit {
        hasDigit = true
        numbers += 1
      }
    }
    return numbers == 1 && words <= 3
  }

  /// Whether there may be a letter.
  static func hasLetter(_ line: String) -> Bool {
    line.utf8.contains { 0x61...0x7A ~= $0 | 0x20 || $0 >= 0x80 }
  }
}
