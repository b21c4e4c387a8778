// SPDX-License-Identifier: Apache-2.0

import CrossfootText

/// A value for each cell of a table, all rows in one array.
public struct CellTable<Value: Sendable>: Sendable {
  private var values: [Value] = []
  /// For each row where its values end.
  private var ends: [Int] = []

  /// The values of a row's cells, from 0.
  public struct Row: RandomAccessCollection, Sendable {
    fileprivate let values: [Value]
    fileprivate let start: Int
    public let endIndex: Int
    public var startIndex: Int { 0 }
    public subscript(cell: Int) -> Value { values[start + cell] }
  }

  /// A table without rows.
  public init() {}

  /// The same value for every cell.
  /// - Parameter widths: for each row how many cells it has.
  public init(_ value: Value, widths: some Collection<Int>) {
    ends.reserveCapacity(widths.count)
    var end = 0
    for width in widths {
      end += width
      ends.append(end)
    }
    values = [Value](of: value, times: end)
  }

  /// The values of all cells of a table of the same shape.
  init<Other>(_ values: [Value], like other: CellTable<Other>) {
    precondition(values.count == other.values.count, "of another shape")
    self.values = values
    ends = other.ends
  }

  /// A table of values that stand one row after another.
  /// - Parameter ends: for each row where its values end.
  init(_ values: [Value], ends: [Int]) {
    precondition(values.count == ends.last ?? 0, "of another shape")
    self.values = values
    self.ends = ends
  }

  public subscript(row: Int) -> Row { Row(values: values, start: start(row), endIndex: ends[row] - start(row)) }

  public subscript(row: Int, cell: Int) -> Value {
    get { values[index(row, cell)] }
    set { values[index(row, cell)] = newValue }
  }

  /// Where the cells of a row stand among all: the same in every table of one shape.
  @inline(__always)
  public func indices(of row: Int) -> Range<Int> { start(row)..<ends[row] }

  /// Where the cells of rows that follow one another stand among all.
  func indices(of rows: Range<Int>) -> Range<Int> {
    rows.isEmpty ? 0..<0 : start(rows.lowerBound)..<ends[rows.upperBound - 1]
  }

  /// The value of the cell that stands at an index among all.
  @inline(__always)
  public internal(set) subscript(at index: Int) -> Value {
    get { values[index] }
    set { values[index] = newValue }
  }

  /// The values of all cells, one row after another.
  var all: [Value] { values }

  /// The first cell of a row whose value answers to a question.
  @inline(__always)
  func firstIndex(_ row: Int, where matches: (Value) -> Bool) -> Int? {
    let cells = values.span.extracting(indices(of: row))
    for cell in cells.indices where matches(cells[cell]) { return cell }
    return nil
  }

  /// How many cells there are.
  var count: Int { values.count }

  @inline(__always)
  private func start(_ row: Int) -> Int { row > 0 ? ends[row - 1] : 0 }

  private func index(_ row: Int, _ cell: Int) -> Int {
    let index = start(row) + cell
    precondition(cell >= 0 && index < ends[row], "no such cell")
    return index
  }
}

// MARK: as bytes

extension CellTable where Value: FixedWidthInteger {
  /// Reads a table of numbers.
  /// - Parameter other: a table that was read before, and is mostly of the same shape.
  init<Other>(from reader: inout ByteReader, like other: CellTable<Other>) throws(ByteReader.Damage) {
    ends = try reader.flag() ? other.ends : try reader.steps()
    let end = ends.last ?? 0
    guard end <= reader.mostParts, ends.first ?? 0 >= 0, zip(ends, ends.dropFirst()).allSatisfy({ $0 <= $1 }) else {
      throw ByteReader.Damage()
    }
    values.reserveCapacity(end)
    var next = 0
    while values.count < end {
      let code = Int(bitPattern: try reader.unsigned())
      let times = try reader.size()
      guard times > 0, times <= end - values.count else { throw ByteReader.Damage() }
      let isCounting = code & 1 == 0
      let step = code >> 1
      let first = isCounting ? next &+ (step >> 1 ^ -(step & 1)) : ~step
      guard let value = Value(exactly: first), Value(exactly: first &+ times) != nil else { throw ByteReader.Damage() }
      for number in 0..<times { values.append(isCounting ? value &+ Value(truncatingIfNeeded: number) : value) }
      if isCounting { next = first &+ times }
    }
  }

  /// Writes the numbers in the order of the cells, in runs: of equal ones that are negative, and of others that count
  /// up. A run that counts begins mostly where the last one ended.
  func write<Other>(to writer: inout ByteWriter, like other: CellTable<Other>) {
    writer.write(ends == other.ends)
    if ends != other.ends { writer.write(steps: ends) }
    var next = 0
    var at = 0
    while at < values.count {
      let value = Int(truncatingIfNeeded: values[at])
      let first = at
      at += 1
      if value < 0 {
        while at < values.count, values[at] == values[first] { at += 1 }
        writer.write(unsigned: UInt(bitPattern: ~value << 1 | 1))
      } else {
        while at < values.count, Int(truncatingIfNeeded: values[at]) == value + at - first { at += 1 }
        let step = value &- next
        writer.write(unsigned: UInt(bitPattern: (step << 1 ^ step >> (Int.bitWidth - 1)) << 1))
        next = value + at - first
      }
      writer.write(count: at - first)
    }
  }
}
