import Records
import Spelling
import Storage
import Store
import Training
import Vocabulary

/// Takes a change back that touched many records at once, such as a merger, while nothing builds on it (撤回变动): what it changed is
/// as before, what it brought is no longer there.
struct TakeBackChange: Act {
    static let right = Right.plan
    static let isTownWide = true
    static let words = Words("撤回变动", "Change taken back")
    /// The journal's number of the change.
    var seq: Int
    var reason: String

    /// Which changes by hand can be taken back as a whole; of the others a record is put right.
    static let acts: Set<String> = [MergePeople.name, MergeUnits.name, SplitUnit.name]

    func perform(in t: ActTransaction) throws -> ChangePast {
        let reason: String
        do throws(TextFlaw) { reason = try TextRule(limit: TakeBackImport.longestReason).spelled(self.reason) } catch {
            try t.refuse(TakeBackProblem.noReason)
        }
        guard let past = try t.changePast(seq), Self.acts.contains(past.act) else {
            try t.refuse(TakeBackProblem.unknown(String(seq)))
        }
        try t.refuse(try t.problems(takingBack: past))
        try t.writing.takeBack(past, reason: reason, on: t.today)
        return past
    }
}

extension Reading {
    /// Everything that stands in the way.
    func problems(takingBack past: ChangePast) throws -> [TakeBackProblem] {
        if let back = past.takenBack {
            return [.isTakenBack(by: back.by, on: SiteTime(try TownClock(self)).day(of: back.at))]
        }
        return try builtOn(change: past.seq).map { .builtOn(try words(for: $0)) }
    }
}
