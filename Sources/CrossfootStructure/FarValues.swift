// SPDX-License-Identifier: Apache-2.0

/// Joins the rows of a table whose figures stand far below their names, running text of a cell between them: a form
/// that describes each task at length prints its amounts on a line of their own.
struct FarValues {
  let bytes: [UInt8]
  let lines: [Line]
  let classes: [LineClass]
  let words: Words

  /// Most lines between two rows; figures of a row at least.
  private static let farthest = 30
  private static let fewest = 2

  /// The regions, those of one such table joined: lines of figures alone, each with as many as the total that ends
  /// them. Without a total the rows prove nothing, and what stands between them may be anything.
  func join(_ regions: [Regions.Region]) -> [Regions.Region] {
    var result: [Regions.Region] = []
    var start = 0
    while start < regions.count {
      var end = start + 1
      while end < regions.count, isRest(regions[end], of: regions[end - 1]) { end += 1 }
      if end - start > 1, endsInTotal(regions[end - 1]) {
        let header = header(above: regions[start], after: result.last)
        result.append(
          Regions.Region(lines: LineIndices(header + regions[start..<end].flatMap(\.lines)), layout: .flattened))
      } else {
        result += regions[start..<end]
      }
      start = end
    }
    return result
  }

  /// The nearest line above the first row that has a name for each of its figures.
  private func header(above region: Regions.Region, after last: Regions.Region?) -> [Int32] {
    guard let first = region.lines.first.map({ Int($0) }), lines[first].isNumberOnly else { return [] }
    let least = max(first - FarValues.farthest, (last?.lines.last).map { Int($0) + 1 } ?? 0)
    for index in (min(least, first)..<first).reversed() {
      let line = lines[index]
      if classes[index] == .title || classes[index] == .caption || classes[index] == .cells { break }
      if classes[index] == .words, line.numbers == 0, line.pieces == lines[first].numbers { return [Int32(index)] }
    }
    return []
  }

  private func isRest(_ region: Regions.Region, of last: Regions.Region) -> Bool {
    guard region.layout == .flattened, last.layout == .flattened, let first = region.lines.first.map({ Int($0) }),
      let end = last.lines.last.map({ Int($0) }), first - end <= FarValues.farthest, lines[first].isNumberOnly,
      lines[first].numbers >= FarValues.fewest, classes[end] == .figures, lines[end].numbers == lines[first].numbers
    else { return false }
    return (end + 1..<first).allSatisfy { index in
      switch classes[index] {
      case .prose, .words, .furniture: true
      case .cells, .figures, .title, .caption: false
      }
    }
  }

  /// Whether the last row is a total.
  private func endsInTotal(_ region: Regions.Region) -> Bool {
    guard let end = region.lines.last.map({ lines[Int($0)] }), end.numbers >= FarValues.fewest else { return false }
    let count = Int(end.pieces - end.numbers)
    let text = bytes.compact(end.range)
    let name = text.prefix { !(0x30...0x39 ~= $0) }
    return count >= 1 && words.totals.suffix(of: Array(name)) != nil
  }
}
