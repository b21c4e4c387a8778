// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings
import CrossfootRules

extension Sentences {
  /// The message of a finding: one phrase with every number it rests on, without place, rule and severity.
  public func message(_ finding: Finding) -> String {
    let label = shortened(finding.primary.label, to: 32)
    let phrase = phrase(finding)
    return label.isEmpty || phrase.hasPrefix(label) ? phrase : label + say("：", ": ") + phrase
  }

  /// The label at a figure in a snippet. It carries the value, so that a caret drawn one cell off does no harm.
  public func caption(_ figure: CitedFigure, of finding: Finding) -> String {
    let isHere = figure.range == finding.primary.range
    let noun =
      switch finding.kind {
      case .tieOut: isHere ? say("此处", "here") : say("另处", "elsewhere")
      default: role(figure.role, in: finding.kind)
      }
    return "\(noun) \(figure.text)"
  }

  /// A figure with what it is in a relation of a kind.
  func caption(_ figure: CitedFigure, in kind: RelationKind) -> String {
    "\(role(figure.role, in: kind)) \(figure.text)"
  }

  /// The relations of a finding worked out: what the figures give, and what is stated. Left out where the message says
  /// it all.
  public func explanations(_ finding: Finding) -> [String] {
    if finding.kind == .deductedWithoutDeviation { return [] }
    return finding.arithmetic.filter(\.isComputed).map(explanation)
  }

  /// Of the explanations those that the message does not give already.
  func furtherExplanations(_ finding: Finding) -> [String] {
    if finding.kind == .deductedWithoutDeviation { return [] }
    let message = message(finding)
    return finding.arithmetic.filter { $0.isComputed && !message.contains($0.expression) }.map(explanation)
  }

  /// A computation with what it comes to and what is stated. A long sum keeps its first and last terms.
  func explanation(_ arithmetic: Arithmetic) -> String {
    let stated = arithmetic.stated
    if arithmetic.isCondition {
      let expression = arithmetic.expression
      return say(
        "\(expression)，应为 \(arithmetic.result)，所列 \(stated)",
        "\(expression), so it should be \(arithmetic.result); stated \(stated)")
    }
    var short = arithmetic
    short.expression = abridged(arithmetic.expression)
    let sum = equation(short)
    if arithmetic.isBound { return say("上限 \(sum)，所列 \(stated)", "at most \(sum), stated \(stated)") }
    return say("\(sum)，所列 \(stated)", "\(sum), stated \(stated)")
  }

  /// What the figure should show and the likely cause; nil where neither is known.
  public func help(_ finding: Finding) -> String? {
    let cause = finding.cause.map(cause)
    guard let expected = finding.expected else { return cause }
    let should = say("若其他数字无误，此处应为 \(expected)", "if the other figures are right, this should read \(expected)")
    guard let cause else { return should }
    return should + say("；", "; ") + cause
  }

  /// `71.84 ÷ (339.16 + 71.84) = 17.48%`; the result alone where there is nothing to compute.
  public func equation(_ arithmetic: Arithmetic) -> String {
    if !arithmetic.isComputed { return arithmetic.result.isEmpty ? arithmetic.expression : arithmetic.result }
    return arithmetic.expression + (arithmetic.isCondition ? " ⇒ " : " = ") + arithmetic.result
  }
}

extension Arithmetic {
  /// Whether there is a computation: a figure that is merely repeated elsewhere has none, and a list of ordinals no
  /// result.
  var isComputed: Bool { !expression.isEmpty && !result.isEmpty && expression != result }

  /// Whether the expression is a condition (`98 ≥ 95`) from which the result follows.
  var isCondition: Bool { expression.unicodeScalars.contains { "≥≤<>=".unicodeScalars.contains($0) } }
}

