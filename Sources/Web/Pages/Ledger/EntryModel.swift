import Books
import LedgerEngine
import Pages
import Plans
import Records
import Vocabulary

/// One entry with everything that explains it.
struct EntryModel {
    let view: LedgerView
    let obligation: Obligation
    let explanation: Explanation
    /// The same obligation and subject, window by window, newest first.
    let history: [LedgerEntry]
    /// The entries that a roll-up sums, worst first.
    let parts: [LedgerEntry]
    /// The figure that the records are told of, where any of several does; nil elsewhere.
    let choice: Int?
    /// What counted, activity by activity, where no names of persons may be listed; else nil.
    let countedActivities: [CountedActivity]?
    /// Of a sum of one, that one: its figure and its reasons are what the sum hides.
    let onlyPart: [EntryModel]
    /// How the entry stood by what was known on its as-of day; nil where nothing was recorded since.
    let knownThen: LedgerEntry?

    var entry: LedgerEntry { explanation.entry }
    /// Parts that ask for something yet.
    var openParts: [LedgerEntry] { parts.filter { $0.standing != .met && $0.standing != .doesNotApply } }
    /// Whether persons are counted that no list may name.
    var isUnnamed: Bool { Self.isUnnamed(obligation) }

    /// So many single subjects at most are shown as parts; of more, the units beneath.
    private static let mostParts = 4000

    /// What the address names. `knowsThen`: how it stood by what was known on its day is asked besides.
    init(_ ask: Ask, knowsThen: Bool = false) throws {
        let (query, context) = (ask.query, ask.context)
        // Nothing has been recorded after today: by what was known today is as it is.
        let isPast = knowsThen && context.asOf < ask.today && context.knownAt != context.asOf
        let then = isPast ? try ask.townPage.ledger(asOf: context.asOf, knownAt: context.asOf) : nil
        let from = query["from"].map { Day(iso: $0) }
        guard let obligation = query["obligation"], let code = query["subject"], from != .some(nil),
            let kind = query["kind"].flatMap(Subject.Kind.init(rawValue:)),
            let found = Self(
                try ask.view, then: then, obligation: obligation, subject: Subject(kind, code), from: from ?? nil,
                choice: query["choice"].flatMap { Int($0) })
        else { throw NothingThere(context: context, what: .entry) }
        self = found
    }

    /// `then` is the ledger of the same day by what was known on it; nil where that is the same.
    private init?(
        _ view: LedgerView, then: LedgerView?, obligation id: String, subject: Subject, from: Day?, choice: Int? = nil
    ) {
        guard let obligation = view.obligation(id),
            let whole = view.live.explain(obligation: id, subject: subject, from: from, limit: view.limit)
        else { return nil }
        self.view = view
        self.obligation = obligation
        let entry = whole.entry
        let isEither = whole.alternatives != nil || entry.alternatives != nil
        let explanation = choice.flatMap(whole.choice) ?? whole
        self.explanation = explanation
        self.choice = isEither ? choice.flatMap { whole.choice($0) == nil ? nil : $0 } ?? entry.choice : nil
        history = view.live.history(of: id, subject: subject).reversed()
        parts = Self.parts(view, obligation, entry).sorted {
            ($0.standing.rank, $0.subject.code) < ($1.standing.rank, $1.subject.code)
        }
        countedActivities =
            Self.isUnnamed(obligation)
            ? view.live.countedActivities(of: id, in: entry, choice: self.choice ?? 0, limit: view.limit)
                ?? Self.gathered(explanation, view) : nil
        let only = parts.count == 1 && entry.subject.kind == .rollUp ? parts.first : nil
        onlyPart =
            only.flatMap { part in
                guard part.subject.kind != .rollUp else { return nil }
                return Self(view, then: nil, obligation: id, subject: part.subject, from: part.from).map { [$0] }
            } ?? []
        // By another edition the same number may be another obligation.
        let known = then.flatMap { $0.edition.number == view.edition.number ? $0 : nil }?.live.entry(
            obligation: id, subject: subject, from: entry.from)
        knownThen = known == entry ? nil : known
    }

    /// The activities of the participations that counted; nil where some of these were left out.
    private static func gathered(_ explanation: Explanation, _ view: LedgerView) -> [CountedActivity]? {
        guard explanation.cut?.records != true else { return nil }
        var found: [String: CountedActivity] = [:]
        for counted in explanation.counted {
            guard counted.record.kind == .participation,
                let code = view.directory.participation(counted.record.code)?.activity
            else { return nil }
            var activity = found[code] ?? CountedActivity(code: code, day: counted.day, records: 0, amount: 0)
            activity.records += 1
            activity.amount += counted.amount
            found[code] = activity
        }
        return found.isEmpty ? nil : found.values.sorted { ($0.day, $0.code) < ($1.day, $1.code) }
    }

    private static func isUnnamed(_ obligation: Obligation) -> Bool {
        obligation.binding.map { !$0.namesPersons && $0.population.subjects == .persons } ?? false
    }

    private static func parts(_ view: LedgerView, _ obligation: Obligation, _ entry: LedgerEntry) -> [LedgerEntry] {
        let live = view.live
        let index = view.records.index
        switch entry.subject.kind {
        case .rollUp:
            let count = live.population(of: obligation.id, from: entry.from, unit: entry.unit) ?? 0
            let isFew = !view.town.isLarge || count <= mostParts
            let singles = isFew ? live.singles(of: obligation.id, in: entry, by: index) : []
            return singles.isEmpty
                ? live.rowsBeneath(entry.subject.code, of: obligation.id, from: entry.from, by: index) : singles
        case .programme where obligation.rule.measure == .coverage || obligation.rule.measure == .share:
            return live.rowsOfWhole(obligation.id, from: entry.from, by: index)
        default: return []
        }
    }
}
