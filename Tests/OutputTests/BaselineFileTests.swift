// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings
import CrossfootText
import TestSupport
import Testing

@testable import CrossfootOutput

@Suite struct BaselineFileTests {
  private static let header = #"{"crossfoot-baseline":1,"fp":"v1"}"#
  private static let line =
    #"{"path":"2024/一.txt","rule":"tie-out.repeated","fp":"07c2","n":1,"subject":"不予受理","#
    + #""values":{"left":"96","right":"97"},"status":"accepted","reason":"含撤回件","by":"li","#
    + #""on":"2026-03-02","expires":"2027-01-31"}"#

  private func read(_ text: String) throws(BaselineFileError) -> Baseline { try BaselineFile.read(Array(text.utf8)) }

  private func faults(_ text: String) -> [String] {
    do {
      _ = try read(text)
      return []
    } catch {
      return error.faults.map { "\($0.position.line):\($0.position.column) \($0.kind)" }
    }
  }

  @Test("a file is read and written back byte for byte")
  func roundTrip() throws {
    let text = "\(Self.header)\n\(Self.line)\n"
    let baseline = try read(text)
    let entry = try #require(baseline.entries.first)
    #expect(entry.path == "2024/一.txt" && entry.fingerprint == "07c2" && entry.subject == "不予受理")
    #expect(entry.values == ["left": "96", "right": "97"] && entry.status == .accepted && entry.count == 1)
    #expect(entry.reason == "含撤回件" && entry.by == "li" && entry.on == "2026-03-02" && entry.expires == "2027-01-31")
    #expect(BaselineFile.write(baseline) == text)
  }

  @Test("entries are sorted by bytes of path, rule and fingerprint, whatever order they come in")
  func sorted() {
    let entries = [("b", "r.a", "2"), ("B", "r.a", "1"), ("b", "r.a", "1"), ("乙", "r.a", "1"), ("b", "q.z", "9")].map {
      BaselineEntry(path: $0.0, rule: $0.1, fingerprint: $0.2, subject: "", values: [:])
    }
    let texts = (0..<10).map { _ in BaselineFile.write(Baseline(entries.shuffled())) }
    #expect(Set(texts).count == 1)
    let order = Baseline(entries).entries.map { $0.path + $0.rule + $0.fingerprint }
    #expect(order == ["Br.a1", "bq.z9", "br.a1", "br.a2", "乙r.a1"])
  }

  @Test("an empty baseline is a header; a byte order mark, CRLF and blank lines do no harm")
  func lenient() throws {
    #expect(BaselineFile.write(Baseline()) == Self.header + "\n")
    #expect(try read(Self.header).entries.isEmpty)
    #expect(try read("\u{FEFF}\(Self.header)\r\n\r\n\(Self.line)\r\n").entries.count == 1)
  }

  @Test(
    "texts with quotes, backslashes, controls and astral characters survive",
    arguments: [
      "引“号\"与\\反斜杠", "\u{1}\t\n\r\u{7F}", "𠀀\u{2028}", "</script>", "",
    ])
  func escapes(_ text: String) throws {
    let entry = BaselineEntry(
      path: "a", rule: "r.r", fingerprint: "f", subject: text, values: [text: text], reason: text)
    let written = BaselineFile.write(Baseline([entry]))
    #expect(written.split(separator: "\n").count == 2)
    #expect(try read(written).entries == [entry])
  }

