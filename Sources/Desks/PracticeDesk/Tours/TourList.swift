import Pages
import Store
import Vocabulary

extension StudyTour {
    static let listing: Listing<StudyTour> = {
        var listing = Listing<StudyTour>(
            Words("学习考察", "Study tours"),
            columns: [
                .day("from", Words("出发", "First day"), sort: "from_day") { $0.scheme.from },
                .title(Words("名称", "Name"), sort: "title"),
                TourScheme.form.column("unit", of: \.scheme, sort: "unit"),
                TourScheme.form.column("leader", of: \.scheme, .off),
                .number("days", Words("天数", "Days"), unit: Words("天", "days")) { $0.scheme.to - $0.scheme.from + 1 },
                .number("people", Words("人数", "People"), unit: Words("人", "people")) { $0.scheme.members.count },
                .day("filed", Words("报备", "Filed"), .off, sort: "filed_day") { $0.filed }, .code(),
                TourState.column(sort: "stage"),
            ],
            filters: [
                .search(Words("名称或编号", "Name or number"), StudyTour.self),
                .unit(Words("单位", "Unit"), column: "unit"), .year(Words("年度", "Year"), column: "from_day"),
                TourState.filter,
            ], order: "from_day desc", empty: Words("还没有报备的学习考察", "No study tour was filed yet"),
            sentence: TourState.sentence)
        listing.since = ListedSince(Words("报备", "filed")) { "filed_day <= \($0)" }
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
}
