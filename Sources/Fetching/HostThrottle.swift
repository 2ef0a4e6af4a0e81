import Platform
import JSONText
import Paths

/// When each host may be asked again: at most one request in an interval, and none while the host wants to be left
/// alone.
public struct HostThrottle: Equatable, Sendable {
  /// How long a host is left alone after a request, in milliseconds.
  public let interval: Int
  /// For each host when it may be asked, in milliseconds of the clock.
  private var free: [String: Int] = [:]

  /// - Parameter interval: in milliseconds.
  public init(interval: Int = 1000) { self.interval = interval }

  /// When a host may be asked, in milliseconds of the clock; `now` if it may be at once.
  func time(for host: String, now: Int) -> Int { max(now, free[host] ?? now) }

  /// Notes that a host is asked.
  mutating func ask(_ host: String, now: Int) { leave(host, until: now + interval) }

  /// Notes that a host wants to be left alone until a time, unless it has asked for more.
  mutating func leave(_ host: String, until time: Int) {
    free[host] = max(time, free[host] ?? time)
  }
}

/// Which sites want to be left alone, and until when: a small file, so that the next run knows it too.
///
/// If it cannot be read or written, a site is asked sooner than it wants; nothing else is lost.
public struct RememberedWaits: Sendable {
  /// No site is left alone for more seconds than a day has, whatever it or the file says.
  static let longest = 86_400
  /// At most this many sites are remembered, those that want to be left alone longest.
  private static let most = 200
  /// At most this many bytes of the file are read.
  private static let size = 1 << 20

  private let folder: String
  private var path: String { folder + "/waits.json" }

  /// - Parameter folder: where the file is; it is created when there is something to remember.
  public init(folder: String) { self.folder = folder }

  /// For how many seconds from `now`, in seconds since 1970, each site wants to be left alone, by host and port; none
  /// that is over.
  func seconds(from now: Int64) -> [String: Int] {
    times(at: now).mapValues { Int($0 - now) }
  }

  /// Remembers that a site wants to be left alone.
  ///
  /// What another program remembers at the same time is kept: one of them waits for the other, for a second at most.
  ///
  /// - Parameters:
  ///   - site: its host and port.
  ///   - seconds: for how long.
  ///   - now: seconds since 1970.
  func save(_ site: String, seconds: Int, from now: Int64) {
    do throws(FolderError) { try makeFolders(folder) } catch { return }
    let lock = folder.withPath { open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    guard lock >= 0 else { return }
    defer { close(lock) }
    for _ in 0..<200 {
      // A file system that knows no locks says something else.
      if flock(lock, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK {
        return add(site, seconds: seconds, from: now)
      }
      usleep(5000)
    }
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
    // Nobody else has to know what somebody reads.
    withFile(O_WRONLY | O_CREAT) { file in
      // One write, so that whoever reads meanwhile finds all of it or nothing that is JSON.
      let count = pwrite(file, writer.bytes, writer.bytes.count, 0)
      ftruncate(file, count == writer.bytes.count ? count : 0)
    }
  }

  /// Until when each site wants to be left alone, in seconds since 1970; what is over or cannot be read is left out.
  private func times(at now: Int64) -> [String: Int64] {
    let read = withFile(O_RDONLY) { file in
      [UInt8](unsafeUninitializedCapacity: Self.size) { buffer, count in
        count = max(0, pread(file, buffer.baseAddress, buffer.count, 0))
      }
    }
    var times: [String: Int64] = [:]
    var reader = JSONReader(read ?? [])
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

  /// Lends the open file; nil if it cannot be opened, or is not a regular file: of a pipe nothing is waited for.
  @discardableResult
  private func withFile<Result>(_ mode: Int32, _ work: (Int32) -> Result) -> Result? {
    let file = path.withPath { open($0, mode | O_NONBLOCK | O_CLOEXEC, 0o600) }
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return work(file)
  }
}
