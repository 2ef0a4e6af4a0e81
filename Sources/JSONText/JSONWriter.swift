/// Writes a JSON text, indented by two spaces, that is lossless and safe to print.
///
/// The caller keeps the grammar: a name before each value of an object, as many ends as starts.
/// Strings escape what ``escape(_:quotes:into:)`` says.
public struct JSONWriter: Sendable {
  /// What was written so far, in UTF-8.
  public private(set) var bytes: [UInt8] = []

  /// For each open container whether it already holds something.
  private var filled: [Bool] = []
  private var followsName = false

  public init() {}

  public mutating func beginObject() { open("{") }
  public mutating func endObject() { close("}") }
  public mutating func beginArray() { open("[") }
  public mutating func endArray() { close("]") }

  /// Writes a member's name; its value comes next.
  public mutating func name(_ name: String) {
    separate()
    quote(name)
    append(": ")
    followsName = true
  }

  public mutating func string(_ text: String) {
    separate()
    quote(text)
  }

  public mutating func integer(_ value: Int) {
    separate()
    append(String(value))
  }

  public mutating func bool(_ value: Bool) {
    separate()
    append(value ? "true" : "false")
  }

  public mutating func null() {
    separate()
    append("null")
  }

  /// Writes a value whose bytes are JSON already, with the same escapes for unsafe characters.
  public mutating func raw(_ value: some Sequence<UInt8>) {
    separate()
    Self.escape(String(decoding: Array(value), as: UTF8.self), into: &bytes)
  }

  /// Writes the line feed that ends a file.
  public mutating func endLine() { bytes.append(0x0A) }

  private mutating func open(_ bracket: String) {
    separate()
    append(bracket)
    filled.append(false)
  }

  private mutating func close(_ bracket: String) {
    if filled.popLast() == true { breakLine() }
    append(bracket)
  }

  /// What is between the value or name that comes and what was before it.
  private mutating func separate() {
    if followsName {
      followsName = false
      return
    }
    guard let last = filled.indices.last else { return }
    if filled[last] { append(",") }
    filled[last] = true
    breakLine()
  }

  private mutating func breakLine() {
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(0x20, count: 2 * filled.count))
  }

  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func quote(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    Self.escape(text, quotes: true, into: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }
}
