import Glibc
import JSONText
import Paths
import ReadingLibrary

/// Which sites want to be left alone, and until when: a small file, so that the next run knows it too.
///
/// If it cannot be read or written, a site is asked sooner than it wants; nothing else is lost.
struct RememberedWaits: Sendable {
  /// No site is left alone for more seconds than a day has, whatever it or the file says.
  static let longest = 86_400
  /// So many sites are remembered at most, those that want to be left alone longest.
  private static let most = 200

  let folder: String

  /// Those of the user; nil without a home.
  static var usual: RememberedWaits? {
    StateDirectory.path.map { RememberedWaits(folder: $0) }
  }

  private var path: String { folder + "/waits.json" }

  /// For how many seconds from now each site wants to be left alone, by host and port.
  ///
  /// - Parameter now: seconds since 1970.
  /// - Returns: none that is over.
  func seconds(from now: Int64) -> [String: Int] {
    times(at: now).mapValues { Int($0 - now) }
  }

  /// Remembers that a site wants to be left alone.
  ///
  /// What another program remembers at the same time is kept: one of them waits for the other, for a
  /// second at most.
  ///
  /// - Parameters:
  ///   - site: its host and port.
  ///   - seconds: for how long.
  ///   - now: seconds since 1970.
  func save(_ site: String, seconds: Int, from now: Int64) {
    do throws(LibraryError) {
      try makeDirectories(folder)
      let lock = try DirectoryLock(
        directory: folder, path: path, patience: .seconds(1), isOuter: true)
      add(site, seconds: seconds, from: now)
      _ = consume lock
    } catch {}
  }

  private func add(_ site: String, seconds: Int, from now: Int64) {
    var times = times(at: now)
    times[site] = max(times[site] ?? now, now + Int64(min(max(seconds, 0), Self.longest)))
    let longest = times.filter { $0.value > now }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    var writer = JSONWriter()
    writer.beginObject()
    for (site, time) in longest.prefix(Self.most) {
      writer.name(site)
      writer.integer(Int(time))
    }
    writer.endObject()
    writer.endLine()
    guard !isOdd else { return }
    // Nobody else has to know what somebody reads.
    try? OutputFile.write(writer.bytes, to: path, newMode: 0o600)
  }

  /// Whether something is there that is not a regular file: to open a pipe might wait forever.
  private var isOdd: Bool {
    var status = stat()
    return path.withPath { stat($0, &status) } == 0 && status.st_mode & S_IFMT != S_IFREG
  }

  /// Until when each site wants to be left alone, in seconds since 1970; what is over or cannot be read is left out.
  private func times(at now: Int64) -> [String: Int64] {
    guard !isOdd, let bytes = try? InputFile.bytes(path, limit: .configuration) else { return [:] }
    var times: [String: Int64] = [:]
    var reader = JSONReader(bytes)
    do throws(JSONError) {
      try reader.beginObject()
      while let site = try reader.memberName() {
        guard let time = try reader.integerOrNull().map({ Int64($0) }), time > now else { continue }
        times[site] = min(time, now + Int64(Self.longest))
      }
    } catch {
      return [:]
    }
    return times
  }
}
