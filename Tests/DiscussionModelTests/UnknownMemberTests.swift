import DiscussionModel
import Testing

@Suite struct UnknownMemberTests {
  @Test func theyAreWrittenBackAfterTheKnownOnes() throws {
    let (discussion, _) = try decode(
      #"""
      {"x-1": {"deep": [1, {"er": null}]}, "understory": 1, "x-2": -0.50e+1, "id": "d", "title": "t",
       "comments": [{"x-3": "中 é \u202e 👩", "id": "1", "x-3": [ ], "body": "b"}],
       "links": [{"x-4": true, "items": [{"x\u2028": "", "title": "t"}], "heading": "h"}]}
      """#)
    #expect(
      discussion.unknownMembers == [
        UnknownMember(name: "x-1", value: Array(#"{"deep": [1, {"er": null}]}"#.utf8)),
        UnknownMember(name: "x-2", value: Array("-0.50e+1".utf8)),
      ])
    #expect(
      String(decoding: DiscussionFile.encode(discussion), as: UTF8.self) == #"""
        {
          "understory": 1,
          "id": "d",
          "title": "t",
          "markup": "plain",
          "comments": [
            {
              "id": "1",
              "body": "b",
              "x-3": "中 é \u202e 👩",
              "x-3": [ ]
            }
          ],
          "links": [
            {
              "heading": "h",
              "items": [
                {
                  "title": "t",
                  "x\u2028": ""
                }
              ],
              "x-4": true
            }
          ],
          "x-1": {"deep": [1, {"er": null}]},
          "x-2": -0.50e+1
        }

        """#)
  }

  @Test func whatIsUnsafeInThemIsEscaped() throws {
    let (discussion, _) = try decode(
      "{\"understory\": 1, \"id\": \"d\", \"title\": \"t\", \"comments\": [], \"x\": \"\u{202E}\u{9B}\"}"
    )
    let written = DiscussionFile.encode(discussion)
    #expect(String(decoding: written, as: UTF8.self).contains(#""x": "\u202e\u009b""#))
    #expect(DiscussionFile.encode(try DiscussionFile.decode(written).discussion) == written)
  }

  @Test func theyMayBeAsDeepAsTheyLike() throws {
    let brackets = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
    let (discussion, _) = try decode(
      #"{"understory": 1, "id": "d", "title": "t", "comments": [], "x": \#(brackets)}"#)
    #expect(discussion.unknownMembers.map(\.value.count) == [200_000])
  }
}
