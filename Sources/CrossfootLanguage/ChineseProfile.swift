// SPDX-License-Identifier: Apache-2.0

extension ProfileWords {
  /// The Chinese words.
  public static let chinese = ProfileWords(
    kinds: [
      ("绩效自评", .performance), ("绩效评价", .performance), ("自我评价", .performance), ("自评", .performance),
      ("绩效目标", .performance),
      ("绩效", .performance), ("预算执行", .budgetExecution), ("统计公报", .communique), ("决算", .finalAccounts), ("预算", .budget),
      ("年度报告", .other), ("政府工作报告", .other), ("工作报告", .other), ("工作总结", .other), ("预算调整", .other), ("债务余额", .other),
      ("债务限额", .other),
    ],
    inert: ["预决算", "决算管理", "预算管理", "预算法"],
    levels: [
      ("项目支出", .project), ("项目", .project), ("整体支出", .department), ("部门", .department), ("单位", .unit),
      ("政府预算", .government), ("政府决算", .government),
      ("财政预算", .government), ("财政决算", .government), ("财政总决算", .government), ("地方财政", .government), ("市本级", .government),
      ("省本级", .government), ("县本级", .government), ("区本级", .government), ("全市", .government), ("全省", .government),
      ("全县", .government), ("全区", .government),
    ],
    nameParts: ["财政局", "财政厅", "财政部", "财政所"], openers: ["关于"],
    nameEnders: [
      "国民经济", "整体", "区级", "市级", "省级", "县级", "州级", "本级", "财政", "一般公共", "政府性基金", "国有资本", "社会保险", "地方政府",
      "政府信息公开", "三公", "“三公”", "预算", "决算", "绩效", "自评",
    ],
    joiners: ["关于", "及", "和", "与", "的", "、"],
    titleEnds: [
      "报告", "预算", "决算", "公报", "公开", "说明", "自评表", "评价表", "申报表", "自评", "评价", "自我评价", "情况", "草案", "情况表", "目标表", "信息",
      "工作总结", "工作安排",
    ],
    organisationLabels: [
      "部门名称", "部门(单位)名称", "单位名称", "部门（单位）名称", "预算单位", "实施单位", "项目单位", "项目实施单位", "申报单位", "申请单位", "填报单位", "填报部门",
      "编制单位", "预算部门", "预算主管部门",
    ],
    organisationEnds: [
      "中心", "局", "委", "会", "室", "处", "院", "校", "所", "站", "馆", "厅", "部", "署", "市", "区", "县", "州", "省", "旗", "镇", "乡",
      "队", "社", "团", "公司",
      "学", "台", "库", "园", "办", "府", "联", "协", "科", "段", "场", "(本级)", "本级", "基地", "大学",
    ],
    placeEnds: ["市", "区", "县", "州", "省", "旗", "镇", "乡", "盟"],
    governmentEnds: ["人民政府"], sessionOpeners: ["在"], sessionEnds: ["届"],
    yearEnds: ["年度", "年"],
    script: [
      "万", "亿", "预", "减", "费", "购", "务", "开", "个", "国", "实", "际", "总", "财", "会", "业", "门", "车", "运", "经", "级", "项", "较",
      "长",
    ],
    otherScript: [
      "萬", "億", "預", "減", "費", "購", "務", "開", "個", "國", "實", "際", "總", "財", "會", "業", "門", "車", "運", "經", "級", "項", "較",
      "長",
    ],
    numerals: ["第", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"],
    numberEnds: ["、", "．", "部分", "章"], sentenceMarks: ["。", "，"])
}
