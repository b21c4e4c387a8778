// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import CrossfootOutput

@Suite struct RowFormatTests {
  private static let columns = ["path", "n", "说明"]
  private static let row: [RowValue] = [.text("a,\"b\".txt"), .integer(-12), .text("第一行\n第二行\t\u{1B}[31m")]

  @Test(
    "CSV quotes what must be quoted and changes nothing else",
    arguments: [
      (row, "\"a,\"\"b\"\".txt\",-12,\"第一行\n第二行\t\u{1B}[31m\"\r\n"), ([.null, .text(""), .real(0.5)], ",,0.5\r\n"),
      ([.text("两\r\n行"), .text("\""), .text(" 空格 ")], "\"两\r\n行\",\"\"\"\", 空格 \r\n"),
    ])
  func csv(values: [RowValue], line: String) {
    #expect(RowFormat.csv.row(values, Self.columns) == line)
  }

  @Test(
    "JSON Lines has one object a line, numbers as numbers and nothing as null",
    arguments: [
      (row, "{\"path\":\"a,\\\"b\\\".txt\",\"n\":-12,\"说明\":\"第一行\\n第二行\\t\\u001b[31m\"}\n"),
      ([.null, .real(0.5), .integer(.max)], "{\"path\":null,\"n\":0.5,\"说明\":9223372036854775807}\n"),
    ])
  func jsonLines(values: [RowValue], line: String) {
    #expect(RowFormat.jsonl.row(values, Self.columns).lowercased() == line.lowercased())
  }

  @Test("text keeps a row on one line and cannot steer the terminal")
  func text() {
    #expect(RowFormat.text.row(Self.row, Self.columns) == "a,\"b\".txt\t-12\t第一行\u{240A}第二行 \u{241B}[31m\n")
  }

  @Test("a header stands before rows, except where every row names its columns")
  func header() {
    #expect(RowFormat.text.header(Self.columns) == "path\tn\t说明\n")
    #expect(RowFormat.csv.header(Self.columns) == "path,n,说明\r\n")
    #expect(RowFormat.jsonl.header(Self.columns).isEmpty)
  }
}
