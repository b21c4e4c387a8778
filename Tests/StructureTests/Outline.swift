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
    for index in table.rows.indices {
      let isHeader = table.parts.contains { $0.header.contains(index) }
      let isBody = table.parts.contains { $0.body.contains(index) }
      text += isHeader ? "\n= " : isBody ? "\n: " : "\n~ "
      text += outline(index, table)
    }
    return text
  }

  /// Cells as `column|text`, empty ones left out; further alignments follow in brackets.
  private func outline(_ row: Int, _ table: Table) -> String {
    let cells = Array(table.cells(of: row))
    let readings = table.alignments(of: row).map { columns in
      cells.indices.filter { !cells[$0].isEmpty }
        .map { cell in
          let span = cells[cell].span > 1 ? "+\(cells[cell].span - 1)" : ""
          return "\(columns[cell])\(span)|" + String(decoding: bytes(of: cells[cell]), as: UTF8.self)
            + (cells[cell].damaged ? "~" : "")
        }.joined(separator: " ")
    }
    return readings[0] + readings.dropFirst().map { " [\($0)]" }.joined()
  }
}

extension Table {
  /// All readings of which columns the cells of a row stand in, the likeliest first.
  func alignments(of row: Int) -> [[Int]] {
    [cells(of: row).map { Int($0.column) }] + (rows[row].reading > 0 ? readings[rows[row].reading - 1] : [])
  }
}

/// Builds a document of a text.
func document(_ text: String) -> Document {
  let source = SourceText(bytes: Array(text.utf8))
  return Document.build(source, FoldedText.fold(source).0).0
}
