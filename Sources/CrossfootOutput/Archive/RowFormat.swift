// SPDX-License-Identifier: Apache-2.0

/// One value of a row that a query gives.
public enum RowValue: Sendable, Hashable {
  case null
  case integer(Int64)
  /// A number with a fraction, as the database prints it.
  case real(Double)
  case text(String)

  /// The value as plain text; null is empty.
  var plain: String {
    switch self {
    case .null: ""
    case .integer(let number): String(number)
    case .real(let number): String(number)
    case .text(let text): text
    }
  }

  /// The value as JSON.
  var json: String {
    switch self {
    case .null: "null"
    case .integer, .real: plain
    case .text(let text): JSONCoding.string(text)
    }
  }
}

/// How the rows of a query are written, one after the other.
public enum RowFormat: String, Sendable, CaseIterable {
  /// Tab-separated with a header; control characters become pictures.
  case text
  /// RFC 4180 with a header; numbers and texts as they are.
  case csv
  /// One JSON object a line.
  case jsonl

  /// What comes before the first row.
  public func header(_ columns: [String]) -> String {
    switch self {
    case .text, .csv: row(columns.map { .text($0) }, columns)
    case .jsonl: ""
    }
  }

  /// One row with its line end.
  public func row(_ values: [RowValue], _ columns: [String]) -> String {
    switch self {
    case .text: values.map { Sanitiser.clean($0.plain) }.joined(separator: "\t") + "\n"
    case .csv: values.map { Self.quoted($0.plain) }.joined(separator: ",") + "\r\n"
    case .jsonl:
      "{" + zip(columns, values).map { "\(JSONCoding.string($0)):\($1.json)" }.joined(separator: ",") + "}\n"
    }
  }

  private static func quoted(_ cell: String) -> String {
    guard cell.utf8.contains(where: { "\",\r\n".utf8.contains($0) }) else { return cell }
    return "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}
