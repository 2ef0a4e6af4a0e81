/// Punycode (RFC 3492): the form in which a label that is not ASCII is in the domain name system.
enum Punycode {
  private static let base: UInt32 = 36
  private static let leastThreshold: UInt32 = 1
  private static let greatestThreshold: UInt32 = 26
  private static let skew: UInt32 = 38
  private static let damp: UInt32 = 700
  private static let firstBias: UInt32 = 72
  private static let firstCode: UInt32 = 0x80

  /// A label as Punycode writes it, without the prefix `xn--` (RFC 3492 section 6.3).
  ///
  /// - Complexity: O(*n* * *m*) for *m* different code points.
  /// - Returns: nil if the label is too long to be encoded.
  static func encode(_ label: [Unicode.Scalar]) -> String? {
    // A label has at most 63 bytes; that also keeps every sum below far from an overflow.
    guard label.count < 64 else { return nil }
    var result = String.UnicodeScalarView(label.filter(\.isASCII))
    var handled = UInt32(result.count)
    let basic = handled
    if basic > 0 { result.append("-") }
    var (code, delta, bias) = (firstCode, UInt32(0), firstBias)
    while handled < label.count {
      guard let next = label.lazy.map(\.value).filter({ $0 >= code }).min() else { return nil }
      delta += (next - code) * (handled + 1)
      code = next
      for scalar in label {
        if scalar.value < code { delta += 1 }
        guard scalar.value == code else { continue }
        append(delta, bias: bias, to: &result)
        bias = adapted(delta, count: handled + 1, isFirst: handled == basic)
        delta = 0
        handled += 1
      }
      delta += 1
      code += 1
    }
    return String(result)
  }

  /// Appends a number as digits of a variable length (RFC 3492 section 3.3).
  private static func append(
    _ number: UInt32, bias: UInt32, to result: inout String.UnicodeScalarView
  ) {
    var rest = number
    var place = base
    while true {
      let threshold =
        place <= bias
        ? leastThreshold : min(greatestThreshold, max(leastThreshold, place - bias))
      guard rest >= threshold else { break }
      result.append(digit(threshold + (rest - threshold) % (base - threshold)))
      rest = (rest - threshold) / (base - threshold)
      place += base
    }
    result.append(digit(rest))
  }

  /// The bias after a number (RFC 3492 section 6.1).
  private static func adapted(_ delta: UInt32, count: UInt32, isFirst: Bool) -> UInt32 {
    var delta = delta / (isFirst ? damp : 2)
    delta += delta / count
    var steps: UInt32 = 0
    while delta > (base - leastThreshold) * greatestThreshold / 2 {
      delta /= base - leastThreshold
      steps += base
    }
    return steps + (base - leastThreshold + 1) * delta / (delta + skew)
  }

  /// `a` to `z` for 0 to 25, `0` to `9` for 26 to 35.
  private static func digit(_ value: UInt32) -> Unicode.Scalar {
    Unicode.Scalar(UInt8(value < 26 ? value + 0x61 : value - 26 + 0x30))
  }
}
