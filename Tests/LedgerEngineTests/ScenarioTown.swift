import Records
import Vocabulary

/// Reads the records of a scenario: a line for each fact, in the words of the record book.
struct ScenarioTown {
    private(set) var book = RecordBook()

    init(_ text: String) throws {
        for line in ScenarioLine.lines(of: text) { try add(line) }
    }

    private mutating func add(_ line: ScenarioLine) throws {
        let code = try line.word(1)
        switch try line.word(0) {
        case "unit":
            book.units.append(
                OrgUnit(
                    code: code, name: code, kind: try line.read(try line.word(2)), parent: line.option("in"),
                    span: try dated(line).span, recorded: try dated(line).recorded))
        case "person":
            book.persons.append(
                Person(
                    code: code, name: code, sex: line.option("sex") == "male" ? .male : .female, birthMonth: "1980-01",
                    recorded: try dated(line).recorded))
            try appoint(line)
            for category in line.words.dropFirst(3) { try hold(line, category) }
        case "post": try appoint(line)
        case "category": try hold(line, try line.word(2))
        case "team":
            book.teams.append(
                Team(
                    code: code, name: code, kind: try line.read(try line.word(2)), unit: try line.word(3),
                    dated: try dated(line)))
            for member in line.words.dropFirst(4) {
                let parts = member.split(separator: ":")
                book.memberships.append(
                    TeamMembership(
                        code: "m\(book.memberships.count)", team: code, person: String(parts[0]),
                        role: parts.count > 1 ? .secretary : .member, dated: try dated(line)))
            }
        case "listed":
            book.rosterEntries.append(
                RosterEntry(
                    code: "l\(book.rosterEntries.count)", roster: try line.word(2), person: code, dated: try dated(line)
                ))
        case "roster":
            book.rosters.append(
                Roster(code: code, name: code, keeper: try line.word(2), recorded: try dated(line).recorded))
        case "activity": try hold(activity: line)
        case "took":
            let activity = book.activities.first { $0.code == line.words[2] }
            book.participations.append(
                Participation(
                    code: line.option("code") ?? "\(line.words[2])-\(code)", activity: line.words[2], person: code,
                    role: try line.read(try line.word(3)), hours: Double(line.option("hours") ?? "0") ?? 0,
                    completed: !line.has("unfinished"),
                    recorded: try line.day("recorded") ?? activity?.recorded ?? Self.founded))
        case "site":
            book.sites.append(
                Site(
                    code: code, name: code, unit: try line.word(2),
                    topics: line.list("topics").map(Topic.init(rawValue:)),
                    dated: try dated(line)))
        case "void":
            book.voidings.append(
                Voiding(
                    code: "v\(code)", record: reference(to: code), reason: "not held", by: "clerk",
                    recorded: try line.day("on") ?? Self.founded))
        case "correct":
            book.corrections.append(
                Correction(
                    code: "c\(code)", record: reference(to: code), replacement: line.option("by") ?? "",
                    reason: "wrong days", by: "clerk", recorded: try line.day("on") ?? Self.founded))
        default: throw ScenarioProblem(line: line.text)
        }
    }

    private mutating func hold(activity line: ScenarioLine) throws {
        let from = try line.day(iso: try line.word(4))
        let to = line.words.count > 5 ? try line.day(iso: line.words[5]) : from
        book.activities.append(
            Activity(
                code: line.words[1], kind: ActivityKind(rawValue: line.words[2]), title: line.option("title") ?? "",
                organiser: line.words[3], team: line.option("team"), from: from, to: to,
                hours: Double(line.option("hours") ?? "0") ?? 0, topics: line.list("topics").map(Topic.init(rawValue:)),
                audience: line.list("audience").map(PersonCategory.init(rawValue:)), filed: try line.day("filed"),
                reported: try line.day("reported"),
                attachments: try line.list("papers").map {
                    let parts = $0.split(separator: "@")
                    return Attachment(String(parts[0]), on: try line.day(iso: parts[1]))
                }, recorded: try line.day("recorded") ?? to))
    }

    private mutating func appoint(_ line: ScenarioLine) throws {
        book.appointments.append(
            Appointment(
                code: "a\(book.appointments.count + 100)", person: line.words[1], unit: try line.word(2), post: "",
                rank: "", dated: try dated(line)))
    }

    private mutating func hold(_ line: ScenarioLine, _ category: String) throws {
        book.categories.append(
            CategoryHolding(
                code: "h\(book.categories.count + 100)", person: line.words[1],
                category: PersonCategory(rawValue: category), dated: try dated(line)))
    }

    private func reference(to code: String) -> RecordReference {
        if book.activities.contains(where: { $0.code == code }) { return RecordReference(.activity, code) }
        if book.sites.contains(where: { $0.code == code }) { return RecordReference(.site, code) }
        return RecordReference(.participation, code)
    }

    private func dated(_ line: ScenarioLine) throws -> Dated {
        let from = try line.day("from") ?? Self.founded
        return Dated(
            from: from, until: try line.day("until"), recorded: try line.day("recorded") ?? from,
            endRecorded: try line.day("endRecorded"))
    }

    private static let founded = Day(number: 18262)  // 2020-01-01
}
