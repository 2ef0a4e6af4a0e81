/// Prints the table as C: distinct records, distinct blocks of 128 scalars, and which block is where.
struct TableWriter {
  let records: [UInt16]
  let version: String

  func write() {
    var kinds: [UInt16] = []
    var numbers: [UInt16: Int] = [:]
    var blocks: [[Int]] = []
    var places: [[Int]: Int] = [:]
    var index: [Int] = []
    for start in stride(from: 0, to: records.count, by: 128) {
      let block = records[start..<start + 128].map { record in
        if let known = numbers[record] { return known }
        kinds.append(record)
        numbers[record] = kinds.count - 1
        return kinds.count - 1
      }
      let place = places[block] ?? blocks.count
      if place == blocks.count {
        blocks.append(block)
        places[block] = place
      }
      index.append(place)
    }
    precondition(kinds.count <= 256, "more records than a byte can tell apart")
    print("// Written by GenerateUnicode from Unicode \(version).")
    print("#include \"CUnicode.h\"")
    print("\nconst char understory_unicode_version[] = \"\(version)\";")
    print("\nconst uint16_t understory_records[] = {")
    printRows(kinds.map { Int($0) })
    print("};\n\nconst uint16_t understory_blocks[] = {")
    printRows(index)
    print("};\n\nconst uint8_t understory_record_numbers[][128] = {")
    for block in blocks {
      print("  {")
      printRows(block)
      print("  },")
    }
    print("};")
  }

  /// Prints numbers in rows of at most 100 columns.
  private func printRows(_ numbers: [Int]) {
    var row = " "
    for number in numbers {
      let text = " \(number),"
      if row.count + text.count > 100 {
        print(row)
        row = " "
      }
      row += text
    }
    print(row)
  }
}
