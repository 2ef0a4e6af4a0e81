/// What was mended or passed over while other people's JSON was read; of each kind one line is told.
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
      ("value of an unexpected type, passed over", "values of an unexpected type, passed over")
    case .unusableNumber:
      ("number out of bounds, passed over", "numbers out of bounds, passed over")
    case .unreadableTime:
      ("time that cannot be read, passed over", "times that cannot be read, passed over")
    case .noObject:
      ("element that is no object, passed over", "elements that are no objects, passed over")
    case .unknownKind:
      ("object of an unknown kind, passed over", "objects of an unknown kind, passed over")
    case .unreadText: ("text that is not shown", "texts that are not shown")
    case .missingChoice:
      ("choice of a poll that is not in the file", "choices of polls that are not in the file")
    case .missingChoices:
      ("poll whose choices are not in the file", "polls whose choices are not in the file")
    case .repeatedComment: ("comment that was there already", "comments that were there already")
    case .commentWithoutID: ("comment without an id", "comments without an id")
    case .missingText: ("comment without text", "comments without text")
    case .unknownParent:
      (
        "comment that answers what is not in the file, put at the top level",
        "comments that answer what is not in the file, put at the top level"
      )
    case .circle: ("circle of replies", "circles of replies")
    }
  }
}
