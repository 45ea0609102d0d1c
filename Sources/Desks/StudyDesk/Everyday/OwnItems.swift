import Pages
import Records
import Storage
import Store
import Vocabulary

extension Ask {
    /// Somebody's plan of the year (个人年度自学计划): what the lists have, and what they added, each line with its tick: done or not,
    /// and nothing else.
    func ownItems(_ person: String) throws -> HTML {
        let year = today.year
        guard try reading.appointment(of: person, on: today, knownAt: nil) != nil else { return .nothing }
        let items = try reading.studyItems(for: person, year, on: today)
        let plan = try reading.ownPlan(of: person, year)
        let lines = plan?.lines ?? []
        let done = try reading.ticks(of: person, on: items)
        let count = done.count + lines.count { $0.done != nil }
        let all = items.count + lines.count
        let listed = HTML.part(
            Words("我的自学计划", "My plan"), id: "reading",
            aside: .say("已学\(count)/\(all)项", "\(count) of \(all)"),
            .p(
                .class("quiet"),
                plan.map {
                    .group([.say("\(year)年计划，制定于 ", "Of \(year), drawn up on "), .day($0.drawn), .say("。", ".")])
                }
                    ?? .say(
                        "\(year)年的计划还没有制定。清单和目录中的内容已列在下面，可以再加自己的书目。",
                        "The plan of \(year) is not drawn up. What the lists have stands below: add your own, or none.")
            ),
            .narrowRows(
                items.map { item in
                    ownLine(
                        item.scheme.subject, [.words(item.scheme.list.words), .text(" \(item.scheme.source)")],
                        done[item.code], "\(OwnGroup.address)/items/\(Query.encoded(item.code))", [])
                }
                    + lines.map { line in
                        ownLine(
                            line.subject, [.say("自定 ", "My own "), .text(line.source)], line.done,
                            OwnGroup.lines, [("year", String(year)), ("subject", line.subject)])
                    }))
        let acts = HTML.acts(
            .act(
                "\(OwnGroup.plan)/\(year)",
                plan == nil ? Words("制定计划", "Draw up the plan") : Words("修改自定内容", "Change my own lines"),
                plan == nil ? .primary : .outlined),
            today.month < 11
                ? .nothing
                : .act("\(OwnGroup.plan)/\(year + 1)", Words("\(year + 1)年计划", "Plan of \(year + 1)")))
        return .group([listed, .section(acts)])
    }

    private func ownLine(
        _ subject: String, _ from: [HTML], _ done: Day?, _ address: String, _ fields: [(String, String)]
    ) -> Row {
        Row(
            .group([
                .text(subject), .small(.group(from)),
                done.map { .standing(.met, Words("\($0.iso)已学", "studied on \($0.iso)")) } ?? .nothing,
            ]),
            act: .press(
                address, done == nil ? Words("已学", "Studied") : Words("取消", "Not yet"), .small,
                label: Words(
                    "\(subject)：\(done == nil ? "已学" : "取消")", "\(subject): \(done == nil ? "studied" : "not yet")"),
                fields + [("done", done == nil ? "1" : "0")]))
    }

    /// How many notes one wrote, beside the number that the site asks for; never what they say.
    func ownNotes(_ person: String) throws -> HTML {
        let (year, asked) = (today.year, try studyRules.notesPerHalf)
        guard try reading.appointment(of: person, on: today, knownAt: nil) != nil else { return .nothing }
        let said = try reading.notes(of: person, year)
        let halves = YearHalf.allCases.filter { $0.begins(in: year).map { $0 <= today } ?? false }
        return .part(
            Words("我的学习笔记", "My notes"), id: "notes", aside: .say("半年\(asked)篇", "\(asked) in half a year"),
            .narrowRows(
                halves.map { half in
                    let amount = said.first { $0.half == half }?.amount
                    let mark: Mark =
                        (amount ?? 0) >= asked ? .met : half == YearHalf(of: today) ? .notYetDue : .behind
                    return Row(
                        .group([
                            .words(half.words), " ",
                            .standing(
                                mark,
                                amount.map { Words("\($0)篇", "\($0) notes") } ?? Words("没有登记", "not said yet")),
                        ]),
                        act: .act(
                            "\(OwnGroup.notes)?year=\(year)&half=\(half.rawValue)", Words("登记篇数", "Say how many"),
                            .small))
                }))
    }

    func ownArticles(_ person: String) throws -> HTML {
        let found = try reading.all(
            StudyArticle.self, for: .everybody, where: StudyArticle.by(try reading.codes(of: person)),
            order: "published_day desc")
        guard !found.isEmpty else { return .nothing }
        return .part(
            Words("我发表的文章", "My articles"), id: "articles", aside: .say("\(found.count)篇", String(found.count)),
            .narrowRows(
                found.map { article in
                    Row(
                        .group([
                            .text(article.title),
                            .small(.text(article.scheme.publishedIn), " ", .day(article.scheme.day)),
                        ]), act: article.outside(shown: "打开", "open"))
                }))
    }
}

