import HTMLTree

/// The short texts of a page in a line each, as numbers: what reads the same has the same number.
///
/// Names, times and buttons are looked for in the same elements again and again, with each choice of comments; what is
/// known of a line is found out once.
struct CommentLines {
  private let survey: CommentSurvey
  /// For each node the number of its line; ``unknown``, or ``none`` if it is long.
  private var numbers: [Int32]
  private var lines = TextNumbers()
  private var facts: [Facts] = []
  private(set) var words = NameWords()
  /// The words of all lines whose words were requested.
  private var allWords: [Int32] = []
  private var buffer: [UInt8] = []
  /// How often each line was counted; 0 for all but while they are counted.
  private var counts: [Int32] = []

  private static let unknown: Int32 = -2
  private static let none: Int32 = -1

  /// What is known of a line.
  struct Facts {
    /// Words with spaces between them; 1 for an empty line.
    let words: Int
    let hasLetter: Bool
    let isPlainNumber: Bool
    let isEmpty: Bool
    /// Nil if nobody has asked.
    fileprivate var isControl: Bool?
    fileprivate var length: Int?
    fileprivate var title: CommentTitle??
    fileprivate var wordRange: Range<Int>?
  }

  init(_ survey: CommentSurvey) {
    self.survey = survey
    numbers = [Int32](repeating: Self.unknown, count: survey.tree.nodes.count)
  }

  /// The number of a node's line; nil if its text is long.
  ///
  /// - Complexity: O(size of the node), and O(1) from the second time on.
  mutating func line(of node: Int) -> Int? {
    if numbers[node] != Self.unknown {
      return numbers[node] == Self.none ? nil : Int(numbers[node])
    }
    guard survey.isLine(node) else {
      numbers[node] = Self.none
      return nil
    }
    let number = lineOfAnyLength(of: node)
    numbers[node] = Int32(number)
    return number
  }

  /// The same for a node with a long text.
  mutating func lineOfAnyLength(of node: Int) -> Int {
    buffer.removeAll(keepingCapacity: true)
    survey.tree.appendLine(of: node, to: &buffer)
    return number(of: buffer[...])
  }

  private mutating func number(of text: ArraySlice<UInt8>) -> Int {
    let number = lines.number(of: text)
    if number == facts.count {
      facts.append(Facts(text))
      counts.append(0)
    }
    return number
  }

  subscript(line: Int) -> Facts { facts[line] }

  func string(_ line: Int) -> String { lines.string(line) }

  /// How often each of some lines is among them.
  mutating func counts(of list: [Int]) -> [Int] {
    for line in list { counts[line] += 1 }
    let result = list.map { Int(counts[$0]) }
    for line in list { counts[line] = 0 }
    return result
  }

  /// Characters of a line.
  mutating func length(of line: Int) -> Int {
    if let known = facts[line].length { return known }
    let bytes = lines.bytes(of: line)
    let length = bytes.allSatisfy { $0 < 0x80 } ? bytes.count : lines.string(line).count
    facts[line].length = length
    return length
  }

  /// Whether a line says what a button does with a comment.
  mutating func isControl(_ line: Int) -> Bool {
    if let known = facts[line].isControl { return known }
    let isControl =
      lines.length(of: line) <= CommentControls.longest
      && CommentControls.words.contains(lines.string(line).lowercased())
    facts[line].isControl = isControl
    return isControl
  }

  /// What a line says that may be a heading of comments; nil if it cannot be one.
  mutating func title(_ line: Int) -> CommentTitle? {
    if let known = facts[line].title { return known }
    let title = CommentTitle(lines.string(line))
    facts[line].title = .some(title)
    return title
  }

  /// Whether a line ends as a sentence does.
  func endsSentence(_ line: Int) -> Bool {
    let bytes = lines.bytes(of: line)
    guard let last = bytes.last, ".!?".utf8.contains(last) || last == 0x82 else { return false }
    if last < 0x80, bytes.count == 1 || bytes[bytes.endIndex - 2] < 0x80 { return true }
    return lines.string(line).last.map { ".!?。".contains($0) } ?? false
  }

  // MARK: Words

