import Pages
import Storage
import Store
import Vocabulary

/// Writes a line for the programme of a year (编报项目); it is a draft until its unit confirms it.
struct DraftLine: Act {
    static let right = Right.report
    static let words = Words("编报项目", "Drafted")
    var scheme: LineScheme

    func unit(in reading: some Reading) throws -> String? { scheme.organiser }

    func perform(in t: ActTransaction) throws -> ProgrammeLine {
        guard try t.one(YearProgramme.self, scheme.programme, for: t.reader) != nil else {
            try t.refuse(LineProblem.unknown(scheme.programme))
        }
        return try t.draftLine(scheme)
    }
}

extension ActTransaction {
    func draftLine(_ scheme: LineScheme, from source: String = "") throws -> ProgrammeLine {
        let made = ProgrammeLine(
            code: try nextCode(.programmeLine), scheme: scheme, stage: .draft, filed: nil, decided: nil, remark: "",
            paper: "", adjusted: nil, into: "", source: source)
        try insert(made)
        return made
    }
}

/// Changes a line that is a draft, or came back.
struct ChangeLine: RecordAct {
    static let right = Right.report
    static let words = Words("修改项目", "Changed")
    static let title = Words("修改计划项目", "Change the line")
    static let button = Words("修改", "Change")
    static let step = "change"
    var record: String
    var scheme: LineScheme

    func unit(in reading: some Reading) throws -> String? { scheme.organiser }

    static func notNow(
        _ line: ProgrammeLine, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        LineStage.asked.contains(line.stage) ? nil : LineProblem.notToChange(line.stage)
    }

    func perform(on before: ProgrammeLine, in t: ActTransaction) throws -> ProgrammeLine {
        // Nobody takes over a line of a unit that is not theirs.
        try t.requireReach(to: before.scheme.organiser, with: Self.right)
        var line = before
        line.scheme = scheme
        guard line != before else { try t.refuse(LineProblem.nothingChanged) }
        // What was confirmed was this, and nothing else: whoever changes it is to have it confirmed anew.
        if line.stage == .filed { (line.stage, line.filed) = (.draft, nil) }
        try t.update(line)
        return line
    }
}

/// Confirms a line for its unit, by which it is filed with the office (确认上报).
struct ConfirmLine: RecordAct {
    static let right = Right.report
    static let rights: Set<Right> = [.report, .lead]
    static let words = Words("确认上报", "Filed")
    static let title = Words("确认上报计划项目", "File the line")
    static let button = Words("确认上报", "File")
    static let step = "confirm"
    static let settles = true
    var record: String

    func unit(in reading: some Reading) throws -> String? { try reading.organiser(ofLine: record) }

    static func notNow(
        _ line: ProgrammeLine, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        guard LineStage.open.contains(line.stage) else { return LineProblem.notToConfirm(line.stage) }
        let rules = try reading.siteRules(ProgrammeRules.self)
        return rules.confirmer == .leader && !reader.may(.lead) ? LineProblem.forTheLeader : nil
    }

    func perform(on line: ProgrammeLine, in t: ActTransaction) throws -> ProgrammeLine {
        var line = line
        (line.stage, line.filed) = (.filed, t.today)
        try t.update(line)
        return line
    }
}

extension Reading {
    /// Whose line it is.
    func organiser(ofLine code: String) throws -> String? {
        try one(ProgrammeLine.self, code, for: .everybody)?.scheme.organiser
    }
}
