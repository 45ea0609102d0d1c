import Pages
import Spelling
import Store
import Vocabulary

/// A programme as it was issued (印发), never altered: what was adjusted afterwards makes the next version.
struct ProgrammeIssue: PagedNoun {
    var code: String
    var programme: String
    var version: Int
    /// 文号
    var number: String
    var issued: Day
    /// 印发机关
    var issuer: String
    var notes: String
    var lines: [IssuedLine]

    static let table = Table<ProgrammeIssue>(
        "programme_issues", Column("code") { $0.code }, Column("programme") { $0.programme },
        Column("version") { $0.version }, Column("number") { $0.number }, Column("issued_day") { $0.issued },
        Column("issuer") { $0.issuer }, Column("notes") { $0.notes }
    ) { code, programme, version, number, issued, issuer, notes in
        ProgrammeIssue(
            code: code, programme: programme, version: version, number: number, issued: issued, issuer: issuer,
            notes: notes, lines: [])
    }
    static let lists = [
        NounList<ProgrammeIssue>(
            \.lines, owner: "issue",
            Table(
                "programme_issue_lines", Column("line") { $0.line }, Column("title") { $0.title },
                Column("kind") { $0.kind }, Column("organiser") { $0.organiser },
                Column("institution") { $0.institution }, Column("target") { $0.target }, Column("runs") { $0.runs },
                Column("heads") { $0.heads }, Column("days") { $0.days }, Column("month") { $0.time.month },
                Column("part") { $0.time.part }, Column("place_name") { $0.place }, Column("fen") { $0.amount },
                Column("funded_by") { $0.fundedBy }, Column("contact") { $0.contact }, Column("notes") { $0.notes },
                Column("fate") { $0.fate }, Column("reason") { $0.reason }, Column("paper") { $0.paper }
            ) {
                line, title, kind, organiser, institution, target, runs, heads, days, month, part, place, amount,
                fundedBy, contact, notes, fate, reason, paper in
                IssuedLine(
                    line: line, title: title, kind: kind, organiser: organiser, institution: institution,
                    target: target, runs: runs, heads: heads, days: days, time: LineTime(month: month, part: part),
                    place: place, amount: amount, fundedBy: fundedBy, contact: contact, notes: notes, fate: fate,
                    reason: reason, paper: paper)
            })
    ]
    static let reach = Reach.everybody

    static let path = "/programme/issues/:code"
    static let seeing = Words("查看这一版", "See the version")

    var title: String { "\(programme)年度培训计划（第\(version)版）" }
    var words: Words { Words("第\(version)版，\(number)", "Version \(version), \(number)") }

    func crumbs(_ ask: Ask) throws -> [Frame.Crumb] {
        [
            YearProgramme.home,
            Frame.Crumb(YearProgramme.words(of: programme), YearProgramme.address(of: programme)),
            Frame.Crumb(Words("第\(version)版", "Version \(version)"), address),
        ]
    }

    static let listing = Listing<ProgrammeIssue>(
        Words("印发的版本", "Versions issued"),
        columns: [
            .title(Words("计划", "Programme"), sort: "code"),
            .text("number", Words("文号", "Number"), sort: "number") { $0.number },
            .number("lines", Words("项目", "Lines"), unit: Words("项", "lines")) { $0.included.count },
            .day("issued", Words("印发日期", "Issued"), sort: "issued_day") { $0.issued },
            .text("notes", Words("说明", "Notes"), .off) { $0.notes },
        ], filters: [.year(Words("印发年度", "Year issued"), column: "issued_day")],
        order: "programme desc, version desc", empty: Words("还没有印发过计划", "Nothing was issued yet"))

    /// What is in force by it; the others are named with what became of them.
    var included: [IssuedLine] { lines.filter { $0.fate == .included } }
    var gone: [IssuedLine] { lines.filter { $0.fate != .included } }
}

/// A line as it stands in an issued version.
struct IssuedLine: Sendable, Hashable {
    var line: String
    var title: String
    var kind: ClassKind
    var organiser: String
    var institution: String
    /// Categories and words in one, as it is printed.
    var target: String
    var runs: Int
    var heads: Int
    var days: Int
    var time: LineTime
    var place: String
    var amount: Money
    var fundedBy: String
    var contact: String
    var notes: String
    /// Whether it is held; what was merged or cancelled after an issue stays in the table with its reason.
    var fate: LineStage
    var reason: String
    var paper: String

    var people: Int { runs * heads }
}

