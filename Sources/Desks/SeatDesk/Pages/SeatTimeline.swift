import Exchange
import Pages
import Seats
import Storage
import Vocabulary

/// The year's classes over its 52 weeks, by quarter: each a box as long as it lasts, filled as far as its seats are.
struct SeatTimeline {
    var picture: SeatPicture

    private static let week = 20.0
    private static let left = 8.0
    private static let head = 34.0
    private static let lane = 24.0

    var html: HTML {
        let lanes = lanes
        let count = (lanes.max() ?? 0) + 1
        let width = Self.left * 2 + Self.week * Double(SeatInstance.weeks)
        let height = Self.head + Double(count) * Self.lane + 6
        let title = Words(
            "全年\(picture.instance.classes.count)个班的时间安排", "The \(picture.instance.classes.count) classes of the year")
        return .group([
            .div(
                .class("scroll"), .attribute("tabindex", "0"), .attribute("role", "region"), .ariaLabel(title),
                .svg(
                    .class("chart"), .attribute("viewBox", "0 0 \(number(width)) \(number(height))"),
                    .attribute("width", number(width)), .attribute("height", number(height)),
                    .attribute("role", "group"), .ariaLabel(title), grid(height),
                    .each(picture.instance.classes.indices) { box($0, lane: lanes[$0]) })),
            .p(
                .class("hint"),
                .say(
                    "每一格为一周；框内为班次编号和已用名额，深色部分为已用的比例。点开可看学员。",
                    "One column is a week; in each box the class and its seats taken, filled as far as they are. Each opens its class."
                )), table,
        ])
    }

    private func grid(_ height: Double) -> HTML {
        var parts: [HTML] = []
        for quarter in 0...4 {
            parts.append(
                .element(
                    "line",
                    [
                        .class("edge"), .attribute("x1", x(quarter * 13)), .attribute("x2", x(quarter * 13)),
                        .attribute("y1", "0"), .attribute("y2", number(height)),
                    ]))
        }
        for quarter in 0..<SeatInstance.quarters {
            parts.append(text(number(left(quarter * 13) + 6), "14", "strong", heading(quarter)))
            for week in [0, 4, 9].map({ quarter * 13 + $0 }) {
                let words = Words("\(week + 1)周", "w\(week + 1)")
                parts.append(text(number(left(week) + 6), "28", "faint", words))
            }
        }
        return .group(parts)
    }

    private func heading(_ quarter: Int) -> Words {
        let classes = picture.instance.classes
        let inQuarter = classes.indices.filter { classes[$0].quarter == quarter }
        let used = inQuarter.reduce(0) { $0 + picture.figures.used[$1] }
        let cap = inQuarter.reduce(0) { $0 + classes[$1].cap }
        return Words(
            "第\(quarter + 1)季度 · \(inQuarter.count)个班 · \(used)/\(cap)",
            "Quarter \(quarter + 1) · \(inQuarter.count) classes · \(used)/\(cap)")
    }

    private func box(_ index: Int, lane: Int) -> HTML {
        let seatClass = picture.instance.classes[index]
        let used = picture.figures.used[index]
        let width = Double(seatClass.weeks) * Self.week - 2
        let share = seatClass.cap > 0 ? Double(used) / Double(seatClass.cap) : 0
        let y = Self.head + Double(lane) * Self.lane
        let left = left(seatClass.start) + 1
        let weeks = Self.weeks(seatClass)
        let words = Words(
            "班次\(seatClass.id)：\(weeks.zh)，名额\(used)/\(seatClass.cap)",
            "Class \(seatClass.id): \(weeks.en), seats \(used)/\(seatClass.cap)")
        let short =
            seatClass.weeks >= 4
            ? "\(seatClass.id) · \(used)/\(seatClass.cap)"
            : seatClass.weeks >= 3 ? "\(seatClass.id)·\(used)" : String(seatClass.id)
        func rect(_ name: String, _ width: Double) -> HTML {
            .element(
                "rect",
                [
                    .class(name), .attribute("x", number(left)), .attribute("y", number(y)),
                    .attribute("width", number(max(0, width))), .attribute("height", "20"), .attribute("rx", "3"),
                ])
        }
        return .link(
            "\(picture.address)/classes/\(seatClass.id)", .ariaLabel(words),
            .element("title", [.words(words)]), rect("box", width),
            .when(used > 0, rect("fill", (width - 2) * min(1, share))),
            text(number(left + 3), number(y + 14), "", Words(short, short)))
    }

    private var table: HTML {
        let persons = picture.instance.persons
        let caption = Words("数据表", "As a table")
        return .details(
            .class("no-print"), .summary(.words(caption)),
            .data(
                .words(caption),
                [
                    DataHead(.say("班次", "Class"), .lead), DataHead(.say("时间", "Weeks"), .meta),
                    DataHead(.say("名额", "Seats"), .meta), .figure(Words("女学员", "Women")),
                    .figure(Words("今年到期", "Due this year")),
                ],
                picture.instance.classes.indices.map { index in
                    let seatClass = picture.instance.classes[index]
                    let people = picture.seated[index]
                    return [
                        picture.link(class: seatClass.id), .words(Self.weeks(seatClass)),
                        .text("\(people.count) / \(seatClass.cap)"),
                        .text(String(people.count { persons.woman[$0] })),
                        .text(String(people.count { persons.weight[$0] == SeatInstance.dueWeight })),
                    ]
                }, class: "even wrap"))
    }

    /// The lowest free row for each class, in the order of their weeks.
    private var lanes: [Int] {
        let classes = picture.instance.classes
        var lanes = [Int](repeating: 0, count: classes.count)
        var ends: [Int] = []
        for index in classes.indices.sorted(by: {
            (classes[$0].start, classes[$0].id) < (classes[$1].start, classes[$1].id)
        }) {
            let lane = ends.firstIndex { $0 <= classes[index].start } ?? ends.count
            if lane == ends.count { ends.append(0) }
            ends[lane] = classes[index].away.upperBound
            lanes[index] = lane
        }
        return lanes
    }

    static func weeks(_ seatClass: SeatClass) -> Words {
        let (first, last) = (seatClass.start + 1, seatClass.away.upperBound)
        if first == last { return Words("第\(first)周", "week \(first)") }
        return Words("第\(first)至\(last)周", "weeks \(first) to \(last)")
    }

    private func left(_ week: Int) -> Double { Self.left + Double(week) * Self.week }
    private func x(_ week: Int) -> String { number(left(week)) }
    private func number(_ value: Double) -> String { Figure.tenths(value) }
    private func text(_ x: String, _ y: String, _ name: String, _ words: Words) -> HTML {
        .element("text", [.class(name), .attribute("x", x), .attribute("y", y), .words(words)])
    }
}

extension DataHead {
    /// The head of a column of figures.
    static func figure(_ words: Words) -> DataHead { DataHead(.words(words), .meta, isNumber: true, unit: words) }
}
