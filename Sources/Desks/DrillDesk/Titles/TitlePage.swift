public import Pages
import Records
import Spelling
import Storage
import Store
import Vocabulary

/// Whether a title holds today.
enum TitleState: String, Stated {
    case valid, expired, revoked

    var words: Words {
        switch self {
        case .valid: Words("有效", "Valid")
        case .expired: Words("已到期", "Expired")
        case .revoked: Words("已撤销", "Taken away")
        }
    }

    var mark: Mark { self == .valid ? .met : self == .expired ? .doesNotApply : .excused }
    static let told: [TitleState] = [.valid, .expired, .revoked]

    func condition(_ ask: Ask) -> SQL {
        switch self {
        case .valid: "revoked_day is null and (valid_until is null or valid_until >= \(ask.today))"
        case .expired: "revoked_day is null and valid_until < \(ask.today)"
        case .revoked: "revoked_day is not null"
        }
    }

    static func state(of title: DrillTitle, _ ask: Ask) -> TitleState {
        if title.revoked != nil { return .revoked }
        return title.scheme.validUntil.map { $0 < ask.today } ?? false ? .expired : .valid
    }
}

extension DrillTitle: PagedNoun {
    static let path = "/drills/titles/:code"
    static let acts: [any RecordAct<DrillTitle>.Type] = [RevokeTitle.self]
    static let seeing = Words("查看称号", "See the title")
    static let personWords = Words("姓名", "Name")
    var title: String { "\(scheme.year)年度\(scheme.level.words.zh)级\(scheme.title.words.zh)" }

    static let listing: Listing<DrillTitle> = {
        var listing = Listing<DrillTitle>(
            Words("岗位能手和专业骨干", "Winners"),
            columns: [
                ListColumn(
                    "person", personWords, .lead, sort: "person",
                    text: { row, ask in try ask.naming.personName(row.scheme.person) }
                ) { row, ask in .link(row.address, .text(try ask.naming.personName(row.scheme.person))) },
                ListColumn(
                    "unit", Words("授予时单位", "Unit"), sort: "unit",
                    text: { row, ask in try ask.naming.unitName(row.scheme.unit) }),
                TitleScheme.form.column("title", of: \.scheme, sort: "title"),
                TitleScheme.form.column("level", of: \.scheme, sort: "title_level"),
                .text("year", Words("年度", "Year"), sort: "title_year") { String($0.scheme.year) },
                .text("event", Words("赛项", "Event"), .off) { $0.event },
                .text("document", Words("文号", "Document"), .off, sort: "doc_number") { $0.scheme.documentNumber },
                .day("day", Words("授予日期", "Given on"), .off, sort: "granted_day") { $0.scheme.day }, .code(),
                TitleState.column(sort: "revoked_day"),
            ],
            filters: [
                .search(Words("文号、授予单位或编号", "Document, body or number"), DrillTitle.self),
                .unit(Words("单位", "Unit"), column: "unit"), .year(Words("授予年份", "Year given"), column: "granted_day"),
                .choice("title", Words("称号", "Title"), TitleName.self) { title, _ in "title = \(title)" },
                .choice("level", Words("级别", "Level"), TitleLevel.self) { level, _ in "title_level = \(level)" },
                TitleState.filter,
            ], order: "title_year desc, title_level, code", empty: Words("还没有授予称号", "No title was given yet"),
            sentence: TitleState.sentence)
        listing.since = ListedSince(Words("登记", "entered")) { "entered_day <= \($0)" }
        return listing
    }()

