public import TextGrid

/// A row of an entry's text, ready to be drawn.
public struct TextRow: Equatable, Sendable {
  /// What stands to the left of the text: signs of quotes and lists.
  public var margin: [Part]
  public var parts: [Part]
  /// What of the entry's text it shows, as offsets that do not depend on the width.
  ///
  /// The rows of an entry follow each other without a gap: together they show all of it.
  public var offsets: Range<Int>
  /// Whether it stands for a longer text, which is hidden.
  public var standsIn = false
  /// The cells of a line of code or of a table, which is not wrapped and may be wider than the
  /// screen; nil for all other rows.
  public var unwrappedWidth: Int?
  /// The cells of the widest such line of its block: all of them are scrolled together.
  public var blockWidth = 0
  /// What it says at its right end, such as whom it quotes; nil for nothing.
  public var label: Part?
  /// What the whole row stands on, to its right end; nil for the screen.
  public var ground: Role?

  public struct Part: Equatable, Sendable {
    public var text: SafeText
    public var role: Role
    /// Besides those of the role.
    public var attributes: Style.Attributes = []
    /// The number of the link that it is a part of, 1-based; nil outside links.
    public var link: Int?
  }

  init(_ parts: [Part], margin: [Part] = [], offsets: Range<Int>) {
    self.margin = margin
    self.parts = parts
    self.offsets = offsets
  }
}
