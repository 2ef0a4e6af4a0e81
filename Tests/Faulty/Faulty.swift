import Platform
import TerminalUI
import TextGrid

/// A program that takes the terminal, and then goes wrong in the way that its argument names.
///
/// Arguments: what to do, and the path of the crash log.
@main enum Faulty {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else { exit(64) }
    let messages = try run(arguments[1], log: arguments[2])
    for message in messages { print("message:", message.string) }
  }

  /// - Returns: what was written to standard error meanwhile.
  private static func run(_ what: String, log: String) throws -> [SafeText] {
    var session = try TerminalSession(
      useColors: false,
      crashLog: TerminalSession.CrashLog(path: log, heading: "a heading"))
    session.useMouse(true)
    var frame = Frame(size: session.size)
    frame.write("ready", row: 0, column: 0, style: .plain)
    session.show(frame)
    switch what {
    case "trap": try index([], at: Int(getpid()))
    case "overflow": _ = depth(below: 1)
    case "thread":
      var thread = pthread_t()
      let overflow: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { _ in
        _ = FaultStack.use { Faulty.depth(below: 1) }
        return nil
      }
      pthread_create(&thread, nil, overflow, nil)
      while true { pause() }
    case "segv": _ = UnsafePointer<Int>(bitPattern: 64)?.pointee
    case "abort": abort()
    case "memory": _ = [UInt8](repeating: 1, count: Int.max / 2)
    case "cut": return [try readCutFile(beside: log)]
    case "busy": while true {}
    case "errors":
      let text = "one\u{1B}[2J\ntwo\nthree"
      _ = write(STDERR_FILENO, text, text.utf8.count)
      return session.events(within: 1000).compactMap {
        if case .message(let text) = $0 { text } else { nil }
      }
    default: exit(64)
    }
    return []
  }

  /// Reads and writes in a file that is mapped and was cut meanwhile.
  private static func readCutFile(beside log: String) throws -> SafeText {
    let (size, path) = (1 << 15, log + ".mapped")
    let file = open(path, O_RDWR | O_CREAT, 0o600)
    ftruncate(file, size)
    guard let map = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0),
      map != MAP_FAILED
    else { return "not mapped" }
    map.storeBytes(of: 7, as: UInt8.self)
    ftruncate(file, 0)
    let old = map.load(as: UInt8.self)
    map.storeBytes(of: 9, toByteOffset: size - 1, as: UInt8.self)
    return "read \(old), wrote \(map.load(fromByteOffset: size - 1, as: UInt8.self))"
  }

  private static func index(_ numbers: [Int], at place: Int) throws { print(numbers[place]) }

  private static func depth(below level: Int) -> Int {
    level == 0 ? 0 : depth(below: level + 1) + 1
  }
}
