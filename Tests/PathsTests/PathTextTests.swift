import Paths
import SeededNumbers
import Testing

/// A path as text loses no byte.
@Suite struct PathTextTests {
  @Test(
    arguments: [
      [], Array("/tmp/a b".utf8), Array("/tmp/é中😀".utf8), [0xE9], Array("caf".utf8) + [0xE9],
      [0x80], [0xBF, 0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xC3], [0xC3, 0x28], [0xE4, 0xB8],
      [0xE4, 0xB8, 0x2F], [0xED, 0xA0, 0x80], [0xEF, 0xBF, 0xBD], [0xF0, 0x80, 0x80, 0x80],
      [0xF4, 0x8F, 0xBF, 0xA9], [0xF4, 0x8F, 0xBE, 0x80], [0xF4, 0x8F, 0xBE, 0xBF],
      [0xF4, 0x90, 0x80, 0x80], [0xF5], [0xFF, 0xFE], [0xF4], [0x65, 0xCC, 0x81],
      [0x2F, 0xCC, 0x81],
    ] as [[UInt8]])
  func everyByteComesBack(bytes: [UInt8]) {
    let path = String(path: bytes)
    #expect(path.pathBytes == bytes)
    #expect(path.withPath { String(cPath: $0) } == path)
    #expect(
      path.withPath { pointer in
        bytes.indices.allSatisfy { pointer[$0] == CChar(bitPattern: bytes[$0]) }
      })
    #expect(path.withPath { $0[bytes.count] } == 0)
  }

  @Test func whatIsUTF8IsItself() {
    for text in ["/home/ann/Bücher/本.json", "", "a\u{10FEFF}b", "\u{FFFD}"] {
      #expect(String(path: Array(text.utf8)) == text)
    }
  }

  /// Also what looks like an escape in a path: the escapes of two paths never meet.
  @Test func noTwoPathsAreOneText() {
    var numbers = SplitMix64(seed: 5)
    var paths: [[UInt8]: String] = [:]
    let alphabet: [UInt8] = [
      0x2F, 0x61, 0xC3, 0xA9, 0xE9, 0xF4, 0x8F, 0xBE, 0xBF, 0x80, 0xED, 0xFF,
    ]
    for _ in 0..<20_000 {
      let bytes = (0..<Int.random(in: 1...8, using: &numbers)).map { _ in
        alphabet[Int.random(in: alphabet.indices, using: &numbers)]
      }
      let path = String(path: bytes)
      #expect(path.pathBytes == bytes)
      paths[bytes] = path
    }
    #expect(Set(paths.values.map { Array($0.utf8) }).count == paths.count)
  }
}
