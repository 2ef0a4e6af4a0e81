import SeededNumbers
import Testing
import TextGrid

@testable import TerminalUI

/// Whatever a terminal responds, and however it comes: nothing of it is a key.
@Suite struct ResponseTests {
  /// All that makes up a response is made up by chance: its kind, its text, its end, and where it is cut
  /// for how long.
  @Test func noByteOfAResponseIsAKey() {
    var numbers = SplitMix64(seed: 14)
    for round in 0..<4000 {
      let response = Self.response(&numbers)
      var decoder = InputDecoder()
      var time = 0
      var inputs: [InputDecoder.Input] = []
      for (index, byte) in response.enumerated() {
        // Whoever types Esc says so by waiting: nothing can know better.
        // A text may take so long in all, whatever it is the text of.
        let left = InputDecoder.textTime - time - 1
        let longest = index == 1 ? 20 : index == 2 ? 290 : max(1, left)
        if numbers.next(upTo: 4) == 0, left > 0 {
          time += numbers.next(upTo: min(left, longest)) + 1
          inputs += decoder.settle(at: time)
        }
        inputs += decoder.take(byte, at: time)
      }
      #expect(inputs == [], "round \(round): \(response)")
      // And it is over.
      #expect(
        decoder.take(UInt8(ascii: "j"), at: time) == [.key("j")], "round \(round): \(response)")
    }
  }

  /// A text that never ends makes nobody deaf for long, even if somebody goes on typing.
  @Test func aTextThatNeverEndsIsGivenUp() {
    var decoder = InputDecoder()
    for byte in Array("\u{1B}]0;abc".utf8) { #expect(decoder.take(byte, at: 0) == []) }
    for time in stride(from: 500, to: InputDecoder.textTime, by: 500) {
      #expect(decoder.take(UInt8(ascii: "j"), at: time) == [])
    }
    #expect(decoder.take(UInt8(ascii: "j"), at: InputDecoder.textTime) == [.key("j")])
  }

  @Test func noByteOfAPasteIsAKey() {
    var numbers = SplitMix64(seed: 41)
    for round in 0..<2000 {
      // Esc and Ctrl-C by themselves are somebody's way out.
      let text = Self.bytes(&numbers, in: 0x00...0xFF, upTo: 60).filter { $0 != 0x1B && $0 != 0x03 }
      var decoder = InputDecoder()
      var time = 0
      var inputs: [InputDecoder.Input] = []
      let bytes = Array("\u{1B}[200~".utf8) + text + Array("\u{1B}[201~".utf8)
      for (index, byte) in bytes.enumerated() {
        let isInEnd = index > bytes.count - 6
        let longest = index == 1 ? 20 : index == 2 || isInEnd ? 290 : 9000
        if numbers.next(upTo: 4) == 0 { time += numbers.next(upTo: longest) + 1 }
        inputs += decoder.settle(at: time) + decoder.take(byte, at: time)
      }
      #expect(inputs == [.paste(String(decoding: text, as: UTF8.self))], "round \(round): \(text)")
    }
  }

  /// Whoever wants out of a paste that does not end gets out.
  @Test(arguments: [("\u{1B}", Key.escape), ("\u{3}", Key.control("c"))])
  func aPasteThatNeverEndsIsLeft(byte: String, key: Key) {
    var decoder = InputDecoder()
    for byte in Array("\u{1B}[200~ab\u{3}\u{1B}c".utf8) { #expect(decoder.take(byte, at: 0) == []) }
    for byte in Array(byte.utf8) { #expect(decoder.take(byte, at: 900) == []) }
    #expect(decoder.deadline == 1200)
    #expect(decoder.settle(at: 1200) == [.paste("ab\u{3}\u{1B}c"), .key(key)])
    #expect(decoder.take(UInt8(ascii: "j"), at: 1300) == [.key("j")])
  }

  /// Ends with a byte that belongs to it.
  private static func response(_ numbers: inout SplitMix64) -> [UInt8] {
    let kind = numbers.next(upTo: 6)
    if kind == 0 {
      // CSI with a marker, as no key has one.
      return Array("\u{1B}[".utf8) + [[0x3F, 0x3E, 0x3D][numbers.next(upTo: 3)]]
        + bytes(&numbers, in: 0x30...0x3B, upTo: 12) + bytes(&numbers, in: 0x20...0x2F, upTo: 2)
        + [UInt8(0x40 + numbers.next(upTo: 0x3F))]
    }
    let introducer = Array("]P_^X".utf8)[kind - 1]
    let ends: [[UInt8]] = [[0x07], [0x1B, 0x5C], [0xC2, 0x9C]]
    let text = bytes(&numbers, in: 0x08...0x7E, upTo: 40).filter {
      $0 != 0x18 && $0 != 0x1A && $0 != 0x1B
    }
    return [0x1B, introducer] + text + ends[numbers.next(upTo: 3)]
  }

  private static func bytes(
    _ numbers: inout SplitMix64, in range: ClosedRange<Int>, upTo count: Int
  ) -> [UInt8] {
    (0..<numbers.next(upTo: count + 1)).map { _ in
      UInt8(range.lowerBound + numbers.next(upTo: range.count))
    }
  }
}

extension SplitMix64 {
  /// A number from 0 on, below a limit.
  fileprivate mutating func next(upTo limit: Int) -> Int { Int.random(in: 0..<limit, using: &self) }
}
