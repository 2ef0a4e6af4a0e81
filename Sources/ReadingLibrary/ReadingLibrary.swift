// ReadingLibrary
