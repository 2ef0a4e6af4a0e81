/// What was repaired or passed over while other people's JSON was read; of each kind one line is reported.
enum Note: Int, CaseIterable {
  case unreadableCharacter, numberAsText, otherType, unusableNumber, unreadableTime
  case noObject, unknownKind, unreadText, missingChoice, missingChoices
  case repeatedComment, commentWithoutID, missingText, unknownParent, circle

  /// The noun for one of it and for several.
  var nouns: (one: String, many: String) {
    switch self {
    case .unreadableCharacter: ("unreadable character", "unreadable characters")
    case .numberAsText: ("number written as a string", "numbers written as strings")
    case .otherType:
      ("value of an unexpected type, ignored", "values of an unexpected type, ignored")
    case .unusableNumber:
      ("number out of range, ignored", "numbers out of range, ignored")
    case .unreadableTime:
      ("unreadable time, ignored", "unreadable times, ignored")
    case .noObject:
      ("element that is not an object, ignored", "elements that are not objects, ignored")
    case .unknownKind:
      ("object of an unknown kind, ignored", "objects of an unknown kind, ignored")
    case .unreadText: ("text that is not shown", "texts that are not shown")
    case .missingChoice:
      ("choice of a poll that is not in the file", "choices of polls that are not in the file")
    case .missingChoices:
      ("poll whose choices are not in the file", "polls whose choices are not in the file")
    case .repeatedComment: ("repeated comment", "repeated comments")
    case .commentWithoutID: ("comment without an id", "comments without an id")
    case .missingText: ("comment without text", "comments without text")
    case .unknownParent:
      (
        "reply to a comment that is not in the file, put at the top level",
        "replies to comments that are not in the file, put at the top level"
      )
    case .circle: ("cycle of replies", "cycles of replies")
    }
  }
}
