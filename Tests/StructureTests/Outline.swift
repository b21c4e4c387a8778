// SPDX-License-Identifier: Apache-2.0
import CrossfootStructure
import CrossfootText

extension Document {
  /// A document as text in one string per block: `H2 …`, `P …`, `F …`, and `T` with one line per row, cells by column.
  var outline: [String] { blocks.map(outline) }

  private func outline(_ block: Block) -> String {
    switch block.kind {
    case .heading(let level): "H\(level) " + text(block.range)
    case .passage: "P " + text(block.range)
    case .furniture: "F " + text(block.range)
    case .table(let index):
      "T "
        + tables[index...].prefix { $0.block == tables[index].block }.map(outline).joined(separator: "\nT ")
    }
  }

  private func outline(_ table: Table) -> String {
    var text =
      table.layout.rawValue + (table.isPartial ? "?" : "") + (table.unit.map { " (" + self.text($0) + ")" } ?? "")
    for (index, row) in table.rows.enumerated() {
      let isHeader = table.parts.contains { $0.header.contains(index) }
      let isBody = table.parts.contains { $0.body.contains(index) }
      text += isHeader ? "\n= " : isBody ? "\n: " : "\n~ "
      text += outline(row)
    }
    return text
  }

  /// Cells as `column|text`, empty ones left out; further alignments follow in brackets.
  private func outline(_ row: Row) -> String {
    let readings = row.alignments.map { columns in
      row.cells.indices.filter { !row.cells[$0].isEmpty }
        .map { cell in
          let span = row.cells[cell].span > 1 ? "+\(row.cells[cell].span - 1)" : ""
          return "\(columns[cell])\(span)|" + String(decoding: bytes(of: row.cells[cell]), as: UTF8.self)
            + (row.cells[cell].damaged ? "~" : "")
        }.joined(separator: " ")
    }
    return readings[0] + readings.dropFirst().map { " [\($0)]" }.joined()
  }
}

/// Builds a document of a text.
func document(_ text: String) -> Document {
  let source = SourceText(bytes: Array(text.utf8))
  return Document.build(source, FoldedText.fold(source).0).0
}
