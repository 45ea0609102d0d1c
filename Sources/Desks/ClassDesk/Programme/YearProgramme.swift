import Pages
import Spelling
import Store
import Vocabulary

/// The programme of a year (年度培训计划): once it is opened, units file their lines for it.
struct YearProgramme: PagedNoun {
    /// The year: `2027`.
    var code: String
    var opened: Day
    /// What units are told when they file (编制要求).
    var notes: String

    static let table = Table<YearProgramme>(
        "programmes", Column("code") { $0.code }, Column("opened_day") { $0.opened }, Column("notes") { $0.notes }
    ) { YearProgramme(code: $0, opened: $1, notes: $2) }
    static let reach = Reach.everybody

    static let path = "/programme/:code"
    static let seeing = Words("查看这一年度", "See the year")
    static let acts: [any RecordAct<YearProgramme>.Type] = [IssueProgramme.self, CopyProgramme.self]

    var title: String { "\(code)年度培训计划" }
    var year: Int { Int(code) ?? 0 }

    /// The years that there are.
    static let options: @Sendable (Query, Naming) throws -> [FormOption] = { _, naming in
        try naming.reading.all(YearProgramme.self, for: .everybody, order: "code desc", limit: 20).map {
            FormOption($0.code, words(of: $0.code))
        }
    }

    static func words(of code: String) -> Words { Words("\(code)年度", code) }

    /// Where the lines of it are listed, narrowed by what an address asks besides.
    func lines(_ more: (String, String)...) -> String {
        "\(ProgrammeLine.listAddress)?" + Query([("programme", code)] + more).text
    }
}

/// Opens the programme of a year, so that units can file for it (启动编制).
struct OpenProgramme: Act {
    static let right = Right.plan
    static let words = Words("启动编制年度计划", "Programme opened")
    static let isTownWide = true
    var draft: ProgrammeDraft

    func perform(in t: ActTransaction) throws -> YearProgramme {
        let code = String(draft.year)
        if try t.one(YearProgramme.self, code, for: t.reader) != nil { try t.refuse(LineProblem.isOpened(code)) }
        let made = YearProgramme(code: code, opened: t.today, notes: draft.notes)
        try t.insert(made)
        return made
    }
}

struct ProgrammeDraft: Sendable, Hashable {
    var year: Int
    var notes = ""

    static let form = Form<ProgrammeDraft>(
        .init(
            Words("年度", "The year"), .number(\.year, "year", Words("年度", "Year"), in: 2000...2099),
            .longText(
                \.notes, "notes", Words("编制要求", "What units are told"), isRequired: false, limit: 1000, rows: 4)))
}

extension YearProgramme {
    static let listing = Listing<YearProgramme>(
        Words("年度计划", "Programme"),
        columns: [
            .title(Words("年度", "Year"), sort: "code"),
            ListColumn(
                "lines", Words("列入项目", "Lines"), .figure, unit: Words("项", "lines"),
                text: { row, ask in String(try ask.lines(of: row).count) }
            ) { row, ask in
                let count = try ask.lines(of: row).count
                return .figureLink(count, ask.context.link(row.lines(("in", "programme"))))
            },
            ListColumn(
                "runs", Words("期数", "Runs"), .figure, unit: Words("期", "runs"),
                text: { row, ask in String(try ask.lines(of: row).reduce(0) { $0 + $1.scheme.runs }) }),
            ListColumn(
                "people", Words("人次", "Person-times"), .figure, unit: Words("人次", "person-times"),
                text: { row, ask in String(try ask.lines(of: row).reduce(0) { $0 + $1.scheme.personTimes }) }),
            ListColumn(
                "amount", Words("经费（元）", "Money (yuan)"), .figure, as: .money, unit: Words("元", "yuan"),
                text: { row, ask in try ask.lines(of: row).reduce(Money.zero) { $0 + $1.scheme.amount }.plain }
            ) { row, ask in .text(try ask.lines(of: row).reduce(Money.zero) { $0 + $1.scheme.amount }.grouped) },
            ListColumn(
                "issued", Words("印发", "Issued"), .end,
                text: { row, ask in try ask.latestIssue(of: row.code).map { ask.say($0.words) } ?? "" }
            ) { row, ask in
                try ask.latestIssue(of: row.code).map { .link($0.address, $0.words) }
                    ?? .say("编制中", "being made")
            },
        ], filters: [], order: "code desc",
        empty: Words("还没有启动编制年度计划", "No programme was opened yet")
    ) { ask in
        // What a unit filed is its own; all that was issued it reads in the versions.
        ask.reader.unit == nil
            ? .nothing
            : .say("这里只计本单位编报的项目，全部项目见印发的版本。", "Only your own unit's lines are counted; the versions have all.")
    }
}

extension Ask {
    /// The lines of a year that are in its programme, within reach, looked up once for a list.
    func lines(of programme: YearProgramme) throws -> [ProgrammeLine] {
        try naming.once("lines of \(programme.code)") {
            try all(
                ProgrammeLine.self, where: "programme = \(programme.code) and \(ProgrammeLine.isInProgramme)",
                order: "kind, code")
        }
    }

    func latestIssue(of programme: String) throws -> ProgrammeIssue? {
        try naming.once("issue of \(programme)") { try reading.latestIssue(of: programme) }
    }
}
