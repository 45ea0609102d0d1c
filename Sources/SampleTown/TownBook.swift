import Records
import Vocabulary

/// Turns what the generator made into a book: codes in the order of recording, every list in order of its codes.
struct TownBook {
    private(set) var book = RecordBook()

    init(units: TownUnits, staff: TownStaff, diary: TownDiary, mishaps: TownMishaps, sites: [Site]) {
        book.units = units.all.map(\.unit).sorted { $0.code < $1.code }
        book.persons = staff.persons
        addPeople(units, staff)
        var numbering = Numbering()
        let sites = sites.sorted { ($0.dated.recorded, $0.name) < ($1.dated.recorded, $1.name) }
        book.sites = sites.map { site in
            var site = site
            site.code = numbering.next("S", site.dated.recorded)
            return site
        }
        addActivities(staff, diary, mishaps, &numbering)
    }

    private mutating func addPeople(_ units: TownUnits, _ staff: TownStaff) {
        let persons = staff.persons
        book.appointments = staff.posts.enumerated().map { place, fact in
            Appointment(
                code: Self.code("J", place), person: persons[fact.person].code,
                unit: units[fact.value.unit].unit.code, post: fact.value.post, rank: fact.value.rank, dated: fact.dated)
        }
        book.categories = staff.categories.enumerated().map { place, fact in
            CategoryHolding(
                code: Self.code("C", place), person: persons[fact.person].code, category: fact.value, dated: fact.dated)
        }
        book.teams = staff.teams.map(\.team).sorted { $0.code < $1.code }
        book.memberships = staff.memberships.enumerated().map { place, fact in
            TeamMembership(
                code: Self.code("M", place), team: staff.teams[fact.value.team].team.code,
                person: persons[fact.person].code, role: fact.value.role, dated: fact.dated)
        }
        book.rosters = [
            Roster(
                code: "nonParty", name: "党外干部名册", keeper: units[units.named("市委统战部")].unit.code,
                recorded: units.calendar.start)
        ]
        book.rosterEntries = staff.rosterEntries.enumerated().map { place, fact in
            RosterEntry(
                code: Self.code("L", place), roster: "nonParty", person: persons[fact.person].code, dated: fact.dated)
        }
    }

    private mutating func addActivities(
        _ staff: TownStaff, _ diary: TownDiary, _ mishaps: TownMishaps, _ numbering: inout Numbering
    ) {
        let order = diary.drafts.indices.sorted {
            (diary.drafts[$0].activity.recorded, $0) < (diary.drafts[$1].activity.recorded, $1)
        }
        var codes = Array(repeating: "", count: diary.drafts.count)
        for draft in order {
            var activity = diary.drafts[draft].activity
            activity.code = numbering.next("A", activity.recorded)
            codes[draft] = activity.code
            book.activities.append(activity)
        }
        var parts: [(draft: Int, part: Int, recorded: Day)] = []
        for draft in order {
            for (place, part) in diary.drafts[draft].parts.enumerated() { parts.append((draft, place, part.recorded)) }
        }
        let partOrder = parts.indices.sorted { (parts[$0].recorded, $0) < (parts[$1].recorded, $1) }
        var partCodes = diary.drafts.map { Array(repeating: "", count: $0.parts.count) }
        for index in partOrder {
            let (draft, place, recorded) = parts[index]
            let part = diary.drafts[draft].parts[place]
            let code = numbering.next("R", recorded)
            partCodes[draft][place] = code
            book.participations.append(
                Participation(
                    code: code, activity: codes[draft], person: staff.persons[part.person].code, role: part.role,
                    hours: part.hours, completed: part.completed, recorded: recorded))
        }
        addVoidings(mishaps, codes, partCodes, &numbering)
        addCorrections(mishaps, codes, partCodes, &numbering)
    }

    private mutating func addVoidings(
        _ mishaps: TownMishaps, _ codes: [String], _ partCodes: [[String]], _ numbering: inout Numbering
    ) {
        let all =
            mishaps.voidedActivities.map { (RecordReference(.activity, codes[$0.draft]), $0.reason, $0.recorded) }
            + mishaps.voidedParts.map {
                (RecordReference(.participation, partCodes[$0.draft][$0.part]), $0.reason, $0.recorded)
            }
        for (record, reason, recorded) in all.sorted(by: { ($0.2, $0.0.code) < ($1.2, $1.0.code) }) {
            book.voidings.append(
                Voiding(
                    code: numbering.next("V", recorded), record: record, reason: reason, by: "培训专员",
                    recorded: recorded))
        }
    }

    private mutating func addCorrections(
        _ mishaps: TownMishaps, _ codes: [String], _ partCodes: [[String]], _ numbering: inout Numbering
    ) {
        let all =
            mishaps.correctedActivities.map {
                (RecordReference(.activity, codes[$0.draft]), codes[$0.replacement], $0.reason, $0.recorded)
            }
            + mishaps.correctedParts.map {
                (
                    RecordReference(.participation, partCodes[$0.draft][$0.part]),
                    partCodes[$0.draft][$0.replacement], $0.reason, $0.recorded
                )
            }
        for (record, replacement, reason, recorded) in all.sorted(by: { ($0.3, $0.0.code) < ($1.3, $1.0.code) }) {
            book.corrections.append(
                Correction(
                    code: numbering.next("K", recorded), record: record, replacement: replacement, reason: reason,
                    by: "培训专员", recorded: recorded))
        }
    }

    private static func code(_ letter: String, _ place: Int) -> String {
        let digits = String(place + 1)
        return letter + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
    }

    /// Codes as the program hands them out itself: `A2026-000123`, numbered within the year of recording.
    private struct Numbering {
        private var last: [String: Int] = [:]

        mutating func next(_ letter: String, _ recorded: Day) -> String {
            let counter = "\(letter)\(recorded.year)"
            last[counter, default: 0] += 1
            let digits = String(last[counter, default: 0])
            return "\(counter)-" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
        }
    }
}
