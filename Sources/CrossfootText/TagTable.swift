// SPDX-License-Identifier: Apache-2.0

/// The elements of HTML and what they do to the text around them.
enum TagTable {
  /// The role of a tag name, in any case; nil for a name that HTML does not know.
  static func role(_ name: ArraySlice<UInt8>) -> MarkupScanner.Role? {
    roles[PackedName(name.lazy.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 })]
  }

  /// The mark that a tag leaves in the folded text.
  static func mark(_ role: MarkupScanner.Role, closes: Bool) -> UInt8? {
    switch role {
    case .inline, .raw: nil
    case .block: FoldedText.Mark.block
    case .row: closes ? nil : FoldedText.Mark.row
    case .cell: closes ? nil : FoldedText.Mark.cell
    case .table: closes ? FoldedText.Mark.tableClose : FoldedText.Mark.tableOpen
    }
  }

  private static let roles: [PackedName: MarkupScanner.Role] = {
    let names: [(MarkupScanner.Role, String)] = [
      (.table, "table"), (.row, "tr"), (.cell, "td th"), (.raw, "script style"),
      (
        .block,
        """
        address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset figcaption \
        figure footer form h1 h2 h3 h4 h5 h6 head header hr html legend li main menu nav ol optgroup option p pre \
        section select summary title ul
        """
      ),
      (
        .inline,
        """
        a abbr acronym area audio b base bdi bdo big button canvas cite code col colgroup data datalist del dfn em \
        embed font i iframe img input ins kbd label link map mark meta meter noscript object output param picture \
        progress q rp rt ruby s samp small source span strike strong sub sup svg tbody template textarea tfoot thead \
        time track tt u var video wbr
        """
      ),
    ]
    var table: [PackedName: MarkupScanner.Role] = [:]
    for (role, list) in names {
      for name in list.utf8.split(separator: 0x20) { table[PackedName(name)] = role }
    }
    return table
  }()
}
