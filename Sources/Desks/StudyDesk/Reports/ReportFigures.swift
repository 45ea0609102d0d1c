import Pages
import Records
import Storage
import Store
import Vocabulary

/// What a report counts. All are of the group; none tells of one member.
enum ReportFigure: String, Named, Stored {
    case members, planned, studies, seminars, keynotes, visits, articles, ownPlans, notes, notesReached

    var words: Words {
        switch self {
        case .members: Words("成员人数", "Members")
        case .planned: Words("计划学习次数", "Sessions planned")
        case .studies: Words("集中学习次数", "Collective studies")
        case .seminars: Words("专题研讨次数", "Seminars")
        case .keynotes: Words("重点发言人次", "Keynotes")
        case .visits: Words("接受列席旁听次数", "Visits of observers")
        case .articles: Words("发表文章篇数", "Articles")
        case .ownPlans: Words("制定个人自学计划人数", "Members with a plan of their own")
        case .notes: Words("学习笔记篇数", "Study notes")
        case .notesReached: Words("笔记达到规定篇数的人数", "Members with the number of notes asked for")
        }
    }
}

/// One figure of a report.
struct ReportLine: Sendable, Hashable {
    var figure: ReportFigure
    var amount: Int
}

extension Reading {
    /// What stands on record of a group in the time that a report is about, up to a day.
    func figures(of team: String, _ year: Int, _ part: ReportPart, on today: Day, _ rules: StudyRules) throws
        -> [ReportLine]
    {
        guard let span = part.span(of: year), let end = span.until else { return [] }
        let last = min(today, end)
        let held = try held(by: team, in: year).filter { $0.from <= last }
        let members = try StudyPeople(try members(of: team, on: last).map(\.person), in: self)
        let months = part == .half ? 6 : 12
        let halves: [YearHalf] = part == .half ? [.first] : [.first, .second]
        let notes = try notes(of: members, year).filter { halves.contains($0.key) }
        // As many in each half that the report is about.
        let reached = Set(notes.values.flatMap(\.keys)).filter { human in
            halves.allSatisfy { (notes[$0]?[human] ?? 0) >= rules.notesPerHalf }
        }
        func amount(_ figure: ReportFigure) throws -> Int {
            switch figure {
            case .members: members.count
            case .planned:
                try plan(of: team, year)?.draft.topics.count { $0.month.number <= months && $0.kind != .beforeMeeting }
                    ?? 0
            case .studies: held.count { $0.kind == StudyKind.collectiveStudy.activity.rawValue }
            case .seminars: held.count { $0.kind == StudyKind.seminar.activity.rawValue }
            case .keynotes: try keynotes(of: team, in: year).count { $0.day <= last }
            case .visits:
                try count(
                    ObserverVisit.self, for: .everybody,
                    where:
                        "team = \(team) and reported_day is not null and \(SQL.between(span.from, last, column: "came_day"))"
                )
            case .articles:
                try count(
                    StudyArticle.self, for: .everybody,
                    where: """
                        team = \(team) and withdrawn_day is null
                        and \(SQL.between(span.from, last, column: "published_day"))
                        """)
            case .ownPlans: try ownPlans(of: members, year).count
            case .notes: notes.values.flatMap(\.values).reduce(0, +)
            case .notesReached: reached.count
            }
        }
        return try ReportFigure.allCases.map { ReportLine(figure: $0, amount: try amount($0)) }
    }
}

extension GroupReport {
    /// As they were handed in, or as they stand.
    func figuresShown(in reading: some Reading, on today: Day, _ rules: StudyRules) throws -> [ReportLine] {
        figures.isEmpty ? try reading.figures(of: team, year, part, on: today, rules) : figures
    }
}
