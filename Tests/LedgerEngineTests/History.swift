import LedgerEngine
import Records
import Vocabulary

/// A town of chance and what happens in it, step by step: the book and the change that leads to it.
struct History {
    private(set) var book: RecordBook
    private var dice: RandomWorld.Dice
    private var number = 500
    /// The last step, in words.
    private(set) var told = ""

    init(seed: UInt64, inForest: Bool = false) throws {
        let lines = inForest ? RandomWorld.forest(seed: seed) : RandomWorld.lines(seed: seed)
        book = try ScenarioTown(lines.joined(separator: "\n")).book
        dice = RandomWorld.Dice(state: seed &* 104_729)
    }

    mutating func next() throws -> RecordChange? {
        switch dice.roll(10) {
        case 0...3: return try report()
        case 4: return try voidActivity()
        case 5: return dice.chance(80) ? try voidParticipation() : try voidSite()
        case 6, 7: return try correct()
        default: return try person()
        }
    }

    mutating func change(_ body: (inout RecordBook) -> Void) { body(&book) }

    private mutating func day() throws -> Day {
        let text = dice.day()
        guard let day = Day(iso: text) else { throw ScenarioProblem(line: text) }
        return day
    }

    private mutating func draft() throws -> (Activity, [Participation]) {
        number += 1
        let from = try day()
        var activity = Activity(
            code: "N\(number)", kind: dice.pick(["seminar", "lecture", "drill"]), title: "t\(dice.roll(2))",
            organiser: dice.pick(book.units).code, team: dice.chance(50) ? dice.pick(book.teams).code : nil, from: from,
            to: from + dice.roll(20), hours: Double(dice.roll(12)) / 2, topics: dice.chance(50) ? ["theory"] : [],
            audience: dice.chance(30) ? ["young"] : [], filed: dice.chance(50) ? try day() : nil,
            reported: dice.chance(50) ? try day() : nil,
            attachments: dice.chance(30) ? [Attachment("report", on: try day())] : [], recorded: try day())
        // Now and then somebody says what was said already.
        if dice.chance(25), !book.activities.isEmpty {
            let code = activity.code
            activity = dice.pick(book.activities)
            activity.code = code
        }
        // Now and then a long list, on which everybody stands several times.
        let parts = try (0..<(dice.chance(95) ? dice.roll(5) : 70)).map { index in
            Participation(
                code: "R9\(number)\(index < 10 ? "0" : "")\(index)", activity: activity.code,
                person: dice.pick(book.persons).code,
                role: dice.pick([.attendee, .attendee, .keynote, .speaker, .staff]),
                hours: dice.chance(96) ? Double(dice.roll(8)) / 2 : 2500,
                completed: dice.chance(85), recorded: dice.chance(80) ? activity.recorded : try day())
        }
        return (activity, parts)
    }

    private mutating func add(_ activity: Activity, _ parts: [Participation]) {
        book.activities.append(activity)
        book.activities.sort { $0.code < $1.code }
        book.participations.append(contentsOf: parts)
        book.participations.sort { $0.code < $1.code }
    }

    private mutating func report() throws -> RecordChange {
        let (activity, parts) = try draft()
        add(activity, parts)
        told = "reported \(activity)"
        return .reported(activity, parts)
    }

    private mutating func voidActivity() throws -> RecordChange? {
        let code = dice.pick(book.activities).code
        guard !book.voidings.contains(where: { $0.record.code == code }) else { return nil }
        return try void(RecordReference(.activity, code))
    }

    private mutating func voidParticipation() throws -> RecordChange? {
        let code = dice.pick(book.participations).code
        guard !book.voidings.contains(where: { $0.record.code == code }) else { return nil }
        return try void(RecordReference(.participation, code))
    }

    private mutating func voidSite() throws -> RecordChange? {
        let code = dice.pick(book.sites).code
        guard !book.voidings.contains(where: { $0.record.code == code }) else { return nil }
        return try void(RecordReference(.site, code))
    }

    private mutating func void(_ record: RecordReference) throws -> RecordChange {
        number += 1
        let voiding = Voiding(code: "V\(number)", record: record, reason: "slip", by: "clerk", recorded: try day())
        book.voidings.append(voiding)
        told = "voided \(record.code)"
        return .voided(voiding)
    }

    private mutating func correct() throws -> RecordChange? {
        let old = dice.pick(book.activities)
        guard !book.corrections.contains(where: { $0.record.code == old.code }) else { return nil }
        let (activity, parts) = try draft()
        number += 1
        let correction = Correction(
            code: "K\(number)", record: RecordReference(.activity, old.code), replacement: activity.code,
            reason: "slip", by: "clerk", recorded: try day())
        add(activity, parts)
        book.corrections.append(correction)
        told = "corrected \(old.code) by \(activity)"
        return .corrected(correction, by: activity, parts)
    }

    /// Somebody comes, moves, takes up or leaves a category, joins or leaves a team.
    private mutating func person() throws -> RecordChange {
        number += 1
        if dice.chance(40) {
            let newcomer = Person(
                code: "\(dice.pick(["A", "P", "Z"]))N\(number)", name: "", sex: dice.pick([.female, .male]),
                birthMonth: "1990-01", recorded: try day())
            book.persons.append(newcomer)
            book.persons.sort { $0.code < $1.code }
            return try change(of: newcomer, appointing: dice.chance(80))
        }
        return try change(of: dice.pick(book.persons), appointing: false)
    }

    private mutating func change(of somebody: Person, appointing: Bool) throws -> RecordChange {
        let person = somebody.code
        let from = try day()
        switch appointing ? 0 : dice.roll(4) {
        case 0, 1:
            for index in book.appointments.indices
            where book.appointments[index].person == person && book.appointments[index].dated.span.until == nil {
                book.appointments[index].dated.span.until = from - 1
                book.appointments[index].dated.endRecorded = dice.chance(50) ? try day() : nil
            }
            if dice.chance(85) {
                book.appointments.append(
                    Appointment(
                        code: "Z\(number)", person: person, unit: dice.pick(book.units).code, post: "", rank: "",
                        dated: Dated(from: from, recorded: dice.chance(60) ? from : try day())))
            }
        case 2:
            book.categories.append(
                CategoryHolding(
                    code: "Z\(number)", person: person, category: "young",
                    dated: Dated(from: from, until: dice.chance(40) ? from + 90 : nil, recorded: from)))
        default:
            book.memberships.append(
                TeamMembership(
                    code: "Z\(number)", team: dice.pick(book.teams).code, person: person,
                    role: dice.chance(30) ? .secretary : .member, dated: Dated(from: from, recorded: from)))
        }
        told = "moved \(person)"
        return .person(
            PersonFacts(
                person: person, sex: somebody.sex,
                appointments: book.appointments.filter { $0.person == person },
                categories: book.categories.filter { $0.person == person },
                memberships: book.memberships.filter { $0.person == person },
                rosterEntries: book.rosterEntries.filter { $0.person == person }))
    }
}
