// SPDX-License-Identifier: Apache-2.0

/// Finds page breaks that lost their form feed: in text with a blank line after every printed line, a page begins with
/// one space and no blank line before it.
enum Pages {
  /// Lines that look so in a text where breaks are real, per thousand at most.
  private static let mostBreaks = 120

  /// Counts the pages of a text without form feeds.
  static func mark(_ lines: inout [Line]) {
    guard lines.count > 20, lines.last?.page == 0 else { return }
    let spaced = lines.indices.count { lines[$0].blanksAbove > 0 }
    guard spaced * 10 >= lines.count * 7 else { return }
    let breaks = lines.indices.dropFirst().filter { lines[$0].indent == 1 && lines[$0].blanksAbove == 0 }
    guard breaks.count * 1000 <= lines.count * mostBreaks else { return }
    var page: Int32 = 0
    var next = 0
    for index in lines.indices {
      if next < breaks.count, breaks[next] == index {
        page += 1
        next += 1
        lines[index].opensPage = true
        lines[index].indent = 0
      }
      lines[index].page = page
    }
  }
}
