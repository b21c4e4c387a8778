// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings
import CrossfootRules
import CrossfootText

/// What was said of a report, as bytes, without its path and text: reports with the same bytes share it.
///
/// How a finding stands to a baseline and which severity its user sets is not part of it; both apply afterwards.
struct StoredResult {
  /// Whether the report's text is its file, byte for byte, so that it need not be decoded again.
  var isVerbatim: Bool
  var findings: [Finding]
  var coverage: Coverage
  var notes: [Note]

  init(_ result: ReportResult) {
    isVerbatim = result.source.form == .verbatim
    findings = result.findings
    coverage = result.coverage
    notes = result.notes
  }

  /// The result of the report at the path that it was read for, with its text.
  func result(path: String, source: SourceText) -> ReportResult {
    ReportResult(path: path, source: source, findings: findings, coverage: coverage, notes: notes)
  }
}

// MARK: writing

extension StoredResult {
  func write(to writer: inout ByteWriter) {
    writer.write(isVerbatim)
    writer.write(findings) { $0.write($1) }
    writer.write(coverage)
    writer.write(notes)
  }
}

extension ByteWriter {
  fileprivate mutating func write(_ finding: Finding) {
    write(finding.rule)
    write(word: finding.kind)
    write(word: finding.severity)
    // The figure that a finding is about is the first of its figures.
    let isFirst = finding.figures.first == finding.primary
    write(isFirst)
    if !isFirst { write(finding.primary) }
    write(finding.figures) { $0.write($1) }
    write(finding.expected)
    write(finding.arithmetic) { writer, arithmetic in
      writer.write(arithmetic.expression)
      writer.write(arithmetic.result)
      writer.write(arithmetic.stated)
      writer.write(arithmetic.isBound)
    }
    write(finding.cause != nil)
    if let cause = finding.cause { write(word: cause) }
    write(finding.fingerprint)
  }

  private mutating func write(_ figure: CitedFigure) {
    write(word: figure.role)
    write(figure.text)
    write(figure.range)
    for position in [figure.start, figure.end] {
      write(position.line)
      write(position.column)
    }
    write(figure.label)
    write(figure.spot.section)
    write(figure.spot.table ?? 0)
    write(figure.spot.row)
    write(figure.spot.column)
    write(figure.spot.block)
  }

  fileprivate mutating func write(_ coverage: Coverage) {
    for number in [
      coverage.figures, coverage.ticked, coverage.contradicted, coverage.bounded, coverage.unchecked, coverage.excluded,
      coverage.relations, coverage.rounding,
    ] { write(number) }
    write(coverage.uncheckedReasons.sorted { $0.key.rawValue < $1.key.rawValue }) { writer, entry in
      writer.write(word: entry.key)
      writer.write(entry.value)
    }
  }
}

// MARK: reading

/// The kinds of words in an entry, made once.
private enum Words {
  static let kinds = Array(RelationKind.allCases)
  static let severities = Array(Severity.allCases)
  static let causes = Array(Cause.allCases)
  static let roles = Array(Role.allCases)
  static let reasons = Array(Reason.allCases)
}

extension StoredResult {
  /// - Parameters:
  ///   - size: bytes of the report's text; no place lies outside of it.
  ///   - path: of the report that it is read for.
  init(from reader: inout ByteReader, size: Int, path: String = "") throws(ByteReader.Damage) {
    isVerbatim = try reader.flag()
    findings = try reader.list { reader throws(ByteReader.Damage) in try reader.finding(size, path) }
    coverage = try reader.coverage()
    notes = try reader.values()
    guard reader.isAtEnd, notes.allSatisfy({ $0.range?.isInside(size) ?? true }) else { throw ByteReader.Damage() }
  }
}

extension ByteReader {
  fileprivate mutating func finding(_ size: Int, _ path: String) throws(Damage) -> Finding {
    let (rule, kind, severity) = (try text(), try word(Words.kinds), try word(Words.severities))
    let primary = try flag() ? nil : try figure(size)
    let figures = try list { reader throws(Damage) in try reader.figure(size) }
    guard let primary = primary ?? figures.first else { throw Damage() }
    return Finding(
      rule: rule, kind: kind, severity: severity, path: path, primary: primary, figures: figures,
      expected: try optionalText(),
      arithmetic: try list { reader throws(Damage) in
        Arithmetic(
          expression: try reader.text(), result: try reader.text(), stated: try reader.text(),
          isBound: try reader.flag())
      },
      cause: try flag() ? try word(Words.causes) : nil, fingerprint: try text())
  }

  private mutating func figure(_ size: Int) throws(Damage) -> CitedFigure {
    CitedFigure(
      role: try word(Words.roles), text: try text(), range: try range(size), start: try position(), end: try position(),
      label: try text(), spot: try spot())
  }

  private mutating func spot() throws(Damage) -> Spot {
    var spot = Spot()
    spot.section = try text()
    let table = try int()
    // Tables are counted from 1.
    spot.table = table > 0 ? table : nil
    spot.row = try text()
    spot.column = try text()
    spot.block = try int()
    return spot
  }

  private mutating func range(_ size: Int) throws(Damage) -> SourceRange {
    let range = try value(SourceRange.self)
    guard range.isInside(size) else { throw Damage() }
    return range
  }

  private mutating func position() throws(Damage) -> Position {
    let position = Position(line: try int(), column: try int())
    guard position.line >= 1, position.column >= 1 else { throw Damage() }
    return position
  }

  fileprivate mutating func coverage() throws(Damage) -> Coverage {
    var coverage = Coverage()
    coverage.figures = try int()
    coverage.ticked = try int()
    coverage.contradicted = try int()
    coverage.bounded = try int()
    coverage.unchecked = try int()
    coverage.excluded = try int()
    coverage.relations = try int()
    coverage.rounding = try int()
    for _ in 0..<(try count()) { coverage.uncheckedReasons[try word(Words.reasons)] = try int() }
    return coverage
  }
}

extension SourceRange {
  /// Whether it lies in a text of so many bytes.
  fileprivate func isInside(_ size: Int) -> Bool { start >= 0 && end <= size }
}
