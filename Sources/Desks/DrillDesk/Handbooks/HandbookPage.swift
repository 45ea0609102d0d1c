import Pages
import Records
import Storage
import Store
import Vocabulary

/// Where a handbook stands, in one word.
enum HandbookState: String, Stated {
    case empty, toCome, holds, withdrawn

    var words: Words {
        switch self {
        case .empty: Words("待发布文本", "Without a text")
        case .toCome: Words("未生效", "To come")
        case .holds: Words("现行", "Holds")
        case .withdrawn: Words("已停用", "Withdrawn")
        }
    }

    var mark: Mark {
        switch self {
        case .empty: .next
        case .toCome: .notYetDue
        case .holds: .met
        case .withdrawn: .excused
        }
    }

    static let told: [HandbookState] = [.empty, .toCome, .holds]

    func condition(_ ask: Ask) -> SQL {
        let any: SQL = "exists (select code from drill_handbook_versions where handbook = drill_handbooks.code)"
        let now: SQL = """
            exists (
                select code from drill_handbook_versions
                where handbook = drill_handbooks.code and valid_from <= \(ask.today))
            """
        return switch self {
        case .empty: "withdrawn_day is null and not \(any)"
        case .toCome: "withdrawn_day is null and \(any) and not \(now)"
        case .holds: "withdrawn_day is null and \(now)"
        case .withdrawn: "withdrawn_day is not null"
        }
    }

    static func state(of handbook: Handbook, _ ask: Ask) throws -> HandbookState {
        if handbook.withdrawn != nil { return .withdrawn }
        let versions = try ask.reading.versions(of: handbook.code)
        if versions.isEmpty { return .empty }
        return versions.contains { $0.validFrom <= ask.today } ? .holds : .toCome
    }

    static let waits: [WaitingState<HandbookState>] = [
        .init(.empty, IssueVersion.self, of: .unit) { handbook, _ in .text(handbook.scheme.family) }
    ]
}

extension Handbook: PagedNoun {
    static let path = "/drills/handbooks/:code"
    static let acts: [any RecordAct<Handbook>.Type] = [IssueVersion.self, WithdrawHandbook.self]
    static let seeing = Words("查看手册", "See the handbook")
    /// So many are named on its page; all are counted.
    static let mostNamed = 1000
    var title: String { scheme.title }

    static let listing: Listing<Handbook> = {
        // Counted once for both columns of a row.
        @Sendable func counts(_ row: Handbook, _ ask: Ask) throws -> (all: Int, read: Int) {
            try ask.naming.once("readers of \(row.code)") {
                try ask.reading.readerCounts(
                    of: row, try ask.reading.version(of: row.code, on: ask.today), on: ask.today)
            }
        }
        var listing = Listing<Handbook>(
            Words("岗位练兵手册", "Handbooks"),
            columns: [
                .title(Words("名称", "Title"), sort: "title"),
                HandbookScheme.form.column("family", of: \.scheme, sort: "family"),
                HandbookScheme.form.column("unit", of: \.scheme, sort: "unit"),
                ListColumn(
                    "version", Words("现行版本", "Text"),
                    text: { row, ask in
                        try ask.reading.version(of: row.code, on: ask.today).map {
                            ask.say("第\($0.number)版", "No. \($0.number)")
                        } ?? ""
                    }),
                ListColumn(
                    "read", Words("已学人数", "Read by"), .figure, unit: Words("人已学", "have read it"),
                    text: { row, ask in
                        String(try counts(row, ask).read)
                    }),
                ListColumn(
                    "readers", Words("应学人数", "For"), .figure, unit: Words("人应学", "to read it"),
                    text: { row, ask in String(try counts(row, ask).all) }), .code(),
                HandbookState.column(sort: "withdrawn_day"),
            ],
            filters: [
                .search(Words("名称、岗位类别或编号", "Title, family or number"), Handbook.self),
                .unit(Words("单位", "Unit"), column: "unit"), HandbookState.filter,
            ], order: "unit, code", empty: Words("还没有岗位练兵手册", "There is no handbook yet"),
            sentence: HandbookState.sentence)
        listing.since = ListedSince(Words("建立", "begun")) { "entered_day <= \($0)" }
        return listing
    }()

