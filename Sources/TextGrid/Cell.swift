/// One place of a frame.
///
/// It is plain memory that refers to nothing else, since each frame has thousands of them, which are made,
/// copied and compared for every key.
public struct Cell: Equatable, Sendable {
  /// What it shows; nothing in the second cell of a wide one.
  public internal(set) var cluster: DrawnCluster
  public internal(set) var style: Style
  /// 1 or 2; 0 in the second cell of a wide one.
  public internal(set) var width: UInt8

  static let blank = Cell(cluster: DrawnCluster(" "), style: .plain, width: 1)

  /// A base with its marks; empty in the second cell of a wide one.
  public var text: String { cluster.text }
}

/// A base character with its combining marks, at most ``Sanitizer/marksPerBase``.
public struct DrawnCluster: Equatable, Sendable {
  /// The scalars after the first, in order, each 0 for none.
  public private(set) var marks = SIMD4<UInt32>()
  /// The first scalar; 0 for none.
  public private(set) var base: UInt32 = 0

  /// Nothing.
  init() {}

  init(_ base: Unicode.Scalar) { self.base = base.value }

  /// Whether it is one character of ASCII, or nothing.
  var isASCII: Bool { base < 0x80 && marks[0] == 0 }

  /// Adds a scalar, if there is room for one more.
  mutating func append(_ scalar: Unicode.Scalar) {
    if base == 0 { return base = scalar.value }
    if let free = marks.indices.first(where: { marks[$0] == 0 }) { marks[free] = scalar.value }
  }

  /// The same as a text.
  var text: String {
    var scalars = String.UnicodeScalarView()
    for value in [base] + marks.indices.map({ marks[$0] }) where value != 0 {
      if let scalar = Unicode.Scalar(value) { scalars.append(scalar) }
    }
    return String(scalars)
  }
}
