import JSONText

/// What holds for every text: an error lies within it, and what is read can be written and read.
enum JSONCheck {
  @Sendable static func run(_ bytes: [UInt8]) {
    let first: [UInt8]
    do throws(JSONError) {
      first = try copy(bytes)
    } catch {
      hold(0...bytes.count ~= error.offset, "an error outside")
      let position = TextPosition(offset: error.offset, in: bytes)
      hold(position.line >= 1 && position.column >= 1, "a position")
      return
    }
    guard let second = try? copy(first) else { fail("not read again") }
    hold(first == second, "another text")
    hold(first.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x0A }, "a control")
  }

  /// Reads a text and writes what was read.
  private static func copy(_ bytes: [UInt8]) throws(JSONError) -> [UInt8] {
    var reader = JSONReader(bytes)
    var writer = JSONWriter()
    while true {
      let event = try reader.next()
      switch event {
      case .beginObject: writer.beginObject()
      case .endObject: writer.endObject()
      case .beginArray: writer.beginArray()
      case .endArray: writer.endArray()
      case .key(let name): writer.name(name.text(in: bytes).text)
      case .string(let string): writer.string(string.text(in: bytes).text)
      case .number(let number): writer.raw(bytes[number.range])
      case .bool(let value): writer.bool(value)
      case .null: writer.null()
      case .end: return writer.bytes
      }
    }
  }
}
