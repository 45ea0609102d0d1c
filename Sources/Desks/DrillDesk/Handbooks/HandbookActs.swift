import Pages
import Records
import Spelling
import Storage
import Store
import Vocabulary

/// Begins a handbook (编印手册).
struct BeginHandbook: Act {
    static let right = Right.report
    static let words = Words("建立手册", "Handbook begun")
    var scheme: HandbookScheme

    func unit(in reading: some Reading) throws -> String? { scheme.unit }

    func perform(in t: ActTransaction) throws -> Handbook {
        let handbook = Handbook(code: try t.nextCode(.handbook), scheme: scheme, entered: t.today, withdrawn: nil)
        try t.insert(handbook)
        return handbook
    }
}

struct VersionDraft: Sendable, Hashable {
    var file: EvidenceFile?
    var validFrom = Day.unset
    var summary = ""
    var approvedBy = ""

    static let form = Form<VersionDraft>(
        .init(
            Words("手册文本", "The text"), .file(\.file, "file", Words("文件", "File")),
            .day(\.validFrom, "validFrom", Words("生效日期", "Valid from")),
            .longText(
                \.summary, "summary", Words("修订说明", "What is new"),
                hint: Words("读过上一版的人要看什么", "For whoever has read the last one"),
                limit: 500, rows: 3),
            .text(
                \.approvedBy, "approvedBy", Words("审定", "Approved by"),
                hint: Words("如：局党组会议", "Such as the leading group"),
                rule: .name)))
}

/// Issues a new text (发布新版): whoever it is for reads it and says so.
struct IssueVersion: RecordAct {
    static let right = Right.report
    static let words = Words("发布新版手册", "Text issued")
    static let title = Words("发布新版手册", "Issue a text")
    static let button = Words("发布新版", "Issue a text")
    static let step = "issue"
    static let settles = true
    var record: String
    var draft: VersionDraft

    static func notNow(
        _ handbook: Handbook, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? { handbook.withdrawn == nil ? nil : DrillProblem.handbookWithdrawn }

    func perform(on handbook: Handbook, in t: ActTransaction) throws -> Handbook {
        let last = try t.versions(of: handbook.code).first
        if let last, draft.validFrom <= last.validFrom { try t.refuse(DrillProblem.notLater(last.validFrom)) }
        // A slip of the year would bar every later text.
        if draft.validFrom > t.today + 366 { try t.refuse(DrillProblem.tooFarAhead("validFrom", t.today + 366)) }
        let number = (last?.number ?? 0) + 1
        let paper = try AttachEvidence<Handbook>(
            record: handbook.code, document: .text, file: draft.file, proves: min(draft.validFrom, t.today),
            note: "第\(number)版"
        ).perform(in: t)
        try t.insert(
            HandbookVersion(
                code: HandbookVersion.code(handbook.code, number), handbook: handbook.code, number: number,
                validFrom: draft.validFrom, summary: draft.summary, approvedBy: draft.approvedBy, paper: paper.code,
                entered: t.today))
        return handbook
    }
}

struct WithdrawHandbook: RecordAct {
    static let right = Right.report
    static let words = Words("停用手册", "Handbook withdrawn")
    static let title = Words("停用这本手册", "Withdraw the handbook")
    static let button = Words("停用", "Withdraw")
    static let step = "withdraw"
    var record: String

    static func notNow(
        _ handbook: Handbook, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? { handbook.withdrawn == nil ? nil : DrillProblem.handbookWithdrawn }

    func perform(on handbook: Handbook, in t: ActTransaction) throws -> Handbook {
        var handbook = handbook
        handbook.withdrawn = t.today
        try t.update(handbook)
        return handbook
    }
}

/// Says of oneself that one has read the text that holds (本人学习确认).
struct ConfirmReading: Act {
    static let right = Right.own
    static let rights: Set<Right> = [.own, .see]
    static let words = Words("本人确认已学手册", "Handbook read, by one's own word")
    static let mayStandAlready = true
    var version: String

    func perform(in t: ActTransaction) throws {
        guard let person = try t.reader.person.flatMap({ try t.person(code: $0)?.code }),
            let found = try t.handbooks(for: person, on: t.today).first(where: { $0.version.code == version })
        else { try t.refuse(DrillProblem.nobodysHandbook) }
        // The day on which it was said first stands.
        guard try t.hasConfirmed(found.version, person) == nil else { return }
        try t.insert(
            HandbookReading(
                code: HandbookReading.code(version, person), version: version, person: person, confirmed: t.today))
    }
}
