// SPDX-License-Identifier: Apache-2.0
import Testing

/// A text and the outline a reader would draw of it.
struct OutlineCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let text: String
  let outline: [String]

  init(_ name: String, _ text: String, _ outline: [String]) {
    testDescription = name
    self.text = text
    self.outline = outline
  }
}

@Suite struct PassageTests {
  @Test(arguments: wraps + numbers + headings + furniture)
  func readsLikeAPerson(_ example: OutlineCase) {
    #expect(document(example.text).outline == example.outline)
  }

  static let wraps = [
    OutlineCase(
      "a blank line after every printed line",
      """
      水务中心承担全市水库和堤防的日常巡查，负责防汛物资的储备和调

      拨，组织开展河道清淤，为沿河各镇提供水情预报服务，并配合应急

      部门做好汛期值守工作。

      2024年主要任务是完成三座水库的除险加固。
      """,
      [
        "P 水务中心承担全市水库和堤防的日常巡查，负责防汛物资的储备和调拨，组织开展河道清淤，为沿河各镇提供水情预报服务，并配合应急部门做好汛期值守工作。",
        "P 2024年主要任务是完成三座水库的除险加固。",
      ]),
    OutlineCase(
      "paragraphs that open with an indent go on after a full line that ends a sentence",
      """
        水务中心承担全市水库和堤防的日常巡查和防汛物资的储备调拨。
      组织开展河道清淤，为沿河各镇提供水情预报服务，配合应急部门值
      守。
        汛期共值守四十六天，发出预警短信一百二十条，转移群众两批次，
      没有发生人员伤亡。
      """,
      [
        "P 水务中心承担全市水库和堤防的日常巡查和防汛物资的储备调拨。组织开展河道清淤，为沿河各镇提供水情预报服务，配合应急部门值守。",
        "P 汛期共值守四十六天，发出预警短信一百二十条，转移群众两批次，没有发生人员伤亡。",
      ]),
    OutlineCase(
      "a sentence goes on behind the end of a page, however short the page's last line is",
      """
        全年抽查农资门店426家，其中：种子门店118家、农药门店176家、兽药

      — 7 —

      门店132家，立案9起，全部办结。
        专项检查另行通报。
      """,
      [
        "P 全年抽查农资门店426家，其中:种子门店118家、农药门店176家、兽药门店132家，立案9起，全部办结。", "F —7—",
        "P 专项检查另行通报。",
      ]),
    OutlineCase(
      "a heading and a finished paragraph do not go on behind the end of a page",
      """
        全年抽查农资门店426家，立案9起，全部办结。

      — 7 —

      其余门店由各镇自查，12月底前报结果。

      三、下步打算，工作重点

      — 8 —

      2025年抽查门店450家，覆盖各镇。
      """,
      [
        "P 全年抽查农资门店426家，立案9起，全部办结。", "F —7—", "P 其余门店由各镇自查，12月底前报结果。",
        "H2 三、下步打算，工作重点", "F —8—", "P 2025年抽查门店450家，覆盖各镇。",
      ]),
    OutlineCase(
      "a line ends inside a number, behind its point or inside its unit",
      """
      一般公共预算收入完成86．3亿元，增长4．7％，其中税收收入增长3．
      45％，非税收入完成0.09亿
      元，主要是罚没收入减少。
      """,
      ["P 一般公共预算收入完成86.3亿元，增长4.7%，其中税收收入增长3.45%，非税收入完成0.09亿元，主要是罚没收入减少。"]),
    OutlineCase(
      "flush text goes on behind a full line that ends a sentence, where the lines around it are as wide",
      """
      市本级教育支出17.98亿元，比上年增长3.98%；科学技术支出2.77亿元，
      用于重点研发和成果转化；文化旅游体育与传媒支出6.12亿元，已下达。
      其中，文物保护支出1.20亿元，非遗传承支出0.45亿元，主要用于古城墙
      表面加固和图书古籍修复，年末结转0.16亿元，下年继续使用；城乡社区
      支出4.30亿元，农林水支出8.85亿元。
      交通运输支出2.11亿元。
      """,
      [
        "P 市本级教育支出17.98亿元，比上年增长3.98%;科学技术支出2.77亿元，用于重点研发和成果转化;文化旅游体育与传媒支出6.12亿元，已下达。其中，文物保护支出1.20亿元，非遗传承支出0.45亿元，主要用于古城墙表面加固和图书古籍修复，年末结转0.16亿元，下年继续使用;城乡社区支出4.30亿元，农林水支出8.85亿元。",
        "P 交通运输支出2.11亿元。",
      ]),
    OutlineCase(
      "a gap between paragraphs ends one, however wide its last line is",
      """
      市本级教育支出17.98亿元，比上年增长3.98%；科学技术支出2.77亿元，
      用于重点研发和成果转化；文化旅游体育与传媒支出6.12亿元，已下达。

      非遗传承支出0.45亿元，文物保护支出1.20亿元，主要用于古城墙内外
      表面加固和图书古籍修复，年末结转0.16亿元，下年继续使用，不另调。
      """,
      [
        "P 市本级教育支出17.98亿元，比上年增长3.98%;科学技术支出2.77亿元，用于重点研发和成果转化;文化旅游体育与传媒支出6.12亿元，已下达。",
        "P 非遗传承支出0.45亿元，文物保护支出1.20亿元，主要用于古城墙内外表面加固和图书古籍修复，年末结转0.16亿元，下年继续使用，不另调。",
      ]),
    OutlineCase(
      "a numbered table or figure begins anew",
      """
      市本级教育支出17.98亿元，比上年增长3.98%，农林水支出8.85亿元，见
      表2
      非遗传承支出0.45亿元，文物保护支出1.20亿元，主要用于古城墙内外，
      图一 支出结构
      """,
      [
        "P 市本级教育支出17.98亿元，比上年增长3.98%，农林水支出8.85亿元，见", "H6 表2",
        "P 非遗传承支出0.45亿元，文物保护支出1.20亿元，主要用于古城墙内外，", "P 图一支出结构",
      ]),
    OutlineCase(
      "letter-spaced lines read as words",
      """
      全 市 水 利 投 资 完 成 45.2 亿 元 ，为 年 度 计 划 的
      103.5% ，其 中 ：河 道 整 治 20.1 亿 元 。
      """,
      ["P 全市水利投资完成45.2亿元，为年度计划的103.5%，其中:河道整治20.1亿元。"]),
    OutlineCase(
      "one paragraph per line is not joined",
      """
      全年水利投资45.2亿元，增长3.5%。
      其中河道整治20.1亿元，水库加固12.4亿元，灌区改造8.6亿元，其他4.1亿元，均按进度拨付到位。
      汛期平稳度过。
      """,
      [
        "P 全年水利投资45.2亿元，增长3.5%。",
        "P 其中河道整治20.1亿元，水库加固12.4亿元，灌区改造8.6亿元，其他4.1亿元，均按进度拨付到位。",
        "P 汛期平稳度过。",
      ]),
  ]