  /// The numbers of the words of a line, up to a length.
  mutating func words(of line: Int) -> Range<Int> {
    if let known = facts[line].wordRange { return known }
    var bytes = lines.bytes(of: line)
    if bytes.count > NameWords.longestLine {
      bytes = bytes.prefix(lines.string(line).prefix(NameWords.longestLine).utf8.count)
    }
    let first = allWords.count
    for word in bytes.split(separator: 0x20) { allWords.append(Int32(words.number(of: word))) }
    facts[line].wordRange = first..<allWords.count
    return first..<allWords.count
  }

  /// The word that is most often among some, and how often; nil if there are none.
  mutating func mostCommonWord(of list: [Int]) -> (word: Int, count: Int)? {
    words.mostCommon(of: list)
  }

  /// A word by its place in ``words(of:)``.
  func word(at place: Int) -> Int { Int(allWords[place]) }

  /// The line that some of the words of a line are, without signs at its ends.
  mutating func line(of line: Int, words range: Range<Int>) -> Int {
    let all = words(of: line)
    guard !range.isEmpty else { return number(of: []) }
    let bytes = lines.bytes(of: line)
    var start = bytes.startIndex
    for place in all.lowerBound..<range.lowerBound {
      start += words.length(of: word(at: place)) + 1
    }
    var end = start - 1
    for place in range { end += words.length(of: word(at: place)) + 1 }
    let trimmed = CommentNames.trimmed(bytes[start..<end])
    if trimmed.count == bytes.count { return line }
    // Of its own, so that the lines are not copied when one is added.
    return number(of: Array(trimmed)[...])
  }
}

extension CommentLines.Facts {
  fileprivate init(_ line: ArraySlice<UInt8>) {
    isEmpty = line.isEmpty
    words = 1 + line.count { $0 == 0x20 }
    hasLetter = line.contains { 0x61...0x7A ~= $0 | 0x20 || $0 >= 0x80 }
    isPlainNumber = Self.isPlainNumber(line)
  }

  /// Whether a line is one number with at most two words.
  private static func isPlainNumber(_ line: ArraySlice<UInt8>) -> Bool {
    var (words, numbers) = (0, 0)
    var (isInWord, hasDigit) = (false, false)
    for byte in line {
      switch byte {
      case ...0x20, UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"):
        isInWord = false
        continue
      default: break
      }
      if !isInWord {
        words += 1
        if words > 3 { return false }
        hasDigit = false
      }
      isInWord = true
      if 0x30...0x39 ~= byte, !hasDigit {
        hasDigit = true
        numbers += 1
      }
    }
    return numbers == 1
  }
}

/// The words of lines in which names may be, as numbers.
struct NameWords {
  private var numbers = TextNumbers()
  private var facts: [Facts] = []
  /// How often each word was counted; 0 for all but while they are counted.
  private var counts: [Int32] = []

  /// Characters of a line in which there may be a name.
  static let longestLine = 300

  /// What a word says about the name beside it.
  struct Facts {
    /// Whether there is nothing but signs.
    let isBare: Bool
    /// Whether it is around names.
    let isAround: Bool
    let isUppercase: Bool
    let isLowercase: Bool
    /// Whether it is a capitalised word that is hardly ever a name.
    let isSurelyAround: Bool
    /// Whether a word that many lines share can be something else than a part of a name.
    let isAside: Bool
  }

  mutating func number(of word: ArraySlice<UInt8>) -> Int {
    let number = numbers.number(of: word)
    if number == facts.count {
      facts.append(CommentNames.facts(of: word))
      counts.append(0)
    }
    return number
  }

  /// The first of those words that are most often among some, and how often; nil if there are none.
  mutating func mostCommon(of list: [Int]) -> (word: Int, count: Int)? {
    for word in list { counts[word] += 1 }
    var best: (word: Int, count: Int)?
    for word in list where Int(counts[word]) > best?.count ?? 0 { best = (word, Int(counts[word])) }
    for word in list { counts[word] = 0 }
    return best
  }

  subscript(word: Int) -> Facts { facts[word] }

  func length(of word: Int) -> Int { numbers.length(of: word) }

  func string(_ word: Int) -> String { numbers.string(word) }
}