  @Test(
    "a file that cannot be read says where and why",
    arguments: [
      ("", "1:1 missingHeader"), ("[1]", "1:1 syntax"), (#"{"path":"a"}"#, "1:1 missingHeader"),
      (#"{"crossfoot-baseline":2,"fp":"v1"}"#, #"1:23 otherVersion("2")"#),
      (#"{"crossfoot-baseline":1,"fp":"v9"}"#, #"1:30 otherVersion("v9")"#),
      (#"{"crossfoot-baseline":1}"#, #"1:1 missingKey("fp")"#),
      (#"{"crossfoot-baseline":1,"fp":"v1","x":0}"#, #"1:35 unknownKey("x")"#),
    ])
  func badHeader(_ row: (String, String)) {
    #expect(faults(row.0).first == row.1)
  }

  /// A change to the entry, the fault it makes, and the text at which the fault is told.
  struct Damage: Sendable {
    var from: String
    var to: String
    var fault: String
    var at: String

    init(_ from: String, _ to: String, _ fault: String, at: String) {
      self.from = from
      self.to = to
      self.fault = fault
      self.at = at
    }
  }

  @Test(
    "a bad entry says line and column",
    arguments: [
      Damage(#""n":1"#, #""n":"one""#, #"wrongType(key: "n", expected: "number")"#, at: #""one""#),
      Damage(#""n":1"#, #""n":0"#, #"badValue(key: "n", expected: "1, 2, 3 …")"#, at: "0,"),
      Damage(#""n":1"#, #""n":1.5"#, "badValue", at: "1.5"),
      Damage(#""n":1"#, #""m":1"#, #"unknownKey("m")"#, at: #""m""#),
      Damage(#""n":1"#, #""fp":"x""#, #"repeatedKey("fp")"#, at: #""fp":"x""#),
      Damage(#""fp":"07c2","#, "", #"missingKey("fp")"#, at: #"{"path"#),
      Damage(#""left":"96""#, #""left":96"#, #"wrongType(key: "values.left", expected: "string")"#, at: "96,"),
      Damage(#""accepted""#, #""acepted""#, "badValue", at: #""acepted"#),
      Damage("2027-01-31", "soon", "badValue", at: #""soon"#),
      Damage("2027-01-31", "2027-13-01", "badValue", at: #""2027-13"#),
      Damage(#"{"left""#, #"["left""#, "syntax", at: #":"96""#),
      Damage(#"{"path""#, "{path", "syntax", at: "path"), Damage("2024/一.txt", "", "badValue", at: #""","rule"#),
      Damage("含撤回件", #"\x"#, "syntax", at: #"\x"#), Damage("含撤回件", #"\ud800"#, "syntax", at: #"\ud800"#),
      Damage(#""by""#, #" "by" : null, "by""#, #"wrongType(key: "by", expected: "string")"#, at: "null"),
    ])
  func badEntry(_ damage: Damage) throws {
    let broken = Self.line.replacing(damage.from, with: damage.to, maxReplacements: 1)
    let place = try #require(broken.firstRange(of: damage.at))
    let column = broken[..<place.lowerBound].unicodeScalars.count + 1
    let found = faults("\(Self.header)\n\(broken)\n\(Self.line)\n")
    #expect(found.first?.hasPrefix("2:\(column) \(damage.fault)") == true, "\(found)")
  }

  @Test("a cut file is refused at its end, wherever it is cut")
  func cut() {
    let whole = Array("\(Self.header)\n\(Self.line)".utf8)
    let headerEnd = Self.header.utf8.count
    for length in 1..<whole.count where length != headerEnd && length != headerEnd + 1 {
      do {
        _ = try BaselineFile.read(Array(whole[..<length]))
        Issue.record("a file of \(length) bytes was read")
      } catch {
        #expect(error.faults.map(\.kind) == [.cut])
      }
    }
  }

  @Test("conflict markers are named, with all three of their lines")
  func conflict() {
    let text = "\(Self.header)\n<<<<<<< ours\n\(Self.line)\n=======\n\(Self.line)\n>>>>>>> theirs\n"
    #expect(faults(text) == ["2:1 mergeConflict", "4:1 mergeConflict", "6:1 mergeConflict"])
  }

  @Test("deep nesting is an error, not a crash")
  func nesting() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(faults("\(Self.header)\n{\"path\":\(deep)").first == "2:40 syntax")
  }

  @Test("random bytes are refused or read; what is read is every line, and can be written", arguments: 0..<4)
  func anyBytes(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let whole = Array("\(Self.header)\n\(Self.line)\n\(Self.line)\n".utf8)
    for _ in 0..<500 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        bytes[place] = UInt8.random(in: 0...255, using: &random)
      }
      guard let baseline = try? BaselineFile.read(bytes) else { continue }
      #expect(baseline.entries.count == bytes.split { $0 == 0x0A || $0 == 0x0D }.count - 1)
      #expect(try read(BaselineFile.write(baseline)) == baseline)
    }
  }

  @Test("text that is no UTF-8 is told at its place, not repaired")
  func invalidText() {
    var bytes = Array("\(Self.header)\n\(Self.line)\n".utf8)
    let place = Self.header.utf8.count + 1 + Self.line.utf8.count - 4
    bytes[place] = 0xFF
    do {
      _ = try BaselineFile.read(bytes)
      Issue.record("read")
    } catch {
      #expect(error.faults.map(\.kind) == [.syntax] && error.faults[0].position.line == 2)
    }
  }

  @Test("the published schema accepts every line that is written")
  func schema() throws {
    let checker = try SchemaChecker("crossfoot-baseline-1.schema.json")
    let plain = BaselineEntry(path: "a", rule: "r.r", fingerprint: "f", subject: "", values: [:])
    let baseline = Baseline(try read("\(Self.header)\n\(Self.line)").entries + [plain])
    for line in BaselineFile.write(baseline).split(separator: "\n") {
      #expect(try checker.violations(String(line)) == [])
    }
    #expect(try checker.violations(#"{"path":"a"}"#) != [])
  }

  @Test("faults are told with path, line and column, and the line with a caret")
  func sentences() throws {
    do {
      _ = try read("\(Self.header)\n=======\n")
      Issue.record("read")
    } catch {
      let place = "\n 2 | =======\n   | ^"
      let english = "b.jsonl:2:1: error: merge conflict marker: resolve the conflict first"
      #expect(Sentences(.en).errors(error, path: "b.jsonl") == english + place)
      #expect(Sentences(.zh).errors(error, path: "b.jsonl") == "b.jsonl:2:1: 错误：合并冲突标记，请先解决冲突" + place)
    }
  }
}
