import JSONText
import Testing

@Suite struct JSONWriterTests {
  private func text(_ write: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter()
    write(&writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test func indentsByTwoSpaces() {
    let written = text { writer in
      writer.beginObject()
      writer.name("understory")
      writer.integer(1)
      writer.name("title 中")
      writer.string("é 👩")
      writer.name("comments")
      writer.beginArray()
      writer.beginObject()
      writer.name("id")
      writer.string("1")
      writer.name("parent")
      writer.null()
      writer.endObject()
      writer.beginObject()
      writer.name("badges")
      writer.beginArray()
      writer.bool(true)
      writer.bool(false)
      writer.endArray()
      writer.endObject()
      writer.endArray()
      writer.endObject()
      writer.endLine()
    }
    #expect(
      written == """
        {
          "understory": 1,
          "title 中": "é 👩",
          "comments": [
            {
              "id": "1",
              "parent": null
            },
            {
              "badges": [
                true,
                false
              ]
            }
          ]
        }

        """)
  }

  @Test func keepsEmptyContainersOnOneLine() {
    let written = text { writer in
      writer.beginArray()
      writer.beginArray()
      writer.endArray()
      writer.beginObject()
      writer.endObject()
      writer.beginObject()
      writer.name("")
      writer.beginObject()
      writer.endObject()
      writer.endObject()
      writer.endArray()
    }
    #expect(
      written == """
        [
          [],
          {},
          {
            "": {}
          }
        ]
        """)
  }

  @Test func writesScalarsAlone() {
    #expect(text { $0.string("") } == #""""#)
    #expect(text { $0.integer(.min) } == "-9223372036854775808")
    #expect(text { $0.integer(.max) } == "9223372036854775807")
    #expect(text { $0.bool(true) } == "true")
    #expect(text { $0.bool(false) } == "false")
    #expect(text { $0.null() } == "null")
    #expect(text { $0.endLine() } == "\n")
    #expect(text { _ in } == "")
  }

  /// Raw values keep their own escapes, lines and spaces, though as spaces, and are separated as any other value.
  @Test func writesRawValues() {
    let written = text { writer in
      writer.beginArray()
      writer.raw(Array(#"{"a": "\u0041\"\\ 中"}"#.utf8))
      writer.raw("[1,\n\r\t2]".utf8)
      writer.endArray()
    }
    #expect(written == "[\n  {\"a\": \"\\u0041\\\"\\\\ 中\"},\n  [1,\n  2]\n]")
  }

  @Test func makesRawValuesSafe() {
    let raw = "\"\u{7F}\u{9B}\u{202E}\u{E0041}\""
    #expect(text { $0.raw(raw.utf8) } == #""\u007f\u009b\u202e\udb40\udc41""#)
    #expect(text { $0.raw([0x22, 0xFF, 0x22]) } == "\"\u{FFFD}\"")
    #expect(text { $0.raw("[\r\u{1B}]".utf8) } == "[ \\u001b]")
  }

  @Test func writesDeepArrays() {
    let levels = 100
    let written = text { writer in
      for _ in 0..<levels { writer.beginArray() }
      for _ in 0..<levels { writer.endArray() }
    }
    #expect(written.utf8.count { $0 == UInt8(ascii: "\n") } == 2 * (levels - 1))
    #expect(written.hasPrefix("[\n  [\n    [\n"))
    #expect(written.hasSuffix("\n    ]\n  ]\n]"))
  }
}
