import Pages
import Store
import Vocabulary

/// Begins a year with the lines of another: those within reach, each once, as drafts (从往年带入).
struct CopyProgramme: RecordAct {
    static let right = Right.report
    static let words = Words("从往年带入项目", "Copied")
    static let title = Words("从往年带入项目", "Copy the lines of another year")
    static let button = Words("从往年带入", "Copy a year")
    static let step = "copy"
    var record: String
    var from: String

    func perform(on programme: YearProgramme, in t: ActTransaction) throws -> YearProgramme {
        let lines = try t.all(
            ProgrammeLine.self, for: t.reader,
            where: """
                programme = \(from) and programme <> \(programme.code) and \(ProgrammeLine.isInProgramme)
                and \(ProgrammeLine.isNotCopied(to: programme.code))
                """, order: "kind, code")
        if lines.isEmpty { try t.refuse(LineProblem.nothingToCopy(from)) }
        for line in lines { _ = try t.copy(line, to: programme.code) }
        return programme
    }
}

/// Copies one line into another year, as a draft (带入).
struct CopyLine: Act {
    static let right = Right.report
    static let words = Words("带入项目", "Copied")
    var line: String
    var programme: String

    func perform(in t: ActTransaction) throws -> ProgrammeLine {
        guard try t.one(YearProgramme.self, programme, for: t.reader) != nil else {
            try t.refuse(LineProblem.unknown(programme))
        }
        let isFree = ProgrammeLine.isNotCopied(to: programme)
        guard
            let found = try t.all(
                ProgrammeLine.self, for: t.reader, where: "code = \(line) and programme <> \(programme) and \(isFree)"
            ).first
        else { try t.refuse(LineProblem.nothingToCopy(line)) }
        return try t.copy(found, to: programme)
    }
}

extension ActTransaction {
    fileprivate func copy(_ line: ProgrammeLine, to programme: String) throws -> ProgrammeLine {
        var scheme = line.scheme
        scheme.programme = programme
        return try draftLine(scheme, from: line.code)
    }
}

extension ProgrammeLine {
    fileprivate static func isNotCopied(to programme: String) -> SQL {
        """
        code not in (
            select source from programme_lines where programme = \(programme) and source is not null
            and stage <> \(LineStage.cancelled))
        """
    }
}

struct CopyDraft: Sendable, Hashable {
    var from = ""

    /// The years that there are; the act refuses one that holds nothing to be copied.
    static func form(_ words: Words) -> Form<CopyDraft> {
        Form<CopyDraft>(
            .init(
                words,
                .option(
                    \.from, "from", words,
                    among: YearProgramme.options,
                    unknown: { Words("没有“\($0)”年度的计划", "There is no programme of “\($0)”") })))
    }
}
