import Pages
import Records
import Storage
import Store
import Vocabulary

/// What somebody has to read, to sit and has won, on a telephone first (我的练兵).
enum OwnDrills {
    static let address = "/me/drills"
    static let words = Words("我的练兵", "My drills")
    static let mostExams = 40
    /// Winners, for everybody who is signed in.
    static let winners = "/me/winners"

    /// Every title, one that was taken away as such (docs/decisions/0176), page by page. Nothing of it leads where only units look.
    static let winnersList: FoundList<DrillTitle> = {
        let shown = Set(["person", "unit", "title", "level", "year", "event", "document", "day", "state"])
        let columns = DrillTitle.listing.columns.filter { shown.contains($0.key) }.map { column in
            var column = column
            if column.place == .off { column.place = .meta }
            guard column.key == "person" else { return column }
            return ListColumn<DrillTitle>(
                "person", DrillTitle.personWords, .lead,
                text: { row, ask in try ask.naming.personName(row.scheme.person) })
        }
        return FoundList(DrillTitle.listing.words, file: "winners", columns: columns, fields: [], hasAsOf: false) {
            ask in
            if try ask.me == nil, !ask.reader.may(.see) { throw NotAllowed(right: .own) }
            var rows = FoundRows(count: try ask.reading.count(DrillTitle.self, for: .everybody)) { first, most in
                try ask.reading.all(
                    DrillTitle.self, for: .everybody, order: DrillTitle.listing.order, limit: most, offset: first)
            }
            rows.unsorted = shown
            rows.empty = .init(
                DrillTitle.listing.empty, Words("比武表彰后显示在这里。", "Winners of contests show here."))
            return rows
        }
    }()
}

extension Ask {
    func ownDrills() throws -> Page {
        guard let person = try me else {
            guard reader.may(.see) else { throw NotAllowed(right: .own) }
            return Page(
                OwnDrills.words,
                .sheet(
                    .emptyState(
                        Words("您的账号没有对应的人员", "Your account is no person's"),
                        .say("干部用本人账号确认学习、查看成绩。", "Officials look with an account of their own."))))
        }
        let sections = [
            try ownHandbooks(person), try ownExams(person), try ownResults(person), try ownEntries(person),
            try titlesOnFile(of: person) ?? .nothing,
        ].filter { $0 != .nothing }
        var page = Page(
            OwnDrills.words,
            .sheet(
                sections.isEmpty
                    ? .emptyState(
                        Words("还没有您的练兵安排", "There is nothing of yours yet"),
                        .say("单位发布手册、安排考试后显示在这里。", "Handbooks and exams of your unit show here."))
                    : .group(sections),
                .section(.p(.link(OwnDrills.winners, .words(DrillTitle.listing.words))))))
        page.isKept = false
        return page
    }

    private func ownHandbooks(_ person: String) throws -> HTML {
        let found = try reading.handbooks(for: person, on: today)
        guard !found.isEmpty else { return .nothing }
        let days = try drillRules.readingDays
        return .part(
            Words("我的手册", "My handbooks"), id: "handbooks",
            .narrowRows(
                try found.map { handbook, version in
                    let confirmed = try reading.hasConfirmed(version, person)
                    let due = version.validFrom + days
                    let text = "\(OwnDrills.address)/handbooks/\(Query.encoded(version.code))/text"
                    return Row(
                        .group([
                            try reading.file(of: version) == nil
                                ? .text(handbook.title) : .link(text, .text(handbook.title)),
                            .small(.say("第\(version.number)版：", "No. \(version.number): "), .text(version.summary)),
                            confirmed.map { .standing(.met, Words("\($0.iso)已学", "read on \($0.iso)")) }
                                ?? .standing(
                                    due < today ? .overdue : .next, Words("\(due.iso)前学完", "to be read by \(due.iso)")),
                        ]),
                        act: confirmed != nil
                            ? .nothing
                            : .press(
                                "\(OwnDrills.address)/handbooks/\(Query.encoded(version.code))",
                                Words("已学，确认", "I have read it"), .small,
                                label: Words("\(handbook.title)：已学，确认", "\(handbook.title): I have read it")))
                }))
    }

    /// Exams of one's unit, and of those above it, that are still to come: with their outlines.
    private func ownExams(_ person: String) throws -> HTML {
        let exams = try examsToCome(for: person)
        guard !exams.isEmpty else { return .nothing }
        return .part(
            Words("接下来的考试", "Exams to come"), id: "exams",
            .each(exams) { exam in
                .group([
                    .h3(.text(exam.title)),
                    .facts([
                        Fact(Words("日期", "Day"), .day(exam.scheme.day)),
                        Fact(Words("地点", "Place"), .text(exam.scheme.heldAt)),
                        Fact(Words("方式", "How"), .words(exam.scheme.way.words)),
                        Fact(Words("考试大纲", "Outline"), .lines(exam.scheme.outline)),
                    ]),
                ])
            })
    }

    func examsToCome(for person: String) throws -> [DrillExam] {
        guard let unit = try reading.appointment(of: person, on: today, knownAt: nil)?.unit else { return [] }
        return try reading.all(
            DrillExam.self, for: .everybody,
            where: """
                stage = \(ExamStage.announced) and held_day >= \(today)
                and unit in (\(list: try reading.unitsAbove(unit)))
                """, order: "held_day", limit: 10)
    }

