// SPDX-License-Identifier: Apache-2.0

/// Readings of which rows add up to which.
enum RowTrees {
  /// By total words: items belong to the total above them, or to the one below them. Where a part has totals on both sides both
  /// readings stand, and the figures decide.
  static func byWords(_ body: Range<Int>, _ model: TableModel) -> [RowTree] {
    let totals = body.filter { model.rows[$0] == .total || model.rows[$0] == .subtotal }
    guard !totals.isEmpty else { return [] }
    var trees: [RowTree] = []
    for downwards in [true, false] {
      var parent = [Int](repeating: -1, count: model.rows.count)
      var current = -1
      for row in downwards ? Array(body) : Array(body.reversed()) {
        if model.rows[row] == .total { current = row } else if current >= 0 { parent[row] = current }
      }
      let tree = RowTree(source: .words, parent: parent)
      if parent.contains(where: { $0 >= 0 }), !trees.contains(tree) { trees.append(tree) }
    }
    return trees
  }
}
