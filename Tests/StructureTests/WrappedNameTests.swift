// SPDX-License-Identifier: Apache-2.0
import Testing

/// Tables whose names take several lines, tables whose pipes only end cells, and page numbers that no form feed follows.
@Suite struct WrappedNameTests {
  @Test(arguments: placed + streams + sides + pipes + pages)
  func readsTheGrid(_ example: OutlineCase) {
    #expect(document(example.text).outline == example.outline)
  }

  static let placed = [
    OutlineCase(
      "a name goes on above and below the line of its figures",
      """
      科目编码   科目名称                  决算数     基本支出
      205        教育支出                  820.40       610.20
      20502      普通教育                  610.20       610.20
      2050299    其他普通教育支出与农      610.20       610.20
                 村学校
                 进修及培训和继续教育
      20508      支出                      210.20         0.00
      """,
      [
        """
        T columns
        = 1|科目编码 2|科目名称 3|决算数 4|基本支出
        : 1|205 2|教育支出 3|820.40 4|610.20
        : 1|20502 2|普通教育 3|610.20 4|610.20
        : 1|2050299 2|其他普通教育支出与农村学校 3|610.20 4|610.20
        : 1|20508 2|进修及培训和继续教育支出 3|210.20 4|0.00
        """
      ]),
    OutlineCase(
      "a heading between rows goes on with no name",
      """
      项目                          上年数     本年数
      行政单位离退休人员经费        120.40     131.60
      二、项目支出
      办案                           61.20      65.80
      装备                           35.10      42.40
      """,
      [
        """
        T columns
        = 0|项目 1|上年数 2|本年数
        : 0|行政单位离退休人员经费 1|120.40 2|131.60
        : 0|二、项目支出
        : 0|办案 1|61.20 2|65.80
        : 0|装备 1|35.10 2|42.40
        """
      ]),
  ]

  static let streams = [
    OutlineCase(
      "a code with the first line of its name, the figures behind the second",
      "205 教育支出 820.40 820.40\n20502 普通教育 610.20 610.20\n2050299 其他普通教育支出与农\n村学校 610.20 610.20\n20508 进修及培训 210.20 210.20\n",
      ["T flattened\n: 0|205 1|教育支出 2|820.40 3|820.40\n: 0|20502 1|普通教育 2|610.20 3|610.20\n: 0|2050299 1|其他普通教育支出与农村学校 2|610.20 3|610.20\n: 0|20508 1|进修及培训 2|210.20 3|210.20"]),
    OutlineCase(
      "a code with the figures, between two lines of its name",
      "205 教育支出 820.40 820.40\n20502 普通教育 610.20 610.20\n其他普通教育支出与农\n2050299 610.20 610.20\n村学校\n进修及培训和继续教\n20508 210.20 210.20\n育支出\n2050803 培训支出 210.20 210.20\n",
      ["T flattened\n: 0|205 1|教育支出 2|820.40 3|820.40\n: 0|20502 1|普通教育 2|610.20 3|610.20\n: 0|2050299 1|其他普通教育支出与农村学校 2|610.20 3|610.20\n: 0|20508 1|进修及培训和继续教育支出 2|210.20 3|210.20\n: 0|2050803 1|培训支出 2|210.20 3|210.20"]),
  ]

  static let sides = [
    OutlineCase(
      "two sides of codes: a name above and below its figures, and rows of the second side only",
      """
      301 工资福利支出 1,387.82 302 商品和服务支出 530.72
      30101 基本工资 900.40 30201 办公费 242.26
      机关事业单位基本养老保
      30108 487.42 30202 印刷费 88.46
      险缴费
      30299 其他商品和服务支出 200.00
      310 资本性支出
      人员经费合计 1,387.82 公用经费合计 530.72
      """,
      [
        """
        T flattened
        : 0|301 1|工资福利支出 2|1,387.82
        : 0|30101 1|基本工资 2|900.40
        : 0|30108 1|机关事业单位基本养老保险缴费 2|487.42
        : 1|人员经费合计 2|1,387.82
        : 0|302 1|商品和服务支出 2|530.72
        : 0|30201 1|办公费 2|242.26
        : 0|30202 1|印刷费 2|88.46
        : 0|30299 1|其他商品和服务支出 2|200.00
        : 0|310 1|资本性支出
        : 1|公用经费合计 2|530.72
        """
      ]),
    OutlineCase(
      "names of the second side around their figures, and a first side that is a code and a name, or nothing but a code",
      """
      301 工资福利支出 1,387.82 302 商品和服务支出 330.72
      30101 基本工资 900.40 30201 办公费 142.26
      因公出国（境）费
      30113 住房公积金 487.42 30212 18.24
      用
      公务用车运行维
      30310 个人农业生产补贴 30231 81.11
      护费
      其他对个人和家庭的
      30399 30240 税金及附加费用 89.11
      补助
      人员经费合计 1,387.82 公用经费合计 330.72
      """,
      [
        """
        T flattened
        : 0|301 1|工资福利支出 2|1,387.82
        : 0|30101 1|基本工资 2|900.40
        : 0|30113 1|住房公积金 2|487.42
        : 0|30310 1|个人农业生产补贴
        : 0|30399 1|其他对个人和家庭的补助
        : 1|人员经费合计 2|1,387.82
        : 0|302 1|商品和服务支出 2|330.72
        : 0|30201 1|办公费 2|142.26
        : 0|30212 1|因公出国(境)费用 2|18.24
        : 0|30231 1|公务用车运行维护费 2|81.11
        : 0|30240 1|税金及附加费用 2|89.11
        : 1|公用经费合计 2|330.72
        """
      ]),
  ]

  static let pipes = [
    OutlineCase(
      "pipes end cells: one at the start of a line ends an empty cell",
      "项目 | 上年数 | 本年数 | 备注 |\n一、共享收入 | 420.15 | 463.90 | |\n| 12.30 | 14.60 | 预计 |\n收入合计 | 432.45 | 478.50 | |\n",
      ["T pipes\n= 0|项目 1|上年数 2|本年数 3|备注\n: 0|一、共享收入 1|420.15 2|463.90\n: 1|12.30 2|14.60 3|预计\n: 0|收入合计 1|432.45 2|478.50"]),
    OutlineCase(
      "one cell a line, each with its pipe",
      "项目 |\n预算数 |\n合计 |\n4,432 |\n公务接待费 |\n323 |\n||\n",
      ["T cellPerLine\n= 0|项目 1|预算数\n: 0|合计 1|4,432\n: 0|公务接待费 1|323"]),
    OutlineCase(
      "no figures, no table", "各位代表：\n港务科 |\n航务科 |\n航道科 |\n以上各科已经到齐。\n",
      ["P 各位代表:", "P 港务科|", "P 航务科|", "P 航道科|", "P 以上各科已经到齐。"]),
  ]

  static let pages = [
    OutlineCase(
      "a number above a title that comes again",
      "表1 收入表\n项目 金额\n税收收入 420.15\n非税收入 97.30\n7\n表1 收入表\n项目 金额\n转移收入 61.20\n合计 578.65\n",
      [
        "H6 表1 收入表", "T flattened\n= 0|项目 1|金额\n: 0|税收收入 1|420.15\n: 0|非税收入 1|97.30", "F 7", "H6 表1 收入表",
        "T flattened\n= 0|项目 1|金额\n: 0|转移收入 1|61.20\n: 0|合计 1|578.65",
      ]),
  ]
}
