import CNcurses

/// What the user's locale says about the terminal.
public struct UserLocale: Equatable, Sendable {
  /// The variable that counts, with its value, such as `LANG=en_GB.UTF-8`; nil if none is set.
  public let origin: String?
  /// Whether the system has that locale.
  public let isInstalled: Bool
  /// The name of the encoding, such as `UTF-8` or `ANSI_X3.4-1968`.
  ///
  /// That of a locale that is not installed is UTF-8 if its name says so, and ASCII otherwise.
  public let codeset: String

  /// Whether the terminal shows UTF-8.
  ///
  /// If nobody said anything, as in many containers, the terminal outside is one of today's.
  public var knowsUnicode: Bool { isUTF8 || origin == nil }

  /// Whether text is encoded as UTF-8.
  public var isUTF8: Bool { codeset == "UTF-8" }

  /// Takes the user's locale for this process, or else C.UTF-8 if its name says UTF-8.
  public init() {
    let named = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { (name: String) in
      getenv(name).flatMap { $0.pointee == 0 ? nil : (name, String(cString: $0)) }
    }.first
    origin = named.map { "\($0)=\($1)" }
    // Of a locale only the encoding is used; each other category costs ten system calls.
    isInstalled = setlocale(LC_CTYPE, "") != nil
    if !isInstalled, let name = named?.1, Self.saysUTF8(name) {
      // Missing too where no locale is installed; CUnicode does without it.
      setlocale(LC_CTYPE, "C.UTF-8")
      codeset = "UTF-8"
    } else {
      codeset = String(cString: understory_codeset())
    }
  }

  /// Whether the encoding in a locale's name, `language_TERRITORY.ENCODING@modifier`, is UTF-8.
  ///
  /// As in glibc, neither case nor signs matter: `utf8` is UTF-8.
  static func saysUTF8(_ name: String) -> Bool {
    guard let dot = name.firstIndex(of: ".") else { return false }
    let encoding = name[name.index(after: dot)...].prefix { $0 != "@" }
    return encoding.filter { $0.isLetter || $0.isNumber }.lowercased() == "utf8"
  }
}
