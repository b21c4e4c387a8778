// SPDX-License-Identifier: Apache-2.0

extension LanguagePack {
  /// Scale words, longest first.
  static let chineseScales: [(text: String, power: Int)] = [
    ("万亿", 12), ("千亿", 11), ("百亿", 10), ("十亿", 9), ("千万", 7), ("百万", 6), ("十万", 5),
    ("亿", 8), ("万", 4), ("千", 3), ("百", 2),
  ]

  static let chineseUnits: [UnitWord] =
    [
      UnitWord("个百分点", .percentagePoint), UnitWord("百分点", .percentagePoint),
      UnitWord("个基点", .basisPoint), UnitWord("%", .percent), UnitWord("‰", .permille),
      UnitWord("元", .money), UnitWord("美元", .money), UnitWord("港元", .money), UnitWord("欧元", .money),
      UnitWord("人民币", .money), UnitWord("倍", .multiple), UnitWord("番", .multiple), UnitWord("分", .score),
    ]
    + chineseMeasures.map { UnitWord($0, .measure) } + chineseCounters.map { UnitWord($0, .count) }

  /// Physical measures: not counted in whole pieces.
  static let chineseMeasures = [
    "平方公里", "平方千米", "平方米", "立方米", "公顷", "公里", "千米", "皮长公里", "海里", "米", "亩", "吨", "公斤", "千克", "克",
    "升", "千瓦时", "千瓦", "兆瓦", "瓦", "度", "小时", "分钟", "秒", "天", "日", "周", "个月", "月", "年", "岁", "标准煤", "标箱",
    "TB", "PB", "GB", "MB", "KB", "Gbps", "Mbps", "GW", "MW", "kW", "KW", "km", "kg", "G", "M", "T", "t", "℃",
  ]

  /// Measure words for things that are counted in whole pieces.
  static let chineseCounters = [
    "人次", "车次", "班次", "架次", "件次", "户次", "人日", "台套", "台", "套", "辆", "架", "艘", "条", "项", "个", "家", "名", "人", "位", "户",
    "件", "宗", "起", "次", "场", "期", "批", "份", "篇", "部", "册", "本", "张", "幅", "所", "座", "处", "间", "栋", "幢", "片", "块", "支",
    "只", "头", "口", "对", "组", "队", "级", "类", "种", "款", "门", "节", "课", "轮", "例", "案", "株", "棵", "盏", "根", "辈", "页", "字",
    "句", "点", "城", "镇", "乡", "村", "社区", "单位", "部门", "企业", "项目", "行", "笔", "桩", "枚", "颗", "床", "面", "道", "环", "核",
    "通", "人份", "号", "步", "大", "方面", "维度", "层级", "领域", "方",
  ]

  static let chineseQualifiersBefore: [(text: String, kind: QualifierWord)] = [
    ("约", .about), ("大约", .about), ("约为", .about), ("大概", .about), ("近", .below), ("将近", .below), ("接近", .below),
    ("不足", .below),
    ("超", .above), ("超过", .above), ("逾", .above), ("突破", .above), ("多达", .above), ("高于", .moreThan),
    ("≥", .atLeast), (">=", .atLeast), ("≧", .atLeast), ("不少于", .atLeast), ("不低于", .atLeast), ("不小于", .atLeast),
    ("达到", .atLeast), ("至少", .atLeast), ("大于等于", .atLeast), ("大于或等于", .atLeast),
    (">", .moreThan), ("大于", .moreThan), ("多于", .moreThan),
    ("≤", .atMost), ("<=", .atMost), ("≦", .atMost), ("不超过", .atMost), ("不超", .atMost), ("不高于", .atMost),
    ("不大于", .atMost),
    ("不多于", .atMost), ("至多", .atMost), ("小于等于", .atMost), ("小于或等于", .atMost), ("控制在", .atMost),
    ("<", .lessThan), ("小于", .lessThan), ("少于", .lessThan), ("低于", .lessThan),
  ]

  static let chineseQualifiersAfter: [(text: String, kind: QualifierWord)] = [
    ("左右", .about), ("上下", .about), ("以上", .above), ("以下", .below), ("以内", .atMost), ("之内", .atMost),
    ("及以上", .atLeast), ("余", .above), ("多", .above),
  ]
}
