import CVersion
import Platform

/// Which understory this is.
enum ProgramVersion {
  /// As in `0.1.0`.
  static let number = "0.1.0"
  /// When that was made, as manual pages have it.
  static let date = "November 25, 2026"

  /// The commit of which it was built, as in `1a2b3c4d5e`, with a `+` where files had changed; nil
  /// if that is not known.
  static var commit: String? { commit(in: String(cString: understory_commit())) }

  /// The commit in what the build says; nil if it says none.
  static func commit(in text: String) -> String? {
    let isCommit = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"): true
      case UInt8(ascii: "+"): true
      default: false
      }
    }
    return isCommit && !text.isEmpty ? text : nil
  }

  /// As `understory --version` prints it: `understory 0.1.0 (1a2b3c4d5e)`.
  static var line: String { "understory \(number)" + (commit.map { " (\($0))" } ?? "") }
}

/// When this run of the program began.
enum ProgramStart {
  /// In nanoseconds since 1970; the first use of it counts.
  static let time: Int = {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }()
}
