import Books
import LedgerEngine
import Pages
import Plans
import Records
import Storage
import Store
import Vocabulary

/// The twelve kinds that clause 2 of the plan names, three, four and five of them (“345”): which of them a unit has held since
/// the plan came into force, and which are still missing.
enum RenewalKind: String, CaseIterable {
    case constitution, oath, letters
    case tradition, situation, models, warning
    case book, film, lecture, fieldTeaching, birthday

    enum Group: CaseIterable {
        case renewal, education, themedDay

        var words: Words {
            switch self {
            case .renewal: Words("“三重温”", "To renew")
            case .education: Words("“四项教育”", "Education")
            case .themedDay: Words("五类主题党日", "Themed days")
            }
        }
    }

    var group: Group {
        switch self {
        case .constitution, .oath, .letters: .renewal
        case .tradition, .situation, .models, .warning: .education
        case .book, .film, .lecture, .fieldTeaching, .birthday: .themedDay
        }
    }

    var words: Words {
        switch self {
        case .constitution: Words("重温党章", "the constitution")
        case .oath: Words("重温入党誓词", "the oath")
        case .letters: Words("重温烈士家书", "letters of martyrs")
        case .tradition: Words("革命传统教育", "tradition")
        case .situation: Words("形势政策教育", "situation and policy")
        case .models: Words("先进典型教育", "role models")
        case .warning: Words("警示教育", "warning cases")
        case .book: Words("阅读红色经典", "a book")
        case .film: Words("观看红色影剧", "a film")
        case .lecture: Words("聆听初心使命讲座", "a lecture")
        case .fieldTeaching: Words("现场教学", "field teaching")
        case .birthday: Words("过政治生日", "a political birthday")
        }
    }

    /// As what it is reported; the first is what the form is opened with.
    var kinds: [ActivityKind] {
        switch group {
        case .renewal: [.themedDay, .educationSession, .meeting, .fieldTeaching]
        case .education: [.educationSession, .themedDay]
        case .themedDay:
            switch self {
            case .book: [.reading]
            case .film: [.filmShowing]
            case .lecture: [.lecture, .partyLecture, .lectureHall]
            case .fieldTeaching: [.fieldTeaching]
            default: [.politicalBirthday]
            }
        }
    }

    /// What an activity is about that is one of these; nil: its kind tells enough.
    var topic: Topic? {
        switch self {
        case .constitution: .constitution
        case .oath: .oath
        case .letters: .martyrsLetters
        case .tradition: .revolutionaryTradition
        case .situation: .situationPolicy
        case .models: .roleModel
        case .warning: .warningCases
        case .lecture: .originalAspiration
        default: nil
        }
    }

    /// One of these in a title lets suppose what an activity was about, where nobody chose its topic.
    private var titles: [String] {
        switch self {
        case .constitution: ["党章"]
        case .oath: ["誓词", "誓言"]
        case .letters: ["家书"]
        case .tradition: ["革命传统"]
        case .situation: ["形势政策", "形势与政策"]
        case .models: ["先进典型"]
        case .warning: ["警示"]
        case .lecture: ["初心", "使命"]
        default: []
        }
    }

    private func isOfKind(_ activity: PastActivity) -> Bool { kinds.contains { $0.rawValue == activity.kind } }

    func isMet(by activity: PastActivity) -> Bool {
        isOfKind(activity) && (topic.map { activity.topics.contains($0) } ?? true)
    }

    /// That its title says so, and its topics do not: to be looked at by somebody, and counted as nothing until then.
    func isLikely(_ activity: PastActivity) -> Bool {
        isOfKind(activity) && !isMet(by: activity) && titles.contains { activity.title.contains($0) }
    }
}

/// The card of twelve fields on a unit's year; there where the plan in force asks for a set of this kind.
struct RenewalCard {
    private let unit: OrgUnit
    private let view: LedgerView
    private let ask: Ask
    private static let mostRecords = 2000

    init(_ unit: OrgUnit, _ view: LedgerView, _ ask: Ask) {
        self.unit = unit
        self.view = view
        self.ask = ask
    }

    /// What the plan counts of the set, by kind of activity, and how the unit stands with it.
    private var owed: [(obligation: Obligation, entry: LedgerEntry)] {
        view.edition.obligations.compactMap { obligation in
            guard obligation.group != nil, obligation.rule.bearer == .unit, obligation.rule.measure == .count,
                let entry = view.live.entry(obligation: obligation.id, subject: Subject(.unit, unit.code))
            else { return nil }
            return (obligation, entry)
        }
    }

