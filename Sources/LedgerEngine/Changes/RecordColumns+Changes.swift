import Records
import Vocabulary

extension RecordColumns {
    /// Takes in a reported activity with its participations; the number it is given.
    func append(_ activity: Activity, _ participations: [Participation]) -> Int32 {
        let number = Int32(activities.count)
        // First numbered, then asked for its bit: one that was not known before has none until then.
        let topicNumbers = activity.topics.map { topics.number($0.rawValue) }
        let audienceNumbers = activity.audience.map { categories.number($0.rawValue) }
        let topicBits = topicNumbers.reduce(0) { $0 | topics.bit($1) }
        let audienceBits = audienceNumbers.reduce(0) { $0 | categories.bit($1) }
        activityCodes.append(activity.code)
        activities.append(
            ActivityRow(
                kind: kinds.number(activity.kind.rawValue), unit: units[activity.organiser] ?? -1,
                team: activity.team.flatMap { teams[$0] } ?? -1, from: activity.from.placed,
                // Of nobody known: no record of anybody's, it is never over.
                to: units[activity.organiser] == nil ? never : activity.to.placed,
                halfHours: Bounds.halfHours(activity.hours),
                topics: topicBits,
                audience: audienceBits,
                filed: activity.filed?.placed ?? never, reported: activity.reported?.placed ?? never,
                recorded: activity.recorded.number, title: titleNumber(activity.title)))
        arrivals.add(number, activities[number])
        if !activity.attachments.isEmpty {
            attachments.replace(
                number,
                with: activity.attachments.map {
                    AttachmentRow(name: attachmentNames.number($0.name), day: $0.day.number)
                })
        }
        let people = persons.numbers(of: participations.map(\.person))
        let rows = zip(participations, people).compactMap { part, person -> Lines.Arrival? in
            guard let person else { return nil }
            let halfHours = Bounds.halfHours(part.hours)
            let isSpecial = part.recorded != activity.recorded || halfHours > Traits.mostHalfHours
            return Lines.Arrival(
                person: person,
                traits: Traits(
                    role: part.role, completed: part.completed, halfHours: halfHours, isSpecial: isSpecial),
                code: part.code,
                special: isSpecial ? SpecialLine(recorded: part.recorded.number, halfHours: halfHours) : nil)
        }
        if rows.contains(where: { $0.special != nil }) { activities[number].hasSpecialLines = true }
        let listsTwice = listsTwice(rows)
        activities[number].listsTwice = listsTwice
        lines.append(isAscending(rows) ? rows : rows.sorted { $0.code < $1.code }, listsTwice: listsTwice)
        fileTwin(number)
        return number
    }

    private func isAscending(_ rows: [Lines.Arrival]) -> Bool {
        for index in rows.indices.dropFirst() where rows[index - 1].code >= rows[index].code { return false }
        return true
    }

    private func listsTwice(_ rows: [Lines.Arrival]) -> Bool {
        if rows.count > 64 { return Set(rows.map(\.person)).count < rows.count }
        for index in rows.indices {
            for other in 0..<index where rows[other].person == rows[index].person { return true }
        }
        return false
    }

    private func fileTwin(_ number: Int32) {
        let row = activities[number]
        guard row.unit >= 0 else { return }
        var twin: Int32 = -1
        eachSameDay(row) { if $0 != number, twin < 0, activities[$0].saysTheSame(as: row) { twin = $0 } }
        if twin >= 0 { addTwin(number, among: [twin]) }
    }

    /// Activities of the same organiser that begin on the same day.
    private func eachSameDay(_ row: ActivityRow, _ body: (Int32) -> Void) {
        let range = byUnit.range(row.unit)
        var low = range.lowerBound
        var high = range.upperBound
        while low < high {
            let middle = (low + high) / 2
            if activities[byUnit.numbers[middle]].from < row.from { low = middle + 1 } else { high = middle }
        }
        while low < range.upperBound, activities[byUnit.numbers[low]].from == row.from {
            body(byUnit.numbers[low])
            low += 1
        }
        for number in arrivals.ofUnit(row.unit) where activities[number].from == row.from { body(number) }
    }

    /// Takes the activity that came last out again.
    func removeLastActivity() {
        let number = Int32(activities.count - 1)
        removeTwin(number)
        lines.removeLast()
        attachments.replace(number, with: [])
        arrivals.removeLast(activities[number])
        activities.removeLast()
        activityCodes.removeLast()
    }

    /// Whether all that somebody belongs to has a number.
    func knowsPlaces(of facts: PersonFacts) -> Bool {
        facts.appointments.allSatisfy { units[$0.unit] != nil }
            && facts.memberships.allSatisfy { teams[$0.team] != nil }
            && facts.rosterEntries.allSatisfy { rosters[$0.roster] != nil }
    }

    /// Everything about one person, in place of what was known; whoever is new gets the next number.
    func replace(_ facts: PersonFacts) -> Int32 {
        let person = persons[facts.person] ?? addPerson(facts.person)
        sexes[person] = Self.number(facts.sex)
        appointments.replace(
            person,
            with: facts.appointments.sorted { ($0.dated.span.from, $0.code) < ($1.dated.span.from, $1.code) }
                .compactMap { item in
                    units[item.unit].map { AppointmentRow(unit: $0, dated: DatedRow(item.dated)) }
                })
        holdings.replace(
            person,
            with: facts.categories.map {
                HoldingRow(category: categories.number($0.category.rawValue), dated: DatedRow($0.dated))
            })
        var left: Set<Int32> = []
        memberships.each(person) { left.insert($0.other) }
        let joined = facts.memberships.compactMap { item in
            teams[item.team].map {
                MembershipRow(other: $0, isSecretary: item.role == .secretary, dated: DatedRow(item.dated))
            }
        }
        memberships.replace(person, with: joined)
        for team in left.union(joined.map(\.other)) {
            let others = members.all(team).filter { $0.other != person }
            let own = joined.filter { $0.other == team }.map {
                MembershipRow(other: person, isSecretary: $0.isSecretary, dated: $0.dated)
            }
            members.replace(team, with: others + own)
        }
        rosterEntries.replace(
            person,
            with: facts.rosterEntries.compactMap { item in
                rosters[item.roster].map { RosterRow(roster: $0, dated: DatedRow(item.dated)) }
            })
        return person
    }

    private func addPerson(_ code: String) -> Int32 {
        persons.append(code)
        sexes.append(0)
        lines.addPerson()
        return Int32(persons.count - 1)
    }
}
