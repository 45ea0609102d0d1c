import Books
import Exchange
import LedgerEngine
import Pages
import Plans
import Records
import Vocabulary

/// One of the lists that an entry is made of: its parts, what counted and what did not, whom it leaves out, what was before.
let entryList = FoundList<EntryListModel.Row>(
    Words("台账条目明细", "List of an entry"), file: "entry", columns: columns,
    fields: [
        ListField("obligation", Words("量化要求", "Obligation")), ListField("kind", Words("对象类别", "Kind of subject")),
        ListField("subject", Words("对象编号", "Subject")),
        ListField("from", Words("周期起始日期", "First day of the window"), kind: .day),
        ListField("show", Words("明细", "List")), ListField("choice", Words("任选项序号", "Number of the figure")),
    ]
) { ask in
    let list = try ask.entryList
    let (entry, which) = (list.entry, list.which)
    let subject = entry.view.name(of: entry.entry.subject, ask.context.language)
    let sentence = HTML.p(.text(entry.view.sentence(entry.obligation, ask.context.language)))
    var found = FoundRows(list.rows)
    found.title = which.title(of: list)
    found.crumbs = [
        Frame.Crumb(Words("台账", "Ledger"), "/ledger"),
        Frame.Crumb(
            Words("\(entry.obligation.id)：\(subject)", "\(entry.obligation.id): \(subject)"),
            ask.context.link(to: entry.entry)),
    ]
    found.remark = .group([sentence, list.remark])
    found.without = which.without(isByActivity: entry.countedActivities != nil)
    if which == .excused || which == .outstanding { found.unsorted = ["subject", "unit"] }
    found.empty = .init(
        Words("没有内容", "Nothing here"),
        entry.isUnnamed ? EntryListModel.whyUnnamed : Words("这一项下没有可列的内容。", "There is nothing of that kind."))
    return found
}

extension Ask {
    fileprivate var entryList: EntryListModel {
        get throws { try naming.once("entry list") { try EntryListModel(self) } }
    }
}

private let columns: [ListColumn<EntryListModel.Row>] = [
    ListColumn(
        "standing", Words("状态", "Standing"), .end, sort: "standing",
        text: { row, ask in row.entry.map { ask.say($0.standing.words) } ?? "" }
    ) { row, ask in row.entry.map { StandingMark.word($0.standing, ask.context.language) } ?? .nothing },
    ListColumn("day", Words("日期", "Day"), .day, sort: "day", text: { row, _ in row.isDated ? row.day.iso : "" }) {
        row, _ in .day(row.day)
    },
    ListColumn(
        "window", Words("周期", "Window"), .lead, sort: "window",
        text: { row, ask in try row.entry.map { try ask.view.windowText($0, ask.context) } ?? "" }
    ) { row, ask in
        try row.entry.map { .a(.href(ask.context.link(to: $0)), .text(try ask.view.windowText($0, ask.context))) }
            ?? .nothing
    },
    ListColumn(
        "record", Words("记录", "Record"), .lead,
        text: { row, ask in try row.record.map { try ask.entryList.entry.name($0) } ?? "" }
    ) { row, ask in try row.record.map { try ask.entryList.entry.link($0, ask.context) } ?? .nothing },
    ListColumn(
        "subject", Words("对象", "Subject"), .lead, sort: "subject",
        text: { row, ask in try row.subject.map { try ask.view.name(of: $0, ask.context.language) } ?? "" }
    ) { row, ask in
        let entry = try ask.entryList.entry
        switch row {
        case .entry(let part):
            return .a(
                .href(ask.context.link(to: part)), .text(entry.view.name(of: part.subject, ask.context.language)))
        case .left(let unit, let count):
            return .group([try ask.link(toUnit: unit), .say("（\(count)）", " (\(count))")])
        case .subject(let subject, _): return entry.link(subject, ask.context)
        case .record, .activity: return .nothing
        }
    },
    ListColumn(
        "unit", Words("单位", "Unit"), sort: "unit",
        text: { row, ask in
            switch row {
            case .entry(let part): try ask.townPage.directory.unitName(part.unit)
            case .subject(let subject, _): try ask.entryList.entry.unitName(of: subject)
            case .left(let unit, _): try ask.townPage.directory.unitName(unit)
            case .record, .activity: ""
            }
        }
    ) { row, ask in
        switch row {
        case .entry(let part): try ask.link(toUnit: part.unit)
        case .subject(let subject, _): .text(try ask.entryList.entry.unitName(of: subject))
        case .left, .record, .activity: .nothing
        }
    },
    ListColumn(
        "done", Words("完成", "Done"), .figure, as: .text, sort: "done",
        text: { row, ask in try row.entry.map { try ask.view.figure($0, ask.context.language) } ?? "" }),
    ListColumn(
        "amount", Words("计入数", "Counted as"), .figure, text: { row, _ in row.record == nil ? "" : row.said }),
    ListColumn(
        "records", Words("计入人次", "Participations"), .figure,
        text: { row, _ in
            if case .activity(let activity) = row { String(activity.records) } else { "" }
        }),
    ListColumn("reason", Words("原因", "Reason"), .meta, as: .longText, text: { row, _ in row.said }),
    ListColumn(
        "left", Words("人数", "People"), .file, as: .number,
        text: { row, _ in if case .left(_, let count) = row { String(count) } else { "" } }),
]

