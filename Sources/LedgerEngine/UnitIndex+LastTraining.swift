public import Vocabulary

/// When people were trained last (docs/structure.md): asked of very many at once, so that it is read from the columns.
extension UnitIndex {
    /// Where these people stand in the columns; -1 for whom they do not know.
    public func places(of people: [String]) -> [Int32] { columns.persons.numbers(of: people).map { $0 ?? -1 } }

    /// For each of these places the last day of the newest activity of some kinds that was over by a day and attended to its
    /// end, by what was known on another day; nil where there is none.
    public func lastTraining(
        of places: [Int32], in kinds: Set<ActivityKind>, by day: Day, knownAt: Day? = nil
    ) -> [Day?] {
        let reader = LastTraining(Moment(columns, asOf: day, knownAt: knownAt), kinds)
        return places.map { $0 < 0 ? nil : reader.day(of: $0).map { Day(number: $0) } }
    }
}

private struct LastTraining {
    private let moment: Moment
    /// By number of kind.
    private let isWanted: [Bool]

    init(_ moment: Moment, _ kinds: Set<ActivityKind>) {
        self.moment = moment
        isWanted = moment.columns.kinds.codes.map { kinds.contains(ActivityKind(rawValue: $0)) }
    }

    func day(of person: Int32) -> Int32? {
        let lines = moment.columns.lines
        var last = Int32.min
        for index in lines.range(ofPerson: person) {
            let mark = lines.personMarks[index]
            // Most lines tell by themselves that they are nothing new.
            if mark.kind < LineMark.bySelf {
                let day = Int32(mark.day) + LineMark.dayZero
                guard isWanted[Int(mark.kind)], day > last, isAttended(mark.traits) else { continue }
            }
            look(at: lines.personActivities[index], mark.traits, of: person, &last)
        }
        var link = lines.chainHeads[person]
        while link >= 0 {
            look(at: lines.chain[link].activity, lines.chain[link].traits, of: person, &last)
            link = lines.chain[link].next
        }
        return last == .min ? nil : last
    }

    private func isAttended(_ traits: Traits) -> Bool {
        traits.isCompleted && traits.role == ParticipationRole.attendee.bit
    }

    private func look(at activity: Int32, _ traits: Traits, of person: Int32, _ last: inout Int32) {
        let head = moment.head(of: activity)
        let row = moment.columns.activities[head]
        guard row.to > last, row.to <= moment.asOf, isWanted[Int(row.kind)], moment.standing(of: head) == .counted
        else { return }
        guard traits.isSpecial || head != activity else {
            if isAttended(traits) { last = row.to }
            return
        }
        // One that was voided, replaced, recorded late or moved to another activity.
        var isTrained = false
        moment.eachLine(in: head) { line, owner in
            guard !isTrained, moment.columns.lines.persons[line] == person else { return }
            let part = moment.row(ofLine: line, in: owner)
            isTrained = moment.standing(part) == .counted && isAttended(part.traits)
        }
        if isTrained { last = row.to }
    }
}
