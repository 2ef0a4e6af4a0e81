import Glibc

/// When this run of the program began.
enum ProgramStart {
  /// In seconds since 1970, rounded down; the first use of it counts.
  static let second = time(nil)
}
