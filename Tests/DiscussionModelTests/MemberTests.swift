import DiscussionModel
import Testing

@Suite struct MemberTests {
  @Test(arguments: Member.required + Member.optional)
  func aValueOfTheRightTypeIsKept(member: Member) throws {
    let value = member.right == "[\n" ? Self.filledArray(member) : member.right
    let discussion = try decode(member.file(value)).discussion
    let written = String(decoding: DiscussionFile.encode(discussion), as: UTF8.self)
    #expect(written.contains("\"\(member.name)\": \(member.right)"))
  }

  private static func filledArray(_ member: Member) -> String {
    member.name == "badges" ? #"["OP"]"# : "[{}]"
  }

  @Test(arguments: Member.required + Member.optional)
  func aValueOfTheWrongTypeIsNamedAtItsPlace(member: Member) {
    let column = member.name.count + 5
    #expect(
      complaint(about: member.file(member.wrong))
        == "2:\(column): \(member.place): expected \(member.expected)")
  }

  @Test(arguments: Member.optional)
  func nullIsAsGoodAsAbsent(member: Member) throws {
    let absent = try decode(member.fileWithout)
    let null = try decode(member.file("null"))
    #expect(null.discussion == absent.discussion)
    #expect(null.repairs == absent.repairs)
  }

  @Test(arguments: Member.required.dropFirst())
  func nullIsNotEnoughForARequiredMember(member: Member) {
    let column = member.name.count + 5
    #expect(
      complaint(about: member.file("null"))
        == "2:\(column): \(member.place): expected \(member.expected)")
  }

  @Test func aValueWithinAnArrayIsNamedAtItsPlace() {
    let badges = Member(.comment, "badges", "", "", "")
    #expect(
      complaint(about: badges.file(#"["OP", 5]"#))
        == "2:18: comments[0].badges[1]: expected a string")
    let links = Member(.discussion, "links", "", "", "")
    #expect(complaint(about: links.file("[5]")) == "2:11: links[0]: expected an object")
    #expect(complaint(about: "[1]") == "1:1: expected an object that contains a discussion")
  }
}
