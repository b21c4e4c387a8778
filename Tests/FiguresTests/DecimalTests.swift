// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import Testing

/// A number as tests write it: a minus sign, digits, separators, a point.
private func decimal(_ text: String) -> Decimal {
  var number = Decimal(printed: text.utf8) ?? Decimal(-1, exponent: 99)
  if text.hasPrefix("-") { number.mantissa = -number.mantissa }
  return number
}

@Suite struct DecimalTests {
  @Test(arguments: [
    ("0", "0"), ("326.70", "326.70"), ("-0.05", "-0.05"), ("1,234.5", "1234.5"), ("00.10", "0.10"),
  ])
  func keepsPrintedDigits(_ text: String, _ printed: String) {
    #expect(decimal(text).plain() == printed)
  }

  @Test(arguments: ["", "-", ".", "1.2.3", "元", String(repeating: "9", count: 40)])
  func refusesWhatIsNoNumber(_ text: String) {
    #expect(Decimal(printed: text.utf8) == nil)
  }

  @Test(arguments: [
    ("1234567.89", "1,234,567.89"), ("-1000", "-1,000"), ("999", "999"), ("0.1234", "0.1234"), ("123456", "123,456"),
  ])
  func groupsThousands(_ text: String, _ grouped: String) {
    #expect(decimal(text).plain(grouped: true) == grouped)
  }

  @Test func printsWithoutExponent() {
    #expect(Decimal(12, exponent: 4).plain() == "120000")
    #expect(Decimal(0, exponent: 4).plain() == "0")
    #expect(Decimal(0, exponent: -2).plain() == "0.00")
  }

  @Test(arguments: [
    ("0.1", "0.2", "0.3", "-0.1", "0.02"), ("8733", "6725.48", "15458.48", "2007.52", "58733616.84"),
    ("-463", "463", "0", "-926", "-214369"),
  ])
  func computesExactly(_ a: String, _ b: String, _ sum: String, _ difference: String, _ product: String) {
    #expect(decimal(a).adding(decimal(b))?.plain() == sum)
    #expect(decimal(a).subtracting(decimal(b))?.plain() == difference)
    #expect(decimal(a).multiplied(by: decimal(b))?.equals(decimal(product)) == true)
  }

  @Test func reportsOverflow() {
    let huge = Decimal(.max)
    #expect(huge.adding(Decimal(1)) == nil)
    #expect(huge.multiplied(by: Decimal(10)) == nil)
    #expect(huge.multiplied(by: 2) == nil)
    #expect(Decimal(.min).negated == nil)
    #expect(Decimal(.min).magnitude == nil)
    #expect(Decimal(1, exponent: 30).adding(Decimal(1, exponent: -30)) == nil)
    #expect(Decimal(1, exponent: .max).scaled(by: 1) == nil)
    #expect(Decimal(1, exponent: .min).adding(Decimal(1, exponent: .max)) == nil)
    #expect(Decimal.quotient(Decimal(.min), Decimal(-1), to: 0) == nil)
    #expect(Decimal.quotient(Decimal(1), .zero, to: 0) == nil)
  }

  @Test func comparesNumbersOfAnySize() {
    #expect(Decimal(1, exponent: 40).order(Decimal(.max)) == 1)
    #expect(Decimal(-1, exponent: 40).order(Decimal(.max)) == -1)
    #expect(Decimal(.max).order(Decimal(1, exponent: 40)) == -1)
    #expect(decimal("326.70").equals(decimal("326.7")))
    #expect(decimal("326.70") != decimal("326.7"))
    #expect(decimal("326.70").trimmed == decimal("326.7").trimmed)
    #expect(Decimal(0, exponent: 5).order(Decimal(0, exponent: -5)) == 0)
    #expect(decimal("-0.1").order(.zero) == -1)
  }