extension Reading {
    /// The days on which somebody said that they had studied them, under whatever staff number.
    func ticks(of person: String, on items: [StudyItem]) throws -> [String: Day] {
        try all(
            StudyTick.self, for: .everybody,
            where: """
                person in (\(list: try codes(of: person))) and done_day is not null
                and item in (\(list: items.map(\.code)))
                """, order: "done_day"
        ).reduce(into: [:]) { $0[$1.item] = $0[$1.item] ?? $1.done }
    }

    func notes(of person: String, _ year: Int) throws -> [StudyNotes] {
        try all(
            StudyNotes.self, for: .everybody,
            where: "person in (\(list: try codes(of: person))) and notes_year = \(year)", order: "half")
    }
}

extension Ask {
    /// What is still to be studied, drawn up or said, on the desk of whoever sees only their own.
    func ownItemsWaiting(_ person: String) throws -> [Waiting] {
        let items = try reading.studyItems(for: person, today.year, on: today)
        let done = try reading.ticks(of: person, on: items)
        let open = items.filter { done[$0.code] == nil }
        let toDo = try planWaiting(person) + notesWaiting(person)
        guard !open.isEmpty else { return toDo }
        return toDo + [
            Waiting(
                Words("我的自学计划", "My plan"), count: open.count, address: OwnGroup.address,
                open.prefix(Waiting.mostItems).map { item in
                    .init(
                        item.scheme.subject, "\(OwnGroup.address)#reading", remark: .text(item.scheme.source),
                        act: Words("查看", "See"), at: "\(OwnGroup.address)#reading")
                })
        ]
    }

    /// Where people draw up their plans here at all.
    private func planWaiting(_ person: String) throws -> [Waiting] {
        let year = today.year
        guard try reading.ownPlan(of: person, year) == nil,
            try reading.appointment(of: person, on: today, knownAt: nil) != nil,
            try reading.count(OwnStudyPlan.self, for: .everybody, where: "plan_year = \(year)") > 0
        else { return [] }
        let form = "\(OwnGroup.plan)/\(year)"
        return [
            Waiting(
                Words("个人自学计划待制定", "My plan is to be drawn up"), count: 1, address: OwnGroup.address,
                [
                    .init(
                        "\(year)年个人自学计划", "\(OwnGroup.address)#reading", remark: .nothing,
                        act: Words("制定", "Draw up"), at: form)
                ])
        ]
    }

    /// In the last month of a half, where notes are counted here at all.
    private func notesWaiting(_ person: String) throws -> [Waiting] {
        let (year, half, asked) = (today.year, YearHalf(of: today), try studyRules.notesPerHalf)
        guard today.month == 6 || today.month == 12, asked > 0,
            try reading.count(StudyNotes.self, for: .everybody, where: "notes_year = \(year)") > 0
        else { return [] }
        let amount = try reading.notes(of: person, year).first { $0.half == half }?.amount ?? 0
        guard amount < asked else { return [] }
        return [
            Waiting(
                Words("学习笔记", "My notes"), count: 1, address: OwnGroup.address,
                [
                    .init(
                        "\(year)年\(half.words.zh)", "\(OwnGroup.address)#notes",
                        remark: .say("\(amount)/\(asked)篇", "\(amount) of \(asked)"),
                        act: Words("登记篇数", "Say how many"),
                        at: "\(OwnGroup.notes)?year=\(year)&half=\(half.rawValue)")
                ])
        ]
    }
}

extension StudyTick {
    static func held(_ ask: Ask, _ person: String) throws -> [Held] {
        let codes = try ask.reading.codes(of: person)
        let of: SQL = "person in (\(list: codes))"
        return [
            try .some(
                Words("个人自学", "What was studied"), [Words("内容", "Subject"), Words("登记日期", "Said on")], StudyTick.self,
                where: "\(of) and done_day is not null", order: "done_day desc", ask
            ) { tick in
                let item = try ask.reading.one(StudyItem.self, tick.item, for: .everybody)
                return [.text(item?.scheme.subject ?? tick.item), tick.done.map { .day($0) } ?? "–"]
            },
            try .some(
                Words("个人自学计划", "Plans of one's own"),
                [Words("年度", "Year"), Words("自定内容", "Lines"), Words("已学", "Done")], OwnStudyPlan.self, where: of,
                order: "plan_year desc", ask
            ) { plan in
                [
                    .text(String(plan.year)), .text(plan.lines.map(\.subject).joined(separator: "；")),
                    .text(String(plan.lines.count { $0.done != nil })),
                ]
            },
            try .some(
                Words("学习笔记篇数", "Notes"), [Words("时段", "Half"), Words("篇数", "Notes"), Words("登记日期", "Said on")],
                StudyNotes.self, where: of, order: "notes_year desc, half", ask
            ) { notes in
                [
                    .group([.text("\(notes.year) "), .words(notes.half.words)]), .text(String(notes.amount)),
                    .day(notes.said),
                ]
            },
        ]
    }
}
