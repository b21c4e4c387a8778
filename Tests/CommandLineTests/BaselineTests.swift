// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// A baseline file that cannot be used.
private let badBaselines: [(text: String, place: String)] = [
  ("", "b.jsonl:1:1:"), ("{\"crossfoot-baseline\":2,\"fp\":\"v1\"}\n", "b.jsonl:1:23:"),
  ("{\"crossfoot-baseline\":1,\"fp\":\"v1\"}\n{\"path\":\"a.txt\",\"rule\":", "b.jsonl:2:"),
  ("{\"crossfoot-baseline\":1,\"fp\":\"v1\"}\n<<<<<<< ours\n", "b.jsonl:2:1:"),
  (
    "{\"crossfoot-baseline\":1,\"fp\":\"v1\"}\n{\"path\":\"a\",\"rule\":\"r\",\"fp\":\"f\",\"n\":\"1\",\"subject\":\"\",\"values\":{},\"status\":\"pending\"}\n",
    "b.jsonl:2:37:"
  ),
  (
    "{\"crossfoot-baseline\":1,\"fp\":\"v1\"}\n{\"path\":\"a\",\"rule\":\"r\",\"fp\":\"f\",\"n\":1,\"line\":3,\"subject\":\"\",\"values\":{},\"status\":\"pending\"}\n",
    "b.jsonl:2:39:"
  ),
]

@Suite struct BaselineTests {
  let workspace: Workspace
  private let second = "全年收入80万元，比上年的50万元增加10万元。\n"
  private let baseline = ["--baseline", "b.jsonl"]

  init() throws {
    workspace = try Workspace()
    try workspace.write("a.txt", wrongReport)
  }

  private func baseline(_ command: String, _ arguments: String...) async throws -> Run {
    try await workspace.run(["baseline", command] + baseline + arguments)
  }

  private var entries: [String] {
    get throws { try workspace.read("b.jsonl").split(separator: "\n").dropFirst().map(String.init) }
  }

  @Test("add accepts what is chosen, with what is said of it, and changes nothing else")
  func add() async throws {
    _ = try await baseline("create", "a.txt")
    let before = try entries
    try workspace.write("a.txt", wrongReport + "\n" + second)
    #expect(try await baseline("add", "--rule", "footing", "a.txt").errors.contains("新增 0 条"))
    #expect(try entries == before)
    let run = try await baseline(
      "add", "--rule", "recalculation.change-amount", "--reason", "已与\"业务处\"核实", "--by", "李", "--expires", "2999-12-31",
      "a.txt")
    #expect(run.exitCode == 0 && run.errors.contains("新增 1 条，保留 1 条"))
    let added = try #require(entries.first { !before.contains($0) })
    #expect(Set(before).isSubset(of: Set(try entries)))
    for word in [
      #""status":"accepted""#, #""reason":"已与\"业务处\"核实""#, #""by":"李""#, #""expires":"2999-12-31""#, #""on":"2"#,
    ] {
      #expect(added.contains(word))
    }
    #expect(try await workspace.run(["check", "a.txt"] + baseline).exitCode == 0)
  }

  @Test(
    "add by fingerprint takes that finding only; what it is told wrong changes nothing",
    arguments: [
      (["--fingerprint", "0123456789"], 2, "0123456789"), (["--fingerprint", "xyz"], 2, "xyz"),
      (["--status", "false-positive"], 2, "--reason"), (["--expires", "2026/01/01"], 2, "2026/01/01"),
      (["--rule", "footings"], 2, "footing"),
    ] as [([String], Int32, String)])
  func badAdd(arguments: [String], exitCode: Int32, word: String) async throws {
    _ = try await baseline("create", "a.txt")
    try workspace.write("a.txt", wrongReport + second)
    let before = try workspace.read("b.jsonl")
    let run = try await workspace.run(["baseline", "add", "a.txt"] + baseline + arguments)
    #expect(run.exitCode == exitCode && run.errors.contains(word))
    #expect(try workspace.read("b.jsonl") == before)
    let shown = try await workspace.run(["baseline", "diff", "a.txt"] + baseline)
    let print = try #require(shown.output.firstMatch(of: /\[([0-9a-f]{12})\]/)).output.1
    #expect(try await baseline("add", "--fingerprint", String(print), "a.txt").exitCode == 0)
    #expect(try entries.count == 2)
  }

