import Pages
import Spelling
import Storage
import Store
import Vocabulary

/// Where a series stands, in one word.
enum SeriesState: String, Stated {
    case draft, toApprove, returned, approved

    var stage: SeriesStage {
        switch self {
        case .draft: .draft
        case .toApprove: .submitted
        case .returned: .returned
        case .approved: .approved
        }
    }

    var words: Words { stage.words }

    var mark: Mark {
        switch self {
        case .draft, .toApprove: .next
        case .returned: .behind
        case .approved: .met
        }
    }

    static let told: [SeriesState] = [.draft, .toApprove, .returned, .approved]

    func condition(_ ask: Ask) -> SQL { "stage = \(stage)" }

    static func state(of series: HallSeries, _ ask: Ask) -> SeriesState {
        allCases.first { $0.stage == series.stage } ?? .draft
    }

    static let waits: [WaitingState<SeriesState>] = [
        .init(.draft, SubmitSeries.self, of: .office) { series, ask in try series.dueSaid(ask) },
        .init(.returned, ChangeSeries.self, of: .office, isReturned: true) { series, _ in .text(series.remark) },
        .init(.toApprove, ApproveSeries.self, of: .office) { series, ask in try series.dueSaid(ask) },
    ]
}

extension HallSeries {
    func due(_ rules: LectureRules) -> Day? { rules.planBy(in: draft.year) }

    fileprivate func dueSaid(_ ask: Ask) throws -> HTML {
        try due(try ask.lectureRules).map { .group([.day($0), .say(" 前审定", " is the day of approval")]) } ?? .nothing
    }
}

extension HallSeries: PagedNoun {
    static let path = "/lectures/series/:code"
    static let acts: [any RecordAct<HallSeries>.Type] = [
        SubmitSeries.self, ApproveSeries.self, ChangeSeries.self, AddLecture.self,
    ]
    static let seeing = Words("查看年度安排", "See the series")
    var title: String { "\(draft.year)年\(draft.title)" }

    /// A draft is the office's until it is approved.
    static func seen(by reader: Reader) -> SQL {
        reader.unit == nil ? .always : "stage = \(SeriesStage.approved)"
    }

    static func asked(_ ask: Ask) throws -> HallSeries {
        let series = try ask.one(HallSeries.self)
        guard ask.reader.unit == nil || series.stage == .approved else { throw NotFound(context: ask.context) }
        return series
    }

    func crumbs(_ ask: Ask) throws -> [Frame.Crumb] {
        [LectureHome.crumb, Self.home, Frame.Crumb(Words(title, title), address)]
    }

    static let listing: Listing<HallSeries> = {
        var listing = Listing<HallSeries>(
            Words("大讲堂年度安排", "Series of the lecture hall"),
            columns: [
                .title(Words("年度安排", "Series"), sort: "series_year"),
                ListColumn(
                    "unit", Words("主办单位", "Organiser"), sort: "unit",
                    text: { series, ask in try ask.naming.unitName(series.draft.unit) }),
                .number("lectures", Words("安排期数", "Planned"), unit: Words("期", "lectures")) {
                    $0.draft.lectures.count
                },
                .day("approved", Words("审定", "Approved"), sort: "approved_day") { $0.approved }, .code(),
                SeriesState.column(sort: "stage"),
            ],
            filters: [
                .search(Words("名称或编号", "Title or number"), HallSeries.self),
                .unit(Words("主办单位", "Organiser"), column: "unit"),
                .year(Words("年度", "Year"), offered: -4...1) { "series_year = \($0)" }, SeriesState.filter,
            ], order: "series_year desc, unit", empty: Words("还没有大讲堂年度安排", "No series was drawn up yet"),
            sentence: SeriesState.sentence)
        listing.since = ListedSince(Words("编制", "drawn up")) { "drafted_day <= \($0)" }
        listing.base = { HallSeries.seen(by: $0.reader) }
        listing.crumbs = { _ in [LectureHome.crumb] }
        return listing
    }()
}
