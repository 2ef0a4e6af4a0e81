import CNcurses

/// What the user's locale says of the terminal.
public struct UserLocale: Equatable, Sendable {
  /// The variable that counts, with its value, as `LANG=en_GB.UTF-8`; nil where none is set.
  public let origin: String?
  /// Whether the system has that locale; where it has not, everything is ASCII to it.
  public let isInstalled: Bool
  /// The name of the encoding, as `UTF-8` or `ANSI_X3.4-1968`.
  public let codeset: String

  /// Whether the terminal shows UTF-8.
  ///
  /// Where nobody said anything, as in many containers, the terminal outside is one of today's.
  public var knowsUnicode: Bool { isUTF8 || origin == nil }

  var isUTF8: Bool { codeset == "UTF-8" }

  /// Takes the user's locale for this process, and looks at it.
  public init() {
    isInstalled = setlocale(LC_ALL, "") != nil
    codeset = String(cString: understory_codeset())
    origin =
      ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { (name: String) in
        getenv(name).flatMap { $0.pointee == 0 ? nil : "\(name)=\(String(cString: $0))" }
      }.first
  }
}
