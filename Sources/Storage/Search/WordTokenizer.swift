import CSQLite
import Platform

/// What makes words of texts and of queries: SQLite's unicode61, to which letters of scripts without
/// spaces are words of their own.
///
/// It folds case. A word that ends in signs, such as C++ or C#, is found with them and without. Accents and points do not count in any script, see ``WordFolding``, nor does it
/// matter whether a letter was written composed or decomposed.
/// SQLite calls it by functions of C (see "Custom Tokenizers" in SQLite's description of FTS5).
private struct WordTokenizer {
  /// What makes words of all that has spaces.
  var spaced: fts5_tokenizer
  var spacedState: OpaquePointer

  static let arguments = ["remove_diacritics", "2", "categories", "L* N* Co Mn Mc"]
}

/// A function of SQLite's that takes a word: the word, and where it is in the text.
private typealias WordReceiver =
  @convention(c) (
    _ context: UnsafeMutableRawPointer?, _ flags: Int32, _ word: UnsafePointer<CChar>?,
    _ count: Int32, _ start: Int32, _ end: Int32
  ) -> Int32

/// Hands on words of a part of a text, with their places in the whole of it.
private struct Relay {
  var receive: WordReceiver
  var context: UnsafeMutableRawPointer?
  /// The offset of the part.
  var start: Int32 = 0
  /// Whether words of the part may have marks to leave out.
  var folds = false
  /// All of the text.
  var text = UnsafeRawBufferPointer(start: nil, count: 0)
  /// Whether the text is a query, in which signs that were typed have to be there.
  var isQuery = false

  /// Hands on words that are at one place; without any, those bytes of the text.
  func receive(
    _ words: [[UInt8]]?, or bytes: UnsafeRawBufferPointer, at place: Range<Int>
  ) -> Int32 {
    let (start, end) = (Int32(place.lowerBound), Int32(place.upperBound))
    guard let words else {
      let word = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
      return receive(context, 0, word, Int32(bytes.count), start, end)
    }
    for word in words {
      let code = word.withUnsafeBytes { bytes in
        receive(
          context, 0, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count),
          start, end)
      }
      guard code == SQLITE_OK else { return code }
    }
    return SQLITE_OK
  }

  /// Hands on a word that ends in signs: with them and, unless they were typed in a query, at the same place
  /// without them.
  ///
  /// The longer one comes first, since only the first is shown as found.
  func receive(_ word: [UInt8], endingIn signs: Range<Int>, at place: Range<Int>) -> Int32 {
    let end = signs.upperBound
    let code = send(word + text[signs], flags: 0, at: place.lowerBound..<end)
    if isQuery || code != SQLITE_OK { return code }
    return send(word, flags: FTS5_TOKEN_COLOCATED, at: place)
  }

  private func send(_ word: [UInt8], flags: Int32, at place: Range<Int>) -> Int32 {
    word.withUnsafeBytes { bytes in
      receive(
        context, flags, bytes.baseAddress?.assumingMemoryBound(to: CChar.self),
        Int32(bytes.count), Int32(place.lowerBound), Int32(place.upperBound))
    }
  }

  /// The signs at the end of a word that are part of its name: up to three of + and #, without a letter or digit of
  /// ASCII after them.
  ///
  /// - Parameter offset: where the word ends.
  /// - Returns: empty if there are none.
  func signs(after offset: Int) -> Range<Int> {
    var end = offset
    while end < text.count, end - offset <= WordSigns.most, WordSigns.contains(text[end]) {
      end += 1
    }
    let isWithin = end < text.count && WordSigns.isLetter(text[end])
    return isWithin || end - offset > WordSigns.most ? offset..<offset : offset..<end
  }
}

/// The signs in which names of words end, such as C++ and C#.
enum WordSigns {
  /// The most signs that a word has.
  static let most = 3

  static func contains(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "+") || byte == UInt8(ascii: "#")
  }

  /// Whether a byte of UTF-8 is a letter or digit of ASCII.
  static func isLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: false
    }
  }

  /// Whether signs may follow a word in some bytes.
  static func mayBe(in bytes: Slice<UnsafeRawBufferPointer>) -> Bool {
    bytes.contains { contains($0) }
  }
}

extension Database {
  /// Lets tables of this connection name the tokenizer `understory`.
  func addWordTokenizer() throws(SQLiteError) {
    guard let api = csqlite_fts5_api(connection) else { throw SQLiteError(of: connection) }
    var functions = fts5_tokenizer(
      xCreate: { api, _, _, result in create(api, result) },
      xDelete: { delete($0) },
      xTokenize: { tokenizer, context, flags, text, count, receive in
        guard let tokenizer, let receive else { return SQLITE_ERROR }
        let bytes = UnsafeRawBufferPointer(start: text, count: Int(count))
        let relay = Relay(
          receive: receive, context: context, text: bytes,
          isQuery: flags & FTS5_TOKENIZE_QUERY != 0)
        return tokenize(bytes, UnsafePointer(tokenizer), relay)
      })
    let code = api.pointee.xCreateTokenizer(api, "understory", api, &functions, nil)
    guard code == SQLITE_OK else { throw SQLiteError(code: code) }
  }
}

