/// Participations that did not count where no names may be listed: by activity, day and reason, how many (docs/decisions/0087).
struct UnnamedRecords {
    private(set) var records: [UncountedRecord] = []
    private var places: [UncountedRecord: Int] = [:]
    /// Per line that counted: its activity.
    private var counted: [Int32: Int32] = [:]

    /// Takes a piece of a participation in; whether it was one that did not count.
    mutating func take(_ piece: Piece, by teller: ReasonTeller) -> Bool {
        guard case .participation(let line, let owner) = piece.record else { return false }
        if piece.why == .counted {
            counted[line] = owner
            return false
        }
        guard piece.why != .recordedLater else { return true }
        let record = teller.activity(of: piece, line, in: owner, first: counted[piece.first])
        if let place = places[record] {
            records[place].participations = (records[place].participations ?? 0) + 1
        } else {
            places[record] = records.count
            records.append(record)
        }
        return true
    }
}