  @Test("prune removes what no longer occurs; what was not looked at stays, whatever else is gone")
  func prune() async throws {
    try workspace.write("b.txt", second)
    try workspace.write("c/c.txt", second)
    _ = try await baseline("create", ".")
    #expect(try entries.count == 3)
    try workspace.write("a.txt", "")
    try workspace.write("b.txt", "")
    try FileManager.default.removeItem(at: workspace.folder.appendingPathComponent("c/c.txt"))
    try workspace.write("c/d.txt", "")
    let one = try await baseline("prune", "a.txt")
    #expect(one.exitCode == 0 && one.errors.contains("删除 1 条") && one.errors.contains("51%"))
    #expect(try entries.count == 2)
    // A report that is gone is looked for below the folder it was in.
    #expect(try await baseline("prune", "b.txt", "c").errors.contains("删除 2 条"))
    #expect(try entries.isEmpty)
    #expect(try await workspace.run(["check", "."] + baseline).exitCode == 0)
  }

  @Test("rules that do not run and numbers that changed leave their entries in place")
  func kept() async throws {
    _ = try await baseline("create", "a.txt")
    let before = try workspace.read("b.jsonl")
    try workspace.write("a.txt", "")
    #expect(try await baseline("prune", "--select", "footing", "a.txt").errors.contains("删除 0 条"))
    try workspace.write("a.txt", wrongReport.replacingOccurrences(of: "51%", with: "52%"))
    let check = try await workspace.run(["check", "--strict-baseline", "a.txt"] + baseline)
    #expect(check.exitCode == 1 && check.output.contains("51%，现为 52%"))
    for command in ["prune", "update"] {
      _ = try await baseline(command, "a.txt")
      #expect(try workspace.read("b.jsonl") == before)
    }
  }

  @Test("update follows a renamed report and keeps what people wrote; it adds nothing")
  func update() async throws {
    _ = try await baseline("create", "a.txt")
    try workspace.write(
      "b.jsonl",
      try workspace.read("b.jsonl").replacingOccurrences(
        of: #""status":"pending""#, with: #""status":"accepted","reason":"核实""#))
    try FileManager.default.moveItem(
      at: workspace.folder.appendingPathComponent("a.txt"), to: workspace.folder.appendingPathComponent("n.txt"))
    try workspace.write("z.txt", second)
    #expect(try await workspace.run(["baseline", "diff", "."] + baseline).output.contains("~ n.txt"))
    #expect(try await baseline("update", ".").errors.contains("新增 0 条，保留 1 条，删除 0 条"))
    let entry = try #require(entries.first)
    #expect(try entries.count == 1)
    #expect(entry.contains(#""path":"n.txt""#) && entry.contains(#""status":"accepted","reason":"核实""#))
  }

  @Test("paths are those from the file, wherever the tool is run")
  func paths() async throws {
    try workspace.write("x/y/a.txt", wrongReport)
    _ = try await workspace.run("baseline", "create", "--baseline", "x/b.jsonl", "x/y")
    #expect(try workspace.read("x/b.jsonl").contains(#""path":"y/a.txt""#))
    let inside = workspace.folder.appendingPathComponent("x/y")
    let run = try await workspace.run(
      ["check", "--baseline", "../b.jsonl", "--strict-baseline", "."], directory: inside)
    #expect(run.exitCode == 0)
    let absolute = workspace.folder.appendingPathComponent("x/y/a.txt").path
    #expect(try await workspace.run("check", "--baseline", "x/b.jsonl", absolute).exitCode == 0)
  }

  @Test("show lists entries, the expired ones first, and tells what no longer occurs")
  func show() async throws {
    try workspace.write("b.txt", second)
    _ = try await baseline("create", ".")
    let text = try workspace.read("b.jsonl").split(separator: "\n").map(String.init)
    let last = text[2].dropLast() + #","expires":"2020-01-01"}"#
    try workspace.write("b.jsonl", ([text[0], text[1], String(last)]).joined(separator: "\n"))
    try workspace.write("a.txt", "")
    let list = try await baseline("show").output.split(separator: "\n")
    #expect(list.count == 3 && list[0].contains("b.txt") && list[0].contains("已过期") && list[1].contains("2020-01-01"))
    #expect(try await baseline("show", "a.txt").output.contains("已不再出现"))
    let check = try await workspace.run(["check", "."] + baseline)
    #expect(check.exitCode == 1 && check.errors.contains("已过期"))
  }

  @Test("an entry that expired is renewed by accepting its finding again")
  func renewed() async throws {
    _ = try await baseline("create", "a.txt")
    let text = try workspace.read("b.jsonl").replacingOccurrences(
      of: #""status":"pending""#, with: #""status":"pending","expires":"2020-01-01""#)
    try workspace.write("b.jsonl", text)
    #expect(try await baseline("prune", "a.txt").errors.contains("删除 0 条"))
    let run = try await baseline("add", "--reason", "核实", "--expires", "2999-01-01", "a.txt")
    #expect(run.errors.contains("新增 1 条，保留 0 条，删除 1 条"))
    #expect(try entries.count == 1 && entries[0].contains("2999-01-01"))
    #expect(try await workspace.run(["check", "a.txt"] + baseline).exitCode == 0)
  }

  @Test("with a reason what was taken over in bulk is reviewed, each as often as it is there")
  func reviewed() async throws {
    try workspace.write("a.txt", wrongReport + second + "\n" + wrongReport)
    _ = try await baseline("create", "a.txt")
    #expect(
      try await baseline("add", "--rule", "recalculation.execution-rate", "a.txt").errors.contains("新增 0 条，保留 3 条"))
    let run = try await baseline(
      "add", "--rule", "recalculation.execution-rate", "--status", "false-positive", "--reason", "口径不同", "a.txt")
    #expect(run.errors.contains("新增 0 条，核实 2 条，保留 1 条，删除 0 条"))
    let reviewed = try entries.filter { $0.contains("口径不同") }
    #expect(reviewed.count == 1 && reviewed[0].contains(#""n":2"#) && reviewed[0].contains("false-positive"))
    #expect(try entries.count == 2)
    #expect(try await baseline("add", "--reason", "另一理由", "a.txt").errors.contains("核实 1 条，保留 2 条"))
    #expect(try entries.count { $0.contains("口径不同") } == 1)
    #expect(try await workspace.run(["check", "a.txt"] + baseline).exitCode == 0)
  }

  @Test("a baseline that is not there is told with the command that writes one")
  func missing() async throws {
    let run = try await workspace.run(["check", "a.txt"] + baseline)
    #expect(
      run.exitCode == 2 && run.output.isEmpty && run.errors.contains("b.jsonl")
        && run.errors.contains("baseline create"))
  }

  @Test("two files are compared without their reports")
  func diff() async throws {
    _ = try await baseline("create", "a.txt")
    try workspace.write("c.jsonl", try workspace.read("b.jsonl"))
    #expect(try await workspace.run("baseline", "diff", "b.jsonl", "c.jsonl").exitCode == 0)
    try workspace.write(
      "c.jsonl",
      try workspace.read("c.jsonl").replacingOccurrences(of: #""n":1"#, with: #""n":3"#).replacingOccurrences(
        of: "a.txt", with: "gone.txt"))
    let run = try await workspace.run("baseline", "diff", "b.jsonl", "c.jsonl")
    #expect(
      run.exitCode == 1 && run.output.contains("- a.txt") && run.output.contains("+ gone.txt")
        && run.output.contains("×3"))
  }

