import Records
import Vocabulary

extension RecordColumns {
    /// Groups the activities that say the same.
    func findTwins() {
        var sameDay: [Int32] = []
        func close() {
            if sameDay.count > 1 { for number in sameDay.dropFirst() { addTwin(number, among: sameDay) } }
            sameDay.removeAll(keepingCapacity: true)
        }
        for unit in -1..<Int32(units.count) {
            // Activities of nobody known are no record of anybody's.
            guard unit >= 0 else { continue }
            byUnit.each(unit) { number in
                if let first = sameDay.first, activities[first].from != activities[number].from { close() }
                sameDay.append(number)
            }
            close()
        }
    }

    /// Files an activity with the first of `others` that says the same.
    func addTwin(_ number: Int32, among others: [Int32]) {
        let row = activities[number]
        guard twins[number] == nil,
            let other = others.first(where: { $0 != number && activities[$0].saysTheSame(as: row) })
        else { return }
        let group = ((twins[other] ?? [other]) + [number]).sorted(by: activityCodes.precedes)
        for member in group {
            twins[member] = group
            activities[member].hasTwins = true
            lines.readByRow(member)
        }
    }

    func removeTwin(_ number: Int32) {
        guard let group = twins.removeValue(forKey: number) else { return }
        let rest = group.filter { $0 != number }
        for member in rest {
            twins[member] = rest.count > 1 ? rest : nil
            activities[member].hasTwins = rest.count > 1
        }
    }

    /// Works in what was voided and corrected. The first voiding and the first correction of a record hold.
    func take(voidings: [Voiding], corrections: [Correction]) {
        let wanted = Set(
            voidings.map(\.record).filter { $0.kind == .participation }.map(\.code)
                + corrections.map(\.record).filter { $0.kind == .participation }.map(\.code))
        let found = wanted.isEmpty ? [:] : lines.codes.lines(coded: wanted)
        for voiding in voidings.sorted(by: { ($0.recorded, $0.code) < ($1.recorded, $1.code) }) {
            take(voiding, line: found[voiding.record.code])
        }
        for correction in corrections.sorted(by: { ($0.recorded, $0.code) < ($1.recorded, $1.code) }) {
            take(correction, line: found[correction.record.code])
        }
    }

    func take(_ voiding: Voiding, line: Int32?) {
        let day = voiding.recorded.number
        if voidReasons[voiding.record] == nil { voidReasons[voiding.record] = voiding.reason }
        switch voiding.record.kind {
        case .activity:
            if let number = activityCodes[voiding.record.code] {
                activities[number].voidedOn = min(activities[number].voidedOn, day)
                lines.readByRow(number)
            }
        case .participation:
            if let line { makeSpecial(line) { $0.voidedOn = min($0.voidedOn, day) } }
        case .site:
            if let index = sites.firstIndex(where: { $0.code == voiding.record.code }) {
                sites[index].voidedOn = min(sites[index].voidedOn, day)
            }
        }
    }

    /// One that leads back to the record itself says nothing.
    func take(_ correction: Correction, line: Int32?) {
        let day = correction.recorded.number
        switch correction.record.kind {
        case .activity:
            guard let old = activityCodes[correction.record.code], let new = activityCodes[correction.replacement],
                activities[old].replacement < 0, end(of: new) != old
            else { return }
            activities[old].replacedOn = day
            activities[old].replacement = new
            activities[new].hasPredecessors = true
            lines.readByRow(old)
            lines.readByRow(new)
            predecessors[new] = ((predecessors[new] ?? []) + [old]).sorted(by: activityCodes.precedes)
        case .participation:
            guard let line, lines.special[line]?.replacedOn ?? never == never else { return }
            makeSpecial(line) {
                $0.replacedOn = day
                $0.replacement = correction.replacement
            }
        case .site:
            guard let index = sites.firstIndex(where: { $0.code == correction.record.code }),
                sites[index].replacedOn == never
            else { return }
            sites[index].replacedOn = day
            sites[index].replacement = correction.replacement
        }
    }

    private func end(of activity: Int32) -> Int32 {
        var end = activity
        while activities[end].replacement >= 0 { end = activities[end].replacement }
        return end
    }

    private func makeSpecial(_ line: Int32, _ change: (inout SpecialLine) -> Void) {
        let activity = self.activity(of: line)
        var special =
            lines.special[line]
            ?? SpecialLine(recorded: activities[activity].recorded, halfHours: lines.traits[line].halfHours)
        change(&special)
        lines.special[line] = special
        activities[activity].hasSpecialLines = true
        lines.traits[line].makeSpecial()
        lines.makeSpecial(person: lines.persons[line], in: activity)
    }

    /// The activity that a line was recorded for.
    func activity(of line: Int32) -> Int32 {
        var low = 0
        var high = activities.count
        while low < high {
            let middle = (low + high) / 2
            if lines.starts[middle + 1] <= UInt32(line) { low = middle + 1 } else { high = middle }
        }
        return Int32(low)
    }
}
