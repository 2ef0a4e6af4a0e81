import SeededNumbers
import JSONText
import Testing

/// Hostile bytes: no trap, an error within the text, and what is read can be written and read again.
extension JSONReaderTests {
  static let samples = [
    #"{"a": [1, -0.5e+3, "x\u00e9\ud83d\udc69\n", true], "b": {"": null, "中": "👩‍💻"}, "c": [[], {}]}"#,
    #"[false, "\\\"\/\b\f\r\t", 1E-400, [[[["\udead"]]]], {"a": {"a": {"a": 0}}}]"#,
    "\u{FEFF} \"e\u{301}\u{301}\u{301}\u{301}\u{301}\u{202E}\u{7F}\u{9B}\" ",
  ]
  /// What JSON is made of, so that noise gets far.
  static let alphabet =
    Array("[]{}:,\"\\ \n0123456789-+.eEtrufalsn/b".utf8) + [0, 0x80, 0xC3, 0xED, 0xF0, 0xFF]

  @Test func survivesNoise() {
    var random = SplitMix64(seed: 1)
    var accepted = 0
    for _ in 0..<4000 {
      let bytes = (0..<Int.random(in: 0...12, using: &random)).map { _ in
        Self.alphabet.randomElement(using: &random) ?? 0
      }
      if survives(bytes) { accepted += 1 }
    }
    #expect(accepted > 20)
  }

  @Test(arguments: samples)
  func survivesMutation(of sample: String) {
    var random = SplitMix64(seed: 2)
    var accepted = 0
    for _ in 0..<600 {
      var bytes = Array(sample.utf8)
      for _ in 0..<Int.random(in: 1...3, using: &random) { mutate(&bytes, &random) }
      if survives(bytes) { accepted += 1 }
    }
    #expect(accepted > 20)
    #expect(accepted < 580)
  }

  private func mutate(_ bytes: inout [UInt8], _ random: inout SplitMix64) {
    let at = Int.random(in: 0..<max(1, bytes.count), using: &random)
    let end = min(bytes.count, at + Int.random(in: 0...6, using: &random))
    let byte = Self.alphabet.randomElement(using: &random) ?? 0
    switch Int.random(in: 0..<5, using: &random) {
    case 0: bytes.replaceSubrange(at..<min(at + 1, end), with: [byte])
    case 1: bytes.insert(byte, at: at)
    case 2: bytes.removeSubrange(at..<end)
    case 3: bytes.insert(contentsOf: bytes[at..<end], at: at)
    default:
      bytes.replaceSubrange(
        at..<min(at + 1, end), with: [UInt8.random(in: 0...255, using: &random)])
    }
  }

  /// Whether the reader accepts the bytes, after every check.
  private func survives(_ bytes: [UInt8]) -> Bool {
    var reader = JSONReader(bytes)
    do throws(JSONError) {
      while try reader.next() != .end {}
    } catch {
      #expect((0...bytes.count).contains(error.offset), "\(bytes)")
      for _ in 0..<3 { askAgain(&reader) }
      return false
    }
    #expect(throws: Never.self, "\(bytes)") {
      let written = try rewritten(bytes)
      #expect(Array(try events(written).utf8) == Array(try events(bytes).utf8), "\(bytes)")
      #expect(try rewritten(written) == written, "\(bytes)")
    }
    return true
  }

  /// After an error the reader may say anything, but must not trap.
  private func askAgain(_ reader: inout JSONReader) {
    do { _ = try reader.next() } catch { return }
  }
}
