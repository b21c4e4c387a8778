// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootFindings
import CrossfootOutput
import CrossfootRules
import CrossfootText
import Foundation
import TestSupport
import Testing

@testable import CrossfootArchive

@Suite struct CacheTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  private func cache(version: String = "1") -> ReportCache {
    ReportCache(directory: folder("cache/here"), version: version)
  }

  private func file(_ path: String) -> ReportFile { ReportFile(path: Array(path.utf8)) }

  /// Reports with findings, with notes, in other encodings and with nothing in them.
  private func reports() throws -> [ReportFile] {
    var paths = [
      try folder.write("b.txt", "2024年预算数120万元，执行数108万元，预算执行率95%。\n"), try folder.write("empty.txt", ""),
      try folder.write("plain.txt", "本年支出12万元。\n"), folder("gbk.txt"), folder("marked.txt"), folder("damaged.txt"),
    ]
    let sentence = "2024年预算数120万元，执行数108万元，预算执行率95%。\n"
    try Data([0xB1, 0xBE, 0xC4, 0xEA, 0xD6, 0xA7, 0xB3, 0xF6, 0x31, 0x32, 0xCD, 0xF2, 0xD4, 0xAA, 0xA1, 0xA3, 0x0A])
      .write(to: URL(fileURLWithPath: paths[3]))
    try Data([0xEF, 0xBB, 0xBF] + Array(sentence.utf8)).write(to: URL(fileURLWithPath: paths[4]))
    try Data(Array(sentence.utf8) + [0xFF, 0xFE] + Array(sentence.utf8)).write(to: URL(fileURLWithPath: paths[5]))
    for report in CorpusFiles.few { paths.append(report) }
    return paths.map(file)
  }

  /// What is said of a report, in a form that shows all of it.
  private func told(_ report: ReportFile, _ cache: ReportCache?, needsText: Bool = true) throws -> String {
    let result = try report.check(ReportFile.Settings(), cache: cache, needsText: needsText).result
    return JSONReport.render([result], version: "", language: .zh) + (needsText ? TextReport.render([result]) : "")
  }

  @Test("what is remembered is what was said, of reports of every form")
  func roundTrip() throws {
    let cache = cache()
    let reports = try reports()
    for report in reports {
      let plain = try told(report, nil)
      #expect(try told(report, cache) == plain, "first: \(report.path)")
      #expect(try told(report, cache) == plain, "second: \(report.path)")
      #expect(
        try told(report, cache, needsText: false) == told(report, nil, needsText: false), "without text: \(report.path)"
      )
    }
    let statistics = cache.statistics
    #expect(statistics.misses == reports.count && statistics.written == reports.count * 2)
    #expect(statistics.hits == reports.count * 2 && statistics.damaged == 0)
    #expect(cache.problem == nil)
  }

  @Test("a report that moved is remembered by its content, under its new path")
  func moved() throws {
    let cache = cache()
    let text = "2024年预算数120万元，执行数108万元，预算执行率95%。\n"
    _ = try file(folder.write("old.txt", text)).check(.init(), cache: cache)
    let moved = try file(folder.write("new/name.txt", text)).check(.init(), cache: cache).result
    #expect(moved.path == folder("new/name.txt"))
    #expect(moved.findings.map(\.path) == [folder("new/name.txt")])
    #expect(cache.statistics.hits == 1)
  }

  @Test("everything that decides on the result is part of the key, and what applies later is not")
  func keys() {
    let bytes = Array("支出12万元".utf8)
    func name(
      _ version: String = "1", _ bytes: [UInt8] = bytes, _ change: (inout ReportFile.Settings) -> Void = { _ in }
    ) -> String {
      var settings = ReportFile.Settings()
      change(&settings)
      let key = cache(version: version).key(of: bytes, settings)
      return String(decoding: key.findingsPath, as: UTF8.self)
    }
    let usual = name()
    #expect(name() == usual)
    #expect(name { $0.report.severities = ["score.total": .note] } == usual)
    #expect(name { $0.sizeLimit = 10 } == usual)
    let others = [
      name("2"), name("1", bytes + [0x0A]), name { $0.encoding = .gb18030 }, name { $0.report.rules = [] },
      name { $0.report.rules = ["score.total"] }, name { $0.report.rules = ["score.total", "score.range"] },
      name { $0.report.rounding = .truncates }, name { $0.report.unrelated = [LabelPair("a", "b")] },
      name { $0.report.unrelated = [LabelPair("b", "a")] }, name { $0.report.reading.kind = .budget },
      name { $0.report.reading.language = .other }, name { $0.report.reading.unit = "万元" },
    ]
    #expect(Set(others + [usual]).count == others.count + 1)
    // A setting that is added must be added here, and to a key.
    #expect(
      Mirror(reflecting: ReportSettings()).children.map(\.label) == [
        "reading", "rules", "severities", "rounding", "unrelated",
      ])
    #expect(Mirror(reflecting: ReadingSettings()).children.map(\.label) == ["kind", "language", "unit"])
  }

  @Test("the figures' key does not change with what is set about judging")
  func layers() {
    let settings = ReportFile.Settings()
    var judged = settings
    judged.report.rules = []
    let (first, second) = (cache().key(of: [1], settings), cache().key(of: [1], judged))
    #expect(first.figures == second.figures)
    #expect(first.findings != second.findings)
  }

  // MARK: damage

  /// The entry of the findings of the one report in the cache, and that of its figures.
  private func entries() throws -> (findings: String, figures: String) {
    let below = FileManager.default.enumerator(atPath: folder("cache/here/3"))?.compactMap { $0 as? String } ?? []
    let findings = try #require(below.first { $0.contains("-") })
    let figures = try #require(below.first { $0 != findings && findings.hasPrefix($0) && $0.contains("/") })
    return (folder("cache/here/3/") + findings, folder("cache/here/3/") + figures)
  }

  @Test("an entry that was cut anywhere, or changed anywhere, is no entry", arguments: [true, false])
  func damage(ofFindings: Bool) throws {
    let report = try file(folder.write("a.txt", "2024年预算数120万元，执行数108万元，预算执行率95%。\n"))
    let expected = try told(report, cache())
    let path = ofFindings ? try entries().findings : try entries().figures
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: report.path)))
    func expectNone(_ what: String) {
      let cache = cache()
      let key = cache.key(of: bytes, .init())
      let isNone =
        ofFindings
        ? cache.result(key, size: bytes.count) == nil : cache.reading(key, of: SourceText(bytes: bytes)) == nil
      #expect(isNone && cache.statistics.damaged == 1, "\(what)")
    }
    for cut in 0..<whole.count {
      try whole.prefix(cut).write(to: URL(fileURLWithPath: path))
      expectNone("cut at \(cut)")
    }
    for at in 0..<whole.count {
      var changed = whole
      changed[changed.startIndex + at] ^= 0x10
      try changed.write(to: URL(fileURLWithPath: path))
      expectNone("changed at \(at)")
    }
    // The report is examined again and its entry mended.
    try FileManager.default.removeItem(atPath: try entries().findings)
    #expect(try told(report, cache()) == expected)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == whole)
  }

  @Test("a report is read once, and judged once under each of its settings")
  func judgedAgain() throws {
    let reports = try reports()
    var settings = ReportFile.Settings()
    func told(_ report: ReportFile, _ cache: ReportCache?) throws -> String {
      let result = try report.check(settings, cache: cache).result
      return JSONReport.render([result], version: "", language: .zh) + TextReport.render([result])
    }
    for report in reports { _ = try told(report, cache()) }
    settings.report.rules = ["recalculation.execution-rate"]
    for rounding in [RoundingHabit.truncates, .nearest] {
      settings.report.rounding = rounding
      let (again, hit) = (cache(), cache())
      for report in reports {
        let plain = try told(report, nil)
        #expect(try told(report, again) == plain, "\(report.path)")
        #expect(try told(report, hit) == plain, "\(report.path)")
      }
      let (first, second) = (again.statistics, hit.statistics)
      #expect(first.rejudged == reports.count && first.misses == 0 && first.written == reports.count)
      #expect(second.hits == reports.count && second.written == 0)
    }
    // Another way of reading is another first layer.
    settings.report.reading.kind = .budget
    let other = cache()
    for report in reports { #expect(try told(report, other) == told(report, nil)) }
    #expect(other.statistics.misses == reports.count && other.statistics.rejudged == 0)
  }

  @Test("reading an entry survives any bytes: they are a result or damage")
  func anyBytes() throws {
    let report = try file(folder.write("a.txt", "2024年预算数120万元，执行数108万元，预算执行率95%。\n"))
    var writer = ByteWriter()
    StoredResult(try report.examine(ReportFile.Settings()).result).write(to: &writer)
    var random = SplitMix64(seed: 5)
    var damaged = 0
    for round in 0..<4000 {
      var bytes = writer.bytes
      for _ in 0...(round % 3) {
        guard let at = bytes.indices.randomElement(using: &random) else { break }
        switch round % 4 {
        case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: at)
        case 2: bytes.insert(0xFF, at: at)
        default: bytes = Array(bytes[..<at])
        }
      }
      var reader = ByteReader(bytes)
      do { _ = try StoredResult(from: &reader, size: 100) } catch { damaged += 1 }
    }
    #expect(damaged > 2000)
  }

  @Test("numbers of every size are read as they were written", arguments: [0, 1, -1, 63, 64, -65, 1 << 40, .max, .min])
  func numbers(number: Int) throws {
    var writer = ByteWriter()
    writer.write(number)
    var reader = ByteReader(writer.bytes)
    #expect(try reader.int() == number)
    #expect(reader.isAtEnd)
  }

  // MARK: places

  @Test("a cache that cannot be written is told once and changes nothing")
  func unwritable() throws {
    try folder.write("cache/here", "a file")
    let cache = cache()
    for report in try reports().prefix(3) { #expect(try told(report, cache) == told(report, nil)) }
    #expect(cache.problem?.path == folder("cache/here"))
    #expect(cache.statistics.written == 0)
  }

  @Test("a directory says that it is a cache, and what a killed run left behind is in nobody's way")
  func surroundings() throws {
    let report = try file(folder.write("a.txt"))
    _ = try told(report, cache())
    let path = try entries().findings
    #expect(
      try String(contentsOfFile: folder("cache/here/CACHEDIR.TAG"), encoding: .utf8)
        .hasPrefix("Signature: 8a477f597d28d172789f06886806bc55\n"))
    #expect(try String(contentsOfFile: folder("cache/here/.gitignore"), encoding: .utf8) == "*\n")
    try FileManager.default.moveItem(atPath: path, toPath: "\(path).\(getpid())-1.tmp")
    let again = cache()
    _ = try told(report, again)
    #expect(again.statistics.written == 1 && again.statistics.rejudged == 1 && again.problem == nil)
    let left = try FileManager.default.contentsOfDirectory(atPath: (path as NSString).deletingLastPathComponent)
    #expect(left.count == 3, "only the left-over and the entries: \(left)")
  }

  @Test("what served no run for a month is removed, at most once a day; what served one stays")
  func sweep() throws {
    let text = { (number: Int) in "本年支出\(number)万元。\n" }
    let reports = try (0..<5).map { try file(folder.write("\($0).txt", text($0))) }
    let paths = (0..<5).map { number in
      "\(folder("cache/here/3"))/"
        + String(decoding: cache().key(of: Array(text(number).utf8), .init()).findingsPath, as: UTF8.self)
    }
    func check(_ numbers: Int...) throws -> ReportCache {
      let cache = cache()
      for number in numbers { _ = try reports[number].check(.init(), cache: cache) }
      return cache
    }
    func age(_ path: String, days: Double) throws {
      let date = Date(timeIntervalSinceNow: -days * 24 * 60 * 60)
      try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: path)
    }
    func left() -> [Int] { paths.indices.filter { FileManager.default.fileExists(atPath: paths[$0]) } }
    try check(0, 1, 2).sweep()
    try FileManager.default.copyItem(atPath: paths[0], toPath: "\(paths[0]).cut.tmp")
    for (path, days) in [(paths[0], 31.0), (paths[0] + ".cut.tmp", 31), (paths[1], 29), (paths[2], 31)] {
      try age(path, days: days)
    }
    // Today it was looked at already; tomorrow nothing was written.
    try check(3).sweep()
    try age(folder("cache/here/swept"), days: 2)
    try check(2).sweep()
    #expect(left() == [0, 1, 2, 3])
    try check(4).sweep()
    #expect(left() == [1, 2, 3, 4])
    #expect(!FileManager.default.fileExists(atPath: "\(paths[0]).cut.tmp"))
  }

  @Test("several programs share a cache")
  func shared() async throws {
    let reports = try reports()
    let expected = try reports.map { try told($0, nil) }
    try await withThrowingTaskGroup(of: [String].self) { group in
      for _ in 0..<4 {
        let own = cache()
        group.addTask {
          try reports.map { try JSONReport.render([$0.check(.init(), cache: own).result], version: "", language: .zh) }
        }
      }
      for try await told in group {
        for (text, whole) in zip(told, expected) { #expect(whole.hasPrefix(text)) }
      }
    }
  }
}
