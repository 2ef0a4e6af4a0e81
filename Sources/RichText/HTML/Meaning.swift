import TextGrid

/// What an open element means for the text in it, and so what its end must undo.
enum Meaning: Equatable {
  /// Nothing: its text belongs to what is around it.
  case none
  /// Nothing in it shows.
  case hidden

  // MARK: Blocks

  /// It is by itself.
  case block
  case paragraph
  case heading(level: Int)
  case preformatted
  /// What code is in that is a diff.
  case diff
  case rule

  // MARK: What blocks are in

  case quote
  /// A quote of somebody; nil once the name has been said.
  case quoteOf(String?)
  /// The text of a quote of somebody, whose name is still to be said if there is one.
  case quoted(of: String?)
  /// A list and its numbers; nil for bullets.
  case list(ListNumbers?)
  /// An item, and its own number and style if it has them.
  case item(value: Int?, ListNumbers.Style?)
  /// The footnotes of a text, the list of them, and one of them.
  case notes, noteList, note
  /// What an explanation explains.
  case term
  case explanation

  // MARK: Boxes

  /// Hidden until the reader opens it; its title may come in it.
  case spoiler
  /// The title of a spoiler.
  case summary
  /// The title of what follows.
  case title
  /// A preview of another page, and where that is; its title and its link are shown.
  case preview(String?)

  // MARK: Tables

  case table
  /// A table in another.
  case innerTable
  case caption
  case row
  /// A cell, and how many columns and rows it takes.
  case cell(TableBuilder.Alignment, isHeading: Bool, columns: Int, rows: Int)

  // MARK: In a line

  case trait(Span.Traits)
  case link(target: String)
  /// The sign of a footnote.
  case noteMark
  /// A superscript.
  case raised
  /// Words in quotation marks.
  case cited
  case lineBreak
  /// An element that shows a text: an emoji, a check box.
  case sign(String)
  /// A picture, a film, another page: a text that stands for it, and where it is.
  case picture(text: String, target: String?)
}
