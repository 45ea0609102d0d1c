import Plans
import Vocabulary

/// Who owes it.
extension ClauseReader {
    private static let cityKinds: Set<ActivityKind> = [
        .trainingClass, .mainClass, .demonstrationClass, .specialClass, .newChiefsClass, .rankTraining,
        .professionalTraining,
        .theoryCourse, .lectureHall, .site, "course", "research", "resource",
    ]

    /// 每名导师带教2人: each of them owes it.
    private static let guiding: Words = "带教 指导 帮带 结对 联系 带徒 培养徒弟 传帮带 带"
    private static let learning: Words = "完成 学满 修满 至少完成 应完成 应至少完成 学完 须完成 须至少完成"
    private static let offering: Words = "开设 开足 设置 安排课时 授课"
    private static let citywide: Words = "全市 全区 全县 全省 全州 全系统 全局 全院 全校 全公司 全集团 市级 区级 县级 全镇"

    func bearer(
        _ measure: Measure, _ subject: Subject?, _ counted: [ActivityReader.Match], _ quantity: QuantityMention,
        _ persons: Lexicon.PopulationNoun?, _ basis: ShareBasis?, _ window: WindowMention?, _ event: DeadlineEvent?,
        _ segment: Range<Int>, _ explicit: Subject?
    ) -> (bearer: Bearer, subject: Subject?) {
        let kind = counted.first?.meaning.kind
        switch measure {
        case .leadTime: return (explicit.map(\.bearer) == .person ? .activity : .activity, subject)
        case .deadline: return event == .appointment ? (.person, subject) : (.activity, subject)
        case .headcount:
            guard let subject else {
                // 指导青年教师2名: under what one person is to do.
                return scope.taskSubject?.bearer == .person ? (.person, scope.taskSubject) : (.programme, nil)
            }
            if subject.bearer == .person, Self.guiding.occurs(in: text, segment.lowerBound..<quantity.range.lowerBound)
            {
                return (.person, subject)
            }
            if let units = subject.within { return (.unit, Subject(bearer: .unit, noun: units)) }
            return [.unit, .activity].contains(subject.bearer)
                ? (subject.bearer, subject)
                : subject.bearer == .team && explicit != nil ? (.team, subject) : (.programme, subject)
        case .coverage:
            if let units = explicit?.within { return (.unit, Subject(bearer: .unit, noun: units)) }
            if let explicit, [.unit, .team].contains(explicit.bearer) { return (explicit.bearer, explicit) }
            return (.programme, subject)
        case .share:
            if let explicit, [.unit, .team, .programme].contains(explicit.bearer), explicit.organisers.isEmpty,
                explicit.noun != nil || explicit.bearer == .programme
            {
                return (explicit.bearer, explicit)
            }
            switch basis {
            case .onlineHours: return (.person, subject)
            case .completion
            where lexicon.populations.matches(in: text, segment.lowerBound..<quantity.range.lowerBound).contains(
                where: { $0.meaning.population.subjects == .persons }):
                // 特种作业人员持证上岗率: of the staff, not of an activity.
                return subject?.bearer == .unit ? (.unit, subject) : (.programme, subject)
            case .attendance, .completion: return (.activity, subject)
            case .population, nil: return (.programme, subject)
            }
        case .hours:
            let before = segment.lowerBound..<quantity.range.lowerBound
            // 每门课程至少完成1学时: who learns it owes it.
            if Self.learning.matchBackward(text, endingAt: quantity.range.lowerBound, notBefore: segment.lowerBound)
                != nil, subject?.noun == nil
            {
                return (.person, scope.taskSubject?.bearer == .person ? scope.taskSubject : nil)
            }
            // 每学期开设法治课程不少于3课时: who holds it owes it.
            if subject == nil, Self.offering.occurs(in: text, before) {
                return (scope.taskSubject?.bearer ?? .unit, scope.taskSubject)
            }
            guard let subject else {
                if scope.perActivity { return (.activity, nil) }
                return (.person, scope.taskSubject?.bearer == .person ? scope.taskSubject : nil)
            }
            return (subject.bearer == .programme ? .person : subject.bearer, subject)
        case .duration:
            if scope.perActivity { return (.activity, subject) }
            if let explicit, explicit.organisers.isEmpty { return (explicit.bearer, explicit) }
            if window != nil, let subject, [.team, .person, .unit].contains(subject.bearer) {
                return (subject.bearer, subject)
            }
            return window == nil ? (.activity, subject) : (.programme, subject)
        case .count:
            if let subject {
                // 组织学员撰写一篇体会: each trainee, not each class.
                if subject.bearer == .person, quantity.unit == .site { return (.programme, nil) }
                let trainees = subject.bearer == .activity && subject.noun?.population.subjects == .activities
                return (trainees ? .person : subject.bearer, subject)
            }
            let city = kind.map(Self.cityKinds.contains) ?? false
            if city || quantity.unit == .class || Self.citywide.occurs(in: text, segment) { return (.programme, nil) }
            return (scope.taskSubject?.bearer ?? .unit, scope.taskSubject)
        }
    }
}
