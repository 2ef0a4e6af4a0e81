import Glibc

/// How the locale says that text is encoded.
enum LocaleCodeset {
  /// Whether it is UTF-8.
  static var isUTF8: Bool {
    setlocale(LC_CTYPE, "")
    return String(cString: nl_langinfo(nl_item(CODESET))) == "UTF-8"
  }
}
