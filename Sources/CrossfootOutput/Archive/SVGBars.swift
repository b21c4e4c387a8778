// SPDX-License-Identifier: Apache-2.0

/// A chart of horizontal bars as SVG. Lengths are whole units of the drawing; the page scales it.
enum SVGBars {
  /// One bar, of parts that have a class of the page's style each.
  struct Bar {
    /// Escaped for XML.
    var name: String
    var parts: [(style: String, number: Int)]
    /// What stands behind the bar.
    var label: String
    /// Whether the bar is drawn in full length: its parts are shares.
    var isShare: Bool

    var total: Int { parts.reduce(0) { $0 + $1.number } }
  }

  private static let width = 820
  private static let nameWidth = 270
  private static let labelWidth = 70
  private static let rowHeight = 22

  /// The chart; empty without bars.
  static func render(_ bars: [Bar]) -> String {
    guard let most = bars.map(\.total).max(), most > 0 else { return "" }
    let room = width - nameWidth - labelWidth
    let rows = bars.enumerated().map { index, bar in
      let y = index * rowHeight
      let length = bar.isShare ? room : (bar.total * room + most / 2) / most
      var text = "<text x=\"\(nameWidth - 8)\" y=\"\(y + 15)\" text-anchor=\"end\">\(bar.name)</text>"
      text += parts(bar, at: y, length: length)
      return text + "<text class=\"soft\" x=\"\(nameWidth + length + 6)\" y=\"\(y + 15)\">\(bar.label)</text>"
    }
    return "<svg viewBox=\"0 0 \(width) \(bars.count * rowHeight)\" role=\"img\">\(rows.joined(separator: "\n"))</svg>"
  }

  /// The parts side by side. Ends are rounded from the sum so far, so that no rounding adds up.
  private static func parts(_ bar: Bar, at y: Int, length: Int) -> String {
    var text = ""
    var sum = 0
    for part in bar.parts where part.number > 0 {
      let start = sum * length / max(1, bar.total)
      sum += part.number
      let end = max(start + 1, sum * length / max(1, bar.total))
      text +=
        "<rect class=\"\(part.style)\" x=\"\(nameWidth + start)\" y=\"\(y + 3)\" "
        + "width=\"\(end - start)\" height=\"16\">"
        + "<title>\(bar.name): \(part.number)</title></rect>"
    }
    return text
  }

  /// A text as XML holds it.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in Sanitiser.clean(text).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