extension Sentences {
  private func phrase(_ finding: Finding) -> String {
    switch finding.kind {
    case .footing, .crossFooting, .executionRate, .changeAmount, .changeRate, .share, .listTotal, .weightTotal,
      .scoreProduct, .scoreRate, .scoreTotal, .scoreFull, .balance, .bound, .multiple, .unitPrice:
      computed(finding) ?? mismatch(finding)
    case .tieOut: tieOut(finding)
    case .shareTotal: shareTotal(finding)
    case .grade: grade(finding)
    case .targetMetDeducted: say("目标已完成却扣分：", "target met, yet points deducted: ") + scores(finding)
    case .targetMissedFull: say("目标未完成却得满分：", "target missed, yet full score: ") + scores(finding)
    case .deductedWithoutDeviation: deduction(finding)
    case .spreadsheetError: formulaError(finding)
    case .emptyTable:
      say(
        "注明为空表或无此项，表中却列有 \(finding.primary.text)", "\(finding.primary.text) stands in a table that is said to be empty")
    case .count: number(finding)
    case .sequence: say("序号不连续：", "the numbering has a gap: ") + list(inTextOrder(finding))
    case .direction: say("增减说法与数字不符：", "the wording of the change contradicts the figures: ") + cited(finding)
    case .leftover: say("遗留未填写的内容 ", "left-over placeholder ") + finding.primary.text
    case .blank: say("此处漏写了内容：", "something was left out here: ") + quoted(finding.primary.text)
    case .date: say("没有这一天：", "no calendar has this date: ") + finding.primary.text
    case .period:
      say("起止年份与旁边写的年度、年数不符：", "the years do not fit what stands beside them: ") + quoted(finding.primary.text)
    case .otherYear: say("年度与其余各表标题不同：", "another year than the other titles: ") + quoted(finding.primary.text)
    case .impossible: impossible(finding)
    case .negative: say("减少、下降之后写了负数 ", "a negative number follows a word for a fall: ") + finding.primary.text
    }
  }

  /// A figure against what others give. With the primary figure among the operands, both sides are printed, and nobody
  /// is accused.
  private func computed(_ finding: Finding) -> String? {
    guard let first = finding.arithmetic.first, !first.result.isEmpty else { return nil }
    let noun = role(finding.primary.role, in: finding.kind)
    if first.isBound {
      return say("\(first.stated) 超过 \(equation(first))", "\(first.stated) exceeds \(equation(first))")
    }
    // Two totals that should be one: neither follows from the other.
    if !first.isComputed, first.expression == first.result, finding.figures.count == 2 {
      return say(
        "\(first.result) 与 \(first.stated) 应当相等", "\(first.result) and \(first.stated) should be equal")
    }
    if first.stated == finding.primary.text {
      return say("\(noun) \(first.stated)，", "\(noun) \(first.stated), but ") + outcome(first, finding)
    }
    let relation = outcome(first, finding) + say("，而所列为 \(first.stated)", ", but \(first.stated) is stated")
    guard let expected = finding.expected else { return relation }
    let text = finding.primary.text
    return relation + say("；\(noun) \(text) 若为 \(expected) 则相符", "; they agree if \(noun) \(text) reads \(expected)")
  }

  /// What the expression comes to; where it is too long for a headline, how many figures it has.
  private func outcome(_ arithmetic: Arithmetic, _ finding: Finding) -> String {
    let result = arithmetic.result
    // Where no figure is known to be the wrong one, a sum that differs may lack a term as well.
    let isOpen = finding.expected == nil && finding.cause == nil && finding.kind == .listTotal
    let verb = isOpen ? "为" : "应为"
    if DisplayWidth.of(arithmetic.expression) <= 64 {
      return say("按 \(arithmetic.expression) \(verb) \(result)", "\(arithmetic.expression) gives \(result)")
    }
    let parts = finding.figures.count { $0.role == .part }
    if parts > 0 { return say("按 \(parts) 个分项\(verb) \(result)", "the \(parts) parts give \(result)") }
    let others = finding.figures.count - 1
    return say("按其余 \(others) 个数字应为 \(result)", "the other \(others) figures give \(result)")
  }

  private func tieOut(_ finding: Finding) -> String {
    var others: [String] = []
    for figure in finding.figures where figure.text != finding.primary.text && !others.contains(figure.text) {
      others.append(figure.text)
    }
    let shown = list(others.prefix(4) + (others.count > 4 ? ["…"] : []))
    return say("此处为 \(finding.primary.text)，另处为 \(shown)", "\(finding.primary.text) here, \(shown) elsewhere")
  }