    func page(_ ask: Ask) throws -> Page {
        let versions = try ask.reading.versions(of: code)
        let now = versions.first { $0.validFrom <= ask.today }
        let said = try ask.reading.confirmedCounts(of: code)
        let state = try HandbookState.state(of: self, ask)
        var page = try Page(
            of: self, ask,
            .sheet(
                try now.map { try readers($0, ask) } ?? .nothing,
                versions.isEmpty
                    ? .nothing
                    : .part(
                        Words("版本", "Texts"), id: "versions", aside: .text(String(versions.count)),
                        .data(
                            .say("版本", "Texts"),
                            [
                                DataHead(.say("版本", "Text"), .lead), DataHead(.say("修订说明", "What is new"), .below),
                                DataHead(.say("审定", "Approved by"), .meta), DataHead(.say("生效", "Valid from"), .day),
                                DataHead(.say("已学", "Read by"), .end),
                            ],
                            try versions.map { version in
                                let name: HTML = .say("第\(version.number)版", "No. \(version.number)")
                                return [
                                    try ask.reading.file(of: version) == nil
                                        ? .group([name, .small(.say("文件已撤下", "its file was withdrawn"))])
                                        : .link("\(address)/papers/\(version.paper)", name), .text(version.summary),
                                    .text(version.approvedBy), .day(version.validFrom),
                                    .say("\(said[version.code] ?? 0)人", String(said[version.code] ?? 0)),
                                ]
                            })), try HandbookScheme.form.facts(scheme, ask), try ask.evidence(of: self),
                try ask.history(
                    ask.steps(of: Handbook.self, code, HandbookScheme.form, \.scheme) { _, _, _ in }
                        + ask.paperSteps(of: self))))
        page.sentence = .group([
            .text(try ask.naming.unitName(unit)), .say("，", ", "),
            .b(.class(state.mark.rawValue), .words(state.words)), .say("。", "."),
        ])
        return page
    }

    /// How many have read the text that holds, and who: done or not.
    private func readers(_ version: HandbookVersion, _ ask: Ask) throws -> HTML {
        let readers = try ask.reading.readers(of: self, on: ask.today, limit: Self.mostNamed)
        let confirmed = try ask.reading.confirmed(version)
        let done = try ask.reading.readerCounts(of: self, version, on: ask.today).read
        let due = version.validFrom + (try ask.drillRules.readingDays)
        let isLate = due < ask.today
        return .part(
            Words("学习确认", "Readers"), id: "readers",
            aside: .say(
                "第\(version.number)版：\(done) / \(readers.count)人", "No. \(version.number): \(done) of \(readers.count)"),
            .p(
                .class("quiet"), .say("应在 ", "To be read by "), .day(due),
                .say(" 前学完，由本人在手机或电脑上确认。", "; each confirms with an account of their own.")),
            readers.persons.isEmpty
                ? .nothing
                : .details(
                    .summary(.say("逐人查看", "One by one")),
                    .when(
                        readers.count > readers.persons.count,
                        .p(
                            .class("quiet"),
                            .say(
                                "只列前\(readers.persons.count)人。", "The first \(readers.persons.count) are named."))),
                    .names(
                        readers.persons.map { person in
                            .group([
                                .text(person.name), " ",
                                confirmed[person.code] != nil
                                    ? .standing(.met, Words("已学", "read"))
                                    : .standing(isLate ? .overdue : .next, Words("未确认", "not yet")),
                            ])
                        })))
    }
}

extension Routes {
    mutating func handbooks() {
        list(Handbook.self) { ask in
            ask.button(BeginHandbook.self, "/drills/handbooks/new", Words("建立手册", "Begin a handbook"), isPrimary: true)
        }
        form(
            "/drills/handbooks/new",
            FormFlow(new: Words("建立岗位练兵手册", "Begin a handbook"), HandbookScheme.form) { ask in
                HandbookScheme(unit: ask.query["unit"] ?? ask.reader.unit ?? "")
            } act: { scheme, _ in
                BeginHandbook(scheme: scheme)
            })
        page(of: Handbook.self, Words("一本手册", "One handbook")) { try $0.page($1) }
        evidence(of: Handbook.self)
        form(
            FormFlow(IssueVersion.self, VersionDraft.form) { _, ask in
                VersionDraft(validFrom: ask.today)
            } act: { handbook, draft in
                IssueVersion(record: handbook.code, draft: draft)
            })
        var withdraw = FormFlow(WithdrawHandbook.self, Nothing.form) { _, _ in
            Nothing()
        } act: { handbook, _ in
            WithdrawHandbook(record: handbook.code)
        }
        withdraw.opening = { ask in .sheet(try HandbookScheme.form.facts(ask.one(Handbook.self).scheme, ask)) }
        (withdraw.isOneStep, withdraw.submit) = (true, WithdrawHandbook.button)
        form(withdraw)
    }
}
