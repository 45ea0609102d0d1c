import Vocabulary

/// What must hold in every book. Tests call it after building or reading one; Storage enforces most of it by schema.
extension RecordBook {
    /// One line per broken invariant, each naming the record; empty for a sound book.
    public func brokenInvariants() -> [String] {
        var broken: [String] = []
        checkCodes(&broken)
        checkUnits(&broken)
        checkPeople(&broken)
        checkActivities(&broken)
        checkVoidingsAndCorrections(&broken)
        return broken
    }

    private func checkCodes(_ broken: inout [String]) {
        func ordered(_ name: String, _ codes: [String]) {
            for (a, b) in zip(codes, codes.dropFirst()) where a >= b {
                broken.append("\(name) \(b): codes are not unique and ascending")
            }
        }
        ordered("unit", units.map(\.code))
        ordered("person", persons.map(\.code))
        ordered("appointment", appointments.map(\.code))
        ordered("category", categories.map(\.code))
        ordered("team", teams.map(\.code))
        ordered("membership", memberships.map(\.code))
        ordered("roster", rosters.map(\.code))
        ordered("roster entry", rosterEntries.map(\.code))
        ordered("activity", activities.map(\.code))
        ordered("participation", participations.map(\.code))
        ordered("site", sites.map(\.code))
        ordered("voiding", voidings.map(\.code))
        ordered("correction", corrections.map(\.code))
    }

    private func checkUnits(_ broken: inout [String]) {
        let parents = Dictionary(units.map { ($0.code, $0.parent) }, uniquingKeysWith: { a, _ in a })
        for unit in units {
            if unit.name.isEmpty { broken.append("unit \(unit.code): no name") }
            if let until = unit.span.until, until < unit.span.from {
                broken.append("unit \(unit.code): ends before it begins")
            }
            var seen: Set<String> = [unit.code]
            var next = unit.parent
            while let parent = next {
                guard parents[parent] != nil else {
                    broken.append("unit \(unit.code): no unit \(parent) above it")
                    break
                }
                guard seen.insert(parent).inserted else {
                    broken.append("unit \(unit.code): beneath itself")
                    break
                }
                next = parents[parent] ?? nil
            }
        }
    }

    private func checkPeople(_ broken: inout [String]) {
        let units = Set(self.units.map(\.code))
        let persons = Set(self.persons.map(\.code))
        let teams = Set(self.teams.map(\.code))
        let rosters = Set(self.rosters.map(\.code))
        func check(_ name: String, _ dated: Dated, person: String? = nil, unit: String? = nil) {
            if let person, !persons.contains(person) { broken.append("\(name): no person \(person)") }
            if let unit, !units.contains(unit) { broken.append("\(name): no unit \(unit)") }
            if let until = dated.span.until, until < dated.span.from { broken.append("\(name): ends before it begins") }
            if dated.recorded < dated.span.from { broken.append("\(name): recorded before it began") }
            if let end = dated.endRecorded {
                if dated.span.until == nil { broken.append("\(name): end recorded, but open") }
                if end < dated.recorded { broken.append("\(name): end recorded before the beginning") }
            }
        }
        for item in appointments { check("appointment \(item.code)", item.dated, person: item.person, unit: item.unit) }
        for item in categories { check("category \(item.code)", item.dated, person: item.person) }
        for item in self.teams { check("team \(item.code)", item.dated, unit: item.unit) }
        for item in memberships {
            check("membership \(item.code)", item.dated, person: item.person)
            if !teams.contains(item.team) { broken.append("membership \(item.code): no team \(item.team)") }
        }
        for item in self.rosters where !units.contains(item.keeper) {
            broken.append("roster \(item.code): no unit \(item.keeper)")
        }
        for item in rosterEntries {
            check("roster entry \(item.code)", item.dated, person: item.person)
            if !rosters.contains(item.roster) { broken.append("roster entry \(item.code): no roster \(item.roster)") }
        }
        for item in sites { check("site \(item.code)", item.dated, unit: item.unit) }
    }

    private func checkActivities(_ broken: inout [String]) {
        let units = Set(self.units.map(\.code))
        let persons = Set(self.persons.map(\.code))
        let teams = Set(self.teams.map(\.code))
        let recorded = Dictionary(activities.map { ($0.code, $0.recorded) }, uniquingKeysWith: { a, _ in a })
        for item in activities {
            let name = "activity \(item.code)"
            if item.title.isEmpty { broken.append("\(name): no title") }
            if !units.contains(item.organiser) { broken.append("\(name): no unit \(item.organiser)") }
            if let team = item.team, !teams.contains(team) { broken.append("\(name): no team \(team)") }
            if item.to < item.from { broken.append("\(name): ends before it begins") }
            if !Self.inHalves(item.hours) { broken.append("\(name): hours \(item.hours)") }
            let known =
                [item.to, item.filed, item.approved, item.reported].compactMap { $0 } + item.attachments.map(\.day)
            if known.contains(where: { $0 > item.recorded }) { broken.append("\(name): recorded before it happened") }
            if let filed = item.filed, let approved = item.approved, approved < filed {
                broken.append("\(name): approved before it was filed")
            }
        }
        for item in participations {
            let name = "participation \(item.code)"
            if !persons.contains(item.person) { broken.append("\(name): no person \(item.person)") }
            if !Self.inHalves(item.hours) { broken.append("\(name): hours \(item.hours)") }
            guard let day = recorded[item.activity] else {
                broken.append("\(name): no activity \(item.activity)")
                continue
            }
            if item.recorded < day { broken.append("\(name): recorded before its activity") }
        }
    }

    private func checkVoidingsAndCorrections(_ broken: inout [String]) {
        var recorded: [RecordReference: Day] = [:]
        for item in activities { recorded[RecordReference(.activity, item.code)] = item.recorded }
        for item in participations { recorded[RecordReference(.participation, item.code)] = item.recorded }
        for item in sites { recorded[RecordReference(.site, item.code)] = item.dated.recorded }
        var gone: Set<RecordReference> = []
        func check(_ name: String, _ record: RecordReference, _ reason: String, _ by: String, _ day: Day) {
            if reason.isEmpty { broken.append("\(name): no reason") }
            if by.isEmpty { broken.append("\(name): by nobody") }
            if !gone.insert(record).inserted { broken.append("\(name): \(record.code) no longer counted already") }
            guard let first = recorded[record] else {
                broken.append("\(name): no record \(record.code)")
                return
            }
            if day < first { broken.append("\(name): recorded before the record itself") }
        }
        for item in voidings { check("voiding \(item.code)", item.record, item.reason, item.by, item.recorded) }
        for item in corrections {
            check("correction \(item.code)", item.record, item.reason, item.by, item.recorded)
            let replacement = RecordReference(item.record.kind, item.replacement)
            if item.replacement == item.record.code { broken.append("correction \(item.code): replaces itself") }
            if recorded[replacement] == nil { broken.append("correction \(item.code): no record \(item.replacement)") }
        }
    }

    private static func inHalves(_ hours: Double) -> Bool { hours >= 0 && hours * 2 == (hours * 2).rounded() }
}
