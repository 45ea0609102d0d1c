import Pages
import Records
import Storage
import Store
import Vocabulary

/// Where somebody stands towards a class that is for them, in one word.
enum CandidateState: String, Named {
    case proposed, pinned, forbidden, open, onRoster, elsewhere, sameWeek, notMeant, alike, calledUp, retiring

    var words: Words {
        switch self {
        case .proposed: ProposedTrainee.Standing.proposed.words
        case .pinned: ProposedTrainee.Standing.pinned.words
        case .forbidden: ProposedTrainee.Standing.forbidden.words
        case .open: Words("符合条件", "May come")
        case .onRoster, .elsewhere, .sameWeek, .notMeant, .alike, .calledUp, .retiring:
            SeatBar.Kind(rawValue: rawValue)?.words ?? Words("", "")
        }
    }

    var mark: Mark {
        switch self {
        case .proposed, .pinned: .next
        case .open: .onCourse
        case .onRoster: .met
        case .forbidden, .elsewhere, .sameWeek, .notMeant, .alike, .calledUp, .retiring: .excused
        }
    }
}

/// One person of whom a class was told, and why it stands so with them.
struct ListedCandidate: Sendable {
    var candidate: Candidate
    var state: CandidateState
    /// What stands against them, or why nothing was proposed for them.
    var why: Words?
}

extension Candidates {
    /// Everybody with their standing. `seats`: the last proposal, for those who may know it. `tellsShares`: these are all of
    /// their units.
    /// `scope`: the units of which the proposal was made.
    func listed(
        _ seats: ProposedSeats?, within scope: Set<String>?, tellsShares: Bool = true
    ) -> [ListedCandidate] {
        let rows = Dictionary((seats?.people ?? []).map { ($0.person, $0) }) { first, _ in first }
        let year = found.scheme.opening.year
        let fixed = Dictionary((seats?.proposal.fixed ?? []).map { ($0.unit, $0.seats) }) { first, _ in first }
        let ofUnit = Dictionary(grouping: seats?.seated ?? [], by: \.unit).mapValues(\.count)
        let sizes = Dictionary(grouping: people.filter(isOpen), by: \.unit).mapValues(\.count)
        let least = seats?.seated.filter { $0.standing == .proposed }.map { $0.need.weight(inYear: year) }.min()
        return people.map { candidate in
            if let row = rows[candidate.person.code] {
                let state: CandidateState =
                    switch row.standing {
                    case .proposed: .proposed
                    case .pinned: .pinned
                    case .forbidden: .forbidden
                    }
                let bars = candidate.bars.first?.words
                return ListedCandidate(
                    candidate: candidate, state: state,
                    why: row.reason.isEmpty ? bars : Words(row.reason, row.reason))
            }
            if let bar = candidate.bars.first, let state = CandidateState(rawValue: bar.kind.rawValue) {
                return ListedCandidate(candidate: candidate, state: state, why: bar.words)
            }
            guard seats != nil else { return ListedCandidate(candidate: candidate, state: .open) }
            let taken = ofUnit[candidate.unit] ?? 0
            let allowed = ((sizes[candidate.unit] ?? 0) * rules.seats.awayShare + 99) / 100
            let why: Words
            if scope?.contains(candidate.appointment.unit) == false {
                why = Words("不在本次选定的单位中", "not of the units that were chosen")
            } else if let number = fixed[candidate.unit] {
                why = Words("本单位名额定为\(number)人", "its unit was given \(number) seats")
            } else if tellsShares, taken > 0, taken >= allowed {
                why = Words(
                    "本单位已安排\(taken)人，同期外出不超过\(rules.seats.awayShare)%",
                    "\(taken) of the unit are proposed; no more than \(rules.seats.awayShare) % may be away")
            } else if let least, candidate.need.weight(inYear: year) < least {
                why = Words("名额已满，列入的都更需要", "the seats went to those who need it more")
            } else {
                why = Words("名额已满，需要相同的先照顾安排比例小的单位", "the seats are taken; of equal need, units with fewer come first")
            }
            return ListedCandidate(candidate: candidate, state: .open, why: why)
        }
    }
}

