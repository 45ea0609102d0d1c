import Pages
import Records
import Spelling
import Storage
import Store
import Vocabulary

/// Where somebody stands as a trainer today, in one word.
enum TrainerState: String, Stated {
    case toAppoint, returned, serving, expiring, expired, ended

    var words: Words {
        switch self {
        case .toAppoint: Words("待聘任", "Recommended")
        case .returned: Words("退回", "Returned")
        case .serving: Words("在聘", "Appointed")
        case .expiring: Words("即将期满", "Term about to end")
        case .expired: Words("聘期已满", "Term over")
        case .ended: Words("已解聘", "Ended")
        }
    }

    var mark: Mark {
        switch self {
        case .toAppoint: .next
        case .returned: .behind
        case .serving: .met
        case .expiring: .next
        case .expired: .overdue
        case .ended: .excused
        }
    }

    static let told: [TrainerState] = [.toAppoint, .returned, .serving, .expiring, .expired]

    func condition(_ ask: Ask) throws -> SQL {
        let (today, soon) = (ask.today, ask.today + (try ask.lectureRules.renewDays))
        let appointed: SQL = "stage = \(TrainerStage.appointed)"
        return switch self {
        case .toAppoint: "stage = \(TrainerStage.recommended)"
        case .returned: "stage = \(TrainerStage.returned)"
        case .serving: "\(appointed) and (until_day is null or until_day > \(soon))"
        case .expiring: "\(appointed) and until_day >= \(today) and until_day <= \(soon)"
        case .expired: "\(appointed) and until_day < \(today)"
        case .ended: "stage = \(TrainerStage.ended)"
        }
    }

    static func state(of trainer: InHouseTrainer, _ ask: Ask) throws -> TrainerState {
        switch trainer.stage {
        case .recommended: return .toAppoint
        case .returned: return .returned
        case .ended: return .ended
        case .appointed: break
        }
        guard let until = trainer.until else { return .serving }
        if until < ask.today { return .expired }
        return until <= ask.today + (try ask.lectureRules.renewDays) ? .expiring : .serving
    }

    /// What a unit has to put right is told by `returnedWaiting`: everybody sees who gives talks.
    static let waits: [WaitingState<TrainerState>] = [
        .init(.toAppoint, AppointTrainer.self, of: .office) { trainer, ask in
            .text(try ask.naming.unitName(trainer.entry.unit))
        },
        .init(.expired, RenewTrainer.self, of: .office) { trainer, _ in trainer.untilSaid },
        .init(.expiring, RenewTrainer.self, of: .office) { trainer, _ in trainer.untilSaid },
    ]

    /// Those that came back to the reader's own units.
    static func returnedWaiting(_ ask: Ask) throws -> [Waiting] {
        guard let unit = ask.reader.unit, ChangeTrainer.isAllowed(to: ask.reader) else { return [] }
        return try Waiting.some(
            Words("内训师推荐退回", "Recommendations returned"), InHouseTrainer.self,
            where: "\(try TrainerState.returned.condition(ask)) and \(SQL.beneath(unit, column: "unit"))",
            order: "recommended_day",
            address: "\(TrainerState.returned.listAddress)&unit=\(Query.encoded(unit))", isReturned: true, ask
        ) { trainer in
            .init(
                try ask.naming.personName(trainer.entry.person), trainer.address, remark: .text(trainer.remark),
                act: ChangeTrainer.button, at: ChangeTrainer.address(of: trainer))
        }
    }
}

extension InHouseTrainer {
    fileprivate var untilSaid: HTML { .group([.say("聘期至 ", "until "), until.map { .day($0) } ?? "–"]) }
}

extension InHouseTrainer: PagedNoun {
    static let path = "/lectures/trainers/:code"
    static let acts: [any RecordAct<InHouseTrainer>.Type] = [
        AppointTrainer.self, BookTalk.self, ChangeTrainer.self, ChangeTopics.self, RenewTrainer.self,
        EndTrainer.self,
    ]
    static let seeing = Words("查看这名内训师", "See the trainer")
    /// Without the name, which stands beside it.
    var title: String { "\(entry.kind.words.zh)（\(code)）" }

    /// Whoever may ask for a talk sees who was appointed; who was only recommended, turned down or let go is seen by their unit and
    /// the office.
    static func seen(by reader: Reader) -> SQL {
        guard let unit = reader.unit else { return .always }
        return "(stage = \(TrainerStage.appointed) or \(SQL.beneath(unit, column: "unit")))"
    }

