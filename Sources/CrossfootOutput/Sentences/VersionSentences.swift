// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings
import CrossfootText

extension Sentences {
  /// Heads the findings that are gone; nil for none.
  func fixedFindings(_ number: Int) -> String? {
    number == 0 ? nil : say("已消除 \(number) 条：", "\(plural(number, "finding")) gone:")
  }

  /// Heads the figures that changed; nil if none did.
  func changedFigures(_ number: Int, added: Int, removed: Int) -> String? {
    if number + added + removed == 0 { return nil }
    var parts = [say("改动的数字 \(number) 个", "\(plural(number, "figure")) changed")]
    if added > 0 { parts.append(say("新增 \(added) 个", "\(added) added")) }
    if removed > 0 { parts.append(say("删除 \(removed) 个", "\(removed) removed")) }
    return phrases(parts) + say("：", ":")
  }

  /// Heads the figures that were left behind; nil for none.
  func staleFigures(_ number: Int) -> String? {
    number == 0
      ? nil : say("漏改的数字 \(number) 个：", "\(plural(number, "figure")) left behind:")
  }

  /// `12:3 → 14:3  本年支出 1,234.5 → 1,334.5`.
  func change(_ change: FigureChange) -> String {
    let (old, new) = (change.old.start, change.new.start)
    let place = "\(old.line):\(old.column) → \(new.line):\(new.column)"
    return "\(place)  \(named(change.new))\(change.old.text) → \(change.new.text)"
  }

  /// A figure that still shows an old value, and where that was changed.
  func stale(_ stale: StaleFigure) -> String {
    let start = stale.figure.start
    let places = stale.changes.prefix(4).map { say("第 \($0.new.start.line) 行", "line \($0.new.start.line)") }
    let shown = list(places + (stale.changes.count > 4 ? ["…"] : []))
    let (text, new) = (stale.figure.text, stale.changes.first?.new.text ?? "")
    return "\(start.line):\(start.column)  \(named(stale.figure))"
      + say("此处仍为 \(text)，\(shown)已改为 \(new)", "\(text) here still, but \(new) at \(shown)")
  }

  /// How many findings are new, gone and still there.
  func versions(_ totals: VersionTotals) -> String {
    let findings = phrases([
      say("新出现 \(totals.new) 条", "\(totals.new) new"), say("已消除 \(totals.fixed) 条", "\(totals.fixed) gone"),
      say("仍存在 \(totals.persisting) 条（--show baselined）", "\(totals.persisting) still there (--show baselined)"),
    ])
    let figures = phrases([
      say("改动数字 \(totals.changed) 个", "\(plural(totals.changed, "figure")) changed"),
      say("漏改 \(totals.stale) 个", "\(totals.stale) left behind"),
    ])
    return findings + say("；", "; ") + figures
  }

  /// Said of a report that is gone.
  public func deleted(_ path: String) -> String { say("\(path)：报告已删除", "\(path): the report is gone") }

  private func named(_ figure: CitedFigure) -> String {
    let label = shortened(figure.label, to: 32)
    return label.isEmpty ? "" : label + say("：", ": ")
  }
}
