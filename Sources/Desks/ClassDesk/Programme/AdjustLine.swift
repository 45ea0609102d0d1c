import Pages
import Spelling
import Store
import Vocabulary

/// What of a line may change once it is in the programme, with the reason and the document that it rests on (调整).
struct LineAdjustment: Sendable, Hashable {
    var time = LineTime()
    var runs = 1
    var heads = 1
    var days = 1
    var place = ""
    var amount = Money.zero
    var reason = ""
    var paper = ""

    init(_ scheme: LineScheme = LineScheme()) {
        (time, runs, heads, days) = (scheme.time, scheme.runs, scheme.heads, scheme.days)
        (place, amount) = (scheme.place, scheme.amount)
    }

    func applied(to scheme: LineScheme) -> LineScheme {
        var scheme = scheme
        (scheme.time, scheme.runs, scheme.heads, scheme.days) = (time, runs, heads, days)
        (scheme.place, scheme.amount) = (place, amount)
        return scheme
    }

    static let form = Form<LineAdjustment>(
        .init(
            Words("调整", "What changes"), .month(\.time.month), .part(\.time.part),
            .number(\.runs, "runs", Words("期数", "Runs"), in: 1...99),
            .number(\.heads, "heads", Words("每期人数", "People a run"), in: 1...5000),
            .number(\.days, "days", Words("每期天数", "Days a run"), in: 1...400),
            .text(\.place, "place", Words("地点", "Place"), isRequired: false, rule: .name),
            .money(\.amount, "amount", Words("经费（元）", "Money (yuan)"))),
        .init(
            Words("依据", "Why"),
            .longText(\.reason, "remark", Words("调整理由", "Reason"), limit: 500, rows: 3), .papered(\.paper)))
}

/// Moves a line to another time, or changes its size (调整).
struct AdjustLine: RecordAct {
    static let right = Right.plan
    static let words = Words("调整项目", "Adjusted")
    static let title = Words("调整计划项目", "Adjust the line")
    static let button = Words("调整", "Adjust")
    static let step = "adjust"
    var record: String
    var adjustment: LineAdjustment

    func unit(in reading: some Reading) throws -> String? { try reading.organiser(ofLine: record) }

    static func notNow(
        _ line: ProgrammeLine, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        line.stage == .included ? nil : LineProblem.notIncluded(line.stage)
    }

    func perform(on before: ProgrammeLine, in t: ActTransaction) throws -> ProgrammeLine {
        var line = before
        line.scheme = adjustment.applied(to: before.scheme)
        guard line.scheme != before.scheme else { try t.refuse(LineProblem.nothingChanged) }
        let classes = try t.wantedClasses(ofLine: line.code)
        if adjustment.runs < classes { try t.refuse(LineProblem.fewerThanClasses(classes)) }
        try t.adjust(&line, adjustment.reason, adjustment.paper)
        return line
    }
}

/// Puts a line together with another, which holds from now on (合并).
struct MergeLine: RecordAct {
    static let right = Right.plan
    static let words = Words("合并项目", "Merged")
    static let title = Words("合并计划项目", "Merge the line into another")
    static let button = Words("合并", "Merge")
    static let step = "merge"
    var record: String
    var merging: LineMerging

    func unit(in reading: some Reading) throws -> String? { try reading.organiser(ofLine: record) }

    static func notNow(
        _ line: ProgrammeLine, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        guard [.included, .filed].contains(line.stage) else { return LineProblem.notIncluded(line.stage) }
        let classes = try reading.wantedClasses(ofLine: line.code)
        return classes > 0 ? LineProblem.hasClasses(classes) : nil
    }

    func perform(on line: ProgrammeLine, in t: ActTransaction) throws -> ProgrammeLine {
        if merging.into == line.code { try t.refuse(LineProblem.intoItself) }
        guard let other = try t.one(ProgrammeLine.self, merging.into, for: t.reader), other.stage == .included,
            other.scheme.programme == line.scheme.programme
        else { try t.refuse(LineProblem.intoOther(merging.into)) }
        var line = line
        let wasIncluded = line.stage == .included
        line.into = other.code
        line.stage = .merged
        try t.adjust(&line, merging.reason, merging.paper, isAdjustment: wasIncluded)
        return line
    }
}

struct LineMerging: Sendable, Hashable {
    /// The line that is merged, so that only others of its year are to be chosen from.
    var line = ""
    var into = ""
    var reason = ""
    var paper = ""

