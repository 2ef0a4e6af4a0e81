import DiscussionModel
import HostileCorpus
import Reader
import RichText
import Testing
import TextGrid

@testable import DiscussionExport

@Suite struct MarkdownExportTests {
  @Test func aDiscussionIsWritten() {
    #expect(
      markdown(Excerpt(Page(.bees))) == """
        # Should the hives move to the roof?

        by Inés · 20 May 2021

        The orchard has been sold. The hives have until the end of June, and nobody has a garden.

        ▒ 4 words hidden by the site

        The roof is flat, and 中 windy.

        6 comments (1 deleted, 3 missing) · who replies to whom is inferred

        ## Notice

        The vote is for members.

        ## Before

        - [A swarm at the school](<https://bees.example/3>) · 1 Jun 2020 · It sat on a bicycle.
        - Honey, sold out

        ### bo, comment 1

        20 May 2021, 10:00 UTC · 1 point

        Wind is what kills them.\\
        Not height.

        > **Inés OP keeper, comment 2** · replies to comment 1 (bo) · -3 points
        >
        > A fence of reeds helps:
        >
        > it lets half through.
        >
        > 2 more replies not in this file
        >
        > > **comment 3** · replies to comment 2 (Inés)
        > >
        > > How high? Mine at 1 m was ▒▒▒ ▒▒▒▒, and ▒▒▒ at 2 m it held through the winter.
        >
        > **lu, comment 4** · deleted · replies to comment 1 (bo)

        ### max, comment 9

        flagged · replies to post 17

        <details><summary>▒ warning: cruelty</summary>

        Burn them ▒▒▒▒ ▒▒▒▒.

        </details>

        1 more reply not in this file

        > **comment 6** · replies to comment 9 (max)
        >
        > no text
        """)
  }

  @Test func aPartOfItTellsWhatItAnswers() {
    var selection = Selection()
    selection.comment = 1
    #expect(
      markdown(Excerpt(Page(.bees), selection)) == """
        # Should the hives move to the roof?

        1 of 6 comments

        ### Inés OP keeper, comment 2

        level 2 · -3 points

        replies to comment 1 (bo): Wind is what kills them. Not height.

        A fence of reeds helps:

        it lets half through.

        2 more replies not in this file
        """)
  }

  @Test func deepCommentsSayTheirLevel() {
    var comments = (0..<10).map { index in
      Comment(id: "\(index)", parent: index == 0 ? nil : "\(index - 1)", author: "中", body: "x")
    }
    var details = CommentDetails()
    details.url = "https://a.example/?b&c>"
    comments[9].details = details
    let lines = markdown(
      Excerpt(Page(Discussion(id: "", title: "", comments: comments)))
    ).split(separator: "\n")
    #expect(lines.contains("> > > > > > **中, comment 7** · replies to comment 6 (中)"))
    #expect(
      lines.contains(
        "> > > > > > **中, [comment 10](<https://a.example/?b&amp;c%3E>)** · level 10"
          + " · replies to comment 9 (中)"))
  }

  /// Read again as Markdown, nothing of it leads anywhere, and every part stands in its place.
  @Test func nothingHostileIsMarkup() {
    let text = markdown(Excerpt(Page(.hostile)))
    #expect(
      text.hasPrefix("# ␛]0;title␇ 中é👩\u{200D}💻\n\nby ␛[31mann · \u{FFFD}2J\n\n␛[2J\\\nab\n"))
    #expect(
      text.contains("\n### eve #&#8203;2 bob ␛[A, comment 1\n\nreplies to post ␛c · ␛[3m\n"))
    #expect(text.contains("\n<details><summary>▒ warning: ␛[0m</summary>\n\n"))
    #expect(Body(markdown: text).links == [])
  }

  @Test(arguments: ["plain", "markdown", "html"])
  func whatIsFoldedIsUnfolded(markup: String) {
    var comments = HostileCorpus.texts.enumerated().map { index, hostile in
      Comment(id: "\(index)", author: hostile.text, body: RawText(hostile.text))
    }
    comments.append(Comment(id: "last", author: "eve", body: "the last words"))
    var discussion = Discussion(id: "", title: "", comments: comments)
    discussion.markup = Markup(rawValue: markup) ?? .plain
    let body = Body(markdown: markdown(Excerpt(Page(discussion))))
    let headings = body.blocks.filter { $0.kind == .heading(level: 3) && $0.containers.isEmpty }
    #expect(headings.count == comments.count)
    let last = body.blocks.last
    #expect(last?.lines == [StyledText("the last words")])
    #expect(last?.cover == nil && last?.containers == [] && last?.kind == .paragraph)
  }

  @Test func aDeepChainIsWritten() {
    let comments = (0..<20_000).map { Comment(id: "\($0)", parent: $0 == 0 ? nil : "\($0 - 1)") }
    var count = 0
    MarkdownExport.write(Excerpt(Page(Discussion(id: "", title: "", comments: comments)))) { line in
      #expect(line.count < 100)
      count += 1
    }
    #expect(count > 60_000)
  }

  private func markdown(_ excerpt: Excerpt) -> String {
    var lines: [String] = []
    MarkdownExport.write(excerpt) { lines.append($0.string) }
    return lines.joined(separator: "\n")
  }
}