    static func asked(_ ask: Ask) throws -> InHouseTrainer {
        let trainer = try ask.one(InHouseTrainer.self)
        guard try trainer.stage == .appointed || trainer.isOwn(ask) else { throw NotFound(context: ask.context) }
        return trainer
    }

    /// What was said in deciding is for the unit and the office.
    private func isOwn(_ ask: Ask) throws -> Bool { try ask.naming.isWithinReach(entry.unit) }

    func crumbs(_ ask: Ask) throws -> [Frame.Crumb] {
        let name = try ask.naming.personName(entry.person)
        return [LectureHome.crumb, Self.home, Frame.Crumb(Words(name, name), address)]
    }

    static let listing: Listing<InHouseTrainer> = {
        var listing = Listing<InHouseTrainer>(
            Words("内训师", "In-house trainers"),
            columns: [
                ListColumn(
                    "person", Words("姓名", "Name"), .lead, sort: "person",
                    text: { trainer, ask in try ask.naming.personName(trainer.entry.person) }
                ) { trainer, ask in
                    .link(trainer.address, .text(try ask.naming.personName(trainer.entry.person)))
                },
                TrainerEntry.form.column("kind", of: \.entry, sort: "kind"),
                TrainerEntry.form.column("unit", of: \.entry, sort: "unit"),
                ListColumn(
                    "topics", Words("可讲专题", "Topics"), .below,
                    text: { trainer, _ in trainer.entry.topics.map(\.title).joined(separator: "；") }),
                ListColumn(
                    "talks", Words("今年宣讲", "Talks this year"), .figure, unit: Words("场", "talks"),
                    text: { trainer, ask in String(try ask.talks(by: trainer.code, ask.today.year)) }
                ) { trainer, ask in
                    let count = try ask.talks(by: trainer.code, ask.today.year)
                    let list = Talk.list(ask, ("trainer", trainer.code), year: ask.today.year)
                    return .link(list, .count(count), .text(String(count)))
                },
                .day("appointed", Words("聘任", "Appointed"), .off, sort: "appointed_day") { $0.appointed },
                .day("until", Words("聘期至", "Until"), sort: "until_day") { $0.until }, .code(),
                TrainerState.column(sort: "stage"),
            ],
            filters: [
                .trainerName, .unit(Words("单位", "Unit"), column: "unit"),
                .choice("kind", Words("类别", "Kind"), TrainerKind.self) { kind, _ in "kind = \(kind)" },
                .choice("now", Words("是否在聘", "In office"), TrainerNow.self) { now, ask in
                    let serving = InHouseTrainer.serving(on: ask.today)
                    return now == .serving ? serving : "not (\(serving))"
                }, TrainerState.filter,
            ], order: "unit, code", empty: Words("还没有内训师", "There are no in-house trainers yet"),
            sentence: TrainerState.sentence)
        listing.base = { InHouseTrainer.seen(by: $0.reader) }
        listing.since = ListedSince(Words("推荐", "recommended")) { "recommended_day <= \($0)" }
        listing.crumbs = { _ in [LectureHome.crumb] }
        return listing
    }()

    /// Those in office, perhaps of a unit.
    static func servingList(_ ask: Ask, _ what: (String, String)...) -> String {
        (what + [("now", TrainerNow.serving.rawValue)]).reduce(listAddress + "?") { address, one in
            "\(address)\(address.hasSuffix("?") ? "" : "&")\(one.0)=\(Query.encoded(one.1))"
        }
    }

