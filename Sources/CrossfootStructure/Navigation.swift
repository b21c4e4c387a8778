// SPDX-License-Identifier: Apache-2.0

extension Furniture {
  /// Marks the site's own lines before and after the report on a web page: from the page's first line to the last that
  /// holds a word of navigation, and the same from its end, as long as hardly any sentences lie between.
  mutating func markNavigation() {
    // Few reports come with their site, so its marks are looked for first.
    guard lines.contains(where: { mayNavigate($0) && words.site.occurs(in: bytes, $0.range) }) else { return }
    let isNavigation = lines.indices.map {
      mayNavigate(lines[$0]) && words.navigation.occurs(in: bytes, lines[$0].range)
    }
    let known = isNavigation.count { $0 }
    guard known >= 3 else { return }
    let head = headEnd(isNavigation)
    for index in 0..<head { isFurniture[index] = true }
    for index in tailStart(isNavigation, from: head)..<lines.count { isFurniture[index] = true }
  }

  /// Line after the last of the navigation before the report.
  private func headEnd(_ isNavigation: [Bool]) -> Int {
    var head = 0
    var prose = 0
    for index in lines.indices {
      if !isNavigation[index], lines[index].shape != .text && lines[index].numbers > 0 || isSentence(lines[index]) {
        break
      }
      if isProse(lines[index]) { prose += 1 }
      if prose * 8 > index + 8 || prose > 12 { break }
      if isNavigation[index] { head = index + 1 }
    }
    return head
  }

  /// First line of the navigation after the report.
  private func tailStart(_ isNavigation: [Bool], from head: Int) -> Int {
    var tail = lines.count
    var prose = 0
    for index in lines.indices.reversed() {
      if index < head || !isNavigation[index] && isReportLine(lines[index]) { break }
      if isProse(lines[index]) { prose += 1 }
      if prose > 3 { break }
      if isNavigation[index] { tail = index }
    }
    return tail
  }

  private func mayNavigate(_ line: Line) -> Bool { line.stops <= 1 && line.width <= 160 && line.shape != .markup }

  /// A line with a full stop: sites print names, not sentences. Wrapped lines of a report are short, so their width
  /// says nothing.
  private func isProse(_ line: Line) -> Bool { line.stops > 0 }

  /// A sentence with figures.
  private func isSentence(_ line: Line) -> Bool { line.stops > 0 && line.digits > 0 && line.width >= 40 }

  /// A line no site prints around a report: a row of figures, or sentences.
  private func isReportLine(_ line: Line) -> Bool {
    line.stops > 1 && line.width > 100 || isSentence(line) || line.numbers > 1 && line.pieces == line.numbers + 1
      || line.shape != .text && line.numbers > 0
  }
}
