/// One place of a frame.
///
/// It is plain memory that refers to nothing else, since each frame has thousands of them, which are made,
/// copied and compared for every key.
public struct Cell: Equatable, Sendable {
  /// What it shows; nothing in the second cell of a wide one.
  public internal(set) var cluster: DrawnCluster
  /// 1 or 2; 0 in the second cell of a wide one.
  public internal(set) var width: UInt8
  private var packed: PackedStyle

  init(cluster: DrawnCluster, style: Style, width: UInt8) {
    self.cluster = cluster
    self.width = width
    packed = PackedStyle(style)
  }

  static let blank = Cell(cluster: DrawnCluster(" "), style: .plain, width: 1)

  public internal(set) var style: Style {
    get { packed.style }
    set { packed = PackedStyle(newValue) }
  }

  /// Whether it looks like another, whatever they show.
  public func hasStyle(of other: Cell) -> Bool { packed == other.packed }

  /// A base with its marks; empty in the second cell of a wide one.
  public var text: String { cluster.text }
}

/// A style as one number, which is compared faster than its parts.
private struct PackedStyle: Equatable, Sendable {
  /// The attributes in the lowest byte, above them the colours, 28 bits each.
  private var bits: UInt64

  init(_ style: Style) {
    bits =
      UInt64(style.attributes.rawValue) | Self.bits(of: style.foreground) << 8
      | Self.bits(of: style.background) << 36
  }

  var style: Style {
    Style(
      foreground: Self.color(bits >> 8), background: Self.color(bits >> 36),
      attributes: Style.Attributes(rawValue: UInt8(truncatingIfNeeded: bits)))
  }

  /// What kind of colour it is, above three bytes.
  private static let (indexed, rgb): (UInt64, UInt64) = (1 << 24, 2 << 24)

  private static func bits(of color: Color) -> UInt64 {
    switch color {
    case .terminal: 0
    case .indexed(let index): indexed | UInt64(index)
    case .rgb(let red, let green, let blue):
      rgb | UInt64(red) << 16 | UInt64(green) << 8 | UInt64(blue)
    }
  }

  /// The colour in the lowest 28 bits.
  private static func color(_ bits: UInt64) -> Color {
    func byte(_ shift: UInt64) -> UInt8 { UInt8(truncatingIfNeeded: bits >> shift) }
    return switch bits & (indexed | rgb) {
    case 0: .terminal
    case indexed: .indexed(byte(0))
    default: .rgb(red: byte(16), green: byte(8), blue: byte(0))
    }
  }
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
