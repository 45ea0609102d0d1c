import Exchange
public import LedgerEngine
public import Pages
import Plans
import Records
import Storage
public import Store
import Upkeep
public import Vocabulary

/// What a change of units and people that is only rehearsed would do to the ledger of today: of whom it is about, each obligation
/// that would stand otherwise, before and after.
public struct LedgerChange {
    public struct Line {
        public var subject: Subject
        public var name: String
        public var obligation: String
        /// Nil: it was not, or would no longer be, asked of them.
        public var before: LedgerEntry?
        public var after: LedgerEntry?
    }

    /// Those whose standing changes first.
    public let lines: [Line]
    fileprivate let view: LedgerView
    fileprivate static let most = 20
    /// Of more people only their units are told.
    private static let mostPeople = 20

    /// Nil where the town is so large that the page would wait for it.
    fileprivate init?(_ view: LedgerView, after: some Reading) throws {
        self.view = view
        let touched = try Touched(by: after, since: view.directory.reading)
        guard let columns = try touched.columns(view.records.columns, isLarge: view.town.isLarge) else { return nil }
        let then = Evaluator(edition: view.edition, columns: columns, calendar: view.town.calendar)
            .live(asOf: view.live.asOf, by: .processors)
        var subjects = touched.people.count > Self.mostPeople ? [] : touched.people.map { Subject(.person, $0) }
        subjects += touched.teams.map { Subject(.team, $0) }
        for unit in touched.units { subjects += [Subject(.unit, unit), Subject(.rollUp, unit)] }
        var lines: [Line] = []
        for obligation in view.edition.obligations {
            for subject in subjects {
                let before = view.live.entry(obligation: obligation.id, subject: subject)?.asked
                let now = then.entry(obligation: obligation.id, subject: subject)?.asked
                guard before?.says != now?.says else { continue }
                lines.append(
                    Line(
                        subject: subject, name: try touched.name(of: subject), obligation: obligation.id,
                        before: before, after: now))
            }
        }
        self.lines = lines.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
            .map(\.element)
    }
}

extension TownPage {
    /// What a rehearsed change would do to today's ledger, as a part of a page; nothing where no plan is in force.
    public func foreseen(_ after: some Reading, _ context: PageContext) throws -> HTML {
        guard let view = try ledger(asOf: context.today) else { return .nothing }
        let words = Words("台账的变化", "What the ledger changes")
        guard let change = try LedgerChange(view, after: after) else {
            return .part(
                words,
                .p(
                    .class("quiet"),
                    .say(
                        "人员较多，此处不预先计算；办理后台账随即更新。",
                        "There are too many people to tell beforehand; the ledger follows at once.")))
        }
        return .part(
            words, aside: .say("共\(change.lines.count)项", "\(change.lines.count) in all"),
            change.lines.isEmpty
                ? .p(
                    .class("quiet"),
                    .say("有关的人员和单位，今天的台账没有变化。", "Nothing changes today for the people and units concerned."))
                : .narrowRows(change.lines.prefix(LedgerChange.most).map { $0.row(change.view, context.language) }),
            .when(
                change.lines.count > LedgerChange.most,
                .p(
                    .class("quiet"),
                    .say(
                        "另有\(change.lines.count - LedgerChange.most)项，办理后可在台账中查看。",
                        "\(change.lines.count - LedgerChange.most) more, to be seen in the ledger afterwards."))))
    }
}

extension LedgerChange.Line {
    /// A standing that changes comes before a figure that does; people come before their units.
    fileprivate var rank: Int {
        let isOther = before?.standing != after?.standing
        let place =
            switch subject.kind {
            case .person: 0
            case .team: 1
            case .unit, .programme, .activity: 2
            case .rollUp: 3
            }
        return (isOther ? 0 : 4) + place
    }

    fileprivate func row(_ view: LedgerView, _ language: Language) -> Row {
        func told(_ entry: LedgerEntry?, _ none: Words) -> HTML {
            guard let entry else { return .words(none) }
            return .group([.text(view.figure(entry, language) + " "), .words(entry.standing.words)])
        }
        return Row(
            .group([
                .b(.text(name)), " ", .text(view.obligation(obligation).map { view.short($0, language) } ?? obligation),
            ]),
            act: .group([
                .span(.class("was"), told(before, Words("不计算", "not asked"))),
                .span(.class("arrow"), .attribute("aria-hidden", "true"), "→"),
                .span(.class("unseen"), .say("变为", "becomes")),
                .element("ins", [told(after, Words("不再计算", "no longer asked"))]),
            ]))
    }
}

extension LedgerEntry {
    /// Nil where nothing is asked.
    fileprivate var asked: LedgerEntry? { standing == .doesNotApply ? nil : self }
    fileprivate var says: [String] {
        [standing.rawValue, String(done), String(required), population.map(String.init) ?? "", from.iso]
    }
}

/// Whom a rehearsed change touches, and their facts as they would be.
private struct Touched<After: Reading> {
    private(set) var people: [String] = []
    private(set) var units: [String] = []
    private(set) var teams: [String] = []
    /// Something that has no number in the columns of now, or people who become one.
    private var isLaidOutAnew = false
    private let after: After

    init(by after: After, since before: some Reading) throws {
        self.after = after
        var (people, units, teams): (Set<String>, Set<String>, Set<String>) = ([], [], [])
        for record in try after.recordsTouched(since: try before.lastRecordChange()) {
            let now = try after.told(record.kind, record.code)
            for columns in [record.before, now].compactMap({ $0 }) {
                if let person = columns["person"] { people.insert(person) }
                if let unit = columns["unit"] { units.insert(unit) }
                if let team = columns["team"] { teams.insert(team) }
                if let kept = columns["kept"] { people.insert(kept) }
            }
            switch record.kind {
            case .unit: units.insert(record.code)
            case .team: teams.insert(record.code)
            case .person: people.insert(record.code)
            case .merger: isLaidOutAnew = true
            case .appointment, .categoryHolding, .membership, .roster, .rosterEntry: break
            }
            if record.before == nil, [.unit, .team, .person, .roster].contains(record.kind) { isLaidOutAnew = true }
        }
        // Where somebody serves now may count otherwise, too.
        for person in people.count > 100 ? [] : people {
            for held in try before.appointments(of: person) where held.dated.span.until == nil {
                units.insert(held.unit)
            }
        }
        self.people = people.sorted()
        self.units = units.sorted()
        self.teams = teams.sorted()
    }

    func columns(_ now: RecordColumns, isLarge: Bool) throws -> RecordColumns? {
        if isLaidOutAnew { return isLarge ? nil : try RecordColumns.reading(after) }
        if isLarge, people.count > 1000 { return nil }
        let facts = try people.compactMap { code in
            try after.personRecord(code: code).map { try PersonFacts($0, in: after) }
        }
        return now.restoring(units: try after.units(), teams: try after.teams(), persons: facts)
    }

    func name(of subject: Subject) throws -> String {
        switch subject.kind {
        case .person: "\(try after.personRecord(code: subject.code)?.name ?? "") \(subject.code)"
        case .team: try after.team(code: subject.code)?.name ?? subject.code
        case .unit, .rollUp, .programme, .activity: try after.unit(code: subject.code)?.name ?? subject.code
        }
    }
}
