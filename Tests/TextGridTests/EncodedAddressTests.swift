import Testing
import TextGrid

/// Addresses as programs take them.
@Suite struct EncodedAddressTests {
  static let addresses: [(raw: String, encoded: String)] = [
    ("https://a.org/b?c=d&e=f#g", "https://a.org/b?c=d&e=f#g"),
    ("https://A.org:80/%20%zz~(x)", "https://A.org:80/%20%zz~(x)"),
    ("  https://a.org/b c\u{A0}d\n", "https://a.org/b%20c%C2%A0d"),
    ("https://a.org/é/中?👍#ß", "https://a.org/%C3%A9/%E4%B8%AD?%F0%9F%91%8D#%C3%9F"),
    ("https://a.org/\u{1B}]52;c\u{7}\u{202E}b", "https://a.org/%1B]52;c%07%E2%80%AEb"),
    ("https://a.org/\"<b>`{|}\\^", "https://a.org/%22%3Cb%3E%60%7B%7C%7D%5C%5E"),
    ("https://a.org/b\n\tc", "https://a.org/bc"),
    ("https://bücher.example", "https://xn--bcher-kva.example"),
    ("http://me@пример.рф:80/п", "http://me@xn--e1afmkfd.xn--p1ai:80/%D0%BF"),
    ("http://b%C3%BCcher.example/", "http://xn--bcher-kva.example/"),
    ("http://[::1]:80/é", "http://[::1]:80/%C3%A9"),
    ("http://a\u{202E}b.org/", "http://a%E2%80%AEb.org/"),
    ("mailto:é@a.org?subject=b c", "mailto:%C3%A9@a.org?subject=b%20c"),
    ("", ""),
  ]

  @Test(arguments: addresses)
  func areEncoded(raw: String, encoded: String) {
    #expect(SafeText(address: raw).string == encoded)
    #expect(SafeText(address: encoded).string == encoded, "again")
  }
}
