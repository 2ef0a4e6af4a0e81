import Glibc
import Testing

/// Gives `body` a new empty directory and removes it with all that is in it afterwards.
func withTemporaryDirectory(_ body: (String) throws -> Void) throws {
  let path = try makeTemporaryDirectory()
  defer { removeAll(path) }
  try body(path)
}

/// Makes a new empty directory, which the caller must remove.
func makeTemporaryDirectory() throws -> String {
  var template = Array("/tmp/understory-library-XXXXXX".utf8CString)
  try #require(mkdtemp(&template) != nil)
  return String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
}

/// Removes a file, or a directory with all that is in it.
func removeAll(_ path: String) {
  if remove(path) == 0 { return }
  for name in names(in: path) { removeAll(path + "/" + name) }
  remove(path)
}

/// The names in a directory, in order; none where it cannot be read.
func names(in directory: String) -> [String] {
  guard let stream = opendir(directory) else { return [] }
  defer { closedir(stream) }
  var names: [String] = []
  while let entry = readdir(stream) {
    let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    if name != "." && name != ".." { names.append(name) }
  }
  return names.sorted()
}

/// The bytes of a file.
func contents(of path: String) throws -> [UInt8] {
  let file = try #require(fopen(path, "r"))
  defer { fclose(file) }
  var bytes: [UInt8] = []
  while case let byte = getc(file), byte != EOF { bytes.append(UInt8(byte)) }
  return bytes
}

/// Makes or overwrites a file.
func write(_ bytes: [UInt8], to path: String) throws {
  let file = try #require(fopen(path, "w"))
  defer { fclose(file) }
  try #require(fwrite(bytes, 1, bytes.count, file) == bytes.count)
}
