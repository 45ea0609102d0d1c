import Accounts
import Books
import Pages
import Records
import Spelling
import Storage
import Store
import Training
import Vocabulary

/// Pages on which duplicates are found, looked at side by side, merged, or said to be two.
enum MergePages {
    static let words = Words("重复人员", "Duplicates")
    static let address = "/changes/duplicates"
    private static let most = 200

    static func crumbs(_ ask: Ask) -> [Frame.Crumb] { ChangePages.crumbs(ask) + [Frame.Crumb(words, address)] }

    static func list(_ ask: Ask) throws -> Page {
        let pairs = try PossibleDuplicates(ask.reading).pairs
        let said = try ask.all(DistinctPeople.self, where: "over_day is null").count
        let merged = try ask.reading.mergers().count
        var page = Page(
            words, crumbs: ChangePages.crumbs(ask),
            .sheet(.section(try table(pairs, ask)), .section(typing(ask), settled(said, merged))))
        page.sentence = .say(
            "疑似一人有两条记录的有\(pairs.count)对。合并前先并排核对；确为两个人的，认定后不再列出。",
            "\(pairs.count) pairs may be one human each. They are compared side by side first; who is said to be two is listed no more."
        )
        return page
    }

    private static func table(_ pairs: [PossibleDuplicates.Pair], _ ask: Ask) throws -> HTML {
        guard !pairs.isEmpty else {
            return .emptyState(
                Words("没有疑似重复的人员", "Nobody seems to be on record twice"),
                .say(
                    "同名且出生年月相同，或同名先后在一个单位任职的，会列在这里。",
                    "People of one name and month of birth, or of one unit, are listed here."))
        }
        let heads = [
            DataHead(.say("人员", "People"), .lead), DataHead(.say("出生年月", "Born"), .meta),
            DataHead(.say("任职", "Posts"), .meta), DataHead(.say("理由", "Why"), .meta),
            DataHead(.say("办理", "Go on"), .end),
        ]
        let rows = try pairs.prefix(most).map { try row($0, ask) }
        return .group([
            .data(.words(words), heads, rows, count: rows.count),
            .when(
                pairs.count > most,
                .p(
                    .class("quiet"),
                    .say("只列出前\(most)对，共\(pairs.count)对。", "The first \(most) of \(pairs.count)."))),
        ])
    }

    private static func typing(_ ask: Ask) -> HTML {
        .form(
            .attribute("method", "get"), .action(address + "/pair"), .travelling,
            .p(
                .element(
                    "label", [.attribute("for", "one"), .say("没有列出的，也可以指定两个人：", "Any other two: ")]), " ",
                .textField("one", ""), " ", .textField("other", "").labelled(ask.say("另一人", "the other")), " ",
                .submit(Words("对比", "Compare"), .outlined)))
    }

    private static func settled(_ said: Int, _ merged: Int) -> HTML {
        .p(
            .class("quiet"), .link(address + "/said", Words("已认定为两人的\(said)对", "\(said) said to be two")), "　",
            .link(address + "/merged", Words("已合并的\(merged)个编号", "\(merged) numbers merged")))
    }

    private static func row(_ pair: PossibleDuplicates.Pair, _ ask: Ask) throws -> [HTML] {
        let people = [pair.one, pair.other]
        let posts = try people.map { try ask.naming.whereabouts(of: $0.code) }
        let reasons: [HTML] = try pair.reasons.map { .div(.words(try $0.words(ask.naming.unitName))) }
        return [
            .lines(people.map { "\($0.name) \($0.code)" }), .lines(people.map(\.birthMonth)),
            .lines(posts.map { $0.isEmpty ? "—" : $0 }), .group(reasons),
            .link("\(address)/\(pair.one.code)/\(pair.other.code)", Words("对比", "Compare")),
        ]
    }

    /// Where two that were typed are compared.
    static func typed(_ ask: Ask) throws -> Answered {
        let typed = [ask.query["one"] ?? "", ask.query["other"] ?? ""]
        let found = try typed.map { try ask.naming.persons(typed: $0) }
        if found[0].count == 1, found[1].count == 1 {
            return .goTo(ask.context.link("\(address)/\(found[0][0].code)/\(found[1][0].code)"))
        }
        // Two of one name are often meant by that name.
        if found[0].count == 2, typed[1].isEmpty || found[0] == found[1] {
            return .goTo(ask.context.link("\(address)/\(found[0][0].code)/\(found[0][1].code)"))
        }
        return .page(
            Page(
                Words("请填人员编号", "Give the staff numbers"), crumbs: crumbs(ask),
                .sheet(
                    .section(
                        .group(zip(typed, found).map { unclear($0, $1) })))))
    }

