import Platform
import Paths
import WebAddresses

/// A folder into which each response of a site is written as it came, so that others can be shown what a site responds.
///
/// `001-HOST.json` is a body, and `001-HOST.headers` says what was requested, the status and the headers. The numbers go
/// on after those that are there, and no file is ever written over. Tokens, cookies and what else is secret are left out.
public struct SavedResponses: Sendable {
  /// Why nothing can be written.
  public struct Problem: Error, Equatable, Sendable {
    public var path: String
    /// The error number, never 0.
    public var number: Int32
  }

  private let folder: String

  /// Makes the folder with its parents if it is missing.
  ///
  /// - Throws: if it is not there and cannot be made, or nothing can be written into it.
  public init(folder: String) throws(Problem) {
    self.folder = folder
    do throws(FolderError) {
      try makeFolders(folder)
    } catch {
      throw Problem(path: error.path, number: error.number)
    }
    guard folder.withPath({ access($0, W_OK | X_OK) }) == 0 else {
      throw Problem(path: folder, number: errno)
    }
  }

  /// Writes down what came of a request.
  ///
  /// - Parameters:
  ///   - received: what came.
  ///   - tokens: the user's, which must not be in it.
  /// - Throws: if it cannot be written; what was written of it stays.
  func save(_ received: Curl.Received, without tokens: [String]) throws(Problem) {
    let redaction = Redaction(tokens: tokens, address: received.url)
    var lines = ["GET \(redaction.address(received.url))"]
    if let status = received.status { lines.append("HTTP \(status)") }
    for (name, values) in received.headers.sorted(by: { $0.key < $1.key }) {
      lines += values.map { "\(name): \(redaction.header(name, $0) ?? "(left out)")" }
    }
    if let failure = received.failure { lines.append("(\(failure))") }
    let text = lines.map { Self.visible($0) + "\n" }.joined()
    let name = Self.host(of: received.url)
    // Another program may take the number meanwhile.
    for number in try next() ... .max {
      let digits = String(number)
      let zeros = String(repeating: "0", count: max(0, 3 - digits.count))
      let path = "\(folder)/\(zeros)\(digits)-\(name)"
      guard try write(Array(text.utf8), to: path + ".headers") else { continue }
      guard !received.body.isEmpty else { return }
      let body = redaction.body(received.body)
      _ = try write(body, to: "\(path).\(Self.ending(of: received))")
      return
    }
  }

  /// Writes a new file.
  ///
  /// - Returns: false if there is one already.
  private func write(_ bytes: [UInt8], to path: String) throws(Problem) -> Bool {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC
    let file = path.withPath { open($0, flags, 0o666) }
    guard file >= 0 else {
      if errno == EEXIST { return false }
      throw Problem(path: path, number: errno)
    }
    defer { close(file) }
    let number = writeAll(bytes[...], to: file)
    guard number == 0 else { throw Problem(path: path, number: number) }
    return true
  }

  /// The number after the highest in the folder.
  private func next() throws(Problem) -> Int {
    guard let stream = folder.withPath({ opendir($0) }) else {
      throw Problem(path: folder, number: errno)
    }
    defer { closedir(stream) }
    var highest = 0
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cPath: $0) }
      }
      let digits = name.utf8.prefix { 0x30...0x39 ~= $0 }
      if digits.count < 10, let number = Int(String(decoding: digits, as: UTF8.self)) {
        highest = max(highest, number)
      }
    }
    return highest + 1
  }

  /// A host as a part of a file's name.
  private static func host(of url: String) -> String {
    let host = WebURL(asked: url)?.host ?? "unknown"
    return String(decoding: host.utf8.prefix(100).map { isPlain($0) ? $0 : 0x5F }, as: UTF8.self)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: "-.".utf8.contains(byte)
    }
  }

  /// What a file's name ends in, by what is in it.
  private static func ending(of received: Curl.Received) -> String {
    if received.body.starts(with: [0x1F, 0x8B]) { return "gz" }
    let start = received.body.prefix(200).drop { $0 <= 0x20 || [0xEF, 0xBB, 0xBF].contains($0) }
    switch start.first {
    case UInt8(ascii: "{"), UInt8(ascii: "["): return "json"
    default: break
    }
    let type = received.headers["content-type"]?.first ?? ""
    if start.starts(with: "<?xml".utf8) { return "xml" }
    if start.first == UInt8(ascii: "<") {
      return type.contains("xml") && !type.contains("html") ? "xml" : "html"
    }
    return "txt"
  }

  /// A line that is safe to print: whatever is not visible ASCII becomes a question mark.
  private static func visible(_ line: String) -> String {
    String(decoding: line.utf8.map { 0x20...0x7E ~= $0 ? $0 : UInt8(ascii: "?") }, as: UTF8.self)
  }
}
