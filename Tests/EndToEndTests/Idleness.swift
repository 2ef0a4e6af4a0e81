import Foundation
import Testing

/// What a process has used, and how often it was woken.
struct Idleness: Equatable {
  /// Clock ticks of the processor, in the program and in the system for it: the 14th and 15th fields
  /// of proc(5), the 12th and 13th after the name in parentheses.
  private let ticks: [Substring]
  private let wakings: Substring

  init(of process: pid_t) throws {
    let statistics = try String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
    let fields = statistics.split(separator: ")").last?.split(separator: " ") ?? []
    ticks = Array(fields.dropFirst(11).prefix(2))
    let status = try String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
    let line = status.split(separator: "\n").first { $0.hasPrefix("voluntary_ctxt_switches") }
    wakings = try #require(line)
  }

  /// Waits until a process does nothing more: how long its start takes depends on the machine.
  ///
  /// - Parameters:
  ///   - process: the process.
  ///   - wait: waits for a while, a second or more.
  /// - Returns: how it stands; after 30 waits however it goes on, for the test to see.
  /// - Throws: if there is no such process.
  static func settled(_ process: pid_t, wait: () throws -> Void) throws -> Idleness {
    var last = try Idleness(of: process)
    for _ in 0..<30 {
      try wait()
      let now = try Idleness(of: process)
      if now == last { return now }
      last = now
    }
    return last
  }
}
