/// Which understory this is.
enum ProgramVersion {
  /// As in `0.1.0`.
  static let number = "0.1.0"
}