  private func shareTotal(_ finding: Finding) -> String {
    guard let first = finding.arithmetic.first, !first.result.isEmpty else { return mismatch(finding) }
    return say(
      "各占比之和 \(equation(first))，不是 \(first.stated)", "the shares come to \(equation(first)), not \(first.stated)")
  }

  private func grade(_ finding: Finding) -> String {
    guard let score = finding.figures.first(where: { $0.role != .mark }) else { return mismatch(finding) }
    let mark = finding.figures.first { $0.role == .mark }.map { quoted($0.text) }
    let noun = role(score.role, in: .scoreTotal)
    return say(
      "\(noun) \(score.text) 与\(mark.map { "等级" + $0 } ?? "所评等级")不符",
      "\(noun) \(score.text) does not go with the grade" + (mark.map { " " + $0 } ?? " given"))
  }

  private func deduction(_ finding: Finding) -> String {
    let mark = finding.figures.first { $0.role == .mark }.map { quoted($0.text) } ?? say("“无偏差”", "no deviation")
    return say("已扣分，偏差一栏却写\(mark)：", "points deducted, yet the deviation column says \(mark): ") + scores(finding)
  }

  private func impossible(_ finding: Finding) -> String {
    guard let delta = finding.figures.first(where: { $0.role == .delta }),
      let amount = finding.figures.first(where: { $0.role == .amount })
    else { return say("下降 \(finding.primary.text)，超过全部", "a fall of \(finding.primary.text) is more than the whole") }
    return say(
      "增加额 \(delta.text) 大于本期数 \(amount.text)，上期数成了负数",
      "the increase of \(delta.text) exceeds the amount \(amount.text), which makes the earlier figure negative")
  }

  private func formulaError(_ finding: Finding) -> String {
    let error = say("公式出错 ", "broken formula ") + finding.primary.text
    guard let first = finding.arithmetic.first, !first.result.isEmpty else { return error }
    return error + say("，", "; ") + outcome(first, finding)
  }

  private func number(_ finding: Finding) -> String {
    guard let first = finding.arithmetic.first, !first.result.isEmpty else { return mismatch(finding) }
    return say("写明 \(first.stated)，实际列出 \(first.result)", "\(first.stated) stated, \(first.result) listed")
  }

  /// The figures of a scored indicator in the order a reader expects.
  private func scores(_ finding: Finding) -> String {
    let order: [Role] = [.target, .achieved, .rate, .weight, .score]
    let figures = order.compactMap { role in finding.figures.first { $0.role == role } }
    return phrases(figures.map { caption($0, of: finding) })
  }

  private func cited(_ finding: Finding) -> String {
    phrases(finding.figures.prefix(6).map { caption($0, of: finding) })
  }

  private func mismatch(_ finding: Finding) -> String {
    if finding.figures.count < 2 {
      return cited(finding) + say(" 与其他数字不符", " does not agree with the other figures")
    }
    return cited(finding) + say("，互相不符", " do not agree")
  }

  private func inTextOrder(_ finding: Finding) -> [String] {
    finding.figures.sorted { $0.range < $1.range }.prefix(12).map(\.text)
  }

  /// A sum of very many terms with `…` for those in the middle.
  private func abridged(_ expression: String) -> String {
    if DisplayWidth.of(expression) <= Self.longestExpression { return expression }
    let terms = expression.split(separator: " + ", omittingEmptySubsequences: false)
    if terms.count <= 10 { return shortened(expression, to: Self.longestExpression) }
    return shortened((terms.prefix(6) + ["…"] + terms.suffix(3)).joined(separator: " + "), to: Self.longestExpression)
  }

  /// Cells that an expression may take in an explanation.
  private static let longestExpression = 200

  /// Cuts text to a number of terminal cells, with `…` in place of what is lost.
  func shortened(_ text: String, to limit: Int) -> String {
    if DisplayWidth.of(text) <= limit { return text }
    var kept = String.UnicodeScalarView()
    var width = 1
    for scalar in text.unicodeScalars {
      width += DisplayWidth.of(scalar)
      if width > limit { break }
      kept.append(scalar)
    }
    return String(kept) + "…"
  }
}
