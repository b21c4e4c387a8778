// SPDX-License-Identifier: Apache-2.0
import CrossfootFigures
import Testing

@Suite struct CellTableTests {
  @Test("rows of any width keep their own values")
  func rows() {
    let widths = [2, 0, 3, 1, 0]
    var table = CellTable(-1, widths: widths)
    for (row, width) in widths.enumerated() { for cell in 0..<width { table[row, cell] = row * 10 + cell } }
    for (row, width) in widths.enumerated() {
      #expect(Array(table[row]) == (0..<width).map { row * 10 + $0 })
      #expect(table[row].indices == 0..<width)
    }
    #expect(table[2, 1] == 21)
  }
}
