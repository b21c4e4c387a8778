// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootFindings
import CrossfootOutput
import CrossfootRules
import CrossfootStructure
import CrossfootText
import GRDB

/// A report as a store takes it up: rows for each table, with labels by their place in a list of the entry's own. It is
/// made beside the store, on any core.
struct ArchiveEntry: Sendable {
  typealias Values = [DatabaseValue]

  var path: String
  var hash: String
  /// The build that read it.
  var stamp: String
  /// Values of the columns of `reports` from `files` on.
  var report: Values
  /// Distinct labels; figures name them by index.
  var labels: [String]
  var figures: [FigureEntry]
  var relations: [Values]
  var findings: [Values]
  var reasons: [Values]
  var notes: [Values]

  /// A row of `figures` without its labels.
  struct FigureEntry: Sendable {
    /// Values of the columns from `printed` to `qualifier`.
    var head: Values
    /// Indices in ``ArchiveEntry/labels`` of section, label, column label, scope, fund and topic; -1 where there is
    /// none.
    var labels: [Int]
    var stage: DatabaseValue
    var period: DatabaseValue
    var topic: Topic?
    /// Values of the columns from `state` on.
    var tail: Values
  }

  /// - Parameters:
  ///   - examination: the report as examined.
  ///   - size: bytes of its file.
  init(_ examination: Examination, hash: String, stamp: String, size: Int) {
    path = examination.path
    self.hash = hash
    self.stamp = stamp
    var writer = EntryWriter(examination)
    report = writer.report(size: size)
    figures = writer.figures()
    labels = writer.labels
    relations = writer.relations()
    findings = writer.findings()
    reasons = examination.coverage.uncheckedReasons.sorted { $0.key.rawValue < $1.key.rawValue }
      .map { [$0.key.rawValue.databaseValue, $0.value.databaseValue] }
    let result = examination.result
    notes = examination.notes.enumerated().map { number, note in
      let line = note.range.map { result.position($0.start).line }
      return [number.databaseValue, note.kind.rawValue.databaseValue, line.databaseValue, note.count.databaseValue]
    }
  }
}