  static let numbers = [
    OutlineCase(
      "a number and its unit on two lines",
      """
      本单位全年安排防汛物资采购资金共计二十余批次，累计支出648.9

      万元，比上年增加35.2万元，其余资金用于堤防维修养护和管护人员经

      费。
      """,
      ["P 本单位全年安排防汛物资采购资金共计二十余批次，累计支出648.9万元，比上年增加35.2万元，其余资金用于堤防维修养护和管护人员经费。"]),
    OutlineCase(
      "a decimal point that begins a line",
      """
      一般公共预算收入完成6680
      .6 亿元，增长4
      .8% 。
      """,
      ["P 一般公共预算收入完成6680.6亿元，增长4.8%。"]),
    OutlineCase(
      "a comparison keeps its 不",
      """
      供水管网改造后全年因故障停水的次数明显减少，单次停水时长不

      大于 24小时，水质抽检合格率保持在百分之九十九以上，群众比较满

      意。
      """,
      ["P 供水管网改造后全年因故障停水的次数明显减少，单次停水时长不大于24小时，水质抽检合格率保持在百分之九十九以上，群众比较满意。"]),
    OutlineCase(
      "two numbers never become one",
      """
      各镇巡查河道的次数由上年的一千零二十次提高到一千三百次，编号12
      345 的险段已经排除，其余险段列入下一年度的除险加固计划，由各镇
      按月上报进度，中心按季度抽查，年底统一验收并公布结果。
      """,
      [
        "P 各镇巡查河道的次数由上年的一千零二十次提高到一千三百次，编号12 345 的险段已经排除，其余险段列入下一年度的除险加固计划，由各镇按月上报进度，中心按季度抽查，年底统一验收并公布结果。"
      ]),
    OutlineCase("a list number stays apart from a year", "4. 2025年部门收入预算", ["H4 4. 2025年部门收入预算"]),
  ]

