import DiscussionModel
import TextGrid
import Testing

@testable import Reader

/// The keys that the last row names: those that help where the reader is.
@Suite struct HintTests {
  /// What is there, and the commands that are named, in this order.
  @Test(arguments: [
    (ReadingHints(), "read-on quit help"),
    (ReadingHints(unread: 5), "read-on next-unread help"),
    (ReadingHints(hasParent: true, unread: 5), "read-on next-unread parent help"),
    (ReadingHints(hasLinks: true, unread: 5), "read-on next-unread links help"),
    (ReadingHints(hidesText: true, unread: 5), "toggle-hidden read-on next-unread help"),
    (
      ReadingHints(cutsLines: true, unread: 5),
      "toggle-wrapping read-on next-unread help"
    ),
    (ReadingHints(isSearching: true, unread: 5), "next-match previous-match close help"),
    (ReadingHints(widening: "filter-off", unread: 5), "read-on next-unread filter-off help"),
    (ReadingHints(isFolded: true, unread: 5), "toggle-fold read-on help"),
    (
      ReadingHints(isFolded: true, hasReplies: true, unreadInBranch: 2, unread: 5),
      "toggle-fold read-on finish-branch help"
    ),
    (
      ReadingHints(
        hasReplies: true, isSkimming: true, unreadInBranch: 2, unreadInThread: 3, isInThread: true,
        unread: 5), "finish-branch toggle-fold read-on next-unread help"
    ),
    (
      ReadingHints(
        isSkimming: true, unreadInBranch: 1, unreadInThread: 3, isInThread: true, unread: 5),
      "finish-thread read-on next-unread help"
    ),
    (
      ReadingHints(
        isSkimming: true, unreadInBranch: 1, unreadInThread: 1, isInThread: true, unread: 5),
      "read-on next-unread help"
    ),
    (
      ReadingHints(
        hasReplies: true, unreadInBranch: 2, isBranchShown: true, unreadInThread: 2,
        isInThread: true, unread: 5), "finish-branch read-on next-unread help"
    ),
    (
      ReadingHints(
        hasReplies: true, isBranchShown: true, unreadInThread: 1, isInThread: true, unread: 5),
      "toggle-fold read-on next-unread help"
    ),
    (ReadingHints(isInThread: true, unread: 5), "next-unread read-on help"),
    (ReadingHints(isInThread: true), "quit read-on help"),
    (ReadingHints(hasParent: true, unread: 5, isBeginning: true), "read-on help"),
    (ReadingHints(isFolded: true, unread: 5, isBeginning: true), "toggle-fold read-on help"),
  ])
  func whatHelps(hints: ReadingHints, ids: String) {
    #expect(hints.choices.map(\.id).joined(separator: " ") == ids)
  }

  private static let tree = Discussion.outline(
    """
    a ann: Paint it.
      b bob: What with?
        c ann: Oil.
          d hal: Tin.
        e bob: Wax.
          f eve: Tar.
    g eve: A pear tree.
      h ann: See https://shed.example/pears
    """, body: "Bare wood. *** ****")

  /// Keys, and all that the last row names after them on a wide screen.
  @Test(arguments: [
    ("", "Space Tab ?"),
    ("1G", "Space Tab ?"),
    ("3G", "Space Tab h ?"),
    ("2G Enter", "Enter Space R ?"),
    ("8G", "Space Tab x h ?"),
    // Three comments are left before they were shown; `d` alone is finished by going on.
    ("1G j j", "Space Tab h ?"),
    ("1G j j j", "gR Space Tab h ?"),
    ("1G j j j j", "R Enter Space Tab ?"),
    ("1G j j j j k", "Space Tab h ?"),
    ("1G j j j stood j", "Space Tab h ?"),
    ("1G j j j r j", "Space Tab h ?"),
    ("r 1G r j r j r j r j", "Space Tab h ?"),
    // All of it was shown.
    ("5G zt stood", "R Space Tab h ?"),
    ("5G zt stood R", "R Space Tab ?"),
    // Nothing is unread from there to the end of the thread.
    ("3G R 5G R 4G", "Tab Space h ?"),
    ("3G R 5G R 5G Enter", "Enter Tab Space h ?"),
    ("A", "Space q ?"),
    ("p", "Space Tab ?"),
    ("1G p", "Enter Esc"),
    ("3G p", "p Enter Esc"),
    ("3G p p p", "Enter Esc"),
    ("t", "Enter za Esc"),
    ("/ pear Enter work", "n N Esc ?"),
    ("f/ author:ann Enter work", "Space Tab ff ?"),
    ("3G c", "Space Tab c ?"),
    ("g", "Esc"),
    ("?", "Space Esc"),
  ])
  func keysThatHelp(keys: String, hints: String) {
    var reading = Reading(Self.tree, columns: 110, rows: 16)
    reading.press(keys)
    #expect(reading.hints() == hints)
  }
}

/// A line that is cut says how it can be read, as long as it keeps the comment from counting as read.
extension HintTests {
  @Test(arguments: [
    ("j", "zw Space Tab ?"), ("j stood", "zw Space Tab ?"), ("j zl", "zw Space Tab ?"),
    ("j stood zl stood zl stood zl stood", "Space Tab ?"), ("j zw", "Space Tab ?"),
    ("j r", "Tab Space ?"), ("j stood j", "Space Tab ?"),
  ])
  func aCutLineSaysHowToReadIt(keys: String, hints: String) {
    var discussion = Discussion.outline("a: x\nb: two")
    discussion.markup = .markdown
    let line = String(repeating: "0123456789", count: 18)
    discussion.comments[0].body = RawText("```\n\(line)\n```")
    var reading = Reading(discussion, columns: 110, rows: 20)
    reading.press(keys)
    #expect(reading.hints() == hints)
  }
}

extension Reading {
  /// The keys that the last row names, left to right.
  fileprivate mutating func hints() -> String {
    let frame = ScreenView.frame(state, layout: &layout, theme: .markingKeys)
    let row = frame.row(frame.size.rows - 1)
    var keys = ""
    for cell in row {
      keys += cell.style.attributes.contains(.underline) ? cell.text : " "
    }
    return keys.split(separator: " ").joined(separator: " ")
  }
}

extension Theme {
  /// Only the keys of hints look otherwise than all else.
  fileprivate static let markingKeys = Theme(
    name: "", isDark: true, styles: [.statusKey: Style(attributes: .underline)])
}
