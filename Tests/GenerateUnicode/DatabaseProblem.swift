/// Why no table can be made of the Unicode Character Database.
enum DatabaseProblem: Error {
  /// A file that is not there, by its path.
  case missing(String)
  /// A line break class that the header of CUnicode does not list.
  case unknownClass(String)

  /// One line for whoever runs the program.
  var line: String {
    switch self {
    case .missing(let path):
      "\(path): expected the Unicode Character Database (Debian's unicode-data)"
    case .unknownClass(let name): "\(name): a line break class that CUnicode does not know"
    }
  }
}
