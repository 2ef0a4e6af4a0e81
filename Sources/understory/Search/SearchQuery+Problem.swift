import Storage
import TextGrid

extension SearchQuery {
  /// What is wrong with it, in one line that fits a narrow screen; nil where it can be asked.
  var problem: SafeText? {
    shortBeginning.map { SafeText("\($0): expected three letters or more") }
  }
}