    func page(_ ask: Ask) throws -> Page {
        let state = TitleState.state(of: self, ask)
        var facts = [
            Fact(Words("姓名", "Name"), .text(try ask.naming.personName(scheme.person))),
            Fact(Words("授予时单位", "Unit then"), .text(try ask.naming.unitName(scheme.unit))),
            Fact(Words("称号", "Title"), .words(scheme.title.words)),
            Fact(Words("级别和年度", "Level and year"), .group([.words(scheme.level.words), .text(" \(scheme.year)")])),
            Fact(Words("授予单位", "Awarding body"), .text(scheme.body)),
            Fact(Words("文号", "Document"), .text(scheme.documentNumber)),
            Fact(Words("授予日期", "Given on"), .day(scheme.day)),
            Fact(
                Words("有效期", "Valid until"), scheme.validUntil.map { .day($0) } ?? .say("长期", "without end")),
        ]
        if !contest.isEmpty {
            let name = try ask.reading.one(DrillContest.self, contest, for: .everybody)?.title ?? contest
            facts.append(
                Fact(
                    Words("比武", "Contest"),
                    .group([
                        .link(DrillContest.address(of: contest), .text(name)),
                        .text(" \(event)"), place.map { .say(" 第\($0)名", ", place \($0)") } ?? .nothing,
                    ])))
        }
        if let revoked {
            facts.append(
                Fact(
                    Words("撤销", "Taken away"),
                    .group([
                        .day(revoked), " ", revocation.cause.map { .words($0.words) } ?? .nothing,
                        .text(" \(revocation.documentNumber) "),
                        revocation.isReturned == true
                            ? .say("证书已交回", "certificate returned") : .say("证书未交回", "certificate not returned"),
                    ])))
        }
        var page = try Page(
            of: self, ask,
            .sheet(
                .section(.facts(facts)),
                try ask.history(ask.steps(of: DrillTitle.self, code))))
        page.sentence = .group([
            .text(try ask.naming.personName(scheme.person)), .say("，", ", "),
            .b(.class(state.mark.rawValue), .words(state.words)), .say("。", "."),
        ])
        return page
    }
}

extension Ask {
    /// Titles of a person, for the file that is kept of them; nil where there is none.
    public func titlesOnFile(of person: String) throws -> HTML? {
        let codes = try reading.codes(of: person)
        let titles = try reading.all(
            DrillTitle.self, for: .everybody, where: "person in (\(list: codes))", order: "title_year desc, code")
        guard !titles.isEmpty else { return nil }
        return .part(
            Words("称号", "Titles"), id: "titles", aside: .say("\(titles.count)项", String(titles.count)),
            .narrowRows(
                titles.map { title in
                    let state = TitleState.state(of: title, self)
                    return Row(
                        .group([
                            .link(title.address, .text(title.title)),
                            .small(.text("\(title.scheme.body) \(title.scheme.documentNumber)")),
                        ]), act: .standing(state.mark, state.words))
                }))
    }
}

extension Routes {
    /// Winners; who gives and takes away are units and the office.
    mutating func titles() {
        list(DrillTitle.self) { ask in
            ask.button(GrantTitle.self, "/drills/titles/new", Words("登记称号", "Give a title"), isPrimary: true)
        }
        var grant = FormFlow(new: Words("登记称号", "Give a title"), TitleScheme.form) { ask in
            var scheme = TitleScheme()
            (scheme.year, scheme.day) = (ask.today.year, ask.today)
            let years = try ask.drillRules.titleYears
            scheme.validUntil = years > 0 ? ask.today.ending(months: years * 12) : nil
            scheme.body = try ask.reader.unit.map(ask.naming.unitName) ?? ""
            return scheme
        } act: { scheme, ask in
            GrantTitle(scheme: try scheme.settled(ask))
        }
        grant.refusals = { scheme, ask in
            try scheme.settled(ask).problems(in: ask.reading, for: ask.reader, on: ask.today)
        }
        form("/drills/titles/new", grant)
        page(of: DrillTitle.self, Words("一项称号", "One title")) { try $0.page($1) }
        form(
            FormFlow(RevokeTitle.self, RevocationDraft.form) { _, ask in
                RevocationDraft(day: ask.today)
            } act: { title, draft in
                RevokeTitle(record: title.code, draft: draft)
            })
    }
}

extension TitleScheme {
    /// With the unit in which they were on the day.
    fileprivate func settled(_ ask: Ask) throws -> TitleScheme {
        var scheme = self
        scheme.unit = try ask.reading.appointment(of: person, on: day, knownAt: nil)?.unit ?? ""
        return scheme
    }
}
