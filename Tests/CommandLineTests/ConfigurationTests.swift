// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// A report with one error: 36 ÷ 240 is 15 %.
let wrongReport = "年初预算240万元，实际支出36万元，预算执行率51%。\n"

/// A configuration file that cannot be used, and the place and words of each fault.
struct BadConfiguration: CustomTestStringConvertible, Sendable {
  var testDescription: String
  var text: String
  var tells: [String]
}

private let badConfigurations: [BadConfiguration] = [
  BadConfiguration(
    testDescription: "unknown key", text: "lang: zh\nfailon: error\n", tells: ["f.yml:2:1: 错误：", "“failon”", "fail-on"]),
  BadConfiguration(
    testDescription: "unknown key in an override", text: "overrides:\n  - files: ['*']\n    include: [a]\n",
    tells: ["f.yml:3:5: 错误：", "“include”"]),
  BadConfiguration(testDescription: "other version", text: "version: 2\n", tells: ["f.yml:1:10: 错误：", "版本 2"]),
  BadConfiguration(
    testDescription: "wrong types",
    text: "rules: off\nselect: footing\nmin-coverage: much\nstrict-baseline: 1\nlang: [zh]\n",
    tells: ["f.yml:1:8:", "f.yml:2:9:", "f.yml:3:15:", "f.yml:4:18:", "f.yml:5:7:"]),
  BadConfiguration(
    testDescription: "values that cannot be",
    text: "fail-on: fatal\nencoding: latin-9\nmin-coverage: 101\nrounding: up\nkind: novel\nlanguage: fr\nunit: 尺\n",
    tells: ["1:10", "2:11", "3:15", "4:11", "5:7", "6:11", "7:7", "warning", "gb18030", "0–100", "truncate"]),
  BadConfiguration(
    testDescription: "unknown rules", text: "rules:\n  footing.lists: off\nignore: [scores]\n",
    tells: ["f.yml:2:3:", "footing.list", "f.yml:3:10:", "score"]),
  BadConfiguration(
    testDescription: "pairs and groups that are none", text: "unrelated: [[甲]]\nreports: [[a.txt]]\n",
    tells: ["f.yml:1:13:", "f.yml:2:11:"]),
  BadConfiguration(
    testDescription: "override without files", text: "overrides:\n  - fail-on: none\n",
    tells: ["f.yml:2:5:", "“files”"]),
  BadConfiguration(testDescription: "cut file", text: "lang: zh\nrules:\n  footing.list: [", tells: ["f.yml:3:18:"]),
  BadConfiguration(testDescription: "tab", text: "lang: zh\n\tx: 1\n", tells: ["f.yml:2:1:"]),
  BadConfiguration(testDescription: "repeated key", text: "lang: zh\nlang: en\n", tells: ["f.yml:", "“lang”", "重复"]),
  BadConfiguration(
    testDescription: "merge conflict", text: "lang: zh\n<<<<<<< ours\nfail-on: error\n=======\n>>>>>>> theirs\n",
    tells: ["f.yml:2:1:", "f.yml:4:1:", "f.yml:5:1:", "合并冲突"]),
  BadConfiguration(testDescription: "not a mapping", text: "- lang\n", tells: ["f.yml:1:1:", "文件应为"]),
  BadConfiguration(
    testDescription: "missing base", text: "lang: zh\nextends: 没有.yml\n", tells: ["f.yml:2:10:", "没有.yml"]),
  BadConfiguration(testDescription: "circle", text: "extends: ./f.yml\n", tells: ["f.yml:1:10:", "f.yml"]),
  BadConfiguration(testDescription: "control character", text: "lang: \u{1}\n", tells: ["f.yml:1:1:"]),
]

@Suite struct ConfigurationTests {
  let workspace: Workspace

  init() throws {
    workspace = try Workspace()
    try workspace.write("a.txt", wrongReport)
  }

  private func check(_ arguments: String...) async throws -> Run {
    try await workspace.run(["check", "--format", "concise"] + arguments)
  }

