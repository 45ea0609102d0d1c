import Pages
import Records
import Storage
import Store
import Vocabulary

/// A line of one's own beside what the lists have: a book, a document (自定内容).
struct OwnLine: Sendable, Hashable {
    var subject = ""
    var source = ""
    /// That it is studied, by one's own word.
    var done: Day?

    static let form = Form<OwnLine>(
        .init(
            Words("自定内容", "Lines of one's own"), .text(\.subject, "subject", Words("书目、篇目", "Book or text")),
            .text(\.source, "source", Words("出处", "Source"), isRequired: false)))
}

/// Somebody's plan of a year (个人年度自学计划): what the lists ask is in it, and what they add themselves. Nobody confirms it; it
/// says nothing about the person.
struct OwnStudyPlan: Noun {
    var code: String
    var person: String
    /// Where they served when they drew it up: by it units have their numbers.
    var unit: String
    var year: Int
    var drawn: Day
    var lines: [OwnLine]

    static let table = Table<OwnStudyPlan>(
        "own_study_plans", Column("code") { $0.code }, Column("person") { $0.person }, Column("unit") { $0.unit },
        Column("plan_year") { $0.year }, Column("drawn_day") { $0.drawn }
    ) { code, person, unit, year, drawn in
        OwnStudyPlan(code: code, person: person, unit: unit, year: year, drawn: drawn, lines: [])
    }
    static let lists = [
        NounList<OwnStudyPlan>(
            \.lines, owner: "plan",
            Table(
                "own_study_lines", Column("subject") { $0.subject }, Column("source") { $0.source },
                Column("done_day") { $0.done }, make: OwnLine.init))
    ]
    static let reach = Reach.unit("unit")
    /// What somebody chose to read goes with what is held about them.
    static let personal: PersonalTexts? = .of("person", "own_study_lines.subject", "own_study_lines.source")

    static func code(_ person: String, _ year: Int) -> String { "\(year).\(person)" }
}

/// The lines of a plan as their owner writes them.
struct OwnPlanDraft: Sendable, Hashable {
    var year = 0
    var lines: [OwnLine] = []

    static let form = Form<OwnPlanDraft>(
        .init(
            Words("自定内容", "Lines of one's own"),
            .rows(
                \.lines, "lines", Words("自定内容", "Lines of one's own"), of: OwnLine.form, blank: OwnLine(),
                hint: Words(
                    "应知应会清单和单位学习目录已在计划中，这里只填自己另加的书目、篇目；可以不填",
                    "What the lists have is in the plan already: add your own, or none"),
                isRequired: false, most: 40)))
}

extension Reading {
    /// Somebody's plan of a year, whatever staff number it was drawn up under.
    func ownPlan(of person: String, _ year: Int) throws -> OwnStudyPlan? {
        try all(
            OwnStudyPlan.self, for: .everybody,
            where: "person in (\(list: try codes(of: person))) and plan_year = \(year)"
        ).first
    }
}

/// Draws up one's own plan of a year, or changes what one added (制定个人自学计划).
struct DrawUpOwnPlan: Act {
    static let right = Right.own
    static let rights: Set<Right> = [.own, .see]
    static let words = Words("制定个人自学计划", "One's own plan drawn up")
    var draft: OwnPlanDraft

    func perform(in t: ActTransaction) throws {
        let (person, unit) = try t.myself()
        let year = draft.year
        guard (t.today.year...t.today.year + 1).contains(year) else { try t.refuse(StudyProblem.notThisYear) }
        var seen: Set<String> = []
        for (place, line) in draft.lines.enumerated() where !seen.insert(line.subject).inserted {
            try t.refuse(StudyProblem.lineTwice(row: place, line.subject))
        }
        guard var plan = try t.ownPlan(of: person, year) else {
            return try t.insert(
                OwnStudyPlan(
                    code: OwnStudyPlan.code(person, year), person: person, unit: unit, year: year, drawn: t.today,
                    lines: draft.lines))
        }
        let before = plan
        // What was ticked stays so where its line still stands.
        let done = Dictionary(plan.lines.map { ($0.subject, $0.done) }) { first, _ in first }
        plan.lines = draft.lines.map { OwnLine(subject: $0.subject, source: $0.source, done: done[$0.subject] ?? nil) }
        guard plan != before else { try t.refuse(StudyProblem.nothingChanged) }
        try t.update(plan)
    }
}

/// Says of a line of one's own that one has studied it, or not yet.
struct TickOwnLine: Act {
    static let right = Right.own
    static let rights: Set<Right> = [.own, .see]
    static let words = Words("本人登记自定内容已学", "A line of one's own studied")
    static let mayStandAlready = true
    var year: Int
    /// By its words: the order of lines may have changed since they were looked at.
    var subject: String
    var isDone: Bool

    func perform(in t: ActTransaction) throws {
        let (person, _) = try t.myself()
        guard var plan = try t.ownPlan(of: person, year),
            let place = plan.lines.firstIndex(where: { $0.subject == subject })
        else { try t.refuse(StudyProblem.nobodysItem) }
        guard (plan.lines[place].done != nil) != isDone else { return }
        plan.lines[place].done = isDone ? t.today : nil
        try t.update(plan)
    }
}

extension ActTransaction {
    /// Who acts for themselves, and where they serve.
    func myself() throws -> (person: String, unit: String) {
        guard let person = try reader.person.flatMap({ try person(code: $0)?.code }) else {
            try refuse(StudyProblem.nobodysItem)
        }
        guard let unit = try appointment(of: person, on: today, knownAt: nil)?.unit else {
            try refuse(StudyProblem.notInService)
        }
        return (person, unit)
    }
}
