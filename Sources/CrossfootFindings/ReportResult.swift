// SPDX-License-Identifier: Apache-2.0

import CrossfootText

/// All that is to say about one report.
public struct ReportResult: Sendable {
  /// The report's path; of a report in several files that of the first.
  public var path: String
  public var source: SourceText
  public var findings: [Finding]
  public var coverage: Coverage
  public var notes: [Note]
  /// The files of a report that is kept in several, in the order of the text; empty for one file.
  public var parts: [ReportPart]

  public init(
    path: String, source: SourceText, findings: [Finding], coverage: Coverage, notes: [Note], parts: [ReportPart] = []
  ) {
    self.path = path
    self.source = source
    self.findings = findings
    self.coverage = coverage
    self.notes = notes
    self.parts = parts
  }
}

/// One of several files of a report.
public struct ReportPart: Sendable, Hashable {
  public var path: String
  /// Offset of its first byte in the report's text.
  public var start: Int
  /// Its first line in the report's text, from 0.
  public var firstLine: Int

  public init(path: String, start: Int, firstLine: Int) {
    self.path = path
    self.start = start
    self.firstLine = firstLine
  }
}

extension ReportResult {
  /// The path of the file that holds a figure.
  public func path(of figure: CitedFigure) -> String { path(at: figure.range.start) }

  /// The path of the file that holds an offset of the report's text.
  public func path(at offset: Int) -> String { part(at: offset)?.path ?? path }

  /// Line and column of an offset in the file that holds it.
  public func position(_ offset: Int) -> Position {
    var position = source.position(offset)
    position.line -= part(at: offset)?.firstLine ?? 0
    return position
  }

  /// The file that holds an offset; nil for a report in one file.
  public func part(at offset: Int) -> ReportPart? { parts.part(at: offset) }
}

extension [ReportPart] {
  /// The file that holds an offset; nil for a report in one file.
  func part(at offset: Int) -> ReportPart? { last { $0.start <= offset } ?? first }

  /// Turns a figure's lines in the report's text into those of its file.
  func place(_ figure: inout CitedFigure) {
    let first = part(at: figure.range.start)?.firstLine ?? 0
    figure.start.line -= first
    figure.end.line -= first
  }
}

extension ReportResult {
  /// The result of a report that is kept in several files, its places by file.
  /// - Parameter parts: where each file begins in the report's text; nothing changes for none.
  public func divided(into parts: [ReportPart]) -> ReportResult {
    if parts.isEmpty { return self }
    var result = self
    result.parts = parts
    for index in result.findings.indices {
      result.findings[index].path = result.path(of: findings[index].primary)
      parts.place(&result.findings[index].primary)
      for figure in findings[index].figures.indices { parts.place(&result.findings[index].figures[figure]) }
    }
    return result
  }
}
