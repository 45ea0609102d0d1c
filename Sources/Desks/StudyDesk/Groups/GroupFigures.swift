import Books
import LedgerEngine
import Pages
import Plans
import Records
import Storage
import Store
import Vocabulary

/// What the plan in force asks of a group and of its members, as the ledger has it. How much is owed stands in the plan, and
/// nowhere here.
struct GroupFigures {
    let view: LedgerView
    /// By which it was counted.
    let day: Day
    private let group: StudyGroup

    /// Nil where no plan is in force, and of a year to come: the ledger owes nothing in it yet that a page could open.
    init?(_ group: StudyGroup, _ year: Int, _ ask: Ask) throws {
        let day = year == ask.today.year ? ask.today : Day(year: year, month: 12, day: 31) ?? ask.today
        guard year <= ask.today.year, let view = try ask.town.ledger(asOf: day, knownAt: ask.context.knownAt) else {
            return nil
        }
        self.view = view
        self.day = day
        self.group = group
    }

    /// What the group owes as one, and what its members owe together: a clause that makes no list of names is told as so many
    /// of so many (docs/decisions/0006).
    private var owed: [(obligation: Obligation, entry: LedgerEntry)] {
        view.edition.obligations.compactMap { obligation in
            let isOfGroups = obligation.binding?.population.subjects == .teams
            guard isOfGroups || Self.isKeynotes(obligation),
                let entry = view.current(
                    obligation, isOfGroups ? Subject(.team, group.code) : Subject(.rollUp, group.unit))
            else { return nil }
            return (obligation, entry)
        }
    }

    private static func isKeynotes(_ obligation: Obligation) -> Bool {
        guard let binding = obligation.binding else { return false }
        return binding.population.subjects == .persons && binding.roles.contains(.keynote)
            && binding.population.teamKinds.contains(.studyGroup)
    }

    /// The clauses about keynotes that hold for somebody of a role.
    func keynotes(owedAs role: TeamRole) -> [Obligation] {
        view.edition.obligations.filter {
            Self.isKeynotes($0) && ($0.binding?.population.teamRole.map { $0 == role } ?? true)
        }
    }

    func html(_ ask: Ask) -> HTML { view.owed(owed, on: day, ask) }
}

extension LedgerView {
    /// How an obligation stands with a subject now; nil where it does not hold for it.
    func current(_ obligation: Obligation, _ subject: Subject) -> LedgerEntry? {
        live.history(of: obligation.id, subject: subject).last { live.isCurrent($0) && $0.standing != .doesNotApply }
    }

    /// Each figure opens what it was counted from, as of the day by which it was counted.
    func owed(_ owed: [(obligation: Obligation, entry: LedgerEntry)], on day: Day, _ ask: Ask) -> HTML {
        guard !owed.isEmpty else { return .nothing }
        var context = ask.context
        context.asOf = day
        return .part(
            Words("方案的要求", "What the plan asks for"), id: "owed",
            .data(
                .say("方案的要求", "What the plan asks for"),
                [
                    DataHead(.say("要求", "Obligation"), .lead), DataHead(.say("完成", "Done"), .meta),
                    DataHead(.say("进展", "State"), .end),
                ],
                owed.map { obligation, entry in
                    [
                        .group([.b(.text(obligation.id)), " ", .text(sentence(obligation, ask.context.language))]),
                        .a(.href(context.link(to: entry)), .text(figure(entry, ask.context.language))),
                        .standing(Mark(entry.standing), entry.standing.words),
                    ]
                }))
    }
}

/// A keynote that was given: who, what about, at which session.
struct GivenKeynote {
    var keynote: Keynote
    var session: String
    var day: Day
}

extension Reading {
    /// Those of a group in a year, the latest first.
    func keynotes(of team: String, in year: Int) throws -> [GivenKeynote] {
        try all(
            StudyRecord.self, for: .everybody,
            where: """
                taken_back_day is null and \(SQL.days(of: year, column: "from_day"))
                and session in (select code from study_sessions where team = \(team))
                """, order: "from_day desc"
        ).flatMap { record in
            record.outcome.keynotes.map {
                GivenKeynote(keynote: $0, session: record.session, day: record.outcome.from)
            }
        }
    }
}
