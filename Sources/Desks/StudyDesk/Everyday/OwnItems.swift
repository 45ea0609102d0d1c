import Pages
import Records
import Storage
import Store
import Vocabulary

extension Ask {
    /// What somebody has to study this year, each line with its tick: done or not, and nothing else (个人自学计划).
    func ownItems(_ person: String) throws -> HTML {
        let items = try reading.studyItems(for: person, today.year, on: today)
        guard !items.isEmpty else { return .nothing }
        let ticks = try reading.all(
            StudyTick.self, for: .everybody,
            where: "person = \(person) and done_day is not null and item in (\(list: items.map(\.code)))")
        let done = Dictionary(ticks.compactMap { tick in tick.done.map { (tick.item, $0) } }) { first, _ in first }
        return .part(
            Words("我的自学计划", "My reading"), id: "reading",
            aside: .say("已学\(done.count)/\(items.count)项", "\(done.count) of \(items.count)"),
            .narrowRows(
                items.map { item in
                    let day = done[item.code]
                    return Row(
                        .group([
                            .text(item.scheme.subject),
                            .small(.words(item.scheme.list.words), .text(" \(item.scheme.source)")),
                            day.map { .standing(.met, Words("\($0.iso)已学", "studied on \($0.iso)")) } ?? .nothing,
                        ]),
                        act: .press(
                            "\(OwnGroup.address)/items/\(Query.encoded(item.code))",
                            day == nil ? Words("已学", "Studied") : Words("取消", "Not yet"), .small,
                            label: Words(
                                "\(item.scheme.subject)：\(day == nil ? "已学" : "取消")",
                                "\(item.scheme.subject): \(day == nil ? "studied" : "not yet")"),
                            [("done", day == nil ? "1" : "0")]))
                }))
    }
}

extension Ask {
    /// What is still to be studied, on the desk of whoever sees only their own.
    func ownItemsWaiting(_ person: String) throws -> [Waiting] {
        let items = try reading.studyItems(for: person, today.year, on: today)
        let open = try items.filter { item in
            try reading.one(StudyTick.self, StudyTick.code(item.code, person), for: .everybody)?.done == nil
        }
        guard !open.isEmpty else { return [] }
        return [
            Waiting(
                Words("我的自学计划", "My reading"), count: open.count, address: OwnGroup.address,
                open.prefix(Waiting.mostItems).map { item in
                    .init(
                        item.scheme.subject, "\(OwnGroup.address)#reading", remark: .text(item.scheme.source),
                        act: Words("查看", "See"), at: "\(OwnGroup.address)#reading")
                })
        ]
    }
}

extension StudyTick {
    static func held(_ ask: Ask, _ person: String) throws -> [Held] {
        let codes = try ask.reading.codes(of: person)
        return [
            try .some(
                Words("个人自学", "What was studied"), [Words("内容", "Subject"), Words("登记日期", "Said on")], StudyTick.self,
                where: "person in (\(list: codes)) and done_day is not null", order: "done_day desc", ask
            ) { tick in
                let item = try ask.reading.one(StudyItem.self, tick.item, for: .everybody)
                return [.text(item?.scheme.subject ?? tick.item), tick.done.map { .day($0) } ?? "–"]
            }
        ]
    }
}