  @Test("what is wrong in a file is told with its place; nothing is checked", arguments: badConfigurations)
  func faults(_ bad: BadConfiguration) async throws {
    try workspace.write("f.yml", bad.text)
    let run = try await check("--lang", "zh", "--config", "f.yml", "a.txt")
    #expect(run.exitCode == 2 && run.output.isEmpty)
    for word in bad.tells { #expect(run.errors.contains(word)) }
  }

  @Test("the nearest file counts, and nothing of those above it")
  func nearest() async throws {
    try workspace.write(".crossfoot.yml", "fail-on: none\nrules:\n  recalculation: off\n")
    try workspace.write("b/.crossfoot.yml", "rules:\n  recalculation.execution-rate: warning\n")
    try workspace.write("b/c/b.txt", wrongReport)
    let run = try await check("a.txt", "b")
    #expect(run.exitCode == 1)
    #expect(run.output.split(separator: "\n").count == 1)
    #expect(run.output.hasPrefix("b/c/b.txt:1:25: warning:"))
    #expect(try await check("a.txt", "b", "--isolated").output.split(separator: "\n").count == 2)
    #expect(try await check("a.txt", "b", "--config", ".crossfoot.yml").exitCode == 0)
  }

  @Test(
    "an override counts for the reports that fit it, below the settings of the command line",
    arguments: [
      ("files: [a.txt]", [], 0), ("files: ['*.md']", [], 1), ("files: ['**/a.*']", [], 0), ("files: [b]", [], 1),
      ("files: ['?.txt', x]", [], 0), ("files: [./a.txt]", [], 0), ("files: [a.txt]", ["--fail-on", "error"], 1),
    ] as [(String, [String], Int32)])
  func overrides(files: String, arguments: [String], exitCode: Int32) async throws {
    try workspace.write(".crossfoot.yml", "fail-on: error\noverrides:\n  - fail-on: none\n    \(files)\n")
    #expect(try await workspace.run(["check", "a.txt"] + arguments).exitCode == exitCode)
  }

  @Test("a file goes after those it extends, and its paths are its own")
  func extends() async throws {
    try workspace.write("base/base.yml", "fail-on: none\nexclude: [old]\nbaseline: accepted.jsonl\n")
    try workspace.write(".crossfoot.yml", "extends: base/base.yml\nfail-on: error\n")
    _ = try await workspace.run("baseline", "create", "a.txt")
    #expect(try workspace.read("base/accepted.jsonl").contains("\"../a.txt\""))
    #expect(try await check("a.txt").exitCode == 0)
    let run = try await workspace.run("config", "show")
    #expect(run.output.contains("fail-on: error") && run.output.contains(".crossfoot.yml:2"))
    #expect(run.output.contains("base/base.yml:3"))
  }

  @Test(
    "rules run by selection, by id and by family; the command line takes the place of the file",
    arguments: [
      ("select: [footing]", [], 0), ("select: [recalculation]", [], 1),
      ("ignore: [recalculation.execution-rate]", [], 0),
      ("rules: {recalculation: off, recalculation.execution-rate: error}", [], 1),
      ("rules: {recalculation: off}", [], 0),
      ("rules: {recalculation: note}", [], 0), ("select: [footing]", ["--select", "recalculation,score"], 1),
      ("ignore: [footing]", ["--ignore", "recalculation"], 0),
    ] as [(String, [String], Int32)])
  func rules(text: String, arguments: [String], exitCode: Int32) async throws {
    try workspace.write(".crossfoot.yml", text + "\n")
    #expect(try await workspace.run(["check", "a.txt"] + arguments).exitCode == exitCode)
  }

  @Test("directories are walked by include and exclude; a named file is checked all the same")
  func files() async throws {
    for name in ["b.rpt", "old/c.rpt", "x/old/d.txt", "e.txt", "drafts-1/f.rpt"] {
      try workspace.write(name, wrongReport)
    }
    try workspace.write(".crossfoot.yml", "include: ['*.rpt', x]\nexclude: [old, 'drafts-*/']\n")
    let walked = try await check(".")
    #expect(walked.output.split(separator: "\n").map { $0.prefix { $0 != ":" } } == ["b.rpt"])
    #expect(try await check("old/c.rpt", "e.txt").output.split(separator: "\n").count == 2)
    #expect(try await check("old/c.rpt", "--force-exclude").output.isEmpty)
    #expect(try await check("old").exitCode == 2)
    #expect(try await check("old", "--allow-empty").exitCode == 0)
  }

  @Test("files that are one report are checked together, and places are told by file")
  func reports() async throws {
    let workspace = try Workspace()
    try workspace.write("2024/text.txt", "一、预算执行情况\n\n全年预算240万元。\n")
    try workspace.write("2024/tables.txt", "第一行\n" + wrongReport)
    try workspace.write(".crossfoot.yml", "reports:\n  - [2024/text.txt, 2024/tables.txt]\n")
    for path in ["2024", "2024/tables.txt", "."] {
      let run = try await workspace.run("check", "--format", "concise", path)
      #expect(run.output.hasPrefix("2024/tables.txt:2:25: error:") && run.output.split(separator: "\n").count == 1)
      let json = try await workspace.run("check", "--format", "json", path)
      #expect(try Document(json.output).documents.map(\.path) == ["2024/text.txt"])
      #expect(json.output.contains(#""files":["2024/text.txt","2024/tables.txt"]"#))
      let text = try await workspace.run("check", path)
      #expect(text.output.contains("2024/tables.txt:2:25") && text.output.contains("\n2 | 年初预算240万元"))
    }
    _ = try await workspace.run("baseline", "create", "--baseline", "b.jsonl", ".")
    #expect(try workspace.read("b.jsonl").contains("2024/tables.txt"))
    #expect(try await workspace.run("check", "--baseline", "b.jsonl", "2024/text.txt").exitCode == 0)
  }

  @Test("too little coverage fails, by the option or by what the file says of a report")
  func coverage() async throws {
    try workspace.write("b.txt", "本年收入12万元。本年支出13万元。\n")
    #expect(try await workspace.run("check", "b.txt").exitCode == 0)
    let run = try await workspace.run("check", "--min-coverage", "50", "b.txt")
    #expect(run.exitCode == 1 && run.errors.contains("b.txt") && run.errors.contains("0%"))
    try workspace.write(".crossfoot.yml", "min-coverage: 50\noverrides:\n  - files: [b.txt]\n    min-coverage: 0\n")
    #expect(try await workspace.run("check", "b.txt").exitCode == 0)
    #expect(try await workspace.run("check", "--min-coverage", "1", "b.txt").exitCode == 1)
  }

  @Test("what is known of a report reaches it: kind, language, unit of its tables")
  func reading() async throws {
    try workspace.write("t.txt", "项目\t金额\n甲\t1,200\n乙\t3,400\n合计\t4,600\n")
    try workspace.write(".crossfoot.yml", "kind: final-accounts\nlanguage: other\nunit: 万元\n")
    let table = try await workspace.run("figures", "--format", "json", "t.txt").output
    #expect(table.contains(#""kind":"final-accounts","language":null"#) || table.contains(#""kind":"final-accounts""#))
    #expect(table.contains(#""value":"12000000""#) && table.contains(#""unit":"money""#))
    let run = try await workspace.run("check", "a.txt")
    #expect(run.exitCode == 0 && run.output.contains("语言包"))
    #expect(
      try await workspace.run("figures", "--isolated", "--format", "json", "t.txt").output.contains(#""value":"1200""#))
  }

  @Test("the output language may be set; the option and --isolated go before it")
  func language() async throws {
    try workspace.write(".crossfoot.yml", "lang: en\n")
    #expect(try await workspace.run("check", "a.txt").output.contains("execution rate"))
    #expect(try await workspace.run("check", "--lang", "zh", "a.txt").output.contains("执行率 51%"))
    #expect(try await workspace.run("check", "--isolated", "a.txt").output.contains("执行率 51%"))
  }

  @Test("init writes a file that works once its comments are taken off, and never over another")
  func initialise() async throws {
    #expect(try await workspace.run("init").exitCode == 0)
    #expect(try await workspace.run("init").exitCode == 2)
    #expect(try await check("a.txt").exitCode == 1)
    let lines = try workspace.read(".crossfoot.yml").split(separator: "\n").map { line in
      line.hasPrefix("# ") && line.dropFirst(2).contains(/^ *(?:- |[a-z.-]+:)/)
        ? String(line.dropFirst(2)) : String(line)
    }
    let text = lines.filter { !$0.hasPrefix("extends") }.joined(separator: "\n")
    #expect(text.contains("\noverrides:\n") && text.contains("\nrules:\n"))
    try workspace.write(".crossfoot.yml", text + "\n")
    let run = try await workspace.run("config", "show", "--file", "2019/a.txt")
    #expect(run.exitCode == 0 && run.errors.isEmpty)
    #expect(run.output.contains("rules.footing.list: off"))
  }

  @Test("the published schema is the one that the tool prints, with every key")
  func schema() async throws {
    let file = Workspace.repository.appendingPathComponent("docs/schema/crossfoot-config-1.schema.json")
    let published = try String(contentsOf: file, encoding: .utf8)
    #expect(try await workspace.run("config", "schema").output == published, "run make docs")
    let root = try #require(JSONSerialization.jsonObject(with: Data(published.utf8)) as? [String: Any])
    let keys = try #require(root["properties"] as? [String: Any]).keys
    let template = try await workspace.run("init")
    #expect(template.exitCode == 0)
    let written = try workspace.read(".crossfoot.yml")
    for key in keys { #expect(written.contains("\(key):")) }
  }

  @Test(
    "config show names the place of each setting",
    arguments: [
      ([], "min-coverage: 40 ", ".crossfoot.yml:1"), (["--file", "a.txt"], "fail-on: none ", ".crossfoot.yml:5"),
      (["--select", "footing"], "select: [footing] ", "command line"), (["--isolated"], "fail-on: warning ", "default"),
    ])
  func show(arguments: [String], setting: String, place: String) async throws {
    try workspace.write(
      ".crossfoot.yml", "min-coverage: 40\nfail-on: error\noverrides:\n  - files: ['*.txt']\n    fail-on: none\n")
    let run = try await workspace.run(["config", "show"] + arguments)
    let line = run.output.split(separator: "\n").first { $0.hasPrefix(setting) }
    #expect(line?.hasSuffix("# \(place)") == true)
  }
}