    private static func unclear(_ text: String, _ people: [Person]) -> HTML {
        guard people.count != 1 else { return .nothing }
        let short = text.shortened
        let why: HTML =
            people.isEmpty
            ? .say("没有查到“\(short)”。", "Nobody is called “\(short)”. ")
            : .say("有\(people.count)人叫“\(short)”：", "\(people.count) are called “\(short)”: ")
        return .warning(.bad, why, .text(people.prefix(8).map(\.code).joined(separator: "、")))
    }

    // MARK: Side by side

    /// The pair of the address. A number that was merged leads on.
    static func pair(_ ask: Ask) throws -> (one: Person, other: Person) {
        guard let one = ask.parts["one"].flatMap({ $0 }), let other = ask.parts["other"],
            let first = try ask.reading.personRecord(code: one), let second = try ask.reading.personRecord(code: other),
            first != second
        else { throw NotFound(context: ask.context) }
        return (first, second)
    }

    /// How much is on record of somebody: whoever has more is proposed to stay.
    static func weight(_ person: Person, _ reading: some Reading) throws -> Int {
        try reading.trainingFile(of: person.code).count * 2 + reading.appointments(of: person.code).count
            + reading.categoryHoldings(of: person.code).count + reading.memberships(ofPerson: person.code).count
    }

    static func sideBySide(_ ask: Ask) throws -> HTML {
        let (one, other) = try pair(ask)
        let said = try ask.reading.distinct(one.code, other.code)
        return .group([
            said.map {
                .warning(
                    .bad,
                    .say(
                        "\($0.by)已于\($0.said.iso)认定这是两个人，撤销认定后才能合并。",
                        "\($0.by) said on \($0.said.iso) that these are two people; take that back before merging them."
                    ),
                    " ", .link("\(address)/said", Words("查看", "Look")))
            } ?? .nothing,
            .sheet(.halves(try side(one, than: other, ask), try side(other, than: one, ask))),
            .when(
                said == nil,
                .p(
                    .act(
                        ask.context.link("\(address)/\(one.code)/\(other.code)/distinct"),
                        Words("不是同一人：认定为两人", "Not one human: say so")))),
        ])
    }

    private static func side(_ person: Person, than other: Person, _ ask: Ask) throws -> HTML {
        let reading = ask.reading
        func differs(_ isOther: Bool, _ value: HTML) -> HTML {
            isOther ? .group([.mark(value), " ", .small(.say("不同", "differs"))]) : value
        }
        func spans(_ texts: [String]) -> HTML { texts.isEmpty ? "—" : .lines(texts) }
        func span(_ dated: Dated) -> String {
            ask.say(
                "\(dated.span.from.iso)至\(dated.span.until?.iso ?? "今")",
                "\(dated.span.from.iso) to \(dated.span.until?.iso ?? "now")")
        }
        let lines = try reading.trainingFile(of: person.code)
        let hours = lines.filter { $0.participation.completed && $0.participation.role != .staff }
            .reduce(0) { $0 + $1.participation.hours }
        let accounts = try reading.accounts(of: person.code).map { account in
            let roles = try reading.grantsValid(of: account.name, on: ask.today).count
            return ask.say("\(account.name)（授权\(roles)项）", "\(account.name) (\(roles) roles)")
        }
        let held = try reading.appointments(of: person.code).sorted { $0.dated.span.from < $1.dated.span.from }
        let posts = try held.map { post in
            [try ask.naming.unitName(post.unit), post.post, span(post.dated)].filter { !$0.isEmpty }
                .joined(separator: " ")
        }
        let categories = try reading.categoryHoldings(of: person.code).map {
            ask.say($0.category.words) + " " + span($0.dated)
        }
        let teams = try reading.memberships(ofPerson: person.code).map {
            (try reading.team(code: $0.team)?.name ?? $0.team) + " " + span($0.dated)
        }
        let rosters = try reading.rosterEntries(ofPerson: person.code).map {
            (try reading.roster(code: $0.roster)?.name ?? $0.roster) + " " + span($0.dated)
        }
        let training = Words(
            "\(lines.count)条，\(Figure.plain(hours))学时", "\(lines.count) records, \(Figure.plain(hours)) hours")
        var facts = [
            Fact(Words("人员编号", "Staff number"), .text(person.code)),
            Fact(Words("姓名", "Name"), differs(person.name != other.name, .text(person.name))),
            Fact(Words("性别", "Sex"), differs(person.sex != other.sex, .words(person.sex.words))),
            Fact(
                Words("出生年月", "Month of birth"),
                differs(person.birthMonth != other.birthMonth, .text(person.birthMonth))),
            Fact(Words("登记日", "Recorded"), .day(person.recorded)),
        ]
        facts += [
            Fact(Words("任职", "Posts"), spans(posts)), Fact(Words("干部类别", "Categories"), spans(categories)),
            Fact(Words("集体", "Teams"), spans(teams)), Fact(Words("名单", "Rosters"), spans(rosters)),
            Fact(Words("参训", "Training"), .link("/people/\(person.code)#file", training)),
            Fact(Words("账号", "Accounts"), spans(accounts)),
        ]
        return .part(
            Words("\(person.name)（\(person.code)）", "\(person.name) (\(person.code))"),
            aside: .link("/people/\(person.code)", Words("培训档案", "Training file")), .facts(facts))
    }

