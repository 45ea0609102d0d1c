import Exchange
import Pages
import Seats
import Storage
import Vocabulary

/// The figures of a proposal, each beside what it was the last time; each opens the list it was counted from.
struct SeatHeadlines {
    let picture: SeatPicture
    let ask: Ask

    var html: HTML {
        let figures = picture.figures
        let before = picture.previousFigures
        let persons = picture.instance.persons.count
        func last(_ figure: (SeatFigures) -> Int) -> String? {
            before.map { ask.say("上次\(figure($0))", "last time \(figure($0))") }
        }
        return .headlines([
            HeadlineFigure(
                name: ask.say("名额", "Seats"), figure: String(figures.seats), of: "/ \(figures.capacity)",
                remark: last { $0.seats } ?? ask.say("已用 / 全部", "taken / all"), address: list("/assigned"),
                count: figures.seats),
            HeadlineFigure(
                name: ask.say("已安排人数", "People with a seat"), figure: String(figures.covered), of: "/ \(persons)",
                remark: last { $0.covered } ?? "", address: list("/people", show: "with"), count: figures.covered),
            HeadlineFigure(
                name: ask.say("今年到期已安排", "Due this year, seated"), figure: String(figures.dueCovered),
                of: "/ \(figures.due)",
                remark: figures.due == figures.dueCovered
                    ? ask.say("全部有名额", "all have a seat")
                    : ask.say("还差\(figures.due - figures.dueCovered)人", "\(figures.due - figures.dueCovered) without"),
                address: list("/people", show: "dueWith"), count: figures.dueCovered),
            HeadlineFigure(
                name: ask.say("应训未训", "Without a class"), figure: String(persons - figures.covered),
                of: ask.say("人", "people"),
                remark: ask.say(
                    "加权\(figures.debtBefore) → \(figures.debtAfter)",
                    "by priority \(figures.debtBefore) → \(figures.debtAfter)")
                    + (last { $0.debtAfter }.map { ask.say("，", ", ") + $0 } ?? ""),
                address: list("/people", show: "without"), count: persons - figures.covered),
            gap,
            HeadlineFigure(
                name: ask.say("单位覆盖率最低", "Least covered unit"), figure: percent(figures.smallestShare), of: "",
                remark: ask.say(
                    "平均\(percent(figures.meanShare))，标准差\(percent(figures.shareDeviation))",
                    "mean \(percent(figures.meanShare)), deviation \(percent(figures.shareDeviation))"),
                address: "#units"),
        ])
    }

    private var gap: HeadlineFigure {
        let gap = picture.plan.proposal?.gapPct
        return HeadlineFigure(
            name: ask.say("与最优相差", "Gap to the best"), figure: gap.map { Self.thousandths($0) } ?? "—", of: "%",
            remark: gap.map {
                $0 == 0
                    ? ask.say("已证明没有更好的安排", "proved: none is better")
                    : ask.say("至多还能改进这些", "at most so much better")
            } ?? "", address: "#changes")
    }

    private func list(_ part: String, show: String? = nil) -> String {
        ask.context.link(picture.address + part, ("show", show))
    }

    private func percent(_ share: Double) -> String { Figure.percent(share) + "%" }

    /// Three decimals: gaps are small.
    private static func thousandths(_ pct: Double) -> String {
        guard let thousandths = Int(exactly: (pct * 1000).rounded(.up)) else { return Figure.plain(pct) }
        guard thousandths > 0 else { return "0" }
        let digits = String(thousandths % 1000 + 1000).dropFirst()
        return "\(thousandths / 1000).\(digits)"
    }
}
