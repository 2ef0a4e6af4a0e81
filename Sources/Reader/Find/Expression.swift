import CPCRE2
import TextGrid

/// A regular expression, compiled by PCRE2.
///
/// A class, since it owns memory of C's and all copies of a pattern share it.
final class Expression: Sendable {
  /// PCRE2 never changes compiled code ("MULTITHREADING" in pcre2api), so any thread may read it.
  nonisolated(unsafe) fileprivate let code: OpaquePointer
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

/// Matches an expression against one subject after another, each call at a bounded cost.
///
/// PCRE2 backtracks, and its own limits start over at each position of a subject. So it calls back before
/// each item of the expression, and what lies between two calls is counted: a unit is a call, or
/// eight bytes that were gone over, and takes 10 to 20 ns. What has no more units stops, and goes on
/// later from the start that it had reached.
///
/// A class, since it owns memory of C's; one is made for each slice of a search.
final class ExpressionMatcher {
  /// What became of a call.
  enum Outcome: Equatable {
    /// Bytes of the subject.
    case match(Range<Int>)
    case none
    /// It ran out of units: no match begins before this byte.
    case stopped(at: Int)
    /// One start alone takes more than a call may cost.
    case costly
  }

  /// What a call may still cost, as its callouts see it.
  private struct Meter {
    var left: Int
    /// What every item costs.
    let price: Int
    /// The start that is tried, and where the last item was.
    var start: Int
    var last: Int
  }

  private let expression: Expression
  private let data: OpaquePointer?
  private let context: OpaquePointer?

  init(_ expression: Expression) {
    self.expression = expression
    data = pcre2_match_data_create_8(1, nil)
    context = pcre2_match_context_create_8(nil)
    pcre2_set_match_limit_8(context, Self.mostSteps)
    pcre2_set_depth_limit_8(context, Self.mostSteps)
    pcre2_set_heap_limit_8(context, Self.mostKibibytes)
  }

  deinit {
    pcre2_match_context_free_8(context)
    pcre2_match_data_free_8(data)
  }

  /// What one call may cost at most, about a millisecond.
  static let mostUnits = 50_000

  /// What PCRE2 may do from one start; the units run out before, except for what has no callouts.
  private static let mostSteps: UInt32 = 100_000
  private static let mostKibibytes: UInt32 = 8 * 1024

  /// A callout's way to end the call: no code of PCRE2's own.
  private static let isSpent: Int32 = -1000

  /// Finds the first match, which is not empty, from a byte on.
  ///
  /// - Parameters:
  ///   - subject: UTF-8; what is not UTF-8 has no match.
  ///   - start: a boundary between its characters.
  ///   - isChecked: whether an earlier call has already found it to be UTF-8.
  ///   - units: what it may cost; it becomes what is left.
  /// - Returns: what was found, or how far it was looked.
  func firstMatch(
    in subject: [UInt8], from start: Int, isChecked: Bool, units: inout Int
  ) -> Outcome {
    // Finding where a match can begin may go over all that is left, but quickly.
    let distance = (subject.count - start) / 1024
    let price =
      1 + expression.repetitionCost + (expression.hasBackReferences ? subject.count / 32 : 0)
    var meter = Meter(left: units - 1 - distance, price: price, start: start, last: start)
    let options = PCRE2_NOTEMPTY | (isChecked ? PCRE2_NO_UTF_CHECK : 0)
    let code = withUnsafeMutablePointer(to: &meter) { meter in
      pcre2_set_callout_8(
        context, { block, meter in ExpressionMatcher.count(block, meter) }, meter)
      return subject.withUnsafeBufferPointer { bytes in
        pcre2_match_8(
          expression.code, bytes.baseAddress, bytes.count, start, options, data, context)
      }
    }
    units = meter.left
    switch code {
    case 0...:
      guard let vector = pcre2_get_ovector_pointer_8(data), vector[0] < vector[1] else {
        return .none
      }
      return .match(vector[0]..<vector[1])
    case Self.isSpent, PCRE2_ERROR_MATCHLIMIT, PCRE2_ERROR_DEPTHLIMIT, PCRE2_ERROR_HEAPLIMIT:
      return code == Self.isSpent && meter.start > start ? .stopped(at: meter.start) : .costly
    default: return .none
    }
  }

  private static func count(
    _ block: UnsafeMutablePointer<pcre2_callout_block_8>?, _ meter: UnsafeMutableRawPointer?
  ) -> Int32 {
    guard let block, let meter = meter?.assumingMemoryBound(to: Meter.self) else { return isSpent }
    let position = block.pointee.current_position
    meter.pointee.left -= meter.pointee.price + abs(position - meter.pointee.last) / 8
    meter.pointee.last = position
    meter.pointee.start = block.pointee.start_match
    return meter.pointee.left > 0 ? 0 : isSpent
  }
}