extension ProgrammeLine {
    /// As it would be issued now; nil: it is in no programme, and never was in an issued one.
    func issued(before: Set<String>) -> IssuedLine? {
        let isGone = LineStage.gone.contains(stage)
        guard stage == .included || isGone && before.contains(code) else { return nil }
        let categories = PersonCategory.builtIn.filter { scheme.audience.contains($0.category) }.map(\.zh)
        let target = (categories + [scheme.target].filter { !$0.isEmpty }).joined(separator: "；")
        return IssuedLine(
            line: code, title: title, kind: scheme.kind, organiser: scheme.organiser,
            institution: scheme.institution, target: String(target.prefix(400)), runs: scheme.runs,
            heads: scheme.heads, days: scheme.days, time: scheme.time, place: scheme.place, amount: scheme.amount,
            fundedBy: scheme.fundedBy, contact: scheme.contact, notes: scheme.notes, fate: stage,
            reason: adjusted == nil && !isGone ? "" : remark, paper: adjusted == nil && !isGone ? "" : paper)
    }
}

extension Reading {
    func issues(of programme: String) throws -> [ProgrammeIssue] {
        try all(ProgrammeIssue.self, for: .everybody, where: "programme = \(programme)", order: "version")
    }

    func latestIssue(of programme: String) throws -> ProgrammeIssue? {
        try all(
            ProgrammeIssue.self, for: .everybody, where: "programme = \(programme)", order: "version desc", limit: 1
        ).first
    }

    /// Whether a programme has been issued; no version is read for it.
    func isIssued(_ programme: String) throws -> Bool {
        try count(ProgrammeIssue.self, for: .everybody, where: "programme = \(programme)") > 0
    }

    /// The table as it would be issued now: by kind, then by the order in which they were filed.
    func toIssue(_ programme: String, after last: ProgrammeIssue?) throws -> [IssuedLine] {
        let before = Set(last?.lines.map(\.line) ?? [])
        let places = Dictionary(ClassKind.allCases.enumerated().map { ($1, $0) }) { first, _ in first }
        return try all(ProgrammeLine.self, for: .everybody, where: "programme = \(programme)", order: "code")
            .compactMap { $0.issued(before: before) }.enumerated()
            .sorted { (places[$0.element.kind] ?? 0, $0.offset) < (places[$1.element.kind] ?? 0, $1.offset) }
            .map(\.element)
    }
}

/// Issues the programme of a year as its next version (印发).
struct IssueProgramme: RecordAct {
    static let right = Right.plan
    static let isTownWide = true
    static let words = Words("印发年度计划", "Issued")
    static let title = Words("印发年度计划", "Issue the programme")
    static let button = Words("印发", "Issue")
    static let step = "issue"
    var record: String
    var draft: IssueDraft

    static func notNow(
        _ programme: YearProgramme, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        let last = try reading.latestIssue(of: programme.code)
        let lines = try reading.toIssue(programme.code, after: last)
        if lines.isEmpty { return LineProblem.nothingToIssue }
        return last?.lines == lines ? last.map { LineProblem.sameAsIssued($0.version) } : nil
    }

    func perform(on programme: YearProgramme, in t: ActTransaction) throws -> ProgrammeIssue {
        if draft.issued > t.today { try t.refuse(LineProblem.issuedInFuture) }
        let last = try t.latestIssue(of: programme.code)
        if let last, draft.issued < last.issued { try t.refuse(LineProblem.issuedBefore(last.issued)) }
        let version = (last?.version ?? 0) + 1
        let made = ProgrammeIssue(
            code: "\(programme.code)-\(version)", programme: programme.code, version: version, number: draft.number,
            issued: draft.issued, issuer: draft.issuer, notes: draft.notes,
            lines: try t.toIssue(programme.code, after: last))
        try t.insert(made)
        return made
    }
}

struct IssueDraft: Sendable, Hashable {
    var number = ""
    var issued: Day
    var issuer = ""
    var notes = ""

    static let form = Form<IssueDraft>(
        .init(
            Words("印发", "Issue"),
            .text(
                \.number, "number", Words("文号", "Number"), hint: Words("如：组通字〔2027〕3号", "As it is printed"), rule: .name
            ),
            .day(\.issued, "issued", Words("印发日期", "Issued on")),
            .text(\.issuer, "issuer", Words("印发机关", "Issued by"), rule: .name),
            .longText(\.notes, "notes", Words("说明", "Notes"), isRequired: false, limit: 500, rows: 3)))
}