extension EntryListModel.Which {
    func title(of list: EntryListModel) -> Words {
        switch self {
        case .parts: Words("分项情况", "Parts")
        case .open: Words("未完成的分项", "Parts not met")
        case .counted:
            list.entry.countedActivities == nil
                ? Words("计入的记录", "Counted records") : Words("计入的活动", "Counted activities")
        case .notCounted: Words("未计入的记录及原因", "Not counted, and why")
        case .excused: Words("不计入应训人数", "Excused")
        case .outstanding: Words("尚未完成", "Still to do")
        case .history: Words("往期", "Earlier periods")
        }
    }

    /// The columns that such a list has nothing for.
    fileprivate func without(isByActivity: Bool) -> Set<String> {
        let own: Set<String> =
            switch self {
            case .parts, .open: ["standing", "subject", "unit", "done"]
            case .history: ["window", "done", "standing"]
            case .counted: ["day", "record", isByActivity ? "records" : "amount"]
            case .notCounted: ["day", "record", "reason"]
            case .excused: ["subject", "unit", "reason"]
            case .outstanding: ["subject", "unit", "left"]
            }
        return Set(columns.map(\.key)).subtracting(own)
    }
}

extension EntryListModel {
    /// Why the list is as it is, where that is not plain.
    fileprivate var remark: HTML {
        func quiet(_ words: Words) -> HTML { .p(.class("quiet"), .words(words)) }
        return .group([
            .when(entry.isUnnamed, quiet(Self.whyUnnamed)),
            .when(
                total != rows.count,
                quiet(Words("人数较多，已按单位汇总，共\(total)。", "Too many to name: so many in each unit, \(total) in all."))),
            .when(
                entry.explanation.cut?.records == true && (which == .counted || which == .notCounted),
                quiet(
                    Words("记录较多，这里只列出一部分；请到下属单位的条目中查看。", "Too many records: some of them. See the units beneath."))),
        ])
    }

    /// Decision 0006, in the reader's words.
    static let whyUnnamed = Words(
        "本条要求只统计数量，不列参加或未参加人员名单（思想政治内容、组织生活和按名册确定对象的要求均如此）；计入和未计入的活动照常列出。",
        "Of this requirement only numbers are kept, no list of who took part or did not, as of all that concern ideological "
            + "topics, organisation life or people on a list. The activities are listed, with what counted and what did not."
    )
}

extension EntryListModel.Row {
    var entry: LedgerEntry? { if case .entry(let entry) = self { entry } else { nil } }

    fileprivate var record: RecordReference? {
        switch self {
        case .record(let record, _, _): record
        case .activity(let activity): RecordReference(.activity, activity.code)
        case .entry, .left, .subject: nil
        }
    }

    fileprivate var subject: Subject? {
        switch self {
        case .entry(let entry): entry.subject
        case .subject(let subject, _): subject
        case .left, .record, .activity: nil
        }
    }

    /// What is told of it: how much it counts for, or why it does not.
    fileprivate var said: String {
        switch self {
        case .record(_, _, let text), .subject(_, let text): text
        case .activity, .entry, .left: ""
        }
    }

    fileprivate var isDated: Bool { record != nil }

    var day: Day {
        switch self {
        case .record(_, let day, _): day
        case .activity(let activity): activity.day
        case .entry(let entry): entry.from
        case .left, .subject: Day(number: 0)
        }
    }
}
