import Foundation
import LedgerEngine
import Records
import Vocabulary

/// The benchmark's data set: one file of plain values for each column, as `bench/ledger/generate.py` writes them.
struct ProvinceData {
    let directory: URL

    struct Missing: Error, CustomStringConvertible {
        var file: String
        var description: String { "no column \(file); bin/bench ledger writes the data" }
    }

    func column<Value>(_ name: String, as type: Value.Type = Value.self) throws -> [Value] {
        let file = directory.appendingPathComponent("raw/\(name)")
        guard let data = try? Data(contentsOf: file, options: .alwaysMapped) else { throw Missing(file: file.path) }
        return data.withUnsafeBytes { Array($0.bindMemory(to: Value.self)) }
    }

    var persons: Int {
        get throws { try column("person.id", as: Int32.self).count }
    }

    static func code(_ letter: String, _ number: Int, _ digits: Int) -> String {
        let text = String(number)
        return letter + String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
    }

    static let unitKinds: [UnitKind] = [.city, .county, .department, .institution, .branch]
    static let roles: [ParticipationRole] = [.attendee, .speaker, .keynote, .staff]

    /// Everything from raw columns to columns of ours.
    func columns() throws -> RecordColumns {
        let builder = try frame()
        try addPersons(to: builder)
        try addActivities(to: builder)
        try addParticipations(to: builder)
        return builder.finish()
    }

    func units() throws -> [OrgUnit] {
        let parents = try column("unit.parent", as: Int32.self)
        let kinds = try column("unit.kind", as: Int16.self)
        let since = DaySpan(from: Day(number: 0))
        return parents.indices.map { number in
            OrgUnit(
                code: Self.code("U", number, 5), name: Self.code("单位", number, 5),
                kind: Self.unitKinds[Int(kinds[number])],
                parent: parents[number] < 0 ? nil : Self.code("U", Int(parents[number]), 5), span: since,
                recorded: Day(number: 0))
        }
    }

    private func frame() throws -> ColumnsBuilder {
        ColumnsBuilder(
            units: try units(), teams: [], rosters: [], activities: try column("activity.id", as: Int32.self).count,
            participations: try column("participation.role", as: Int16.self).count)
    }

    private func addPersons(to builder: ColumnsBuilder) throws {
        let units = try column("person.unit", as: Int32.self)
        let entered = try column("person.entered", as: Int32.self)
        let categories = try column("person.category", as: Int16.self)
        let levels = try column("person.level", as: Int16.self)
        let sexes = try column("person.sex", as: Int16.self)
        for person in units.indices {
            let from = ProvinceEdition.inForce + Int(entered[person])
            builder.addPerson(
                code: Self.code("P", person, 7), sex: sexes[person] == 1 ? .female : .male, unit: units[person],
                category: "c\(categories[person])", senior: levels[person] >= 5 ? "senior" : nil, since: from)
        }
    }

    private func addActivities(to builder: ColumnsBuilder) throws {
        let kinds = try column("activity.kind", as: Int16.self)
        let units = try column("activity.unit", as: Int32.self)
        let starts = try column("activity.start_day", as: Int32.self)
        let ends = try column("activity.end_day", as: Int32.self)
        let tags = try column("activity.tags", as: Int32.self)
        let reported = try column("activity.reported", as: Int32.self)
        let leads = try column("activity.lead_days", as: Int32.self)
        let base = ProvinceEdition.inForce.number
        let numbers = (0..<24).map { builder.kind(ProvinceEdition.kind($0).rawValue) }
        for bit in 0..<16 { _ = builder.topicSet([ProvinceEdition.topic(bit).rawValue]) }
        var sets: [Int32: UInt64] = [:]
        for activity in kinds.indices {
            let tag = tags[activity]
            let set: UInt64
            if let known = sets[tag] {
                set = known
            } else {
                set = builder.topicSet(
                    (0..<16).filter { tag & (1 << Int32($0)) != 0 }.map { ProvinceEdition.topic($0).rawValue })
                sets[tag] = set
            }
            let from = base + starts[activity]
            builder.addActivity(
                code: Self.code("A", activity, 7), kind: numbers[Int(kinds[activity])], unit: units[activity],
                from: from, to: base + ends[activity], halfHours: 0, topicSet: set, filed: from - leads[activity],
                reported: base + reported[activity], recorded: base + reported[activity])
        }
    }

    private func addParticipations(to builder: ColumnsBuilder) throws {
        let activities = try column("participation.activity", as: Int32.self)
        let persons = try column("participation.person", as: Int32.self)
        let roles = try column("participation.role", as: Int16.self)
        let hours = try column("participation.hours", as: Float.self)
        let completed = try column("participation.completed", as: UInt8.self)
        let reported = try column("activity.reported", as: Int32.self)
        let base = ProvinceEdition.inForce.number
        for line in activities.indices {
            let activity = activities[line]
            builder.addLine(
                activity: activity, person: persons[line], role: Self.roles[Int(roles[line])],
                halfHours: Int32(hours[line] * 2), completed: completed[line] != 0,
                recorded: base + reported[Int(activity)])
            builder.addLineCode(series: "R", digits: 8, number: UInt32(line))
        }
    }
}
