import Plans
import Vocabulary

/// Who owes it.
extension ClauseReader {
    private static let cityKinds: Set<ActivityKind> = [
        .trainingClass, .mainClass, .demonstrationClass, .specialClass, .newChiefsClass, .rankTraining,
        .professionalTraining,
        .theoryCourse, .lectureHall, .site, "course", "research", "resource",
    ]

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
            guard let subject else { return (.programme, nil) }
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
            guard let subject else { return (scope.perActivity ? .activity : .person, nil) }
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