    static let form = Form<LineMerging>(
        .init(
            Words("合并", "Merge"), .hidden(\.line, "line"),
            .option(
                \.into, "into", Words("并入项目", "Into"),
                among: { typed, naming in
                    let own = try typed["line"].flatMap {
                        try naming.reading.one(ProgrammeLine.self, $0, for: .everybody)
                    }
                    return try naming.reading.all(
                        ProgrammeLine.self, for: .everybody,
                        where: """
                            stage = \(LineStage.included) and \(SQL.allBut(own?.code ?? ""))
                            and programme = \(own?.scheme.programme ?? "")
                            """, order: "title", limit: 500
                    ).map { FormOption($0.code, Words("\($0.title)（\($0.code)）", "\($0.title) (\($0.code))")) }
                }, unknown: { Words("没有“\($0)”这个项目", "There is no line “\($0)”") },
                named: { code, naming in
                    try naming.reading.one(ProgrammeLine.self, code, for: .everybody)?.title
                }),
            .longText(\.reason, "remark", Words("合并理由", "Reason"), limit: 500, rows: 3), .papered(\.paper)))
}

/// Takes a line off that will not be held: its unit what is not in the programme yet, the office what is (取消).
struct CancelLine: RecordAct {
    static let right = Right.report
    static let rights: Set<Right> = [.report, .plan]
    static let words = Words("取消项目", "Cancelled")
    static let title = Words("取消计划项目", "Cancel the line")
    static let button = Words("取消", "Cancel")
    static let step = "cancel"
    var record: String
    var reason: String
    var paper: String

    func unit(in reading: some Reading) throws -> String? { try reading.organiser(ofLine: record) }

    static func notNow(
        _ line: ProgrammeLine, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        guard LineStage.asked.contains(line.stage) || line.stage == .included else {
            return LineProblem.isGone(line.stage)
        }
        if line.stage == .included, !reader.may(.plan) { return LineProblem.forTheOffice }
        let classes = try reading.wantedClasses(ofLine: line.code)
        return classes > 0 ? LineProblem.hasClasses(classes) : nil
    }

    func perform(on line: ProgrammeLine, in t: ActTransaction) throws -> ProgrammeLine {
        var line = line
        let wasIncluded = line.stage == .included
        line.stage = .cancelled
        try t.adjust(&line, reason, paper, isAdjustment: wasIncluded)
        return line
    }
}

/// Why a line is taken off or taken up again, and the document that it rests on.
struct LineReason: Sendable, Hashable {
    var reason = ""
    var paper = ""

    static let cancelling = form(Words("取消", "Cancel"))
    static let restoring = form(Words("恢复", "Restore"))

    private static func form(_ words: Words) -> Form<LineReason> {
        Form<LineReason>(
            .init(
                words, .longText(\.reason, "remark", Words("理由", "Reason"), limit: 500, rows: 3), .papered(\.paper)))
    }
}

/// Says why a line was not held, once its time is over (未办).
struct NoteLineNotHeld: RecordAct {
    static let right = Right.report
    static let rights: Set<Right> = [.report, .plan]
    static let words = Words("登记未办", "Not held")
    static let title = Words("登记项目未办", "Note why it was not held")
    static let button = Words("登记未办", "Not held")
    static let step = "not-held"
    var record: String
    var reason: String

    func unit(in reading: some Reading) throws -> String? { try reading.organiser(ofLine: record) }

    static func notNow(
        _ line: ProgrammeLine, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        guard line.stage == .included else { return LineProblem.notIncluded(line.stage) }
        if line.last >= today { return LineProblem.notDue(line.scheme.time.words.zh) }
        let (closed, wanted) = (
            try reading.closedClasses(ofLine: line.code), try reading.wantedClasses(ofLine: line.code)
        )
        if closed >= line.scheme.runs { return LineProblem.isHeld }
        return wanted > closed ? LineProblem.hasClasses(wanted - closed) : nil
    }

    func perform(on line: ProgrammeLine, in t: ActTransaction) throws -> ProgrammeLine {
        var line = line
        line.stage = .notHeld
        (line.decided, line.remark, line.paper) = (t.today, reason, "")
        try t.update(line)
        return line
    }
}

extension ActTransaction {
    /// What was issued is changed by a paper only; what is not issued yet, by a reason.
    func adjust(
        _ line: inout ProgrammeLine, _ reason: String, _ paper: String, isAdjustment: Bool = true
    ) throws {
        let isIssued = try isAdjustment && isIssued(line.scheme.programme)
        var problems: [LineProblem] = reason.allSatisfy(\.isWhitespace) ? [.noReason] : []
        if isIssued, paper.allSatisfy(\.isWhitespace) { problems.append(.noPaper) }
        try refuse(problems)
        (line.decided, line.remark, line.paper) = (today, reason, paper)
        if isAdjustment { line.adjusted = today }
        try update(line)
    }
}
