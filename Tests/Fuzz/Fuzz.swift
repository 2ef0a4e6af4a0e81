import DiscussionModel
import Glibc

/// Feeds noise to a room, with libFuzzer: `Fuzz TARGET [libFuzzer's options]`.
///
/// Without a target it prints the names of all; `Fuzz TARGET seeds FOLDER` writes inputs to begin with.
@main enum Fuzz {
  /// What is fed, by name; each stops the program when something does not hold.
  static let targets: [(name: String, check: @Sendable ([UInt8]) -> Void, seeds: [[UInt8]])] =
    [
      ("sanitizer", SanitizerCheck.run, Seeds.texts),
      ("line-breaker", LineBreakerCheck.run, Seeds.texts),
      ("plain", { BodyCheck.run($0, markup: .plain) }, Seeds.texts),
      ("markdown", { BodyCheck.run($0, markup: .markdown) }, Seeds.texts + Seeds.markdown),
      ("html-tree", TreeCheck.run, Seeds.texts + Seeds.html),
      ("html", { BodyCheck.run($0, markup: .html) }, Seeds.texts + Seeds.html),
      ("json", JSONCheck.run, Seeds.files),
      ("discussion", DiscussionCheck.run, Seeds.files),
      ("saved-page", SavedPageCheck.run, Seeds.pages),
      ("page", PageCheck.run, Seeds.html + PageCheck.seeds),
      ("article", ArticleCheck.run, Seeds.html + ArticleCheck.seeds),
    ] + ImportCheck.targets

  /// What libFuzzer calls; set once, before it runs.
  nonisolated(unsafe) private static var check: @Sendable ([UInt8]) -> Void = { _ in }

  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count > 1 else {
      for target in targets { print(target.name) }
      return
    }
    guard let target = targets.first(where: { $0.name == arguments[1] }) else {
      print("\(arguments[1]): expected one of \(targets.map(\.name).joined(separator: ", "))")
      exit(64)
    }
    if arguments.count == 4, arguments[2] == "seeds" {
      write(target.seeds, to: arguments[3])
      return
    }
    check = target.check
    var argv = ([arguments[0]] + arguments.dropFirst(2)).map { strdup($0) } + [nil]
    var count = Int32(argv.count - 1)
    let status = argv.withUnsafeMutableBufferPointer { buffer in
      var start = buffer.baseAddress
      return runDriver(&count, &start) { bytes, count in
        Fuzz.check(Array(UnsafeBufferPointer(start: bytes, count: count)))
        return 0
      }
    }
    exit(status)
  }

  private static func write(_ seeds: [[UInt8]], to folder: String) {
    for (number, seed) in seeds.enumerated() {
      guard let file = fopen("\(folder)/seed-\(number)", "w") else { continue }
      fwrite(seed, 1, seed.count, file)
      fclose(file)
    }
  }
}

/// Stops the program where something does not hold, and says what.
func hold(_ condition: Bool, _ what: String) { if !condition { fail(what) } }

func fail(_ what: String) -> Never {
  print("does not hold: \(what)")
  fflush(nil)
  abort()
}

/// libFuzzer's own entry (LLVM, "Using libFuzzer as a library").
@_silgen_name("LLVMFuzzerRunDriver") private func runDriver(
  _ count: UnsafeMutablePointer<Int32>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ callback: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32
