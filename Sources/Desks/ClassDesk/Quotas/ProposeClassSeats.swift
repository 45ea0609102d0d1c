import Pages
import Records
import Seats
import Storage
import Store
import Vocabulary

/// Works out who should come to one class, beside the pages (docs/decisions/0156).
struct ProposeClassSeats: Job {
    static let right = ProposeQuotas.right
    var trainingClass: String
    /// Of the class, for the list of jobs.
    var title: String
    var wishes: QuotaWishes

    var words: Words { Words("测算名额：\(title)", "Propose seats: \(title)") }
    var about: String { Self.address(of: trainingClass) }

    static func address(of code: String) -> String { "\(TrainingClass.address(of: code))/seats" }

    func run(in run: JobRun) throws -> JobEnd {
        let known = try run.asking { try $0.reading.one(TrainingClass.self, trainingClass, for: $0.reader) }
        guard let found = known else { throw Refused([ClassProblem.unknown(trainingClass)]) }
        let checked = try run.asking(.ledger) { try CheckedWishes(wishes, for: found, $0) }
        guard checked.problems.isEmpty else { throw Refused(checked.problems) }
        let (candidates, previous) = try gathered(found, run)
        let made = QuotaRun(candidates, checked, previous: previous, effort: run.effort)
        try run.goOn()
        guard made.problems.isEmpty else { throw Refused(made.problems) }
        try run.database.perform(ProposeQuotas(made), by: run.reader, on: run.today)
        return JobEnd(.count(made.seated.count, "人", "person", "people"), leadsTo: about)
    }

    /// Everybody whom it is for with what they need it for, and who was in the last proposal.
    private func gathered(_ found: TrainingClass, _ run: JobRun) throws -> (Candidates, previous: Set<String>) {
        var (candidates, previous) = try run.asking { ask in
            let scope = try ask.scope(of: wishes.units)
            let staff = try ask.staff(ask.staffQuestion(of: found.scheme.audience), limit: Candidates.mostProposed)
                .filter { scope?.contains($0.appointment.unit) ?? true }
            return (
                try ask.candidates(staff, for: found, units: wishes.fixed.map(\.unit)),
                Set(try ask.proposals(of: found, limit: 1).first?.seated.map(\.person) ?? [])
            )
        }
        try run.inPieces(of: candidates.people.count) { ask, piece in
            let needs = try SeatNeeds(of: candidates.people[piece].map(\.person.code), for: [found], ask)
            for place in piece {
                candidates.people[place].need = needs.needs(of: candidates.people[place].person.code)[0]
            }
        }
        return (candidates, previous)
    }
}

extension JobRun {
    /// So many are looked at through one opening of the ledger's door.
    private static let piece = 500

    /// Looks at so many people piece by piece, and tells how far it has come.
    func inPieces(of count: Int, _ look: (Ask, Range<Int>) throws -> Void) throws {
        for start in stride(from: 0, to: count, by: Self.piece) {
            try reached(start, of: count)
            let piece = start..<min(start + Self.piece, count)
            try asking(.ledger) { try look($0, piece) }
        }
        try reached(count, of: count)
    }

    /// What a small year needs is found in far less; what is cut short keeps every limit all the same.
    var effort: SeatEffort {
        let (clock, start) = (ContinuousClock(), ContinuousClock.now)
        return SeatEffort(
            rounds: QuotaRun.rounds, isSearchOver: { clock.now - start > .seconds(15) || self.isStopped },
            isOver: { clock.now - start > .seconds(60) || self.isStopped })
    }
}

extension FormFlow where Draft == QuotaWishes, A == BeginJob<ProposeClassSeats> {
    /// Through the door of the ledger: what people owe is told of those who are wished for.
    static var proposing: FormFlow {
        var flow = FormFlow(
            ProposeQuotas.title, on: TrainingClass.self, QuotaWishes.form,
            notNow: { found, ask in
                try ProposeQuotas.notNow(found, in: ask.reading, for: ask.reader, on: ask.today)
            },
            blank: { found, ask in try ask.wishesToBegin(with: found) },
            act: { found, wishes in
                BeginJob(job: ProposeClassSeats(trainingClass: found.code, title: found.title, wishes: wishes))
            }, then: { $0.about })
        flow.refusals = { wishes, ask in
            let found = try ask.one(TrainingClass.self)
            if let why = try ProposeQuotas.notNow(found, in: ask.reading, for: ask.reader, on: ask.today) {
                return [why]
            }
            return try CheckedWishes(wishes, for: found, ask).problems
        }
        flow.beginsWork(ProposeClassSeats.work) { ask in
            let found = try ask.one(TrainingClass.self)
            try ask.requireReach(to: found)
            return found.seatsAddress
        }
        flow.door = .ledger
        (flow.isOneStep, flow.submit) = (true, Words("开始测算", "Propose"))
        return flow
    }
}

extension FormFlow {
    /// Its work is begun once at a time: whoever comes while it is under way is led to where it will stand.
    mutating func beginsWork<J: Job>(_ work: String, about: @escaping @Sendable (Ask) throws -> String)
    where A == BeginJob<J> {
        @Sendable func underWay(_ ask: Ask) throws -> String? {
            let place = try about(ask)
            return try SeatsUnderWay(work, about: place, ask).isRunning ? place : nil
        }
        let closed = instead
        instead = { ask in
            if let place = try underWay(ask) { return .goTo(ask.context.link(place)) }
            return try closed?(ask)
        }
        standing = { _, ask in try underWay(ask) }
        afterwards = { _, sent in sent.jobs?.start() }
    }
}

extension Ask {
    fileprivate func requireReach(to found: TrainingClass) throws {
        guard try reading.isWithinReach(found.scheme.organiser, of: reader) else {
            throw NotAllowed(right: ProposeQuotas.right, unit: found.scheme.organiser)
        }
    }

    /// What the last proposal was made by, with what a click on somebody in it asks for.
    fileprivate func wishesToBegin(with found: TrainingClass) throws -> QuotaWishes {
        var wishes = try proposals(of: found, limit: 1).first?.wishes ?? QuotaWishes()
        if let code = query["pin"], let person = try naming.person(code)?.code {
            wishes.forbids.removeAll { $0.person == person }
            if !wishes.pins.contains(person) { wishes.pins.append(person) }
        }
        if let code = query["forbid"], let person = try naming.person(code)?.code {
            wishes.pins.removeAll { $0 == person }
            if !wishes.forbids.contains(where: { $0.person == person }) {
                wishes.forbids.append(ForbiddenSeat(person: person))
            }
        }
        return wishes
    }
}
