import Glibc

/// When this run of the program began.
enum ProgramStart {
  /// In nanoseconds since 1970; the first use of it counts.
  static let time: Int = {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }()
}
