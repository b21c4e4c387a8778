// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// `crossfoot archive` from outside: what it prints, its exit codes, and that nothing is lost whatever happens to it.
@Suite struct ArchiveTests {
  let workspace: Workspace

  init() throws { workspace = try Workspace() }

  private static let budget = "临泽湾市河道管理中心2024年部门预算\n\n2024年本部门预算收入3,126.48万元。\n"
  private static let evaluation = """
    临泽湾市河道管理中心2024年度部门整体支出绩效自评报告

    2024年本部门年初预算数3,162.48万元，全年执行数3,050.10万元，执行率95.57%。

    """

  /// Thirty reports, every third with a finding.
  private func writeReports() throws {
    for number in 0..<30 {
      let rate = number % 3 == 0 ? "95" : "90"
      let line = "\(2000 + number % 20)年河段\(number)预算数120万元，执行数108万元，预算执行率\(rate)%。\n"
      try workspace.write(
        "r/\(number % 7)/\(number).txt", "望川市水务局\(2000 + number)年部门决算\n\n" + String(repeating: line, count: 8))
    }
  }

  /// What an archive holds, whatever numbers its rows have.
  private func content(_ store: String) async throws -> [String] {
    var content: [String] = []
    for subject in ["reports", "figures", "relations", "findings"] {
      let run = try await workspace.run("archive", "query", subject, "--store", store, "--format", "jsonl")
      #expect(run.exitCode == 0 && run.errors.isEmpty)
      // The number of a report depends on what was stored before it.
      content.append(run.output.replacing(/"report":\d+,/, with: ""))
    }
    return content
  }

  @Test("reports are added, listed, counted and checked against each other")
  func wholeWay() async throws {
    try workspace.write("a/b.txt", Self.budget)
    try workspace.write("a/e.txt", Self.evaluation)
    let added = try await workspace.run("archive", "add", "--lang", "en", "a")
    #expect(added.exitCode == 0 && added.output.isEmpty)
    #expect(added.errors == "crossfoot.sqlite: 2 reports added, 0 replaced, 0 unchanged\n")
    let again = try await workspace.run("archive", "add", "a")
    #expect(again.errors == "crossfoot.sqlite：新存入 0 份，更新 0 份，未变 2 份\n")

    let findings = try await workspace.run("archive", "query", "--format", "csv")
    #expect(
      findings.output.hasPrefix(
        "report,path,organisation,report_kind,fiscal_year,number,rule,kind,severity,file,line,column,label,stated,"))
    #expect(findings.output.contains("recalculation.execution-rate,") && findings.output.hasSuffix("\r\n"))
    let reports = try await workspace.run(
      "archive", "query", "reports", "--organisation", "河道", "--year", "2024", "--kind", "budget")
    #expect(reports.output.split(separator: "\n").count == 2 && reports.output.contains("临泽湾市河道管理中心"))
    let sql = try await workspace.run(
      "archive", "query", "--sql", "SELECT count(*) AS n FROM figure_view", "--format", "jsonl")
    #expect(sql.output == "{\"n\":4}\n")

