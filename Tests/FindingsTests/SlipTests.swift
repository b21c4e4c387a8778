// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootRules
import Testing

@Suite struct SlipTests {
  private func quantity(_ text: String, scale: Int = 0) -> Quantity {
    Quantity(digits: Decimal(printed: text.utf8) ?? .zero, scale: scale)
  }

  @Test(arguments: [
    ("4613.58", "4163.58", Slip.swappedDigits), ("4613.58", "4613.68", .wrongDigit), ("0.40", "0.00", .wrongDigit),
    ("46613.58", "4613.58", .doubledDigit), ("463.58", "4613.58", .droppedDigit), ("461.358", "4613.58", .movedPoint),
    ("0.07184", "718.4", .scale),
  ])
  func knowsWhatWasMeant(_ printed: String, _ meant: String, _ slip: Slip) throws {
    let value = try #require(Decimal(printed: meant.utf8))
    let found = SlipVariant.behind(quantity(printed)).first { $0.intended.equals(value) }
    #expect(found?.slip == slip)
  }

  @Test func knowsALostSign() {
    let meant = Decimal(-463)
    #expect(SlipVariant.behind(quantity("463")).first { $0.intended.equals(meant) }?.slip == .sign)
  }

  @Test(arguments: ["351", "326.70", "1005.5", "99"])
  func everySlipOfADigitIsRecognised(_ printed: String) throws {
    let stated = quantity(printed)
    let length = String(stated.digits.mantissa).count
    for variant in SlipVariant.behind(stated) {
      let seen = Slip.between(printed: stated.digits, right: variant.intended)
      if variant.slip == .movedPoint || variant.slip == .scale || variant.slip == .sign { continue }
      // A number that lost its first digits to zeros is shorter in print.
      if variant.slip != .doubledDigit, String(variant.intended.mantissa).count < length { continue }
      #expect(seen == variant.slip)
    }
  }

  @Test func valuesAreInBaseUnits() {
    let variants = SlipVariant.behind(quantity("71.84", scale: 8))
    #expect(variants.contains { $0.intended.equals(Decimal(17_84, exponent: 6)) && $0.slip == .swappedDigits })
  }

  @Test func shortNumbersProveLittle() throws {
    func isTelling(_ printed: String, _ meant: String, choices: Int = 1) throws -> Bool {
      let variants = SlipVariant.behind(quantity(printed))
      let value = try #require(Decimal(printed: meant.utf8))
      return try #require(variants.first { $0.intended.equals(value) }).isTelling(among: variants, choices: choices)
    }
    #expect(try isTelling("4613.58", "4163.58"))
    #expect(try !isTelling("4613.58", "4163.58", choices: 5000))
    #expect(try !isTelling("23", "28"))
  }
}
