import Pages
import Spelling
import Store
import Vocabulary

/// Takes a line that was filed into the programme, or returns it with what is to be changed (审核).
struct DecideLine: RecordAct {
    static let right = Right.plan
    static let words = Words("审核项目", "Decided")
    static let title = Words("审核计划项目", "Decide on the line")
    static let button = Words("审核", "Decide")
    static let step = "decide"
    static let settles = true
    var record: String
    var decision: LineDecision

    func unit(in reading: some Reading) throws -> String? { try reading.organiser(ofLine: record) }

    static func notNow(
        _ line: ProgrammeLine, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        line.stage == .filed ? nil : LineProblem.notToDecide(line.stage)
    }

    func perform(on line: ProgrammeLine, in t: ActTransaction) throws -> ProgrammeLine {
        var line = line
        let isIncluded = decision.answer == .include
        let isAdded = try isIncluded && t.isIssued(line.scheme.programme)
        // What is added once the programme is issued needs its reason and its paper, by which it is paid for later.
        try t.refuse(decision.problems(asksForPaper: isAdded))
        line.stage = isIncluded ? .included : .returned
        (line.decided, line.remark, line.paper) = (t.today, decision.remark, decision.paper)
        if isAdded { line.adjusted = t.today }
        try t.update(line)
        return line
    }
}

struct LineDecision: Sendable, Hashable {
    enum Answer: String, Named {
        case include = "included"
        case sendBack = "returned"

        var words: Words { self == .include ? Words("列入计划", "Include") : Words("退回修改", "Return") }
    }

    var answer: Answer?
    var remark = ""
    var paper = ""

    func problems(asksForPaper: Bool) -> [LineProblem] {
        let asksForReason = asksForPaper || answer == .sendBack
        return (asksForReason && remark.allSatisfy(\.isWhitespace) ? [.noReason] : [])
            + (asksForPaper && paper.allSatisfy(\.isWhitespace) ? [.noPaper] : [])
    }

    static let form = Form<LineDecision>(
        .init(
            Words("审核意见", "Decision"), .choice(unchosen: \.answer, "answer", Words("意见", "Decision")),
            .remarked(\.remark, Words("退回的，写明要改什么；印发后增加的，写明理由", "What to change; why it is added after the issue")),
            .papered(\.paper)))

    /// What is asked for once where several are taken in at once.
    static let remarks = Form<LineDecision>(
        .init(
            Words("审核意见", "Decision"),
            .remarked(\.remark, Words("计划印发后增加的，写明理由", "Why they are added after the issue")), .papered(\.paper)))
}

extension FormField {
    /// A reason that has to be given at times.
    static func remarked(
        _ path: any WritableKeyPath<Draft, String> & Sendable, _ hint: Words
    ) -> FormField {
        var field = longText(
            path, "remark", Words("说明", "Remark"), hint: hint, isRequired: false, limit: 500, rows: 3)
        field.isNeededAtTimes = true
        return field
    }

    /// The document by which something is changed once the programme is issued.
    static func papered(_ path: any WritableKeyPath<Draft, String> & Sendable) -> FormField {
        var field = text(
            path, "paper", Words("依据文号", "Document"),
            hint: Words("计划印发后增加、变动的必填", "Needed once the programme is issued"),
            isRequired: false, rule: .name)
        field.isNeededAtTimes = true
        return field
    }
}