extension TrainingClass {
    /// Everybody whom a class is for, within a reader's reach, each with what they need and what stands against them.
    static let candidateList = FoundList<ListedCandidate>(
        Words("可选人选", "Who may come"), file: "candidates",
        columns: [
            ListColumn("name", Words("姓名", "Name"), .lead, text: { row, _ in row.candidate.person.name }) { row, _ in
                .link("/people/\(Query.encoded(row.candidate.person.code))", .text(row.candidate.person.name))
            },
            .text("person", Words("人员编号", "Staff number"), .off) { $0.candidate.person.code },
            ListColumn(
                "unit", Words("名额单位", "Unit"), sort: "unit",
                text: { row, ask in try ask.naming.unitName(row.candidate.unit) }),
            ListColumn(
                "post", Words("单位及职务", "Post"), .off,
                text: { row, ask in
                    try ask.naming.unitName(row.candidate.appointment.unit) + row.candidate.appointment.post
                }),
            .text("rank", Words("职级", "Rank"), .off) { $0.candidate.appointment.rank },
            ListColumn(
                "need", Words("参训情况", "Need"), .below, sort: "need",
                text: { row, ask in ask.say(row.candidate.need.words(try ask.classRules.seats)) }),
            ListColumn("why", Words("说明", "Why"), .below, text: { row, ask in row.why.map { ask.say($0) } ?? "" }),
            ListColumn("state", Words("安排", "Standing"), .end, text: { row, ask in ask.say(row.state.words) }) {
                row, ask in .state(row.state.mark, ask.say(row.state.words))
            },
        ],
        fields: [
            .ofClass, .search(Words("姓名", "Name")), .unit(Words("单位", "Unit")),
            .choice("state", Words("安排", "Standing")) { ask in
                CandidateState.shown(to: ask.reader).map { ($0.rawValue, $0.words) }
            },
        ], hasAsOf: false
    ) { ask in
        guard let found = try ask.classOfList else { return .ofNoClass }
        // What the office has in mind is not told before the call-up.
        let seats = ProposeQuotas.isAllowed(to: ask.reader) ? try ask.proposals(of: found, limit: 1).first : nil
        let fixed = seats?.proposal.fixed.map(\.unit) ?? []
        var slips: [AddressSlip] = []
        let typedUnit = ask.query["unit"]
        let unit = try typedUnit.flatMap { try ask.naming.unit(typed: $0) }
        if let typedUnit, unit == nil { slips.append(.unknown("unit", typedUnit, zh: "单位", en: "unit")) }
        let beneath = try unit.map {
            Set(try ask.reading.unitsWithinReach(of: Reader(account: "", rights: [], unit: $0.code)) ?? [])
        }
        var candidates = try ask.candidates(for: found, units: fixed)
        // Of a large town one unit is gone through; how much of it may be away is told of the whole only.
        let isOfUnit = candidates.isTooMany
        if isOfUnit, let unit, try ask.reading.isWithinReach(unit.code, of: ask.reader) {
            candidates = try ask.candidates(for: found, units: fixed, beneath: unit.code)
        }
        let scope = try ask.scope(of: seats?.proposal.units ?? [])
        var rows = candidates.listed(seats, within: scope, tellsShares: !isOfUnit)
        if let typed = ask.query["q"] {
            rows.removeAll { !$0.candidate.person.name.contains(typed) && $0.candidate.person.code != typed }
        }
        if let beneath { rows.removeAll { !beneath.contains($0.candidate.appointment.unit) } }
        if let typed = ask.query["state"] {
            if let state = CandidateState(rawValue: typed) {
                rows.removeAll { $0.state != state }
            } else {
                slips.append(.unknown("state", typed, zh: "安排", en: "standing"))
            }
        }
        let year = found.scheme.opening.year
        rows.sort {
            (-$0.candidate.need.weight(inYear: year), $0.candidate.unit, $0.candidate.person.code)
                < (-$1.candidate.need.weight(inYear: year), $1.candidate.unit, $1.candidate.person.code)
        }
        if let order = ask.wantedOrder, order.key == "unit" {
            rows.sort { ($0.candidate.unit, $0.candidate.person.code) < ($1.candidate.unit, $1.candidate.person.code) }
            if order.isFalling { rows.reverse() }
        } else if ask.wantedOrder?.isFalling == false {
            rows.reverse()
        }
        var result = FoundRows(rows)
        result.slips = slips
        result.title = Words("可选人选：\(found.title)", "Who may come: \(found.title)")
        result.crumbs = try found.crumbs(ask)
        if Nominate.isAllowed(to: ask.reader),
            try Nominate.notNow(found, in: ask.reading, for: ask.reader, on: ask.today) == nil
        {
            result.picks = FoundPicks(
                Words("为打勾的人报名", "Name those ticked"), to: Nominate.address(of: found), field: "pick"
            ) {
                $0.state == .onRoster ? nil : $0.candidate.person.code
            } name: {
                $0.candidate.person.name
            }
        }
        result.empty = .init(
            Words("没有符合条件的人员", "Nobody of that kind"),
            candidates.isTooMany
                ? QuotaProblem.tooManyPeople.words
                : Words("请换一个条件，或核对班次的干部类别。", "Try another filter, or the categories of the class."))
        return result
    }
}

extension CandidateState {
    static func shown(to reader: Reader) -> [CandidateState] {
        // Nobody is listed who is not meant; what the office proposes is not told to units.
        allCases.filter {
            $0 != .notMeant && (ProposeQuotas.isAllowed(to: reader) || ![.proposed, .pinned, .forbidden].contains($0))
        }
    }
}
