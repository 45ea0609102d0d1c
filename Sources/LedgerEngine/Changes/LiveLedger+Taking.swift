import Plans
import Records
import Vocabulary

extension LiveLedger {
    /// Takes in what was recorded: columns and figures are as if everything had been counted anew.
    ///
    /// Nobody else may read or take meanwhile.
    @discardableResult
    public func take(_ change: RecordChange) -> Touched {
        var touched = Touched()
        switch change {
        case .reported(let activity, let participations):
            take(activity, participations, &touched)
        case .voided(let voiding):
            take(voiding, &touched)
        case .corrected(let correction, let activity, let participations):
            take(activity, participations, &touched)
            take(correction, &touched)
        case .person(let facts):
            take(facts, &touched)
        }
        touched.needsReading = !evaluator.knowsAllWords
        if touched.needsReading, columns.mustDealBitsAgain { touched.needsLayingOut = true }
        return touched
    }

    private func take(_ activity: Activity, _ participations: [Participation], _ touched: inout Touched) {
        let number = columns.append(activity, participations)
        let row = columns.activities[number]
        if row.hasTwins {
            // Whoever said the same before may now be the one that no longer counts.
            let others = (columns.twins[number] ?? []).filter { $0 != number }
            columns.removeTwin(number)
            let concerned = columns.concerned(others)
            let people = columns.people(in: concerned)
            figures.lower(Array(concerned), asking: false, &touched)
            figures.forget(people, &touched)
            columns.addTwin(number, among: others)
            figures.renewCards(of: concerned.union([number]))
            figures.count(people, &touched)
            figures.raise(Array(concerned), asking: false, &touched)
        }
        figures.arrive(number, &touched)
    }

    private func take(_ voiding: Voiding, _ touched: inout Touched) {
        switch voiding.record.kind {
        case .activity:
            guard let number = columns.activityCodes[voiding.record.code] else { return }
            change([number], &touched) { columns.take(voiding, line: nil) }
        case .participation:
            guard let line = columns.lines.line(coded: voiding.record.code) else { return }
            change([columns.activity(of: line)], &touched) { columns.take(voiding, line: line) }
        case .site:
            columns.take(voiding, line: nil)
            figures.recountSites(&touched)
        }
    }

    private func take(_ correction: Correction, _ touched: inout Touched) {
        guard correction.record.kind == .activity else {
            guard correction.record.kind == .participation,
                let line = columns.lines.line(coded: correction.record.code)
            else { return }
            return change([columns.activity(of: line)], &touched) { columns.take(correction, line: line) }
        }
        let chain = [correction.record.code, correction.replacement].compactMap { columns.activityCodes[$0] }
        change(chain, &touched) { columns.take(correction, line: nil) }
    }

    private func take(_ facts: PersonFacts, _ touched: inout Touched) {
        guard columns.knowsPlaces(of: facts) else {
            touched.needsLayingOut = true
            return
        }
        let known = columns.persons[facts.person]
        // What is counted of activities asks of their people too: who is in the population, who is a member of the team.
        var listed: [Int32] = []
        if let known { columns.lines.eachActivity(of: known) { activity, _ in listed.append(activity) } }
        var activities = columns.concerned(listed)
        // Of those who were asked and did not come, too, a share of attendance is taken.
        for team in columns.teamsConcerned(by: facts, known) {
            for number in columns.activities.indices where columns.activities[number].team == team {
                activities.insert(Int32(number))
            }
        }
        figures.lower(Array(activities), asking: true, &touched)
        if let known {
            figures.forget([known], &touched)
            columns.appointments.each(known) { touched.units.insert($0.unit) }
        }
        let person = columns.replace(facts)
        figures.makeRoomForPersons()
        figures.renewSpans(of: person)
        figures.count([person], &touched)
        figures.raise(Array(activities), asking: true, &touched)
    }

    /// Changes the columns, and with them the figures of some activities and of everybody in them.
    private func change(_ numbers: [Int32], _ touched: inout Touched, _ body: () -> Void) {
        var concerned = columns.concerned(numbers)
        let people = columns.people(in: concerned)
        figures.lower(Array(concerned), asking: false, &touched)
        figures.forget(people, &touched)
        body()
        concerned.formUnion(columns.concerned(numbers))
        figures.renewCards(of: concerned)
        figures.count(people, &touched)
        figures.raise(Array(concerned), asking: false, &touched)
    }
}

extension RecordColumns {
    /// Activities whose counting hangs together: those that say the same, and chains of corrections.
    func concerned(_ numbers: [Int32]) -> Set<Int32> {
        var found: Set<Int32> = []
        var open = numbers
        while let number = open.popLast() {
            guard found.insert(number).inserted else { continue }
            open += twins[number] ?? []
            open += predecessors[number] ?? []
            if activities[number].replacement >= 0 { open.append(activities[number].replacement) }
        }
        return found
    }

    /// Teams that a person leaves, joins or stays in.
    func teamsConcerned(by facts: PersonFacts, _ known: Int32?) -> Set<Int32> {
        var found = Set(facts.memberships.compactMap { teams[$0.team] })
        if let known { memberships.each(known) { found.insert($0.other) } }
        return found
    }

    func people(in numbers: Set<Int32>) -> [Int32] {
        var people: Set<Int32> = []
        for number in numbers { for line in lines.range(of: number) { people.insert(lines.persons[line]) } }
        return Array(people)
    }
}