/// Makes a tokenizer for a table.
private func create(
  _ api: UnsafeMutableRawPointer?, _ result: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  guard let api = api?.assumingMemoryBound(to: fts5_api.self), let result else {
    return SQLITE_ERROR
  }
  var spaced = fts5_tokenizer()
  var context: UnsafeMutableRawPointer?
  let found = api.pointee.xFindTokenizer(api, "unicode61", &context, &spaced)
  guard found == SQLITE_OK else { return found }
  let arguments = WordTokenizer.arguments.map { strdup($0) }
  defer { for argument in arguments { free(argument) } }
  var state: OpaquePointer?
  var pointers = arguments.map { UnsafePointer($0) }
  let made = spaced.xCreate(context, &pointers, Int32(pointers.count), &state)
  guard made == SQLITE_OK, let state else { return made }
  let tokenizer = UnsafeMutablePointer<WordTokenizer>.allocate(capacity: 1)
  tokenizer.initialize(to: WordTokenizer(spaced: spaced, spacedState: state))
  result.pointee = OpaquePointer(tokenizer)
  return SQLITE_OK
}

private func delete(_ tokenizer: OpaquePointer?) {
  guard let tokenizer else { return }
  let pointer = UnsafeMutablePointer<WordTokenizer>(tokenizer)
  pointer.pointee.spaced.xDelete(pointer.pointee.spacedState)
  pointer.deinitialize(count: 1)
  pointer.deallocate()
}

/// Hands on the words of a text, in order; stops where the receiver wants no more.
///
/// - Complexity: O(length).
private func tokenize(
  _ text: UnsafeRawBufferPointer, _ tokenizer: UnsafePointer<WordTokenizer>, _ relay: Relay
) -> Int32 {
  var relay = relay
  var start = 0
  var offset = 0
  while offset < text.count {
    let lead = text[offset]
    // Nothing before U+0800 is a word of its own, and nothing else takes three bytes or more.
    guard lead >= 0xE0 else {
      offset += 1
      continue
    }
    let scalar = longScalar(at: offset, in: text)
    guard let scalar, scalar.isWordOfItsOwn else {
      offset += 1
      continue
    }
    let code = tokenizeSpaced(text, start..<offset, tokenizer, &relay)
    guard code == SQLITE_OK else { return code }
    var end = offset + UTF8.width(scalar)
    var isComposed = !WordFolding.isReplaced(scalar)
    while end < text.count, let next = longScalar(at: end, in: text), WordFolding.isJoined(next) {
      end += UTF8.width(next)
      isComposed = false
    }
    let word = UnsafeRawBufferPointer(rebasing: text[offset..<end])
    let words = isComposed ? nil : WordFolding.composed(word)
    let received = relay.receive(words, or: word, at: offset..<end)
    guard received == SQLITE_OK else { return received }
    offset = end
    start = offset
  }
  return tokenizeSpaced(text, start..<text.count, tokenizer, &relay)
}

/// Hands on the words of a part of a text.
private func tokenizeSpaced(
  _ text: UnsafeRawBufferPointer, _ part: Range<Int>, _ tokenizer: UnsafePointer<WordTokenizer>,
  _ relay: inout Relay
) -> Int32 {
  if part.isEmpty { return SQLITE_OK }
  let bytes = text.baseAddress?.advanced(by: part.lowerBound).assumingMemoryBound(to: CChar.self)
  let functions = tokenizer.pointee
  relay.folds = WordFolding.mayFold(text[part])
  // All of a text in Latin, as a rule: nothing has to be added to the places.
  if part.lowerBound == 0, !relay.folds, !WordSigns.mayBe(in: text[part]) {
    return functions.spaced.xTokenize(
      functions.spacedState, relay.context, 0, bytes, Int32(part.count), relay.receive)
  }
  relay.start = Int32(part.lowerBound)
  return withUnsafeMutablePointer(to: &relay) { relay in
    functions.spaced.xTokenize(
      functions.spacedState, relay, 0, bytes, Int32(part.count),
      { context, flags, word, count, start, end in
        guard let relay = context?.assumingMemoryBound(to: Relay.self).pointee else {
          return SQLITE_ERROR
        }
        let bytes = UnsafeRawBufferPointer(start: word, count: Int(count))
        let place = Int(start + relay.start)..<Int(end + relay.start)
        let signs = relay.signs(after: place.upperBound)
        if signs.isEmpty, !relay.folds { return relay.receive(nil, or: bytes, at: place) }
        guard let word = relay.folds ? WordFolding.folded(bytes) : Array(bytes) else {
          return SQLITE_OK
        }
        if signs.isEmpty { return relay.receive([word], or: bytes, at: place) }
        return relay.receive(word, endingIn: signs, at: place)
      })
  }
}

/// The scalar that begins at an offset; nil if there is none of three bytes or four.
private func longScalar(at offset: Int, in text: UnsafeRawBufferPointer) -> Unicode.Scalar? {
  let lead = UInt32(text[offset])
  let count = lead >= 0xF0 ? 4 : 3
  guard offset + count <= text.count else { return nil }
  var value = count == 4 ? lead & 0x07 : lead & 0x0F
  for byte in text[offset + 1..<offset + count] { value = value << 6 | UInt32(byte & 0x3F) }
  return Unicode.Scalar(value)
}
