public import Records
import Vocabulary

extension ColumnsBuilder {
    /// The columns. The builder is used up.
    public func finish(sites: [Site] = [], voidings: [Voiding] = [], corrections: [Correction] = []) -> RecordColumns {
        let columns = RecordColumns(parts(sites: sites))
        columns.findTwins()
        columns.take(voidings: voidings, corrections: corrections)
        return columns
    }

    func parts(sites: [Site]) -> ColumnParts {
        for site in sites { for topic in site.topics { _ = topics.number(topic.rawValue) } }
        topics.settle()
        categories.settle()
        let people = PersonOrder(self)
        let order = activityOrder()
        let places = Column<Int32>(repeating: 0, count: order.count)
        for (place, number) in order.enumerated() { places[number] = Int32(place) }
        let rows = activityRows(order)
        let codes = CodeColumn(order.map { activityCodes[Int($0)] })
        let lines = lines(people: people, activities: places, of: rows)
        let byUnit = Grouping(groups: units.count, count: rows.count) { rows[$0].unit }
        return ColumnParts(
            units: units, unitRows: unitRows, teams: teams, teamRows: teamRows, rosters: rosters,
            persons: CodeColumn(people.order.map { personCodes[Int($0)] }),
            sexes: Column(people.order.map { sexes[Int($0)] }),
            appointments: FactPool(owners: people.count, people.renumbered(appointments)),
            holdings: FactPool(owners: people.count, people.renumbered(holdings)),
            memberships: FactPool(
                owners: people.count,
                memberships.map {
                    (
                        Int(people.places[$0.person]),
                        MembershipRow(other: $0.team, isSecretary: $0.isSecretary, dated: $0.dated)
                    )
                }),
            members: FactPool(
                owners: teams.count,
                memberships.map {
                    (
                        Int($0.team),
                        MembershipRow(
                            other: people.places[$0.person], isSecretary: $0.isSecretary, dated: $0.dated)
                    )
                }),
            rosterEntries: FactPool(owners: people.count, people.renumbered(rosterEntries)), kinds: kinds,
            topics: topics, categories: categories, activityCodes: codes, activities: rows,
            byKind: Grouping(groups: kinds.count, count: rows.count) { rows[$0].kind }, byUnit: byUnit,
            laidOut: rows.count, twins: [:], predecessors: [:],
            attachments: FactPool(
                owners: rows.count, attachments.map { (Int(places[$0.activity]), $0.row) }),
            attachmentNames: attachmentNames, lines: lines,
            sites: sites.sorted { $0.code < $1.code }.map { site in
                .init(
                    code: site.code, unit: units[site.unit] ?? -1,
                    topics: topics.mask(site.topics.lazy.map(\.rawValue)), dated: DatedRow(site.dated),
                    voidedOn: never, replacedOn: never, replacement: "")
            }, voidReasons: [:])
    }

    /// Numbers as they came, in order of first day, then code.
    private func activityOrder() -> [Int32] {
        let rows = activities
        let isInOrder = (0..<max(0, rows.count - 1)).allSatisfy {
            (rows[$0].from, activityCodes[$0]) < (rows[$0 + 1].from, activityCodes[$0 + 1])
        }
        let numbers = (0..<Int32(rows.count))
        return isInOrder
            ? Array(numbers)
            : numbers.sorted {
                (rows[$0].from, activityCodes[Int($0)]) < (rows[$1].from, activityCodes[Int($1)])
            }
    }

    private func activityRows(_ order: [Int32]) -> Column<ActivityRow> {
        let topicMasks = topicSets.masks(topics)
        let audienceMasks = audienceSets.masks(categories)
        var rows = Column<ActivityRow>(capacity: order.count)
        for number in order {
            var row = activities[number]
            row.topics = topicMasks[Int(row.topics)]
            row.audience = audienceMasks[Int(row.audience)]
            rows.append(row)
        }
        return rows
    }