    /// One's own results, and nobody else's.
    private func ownResults(_ person: String) throws -> HTML {
        let results = try ownLines(person)
        guard !results.isEmpty else { return .nothing }
        return .part(
            Words("我的成绩", "My results"), id: "results",
            aside: .say("只有您能看到", "for you alone"),
            .narrowRows(
                results.map { exam, line in
                    Row(
                        .group([.text(exam.title), .small(.day(exam.scheme.day))]),
                        act: line.score.map {
                            .say("\($0.text)分（满分\(exam.scheme.fullScore)）", "\($0.text) of \(exam.scheme.fullScore)")
                        } ?? .words(line.sitting.words))
                }))
    }

    func ownLines(_ person: String) throws -> [(exam: DrillExam, line: ExamLine)] {
        let lines = try reading.examLines(of: try reading.codes(of: person), limit: OwnDrills.mostExams)
        let exams = try reading.nouns(DrillExam.self, lines.map(\.exam), for: .everybody)
        return lines.compactMap { found in
            exams.first { $0.code == found.exam }.map { ($0, found.line) }
        }.sorted { $0.exam.scheme.day > $1.exam.scheme.day }
    }

    /// Worked out once for all of somebody's entries.
    private func placesOnce(
        of contest: DrillContest
    ) throws -> [(number: Int, event: ContestEvent, placings: [Placing])] {
        try naming.once("places of \(contest.code)") { try reading.places(of: contest) }
    }

    private func ownEntries(_ person: String) throws -> HTML {
        let codes = try reading.codes(of: person)
        let entries = try reading.all(
            ContestEntry.self, for: .everybody,
            where: "\(ContestEntry.condition(of: codes)) and withdrawn_day is null",
            order: "contest desc", limit: OwnDrills.mostExams)
        guard !entries.isEmpty else { return .nothing }
        return .part(
            Words("我的比武", "My contests"), id: "contests",
            .narrowRows(
                try entries.compactMap { entry in
                    guard let contest = try contest(of: entry) else { return nil }
                    let isPublic = contest.stage == .published || contest.stage == .decided
                    let placing =
                        isPublic
                        ? try placesOnce(of: contest).first { $0.number == entry.event }?.placings.first {
                            $0.entry == entry.code
                        } : nil
                    return Row(
                        .group([
                            .text("\(contest.title) \(try eventName(of: entry))"),
                            .small(
                                .days(contest.scheme.from, contest.scheme.to), " ", .text(contest.scheme.heldAt),
                                entry.draw.map { .say(" 抽签号\($0)", " draw \($0)") } ?? .nothing),
                        ]),
                        act: placing?.rank.map { rank in
                            .group([
                                .say("第\(rank)名", "place \(rank)"),
                                placing.map { $0.prize == .none ? .nothing : .group([" ", .words($0.prize.words)]) }
                                    ?? .nothing,
                            ])
                        } ?? .words(ContestState.state(of: contest, self).words))
                }))
    }

    /// What whoever sees only their own has before them.
    func ownDrillsWaiting() throws -> [Waiting] {
        guard !reader.may(.see), let person = try me else { return [] }
        let handbooks = try reading.handbooks(for: person, on: today).filter {
            try reading.hasConfirmed($0.version, person) == nil
        }
        let exams = try examsToCome(for: person)
        func some<Thing>(_ words: Words, _ things: [Thing], _ item: (Thing) -> Waiting.Item) -> [Waiting] {
            things.isEmpty
                ? []
                : [
                    Waiting(
                        words, count: things.count, address: OwnDrills.address,
                        things.prefix(Waiting.mostItems).map(item))
                ]
        }
        return some(Words("待学的手册", "Handbooks to read"), handbooks) { handbook, version in
            .init(
                handbook.title, "\(OwnDrills.address)#handbooks",
                remark: .say("第\(version.number)版", "No. \(version.number)"), act: Words("去学习", "Read it"),
                at: "\(OwnDrills.address)#handbooks")
        }
            + some(Words("接下来的考试", "Exams to come"), exams) { exam in
                .init(
                    exam.title, "\(OwnDrills.address)#exams",
                    remark: .group([.day(exam.scheme.day), " ", .text(exam.scheme.heldAt)]),
                    act: Words("看大纲", "The outline"), at: "\(OwnDrills.address)#exams")
            }
    }

    /// The text of a handbook of one's own.
    fileprivate func ownText() throws -> Answered {
        if try me == nil, !reader.may(.see) { throw NotAllowed(right: .own) }
        guard let person = try me,
            let version = try reading.handbooks(for: person, on: today).first(where: {
                $0.version.code == parts["code"]
            })?.version, let file = try reading.file(of: version), let store = evidence, try store.isSound(file)
        else { throw NotFound(context: context) }
        let ending = file.name.split(separator: ".").last ?? ""
        return .stored(
            store.path(of: file.hash), type: file.type, name: "\(version.code).\(ending)", shown: file.name)
    }
}

extension Routes {
    /// What is one's own: read, confirmed, looked at.
    mutating func ownDrills() {
        page(OwnDrills.address, OwnDrills.words, right: .own) { try $0.ownDrills() }
        list(OwnDrills.winners, OwnDrills.winnersList, right: .own, door: .plain)
        look(
            "\(OwnDrills.address)/handbooks/:code/text", RouteAbout(Words("手册文本", "The text of a handbook")),
            right: .own
        ) { try $0.ownText() }
        take("\(OwnDrills.address)/handbooks/:code", Words("确认已学手册", "Say that one has read it"), right: .own) { sent in
            let me = try sent.asking { try $0.me }
            if me == nil, !sent.reader.may(.see) { throw NotAllowed(right: .own) }
            do {
                try sent.database.perform(
                    ConfirmReading(version: sent.parts["code"] ?? ""), by: sent.reader, on: sent.context.today)
            } catch is Refused { throw NotFound(context: sent.context) }
            return .goTo(sent.context.link("\(OwnDrills.address)#handbooks"))
        }
    }
}
