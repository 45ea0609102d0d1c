import Pages
import PracticeDesk
import Vocabulary

/// The desks of the site; a new one is listed here, and nowhere else.
let desks: [Desk] = [practiceDesk]

extension Menu {
    /// Where every page leads to.
    static let site = Menu(
        .init(
            nil, .init("/", Words("概览", "Overview")), .init("/plan", Words("方案", "Plan")),
            .init("/ledger", Words("台账", "Ledger"))),
        .init(
            Words("日常工作", "Daily work"), .init("/activities/new", Words("填报活动", "Report an activity")),
            .init("/activities", Words("活动记录", "Activities")), .init("/seats", Words("调训安排", "Seats")),
            and: desks.flatMap(\.entries)),
        .init(
            Words("组织与人员", "Units and people"), .init("/units", Words("单位", "Units")),
            .init("/people", Words("人员", "People"))))
}
