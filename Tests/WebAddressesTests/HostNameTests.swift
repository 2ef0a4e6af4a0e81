import Testing

@testable import WebAddresses

@Suite struct HostNameTests {
  /// The samples of RFC 3492 section 7.1 that are in lower case, and some of our own.
  @Test(arguments: [
    ("ليهمابتكلموشعربي؟", "egbpdaj6bu4bxfgehfvwxn"),
    ("他们为什么不说中文", "ihqwcrb4cv8a8dqg056pqjye"),
    ("他們爲什麽不說中文", "ihqwctvzc91f659drss3x8bo0yb"),
    ("למההםפשוטלאמדבריםעברית", "4dbcagdahymbxekheh6e0a7fei0b"),
    ("なぜみんな日本語を話してくれないのか", "n8jok5ay5dzabd5bym9f0cm5685rrjetr6pdxa"),
    ("почемужеонинеговорятпорусски", "b1abfaaepdrnnbgefbadotcwatmq2g4l"),
    ("3年b組金八先生", "3b-ww4c5e180e575a65lsy2b"),
    ("bücher", "bcher-kva"), ("ü", "tda"), ("é", "9ca"), ("a-é", "a--cja"),
  ])
  func aLabelIsEncoded(label: String, code: String) {
    #expect(Punycode.encode(Array(label.unicodeScalars)) == code)
  }

  @Test(arguments: [
    ("Example.ORG", "example.org"), ("[::1]", "[::1]"), ("a_b-c.test", "a_b-c.test"), ("", ""),
    ("bücher.example", "xn--bcher-kva.example"), ("BÜCHER.example", "xn--bcher-kva.example"),
    ("bu\u{308}cher.example", "xn--bcher-kva.example"),
    ("www.bücher.example.", "www.xn--bcher-kva.example."),
    ("straße.example", "xn--strae-oqa.example"), ("中文。example", "xn--fiq228c.example"),
    ("ｅｘａｍｐｌｅ．ｏｒｇ", "example.org"), ("☕.example", "xn--53h.example"),
    ("xn--bcher-kva.example", "xn--bcher-kva.example"),
    ("пример.испытание", "xn--e1afmkfd.xn--80akhbyknj4f"),
  ])
  func aNameIsWrittenInASCII(name: String, ascii: String) {
    #expect(HostName.ascii(name) == ascii)
  }

  @Test(arguments: [
    "bü\u{200B}cher.example", "bü\u{202E}.example", "é\u{A0}.example", "é\u{3000}x.example",
    "\u{E000}.example", "\u{378}.example", "é\u{85}.example",
    String(repeating: "é", count: 64) + ".example", String(repeating: "a", count: 60) + "é.example",
  ])
  func noLabelHasThat(name: String) {
    #expect(HostName.ascii(name) == nil)
  }
}
