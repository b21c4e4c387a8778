// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings

/// A part of the command line that `--help` describes.
public enum HelpTopic: Sendable, CaseIterable {
  case tool, check, figures, coverage, diff, rules, explain, config, configShow, configSchema, initialise
  case baseline, baselineCreate, baselineAdd, baselineUpdate, baselinePrune, baselineDiff, baselineShow
  case paths, file, explained, explainedFile, configuredFile, showPaths
  case format, report, show, colour, sarifFingerprint
  case language, jobs, encoding, standardInputName, sizeLimit
  case configurationFile, isolated, select, ignore, forceExclude, allowEmpty
  case failOn, minCoverage, maxFindings, exitZero, diffBase, gitRevision
  case baselineFile, noBaseline, strictBaseline, baselineTarget
  case addFingerprint, addRule, addReason, addStatus, addBy, addExpires
}

extension Sentences {
  /// What `--help` says of a command, an argument or an option.
  public func help(_ topic: HelpTopic) -> String {
    commandHelp(topic) ?? baselineHelp(topic) ?? argumentHelp(topic) ?? outputHelp(topic) ?? optionHelp(topic) ?? ""
  }

  private func commandHelp(_ topic: HelpTopic) -> String? {
    switch topic {
    case .tool: say("核对公开报告中的数字是否相互一致", "Check that the figures of published reports agree with each other.")
    case .check:
      say("核对报告，列出互相矛盾的数字（默认命令）", "Check reports and tell which figures contradict each other (the default command).")
    case .figures: say("列出一份报告的全部数字及其核对状态", "List every figure of a report with what was checked of it.")
    case .coverage:
      say(
        "按报告、章节和表格列出核对了多少数字，未核对的为什么",
        "Tell how many figures were checked, by report, section and table, and why the rest was not.")
    case .diff:
      say(
        "比较一份报告的新旧两个版本（先旧后新），或用 --git 比较自某个版本以来的改动",
        "Compare two versions of a report, the older one first, or with --git what changed since a revision.")
    case .rules: say("列出全部规则", "List all rules.")
    case .explain: say("说明一条规则，或说明一份报告中的一个问题是怎样得出的", "Explain a rule, or how a finding in a report came about.")
    case .config: say("查看配置", "Show the configuration.")
    case .configShow: say("列出生效的设置及其出处", "Print the settings in force and where each comes from.")
    case .configSchema: say("输出配置文件的 JSON Schema，供编辑器使用", "Print the JSON Schema of configuration files, for editors.")
    case .initialise: say("写出一份带说明的配置文件 .crossfoot.yml", "Write a commented configuration file, .crossfoot.yml.")
    default: nil
    }
  }

  private func baselineHelp(_ topic: HelpTopic) -> String? {
    switch topic {
    case .baseline: say("管理基线：已接受的问题清单", "Manage the baseline: the list of accepted findings.")
    case .baselineCreate: say("把现有问题写入新的基线文件", "Write the present findings to a new baseline file.")
    case .baselineAdd:
      say(
        "接受尚未在基线中的问题；写明理由时，也核实其中待核实的；其余不变",
        "Accept findings that are not in the baseline, and, with a reason, review those that are pending in it; change nothing else."
      )
    case .baselineUpdate:
      say("删除不再出现的，跟随改名的报告和标签，不新增", "Remove what no longer occurs and follow renamed reports and labels; add nothing.")
    case .baselinePrune: say("只删除不再出现的", "Remove what no longer occurs; change nothing else.")
    case .baselineDiff:
      say("比较基线与现有问题，或比较两个基线文件", "Compare the baseline with the present findings, or two baseline files.")
    case .baselineShow: say("列出基线，给出报告时说明是否仍出现", "List the baseline, and, where reports are named, what still occurs.")
    case .baselineTarget: say("基线文件（默认为配置中的 baseline）", "The baseline file (default: the one of the configuration).")
    case .addFingerprint: say("只接受指纹以此开头的问题", "Accept only findings whose fingerprint begins like this.")
    case .addRule: say("只接受此规则的问题", "Accept only findings of this rule.")
    case .addReason: say("理由", "Why they are accepted.")
    case .addStatus:
      say(
        "pending 待核实、accepted 已接受、false-positive 误报", "What they are (default: accepted, or pending without a reason).")
    case .addBy: say("由谁接受", "Who accepts them.")
    case .addExpires: say("有效的最后一天，如 2027-01-31", "The last day on which it counts, such as 2027-01-31.")
    case .showPaths: say("报告文件或目录", "Report files or directories.")
    case .baselineFile: say("基线文件：其中的问题视为已接受", "Baseline file: the findings in it are accepted.")
    case .noBaseline: say("不使用配置中的基线", "Leave the baseline of the configuration aside.")
    case .strictBaseline: say("基线中有问题不再出现时退出码为 1", "Exit with 1 if a finding of the baseline no longer occurs.")
    default: nil
    }
  }

