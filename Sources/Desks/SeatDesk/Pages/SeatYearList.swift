import Pages
import Seats
import Storage
import Store
import Training
import Vocabulary

/// The years of classes: those that are kept, or those that were taken away.
func seatYearList(_ pictures: SeatPictures) -> FoundList<SeatYear> {
    FoundList(
        Words("调训安排", "Seats of the year"), file: "seats",
        columns: [
            ListColumn("name", Words("年度", "Year"), .lead, sort: "name", text: { year, _ in year.plan.name }) {
                year, _ in .link(year.address, .text(year.plan.name))
            },
            ListColumn("state", Words("进展", "Progress"), .end, text: { year, ask in ask.say(year.progress) }),
            ListColumn("made", Words("建立", "Made"), .day, sort: "made", text: { year, _ in year.plan.made.iso }),
            .figure("people", Words("人员", "People")) { $0.picture.instance.persons.count },
            .figure("classes", Words("班次", "Classes")) { $0.picture.instance.classes.count },
            .figure("seats", Words("已用名额", "Seats taken")) { $0.picture.figures.seats },
            .figure("capacity", Words("全部名额", "All seats")) { $0.picture.figures.capacity },
            .figure("due", Words("今年到期", "Due this year")) { $0.picture.figures.due },
            .figure("dueCovered", Words("到期已安排", "Due and seated")) { $0.picture.figures.dueCovered },
        ],
        fields: [
            .choice("show", Words("范围", "Show"), all: Words("在用的", "Kept")) { _ in
                [("removed", Words("已移除的", "Removed"))]
            }
        ], hasAsOf: false
    ) { ask in
        let show = ask.query["show"] ?? ""
        var years = try pictures.years(ask.reading, takenAway: show == "removed")
        if let order = ask.wantedOrder {
            years.sort { one, other in
                let (first, second) = order.isFalling ? (other, one) : (one, other)
                return order.key == "name"
                    ? first.plan.name < second.plan.name : first.plan.number < second.plan.number
            }
        }
        var found = FoundRows(years)
        if !["", "removed"].contains(show) { found.slips.append(.unknown("show", show, zh: "范围", en: "scope")) }
        if show == "removed" { found.chips = [Chip(ask.say("已移除的", "Removed"), "show")] }
        found.empty = show == "removed" ? removedNone : none(ask)
        return found
    }
}

private var removedNone: FoundRows<SeatYear>.Empty {
    .init(
        Words("没有移除的年度", "No year was removed"),
        Words("移除的年度在这里，可以移回。", "Years that are removed stand here, and can be restored."))
}

private func none(_ ask: Ask) -> FoundRows<SeatYear>.Empty {
    guard AddSeatPlan.isAllowed(to: ask.reader) else {
        return .init(
            Words("还没有年度班次", "No year yet"),
            Words("党校教务或组织部门交入年度班次后，在这里列出。", "Years that are handed in are listed here."))
    }
    return .init(
        Words("还没有年度班次", "No year yet"),
        Words(
            "上传年度班次与人员（JSON 文件），系统生成调训安排，逐人说明理由；也可先用示例试用。",
            "Hand in a year of classes and people (a JSON file): who goes where is proposed, with a reason for each seat. Or try the sample first."
        ), acts: .group([trySample, seatYearActs(ask)]))
}

/// What can be done from the list.
@Sendable func seatYearActs(_ ask: Ask) -> HTML {
    guard AddSeatPlan.isAllowed(to: ask.reader) else { return .nothing }
    return .act("/seats/new", Words("上传年度班次", "Hand in a year"), .primary)
}

/// For who has no file yet.
var trySample: HTML {
    .press(
        "/seats/sample",
        Words("用示例试用（\(SampleYear.people)人、24个班）", "Try the sample (\(SampleYear.people) people, 24 classes)"))
}

extension SeatYear {
    fileprivate var progress: Words {
        if isRunning { return Words("正在安排", "being worked out") }
        guard plan.proposal != nil else { return Words("尚未安排", "no proposal yet") }
        return plan.isStale
            ? Words("指定或不安排有改动，待重排", "wishes changed, to be re-planned") : Words("已安排", "proposed")
    }
}

extension ListColumn {
    /// A figure of a row.
    static func figure(_ key: String, _ words: Words, _ count: @escaping @Sendable (Row) -> Int) -> ListColumn {
        ListColumn(key, words, .figure, unit: words, text: { row, _ in String(count(row)) })
    }
}
