/// The names of a page's elements, each with a number.
struct ElementNames {
  private var lists = TextNumbers()
  /// The words of each list of classes, without digits.
  private(set) var words: [[Int32]] = []
  private var listHints: [CommentHints] = []
  private var listWeights: [Float] = []
  private var wordNumbers = TextNumbers()
  private var key: [UInt8] = []
  private(set) var wordHints: [CommentHints] = []
  private var wordCounts: [Int32] = []
  private var names = TextNumbers()
  private var nameHints: [CommentHints] = []
  private var tagNumbers: [String: Int32] = [:]
  private var shapes = PairNumbers()
  /// For each list the number of what is left of it in shapes; -1 if that is not known yet.
  private var keptLists: [Int32] = []
  private var keptWords: [[Int32]: Int32] = [:]

  /// Words of a class attribute that are looked at.
  private static let mostWords = 16

  /// The number of the list of classes that an attribute has, in UTF-8.
  mutating func list(of classes: ArraySlice<UInt8>) -> Int {
    let known = lists.number(of: classes)
    if known < words.count { return known }
    var list: [Int32] = []
    var hints: CommentHints = []
    var weight: Float = 0
    for word in Self.words(classes).prefix(Self.mostWords) {
      let number = number(of: word)
      if !list.contains(number) { list.append(number) }
      hints.formUnion(wordHints[Int(number)])
      weight = max(weight, Float(wordHints[Int(number)].commentWeight))
    }
    listWeights.append(weight)
    words.append(list)
    listHints.append(hints)
    keptLists.append(-1)
    return words.count - 1
  }

  /// The words of a list of classes.
  private static func words(_ classes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    classes.split(maxSplits: mostWords) { $0 == 0x20 || 0x09...0x0D ~= $0 }
  }

  /// A word's number; words that differ in their digits are the same.
  private mutating func number(of word: ArraySlice<UInt8>) -> Int32 {
    let word =
      word.count > Self.longestName
      ? word.prefix(String(decoding: word, as: UTF8.self).prefix(Self.longestName).utf8.count)
      : word
    key.removeAll(keepingCapacity: true)
    var wasDigit = false
    for byte in word {
      let isDigit = 0x30...0x39 ~= byte
      if !isDigit { key.append(byte) } else if !wasDigit { key.append(UInt8(ascii: "#")) }
      wasDigit = isDigit
    }
    let number = wordNumbers.number(of: key[...])
    if number == wordHints.count {
      wordHints.append(CommentHints(name: word))
      wordCounts.append(0)
    }
    return Int32(number)
  }

  mutating func count(_ list: Int) { for word in words[list] { wordCounts[Int(word)] += 1 } }

  func hints(of list: Int) -> CommentHints { listHints[list] }

  func weight(of list: Int) -> Float { listWeights[list] }

  mutating func hints(ofName name: ArraySlice<UInt8>) -> CommentHints {
    let start =
      name.count > Self.longestName
      ? name.prefix(String(decoding: name, as: UTF8.self).prefix(Self.longestName).utf8.count)
      : name
    // Ids differ in their numbers.
    let key = start.filter { !(0x30...0x39 ~= $0) }
    let number = names.number(of: key[...])
    if number == nameHints.count { nameHints.append(CommentHints(name: key)) }
    return nameHints[number]
  }

  /// Characters of a name that are looked at.
  private static let longestName = 64

  mutating func number(ofTag name: String) -> Int32 {
    if let known = tagNumbers[name] { return known }
    let number = Int32(tagNumbers.count) + 1000
    tagNumbers[name] = number
    return number
  }

  /// What an element is like: its name and its classes, without those that are rare, have numbers, or say which of several it is.
  mutating func shape(_ tag: Int32, _ list: Int) -> Int32 {
    if keptLists[list] < 0 {
      let rest = words[list].filter {
        wordCounts[Int($0)] > 1 && wordHints[Int($0)].isDisjoint(with: [.number, .state])
      }
      let kept = keptWords[rest] ?? Int32(keptWords.count)
      keptWords[rest] = kept
      keptLists[list] = kept
    }
    return Int32(
      shapes.number(
        of: UInt64(UInt32(bitPattern: tag)) << 32 | UInt64(UInt32(bitPattern: keptLists[list]))))
  }
}
