import TextGrid

/// The targets of a body's links, numbered as they come; the same target keeps its number.
struct LinkNumbers {
  private(set) var targets: [SafeText] = []
  private var numbers: [String: Int] = [:]

  /// Goes on after targets that have their numbers, from 1.
  init(after targets: [SafeText] = []) {
    self.targets = targets
    for (index, target) in targets.enumerated() where numbers[target.string] == nil {
      numbers[target.string] = index + 1
    }
  }

  /// The number of a target, 1-based, a new one for a new target.
  mutating func number(of target: SafeText) -> Int {
    if let known = numbers[target.string] { return known }
    targets.append(target)
    numbers[target.string] = targets.count
    return targets.count
  }

  /// What a link may lead to, as programs take it: an address whose scheme a reader can follow, or one without a scheme
  /// that begins with `//`; nil for all else, such as a script, a file, or a place within a page.
  static func target(_ raw: String) -> SafeText? {
    let trimmed = raw.drop(while: \.isWhitespace)
    if trimmed.hasPrefix("//"), let first = trimmed.dropFirst(2).first, first.isLetter {
      return SafeText(address: "https:" + trimmed)
    }
    guard let colon = trimmed.utf8.prefix(12).firstIndex(of: UInt8(ascii: ":")),
      schemes.contains(trimmed[..<colon].lowercased())
    else { return nil }
    return SafeText(address: String(trimmed))
  }

  private static let schemes: Set<String> = ["http", "https", "mailto", "ftp", "gemini", "gopher"]
}