  private func argumentHelp(_ topic: HelpTopic) -> String? {
    switch topic {
    case .paths:
      say(
        "报告文件、目录（查找 .txt .text .md .html .htm）或 -（标准输入）",
        "Report files, directories (searched for .txt .text .md .html .htm), or - for standard input.")
    case .file: say("报告文件，或 -（标准输入）", "A report file, or - for standard input.")
    case .explained:
      say(
        "规则编号，如 footing.column；给出报告时为问题的指纹（前几位即可）",
        "A rule's id, such as footing.column; with a report, the first digits of a finding's fingerprint.")
    case .explainedFile: say("该问题所在的报告，或 -（标准输入）", "The report with that finding, or - for standard input.")
    case .configurationFile:
      say("配置文件（默认为离报告最近的 .crossfoot.yml）", "Configuration file (default: the .crossfoot.yml nearest to each report).")
    case .isolated: say("不读取任何配置文件", "Read no configuration file.")
    case .select: say("只运行这些规则（编号或类别，以逗号分隔）", "Run only these rules (ids or families, separated by commas).")
    case .ignore: say("不运行这些规则", "Do not run these rules.")
    case .forceExclude:
      say("配置中 exclude 的文件即使指明也不核对", "Leave out what the configuration excludes even where it is named.")
    case .allowEmpty: say("目录中没有报告不算错误", "A directory without reports is no error.")
    case .configuredFile: say("报告文件：列出对它生效的设置", "A report: print the settings in force for it.")
    default: nil
    }
  }

  private func outputHelp(_ topic: HelpTopic) -> String? {
    switch topic {
    case .format: say("输出格式", "Output format.")
    case .report: say("另写一份：格式=文件，可多次使用", "Also write this format to a file; can be repeated.")
    case .show:
      say(
        "还要显示：note（提示）、rounding（尾差）、baselined（此前已知的），以逗号分隔",
        "Also show: note, rounding, baselined (known before); separated by commas.")
    case .colour: say("何时使用颜色", "When to use colour.")
    case .sarifFingerprint:
      say("SARIF 指纹：stable 用本程序的，github 留给 GitHub 计算", "Fingerprints in SARIF: our own (stable), or left to GitHub.")
    case .failOn:
      say("发现此级别或更严重的问题时退出码为 1（默认 warning）", "Exit with 1 on findings of this severity or graver (default: warning).")
    case .minCoverage:
      say("被核对的数字低于此百分比时退出码为 1", "Exit with 1 if fewer of a hundred figures were compared with others.")
    case .maxFindings: say("问题不超过此数时退出码仍为 0", "Exit with 0 up to this number of findings.")
    case .exitZero: say("有问题时退出码也为 0", "Exit with 0 even if there are findings.")
    case .diffBase: say("只报告自此 git 版本以来新出现的问题", "Report only findings that are new since this revision of git.")
    case .gitRevision:
      say(
        "与工作区比较的 git 版本；不给路径时比较当前目录",
        "Revision of git to compare the work tree with; without a path the current directory.")
    default: nil
    }
  }

  private func optionHelp(_ topic: HelpTopic) -> String? {
    switch topic {
    case .language: say("输出语言（默认随系统区域设置）", "Language of the output (default: from the locale).")
    case .jobs: say("同时处理的报告数（默认为处理器核数）", "How many reports to check at once (default: the number of cores).")
    case .encoding:
      say(
        "报告的字符编码（默认自动识别）；gbk、gb2312 按 gb18030 读取",
        "Encoding of the reports (default: detected); gbk and gb2312 are read as gb18030.")
    case .standardInputName: say("标准输入在结果中的路径", "Path to show for standard input.")
    case .sizeLimit: say("超过此大小的文件不核对，可用 K、M、G", "Files larger than this are not checked; K, M and G are understood.")
    default: nil
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

  /// Said after a file was written.
  public func wroteFile(_ path: String) -> String { say("已写入 \(path)", "wrote \(path)") }

  /// What `--version` prints: the tool, then its rule set.
  public func version(_ version: String, _ rules: RuleSet) -> String {
    version + "\n"
      + say(
        "规则集 \(rules.digest)（\(rules.count) 条规则），指纹 v1",
        "rule set \(rules.digest) (\(plural(rules.count, "rule"))), fingerprints v1")
  }

  /// Said where `--config` and `--isolated` are both given.
  public var isolatedConfiguration: String {
    say("--isolated 不能与 --config 同用", "--isolated does not go with --config")
  }

  /// Said where `diff` got neither two reports nor a revision.
  public var twoVersions: String {
    say("请给出同一报告的两个版本，或用 --git 指定版本", "name two versions of a report, or a revision with --git")
  }

  /// Said of a report of whose figures too few were compared with others.
  public func lowCoverage(_ path: String, percent: Int, least: Int) -> String {
    Sanitiser.clean(path)
      + say("：只核对了 \(percent)% 的数字，要求 \(least)%", ": \(percent)% of the figures were checked, \(least)% are asked for")
  }
}
