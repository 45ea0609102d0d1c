import Pages
import Store
import Vocabulary

/// Files a tour with the city's office before it leaves (报备).
struct FileTour: Act {
    static let right = Right.report
    static let words = Words("报备", "Filed")
    var scheme: TourScheme

    func unit(in reading: some Reading) throws -> String? { scheme.unit }

    func perform(in t: ActTransaction) throws -> StudyTour {
        let scheme = scheme.withLeader
        try t.refuse(scheme.problems)
        let tour = StudyTour(
            code: try t.nextCode(.tour), scheme: scheme, filed: t.today, stage: .filed, decided: nil, remark: "")
        try t.insert(tour)
        return tour
    }
}

/// Files a tour again, with what was asked for.
struct FileTourAgain: RecordAct {
    static let right = Right.report
    static let words = Words("修改报备", "Changed")
    static let title = Words("修改报备", "Change what was filed")
    static let button = Words("修改", "Change")
    static let step = "change"
    var record: String
    var scheme: TourScheme

    func unit(in reading: some Reading) throws -> String? { scheme.unit }

    static func notNow(
        _ tour: StudyTour, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        [.filed, .returned].contains(tour.stage)
            ? nil : TourProblem.notToChange(tour.stage, hasLeft: tour.hasLeft(on: today))
    }

    func perform(on before: StudyTour, in t: ActTransaction) throws -> StudyTour {
        let scheme = scheme.withLeader
        try t.refuse(scheme.problems)
        var tour = before
        tour.scheme = scheme
        tour.filed = tour.filedAgain(on: t.today)
        tour.stage = .filed
        guard tour != before else { try t.refuse(TourProblem.nothingChanged) }
        try t.update(tour)
        return tour
    }
}

extension StudyTour {
    /// The day from which it counts as filed, once it is filed again: what was returned comes anew.
    func filedAgain(on today: Day) -> Day { stage == .returned ? today : filed }

    func hasLeft(on today: Day) -> Bool { scheme.from <= today }
}

extension CodeSeries {
    static let tour = CodeSeries(rawValue: "T")
    static let tourMeasure = CodeSeries(rawValue: "M")
}

extension TourScheme {
    /// Whoever leads takes part.
    var withLeader: TourScheme {
        var scheme = self
        if !members.contains(leader) { scheme.members.insert(leader, at: 0) }
        return scheme
    }

    /// What would be untrue; what a rule forbids is shown, not refused (docs/decisions/0102).
    var problems: [TourProblem] {
        var problems: [TourProblem] = []
        if to < from { problems.append(.endsBeforeItBegins) }
        if to - from >= 60 { problems.append(.tooLong) }
        for (place, stop) in route.enumerated() where stop.day != .unset && (stop.day < from || stop.day > to) {
            problems.append(.stopOutside(row: place, stop.day))
        }
        for (place, stop) in route.enumerated() where Self.isAbroad(stop.place) {
            problems.append(.abroad(row: place, stop.place))
        }
        return problems
    }

    /// Trips abroad are approved by another office under rules of their own.
    private static func isAbroad(_ place: String) -> Bool {
        ["境外", "国外", "出国", "香港", "澳门", "台湾", "日本", "韩国", "美国", "英国", "德国", "法国", "新加坡", "俄罗斯"]
            .contains { place.contains($0) }
    }
}
