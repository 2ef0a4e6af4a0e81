/// Paths as the system has them: bytes, which need not be text.
///
/// A path is carried as a `String` that keeps every byte: one that is not part of UTF-8 is the scalar
/// U+10FF00 + byte, of a private area. Such scalars are escaped themselves, byte by byte, if a path
/// holds them, so that no two paths are the same text and each text leads back to its path. What is
/// shown of a path is made safe like any text, which replaces private scalars by a visible sign.
///
/// Whoever gets a path from the system, or an argument or a variable that may be one, makes it by
/// ``init(cPath:)``; whoever gives one to the system does so by ``withPath(_:)``.
extension String {
  /// - Parameter path: a path as the C library has it, ended by NUL.
  /// - Complexity: O(*n*).
  public init(cPath path: UnsafePointer<CChar>) {
    let count = length(of: path)
    self = path.withMemoryRebound(to: UInt8.self, capacity: count) { start in
      String(path: UnsafeBufferPointer(start: start, count: count))
    }
  }

  /// - Parameter bytes: a path's, without the NUL at its end.
  /// - Complexity: O(*n*).
  public init(path bytes: some Collection<UInt8>) {
    if let text = String(validating: bytes, as: UTF8.self), !text.mayHaveEscapes {
      self = text
      return
    }
    var scalars = String.UnicodeScalarView()
    var rest = Array(bytes)[...]
    while let first = rest.first {
      let count = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
      let text = String(validating: rest.prefix(count), as: UTF8.self)
      if let scalar = text?.unicodeScalars.first, text?.unicodeScalars.count == 1,
        escapedByte(scalar) == nil
      {
        scalars.append(scalar)
        rest = rest.dropFirst(count)
      } else {
        if let escape = Unicode.Scalar(firstEscape + UInt32(first)) { scalars.append(escape) }
        rest = rest.dropFirst()
      }
    }
    self = String(scalars)
  }

  /// Lends a path to the C library.
  ///
  /// - Complexity: O(*n*).
  public func withPath<Result>(
    _ body: (UnsafePointer<CChar>) throws -> Result
  ) rethrows -> Result {
    guard mayHaveEscapes else { return try withCString(body) }
    let path = pathBytes.map { CChar(bitPattern: $0) } + [0]
    return try path.withUnsafeBufferPointer { buffer in
      // It holds at least the NUL.
      guard let start = buffer.baseAddress else { return try "".withCString(body) }
      return try body(start)
    }
  }

  /// The bytes of a path.
  public var pathBytes: [UInt8] {
    guard mayHaveEscapes else { return Array(utf8) }
    var bytes: [UInt8] = []
    for scalar in unicodeScalars {
      if let byte = escapedByte(scalar) {
        bytes.append(byte)
      } else if let encoded = UTF8.encode(scalar) {
        bytes += encoded
      }
    }
    return bytes
  }

  /// Whether it has a scalar that begins as escapes do: false is certain.
  private var mayHaveEscapes: Bool { utf8.contains(0xF4) }
}

private let firstEscape: UInt32 = 0x10FF00

/// The byte for which a scalar stands; nil for one that stands for itself.
private func escapedByte(_ scalar: Unicode.Scalar) -> UInt8? {
  scalar.value >= firstEscape + 0x80 ? UInt8(truncatingIfNeeded: scalar.value) : nil
}

private func length(of path: UnsafePointer<CChar>) -> Int {
  var count = 0
  while path[count] != 0 { count += 1 }
  return count
}
