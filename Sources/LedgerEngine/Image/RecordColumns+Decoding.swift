import Records
import Vocabulary

extension RecordColumns {
    static func decode(_ reader: inout ImageReader) throws(ImageTrouble) -> ColumnParts {
        let unitRows = try reader.items { (reader) throws(ImageTrouble) -> OrgUnit in
            let code = try reader.text()
            let name = try reader.text()
            let kind: UnitKind = try reader.word()
            let parent = try reader.text()
            let dated = try reader.dated()
            return OrgUnit(
                code: code, name: name, kind: kind, parent: parent.isEmpty ? nil : parent,
                span: DaySpan(
                    from: Day(number: dated.from), until: dated.until == never ? nil : Day(number: dated.until)),
                recorded: Day(number: dated.recorded))
        }
        let teams = Ranking(try reader.texts())
        let teamRows = try reader.items { (reader) throws(ImageTrouble) in
            TeamRow(kind: try reader.word(), unit: try reader.int32(), dated: try reader.dated())
        }
        let rosters = Ranking(try reader.texts())
        let kinds = Interned(try reader.texts())
        var topics = Interned(try reader.texts())
        var categories = Interned(try reader.texts())
        topics.settle()
        categories.settle()
        let attachmentNames = Interned(try reader.texts())
        let persons = try reader.codeColumn()
        let sexes: Column<UInt8> = try reader.column()
        let appointments: FactPool<AppointmentRow> = try reader.pool()
        let holdings: FactPool<HoldingRow> = try reader.pool()
        let memberships: FactPool<MembershipRow> = try reader.pool()
        let members: FactPool<MembershipRow> = try reader.pool()
        let rosterEntries: FactPool<RosterRow> = try reader.pool()
        let activityCodes = try reader.codeColumn()
        let activities: Column<ActivityRow> = try reader.column()
        let byKind = try reader.grouping()
        let byUnit = try reader.grouping()
        let twins = try reader.lists()
        let predecessors = try reader.lists()
        let attachments: FactPool<AttachmentRow> = try reader.pool()
        let lines = try decodeLines(&reader)
        let (sites, voidReasons) = try decodeSites(&reader)
        return ColumnParts(
            units: Ranking(unitRows.map(\.code)), unitRows: unitRows, teams: teams, teamRows: teamRows,
            rosters: rosters, persons: persons, sexes: sexes, appointments: appointments, holdings: holdings,
            memberships: memberships, members: members, rosterEntries: rosterEntries, kinds: kinds, topics: topics,
            categories: categories, activityCodes: activityCodes, activities: activities, byKind: byKind,
            byUnit: byUnit, laidOut: activities.count, twins: twins, predecessors: predecessors,
            attachments: attachments, attachmentNames: attachmentNames, lines: lines, sites: sites,
            voidReasons: voidReasons)
    }

    private static func decodeLines(_ reader: inout ImageReader) throws(ImageTrouble) -> Lines {
        let starts: Column<UInt32> = try reader.column()
        let persons: Column<Int32> = try reader.column()
        let traits: Column<Traits> = try reader.column()
        let packed: Column<UInt32> = try reader.column()
        let series = try reader.items { (reader) throws(ImageTrouble) in
            LineCodes.Series(letters: try reader.text(), digits: try reader.int())
        }
        let spelled = try reader.items { (reader) throws(ImageTrouble) in (try reader.int32(), try reader.text()) }
        let special = try reader.items { (reader) throws(ImageTrouble) in
            (
                try reader.int32(),
                SpecialLine(
                    recorded: try reader.int32(), halfHours: try reader.int32(), voidedOn: try reader.int32(),
                    replacedOn: try reader.int32(), replacement: try reader.text())
            )
        }
        let personStarts: Column<UInt32> = try reader.column()
        let personActivities: Column<Int32> = try reader.column()
        let personMarks: Column<LineMark> = try reader.column()
        let chainHeads: Column<Int32> = try reader.copiedColumn()
        return Lines(
            starts: starts, persons: persons, traits: traits,
            codes: LineCodes(
                packed: packed, series: series, spelled: Dictionary(spelled, uniquingKeysWith: { first, _ in first })),
            special: Dictionary(special, uniquingKeysWith: { first, _ in first }), personStarts: personStarts,
            personActivities: personActivities, personMarks: personMarks,
            chainHeads: chainHeads, chain: try reader.column())
    }

    private static func decodeSites(
        _ reader: inout ImageReader
    ) throws(ImageTrouble) -> ([SiteRow], [RecordReference: String]) {
        let sites = try reader.items { (reader) throws(ImageTrouble) in
            SiteRow(
                code: try reader.text(), unit: try reader.int32(), topics: UInt64(UInt(bitPattern: try reader.int())),
                dated: try reader.dated(), voidedOn: try reader.int32(), replacedOn: try reader.int32(),
                replacement: try reader.text())
        }
        let reasons = try reader.items { (reader) throws(ImageTrouble) in
            (RecordReference(try reader.word(), try reader.text()), try reader.text())
        }
        return (sites, Dictionary(reasons, uniquingKeysWith: { first, _ in first }))
    }
}