  @Test("a file that is no baseline stops every command and is left as it is", arguments: badBaselines)
  func bad(_ bad: (text: String, place: String)) async throws {
    try workspace.write("b.jsonl", bad.text)
    for command in ["create", "add", "update", "prune", "diff", "show"] {
      let run = try await baseline(command, "a.txt")
      #expect(run.exitCode == 2 && run.output.isEmpty)
      if command != "create" { #expect(run.errors.contains(bad.place)) }
      #expect(try workspace.read("b.jsonl") == bad.text)
    }
  }

  @Test("a file that cannot be replaced keeps every entry, and nothing is left beside it")
  func unwritable() async throws {
    try workspace.write("d/b.jsonl", "")
    let file = workspace.folder.appendingPathComponent("d/b.jsonl")
    try FileManager.default.removeItem(at: file)
    _ = try await workspace.run("baseline", "create", "--baseline", "d/b.jsonl", "a.txt")
    let before = try workspace.read("d/b.jsonl")
    try workspace.write("a.txt", "")
    // No room for a new file: a directory of that name cannot be replaced by one.
    let folder = workspace.folder.appendingPathComponent("d")
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.path)
    defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path) }
    let run = try await workspace.run("baseline", "prune", "--baseline", "d/b.jsonl", "a.txt")
    if run.exitCode == 2 { #expect(try workspace.read("d/b.jsonl") == before) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["b.jsonl"])
  }

  @Test("the baseline of the configuration is used unless it is put aside; none at all is an error")
  func configured() async throws {
    let none = try await workspace.run("baseline", "create", "a.txt")
    #expect(none.exitCode == 2 && none.errors.contains("--baseline"))
    try workspace.write(".crossfoot.yml", "baseline: b.jsonl\nstrict-baseline: true\n")
    #expect(try await workspace.run("baseline", "create", "a.txt").exitCode == 0)
    #expect(try await workspace.run("check", "a.txt").exitCode == 0)
    #expect(try await workspace.run("check", "--no-baseline", "a.txt").exitCode == 1)
    try workspace.write("a.txt", "")
    #expect(try await workspace.run("check", "a.txt").exitCode == 1)
    #expect(try await workspace.run("baseline", "prune", "a.txt").exitCode == 0)
    #expect(try await workspace.run("check", "a.txt").exitCode == 0)
  }
}
