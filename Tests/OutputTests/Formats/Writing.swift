// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings
import CrossfootRules
import CrossfootText

@testable import CrossfootOutput

/// The document of some reports in a format.
func written(
  _ format: FormatName, _ results: [ReportResult], refused: [(String, Problem)] = [],
  _ set: (inout FormatContext) -> Void = { _ in }
) -> String {
  var context = FormatContext(version: "0.1.0", text: TextOptions(language: .zh))
  set(&context)
  var writer = ResultWriter(format, context)
  var text = results.map { writer.add($0) }.joined()
  for (path, problem) in refused { writer.refuse(path, problem) }
  text += writer.finish()
  return text
}

/// A document of JSON, read.
func parsed(_ text: String) throws -> JSONNode {
  let bytes = Array(text.utf8)
  var reader = JSONReader(bytes, 0..<bytes.count)
  return try reader.read()
}

/// Numbers among the members of an object, by key.
func numbers(_ node: JSONNode?) -> [String: Int] {
  Dictionary(
    uniqueKeysWithValues: (node?.members ?? []).compactMap { key, _, value in value.integer.map { (key, $0) } })
}

extension ReportResult {
  /// A report whose figures stand after Han and a character beyond the basic plane, on its second line:
  ///
  ///     说明𠮷：本年支出96万元，其中：甲40万元、乙57万元。
  ///
  /// - Parameters:
  ///   - count: how often the finding occurs.
  ///   - severities: the severity of each; the last goes for all further ones.
  static func astral(
    path: String = "报告/一.txt", count: Int = 1, severities: [Severity] = [.error],
    baseline: BaselineState = .new, expected: String? = "97"
  ) -> ReportResult {
    var sample = Sample()
    sample.rule = "footing.list"
    sample.kind = .listTotal
    sample.path = path
    sample.label = "本年支出"
    sample.expected = expected
    sample.arithmetic = [Arithmetic("40 + 57", "97", stated: "96")]
    sample.baseline = baseline
    var result = sample.result("第一行\n说明𠮷：本年支出⟦*total|96⟧万元，其中：甲⟦part|40⟧万元、乙⟦part|57⟧万元。\n")
    let first = result.findings[0]
    result.findings = (0..<count).map { index in
      var finding = first
      finding.severity = severities[min(index, severities.count - 1)]
      return finding
    }
    return result
  }

  /// A report without findings.
  static let clean = Sample().result("本年支出97万元。\n")
}
