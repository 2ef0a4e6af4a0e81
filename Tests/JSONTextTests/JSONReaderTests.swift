import JSONText
import Testing

/// What RFC 8259 allows; each row begins with its section.
@Suite struct JSONReaderTests {
  static let structures: [(section: String, text: String, events: String)] = [
    ("2", "[]", "[ ]"),
    ("2", "{}", "{ }"),
    ("2", " \t\n\r[ \t\n\r] \t\n\r", "[ ]"),
    ("2", " \t\n\r{ \t\n\r} \t\n\r", "{ }"),
    ("2", "\n{\t\"a\"\r:\n[ 1 ,\t2 ]\r,\n\"b\" : \"c\" } ", #"{ "a": [ 1 2 ] "b": "c" }"#),
    ("2", "1", "1"),
    ("2", " -0.5e1 ", "-0.5e1"),
    ("2", #""""#, #""""#),
    ("2", #" "a" "#, #""a""#),
    ("3", "true", "true"),
    ("3", "false", "false"),
    ("3", "null", "null"),
    ("3", "[true,false,null]", "[ true false null ]"),
    ("4", #"{"a":1}"#, #"{ "a": 1 }"#),
    ("4", #"{"a":1,"b":true,"c":null}"#, #"{ "a": 1 "b": true "c": null }"#),
    ("4", #"{"a":1,"a":2,"a":1}"#, #"{ "a": 1 "a": 2 "a": 1 }"#),
    ("4", #"{"":0}"#, #"{ "": 0 }"#),
    ("4", #"{"":{"":[]}}"#, #"{ "": { "": [ ] } }"#),
    ("4", #"{"\u0061\t":1}"#, "{ \"a\t\": 1 }"),
    ("4", #"{"a\u0000b":1}"#, "{ \"a\0b\": 1 }"),
    ("4", #"{"中":{"é":"👩‍💻"}}"#, #"{ "中": { "é": "👩‍💻" } }"#),
    ("4", #"{"a":{},"b":[],"c":""}"#, #"{ "a": { } "b": [ ] "c": "" }"#),
    ("5", "[1]", "[ 1 ]"),
    ("5", "[1,1]", "[ 1 1 ]"),
    ("5", #"[1,"a",null,{},[]]"#, #"[ 1 "a" null { } [ ] ]"#),
    ("5", "[[],[[]],[[],[]]]", "[ [ ] [ [ ] ] [ [ ] [ ] ] ]"),
    (
      "5", #"[{"a":[{"b":[{}]}]},[{"c":{}}]]"#,
      #"[ { "a": [ { "b": [ { } ] } ] } [ { "c": { } } ] ]"#
    ),
  ]

  static let numbers: [(section: String, text: String)] = [
    ("6", "0"), ("6", "-0"), ("6", "9"), ("6", "10"), ("6", "-1234567890"),
    ("6", "0.0"), ("6", "-0.0"), ("6", "0.5"), ("6", "10.01"), ("6", "-1.500"),
    ("6", "0e0"), ("6", "0E0"), ("6", "1e5"), ("6", "1E5"), ("6", "1e+5"), ("6", "1E+5"),
    ("6", "1e-5"), ("6", "1E-5"), ("6", "1e05"), ("6", "1e00"), ("6", "-1.5e-05"),
    ("6", "1e400"), ("6", "-1e400"), ("6", "1E-400"), ("6", "123.456e78"),
    ("6", "123456789012345678901234567890.123456789012345678901234567890"),
  ]

  static let strings: [(section: String, text: String, says: String)] = [
    ("7", #""abc""#, "abc"),
    ("7", #""\"\\\/""#, #""\/"#),
    ("7", #""\b\f\n\r\t""#, "\u{8}\u{C}\n\r\t"),
    ("7", #""\u0041\u00e9\u00E9\u4e2d""#, "Aéé中"),
    ("7", #""\u0000""#, "\0"),
    ("7", #""\u0022\u005c""#, "\"\\"),
    ("7", #""\\u0041""#, #"\u0041"#),
    ("7", #""\\""#, "\\"),
    ("7", #""\\\"""#, #"\""#),
    ("7", #""\ud834\udd1e\uD834\uDD1E""#, "𝄞𝄞"),
    ("7", #""a\nb\nc""#, "a\nb\nc"),
    ("7", #""[1,{}]//'""#, "[1,{}]//'"),
    ("7", "\"\u{7F}\"", "\u{7F}"),
    ("7", "\" /\u{21}\u{23}\u{5B}\u{5D}~\"", " /!#[]~"),
    ("8.1", "\"é中👩‍💻\u{10FFFF}\"", "é中👩‍💻\u{10FFFF}"),
    (
      "8.1", "\"\u{85}\u{A0}\u{2028}\u{2029}\u{FEFF}\u{FFFE}\"",
      "\u{85}\u{A0}\u{2028}\u{2029}\u{FEFF}\u{FFFE}"
    ),
    ("8.1", "\u{FEFF}\"a\"", "a"),
    ("8.1", "\u{FEFF} \"a\"", "a"),
    ("8.2", #""\udead""#, "\u{FFFD}"),
  ]

  @Test(arguments: structures)
  func accepts(section: String, text: String, as expected: String) throws {
    #expect(try events(text) == expected)
  }

  @Test(arguments: numbers)
  func acceptsNumber(section: String, text: String) throws {
    #expect(try events(text) == text)
    #expect(try events("[\(text),\(text)]") == "[ \(text) \(text) ]")
    #expect(try events("{\"a\": \(text) }") == "{ \"a\": \(text) }")
  }

  @Test(arguments: strings)
  func acceptsString(section: String, text: String, saying expected: String) throws {
    #expect(Array(try string(Array(text.utf8)).text.utf8) == Array(expected.utf8))
  }
}
