import CPCRE2

/// Matches an expression against one subject after another, each call at a bounded cost.
///
/// PCRE2 backtracks, and its own limits hold for each start in a subject anew. So it calls back before
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

  /// What PCRE2 may do from one start; the units run out before, but for what has no callouts.
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
