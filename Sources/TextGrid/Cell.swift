/// One place of a frame.
public struct Cell: Equatable, Sendable {
  /// A base with its marks; empty in the second cell of a wide one.
  public internal(set) var text: String
  public internal(set) var style: Style
  /// 1 or 2; 0 in the second cell of a wide one.
  public internal(set) var width: UInt8

  static let blank = Cell(text: " ", style: .plain, width: 1)
}
