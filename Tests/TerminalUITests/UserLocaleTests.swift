import Testing

@testable import TerminalUI

/// What the name of a locale says, whether the locale is installed or not.
@Suite struct UserLocaleTests {
  @Test(arguments: [
    ("en_US.UTF-8", true), ("en_US.utf8", true), ("de_DE.Utf-8@euro", true), ("C.UTF-8", true),
    ("tt_RU.UTF-8@iqtelif", true), (".utf-8", true), ("en_US", false), ("en_US.ISO-8859-1", false),
    ("UTF-8", false), ("en_US.UTF-16", false), ("en_US.", false), ("C", false), ("POSIX", false),
    ("ja_JP.eucJP", false), ("en_US@utf8", false), ("en_US.ISO-8859-15@utf8", false),
  ])
  func theNameSaysTheEncoding(name: String, isUTF8: Bool) {
    #expect(UserLocale.saysUTF8(name) == isUTF8)
  }
}
