// SPDX-License-Identifier: Apache-2.0

/// A part of the command line that `--help` describes.
public enum HelpTopic: Sendable, CaseIterable {
  case tool, check, figures, rules, explain, baseline, baselineCreate
  case paths, file, rule
  case format, language, jobs, encoding, failOn, show, colour, standardInputName, sizeLimit
  case baselineFile, strictBaseline, exitZero, newBaselineFile
}

extension Sentences {
  /// What `--help` says of a command, an argument or an option.
  public func help(_ topic: HelpTopic) -> String {
    switch topic {
    case .tool, .check, .figures, .rules, .explain, .baseline, .baselineCreate: commandHelp(topic)
    case .paths: say("报告文件、目录（查找 .txt .text .md .html .htm）或 -（标准输入）", "Report files, directories (searched for .txt .text .md .html .htm), or - for standard input.")
    case .file: say("报告文件，或 -（标准输入）", "A report file, or - for standard input.")
    case .rule: say("规则编号，如 footing.column", "A rule's id, such as footing.column.")
    default: optionHelp(topic)
    }
  }

  private func commandHelp(_ topic: HelpTopic) -> String {
    switch topic {
    case .tool: say("核对公开报告中的数字是否相互一致", "Check that the figures of published reports agree with each other.")
    case .check: say("核对报告，列出互相矛盾的数字（默认命令）", "Check reports and tell which figures contradict each other (the default command).")
    case .figures: say("列出一份报告的全部数字及其核对状态", "List every figure of a report with what was checked of it.")
    case .rules: say("列出全部规则", "List all rules.")
    case .explain: say("说明一条规则", "Explain a rule.")
    case .baseline: say("管理基线：已接受的问题清单", "Manage the baseline: the list of accepted findings.")
    default: say("把现有问题写入新的基线文件", "Write the present findings to a new baseline file.")
    }
  }

  private func optionHelp(_ topic: HelpTopic) -> String {
    switch topic {
    case .format: say("输出格式", "Output format.")
    case .language: say("输出语言（默认随系统区域设置）", "Language of the output (default: from the locale).")
    case .jobs: say("同时处理的报告数（默认为处理器核数）", "How many reports to check at once (default: the number of cores).")
    case .encoding: say("报告的字符编码：utf-8、utf-16le、utf-16be、gb18030、gbk（默认自动识别）", "Encoding of the reports: utf-8, utf-16le, utf-16be, gb18030, gbk (default: detected).")
    case .failOn: say("发现此级别或更严重的问题时退出码为 1", "Exit with 1 on findings of this severity or graver.")
    case .show: say("还要显示：note（提示）、rounding（尾差）、baselined（基线中的），以逗号分隔", "Also show: note, rounding, baselined; separated by commas.")
    case .colour: say("何时使用颜色", "When to use colour.")
    case .standardInputName: say("标准输入在结果中的路径", "Path to show for standard input.")
    case .sizeLimit: say("超过此大小的文件不核对，可用 K、M、G", "Files larger than this are not checked; K, M and G are understood.")
    case .baselineFile: say("基线文件：其中的问题视为已接受", "Baseline file: the findings in it are accepted.")
    case .strictBaseline: say("基线中有问题不再出现时退出码为 1", "Exit with 1 if a finding of the baseline no longer occurs.")
    case .exitZero: say("有问题时退出码也为 0", "Exit with 0 even if there are findings.")
    default: say("要新建的基线文件", "The baseline file to create.")
    }
  }
}

extension Sentences {
  /// Said where no path was given.
  public var noPath: String {
    say("请给出报告文件、目录，或用 - 表示标准输入", "name report files, directories, or - for standard input")
  }

  /// Said where standard input got a name but is not read.
  public var standardInputNotRead: String {
    say("--stdin-filename 需要路径中有 -", "--stdin-filename needs - among the paths")
  }

  /// Said after a run: how many reports were checked, and how long it took.
  public func checked(_ reports: Int, in time: Duration) -> String {
    let parts = time.components
    let milliseconds = parts.seconds * 1000 + parts.attoseconds / 1_000_000_000_000_000
    return say("已核对 \(reports) 份报告，用时 \(milliseconds) 毫秒", "checked \(plural(reports, "report")) in \(milliseconds) ms")
  }

  /// Said after a baseline was written.
  public func wroteBaseline(_ findings: Int, to path: String) -> String {
    say("已将 \(findings) 条问题写入 \(path)", "wrote \(plural(findings, "finding")) to \(path)")
  }
}
