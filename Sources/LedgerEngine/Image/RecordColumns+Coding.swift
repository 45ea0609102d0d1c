import Records
import Vocabulary

/// What an image holds, in the order in which it is written and read.
extension RecordColumns {
    func encode(into writer: inout ImageWriter) {
        writer.add(unitRows) { writer, unit in
            writer.add(unit.code)
            writer.add(unit.name)
            writer.add(unit.kind.rawValue)
            writer.add(unit.parent ?? "")
            writer.add(
                DatedRow(
                    from: unit.span.from.number, until: unit.span.until?.number ?? never,
                    recorded: unit.recorded.number, endRecorded: .min))
        }
        writer.add(teams.codes) { $0.add($1) }
        writer.add(teamRows) { writer, team in
            writer.add(team.kind.rawValue)
            writer.add(team.unit)
            writer.add(team.dated)
        }
        writer.add(rosters.codes) { $0.add($1) }
        for codes in [kinds, topics, categories, attachmentNames] { writer.add(codes.codes) { $0.add($1) } }
        encode(persons, into: &writer)
        writer.add(sexes)
        let people = persons.count
        encode(appointments, owners: people, into: &writer)
        encode(holdings, owners: people, into: &writer)
        encode(memberships, owners: people, into: &writer)
        encode(members, owners: teams.count, into: &writer)
        encode(rosterEntries, owners: people, into: &writer)
        encode(activityCodes, into: &writer)
        writer.add(activities, slack: true)
        // Everything that came since is filed in its place.
        let order = inOrderOfDay()
        for grouping in [grouped(order, kinds.count) { $0.kind }, grouped(order, units.count) { $0.unit }] {
            writer.add(grouping.starts)
            writer.add(grouping.numbers)
        }
        writer.add(twins.sorted { $0.key < $1.key }) { writer, item in
            writer.add(item.key)
            writer.add(item.value) { $0.add($1) }
        }
        writer.add(predecessors.sorted { $0.key < $1.key }) { writer, item in
            writer.add(item.key)
            writer.add(item.value) { $0.add($1) }
        }
        encode(attachments, owners: activities.count, into: &writer)
        encode(settledLines(), into: &writer)
        encodeSites(into: &writer)
    }

    /// Numbers of activities by first day, as a search by day needs them.
    private func inOrderOfDay() -> [Int32] {
        let order = activities.indices.map { Int32($0) }
        return laidOut == Int32(activities.count) ? order : order.sorted(by: precedes)
    }

    private func grouped(_ order: [Int32], _ groups: Int, _ group: (ActivityRow) -> Int32) -> Grouping {
        let places = Grouping(groups: groups, count: order.count) { group(self.activities[order[$0]]) }
        return Grouping(starts: places.starts, numbers: Column(places.numbers.map { order[Int($0)] }))
    }

    /// The lines, laid out by person anew where many came since: a walk along links is slow.
    private func settledLines() -> Lines {
        guard lines.chain.count > lines.count / 16 else { return lines }
        return Lines(
            starts: lines.starts, persons: lines.persons, traits: lines.traits, codes: lines.codes,
            special: lines.special, people: persons.count, of: activities)
    }

    private func encode(_ codes: CodeColumn, into writer: inout ImageWriter) {
        let parts = codes.parts
        writer.add(parts.letters, slack: true)
        writer.add(parts.ends, slack: true)
        writer.add(Column(codes.inOrder()))
        writer.add(parts.places)
    }

    private func encode<Row>(_ pool: FactPool<Row>, owners: Int, into writer: inout ImageWriter) {
        let settled = pool.settled(owners: owners)
        writer.add(settled.starts)
        writer.add(settled.rows)
    }

    private func encode(_ lines: Lines, into writer: inout ImageWriter) {
        writer.add(lines.starts, slack: true)
        writer.add(lines.persons, slack: true)
        writer.add(lines.traits, slack: true)
        writer.add(lines.codes.packed, slack: true)
        writer.add(lines.codes.series) { writer, series in
            writer.add(series.letters)
            writer.add(series.digits)
        }
        writer.add(lines.codes.spelled.sorted { $0.key < $1.key }) { writer, item in
            writer.add(item.key)
            writer.add(item.value)
        }
        writer.add(lines.special.sorted { $0.key < $1.key }) { writer, item in
            writer.add(item.key)
            writer.add(item.value.recorded)
            writer.add(item.value.halfHours)
            writer.add(item.value.voidedOn)
            writer.add(item.value.replacedOn)
            writer.add(item.value.replacement)
        }
        writer.add(lines.personStarts)
        writer.add(lines.personActivities)
        writer.add(lines.personMarks)
        writer.add(lines.chainHeads)
        writer.add(lines.chain, slack: true)
    }

    private func encodeSites(into writer: inout ImageWriter) {
        writer.add(sites) { writer, site in
            writer.add(site.code)
            writer.add(site.unit)
            writer.add(Int(bitPattern: UInt(site.topics)))
            writer.add(site.dated)
            writer.add(site.voidedOn)
            writer.add(site.replacedOn)
            writer.add(site.replacement)
        }
        writer.add(voidReasons.sorted { ($0.key.kind.rawValue, $0.key.code) < ($1.key.kind.rawValue, $1.key.code) }) {
            writer, item in
            writer.add(item.key.kind.rawValue)
            writer.add(item.key.code)
            writer.add(item.value)
        }
    }
}

extension ImageReader {
    mutating func codeColumn() throws(ImageTrouble) -> CodeColumn {
        CodeColumn(
            letters: try copiedColumn(), ends: try copiedColumn(), order: try column(), places: try copiedColumn())
    }

    mutating func pool<Row>() throws(ImageTrouble) -> FactPool<Row> {
        FactPool(starts: try column(), rows: try column())
    }

    mutating func grouping() throws(ImageTrouble) -> Grouping {
        Grouping(starts: try column(), numbers: try column())
    }

    mutating func texts() throws(ImageTrouble) -> [String] {
        try items { (reader) throws(ImageTrouble) in try reader.text() }
    }

    mutating func word<Value: RawRepresentable<String>>() throws(ImageTrouble) -> Value {
        guard let value = Value(rawValue: try text()) else { throw .damaged }
        return value
    }

    mutating func lists() throws(ImageTrouble) -> [Int32: [Int32]] {
        var lists: [Int32: [Int32]] = [:]
        let pairs = try items { (reader) throws(ImageTrouble) in
            (try reader.int32(), try reader.items { (inner) throws(ImageTrouble) in try inner.int32() })
        }
        for (key, value) in pairs { lists[key] = value }
        return lists
    }
}
