import CPCRE2
import TextGrid

/// A regular expression, compiled by PCRE2.
///
/// A class, since it owns memory of C's and all copies of a pattern share it.
final class Expression: Sendable {
  /// PCRE2 never changes compiled code ("MULTITHREADING" in pcre2api), so any thread may read it.
  nonisolated(unsafe) let code: OpaquePointer
  /// Whether an item of it may compare as much of a subject as a group has matched.
  let hasBackReferences: Bool
  /// What an item may cost that repeats something, such as `[ab]{900}`, in units of
  /// ``ExpressionMatcher``.
  let repetitionCost: Int

  /// Why a text is not a regular expression.
  struct Problem: Error, Equatable {
    /// What PCRE2 says about it.
    var message: String
    /// The character at which it gave up, 1-based.
    var character: Int
  }

  /// The longest expression, in bytes; it bounds what compiling costs.
  private static let mostBytes = 4096

  /// - Parameters:
  ///   - text: an expression as PCRE2 reads it, not empty.
  ///   - matchesCase: whether capitals matter.
  /// - Throws: what is wrong with it, and where.
  init(_ text: String, matchesCase: Bool) throws(Problem) {
    let bytes = Array(text.utf8)
    // Callouts before each item count what matching costs: see ExpressionMatcher.
    var options = PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C | PCRE2_AUTO_CALLOUT
    if !matchesCase { options |= PCRE2_CASELESS }
    let context = pcre2_compile_context_create_8(nil)
    defer { pcre2_compile_context_free_8(context) }
    pcre2_set_max_pattern_length_8(context, Self.mostBytes)
    var error: Int32 = 0
    var offset = 0
    let code = pcre2_compile_8(bytes, bytes.count, options, &error, &offset, context)
    guard let code else {
      let before = String(decoding: bytes.prefix(offset), as: UTF8.self).count
      throw Problem(message: Self.message(of: error), character: min(before + 1, text.count))
    }
    self.code = code
    var references: UInt32 = 0
    pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_BACKREFMAX), &references)
    hasBackReferences = references > 0
    repetitionCost = Self.highestCount(in: bytes) / 8
  }

  deinit { pcre2_code_free_8(code) }

  private static func message(of error: Int32) -> String {
    var text = [UInt8](repeating: 0, count: 256)
    let count = pcre2_get_error_message_8(error, &text, text.count)
    return count < 0 ? "error \(error)" : String(decoding: text.prefix(Int(count)), as: UTF8.self)
  }

  /// The highest number after a brace or a comma, such as 900 in `[ab]{2,900}`.
  private static func highestCount(in bytes: [UInt8]) -> Int {
    var highest = 0
    var number: Int?
    for byte in bytes {
      if byte == UInt8(ascii: "{") || byte == UInt8(ascii: ",") {
        number = 0
      } else if let digits = number, 0x30...0x39 ~= byte {
        number = min(digits * 10 + Int(byte & 0xF), 65_535)
        highest = max(highest, number ?? 0)
      } else {
        number = nil
      }
    }
    return highest
  }
}
