import JSONText
import Testing
import TextGrid

/// JSON that is written is as safe to print as ``SafeText``.
@Suite struct WrittenJSONTests {
  /// The writer escapes each scalar that a safe text does not show as it is; in the planes that
  /// hold characters.
  @Test(arguments: [0, 1, 2, 3, 14, 15, 16] as [UInt32])
  func whatIsNotSafeIsEscaped(plane: UInt32) {
    var text = ""
    for value in plane << 16..<(plane + 1) << 16 {
      guard let scalar = Unicode.Scalar(value), !isSafe(scalar) else { continue }
      text.unicodeScalars.append("a")
      text.unicodeScalars.append(scalar)
    }
    var writer = JSONWriter()
    writer.string(text)
    let written = String(decoding: writer.bytes, as: UTF8.self).unicodeScalars
    #expect(written.filter { !(0x20..<0x7F ~= $0.value) } == [])
  }

  /// Whether a safe text shows a scalar as it is.
  ///
  /// Characters that are newer than the width table do not count: it has U+FFFD for them, and the
  /// writer, which goes by Swift's newer tables, leaves them.
  private func isSafe(_ scalar: Unicode.Scalar) -> Bool {
    if SafeText(String(scalar)).string.unicodeScalars.first == scalar { return true }
    return scalar.properties.age.map { $0 > (15, 0) } ?? false
  }
}
