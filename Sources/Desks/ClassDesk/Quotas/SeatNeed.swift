import Books
import LedgerEngine
import Pages
import Plans
import Storage
import Store
import Vocabulary

/// What a class would be to somebody: by it the neediest come first. It is of a training that is owed, never a mark of the
/// person, and no page shows a number of it.
struct SeatNeed: Hashable, Sendable {
    enum Why: String, Stored, Sendable {
        /// An obligation of theirs that the class counts for is late, or due on a day.
        case overdue, due
        /// No class for longer than the rule allows, or none on record at all.
        case untrained, never
        /// The last class ended on a day.
        case trained
    }

    var why: Why
    /// Of the obligation, where there is one.
    var obligation = ""
    /// The obligation's last day, or the last day of the last class.
    var day: Day?

    /// From 1 to 20, as the planner weighs (docs/seats.md), in the year of a class.
    func weight(inYear year: Int) -> Int {
        let years = max(0, (day?.year ?? year) - year)
        return switch why {
        case .overdue: 20
        case .never, .untrained: 18
        case .due: max(3, 14 - 4 * years)
        case .trained: max(1, min(8, 2 * (year - (day?.year ?? year))))
        }
    }

    /// Whether it is their turn: what is owed is late, or they had no class for longer than the rule allows.
    var isPressing: Bool { [.overdue, .untrained, .never].contains(why) }

    /// People owe an obligation until a day, and may have had no class for long besides: the greater need is told.
    static func greatest(_ needs: [SeatNeed], inYear year: Int) -> SeatNeed {
        needs.max { $0.weight(inYear: year) < $1.weight(inYear: year) } ?? SeatNeed(why: .never)
    }

    func words(_ rules: SeatRules) -> Words {
        let day = day?.iso ?? ""
        return switch why {
        case .overdue: Words("要求\(obligation)进度滞后，\(day)到期", "behind on \(obligation), due on \(day)")
        case .due: Words("要求\(obligation)，\(day)到期", "\(obligation) is due on \(day)")
        case .untrained:
            Words(
                "\(rules.untrainedYears)年内未参训，上次\(day)",
                "no class for \(rules.untrainedYears) years, the last until \(day)")
        case .never: Words("没有参训记录", "no class on record")
        case .trained: Words("上次参训\(day)", "the last class ended on \(day)")
        }
    }
}

/// What is known of some people's training, by which it is told what they need classes for. Asked through the door of the
/// ledger, of a few hundred at a time.
struct SeatNeeds {
    private struct Wanted {
        var found: TrainingClass
        /// Of the plan in force, what it counts for.
        var owed: Set<String>
        /// Of those that ask for everybody once, what it counts for.
        var rounds: [TrainingRound]
        /// Whoever had no class since is to have one.
        var since: Day
    }

    private let view: LedgerView?
    private let last: [String: Day]
    private let classes: [Wanted]
    private let owed: Set<String>
    /// By the obligation of a round: the last day on which each was in a class that counts for it.
    private let covered: [String: [String: Day]]

    init(of people: [String], for classes: [TrainingClass], _ ask: Ask) throws {
        view = try ask.town.ledger(asOf: ask.today)
        let kinds = view?.edition.kinds ?? ActivityKindCatalogue()
        last = try ask.reading.lastTraining(of: people, in: kinds.kinds(within: .trainingClass) ?? [])
        let years = try ask.classRules.seats.untrainedYears
        self.classes = classes.map { [view] found in
            Wanted(
                found: found, owed: view.map { found.obligations(of: $0) } ?? [],
                rounds: view.map { TrainingRound.all(of: found, $0) } ?? [],
                since: found.scheme.opening.adding(months: -12 * years))
        }
        owed = self.classes.reduce(into: []) { $0.formUnion($1.owed) }
        var covered: [String: [String: Day]] = [:]
        for round in self.classes.flatMap(\.rounds) where covered[round.obligation] == nil {
            covered[round.obligation] = try ask.reading.lastTraining(of: people, in: round.kinds)
        }
        self.covered = covered
    }

