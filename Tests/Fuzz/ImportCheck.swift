import Sites
import DiscussionModel

/// What holds for all that is imported: it is a discussion, and its comments are counted; what follows a NUL is
/// the next file.
enum ImportCheck {
  /// Something that is fed, as ``Fuzz`` has it.
  private typealias Target = (name: String, check: @Sendable ([UInt8]) -> Void, seeds: [[UInt8]])

  /// A target for each format, and one in which the format is found out.
  static let targets: [(name: String, check: @Sendable ([UInt8]) -> Void, seeds: [[UInt8]])] = {
    let formats = DiscussionFormat.allCases.map { format -> Target in
      let check: @Sendable ([UInt8]) -> Void = { run($0, format: format) }
      return ("import-\(format.rawValue)", check, ImportSeeds.all)
    }
    let any: @Sendable ([UInt8]) -> Void = { run($0, format: nil) }
    return [("import", any, ImportSeeds.all)] + formats
  }()

  @Sendable private static func run(_ bytes: [UInt8], format: DiscussionFormat?) {
    let files = bytes.split(separator: 0, maxSplits: 3, omittingEmptySubsequences: false).map {
      ImportFile(name: "file", bytes: Array($0))
    }
    do throws(ImportError) {
      let imported = try AnyImport.discussion(of: files, ImportOptions(format: format))
      let discussion = imported.discussion
      hold(imported.warnings.allSatisfy { !$0.isEmpty }, "a warning without words")
      if let account = imported.account {
        hold(account.read == discussion.comments.count, "comments that are not counted")
        hold(account.missing >= 0, "fewer than none missing")
      }
      DiscussionCheck.run(DiscussionFile.encode(discussion))
    } catch {
      hold(!error.message.isEmpty, "an error without words")
    }
  }
}
