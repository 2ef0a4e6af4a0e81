import Sites
import DiscussionModel
import Testing

@testable import understory

/// What a kept discussion remembers of its site's answers.
@Suite struct ValidatorsTests {
  static let some = [
    "https://a.test/1": SiteValidators(etag: "W/\"é 中\"", lastModified: nil),
    "https://a.test/2": SiteValidators(lastModified: "Sun, 06 Nov 1994 08:49:37 GMT"),
    "https://a.test/\u{1B}👩‍💻": SiteValidators(),
  ]

  @Test func theyAreKeptInTheFile() throws {
    var discussion = Discussion(id: "x", title: "t")
    #expect(discussion.validators == [:])
    discussion.validators = Self.some
    discussion.validators = Self.some
    let json = DiscussionFile.encode(discussion)
    let (read, repairs) = try DiscussionFile.decode(json)
    #expect(read.validators == Self.some)
    #expect(repairs.warning == nil)
    #expect(String(decoding: json, as: UTF8.self).split(separator: "fetchedValidators").count == 2)
  }

  @Test(arguments: [
    #"3"#, #"[]"#, #"{"u": 3}"#, #"{"u": {"etag": 3}}"#, #"{"u": {"etag": "a"}, "v": []}"#,
  ])
  func whatIsDamagedIsNotBelieved(value: String) throws {
    let json = #"{"understory":1,"id":"x","title":"t","comments":[],"fetchedValidators":\#(value)}"#
    #expect(try DiscussionFile.decode(Array(json.utf8)).discussion.validators == [:])
  }

  /// Those of an older copy say nothing of what has come since.
  @Test func noneTakeThePlaceOfSome() {
    var old = Discussion(id: "x", title: "t")
    old.validators = Self.some
    var newer = Discussion(id: "x", title: "t")
    newer.validators = [:]
    old.take(newer)
    #expect(old.validators == [:])
  }
}
