public import Plans
public import Vocabulary

/// A number, share, whole or fixed time of a plan that no obligation was made of, with the reason why (未列入的数字).
///
/// What no obligation quotes stands here, once: nothing numeric in a plan is passed over unseen.
public struct PassedOver: Hashable, Sendable, Identifiable {
    /// Why no obligation was made of it. docs/plan-language.md lists them all, each with an example.
    public enum Reason: String, Hashable, Sendable, Codable, CaseIterable {
        /// 两学一做, 《2023—2027年规划》, “789”计划
        case name
        /// 2018年5月25日, 自2025年1月1日起施行
        case date
        /// 第三条, （一）, 附件2
        case clauseNumber
        /// 第一期, 前三名
        case ordinal
        /// 现有职工126人
        case describes
        /// 已培训242学时
        case progress
        /// 近5年主持过1项课题的
        case condition
        /// 300人以上的单位, 一次收缴达到5张以上的
        case threshold
        /// 缺课超过三分之一的不予结业, 扣2分
        case penalty
        /// 有效期5年
        case validity
        /// 县级以上, 二等奖
        case rank
        /// 可获得10学时, 奖励前3名
        case offer
        /// 经费30万元
        case money
        /// 45周岁以下
        case age
        /// 一式3份
        case form
        /// 电话12350, 网址
        case contact
        /// 上午8时30分, 开班前15分钟
        case schedule
        /// 分为三个阶段, 由5人组成
        case arrangement
        /// 3000字, 60分, 120亩
        case measurement
        /// － 3 －
        case page
        /// 一个 that counts nothing
        case article
        /// 三年培养期内, said once for the clauses behind it
        case governs
        /// 每年 beside nothing that is counted
        case noFigure
        /// 一定数量, 若干名
        case openAmount
        /// 全面, 全部 of what nobody is asked for
        case wording
        /// 2月30日
        case noSuchDay
        /// A number beyond its limit
        case beyondLimit
        /// Nothing that the grammar knows stands beside it
        case unclear
    }

    /// The number of the task it stands in.
    public var task: String
    public var quote: String
    public var place: SourcePlace
    public var reason: Reason
    /// What was understood of it, for the form that makes it an obligation; nil where nothing was.
    public var rule: Rule?

    /// Where it stands: no two begin at one place.
    public var id: Int { place.start }

    public init(task: String, quote: String, place: SourcePlace, reason: Reason, rule: Rule? = nil) {
        self.task = task
        self.quote = quote
        self.place = place
        self.reason = reason
        self.rule = rule
    }
}

extension PassedOver.Reason {
    /// The reason as it is told to whoever reads the plan.
    public func text(in language: Language) -> String {
        let (zh, en) = words
        return language == .zh ? zh : en
    }

    private var words: (zh: String, en: String) {
        switch self {
        case .name: ("名称的一部分", "part of a name")
        case .date: ("日期，不是期限", "a date, not a deadline")
        case .clauseNumber: ("条款或附件的编号", "the number of a clause or an annex")
        case .ordinal: ("序数", "an ordinal")
        case .describes: ("说明现状", "describes what there is")
        case .progress: ("已完成的情况", "what was done already")
        case .condition: ("条件，不是要求", "a condition, not a duty")
        case .threshold: ("适用范围的界限", "the threshold of what is meant")
        case .penalty: ("未达到时的后果", "what follows where it is not met")
        case .validity: ("有效期或保存期", "how long something is valid")
        case .rank: ("级别或等次", "a rank or a grade")
        case .offer: ("可以享受或获得的", "what may be had")
        case .money: ("经费", "money")
        case .age: ("年龄", "an age")
        case .form: ("材料的份数", "copies of a paper")
        case .contact: ("联系方式", "how to reach somebody")
        case .schedule: ("具体时刻", "a time of day")
        case .arrangement: ("分工或分类", "how something is arranged")
        case .measurement: ("计量，不计次数", "a measurement of something not counted here")
        case .page: ("页码", "a page number")
        case .article: ("泛指“一个”", "“a”, which counts nothing")
        case .governs: ("后文各条的时间", "the time of the clauses that follow")
        case .noFigure: ("只有时间，没有数量", "a time without anything counted in it")
        case .openAmount: ("没有写明数量", "no figure is given")
        case .wording: ("一般表述", "a manner of speaking")
        case .noSuchDay: ("没有这一天", "there is no such day")
        case .beyondLimit: ("数字过大", "the number is beyond its limit")
        case .unclear: ("未能判断", "not understood")
        }
    }
}