  static let headings = [
    OutlineCase(
      "levels follow the numbering",
      """
      第一部分 水务中心概况
      一、主要职责
      （一）防汛值守
      1.汛期巡查
      （1）巡查频次
      巡查每周两次。
      """,
      [
        "H1 第一部分水务中心概况", "H2 一、主要职责", "H3 (一)防汛值守", "H4 1.汛期巡查", "H5 (1)巡查频次", "P 巡查每周两次。",
      ]),
    OutlineCase(
      "a numbered line with an amount is no heading",
      "一、水利投资45.2亿元\n二、河道整治",
      ["P 一、水利投资45.2亿元", "H2 二、河道整治"]),
    OutlineCase("a number alone on its line", "二、\n2026年预算草案", ["H2 二、2026年预算草案"]),
    OutlineCase(
      "an explanation is no heading",
      "一、财政拨款：指水务中心从本级财政取得的资金。",
      ["P 一、财政拨款:指水务中心从本级财政取得的资金。"]),
    OutlineCase(
      "a title over two lines", "关于水务中心2025年预算执行情况和\n2026年预算的报告",
      ["H1 关于水务中心2025年预算执行情况和2026年预算的报告"]),
    OutlineCase("Markdown", "# 水务公报\n## 降水\n全年降水812毫米。", ["H1 #水务公报", "H2 ##降水", "P 全年降水812毫米。"]),
    OutlineCase("markup paragraphs", "<p>一、降水</p><p>全年降水812毫米。</p>", ["H2 一、降水", "P 全年降水812毫米。"]),
  ]

  static let furniture = [
    OutlineCase(
      "a page number inside a sentence follows the sentence",
      """
      水务中心承担全市水库和堤防的日常巡查，负责防汛物资的储备和调
      拨，组织开展河道清淤，为沿河各镇提供水情预报服务，并配合应急
      — 3 —
      \u{c}部门做好汛期值守工作。
      """,
      [
        "P 水务中心承担全市水库和堤防的日常巡查，负责防汛物资的储备和调拨，组织开展河道清淤，为沿河各镇提供水情预报服务，并配合应急部门做好汛期值守工作。",
        "F —3—",
      ]),
    OutlineCase(
      "contents with leaders", "一、主要职责 ………………… 3\n二、机构设置......................5\n一、主要职责",
      ["F 一、主要职责…………………3", "F 二、机构设置......................5", "H2 一、主要职责"]),
    OutlineCase(
      "a running head",
      "水务公报 第二期\n一、降水\n\u{c}水务公报 第二期\n二、蒸发\n\u{c}水务公报 第二期\n三、径流",
      [
        "F 水务公报第二期", "H2 一、降水", "F 水务公报第二期", "H2 二、蒸发", "F 水务公报第二期", "H2 三、径流",
      ]),
    OutlineCase(
      "a footnote inside a sentence",
      """
        水务中心承担全市水库和堤防的日常巡查，负责防汛物资的储备和
      调拨，组织开展河道清淤，为沿河各镇提供水情①预报服务，并配合
      ①水情是指江河湖库的水位、流量和蓄水量，由水文站逐日测报，汛期加密到每两个小时一次。
      — 1 —
      \u{c}应急部门做好汛期值守工作。
      """,
      [
        "P 水务中心承担全市水库和堤防的日常巡查，负责防汛物资的储备和调拨，组织开展河道清淤，为沿河各镇提供水情①预报服务，并配合应急部门做好汛期值守工作。",
        "P ①水情是指江河湖库的水位、流量和蓄水量，由水文站逐日测报，汛期加密到每两个小时一次。", "F —1—",
      ]),
    OutlineCase("page of pages", "第3页 共12页", ["F 第3页共12页"]),
    OutlineCase(
      "a web page's own lines",
      """
      网站首页 无障碍浏览
      政务公开
      当前位置：首页 > 水务公报
      索引号：0151-2026
      全年降水812毫米，比常年偏多一成，主要集中在七月和八月。
      网站地图
      版权所有：水务中心 ICP备12002983号
      """,
      [
        "F 网站首页无障碍浏览", "F 政务公开", "F 当前位置:首页>水务公报", "F 索引号:0151-2026",
        "P 全年降水812毫米，比常年偏多一成，主要集中在七月和八月。", "F 网站地图", "F 版权所有:水务中心 ICP备12002983号",
      ]),
  ]
}