    /// Lines by activity and, within one, in order of code; then the same by person.
    private func lines(
        people: PersonOrder, activities places: Column<Int32>, of rows: Column<ActivityRow>
    ) -> Lines {
        let starts = Column<UInt32>(repeating: 0, count: places.count + 1)
        for line in lineActivities.indices { starts[Int(places[lineActivities[line]]) + 1] += 1 }
        for place in 0..<places.count { starts[place + 1] += starts[place] }
        let order = Column<UInt32>(repeating: 0, count: lineActivities.count)
        var next = Array(starts)
        var isInOrder = true
        for line in lineActivities.indices {
            let activity = Int(places[lineActivities[line]])
            if next[activity] != UInt32(line) { isInOrder = false }
            order[Int(next[activity])] = UInt32(line)
            next[activity] += 1
        }
        if sortByCode(order, starts) { isInOrder = false }
        let persons = Column<Int32>(repeating: 0, count: order.count)
        var traits = lineTraits
        for line in order.indices { persons[line] = people.places[linePersons[Int(order[line])]] }
        if !isInOrder || !special.isEmpty {
            traits = Column(repeating: Traits(role: .attendee, completed: false, halfHours: 0), count: order.count)
            var moved: [Int32: SpecialLine] = [:]
            for line in order.indices {
                let old = Int(order[line])
                traits[line] = lineTraits[old]
                if traits[line].isSpecial { moved[Int32(line)] = special[Int32(old)] }
            }
            special = moved
            lineCodes.reorder(order)
        }
        return Lines(
            starts: starts, persons: persons, traits: traits, codes: lineCodes, special: special, people: people.count,
            of: rows)
    }

    /// Of one activity in order of code; true where some did not come so.
    private func sortByCode(_ order: Column<UInt32>, _ starts: Column<UInt32>) -> Bool {
        guard lineCodes.packed.count == order.count else { return false }
        var isMoved = false
        for activity in 0..<(starts.count - 1) {
            let range = Int(starts[activity])..<Int(starts[activity + 1])
            let packed = lineCodes.packed
            let isAscending = range.dropFirst().allSatisfy {
                let (a, b) = (packed[Int(order[$0 - 1])], packed[Int(order[$0])])
                return a < b && a >> 26 == b >> 26
            }
            if isAscending { continue }
            isMoved = true
            let sorted = range.map { order[$0] }.sorted { lineCodes[Int32($0)] < lineCodes[Int32($1)] }
            for (place, line) in zip(range, sorted) { order[place] = line }
        }
        return isMoved
    }
}

/// Persons by the unit of their latest appointment, so that those who are counted together lie together.
struct PersonOrder {
    /// Numbers as they came.
    let order: [Int32]
    /// Where each number as it came now stands.
    let places: Column<Int32>
    var count: Int { order.count }

    init(_ builder: ColumnsBuilder) {
        var homes = [Int32](repeating: -1, count: builder.personCodes.count)
        for item in builder.appointments { homes[item.owner] = item.row.unit }
        let codes = builder.personCodes
        let isAscending = (0..<max(0, codes.count - 1)).allSatisfy { codes[$0] < codes[$0 + 1] }
        let byCode = isAscending ? Array(codes.indices) : codes.indices.sorted { codes[$0] < codes[$1] }
        // Units in order of code mostly lie near their parents; a walk down the tree would be no better.
        let grouped = Grouping(groups: builder.units.count + 1, count: codes.count) { homes[byCode[$0]] + 1 }
        order = grouped.numbers.map { Int32(byCode[Int($0)]) }
        places = Column(repeating: 0, count: order.count)
        for (place, number) in order.enumerated() { places[number] = Int32(place) }
    }

    func renumbered<Row>(_ items: [(owner: Int, row: Row)]) -> [(owner: Int, row: Row)] {
        items.map { (Int(places[$0.owner]), $0.row) }
    }
}
