import Library
import Sites
import DiscussionModel
import Platform
import JSONText
import Paths
import Reader
import TextGrid

/// Files that are read whole.
enum InputFile {
  /// A file's bytes, of `-` those of standard input; what gzip has packed is unpacked.
  ///
  /// - Throws: ``Failure`` if it cannot be read or is longer than the limit.
  static func bytes(_ path: String, limit: InputLimit = .discussion) throws -> [UInt8] {
    try unpacked(try packedBytes(path, limit), of: path, limit: limit)
  }

  /// Bytes as they are or, if gzip has packed them, unpacked.
  ///
  /// - Parameters:
  ///   - bytes: what was read.
  ///   - path: what messages call it.
  ///   - limit: how much may be unpacked.
  /// - Returns: what is in them.
  /// - Throws: ``Failure`` if they are damaged, or too much is in them.
  static func unpacked(
    _ bytes: [UInt8], of path: String, limit: InputLimit = .discussion
  ) throws -> [UInt8] {
    guard Unpacking.isPacked(bytes) else { return bytes }
    var kind: UnreadKind?
    do throws(Unpacking.Problem) {
      return try Unpacking.bytes(of: bytes) { start in
        kind = UnreadKind(start: start, called: path)
        return limit.bytes(of: start)
      }
    } catch {
      switch error {
      case .damaged: throw Failure(path: path, "damaged gzip file; download it again")
      case .cut: throw Failure(path: path, "the gzip file ends too early; download it again")
      case .tooLong(let most):
        throw kind.map { Failure(path: path, $0.message) }
          ?? limit.failure(path, limit: most, isPacked: true)
      }
    }
  }

