// SPDX-License-Identifier: Apache-2.0

import CrossfootText

extension Statement.Shape: ByteCoded {}
extension Direction: ByteCoded {}
extension ListClosure: ByteCoded {}
extension ListForm: ByteCoded {}

extension Statement {
  /// Reads a statement.
  /// - Parameter place: where the last one begins.
  init(from reader: inout ByteReader, near place: Int) throws(ByteReader.Damage) {
    let shape = try reader.value(Shape.self)
    let range = try reader.range(from: place)
    self.init(shape: shape, range: range, subject: try reader.range(from: range.lowerBound))
    var flags = try reader.flags()
    isGuess = flags.next()
    isOfTotals = flags.next()
    isCompared = flags.next()
    maySink = flags.next()
    isRightBehind = flags.next()
    isBasePremise = flags.next()
    isOpen = flags.next()
    isRealGrowth = flags.next()
    if flags.next() { aspects = try reader.value() }
    if flags.next() { try readRare(&reader) }
    amount = try reader.value()
    base = try reader.value()
    delta = try reader.value()
    rate = try reader.value()
    direction = try reader.value()
    rateBase = try reader.value()
    lists = try reader.values()
    periods = try reader.int()
  }

  /// Writes the statement.
  /// - Parameter place: where the last one begins.
  func write(to writer: inout ByteWriter, near place: Int) {
    let isPlain = aspects == Aspects()
    writer.write(shape)
    writer.write(range, from: place)
    writer.write(subject, from: range.lowerBound)
    writer.write(
      flags: isGuess, isOfTotals, isCompared, maySink, isRightBehind, isBasePremise, isOpen, isRealGrowth, !isPlain,
      hasRare)
    if !isPlain { writer.write(aspects) }
    if hasRare { writeRare(to: &writer) }
    writer.write(amount)
    writer.write(base)
    writer.write(delta)
    writer.write(rate)
    writer.write(direction)
    writer.write(rateBase)
    writer.write(lists)
    writer.write(periods)
  }

  // MARK: what few statements have

  private var hasRare: Bool {
    !otherBases.isEmpty || listForm != nil || !compared.isEmpty || mark != nil || practice != nil
      || comparedWords != 0..<0
      || comparedStage != .unknown || members != nil
  }

  private mutating func readRare(_ reader: inout ByteReader) throws(ByteReader.Damage) {
    otherBases = try reader.value()
    listForm = try reader.optional()
    compared = try reader.steps()
    mark = try reader.optional()
    practice = try reader.optional()
    comparedWords = try reader.value()
    comparedStage = try reader.value()
    if try reader.flag() {
      let range = try reader.value(Range<Int>.self)
      members = range.lowerBound...range.upperBound
    }
  }

  private func writeRare(to writer: inout ByteWriter) {
    writer.write(otherBases)
    writer.write(listForm)
    writer.write(steps: compared)
    writer.write(mark)
    writer.write(practice)
    writer.write(comparedWords)
    writer.write(comparedStage)
    writer.write(members != nil)
    if let members { writer.write(members.lowerBound..<members.upperBound) }
  }
}

extension Candidates: ByteCoded {
  /// Reads the figures.
  public init(from reader: inout ByteReader) throws(ByteReader.Damage) {
    let figures: [FigureID] = try reader.steps()
    self.init(figures)
  }

  /// Writes the figures.
  public func write(to writer: inout ByteWriter) { writer.write(steps: Array(self)) }
}

extension PartList: ByteCoded {
  /// Reads a list.
  public init(from reader: inout ByteReader) throws(ByteReader.Damage) {
    var flags = try reader.flags()
    let (isTight, isLevel, isTentative) = (flags.next(), flags.next(), flags.next())
    let closure = try reader.value(ListClosure.self)
    var last = 0
    let parts = try reader.list { reader throws(ByteReader.Damage) in
      last = last &+ (try reader.int())
      return ListPart(figure: last, sign: try reader.int())
    }
    self.init(parts: parts, closure: closure, isTight: isTight)
    self.isLevel = isLevel
    self.isTentative = isTentative
  }

  /// Writes the list.
  public func write(to writer: inout ByteWriter) {
    writer.write(flags: isTight, isLevel, isTentative)
    writer.write(closure)
    var last = 0
    writer.write(parts) { writer, part in
      writer.write(part.figure &- last)
      writer.write(part.sign)
      last = part.figure
    }
  }
}

extension RateBase: ByteCoded {
  /// Reads a base.
  public init(from reader: inout ByteReader) throws(ByteReader.Damage) {
    switch try reader.byte() {
    case 0: self = .own
    case 1: self = .whole
    case 2: self = .budget(try reader.value())
    default: throw ByteReader.Damage()
    }
  }

  /// Writes the base.
  public func write(to writer: inout ByteWriter) {
    switch self {
    case .own: writer.write(byte: 0)
    case .whole: writer.write(byte: 1)
    case .budget(let stage):
      writer.write(byte: 2)
      writer.write(stage)
    }
  }
}

extension Practice: ByteCoded {
  /// Reads a practice.
  public init(from reader: inout ByteReader) throws(ByteReader.Damage) {
    switch try reader.byte() {
    case 0: self = .planAgainstExecution(isExpense: try reader.flag())
    case 1: self = .sharesOfOne(try reader.int())
    case 2: self = .growthOfBudget
    case 3: self = .budgetOfSentenceBefore
    default: throw ByteReader.Damage()
    }
  }

  /// Writes the practice.
  public func write(to writer: inout ByteWriter) {
    switch self {
    case .planAgainstExecution(let isExpense):
      writer.write(byte: 0)
      writer.write(isExpense)
    case .sharesOfOne(let figure):
      writer.write(byte: 1)
      writer.write(figure)
    case .growthOfBudget: writer.write(byte: 2)
    case .budgetOfSentenceBefore: writer.write(byte: 3)
    }
  }
}
