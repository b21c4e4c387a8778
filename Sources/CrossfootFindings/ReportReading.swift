// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootRules
import CrossfootStructure
import CrossfootText

/// What was read from a report: all that judging it needs, under any settings of judging.
public struct ReportReading: Sendable {
  /// The text to quote from.
  public var text: PrintedText
  public var facts: Facts
  /// What could not be read as usual.
  public var notes: [Note]

  /// Reads a decoded report. A pure function of its arguments.
  /// - Parameter notes: what there was to say of its decoding.
  public init(_ source: SourceText, notes: [Note] = [], settings: ReadingSettings = ReadingSettings()) {
    let (document, facts, notes) = Document.read(source, notes: notes, settings: settings)
    self.init(text: document.printed, facts: facts, notes: notes)
  }

  /// What was read stage by stage.
  public init(text: PrintedText, facts: Facts, notes: [Note]) {
    self.text = text
    self.facts = facts
    self.notes = notes
  }

  /// What is told about the report at a path.
  public func result(path: String, settings: ReportSettings = ReportSettings()) -> ReportResult {
    let judging = Judging(
      path: path, text: text, facts: facts, relations: settings.relations(in: facts), notes: notes, settings: settings)
    return ReportResult(
      path: path, source: text.source, findings: judging.findings, coverage: judging.coverage, notes: judging.notes)
  }
}

extension Document {
  /// Takes a decoded report through the stages that read it.
  static func read(
    _ source: SourceText, notes: [Note], settings: ReadingSettings
  ) -> (Document, Facts, [Note]) {
    let (folded, foldNotes) = FoldedText.fold(source)
    let (document, structureNotes) = Document.build(source, folded)
    let (facts, figureNotes) = Facts.extract(document, settings: settings)
    return (document, facts, notes + foldNotes + structureNotes + figureNotes)
  }
}

extension ReportSettings {
  /// What the selected rules claim.
  func relations(in facts: Facts) -> [Relation] {
    let relations = RuleRegistry.relations(in: facts, by: rules)
    return unrelated.isEmpty ? relations : UnrelatedLabels(unrelated, facts).separated(relations)
  }
}

// MARK: as bytes

extension ReportReading {
  /// Reads what ``write(to:)`` wrote.
  /// - Parameter source: the decoded report that it was read from.
  public init(_ source: SourceText, from reader: inout ByteReader) throws(ByteReader.Damage) {
    // No more than a few cells come of a byte of the report.
    reader.mostParts = source.bytes.count * 8 + 1024
    notes = try reader.values()
    text = try PrintedText(source, from: &reader)
    facts = try Facts(from: &reader)
    guard reader.isAtEnd else { throw ByteReader.Damage() }
  }

  /// Writes all but the report's text, which whoever reads it has at hand.
  public func write(to writer: inout ByteWriter) {
    writer.write(notes)
    text.write(to: &writer)
    facts.write(to: &writer)
  }
}
