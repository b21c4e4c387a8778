// SPDX-License-Identifier: Apache-2.0

extension Document {
  /// The number that a cell's text begins with (一、, (一), 1., (1)).
  /// - Returns: the level of its kind, 1 for the outermost, and the bytes of the number with its mark; nil without one.
  public func numbering(of cell: Cell) -> (level: Int, length: Int)? {
    guard let found = Numbering.read(flow.bytes, cell.range) else { return nil }
    return (found.level, found.end - cell.range.lowerBound)
  }
}
