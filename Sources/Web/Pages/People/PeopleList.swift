import Books
import Pages
import Records
import Storage
import Vocabulary

/// Persons in service on the day, searched by name, staff number or unit.
let peopleList = FoundList<StaffMember>(
    Words("人员", "People"), file: "people",
    columns: [
        ListColumn("name", Words("姓名", "Name"), .lead, sort: "name", text: { row, _ in row.person.name }) { row, ask in
            .a(.href(ask.context.link(toPerson: row.person.code)), .text(row.person.name))
        },
        ListColumn("code", Words("人员编号", "Staff number"), sort: "code", text: { row, _ in row.person.code }),
        ListColumn(
            "unit", Words("单位", "Unit"), sort: "unit",
            text: { row, ask in try ask.townPage.directory.unitName(row.appointment.unit) }
        ) { row, ask in try ask.link(toUnit: row.appointment.unit) },
        ListColumn("post", Words("职务", "Post"), text: { row, _ in row.appointment.post }),
        ListColumn("rank", Words("职级", "Rank"), text: { row, _ in row.appointment.rank }),
    ],
    fields: [
        .search(Words("姓名或人员编号", "Name or staff number")), .knownUnit(Words("单位", "Unit")),
        ListField("scope", Words("单位范围", "Scope of units")),
    ]
) { ask in
    let (query, context, town) = (ask.query, ask.context, try ask.townPage)
    let unit = query["unit"].flatMap { town.directory.unit($0) }.flatMap { $0.isKnown(at: context.knownAt) ? $0 : nil }
    let isOwn = query["scope"] == "own"
    var staff = InService(town, context, named: query["q"], unit: unit?.code, isOwn: isOwn)
    if let order = ask.wantedOrder { staff.order(by: order.key, isFalling: order.isFalling) }
    var found = FoundRows(count: staff.count) { staff.part($0, $1) }
    if let typed = query["unit"], unit == nil { found.slips.append(.unknown("unit", typed, zh: "单位", en: "unit")) }
    if let scope = query["scope"] {
        found.chips = [Chip(ask.say("不含下属单位", "Without units beneath"), "scope")]
        if !isOwn { found.slips.append(.unknown("scope", scope, zh: "单位范围", en: "scope of units")) }
    }
    // Of very many the units stand in no order.
    if town.town.isLarge { found.unsorted = ["unit"] }
    found.empty = .init(
        Words("没有找到", "Nobody found"),
        Words("请核对姓名或人员编号，或改换统计日期。", "Check the name or number, or choose another day."))
    return found
}
