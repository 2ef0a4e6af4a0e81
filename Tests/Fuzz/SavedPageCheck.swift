import Sites
import DiscussionModel

/// What holds for every page; what follows the first NUL is its outline.
enum SavedPageCheck {
  @Sendable static func run(_ bytes: [UInt8]) {
    let end = bytes.firstIndex(of: 0)
    let page = Array(bytes[..<(end ?? bytes.count)])
    let outline = end.map { Array(bytes[($0 + 1)...]) }
    do throws(ImportError) {
      let imported = try SavedPageImport.discussion(page: page, outline: outline, id: nil)
      DiscussionCheck.run(DiscussionFile.encode(imported.discussion))
    } catch {
      hold(!error.message.isEmpty, "an error without words")
    }
  }
}
