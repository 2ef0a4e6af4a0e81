/// A discussion as the index knows it.
public struct StampedDiscussion: Equatable, Sendable {
  /// The discussion's own id.
  public var id: String
  /// The file it is read from, as it is.
  public var file: FileStamp

  public init(id: String, file: FileStamp) {
    self.id = id
    self.file = file
  }
}
