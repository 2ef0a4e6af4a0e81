import Sites
import DiscussionModel
import Platform
import Reader
import TextGrid

/// Reads one file of each format with small changes, and cut short: `Mutations COUNT [FORMAT]`.
///
/// COUNT changed files of each format are read, and a hundredth as many cut ones. Each is imported, written, read
/// again and drawn, within two seconds of CPU time and in ten times the file and 100 MB: a signal or a failed
/// allocation ends the program otherwise. The last words of the output say what was being read: `FORMAT NUMBER`;
/// a negative number is that of a cut file.
@main enum Mutations {
  static func main() {
    guard CommandLine.arguments.count > 1, let count = Int(CommandLine.arguments[1]), count > 0
    else {
      print("expected how many changed files of each format are read")
      exit(64)
    }
    let wanted = CommandLine.arguments.dropFirst(2)
    for sample in Sample.all where wanted.isEmpty || wanted.contains(sample.format.rawValue) {
      // Once as it is, so that tables and caches are there before memory is limited.
      guard read(sample.bytes, as: nil) else { fail("\(sample.format.rawValue) is read at all") }
      limitMemory(beyondNow: 10 * sample.bytes.count + 100_000_000)
      let progress = Progress(of: sample.format)
      var wasRead = 0
      for number in 1...count {
        progress.begin(number)
        wasRead += read(Mutation.of(sample.bytes, number: number), as: sample.format) ? 1 : 0
      }
      let cuts = max(1, count / 100)
      for number in 1...cuts {
        progress.begin(-number)
        let bytes = Mutation.truncation(of: sample.bytes, number: number, of: cuts)
        wasRead += read(bytes, as: nil) ? 1 : 0
      }
      progress.end()
      print("\(sample.format.rawValue): \(count) changed, \(cuts) cut; \(wasRead) could be read")
    }
  }

  /// Reads, writes and draws a file; false if it is refused.
  private static func read(_ bytes: [UInt8], as format: DiscussionFormat?) -> Bool {
    let imported: ImportedDiscussion
    do throws(ImportError) {
      imported = try AnyImport.discussion(
        of: [ImportFile(name: "file", bytes: bytes)], ImportOptions(format: format))
    } catch {
      if error.message.isEmpty { fail("an error without words") }
      return false
    }
    let written = DiscussionFile.encode(imported.discussion)
    guard let (again, _) = try? DiscussionFile.decode(written) else { fail("not read again") }
    if again.comments.count != imported.discussion.comments.count { fail("comments were lost") }
    let size = GridSize(columns: 40, rows: 12)
    var layout = Layout(size: size)
    var state = ReadingState(Page(again), shell: Shell(size: size, now: 0))
    _ = state.update(.openAll, layout: &layout)
    _ = state.update(.readOn, layout: &layout)
    let frame = ScreenView.frame(state, layout: &layout, theme: .plain)
    if frame.size != size { fail("a frame of another size") }
    return true
  }

  private static func limitMemory(beyondNow bytes: Int) {
    var pages = 0
    if let file = fopen("/proc/self/statm", "r") {
      withUnsafeMutablePointer(to: &pages) { pointer in
        _ = withVaList([pointer]) { vfscanf(file, "%ld", $0) }
      }
      fclose(file)
    }
    let limit = rlim_t(pages * Int(getpagesize()) + bytes)
    var limits = rlimit(rlim_cur: limit, rlim_max: .max)
    setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limits)
  }

  private static func fail(_ what: String) -> Never {
    print("does not hold: \(what)")
    exit(1)
  }
}

/// Says what is being read, and ends the program if that takes too long.
private struct Progress {
  private let name: String

  init(of format: DiscussionFormat) { name = format.rawValue }

  /// Two seconds of CPU time from here on; then SIGPROF ends the program.
  func begin(_ number: Int) {
    print("\(name) \(number)", terminator: "\r")
    fflush(nil)
    allow(seconds: 2)
  }

  func end() { allow(seconds: 0) }

  /// - Parameter seconds: 0 for as many as it takes.
  private func allow(seconds: Int) {
    var timer = itimerval()
    timer.it_value.tv_sec = seconds
    setitimer(__itimer_which_t(ITIMER_PROF.rawValue), &timer, nil)
  }
}