    let stats = try await workspace.run("archive", "stats", "--lang", "en", "--html", "stats.html")
    #expect(
      stats.exitCode == 0 && stats.output.hasPrefix("2 reports, 4 figures, 1 error, ")
        || stats.output.hasPrefix("2 reports, 4 figures, 1 errors, "))
    #expect(try workspace.read("stats.html").hasPrefix("<!DOCTYPE html>"))

    let check = try await workspace.run("archive", "check", "--lang", "en")
    #expect(check.exitCode == 1 && check.errors.isEmpty)
    #expect(check.output.contains(" --> a/e.txt:3:14\n") && check.output.contains(" ::: a/b.txt:3:13\n"))
    for options in [["--exit-zero"], ["--fail-on", "error"], ["--fail-on", "none"]] {
      #expect(try await workspace.run(["archive", "check"] + options).exitCode == 0)
    }
    let concise = try await workspace.run("archive", "check", "--format", "concise", "--lang", "en")
    #expect(
      concise.output.hasPrefix("a/e.txt:3:14: warning: ")
        && concise.output.hasSuffix("(a/b.txt:3:13) [archive.initial-budget]\n"))
    let json = try await workspace.run("archive", "check", "--format", "json")
    #expect(
      json.output.hasPrefix("{") && json.output.contains("\"crossfoot-archive/1\"") && json.output.hasSuffix("}\n"))
  }

  @Test("a report that was edited is replaced; its old figures and findings go away")
  func edited() async throws {
    try workspace.write("a.txt", Self.evaluation)
    _ = try await workspace.run("archive", "add", "a.txt")
    #expect(try await workspace.run("archive", "query").output.split(separator: "\n").count == 2)
    try workspace.write("a.txt", Self.evaluation.replacing("95.57", with: "96.45"))
    #expect(try await workspace.run("archive", "add", "--lang", "en", "a.txt").errors.contains("1 replaced"))
    #expect(try await workspace.run("archive", "query").output.split(separator: "\n").count == 1)
  }

  @Test("what cannot be read is told, and the rest is stored: exit code 2")
  func unreadable() async throws {
    try workspace.write("a/b.txt", Self.budget)
    try workspace.write("a/binary.txt", Array("%PDF-1.7\n".utf8) + [0, 1, 2])
    let run = try await workspace.run("archive", "add", "--lang", "en", "a", "gone.txt")
    #expect(run.exitCode == 2)
    #expect(
      run.errors.contains("a/binary.txt: ") && run.errors.contains("gone.txt: ")
        && run.errors.contains("1 report added"))
  }

  @Test(
    "a store that is not there, or none, or asked for what it cannot do: exit code 2 and a clear word",
    arguments: [
      (["stats", "--store", "gone.sqlite"], "no such archive"), (["check", "--store", "text.txt"], "not an archive"),
      (["add", "--store", "text.txt", "text.txt"], "not an archive"),
      (["add", "--store", "no/folder.sqlite", "text.txt"], "No such file"),
      (["query", "--store", "s.sqlite", "--kind", "bugdet"], "it takes budget"),
      (["query", "relations", "--store", "s.sqlite", "--state", "ticked"], "it takes holds"),
      (["query", "--store", "s.sqlite", "--sql", "DELETE FROM reports"], "only one SELECT"),
      (["query", "--store", "s.sqlite", "--sql", "SELECT x FROM report_view"], "wrong query"),
      (["query", "reports", "--store", "s.sqlite", "--severity", "error"], "--severity does not apply to reports"),
      (["query", "--store", "s.sqlite", "--sql", "SELECT 1", "--year", "2024"], "--sql goes without filters"),
      (["query", "--store", "s.sqlite", "--limit", "-1"], "--limit"),
      (["stats", "--store", "s.sqlite", "--html", "no/page.html"], "no/page.html"),
    ])
  func refused(arguments: [String], words: String) async throws {
    try workspace.write("text.txt", Self.budget)
    _ = try await workspace.run("archive", "add", "--store", "s.sqlite", "text.txt")
    let run = try await workspace.run(["archive"] + arguments + ["--lang", "en"])
    #expect(run.exitCode == 2 && run.errors.contains(words), "\(run.errors)")
    #expect(try workspace.read("text.txt") == Self.budget)
    #expect(
      try await workspace.run("archive", "query", "reports", "--store", "s.sqlite").output.split(separator: "\n").count
        == 2)
  }

  // MARK: disturbances

  @Test("killed at any moment, run again: the same archive")
  func killed() async throws {
    try writeReports()
    #expect(try await workspace.run("archive", "add", "--store", "calm.sqlite", "r").exitCode == 0)
    // For certain in the middle: at a report that never comes, with those before it stored.
    for name in ["r/2/zz.txt", "r/5/zz.txt"] {
      let before = "SELECT count(*) FROM report_view WHERE path < '\(name)'"
      let query = ["archive", "query", "--format", "jsonl", "--sql", before, "--store"]
      let all = try await workspace.run(query + ["calm.sqlite"]).output
      let arguments = ["archive", "add", "--jobs", "1", "--store", "s.sqlite", "r", "-", "--stdin-filename", name]
      try await workspace.kill(arguments) {
        var tries = 0
        while tries < 500, try await workspace.run(query + ["s.sqlite"]).output != all { tries += 1 }
        #expect(tries < 500)
      }
    }
    // And at moments that nobody chose.
    for milliseconds in [5, 30, 60, 90] {
      try await workspace.kill(["archive", "add", "--store", "s.sqlite", "r"]) {
        try await Task.sleep(for: .milliseconds(milliseconds))
      }
    }
    let runs = try await workspace.run(
      "archive", "query", "--store", "s.sqlite", "--format", "jsonl", "--sql",
      "SELECT count(*) AS n FROM runs WHERE finished IS NULL")
    #expect(runs.output != "{\"n\":0}\n", "a run that was killed is known")
    let last = try await workspace.run("archive", "add", "--store", "s.sqlite", "r")
    #expect(last.exitCode == 0, "\(last.errors)")
    #expect(try await content("s.sqlite") == content("calm.sqlite"))
  }

  @Test("two programs write one archive at once: each waits for the other, and nothing is lost or doubled")
  func writers() async throws {
    try writeReports()
    #expect(try await workspace.run("archive", "add", "--store", "calm.sqlite", "r").exitCode == 0)
    async let first = workspace.run("archive", "add", "--store", "s.sqlite", "r")
    async let second = workspace.run("archive", "add", "--store", "s.sqlite", "r", "--jobs", "2")
    for run in try await [first, second] { #expect(run.exitCode == 0, "\(run.errors)") }
    #expect(try await content("s.sqlite") == content("calm.sqlite"))
  }

  @Test(
    "without room to write: exit code 2, what was stored stays, and with room the run goes on",
    arguments: [1, 100, 400])
  func noRoom(blocks: Int) async throws {
    try writeReports()
    #expect(try await workspace.run("archive", "add", "--store", "calm.sqlite", "r").exitCode == 0)
    let run = try await workspace.run(
      ["archive", "add", "--store", "s.sqlite", "r", "--lang", "en"], largestFile: blocks)
    #expect(run.exitCode == 2 && run.errors.contains("error: s.sqlite: "), "\(run.errors)")
    let again = try await workspace.run("archive", "add", "--store", "s.sqlite", "r")
    #expect(again.exitCode == 0, "\(again.errors)")
    #expect(try await content("s.sqlite") == content("calm.sqlite"))
  }

  @Test("a query is read while another program writes")
  func reading() async throws {
    try writeReports()
    _ = try await workspace.run("archive", "add", "--store", "s.sqlite", "r/0")
    async let writing = workspace.run("archive", "add", "--store", "s.sqlite", "r")
    for _ in 0..<4 {
      let run = try await workspace.run("archive", "query", "reports", "--store", "s.sqlite", "--format", "csv")
      #expect(run.exitCode == 0 && run.output.split(separator: "\r\n").count > 3, "\(run.errors)")
    }
    #expect(try await writing.exitCode == 0)
  }

  // MARK: cache

  @Test(
    "a cache changes nothing that is told, over any number of runs and jobs",
    arguments: ["text", "concise", "json", "sarif"])
  func cache(format: String) async throws {
    try writeReports()
    try workspace.write("r/notes.txt", Array("本年支出12万元".utf8) + [0xFF] + Array("。\n".utf8))
    let plain = try await workspace.run("check", "--format", format, "r")
    for jobs in ["1", "8", "1"] {
      let run = try await workspace.run("check", "--format", format, "--jobs", jobs, "--cache-dir", "c", "r")
      #expect(run.output == plain.output && run.exitCode == plain.exitCode)
    }
    // Severities and the language apply to what is remembered; figures that are remembered are judged by other rules.
    for options in [
      ["--fail-on", "none"], ["--lang", "en"], ["--show", "note"], ["--ignore", "recalculation"],
      ["--select", "recalculation,score"],
    ] {
      let with = try await workspace.run(["check", "--format", format, "--cache-dir", "c", "r"] + options)
      let without = try await workspace.run(["check", "--format", format, "r"] + options)
      #expect(with.output == without.output && with.exitCode == without.exitCode)
    }
  }

  @Test("what the cache did is told on request")
  func cacheStatistics() async throws {
    try writeReports()
    func told(_ options: [String], environment: [String: String] = [:]) async throws -> String {
      let run = try await workspace.run(
        ["check", "--format", "concise", "--cache-stats", "--lang", "en", "r"] + options, environment: environment)
      return run.errors
    }
    #expect(try await told([]) == "cache: none (--cache-dir)\n")
    #expect(
      try await told(["--cache-dir", "c"])
        == "cache: 0 hits (0%), 0 judged again from remembered figures, 30 read anew; 60 entries written\n")
    let all = "cache: 30 hits (100%), 0 judged again from remembered figures, 0 read anew; 0 entries written\n"
    #expect(try await told(["--cache-dir", "c"]) == all)
    #expect(try await told([], environment: ["CROSSFOOT_CACHE_DIR": "c"]) == all)
    #expect(
      try await told(["--cache-dir", "c", "--ignore", "score"])
        == "cache: 0 hits (0%), 30 judged again from remembered figures, 0 read anew; 30 entries written\n")
    #expect(try await told(["--no-cache"], environment: ["CROSSFOOT_CACHE_DIR": "c"]) == "cache: none (--cache-dir)\n")
    try workspace.write("r/0/0.txt", Self.budget)
    #expect(
      try await told(["--cache-dir", "c"])
        == "cache: 29 hits (96%), 0 judged again from remembered figures, 1 read anew; 2 entries written\n")
  }

  @Test("a cache that cannot be written, or was killed while it was written, changes nothing that is told")
  func disturbedCache() async throws {
    try writeReports()
    let plain = try await workspace.run("check", "--format", "concise", "r")
    let blocked = try await workspace.run("check", "--format", "concise", "--cache-dir", "r/0/0.txt", "r")
    #expect(blocked.output == plain.output && blocked.exitCode == plain.exitCode && blocked.errors.contains("核对不受影响"))
    for round in 0..<3 {
      try await workspace.kill(["check", "--cache-dir", "c", "r"]) {
        try await Task.sleep(for: .milliseconds(20 + round * 30))
      }
      let run = try await workspace.run("check", "--format", "concise", "--cache-dir", "c", "r")
      #expect(run.output == plain.output && run.exitCode == plain.exitCode)
    }
    let chosen = ["check", "--format", "concise", "--ignore", "recalculation", "r"]
    #expect(try await workspace.run(chosen + ["--cache-dir", "c"]).output == workspace.run(chosen).output)
    async let first = workspace.run("check", "--format", "concise", "--cache-dir", "d", "r")
    async let second = workspace.run("check", "--format", "concise", "--cache-dir", "d", "r")
    for run in try await [first, second] { #expect(run.output == plain.output && run.errors.isEmpty) }
  }
}
