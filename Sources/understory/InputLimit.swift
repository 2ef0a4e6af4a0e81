import Sites
import Synchronization
import TextGrid

/// How much is read of one input: without a limit, a device or a pipe may never end.
struct InputLimit {
  /// How many bytes of JSON are read.
  let json: Int
  /// How many bytes of anything else.
  let other: Int
  /// What to do about it; nil for nothing.
  let advice: String?

  /// That of a discussion, as the user has set it.
  static var discussion: InputLimit {
    let json = chosen.load(ordering: .relaxed)
    return InputLimit(
      json: json, other: json == usual ? page : json, advice: "raise it with --limit")
  }

  /// That of the configuration, and of what the program itself remembers.
  static let configuration = InputLimit(json: 16 << 20, other: 16 << 20, advice: nil)

  /// That of a discussion in JSON unless the user says otherwise: 1 GiB.
  static let usual = 1 << 30
  /// That of a saved page, which nobody has written by hand and no site as long: 64 MiB.
  private static let page = 64 << 20

  /// What the command line says; it is one for the whole program, whoever reads.
  private static let chosen = Atomic<Int>(usual)

  /// Sets the limit for every discussion from now on.
  static func choose(_ size: ByteSize) { chosen.store(size.bytes, ordering: .relaxed) }

  /// How many bytes there may be of what begins with some of them.
  func bytes(of start: ArraySlice<UInt8>) -> Int {
    AnyImport.looksLikeJSON(start) ? json : other
  }

  /// That an input is longer.
  func failure(_ path: String, limit: Int, isPacked: Bool = false) -> Failure {
    let size = ByteSize(bytes: limit).text
    let kind = limit == other && json != other ? " for files that are not JSON" : ""
    return Failure(
      path: path,
      (isPacked ? "unpacks to more than \(size)" : "larger than \(size)")
        + ", the limit\(kind)" + (advice.map { "; \($0)" } ?? ""))
  }
}
