// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings

extension Sentences {
  /// How grave a finding is.
  public func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: say("错误", "error")
    case .warning: say("警告", "warning")
    case .note: say("提示", "note")
    }
  }

  /// A line that starts with what it is about: `位置：…`, `Place: …`.
  func labelled(_ label: PlainLabel, _ text: String) -> String {
    let word =
      switch label {
      case .place: say("位置", "Place")
      case .message: say("问题", "Problem")
      case .excerpt: say("原文", "Text")
      case .related: say("对照", "Compare")
      case .explanation: say("说明", "Note")
      case .help: say("建议", "Help")
      }
    return word + say("：", ": ") + text
  }

  /// What a line of the plain format is about.
  enum PlainLabel { case place, message, excerpt, related, explanation, help }

  /// `报告.txt 第 12 行第 3 列`.
  func place(_ path: String, line: Int, column: Int) -> String {
    say("\(path) 第 \(line) 行第 \(column) 列", "\(path), line \(line), column \(column)")
  }

  /// `第 12 行`.
  func line(_ number: Int) -> String { say("第 \(number) 行", "line \(number)") }

  /// Headers of the table of findings in Markdown.
  var findingHeader: [String] {
    [say("位置", "Place"), say("级别", "Severity"), say("问题", "Problem"), say("应为", "Expected"), say("规则", "Rule")]
  }

  /// Said in place of a table where a report has nothing to tell.
  var nothingFound: String { say("未发现互相矛盾的数字。", "No contradictions found.") }

  /// Said at the end of output that a service would not take whole.
  func more(_ number: Int) -> String { say("另有 \(number) 条", "\(number) more") }

  /// Findings that a document has no room for.
  func leftOut(_ number: Int, limit: Int) -> String {
    say(
      "此文件最多列出 \(limit) 条，另有 \(number) 条未列出",
      "this document holds at most \(limit) results; \(number) more were left out"
    )
  }

  /// Why a report has no patch.
  func noPatch(_ path: String) -> String {
    say("# \(path)：不是 UTF-8 文件，不生成补丁", "# \(path): not in UTF-8, so no patch is made")
  }

  /// What the root of the paths in a SARIF log is.
  var repositoryRoot: String { say("仓库根目录", "root of the repository") }

  /// Appended to a message: the places that it rests on.
  func inBrackets(_ text: String) -> String { say("（\(text)）", " (\(text))") }
}
