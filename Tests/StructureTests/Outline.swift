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
    case .table(let index): "T " + outline(tables[index])
    }
  }

  private func outline(_ table: Table) -> String {
    var text = table.layout.rawValue
    for part in table.parts {
      for row in part.header { text += "\n= " + outline(table.rows[row]) }
      for row in part.body { text += "\n: " + outline(table.rows[row]) }
    }
    return text
  }

  /// Cells as `column|text`, empty ones left out; further alignments follow in brackets.
  private func outline(_ row: Row) -> String {
    let readings = row.alignments.map { columns in
      row.cells.indices.filter { !row.cells[$0].isEmpty }
        .map { "\(columns[$0])|" + text(row.cells[$0].range) + (row.cells[$0].damaged ? "~" : "") }.joined(separator: " ")
    }
    return readings[0] + readings.dropFirst().map { " [\($0)]" }.joined()
  }
}

/// Builds a document of a text.
func document(_ text: String) -> Document {
  let source = SourceText(bytes: Array(text.utf8))
  return Document.build(source, FoldedText.fold(source).0).0
}
