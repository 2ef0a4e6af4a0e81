import Testing

@testable import TextGrid

/// What holds for every Unicode scalar.
@Suite struct ScalarTests {
  static let planes: ClosedRange<UInt32> = 0...16

  /// The scalars of a plane for which something does not hold.
  private func scalars(
    ofPlane plane: UInt32, without holds: (Unicode.Scalar) -> Bool
  ) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    for value in plane << 16..<(plane + 1) << 16 {
      if let scalar = Unicode.Scalar(value), !holds(scalar) { result.append(scalar) }
    }
    return result
  }

  @Test(arguments: planes)
  func isSafeAfterwards(plane: UInt32) {
    let unsafe = scalars(ofPlane: plane) { scalar in
      let safe = SafeText(String(scalar)).string.unicodeScalars
      guard let left = safe.first else { return true }
      if left == "\u{FFFD}" { return safe.count == 1 }
      return safe.count == 1 && isHarmless(left) && (left == scalar || scalar.isASCII)
    }
    #expect(unsafe == [])
  }

  private func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.cellWidth < 0 || scalar.properties.isDefaultIgnorableCodePoint { return false }
    switch scalar.properties.generalCategory {
    case .format: return Self.standBeforeDigits.contains(scalar.value)
    case .control, .lineSeparator, .paragraphSeparator, .privateUse: return false
    default: return true
    }
  }

  /// Prepended_Concatenation_Mark: format characters that are drawn.
  private static let standBeforeDigits: Set<UInt32> = [
    0x600, 0x601, 0x602, 0x603, 0x604, 0x605, 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD,
  ]

  /// ncurses measures with `wcwidth`, of which ours takes the place; POSIX wants 0 for NUL.
  @Test(arguments: planes)
  func isMeasuredAlikeByTheCLibrary(plane: UInt32) {
    let differing = scalars(ofPlane: plane) { scalar in
      scalar == "\0" || wcwidth(Int32(scalar.value)) == scalar.cellWidth
    }
    #expect(differing == [])
  }
}

/// The C library's function, which Swift's Glibc leaves out.
@_silgen_name("wcwidth") private func wcwidth(_ character: Int32) -> Int32
