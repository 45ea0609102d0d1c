import Pages
import Store
import Vocabulary

extension StudyTour {
    static let listing: Listing<StudyTour> = {
        var listing = rows
        listing.base = { $0.filedInTime }
        listing.bulk = [
            BulkAct("approve", Words("批准", "Approve"), Reason.remark, blank: Reason()) { tour, remark in
                DecideTour(record: tour.code, isApproved: true, remark: remark.text)
            },
            BulkAct("return", Words("退回修改", "Return"), Reason.whatToChange, blank: Reason()) { tour, remark in
                DecideTour(record: tour.code, isApproved: false, remark: remark.text)
            },
        ]
        return listing
    }()

    private static let rows = Listing<StudyTour>(
        Words("学习考察", "Study tours"),
        columns: [
            ListColumn(
                "from", Words("出发", "First day"), .day, sort: "from_day", text: { tour, _ in tour.scheme.from.iso }
            ) {
                tour, _ in .day(tour.scheme.from)
            },
            ListColumn("title", Words("名称", "Name"), .lead, sort: "title", text: { tour, _ in tour.scheme.title }) {
                tour, _ in .link(tour.address, .text(tour.title))
            },
            TourScheme.form.column("unit", of: \.scheme, sort: "unit"),
            TourScheme.form.column("leader", of: \.scheme, .off),
            ListColumn(
                "days", Words("天数", "Days"), .figure, unit: Words("天", "days"),
                text: { tour, _ in String(tour.scheme.to - tour.scheme.from + 1) }
            ),
            ListColumn(
                "people", Words("人数", "People"), .figure, unit: Words("人", "people"),
                text: { tour, _ in String(tour.scheme.members.count) }),
            ListColumn(
                "filed", Words("报备", "Filed"), .off, as: .day, sort: "filed_day", text: { tour, _ in tour.filed.iso }
            ) {
                tour, _ in .day(tour.filed)
            },
            ListColumn("code", Words("编号", "Number"), .off, sort: "code", text: { tour, _ in tour.code }),
            ListColumn(
                "state", Words("进展", "State"), .end, sort: "stage",
                text: { tour, ask in
                    ask.said(try ask.progress(of: tour).state.words)
                }
            ) { tour, ask in
                let state = try ask.progress(of: tour).state
                return .state(state.mark, ask.said(state.words))
            },
        ],
        filters: [
            .search(Words("名称或编号", "Name or number"), StudyTour.self),
            .unit(Words("单位", "Unit"), column: "unit"), .year(Words("年度", "Year"), column: "from_day"),
            .choice("state", Words("进展", "State"), TourState.self) { state, ask in state.condition(ask) },
        ], order: "from_day desc",
        empty: Words("还没有报备的学习考察", "No study tour was filed yet"),
        sentence: { ask in
            func count(_ state: TourState) throws -> HTML {
                let number = try ask.reading.count(
                    StudyTour.self, for: ask.reader, where: "\(state.condition(ask)) and \(ask.filedInTime)")
                return .a(
                    .href(ask.context.link("/tours", ("state", state.rawValue))), .b(.text(String(number))))
            }
            return .group([
                .text(ask.say("待审批 ", "To be approved: ")), try count(.toApprove),
                .text(ask.say("，退回修改 ", "; returned: ")), try count(.returned),
                .text(ask.say("，待报告 ", "; report due: ")),
                try count(.toReport), .text(ask.say("，其中逾期 ", ", overdue: ")), try count(.reportOverdue),
                .text(ask.say("，措施未办结 ", "; measures open: ")), try count(.measuresOpen), .text(ask.say("。", ".")),
                ask.standsToday(Words("报备", "filed")),
            ])
        })
}

/// A tour is there from the day on which it was filed; how far it has come is told as it is today, and said to be.
extension Ask {
    var isOtherDay: Bool { context.asOf != today || context.knownAt != nil }

    private var lastDay: Day { min(context.asOf, context.knownAt ?? context.asOf) }

    /// What narrows tours to those that were filed by the day that the address asks for.
    var filedInTime: SQL { isOtherDay ? "filed_day <= \(lastDay)" : .always }

    /// The same of measures, which are drawn from reports.
    var reportedInTime: SQL {
        isOtherDay ? "tour in (select tour from tour_reports where reported_day <= \(lastDay))" : .always
    }

    func standsToday(_ act: Words) -> HTML {
        guard isOtherDay else { return .nothing }
        return .say(
            "只列\(lastDay.iso)及以前\(act.zh)的，进展是今天（\(today.iso)）的。",
            " Only what was \(act.en) by \(lastDay.iso) is listed; how it stands is as of today, \(today.iso).")
    }

    /// A state, with its day where the list is of another.
    func said(_ state: Words) -> String { say(state) + (isOtherDay ? say("（\(today.iso)）", " (\(today.iso))") : "") }
}
