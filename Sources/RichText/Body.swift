public import TextGrid

/// A text ready to be set in rows: what its author's markup means, without the markup.
public struct Body: Equatable, Sendable {
  /// Top to bottom; each shows at least one character, but for rules.
  public var blocks: [Block] = []
  /// What the links lead to; `[1]` in the text is the first.
  public var links: [SafeText] = []

  public init(blocks: [Block] = [], links: [SafeText] = []) {
    self.blocks = blocks
    self.links = links
  }
}

/// A part of a body that is by itself, one above the other.
///
/// Blocks do not nest, however deep the markup does: each says what it is in.
public struct Block: Equatable, Sendable {
  public var kind: Kind
  /// What it is in, outermost first; at most ``deepest``, whatever the markup says.
  public var containers: [Container]
  /// Lines that the author ended; those of paragraphs and headings are wrapped, each by itself.
  public var lines: [StyledText]
  /// Whether it follows the block before without a blank row, as items of a tight list do.
  public var isTight: Bool
  /// The cells of a table, for whoever sets them in columns of their own; nil for one that is not a plain grid, and for
  /// all other blocks.
  public var grid: TableGrid?
  /// Whether it is code whose author says that it is a diff.
  public var isDiff = false
  /// Why it is not shown at once; nil for a block that is.
  public var cover: Cover?
  /// In how many of its containers the cover stands: a spoiler may begin outside a quote or list.
  public var coverDepth: Int

  /// Levels of quotes and lists that are distinguished; deeper ones are in the last.
  public static let deepest = 16

  public enum Kind: Equatable, Sendable {
    case paragraph
    /// From 1, the highest, to 6.
    case heading(level: Int)
    /// Lines with all their spaces, not to be wrapped.
    case code
    /// Lines with aligned columns, not to be wrapped.
    case table
    /// A line across; it has no text.
    case rule
  }

  public enum Container: Equatable, Sendable {
    case quote
    /// An item of a list, and its bullet or number, which is beside its first block only.
    case item(marker: SafeText, isFirst: Bool)
  }

  /// What hides a block until the reader opens it.
  ///
  /// Neighbours in one spoiler are hidden as one, and so are neighbours of masked words.
  public enum Cover: Equatable, Sendable {
    /// The site hides most of its words, this many.
    case masked(words: Int)
    /// The author hides it; the number tells one spoiler from the next.
    case spoiler(title: SafeText, number: Int)
  }

  public init(
    _ kind: Kind = .paragraph, in containers: [Container] = [], lines: [StyledText] = [],
    isTight: Bool = false, cover: Cover? = nil
  ) {
    self.kind = kind
    self.containers = containers
    self.lines = lines
    self.isTight = isTight
    self.cover = cover
    coverDepth = containers.count
  }
}
