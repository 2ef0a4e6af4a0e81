import JSONText

/// The events of a text in one line, strings unescaped: `{ "a": [ 1 null ] }`.
func events(_ bytes: [UInt8]) throws(JSONError) -> String {
  var reader = JSONReader(bytes)
  var words: [String] = []
  while true {
    switch try reader.next() {
    case .beginObject: words.append("{")
    case .endObject: words.append("}")
    case .beginArray: words.append("[")
    case .endArray: words.append("]")
    case .key(let name): words.append("\"\(name.text(in: bytes).text)\":")
    case .string(let string): words.append("\"\(string.text(in: bytes).text)\"")
    case .number(let number): words.append(String(decoding: bytes[number.range], as: UTF8.self))
    case .bool(let value): words.append(value ? "true" : "false")
    case .null: words.append("null")
    case .end: return words.joined(separator: " ")
    }
  }
}

func events(_ text: String) throws(JSONError) -> String {
  try events(Array(text.utf8))
}

/// The same values, written anew.
func rewritten(_ bytes: [UInt8]) throws(JSONError) -> [UInt8] {
  var reader = JSONReader(bytes)
  var writer = JSONWriter()
  while true {
    switch try reader.next() {
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

/// The string that a text consists of.
func string(_ bytes: [UInt8]) throws(JSONError) -> (text: String, repairs: Int) {
  var reader = JSONReader(bytes)
  return try reader.string().text(in: bytes)
}
