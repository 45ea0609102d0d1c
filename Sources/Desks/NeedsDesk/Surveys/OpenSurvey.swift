import Pages
import Records
import Storage
import Store
import Vocabulary

/// Opens a survey (发布): from now on its questions stay, and those in service that it asks are on its list.
struct OpenSurvey: RecordAct {
    static let right = Right.plan
    static let words = Words("发布调研", "Survey opened")
    static let title = Words("发布调研", "Open the survey")
    static let button = Words("发布", "Open")
    static let step = "open"
    static let settles = true
    static let isTownWide = true
    var record: String

    static let mostAsked = 50_000

    static func notNow(
        _ survey: Survey, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        if survey.stage != .draft { return SurveyProblem.notToOpen(survey.stage) }
        if survey.questions.isEmpty { return SurveyProblem.noQuestions }
        return survey.scheme.to < today ? SurveyProblem.isPast(survey.scheme.to) : nil
    }

    func perform(on before: Survey, in t: ActTransaction) throws -> Survey {
        var survey = before
        survey.stage = .open
        survey.opened = t.today
        let givers = try t.givers(askedBy: survey.scheme, on: t.today)
        guard !givers.isEmpty else { try t.refuse(SurveyProblem.nobodyAsked) }
        guard givers.count <= Self.mostAsked else { try t.refuse(SurveyProblem.tooManyAsked(most: Self.mostAsked)) }
        try t.update(survey)
        let told =
            survey.isNamed
            ? givers.map(\.group)
            : AnswerGroup.told(of: givers.map(\.group), fewest: try t.siteRules(NeedsRules.self).fewest)
        for (place, (giver, told)) in zip(givers, told).enumerated() {
            try t.insertAsked(
                SurveyAsked(
                    // By its place in the list, which says nothing of when somebody answers.
                    code: "\(survey.code).\(place + 1)", survey: survey.code, person: giver.person, unit: giver.unit,
                    unitKind: giver.kind, category: giver.group.category, told: told, answered: nil))
        }
        return survey
    }
}

/// Closes a survey (关闭): nothing more is answered, and its results can be read.
struct CloseSurvey: RecordAct {
    static let right = Right.plan
    static let words = Words("关闭调研", "Survey closed")
    static let title = Words("关闭调研", "Close the survey")
    static let button = Words("关闭并出结果", "Close")
    static let step = "close"
    static let isTownWide = true
    var record: String

    static func notNow(
        _ survey: Survey, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        survey.stage == .open ? nil : SurveyProblem.notOpen(survey.stage)
    }

    func perform(on before: Survey, in t: ActTransaction) throws -> Survey {
        var survey = before
        survey.stage = .closed
        survey.closed = t.today
        try t.update(survey)
        if !survey.isNamed { try t.mixAnswers(of: survey) }
        return survey
    }
}

/// Somebody whom a survey asks, as they stand on the day on which it opens.
struct Giver: Sendable, Hashable {
    var person: String
    var unit: String
    var kind: String
    var group: AnswerGroup
}

extension Reading {
    /// Everybody in service whom a survey asks, each once, in order of their number.
    func givers(askedBy scheme: SurveyScheme, on day: Day) throws -> [Giver] {
        var found: [String: StaffMember] = [:]
        let units: [String?] = scheme.asked == .units ? scheme.units.map(\.unit) : [nil]
        for unit in units {
            var question = StaffQuestion(on: day)
            question.unit = unit
            question.categories = scheme.asked == .categories ? scheme.categories : []
            for member in try staff(question, offset: 0, limit: OpenSurvey.mostAsked + 1) {
                found[member.person.code] = member
            }
        }
        let merged = Set(try samePersons().merged)
        let tops = try TopUnits(self)
        let categories = try categories(on: day, among: scheme.asked == .categories ? scheme.categories : nil)
        return found.values.filter { !merged.contains($0.person.code) }.sorted { $0.person.code < $1.person.code }.map {
            let kind = tops.kind(of: $0.appointment.unit)
            return Giver(
                person: $0.person.code, unit: $0.appointment.unit, kind: kind,
                group: AnswerGroup(
                    unit: tops.top(of: $0.appointment.unit), kind: kind,
                    category: categories[$0.person.code]?.first?.rawValue ?? ""))
        }
    }

    /// The categories that people hold on a day, in the usual order; nil: all of them are looked for.
    func categories(
        on day: Day, among wanted: [PersonCategory]? = nil, unit: String? = nil
    ) throws -> [String: [PersonCategory]] {
        var held: [String: [PersonCategory]] = [:]
        for category in wanted ?? PersonCategory.builtIn.map(\.category) {
            var question = StaffQuestion(on: day)
            question.categories = [category]
            question.unit = unit
            for member in try staff(question, offset: 0, limit: OpenSurvey.mostAsked) {
                held[member.person.code, default: []].append(category)
            }
        }
        return held
    }
}

/// To which unit right beneath the top each unit belongs: of the town, or of what one unit sees.
struct TopUnits: Sendable {
    private let units: [String: OrgUnit]
    private let top: String?

    init(_ reading: some Reading, beneath top: String? = nil) throws {
        self.top = top
        units = Dictionary(try reading.units().map { ($0.code, $0) }) { first, _ in first }
    }

    func top(of unit: String) -> String {
        var (found, met) = (unit, Set([unit]))
        while !isTop(found), let parent = units[found]?.parent, !isTop(parent), met.insert(parent).inserted {
            found = parent
        }
        return found
    }

    func kind(of unit: String) -> String { units[unit]?.kind.rawValue ?? "" }

    /// Whether it is the top itself, whose list has everybody beneath it too.
    func isTop(_ unit: String) -> Bool { unit == top || units[unit]?.parent == nil }
}
