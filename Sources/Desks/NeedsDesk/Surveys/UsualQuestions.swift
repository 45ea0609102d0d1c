/// The form from which most surveys begin (常用问卷): who answers, how it stands, what is wanted, how, and what stood in the way.
extension SurveyQuestion {
    static let usual: [SurveyQuestion] = [
        SurveyQuestion(
            part: "基本情况", title: "您所在单位的类型",
            options: ["党政机关", "事业单位", "国有企业", "乡镇（街道）", "村（社区）", "其他"]),
        SurveyQuestion(
            part: "基本情况", title: "您的职务层次",
            options: ["县处级正职", "县处级副职", "乡科级正职", "乡科级副职", "科员及以下", "其他"]),
        SurveyQuestion(part: "基本情况", title: "您担任现职的年限", options: ["不满1年", "1至3年", "3至5年", "5年以上"]),
        SurveyQuestion(part: "培训现状", title: "近三年您参加过几次培训班", options: ["没有", "1次", "2次", "3次以上"]),
        SurveyQuestion(part: "培训现状", title: "您认为近三年的培训对工作有多大帮助", kind: .scale),
        SurveyQuestion(
            part: "培训意愿", title: "您参加培训最主要的目的", kind: .several,
            options: ["做好本职工作", "更新知识", "提高政治能力", "适应新岗位", "开阔视野", "其他"], most: 2),
        SurveyQuestion(
            part: "培训内容", title: "您最希望提高的能力", kind: .rank,
            options: ["政治能力", "调查研究能力", "科学决策能力", "改革攻坚能力", "应急处突能力", "群众工作能力", "抓落实能力"], most: 3),
        SurveyQuestion(
            part: "培训内容", title: "您最需要的培训主题", kind: .several,
            options: [
                "党的创新理论", "党性教育", "法治思维和依法行政", "数字政府和人工智能应用", "乡村全面振兴", "基层治理", "应急管理和安全生产", "营商环境和招商引资",
                "财政金融和项目管理", "生态环境保护", "公文写作和舆情应对", "统计和数据分析",
            ], most: 4, purpose: .topics),
        SurveyQuestion(
            part: "培训方式", title: "您最喜欢的教学方式", kind: .several,
            options: ["专题讲授", "案例教学", "现场教学", "研讨交流", "模拟演练", "网络学习"], most: 3),
        SurveyQuestion(part: "培训时间", title: "您认为一次培训合适的天数", options: ["1至2天", "3至5天", "6至10天", "10天以上"]),
        SurveyQuestion(part: "培训时间", title: "您方便参加培训的季度", options: ["一季度", "二季度", "三季度", "四季度", "都可以"]),
        SurveyQuestion(
            part: "师资", title: "您希望由谁授课", kind: .several,
            options: ["党政领导干部", "党校教师", "高校和科研院所专家", "基层一线先进典型", "企业管理人员"], most: 2),
        SurveyQuestion(
            part: "困难", title: "影响您参加培训的主要原因", kind: .several,
            options: ["工学矛盾", "内容重复", "内容与岗位不符", "名额少", "形式单一", "没有困难"], most: 2),
        SurveyQuestion(part: "建议", title: "您对干部教育培训的建议", kind: .text, purpose: .optional),
    ]
}