  /// The file that an argument names: itself, or that of a kept discussion with this id.
  ///
  /// A file that is there comes before an id, whoever gave that; an id comes before everything that is not there,
  /// however much it looks like a path.
  ///
  /// - Parameters:
  ///   - argument: what was typed.
  ///   - advice: what may have been meant with it as well.
  /// - Returns: the file's path.
  /// - Throws: ``Failure`` where it is neither.
  static func path(
    of argument: String, orElse advice: (String) -> String? = { _ in nil }
  ) throws -> String {
    var status = stat()
    // A folder is never a discussion, whatever its name is the id of.
    let isMissing =
      argument.withPath({ stat($0, &status) }) != 0
      && [ENOENT, ENOTDIR, ENAMETOOLONG].contains(errno)
    let isFolder = !isMissing && status.st_mode & S_IFMT == S_IFDIR
    guard argument != "-", argument != Sample.id, isMissing || isFolder, UserFolder.data != nil
    else { return argument }
    let library = try DiscussionLibrary.usual(.ofCommands)
    if let name = try? library.exactName(of: argument) { return library.folder.path(of: name) }
    // What looks like a path, or like a file's name, is not the beginning of an id; `board:HOST/7` may be.
    let mark = argument.utf8.first { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ":") }
    guard isMissing, mark != UInt8(ascii: "/"), !argument.hasSuffix(".json"),
      LinkedFiles.advice(for: argument) == nil
    else {
      return argument
    }
    return library.folder.path(of: try library.name(of: argument, for: .opening, orElse: advice))
  }

  /// Checks what somebody typed a path of while the program has the terminal: nothing else could be done until a pipe is
  /// written to, and a device may be the terminal itself.
  ///
  /// - Parameter path: the path; that nothing is there is for others to say.
  /// - Throws: ``Failure`` for what is neither a file nor a folder.
  static func expectFile(_ path: String) throws {
    var status = stat()
    guard path.withPath({ stat($0, &status) }) == 0 else { return }
    let kind: String
    switch status.st_mode & S_IFMT {
    case S_IFREG, S_IFDIR: return
    case S_IFIFO: kind = "a pipe; \"understory add FILE\" in a shell reads it"
    case S_IFSOCK: kind = "a socket; name a file"
    default: kind = "a device; name a file"
    }
    throw Failure(path: path, "this is \(kind)")
  }

  private static func packedBytes(_ path: String, _ limit: InputLimit) throws -> [UInt8] {
    // A configuration in a pipe that nobody writes to is empty; for a discussion somebody may wait, as with cat.
    let manner = O_RDONLY | O_CLOEXEC | (limit.awaitsWriter ? 0 : O_NONBLOCK)
    let file = path == "-" ? STDIN_FILENO : path.withPath { open($0, manner) }
    guard file >= 0 else {
      if [ENOENT, ENOTDIR].contains(errno), let advice = LinkedFiles.advice(for: path) {
        throw Failure(path: path, "no such file; \(advice)")
      }
      throw Failure(path: path, .reading, errno)
    }
    defer { if file != STDIN_FILENO { close(file) } }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw Failure(path: path, .reading, errno) }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: throw Failure(path: path, "this is a folder; name the files in it")
    case S_IFBLK: throw Failure(path: path, "this is a device; name a file on it")
    default: break
    }
    if file != STDIN_FILENO, !limit.awaitsWriter { _ = fcntl(file, F_SETFL, O_RDONLY) }
    return try bytes(of: file, expecting: Int(status.st_size), limit, path: path)
  }

  /// All that an open file has left.
  private static func bytes(
    of file: Int32, expecting count: Int, _ limit: InputLimit, path: String
  ) throws -> [UInt8] {
    var bytes: [UInt8] = []
    var most: Int?
    var line = ProgressLine()
    let words = SafeText("reading \(path == "-" ? "standard input" : path)")
    while true {
      line.wait(for: file, words)
      // So few at first that what it is, and with it how much of it may be read, is known before the rest.
      // One byte more than there are, to meet the end without growing.
      let room = most == nil ? 1 << 16 : max(count + 1 - bytes.count, 1 << 16)
      if try append(from: file, upTo: room, to: &bytes, path: path) == 0 { return bytes }
      // What gzip has packed counts once it is unpacked, and before.
      let isPacked = Unpacking.isPacked(bytes)
      let longest = most ?? (isPacked ? limit.json : limit.bytes(of: bytes[...]))
      if max(bytes.count, count) > longest {
        // A higher limit is no help for what is not read at all.
        let kind = isPacked ? nil : UnreadKind(start: bytes.prefix(4096), called: path)
        throw kind.map { Failure(path: path, $0.message) } ?? limit.failure(path, limit: longest)
      }
      // Of a pipe, so few bytes may have come that nothing is known yet.
      guard most == nil, bytes.count >= 1 << 16 else { continue }
      most = longest
      // A file is read once more from there, all at once: nothing has to be put together.
      if lseek(file, -off_t(bytes.count), SEEK_CUR) >= 0 {
        bytes = []
      } else {
        bytes.reserveCapacity(count + 1)
      }
    }
  }

  /// Reads some bytes; 0 at the end.
  private static func append(
    from file: Int32, upTo room: Int, to bytes: inout [UInt8], path: String
  ) throws -> Int {
    var problem: Int32 = 0
    let piece = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      var got = -1
      repeat { got = read(file, buffer.baseAddress, room) } while got < 0 && errno == EINTR
      problem = got < 0 ? errno : 0
      count = max(0, got)
    }
    guard problem == 0 else { throw Failure(path: path, .reading, problem) }
    if bytes.isEmpty { bytes = piece } else { bytes.append(contentsOf: piece) }
    return piece.count
  }

  /// The discussion in some files, of whatever format.
  ///
  /// - Parameters:
  ///   - paths: several for the parts of one discussion, such as its pages.
  ///   - options: what the user says of it.
  ///   - stays: whether the texts of a long file may stay there until they are wanted, for a screen that catches SIGBUS.
  /// - Returns: the discussion and what has to be told of it.
  /// - Throws: ``Failure`` with the file and the place that are at fault.
  static func discussion(
    _ paths: [String], _ options: ImportOptions = ImportOptions(), stays: Bool = false
  ) throws -> ImportedDiscussion {
    if paths == [Sample.id] {
      return try Sample.imported(options, at: WallClock.now)
    }
    let paths = try paths.map { try path(of: $0) }
    do throws(ImportError) {
      if stays, paths.count == 1, let file = LongFile(paths[0]),
        let mapped = MappedFile(file.number, count: file.length),
        let found = try AnyImport.discussion(in: mapped)
      {
        return found
      }
    } catch {
      throw Failure(path: paths[0], at: error.position, error.message)
    }
    let files = try parts(paths)
    do throws(ImportError) {
      return try AnyImport.discussion(of: files, options)
    } catch {
      let path: String
      switch error.file {
      case .input(let index): path = paths[index]
      case .page: path = paths[0]
      case .outline: path = paths[paths.count - 1]
      case .inputs: path = paths.joined(separator: ", ")
      }
      throw Failure(path: path, at: error.position, error.message)
    }
  }

  /// Some files with their bytes; where they are many, how far it is is shown.
  private static func parts(_ paths: [String]) throws -> [ImportFile] {
    var bar = ProgressBar("reading files")
    var files: [ImportFile] = []
    for path in paths {
      if paths.count >= 10 { bar.show(files.count, of: paths.count) }
      files.append(ImportFile(name: path, bytes: try bytes(path)))
    }
    return files
  }

  /// The discussion in some files, ready to be read.
  ///
  /// - Parameters:
  ///   - paths: several for the parts of one discussion.
  ///   - stays: whether the texts of a long file may stay there until they are wanted.
  /// - Returns: its page, and a line on what had to be repaired; nil if nothing had.
  /// - Throws: ``Failure`` with the place at which a file is not a discussion.
  static func page(
    _ paths: [String], stays: Bool = false
  ) throws -> (page: Page, warning: String?) {
    var imported = try discussion(paths, stays: stays)
    if imported.isPage { takeTexts(of: imported.discussion.id, into: &imported.discussion) }
    let warnings = imported.warnings
    let warning = warnings.first.map { first in
      warnings.count == 1 ? first : "\(first), and \(counted(warnings.count - 1, "other thing"))"
    }
    return (Page(asking: imported.discussion), warning)
  }

  /// Has a page say what a kept copy says in the same words, so that what was read of that counts as read.
  private static func takeTexts(of id: String, into page: inout Discussion) {
    guard UserFolder.data != nil, let library = try? DiscussionLibrary.usual(.ofCommands),
      let name = try? library.exactName(of: id),
      var kept = try? discussion([library.folder.path(of: name)]).discussion
    else { return }
    page.reconcile(with: &kept, isPage: true)
  }

  /// The discussion in a file, ready to be read.
  static func page(_ path: String) throws -> (page: Page, warning: String?) { try page([path]) }
}