    func html(mayAct: Bool) throws -> HTML {
        let owed = owed
        let isSet = owed.contains { one in
            RenewalKind.allCases.contains { $0.group == .themedDay && asks(one.obligation, for: $0) }
        }
        guard isSet else { return .nothing }
        let held = try ask.reading.pastActivities(
            where: "organiser = \(unit.code) and from_day >= \(view.edition.inForce)",
            kinds: Array(Set(RenewalKind.allCases.flatMap(\.kinds))), by: ask.context.asOf,
            knownAt: ask.context.knownAt, most: Self.mostRecords)
        let fields = RenewalKind.allCases.map { kind in
            Field(
                kind: kind, last: held.first { kind.isMet(by: $0) }, likely: held.first { kind.isLikely($0) },
                entry: owed.first { asks($0.obligation, for: kind) }?.entry)
        }
        let missing = fields.count { !$0.isMet }
        let supposed = fields.count { $0.isSupposed }
        return .part(
            Words("“三四五”教育", "The set of three, four and five"), id: "set",
            aside: missing == 0
                ? .say("12类都已开展", "all twelve held")
                : .group([
                    .say("还缺\(missing)类", "\(missing) kinds still missing"),
                    .when(
                        supposed > 0,
                        .say("，其中\(supposed)类待核对主题", ", of which \(supposed) are to be looked at")),
                ]),
            .data(
                .say("“三四五”教育", "The set of three, four and five"),
                [
                    DataHead(.say("类别", "Kind"), .lead), DataHead(.say("最近一次", "Last held"), .meta),
                    DataHead(.say("状态", "Standing"), .end),
                    DataHead(.span(.class("unseen"), .say("办理", "Act")), .below),
                ],
                RenewalKind.Group.allCases.map { group in
                    DataGroup(group.words, fields.filter { $0.kind.group == group }.map { row($0, mayAct: mayAct) })
                }),
            .p(
                .class("quiet"),
                .say(
                    "自方案生效（\(view.edition.inForce.iso)）起计。方案逐项要求的以台账为准，其余按活动类型和填报时选的主题计；只有名称相符、没有选主题的不计，列出供核对。",
                    "Since the plan came into force (\(view.edition.inForce.iso)). What the plan counts one by one is as the ledger has it; the others are told by kind and by the topics that were chosen. What has only the title is not counted, and is named so that somebody looks at it."
                )))
    }

    private struct Field {
        let kind: RenewalKind
        let last: PastActivity?
        let likely: PastActivity?
        let entry: LedgerEntry?
        var isMet: Bool { entry.map { $0.standing == .met } ?? (last != nil) }
        var isSupposed: Bool { !isMet && likely != nil }
    }

    private func asks(_ obligation: Obligation, for kind: RenewalKind) -> Bool {
        kind.group == .themedDay && kind.kinds.contains { obligation.binding?.kinds?.contains($0) == true }
    }

    private func row(_ field: Field, mayAct: Bool) -> [HTML] {
        func day(_ activity: PastActivity) -> HTML {
            .link("/activities/\(Query.encoded(activity.code))", .day(activity.from))
        }
        let words: Words =
            field.isMet
            ? SlotState.held.words
            : field.isSupposed ? Words("缺，名称相符待核对", "missing; one has the title") : SlotState.missing.words
        let mark: Mark = field.isMet ? .met : field.isSupposed ? .behind : .overdue
        return [
            .words(field.kind.words), field.last.map(day) ?? (field.isSupposed ? field.likely.map(day) : nil) ?? "–",
            field.entry.map { .a(.href(ask.context.link(to: $0)), .standing(mark, words)) } ?? .standing(mark, words),
            .when(
                mayAct && !field.isMet,
                .acts(
                    .act(report(field), Words("填报", "Report"), .small),
                    field.isSupposed
                        ? field.likely.map {
                            .act(
                                "/activities/\(Query.encoded($0.code))/correct", Words("补选主题", "Choose its topic"),
                                .small)
                        } ?? .nothing : .nothing)),
        ]
    }

    private func report(_ field: Field) -> String {
        ask.context.link(
            "/activities/new", ("unit", unit.code), ("kind", field.kind.kinds.first?.rawValue),
            ("title", field.kind.topic == nil ? nil : "\(unit.name)\(field.kind.words.zh)"),
            ("topic", field.kind.topic?.rawValue))
    }
}
