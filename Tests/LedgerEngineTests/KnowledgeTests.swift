import LedgerEngine
import Plans
import Records
import Testing
import Vocabulary

/// With both days fixed, nothing that comes later changes what is said.
@Suite("What is recorded later")
struct KnowledgeTests {
    @Test("changes neither the ledger nor an explanation of what was known before", arguments: seeds(1...10))
    func later(seed: UInt64) throws {
        let asOf = try #require(Day(iso: "2025-08-31"))
        let known = try #require(Day(iso: "2025-09-30"))
        var history = try History(seed: seed)
        // Nobody corrects what is not yet recorded.
        history.change { book in
            let recorded = Dictionary(uniqueKeysWithValues: book.activities.map { ($0.code, $0.recorded) })
            book.corrections.removeAll { correction in
                [correction.record.code, correction.replacement].contains {
                    recorded[$0].map { $0 > correction.recorded } ?? false
                }
            }
        }
        let rules =
            seed.isMultiple(of: 2) ? SmallWorld.rules + SmallWorld.timeRules : SmallWorld.growthRules
        var edition = try SmallWorld.edition(rules)
        // Somebody is named to answer for the first rule; nobody of that name is known yet.
        edition.tasks[0].obligations[0].binding?.answerable = ["later", "C"]
        let before = Evaluator(edition: edition, records: history.book).live(asOf: asOf, knownAt: known)
        let entries = before.ledger().entries
        let told = entries.prefix(500).map {
            before.explain(obligation: $0.obligation, subject: $0.subject, from: $0.from)
        }

        for step in 1...12 { try history.addLater(than: known, step: step) }
        let announced = CalendarYear(
            year: 2025, source: "own", recorded: known + 1, holidays: (0..<200).map { asOf - $0 }, workdays: [])
        let calendar = WorkingCalendar(WorkingCalendar.publishedYears + [announced])
        let after = Evaluator(edition: edition, records: history.book, calendar: calendar)
            .live(asOf: asOf, knownAt: known)

        let changed = zip(entries, after.ledger().entries).first { $0 != $1 }
        #expect(changed == nil, "\(changed?.0.line ?? "") became \(changed?.1.line ?? "")")
        #expect(entries.count == after.ledger().entries.count)
        for (entry, then) in zip(entries, told) {
            let now = after.explain(obligation: entry.obligation, subject: entry.subject, from: entry.from)
            if now != then { Issue.record("\(entry.obligation) \(entry.line) is explained otherwise") }
        }
        // And it is what the book says that lay open then.
        let open = Evaluator(edition: edition, records: history.book.known(at: known))
            .ledger(asOf: asOf, knownAt: known).entries
        let other = zip(entries, open).first { $0 != $1 }
        #expect(other == nil && open.count == entries.count, "\(other?.0.line ?? "") and \(other?.1.line ?? "")")
        #expect(after.ledger().entries != Evaluator(edition: edition, records: history.book).ledger(asOf: asOf).entries)
    }
}

extension History {
    /// Facts of every kind, recorded after a day, though most happened before it.
    mutating func addLater(than known: Day, step: Int) throws {
        let recorded = known + step
        let happened = known - 40 * step
        let mark = "L\(step < 10 ? "0" : "")\(step)"
        func dated(_ until: Day? = nil) -> Dated { Dated(from: happened, until: until, recorded: recorded) }
        change { book in
            // A unit by the name that a rule asks for, and one that would be the first root.
            book.units.insert(
                OrgUnit(
                    code: "A\(mark)", name: step == 1 ? "later" : mark, kind: .department,
                    parent: step == 2 ? nil : "C", span: DaySpan(from: happened), recorded: recorded), at: 0)
            book.units.sort { $0.code < $1.code }
            book.persons.append(
                Person(code: "P\(mark)", name: mark, sex: .female, birthMonth: "1980-01", recorded: recorded))
            book.persons.sort { $0.code < $1.code }
            let person = book.persons[step % book.persons.count].code
            for code in [person, "P\(mark)"] {
                book.appointments.append(
                    Appointment(
                        code: "z\(mark)\(code)", person: code, unit: "A\(mark)", post: "", rank: "", dated: dated()))
                book.categories.append(
                    CategoryHolding(code: "z\(mark)\(code)", person: code, category: "young", dated: dated()))
                book.memberships.append(
                    TeamMembership(
                        code: "z\(mark)\(code)", team: book.teams[step % book.teams.count].code, person: code,
                        role: .secretary, dated: dated()))
            }
            book.teams.append(Team(code: "T\(mark)", name: mark, kind: .studyGroup, unit: "A\(mark)", dated: dated()))
            book.teams.sort { $0.code < $1.code }
            // An end that was not known of.
            if let open = book.categories.firstIndex(where: { $0.dated.span.until == nil && $0.dated.recorded <= known }
            ) {
                book.categories[open].dated.span.until = happened
                book.categories[open].dated.endRecorded = recorded
            }
            let organiser = book.units[step % book.units.count].code
            let activity = Activity(
                code: "N\(mark)", kind: step.isMultiple(of: 2) ? "seminar" : "lecture", title: mark,
                organiser: organiser, team: book.teams.first?.code, from: happened, to: happened + 1, hours: 6,
                topics: ["theory"], audience: ["young"], filed: happened - 30, reported: happened + 2,
                attachments: [Attachment("report", on: happened + 2)], recorded: recorded)
            book.activities.append(activity)
            let others = book.activities.filter { other in
                other.recorded <= known && !book.corrections.contains { $0.record.code == other.code }
            }
            if let other = others.first {
                book.corrections.append(
                    Correction(
                        code: "z\(mark)", record: RecordReference(.activity, other.code), replacement: activity.code,
                        reason: "", by: "", recorded: recorded))
            }
            if let other = others.last {
                let reference = RecordReference(.activity, other.code)
                if !book.voidings.contains(where: { $0.record == reference }) {
                    book.voidings.append(
                        Voiding(code: "z\(mark)", record: reference, reason: "", by: "", recorded: recorded))
                }
                book.participations.append(
                    Participation(
                        code: "R\(mark)", activity: other.code, person: person, role: .keynote, hours: 4,
                        completed: true, recorded: recorded))
            }
            book.participations.append(
                Participation(
                    code: "S\(mark)", activity: activity.code, person: person, role: .attendee, hours: 4,
                    completed: true, recorded: recorded))
            book.participations.sort { $0.code < $1.code }
            book.activities.sort { $0.code < $1.code }
            book.sites.append(
                Site(code: "X\(mark)", name: mark, unit: organiser, topics: ["theory"], dated: dated()))
        }
    }
}
