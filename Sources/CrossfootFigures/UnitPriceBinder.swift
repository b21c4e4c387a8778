// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootText

/// Finds amounts that a sentence prints by piece and in all: `培训N人，人均补贴P元，合计A元`, `采购N台，单价P元，总价A元`. The sentence may
/// hold no other amount and no change, and must call the whole a total: what else is paid a head is paid of other heads
/// too often.
struct UnitPriceBinder {
  let figures: [Figure]
  let passage: Passage

  /// Sentences longer than this hold other things.
  private static let longest = 48

  func bind() -> [Statement] {
    let letters = passage.letters
    var found: [Statement] = []
    var at = 0
    while let mean = letters[at...].firstIndex(of: WordClass.mean.rawValue) {
      let start = passage.sentenceStart(mean)
      let end = letters[mean...].firstIndex { $0 == Letter.stop || $0 == Letter.semicolon } ?? letters.count
      if let statement = bind(mean, in: start..<end) { found.append(statement) }
      at = max(end, mean + 1)
    }
    return found
  }

  private func bind(_ mean: Int, in sentence: Range<Int>) -> Statement? {
    guard sentence.count <= Self.longest, sentence.allSatisfy({ !Self.others.contains(passage.letters[$0]) }),
      sentence.count(where: { passage.letters[$0] == WordClass.mean.rawValue }) == 1,
      let price = sentence.first(where: { $0 > mean && passage.letters[$0] == Letter.amount }), names(price, mean)
    else { return nil }
    let amounts = sentence.filter { passage.letters[$0] == Letter.amount && $0 != price }
    let money = amounts.filter { dimension($0) == .money }
    let counts = amounts.filter { dimension($0) == .count || dimension($0) == .measure }
    guard money.count == 1, counts.count == 1, amounts.count == 2, dimension(price) == .money,
      (amounts + [price]).allSatisfy(isPlain),
      isTotal(money[0], of: price), isPriced(counts[0], mean), !holdsNorm(sentence)
    else { return nil }
    let range =
      passage.tokens[sentence.lowerBound].range.lowerBound..<passage.tokens[sentence.upperBound - 1].range.upperBound
    var statement = Statement(shape: .unitPrice, range: range, subject: passage.labelRange(money[0]))
    statement.amount = Candidates(passage.tokens[money[0]].figure)
    statement.base = Candidates(passage.tokens[counts[0]].figure)
    statement.rate = Candidates(passage.tokens[price].figure)
    return statement
  }

  private func isPlain(_ token: Int) -> Bool {
    let figure = figures[passage.tokens[token].figure]
    return passage.isMainAmount(token) && figure.readable && figure.quantity.qualifier == .exact
  }

  /// Letters of which a passage with such a sentence holds one.
  static let needed = Letters([WordClass.mean.rawValue])

  /// Changes, rates and lists: what a sentence with any of them says of its amounts is another matter.
  private static let others: [UInt8] = [
    WordClass.up.rawValue, WordClass.down.rawValue, WordClass.changeTo.rawValue, WordClass.compare.rawValue,
    WordClass.listOpener.rawValue,
    WordClass.share.rawValue, WordClass.plus.rawValue, WordClass.minus.rawValue, WordClass.andSoOn.rawValue,
    Letter.percent, Letter.points,
    Letter.multiple, Letter.open,
  ]

  private func dimension(_ token: Int) -> Dimension { figures[passage.tokens[token].figure].quantity.unit.dimension }

  /// Whether only a short name stands between the word for a mean and its amount.
  private func names(_ price: Int, _ mean: Int) -> Bool {
    price == mean + 1 || price == mean + 2 && passage.letters[mean + 1] == Letter.label
  }

  /// Whether an amount is called the total of what is paid by piece: by a word right before it, or before the name of
  /// the price (人均补贴P，合计补贴A).
  private func isTotal(_ token: Int, of price: Int) -> Bool {
    guard token > 1 else { return false }
    if passage.letters[token - 1] == WordClass.total.rawValue { return true }
    guard passage.letters[token - 1] == Letter.label else { return false }
    let label = passage.bytes[passage.tokens[token - 1].range]
    if passage.letters[token - 2] == WordClass.total.rawValue, passage.letters[price - 1] == Letter.label {
      return label.elementsEqual(passage.bytes[passage.tokens[price - 1].range])
    }
    return passage.lexicon.pack.prices.totals.contains { label.elementsEqual($0.utf8) }
  }

  /// Whether what is counted is what the mean is by: persons by head, things by piece.
  private func isPriced(_ count: Int, _ mean: Int) -> Bool {
    let unit = Int(figures[passage.tokens[count].figure].quantity.unit.name) - 1
    let units = passage.lexicon.pack.units
    guard units.indices.contains(unit) else { return false }
    let word = passage.bytes[passage.tokens[mean].range]
    return passage.lexicon.pack.prices.units.contains { price in
      word.elementsEqual(price.word.utf8)
        && (price.units.isEmpty
          ? !passage.lexicon.pack.eventUnits.contains(units[unit].text) : price.units.contains(units[unit].text))
    }
  }

  /// Whether a word says that the amount a head is a norm, or one of some time.
  private func holdsNorm(_ sentence: Range<Int>) -> Bool {
    passage.lexicon.priceNorms.occurs(
      in: passage.bytes,
      passage.tokens[sentence.lowerBound].range.lowerBound..<passage.tokens[sentence.upperBound - 1].range.upperBound)
  }
}
