import House
import Pages
import Store
import Vocabulary

extension Menu {
    /// Where every page leads to.
    static let site = Menu(
        .init(
            nil, .init("/", Words("概览", "Overview")), .init("/plan", Words("方案", "Plan")),
            .init("/ledger", Words("台账", "Ledger"))),
        .init(
            Words("日常工作", "Daily work"), .init("/activities/new", Words("填报活动", "Report an activity"), right: .report),
            .init("/activities", Words("活动记录", "Activities")), .init("/seats", Words("调训安排", "Seats"), isTownWide: true),
            and: desks.flatMap(\.entries)),
        .init(
            Words("组织与人员", "Units and people"), .init("/units", Words("单位", "Units")),
            .init("/people", Words("人员", "People"))))
}