    func page(_ ask: Ask) throws -> Page {
        let rules = try ask.lectureRules
        let name = try ask.naming.personName(entry.person)
        let state = try TrainerState.state(of: self, ask)
        let year = ask.today.year
        let given = try ask.talks(by: code, year)
        let talks = try ask.all(Talk.self, where: "trainer = \(code)", order: "day desc", limit: 30)
        let mayBook = serves(on: ask.today) && BookTalk.isAllowed(to: ask.reader)
        var page = try Page(
            of: self, ask,
            .sheet(
                try isOwn(ask) ? said : .nothing,
                .section(
                    .facts([
                        Fact(Words("姓名", "Name"), .text(name)),
                        Fact(Words("单位", "Unit"), .text(try ask.naming.unitName(entry.unit))),
                        Fact(Words("类别", "Kind"), .words(entry.kind.words)),
                        Fact(Words("推荐", "Recommended"), .day(recommended)),
                        Fact(Words("聘任", "Appointed"), appointed.map { .day($0) } ?? "—"),
                        Fact(Words("聘期至", "Until"), until.map { .day($0) } ?? "—"),
                        Fact(
                            Words("\(year)年宣讲", "Talks in \(year)"),
                            .group([
                                .link(
                                    Talk.list(ask, ("trainer", code), year: year), .count(given),
                                    .text(String(given))),
                                .say("场，规定\(rules.talksPerTrainer)场", "; the rule is \(rules.talksPerTrainer)"),
                            ])),
                    ])),
                .part(
                    Words("可讲专题", "Topics"), id: "topics",
                    .data(
                        .say("可讲专题", "Topics"),
                        [
                            DataHead(.say("题目", "Title"), .lead),
                            DataHead(.say("学时", "Hours"), .meta, isNumber: true, unit: Words("学时", "hours")),
                            DataHead(.say("适合对象", "For whom"), .meta), DataHead(.say("预约", "Book"), .end),
                        ],
                        entry.topics.map { topic in
                            [
                                .text(topic.title), .text(Figure.plain(Double(topic.halfHours) / 2)),
                                .text(topic.audience),
                                mayBook
                                    ? .act(bookAddress(topic, ask), Words("预约", "Book"), .small) : .nothing,
                            ]
                        })),
                .part(
                    Words("宣讲", "Talks"), id: "talks",
                    aside: .link(ask.context.link(Talk.listAddress, ("trainer", code)), .say("全部", "All")),
                    talks.isEmpty
                        ? .p(.class("quiet"), .say("还没有宣讲。", "No talks yet."))
                        : try Talk.listing.table(talks, columns: ["title", "day", "place", "host", "state"], ask)),
                try isOwn(ask) ? try history(ask) : .nothing))
        page.title = Words("\(name)（\(entry.kind.words.zh)）", "\(name) (\(entry.kind.words.en.lowercased()))")
        page.sentence = .group([
            .text(try ask.naming.unitName(entry.unit)), .say("，", ": "),
            .b(.class(state.mark.rawValue), .words(state.words)),
            .say("。", "."), ask.standsToday,
        ])
        return page
    }

    func bookAddress(_ topic: GivenTopic, _ ask: Ask) -> String {
        ask.context.link("\(address)/\(BookTalk.step)", ("topic", topic.title))
    }

    private var said: HTML {
        guard !remark.isEmpty else { return .nothing }
        return switch stage {
        case .returned: .warning(.behind, .say("退回：\(remark)", "Returned: \(remark)"))
        case .ended: .section(.p(.b(.say("解聘原因：", "Why it ended: ")), .text(remark)))
        default: .section(.p(.b(.say("说明：", "Remark: ")), .text(remark)))
        }
    }

    private func history(_ ask: Ask) throws -> HTML {
        let own = try ask.steps(of: InHouseTrainer.self, code, TrainerEntry.form, \.entry) { step, trainer, change in
            if change.row.act == AppointTrainer.name, trainer.stage == .returned {
                step.words = TrainerAnswer.sendBack.words
            }
            if [AppointTrainer.name, EndTrainer.name].contains(change.row.act), !trainer.remark.isEmpty {
                step.remarks = [HistoryStep.reason(trainer.remark)]
            }
        }
        return try ask.history(own)
    }
}

/// Whether somebody is in office as a trainer.
enum TrainerNow: String, Named {
    case serving, other

    var words: Words { self == .serving ? Words("在聘", "In office") : Words("不在聘", "Not in office") }
}

extension ListFilter {
    /// By name or number, of the person or of the record.
    fileprivate static var trainerName: ListFilter {
        ListFilter(.search(Words("姓名或编号", "Name or number"))) { _, typed in
            let typed = typed.withoutOuterSpace
            guard TextRule.title.flaw(in: typed) == nil else { return nil }
            return (
                "“\(typed)”",
                "(code = \(typed) or person = \(typed) or person in (select code from persons where name = \(typed)))"
            )
        }
    }
}

extension Ask {
    /// Talks that a trainer gave in a year and that the reader sees: as many as the list has that it opens.
    func talks(by trainer: String, _ year: Int) throws -> Int {
        try Talk.listing.count(
            self,
            where: "trainer = \(trainer) and \(Talk.given) and \(SQL.days(of: year, column: "day"))")
    }
}