  @Test(arguments: [
    ("17.479", -2, "17.48"), ("17.475", -2, "17.48"), ("-17.475", -2, "-17.48"), ("17.4", -2, "17.40"),
    ("0.5", 0, "1"), ("0.49", 0, "0"), ("1234", 2, "1200"),
  ])
  func roundsHalvesAwayFromZero(_ text: String, _ place: Int, _ rounded: String) {
    #expect(decimal(text).rounded(to: place)?.plain() == rounded)
  }

  @Test(arguments: [
    ("71.84", "4.11", -2, "17.47", "17.48", "17.48"), ("-1", "3", -3, "-0.334", "-0.333", "-0.333"),
    ("1", "1000000", -2, "0.00", "0.01", "0.00"), ("10", "4", -1, "2.5", "2.5", "2.5"),
  ])
  func dividesToAPlace(_ a: String, _ b: String, _ place: Int, _ down: String, _ up: String, _ nearest: String) {
    #expect(Decimal.quotient(decimal(a), decimal(b), to: place, .down)?.plain() == down)
    #expect(Decimal.quotient(decimal(a), decimal(b), to: place, .up)?.plain() == up)
    #expect(Decimal.quotient(decimal(a), decimal(b), to: place)?.plain() == nearest)
  }
}

@Suite struct IntervalTests {
  private func interval(_ lower: String, _ upper: String) -> Interval { Interval(decimal(lower), decimal(upper)) }

  @Test func boundsEveryResult() throws {
    let a = interval("-1", "2")
    let b = interval("3", "4")
    #expect(a.adding(b) == interval("2", "6"))
    #expect(a.subtracting(b) == interval("-5", "-1"))
    #expect(a.multiplied(by: b) == interval("-4", "8"))
    #expect(a.multiplied(by: Decimal(-2)) == interval("-4", "2"))
    #expect(b.divided(by: a, to: -2) == nil)
    #expect(a.divided(by: b, to: -1) == interval("-0.4", "0.7"))
    #expect(a.containsZero && !b.containsZero)
    #expect(a.overlaps(interval("2", "9")) && !a.overlaps(b))
    #expect(b.contains(decimal("4.0")) && !b.contains(decimal("4.1")))
    #expect(b.width?.plain() == "1")
  }
}

@Suite struct QuantityIntervalTests {
  private func range(_ text: String, scale: Int = 0, _ qualifier: Qualifier = .exact) -> [String] {
    let quantity = Quantity(digits: decimal(text), scale: scale, unit: Unit(.money), qualifier: qualifier)
    guard let interval = quantity.interval else { return [] }
    return [interval.lower.trimmed.plain(), interval.upper.trimmed.plain()]
  }

  @Test func coversHalfAUnitOfTheLastDigit() {
    #expect(range("326.70") == ["326.695", "326.705"])
    #expect(range("326.7") == ["326.65", "326.75"])
    #expect(range("17192", scale: 4) == ["171915000", "171925000"])
    #expect(range("-463") == ["-463.5", "-462.5"])
  }

  @Test func takesAPrintedZeroAsNothing() {
    #expect(range("0.00") == ["0", "0"])
  }

  @Test func readsApproximationsByTheirWord() {
    #expect(range("300", .above) == ["300", "400"])
    #expect(range("9", .below) == ["8", "9"])
    #expect(range("80", .about) == ["70", "90"])
    #expect(range("1.50", scale: 8, .about) == ["140000000", "160000000"])
  }

  @Test func knowsPlainCounts() {
    func isPlain(_ text: String, scale: Int = 0, _ qualifier: Qualifier = .exact, _ unit: Dimension = .count) -> Bool {
      Quantity(digits: decimal(text), scale: scale, unit: Unit(unit), qualifier: qualifier).isPlainCount
    }
    #expect(isPlain("12"))
    #expect(!isPlain("1.2"))
    #expect(!isPlain("12", scale: 4))
    #expect(!isPlain("12", .about))
    #expect(!isPlain("12", .exact, .money))
  }

  @Test func survivesAbsurdExponents() {
    let quantity = Quantity(digits: Decimal(.max, exponent: .max), scale: .max)
    #expect(quantity.interval == nil)
  }
}
