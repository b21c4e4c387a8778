// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings
import CrossfootRules
import CrossfootText

extension Sentences {
  /// Something a stage could not do as usual.
  public func note(_ note: Note) -> String {
    let times = note.count > 1 ? say("（\(note.count) 处）", " (\(note.count) places)") : ""
    return noteKind(note.kind) + times
  }

  private func noteKind(_ kind: Note.Kind) -> String {
    switch kind {
    case .invalidBytes: say("字节不符合文件编码，已替换为 U+FFFD", "bytes invalid in the file's encoding were replaced by U+FFFD")
    case .emptyInput: say("报告没有文字", "the report holds no text")
    case .longLine: say("有一行过长，可能不是排版后的文本", "a line is longer than any page would print")
    case .unclosedMarkup: say("标记没有闭合，按文字处理", "markup is not closed and was read as text")
    case .matchLimit: say("匹配超出限度，此处未读取", "a pattern reached its match limit; this place was not read")
    case .noLanguagePack: say("没有适用的语言包，只核对表格", "no language pack fits the text; only tables are checked")
    case .tooLarge: say("表格或列表过大，超出部分未核对", "a table or list is too large; the rest of it was not checked")
    case .gaveUp: say("组合过多，部分关系未核对", "too many combinations; some relations were not checked")
    }
  }

  /// Why a figure or a relation stays unchecked.
  public func reason(_ reason: Reason) -> String {
    switch reason {
    case .noPartner: say("没有可勾稽的数字", "no figure to compare with")
    case .openList: say("列举不完整", "open list")
    case .ambiguousSubject: say("所指不明确", "ambiguous subject")
    case .unreadableHeader: say("表头无法识别", "unreadable header")
    case .ambiguousAlignment: say("列对齐不明确", "ambiguous alignment")
    case .approximate: say("约数", "approximate")
    case .zeroBase: say("基数为零", "zero base")
    case .missingOperand: say("缺少运算数", "missing operand")
    case .overflow: say("数值过大", "overflow")
    case .gaveUp: say("组合过多，未核对", "too many combinations")
    case .realGrowth: say("可比口径增长，无法复算", "real growth, not computable")
    case .damagedCell: say("单元格残缺", "damaged cell")
    case .noLanguagePack: say("没有适用的语言包", "no language pack")
    }
  }

  /// The state of a figure after checking.
  public func state(_ state: FigureState) -> String {
    switch state {
    case .ticked: say("相符", "ticked")
    case .contradicted: say("矛盾", "contradicted")
    case .bounded: say("仅核上下限", "bounded")
    case .unchecked: say("未核对", "unchecked")
    }
  }

  /// How much was checked: one line. The time is left out where nil.
  public func coverage(_ coverage: Coverage, elapsed: Duration?) -> String {
    let states = phrases([
      say("相符 \(coverage.ticked)", "\(coverage.ticked) ticked"),
      say("矛盾 \(coverage.contradicted)", "\(coverage.contradicted) contradicted"),
      say("仅核上下限 \(coverage.bounded)", "\(coverage.bounded) bounded"),
      say("未核对 \(coverage.unchecked)", "\(coverage.unchecked) unchecked"),
    ])
    var parts = [count(coverage.figures, "个数字", "figure") + say("：", ": ") + states]
    parts.append(count(coverage.relations, "条勾稽关系", "relation"))
    if let elapsed { parts.append(say("用时 \(seconds(elapsed)) 秒", "\(seconds(elapsed)) s")) }
    return parts.joined(separator: say("；", "; "))
  }

  /// How many findings there are, and how to see those that are not shown.
  public func tally(_ tally: Tally) -> String {
    var parts = [
      phrases([count(tally.errors, "个错误", "error"), count(tally.warnings, "个警告", "warning")])
        + say("（\(tally.reports) 份报告）", " in \(plural(tally.reports, "report"))")
    ]
    if tally.hiddenNotes > 0 {
      parts.append(
        say("\(tally.hiddenNotes) 条提示未显示（--show note）", "\(plural(tally.hiddenNotes, "note")) not shown (--show note)"))
    }
    if tally.accepted > 0 {
      let accepted = tally.accepted
      parts.append(
        say("\(accepted) 条此前已知，未列出（--show baselined）", "\(accepted) known before, not shown (--show baselined)"))
    }
    return parts.joined(separator: say("；", "; "))
  }

  /// How many relations hold within rounding only.
  public func rounding(_ number: Int) -> String {
    say("\(number) 条关系只在四舍五入范围内相符（尾差）", "\(plural(number, "relation")) within rounding only")
  }

  /// Figures that a finding cites and that are not drawn.
  func morePlaces(_ number: Int) -> String { say("另有 \(number) 处", "\(plural(number, "more place"))") }

  /// The page a place stands on.
  func page(_ number: Int) -> String { say("第\(number)页", "page \(number)") }

  /// Seconds with two decimals.
  private func seconds(_ duration: Duration) -> String {
    let parts = duration.components
    let hundredths = max(0, parts.attoseconds / 10_000_000_000_000_000)
    return "\(max(0, parts.seconds)).\(hundredths < 10 ? "0" : "")\(hundredths)"
  }
}
