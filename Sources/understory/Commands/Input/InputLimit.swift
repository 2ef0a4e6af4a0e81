import ArgumentParser
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

  /// Whether a pipe that nobody has opened to write into is waited for.
  var awaitsWriter: Bool { advice != nil }

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

/// A number of bytes as people write it: 500M is 500 MiB.
struct ByteSize: Equatable, ExpressibleByArgument {
  var bytes: Int

  /// What can be read at all.
  static let most = 1 << 32 - 1

  private static let units: [(letter: Character, bytes: Int)] = [
    ("G", 1 << 30), ("M", 1 << 20), ("K", 1 << 10),
  ]

  init(bytes: Int) { self.bytes = bytes }

  /// Nil for what is not a number from 1 to 4 G, with or without a unit (K, M, G, also as KiB).
  init?(argument: String) {
    var digits = argument[...]
    for ending in ["iB", "B"] where digits.hasSuffix(ending) {
      digits = digits.dropLast(ending.count)
      break
    }
    let unit = Self.units.first { digits.uppercased().hasSuffix(String($0.letter)) }
    if unit != nil { digits = digits.dropLast() }
    guard !digits.isEmpty, digits.utf8.allSatisfy({ 0x30...0x39 ~= $0 }), let count = Int(digits)
    else { return nil }
    let (bytes, isTooLarge) = count.multipliedReportingOverflow(by: unit?.bytes ?? 1)
    guard !isTooLarge, 1...(Self.most + 1) ~= bytes else { return nil }
    self.bytes = min(bytes, Self.most)
  }

  /// `64 MiB`; a number that is not whole in any unit is one of bytes.
  var text: String {
    for unit in Self.units where bytes >= unit.bytes && bytes % unit.bytes == 0 {
      return "\(bytes / unit.bytes) \(unit.letter)iB"
    }
    return "\(bytes) bytes"
  }
}

/// The option that says how much is read of a file.
struct LimitOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      The most to read of a file, unpacked, such as 500M or 2G; up to 4G. (default: 1G, and \
      64M of what is not JSON)
      """, valueName: "size"))
  var limit: ByteSize?

  func validate() throws { if let limit { InputLimit.choose(limit) } }
}
