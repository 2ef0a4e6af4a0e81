import DiscussionModel
import Platform
import Reader
import Sites

/// A long file whose beginning is on the screen while the rest is read.
struct FileBeginning {
  /// What its first bytes say.
  let page: Page
  /// The reading of all of it, which is not started yet.
  let whole: FileReading

  /// How many bytes are read for the first screen: some hundred comments.
  private static let length = 1 << 18

  /// Nil for a short file, one that can be read only once, and for a format whose beginning is not that of the
  /// discussion.
  init?(_ path: String) {
    guard let file = LongFile(path), let bytes = Self.start(of: file.number),
      let (discussion, hasNumbers) = AnyImport.beginning(of: ImportFile(name: path, bytes: bytes))
    else { return nil }
    let page = Page(discussion, .beginning(hasNumbers: hasNumbers))
    guard let whole = FileReading(path, read: { try FileReading.Reading($0, after: page) }) else {
      return nil
    }
    self.page = page
    self.whole = whole
  }

  private static func start(of file: Int32) -> [UInt8]? {
    let bytes = [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
      count = max(0, read(file, buffer.baseAddress, length))
    }
    return bytes.count == length ? bytes : nil
  }
}
