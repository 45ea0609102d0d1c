import Pages
import Store
import Vocabulary

/// Takes a line up again that was merged, cancelled or noted as not held: by mistake, or as it is to be held after all
/// (恢复项目).
struct RestoreLine: RecordAct {
    static let right = Right.plan
    static let words = Words("恢复项目", "Restored")
    static let title = Words("恢复计划项目", "Restore the line")
    static let button = Words("恢复", "Restore")
    static let step = "restore"
    var record: String
    var reason: String
    var paper: String

    func unit(in reading: some Reading) throws -> String? { try reading.organiser(ofLine: record) }

    static func notNow(
        _ line: ProgrammeLine, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        LineStage.gone.contains(line.stage) ? nil : LineProblem.notGone(line.stage)
    }

    func perform(on line: ProgrammeLine, in t: ActTransaction) throws -> ProgrammeLine {
        var line = line
        // What never was in the programme goes back to where it was taken off.
        let wasIncluded = line.stage == .notHeld || line.adjusted != nil
        line.stage = wasIncluded ? .included : line.filed == nil ? .draft : .filed
        line.into = ""
        try t.adjust(&line, reason, paper, isAdjustment: wasIncluded)
        return line
    }
}

extension FormFlow where Draft == LineReason, A == RestoreLine {
    static var restoring: FormFlow {
        FormFlow(RestoreLine.self, LineReason.restoring) { _, _ in
            LineReason()
        } act: { line, draft in
            RestoreLine(record: line.code, reason: draft.reason, paper: draft.paper)
        }
    }
}