    /// What somebody needs each of the classes for, in their order.
    func needs(of person: String) -> [SeatNeed] {
        let entries =
            owed.isEmpty
            ? [] : (view?.live.currentEntries(ofPerson: person) ?? []).filter { owed.contains($0.obligation) }
        return classes.map { wanted in
            let open = wanted.rounds.filter { round in
                covered[round.obligation]?[person].map { $0 < round.from } ?? true
            }
            return need(last[person], entries, open, for: wanted)
        }
    }

    private func need(
        _ last: Day?, _ entries: [LedgerEntry], _ rounds: [TrainingRound], for wanted: Wanted
    ) -> SeatNeed {
        var needs = [
            last.map { SeatNeed(why: $0 < wanted.since ? .untrained : .trained, day: $0) } ?? SeatNeed(why: .never)
        ]
        needs += rounds.map { SeatNeed(why: $0.isLate ? .overdue : .due, obligation: $0.obligation, day: $0.to) }
        for entry in entries where wanted.owed.contains(entry.obligation) {
            guard let to = entry.to else { continue }
            switch entry.standing {
            case .behind, .overdue: needs.append(SeatNeed(why: .overdue, obligation: entry.obligation, day: to))
            case .onCourse, .notYetDue: needs.append(SeatNeed(why: .due, obligation: entry.obligation, day: to))
            case .met, .doesNotApply, .needsRuling: break
            }
        }
        return .greatest(needs, inYear: wanted.found.scheme.opening.year)
    }
}

extension Ask {
    /// What each of these people needs a class for.
    func needs(of people: [String], for found: TrainingClass) throws -> [String: SeatNeed] {
        let known = try SeatNeeds(of: people, for: [found], self)
        return Dictionary(people.map { ($0, known.needs(of: $0)[0]) }) { first, _ in first }
    }
}

extension TrainingClass {
    /// Of the plan in force, what taking part in this class counts for.
    func obligations(of view: LedgerView) -> Set<String> {
        Set(
            view.edition.obligations.filter { obligation in
                guard let binding = obligation.binding, obligation.rule.bearer == .person else { return false }
                return (0..<obligation.rule.figureCount).map(binding.choice).contains { one in
                    let isOfKind = one.kinds?.contains(scheme.kind.activity) ?? true
                    return isOfKind && one.topics.allSatisfy(scheme.topics.contains)
                }
            }.map(\.id))
    }
}

/// An obligation by which everybody of some categories is trained once within a window (轮训): nobody owes it, and whoever was
/// not in such a class yet is who it waits for.
private struct TrainingRound {
    var obligation: String
    var kinds: Set<ActivityKind>
    var from: Day
    var to: Day
    var isLate: Bool

    /// Those for which a class counts, where everybody whom it is for is meant by them.
    static func all(of found: TrainingClass, _ view: LedgerView) -> [TrainingRound] {
        let scheme = found.scheme
        return view.edition.obligations.compactMap { obligation in
            guard let binding = obligation.binding, obligation.rule.measure == .coverage,
                obligation.rule.bearer != .person, binding.namesPersons, binding.topics.isEmpty,
                let kinds = binding.kinds,
                kinds.contains(scheme.kind.activity), !scheme.audience.isEmpty,
                let entry = view.whole(obligation.id), let to = entry.to
            else { return nil }
            let meant = binding.audience.isEmpty ? binding.population.categories : binding.audience
            guard meant.isEmpty || scheme.audience.allSatisfy(meant.contains),
                entry.standing != .met, entry.standing != .doesNotApply
            else { return nil }
            return TrainingRound(
                obligation: obligation.id, kinds: Set(kinds), from: entry.from, to: to,
                isLate: entry.standing == .behind || entry.standing == .overdue)
        }
    }
}
