// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings
import TestSupport
import Testing

/// Where lines of one sentence stand apart, what they say together is not known: nothing is contradicted.
@Suite struct CutSentenceTests {
  /// A paragraph much wider than what stands between two of them, so that widths do not tell whether lines run on.
  private static let wide = """
    教育支出12.66亿元，主要用于义务教育学校新建扩建、中等职业学校实训基地建设、学前教育普惠资源扩容和校舍安全改造，年内全部投入使用。
    """

  private func told(_ paragraph: String) throws -> [String] {
    let text = [Self.wide, paragraph, Self.wide].joined(separator: "\n")
    return try Examination.reading(Array(text.utf8)).told.map { "\($0.rule) \($0.primary.text)" }
  }

  @Test("a list without its last parts", arguments: [false, true])
  func cutList(isWhole: Bool) throws {
    let rest = isWhole ? "。" : "，公务接待费\n0.11亿元，因公出国（境）费0.33亿元。"
    let list = "2025年安排公务用车等经费2.14亿元，其中：公务用车购置费0.40亿元，公务用车运行维护费1.30亿元\(rest)"
    #expect(try told(list) == (isWhole ? ["footing.list 2.14"] : []))
  }

  @Test("a sum without its first amount", arguments: [false, true])
  func cutSum(isWhole: Bool) throws {
    let cut = isWhole ? "" : "\n"
    let sum = "全市一般公共预算支出461.67亿元，重点安排教育支出、卫生健康支出、节能环保支出等\(cut)城乡社区支出50.38亿元，加上上解支出20.54亿元，支出总计482.11亿元。"
    #expect(try told(sum) == (isWhole ? ["footing.list 482.11"] : []))
  }

  @Test("a change without its amount", arguments: [false, true])
  func cutChange(isWhole: Bool) throws {
    let cut = isWhole ? "" : "\n"
    let change = "一般公共预算支出461.67亿元，主要用于教育、卫生健康、节能环保等方面，其中债券资金安排\(cut)92亿元，比上年增加42亿元，增长91%。"
    #expect(try told(change) == (isWhole ? ["recalculation.change-rate 91%"] : []))
  }

  @Test("the other sentences of a cut paragraph are judged as ever")
  func others() throws {
    let paragraph = """
      全年支出708万元，其中：基本支出195万元，项目支出515万元。年末结转结余资金12万元，按规定交回财政，主要是因为设备采购项目
      验收推迟，合同尾款8万元，质保金4万元。
      """
    #expect(try told(paragraph) == ["footing.list 708"])
  }
}
