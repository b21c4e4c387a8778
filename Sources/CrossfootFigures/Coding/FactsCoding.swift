// SPDX-License-Identifier: Apache-2.0

import CrossfootText

/// Facts as bytes: everything that rules may see, nothing left out, so that what is read back is judged as what was
/// written.
extension Facts {
  /// Reads what ``write(to:)`` wrote.
  public init(from reader: inout ByteReader) throws(ByteReader.Damage) {
    self.init()
    labels = try LabelTable(from: &reader)
    figures = try Self.figures(&reader)
    excluded = try Self.excluded(&reader)
    sentences = try Self.sentences(&reader)
    var place = 0
    statements = try reader.list { reader throws(ByteReader.Damage) in
      let statement = try Statement(from: &reader, near: place)
      place = statement.range.lowerBound
      return statement
    }
    let figures = figures
    tables = try reader.list { reader throws(ByteReader.Damage) in try TableModel(from: &reader, figures) }
    marks = try reader.values()
    profile = try reader.value()
    namedAmounts = try reader.values()
    namedRows = try reader.values()
    titledTotals = try reader.values()
    subjects = try reader.values()
    standardTies = try reader.list { reader throws(ByteReader.Damage) in try reader.values() }
    scoreSheets = try reader.values()
  }

  /// Writes the facts.
  public func write(to writer: inout ByteWriter) {
    labels.write(to: &writer)
    var coder = FigureCoder()
    writer.write(figures) { coder.write($1, to: &$0) }
    write(excluded: &writer)
    write(sentences: &writer)
    var place = 0
    writer.write(statements) { writer, statement in
      statement.write(to: &writer, near: place)
      place = statement.range.lowerBound
    }
    writer.write(tables) { $1.write(to: &$0, figures) }
    writer.write(marks)
    writer.write(profile)
    writer.write(namedAmounts)
    writer.write(namedRows)
    writer.write(titledTotals)
    writer.write(subjects)
    writer.write(standardTies) { $0.write($1) }
    writer.write(scoreSheets)
  }

  // MARK: what stands one after another

  private static func figures(_ reader: inout ByteReader) throws(ByteReader.Damage) -> [Figure] {
    var coder = FigureCoder()
    return try reader.list { reader throws(ByteReader.Damage) in try coder.read(&reader) }
  }

  private func write(excluded writer: inout ByteWriter) {
    var end = 0
    writer.write(excluded) { writer, token in
      writer.write(token.range, from: end)
      writer.write(token.reason)
      writer.write(token.value)
      end = token.range.upperBound
    }
  }

  private static func excluded(_ reader: inout ByteReader) throws(ByteReader.Damage) -> [ExcludedToken] {
    var end = 0
    return try reader.list { reader throws(ByteReader.Damage) in
      let range = try reader.range(from: end)
      end = range.upperBound
      return ExcludedToken(range: range, reason: try reader.value(), value: try reader.int())
    }
  }

  private func write(sentences writer: inout ByteWriter) {
    var (end, figure) = (0, 0)
    writer.write(sentences) { writer, sentence in
      writer.write(sentence.range, from: end)
      writer.write(sentence.block)
      writer.write(sentence.figures, from: figure)
      (end, figure) = (sentence.range.upperBound, sentence.figures.upperBound)
    }
  }

  private static func sentences(_ reader: inout ByteReader) throws(ByteReader.Damage) -> [Sentence] {
    var (end, figure) = (0, 0)
    return try reader.list { reader throws(ByteReader.Damage) in
      let sentence = Sentence(
        range: try reader.range(from: end), block: try reader.int(), figures: try reader.range(from: figure))
      (end, figure) = (sentence.range.upperBound, sentence.figures.upperBound)
      return sentence
    }
  }
}

// MARK: the report as a whole

extension ReportKind: ByteCoded {}
extension ReportLevel: ByteCoded {}

extension DocumentProfile: ByteCoded {
  /// Reads a profile.
  public init(from reader: inout ByteReader) throws(ByteReader.Damage) {
    self.init()
    language = try reader.optionalText()
    title = try reader.value()
    kind = try reader.value()
    kindEvidence = try reader.value()
    fiscalYear = try reader.optional()
    fiscalYearEvidence = try reader.value()
    organisation = try reader.value()
    level = try reader.optional()
    levelEvidence = try reader.value()
    moneyScale = try reader.optional()
    moneyScaleEvidence = try reader.value()
  }

  /// Writes the profile.
  public func write(to writer: inout ByteWriter) {
    writer.write(language)
    writer.write(title)
    writer.write(kind)
    writer.write(kindEvidence)
    writer.write(fiscalYear)
    writer.write(fiscalYearEvidence)
    writer.write(organisation)
    writer.write(level)
    writer.write(levelEvidence)
    writer.write(moneyScale)
    writer.write(moneyScaleEvidence)
  }
}