    /// What comes of it: what both say, by which rule it is settled, and what is left to decide.
    static func union(_ draft: MergeDraft, _ ask: Ask) throws -> HTML {
        let (one, other) = try pair(ask)
        let (kept, gone) = draft.kept == other.code ? (other, one) : (one, other)
        let union = try PeopleUnion(kept, gone, posts: draft.posts, in: ask.reading, today: ask.today)
        let reading = ask.reading
        let lines = try reading.trainingFile(of: kept.code).count + reading.trainingFile(of: gone.code).count
        func count(_ kind: PeopleRecordKind, _ all: Int) -> HTML {
            .text(String(all - union.edits.removed.count { $0.kind == kind }))
        }
        let posts = try reading.appointments(of: kept.code).count + reading.appointments(of: gone.code).count
        let categories =
            try reading.categoryHoldings(of: kept.code).count + reading.categoryHoldings(of: gone.code).count
        let teams =
            try reading.memberships(ofPerson: kept.code).count + reading.memberships(ofPerson: gone.code).count
        let facts = [
            Fact(Words("保留", "Stays"), .text("\(kept.name) \(kept.code)（\(kept.birthMonth)）")),
            Fact(
                Words("并入", "Merged"),
                .say(
                    "\(gone.name) \(gone.code)：这个编号以后查到的是\(kept.code)",
                    "\(gone.name) \(gone.code): that number finds \(kept.code) from now on")),
            Fact(Words("任职", "Posts"), count(.appointment, posts)),
            Fact(Words("干部类别", "Categories"), count(.categoryHolding, categories)),
            Fact(Words("集体", "Teams"), count(.membership, teams)),
            Fact(Words("参训记录", "Training"), .text(String(lines - union.doubles.count))),
        ]
        return .group([
            .part(Words("合并后", "Once merged"), .facts(facts)),
            .when(
                !union.settled.isEmpty,
                .part(
                    Words("两边重叠的，这样处理", "What both say is settled so"),
                    .ul(.each(union.settled) { .li(.words($0)) }))),
        ])
    }

    // MARK: What was settled

    static func said(_ ask: Ask) throws -> Page {
        let all = try ask.all(DistinctPeople.self, order: "said_day desc, code desc")
        return Page(
            Words("已认定为两人的", "Said to be two people"), crumbs: crumbs(ask),
            .sheet(
                .section(
                    all.isEmpty
                        ? .p(.say("还没有认定过。", "None so far."))
                        : .data(
                            .say("已认定为两人的", "Said to be two people"),
                            [
                                DataHead(.say("人员", "People"), .lead), DataHead(.say("认定日期", "Day"), .day),
                                DataHead(.say("认定人", "By"), .meta), DataHead(.say("说明", "Remark"), .meta),
                                DataHead(.say("状态", "State"), .end),
                            ],
                            try all.map { item in
                                let names = try [item.one, item.other].map { try ask.naming.personName($0) + " " + $0 }
                                return [
                                    .link(
                                        "\(address)/\(item.one)/\(item.other)", .text(names.joined(separator: "、"))),
                                    .day(item.said), .text(item.by), .text(item.remark),
                                    item.over.map { .say("\($0.iso)已撤销", "taken back on \($0.iso)") }
                                        ?? .link("\(address)/said/\(item.code)/back", TakeDistinctBack.words),
                                ]
                            }, count: all.count))))
    }

    static func merged(_ ask: Ask) throws -> Page {
        let all = try ask.reading.mergers().reversed()
        return Page(
            Words("已合并的人员编号", "Numbers merged"), crumbs: crumbs(ask),
            .sheet(
                .section(
                    all.isEmpty
                        ? .p(.say("还没有合并过。", "None so far."))
                        : .data(
                            .say("已合并的人员编号", "Numbers merged"),
                            [
                                DataHead(.say("编号", "Number"), .lead), DataHead(.say("并入", "Merged into"), .meta),
                                DataHead(.say("合并日期", "Day"), .day), DataHead(.say("办理", "Go on"), .end),
                            ],
                            try all.map { merger in
                                let seq = try ask.reading.past(of: .merger, code: merger.code).first?.seq ?? 0
                                let former = try ask.reading.personRecord(code: merger.person)?.name ?? ""
                                let name = try ask.naming.personName(merger.kept)
                                return [
                                    .text("\(merger.person) \(former)"),
                                    .link("/changes/people/\(merger.kept)", .text("\(name) \(merger.kept)")),
                                    .day(merger.recorded),
                                    .link("/changes/done/\(seq)", Words("查看、撤回", "Look, take back")),
                                ]
                            }, count: all.count))))
    }
}
