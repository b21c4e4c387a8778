// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings
import CrossfootRules
import CrossfootText

extension Sentences {
  func fingerprint(_ digits: String) -> String { say("指纹 ", "fingerprint ") + digits }

  /// Heads the readings of a relation.
  func tried(_ readings: Int, of rule: String) -> String {
    if readings == 1 { return say("\(rule) 只有一种读法：", "\(rule) has one reading:") }
    return say("\(rule) 试过 \(readings) 种读法，全部不符才报告：", "\(rule) tried \(readings) readings, and all must fail:")
  }

  /// Said of a finding that rests on no arithmetic.
  var nothingTried: String { say("此问题由文字本身看出，没有可复算的关系", "it is seen in the text itself; there is nothing to compute") }

  /// `71.84 ÷ (339.16 + 71.84) = 17.48%, stated 21.2% — does not agree (rate 21.2% at 106:21, …)`.
  func worked(_ reading: WorkedReading) -> String {
    let places = reading.figures.prefix(Self.mostPlaces).map { figure in
      "\(caption(figure, in: reading.kind))@\(figure.start.line):\(figure.start.column)"
    }
    let shown = list(places + (reading.figures.count > Self.mostPlaces ? ["…"] : []))
    let verdict = verdict(reading.verdict)
    guard let arithmetic = reading.arithmetic, arithmetic.isComputed else {
      return shown.isEmpty ? verdict : "\(shown) — \(verdict)"
    }
    return "\(explanation(arithmetic)) — \(verdict)" + (shown.isEmpty ? "" : say("（\(shown)）", " (\(shown))"))
  }

  /// Figures whose places are listed for one reading.
  private static let mostPlaces = 8

  /// Outcome of a reading, in words.
  func verdict(_ verdict: Verdict) -> String {
    switch verdict {
    case .holds: say("相符", "agrees")
    case .rounding: say("在四舍五入范围内相符", "agrees within rounding")
    case .lastDigit: say("末位相差一", "one unit of the last digit apart")
    case .convention: say("合于本报告的书写习惯", "agrees by a habit of this report")
    case .contradicted: say("不符", "does not agree")
    case .notCheckable(let reason): say("无法核对：", "cannot be checked: ") + self.reason(reason)
    }
  }

  /// Heads the relations that hold around the figures of a finding.
  var surroundingsTitle: String { say("这些数字的其他关系：", "what else holds around these figures:") }

  /// A figure of the finding, and whether anything else is known of it.
  func surrounding(_ surrounding: FindingExplanation.Surrounding) -> String {
    let figure = surrounding.figure
    let label = figure.label.isEmpty ? "" : quoted(shortened(figure.label, to: 32)) + " "
    let place = "\(figure.start.line):\(figure.start.column) \(label)\(figure.text)"
    if surrounding.holding.isEmpty { return place + say("：没有其他相符的关系", ": nothing else") }
    let number = surrounding.holding.count
    return place + say("：\(number) 条关系相符", ": \(plural(number, "relation")) agreeing")
  }

  func moreRelations(_ number: Int) -> String { say("另有 \(number) 条", "\(number) more") }
}
