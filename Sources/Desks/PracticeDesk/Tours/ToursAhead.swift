import Pages
import Store
import Vocabulary

extension StudyTour {
    /// Tours of some days that somebody leads or takes part in and that are not reported yet: a reported one is an activity.
    static func ahead(_ ask: Ask, _ person: [String], from: Day, to: Day) throws -> [Ahead] {
        try ask.reading.all(
            StudyTour.self, for: .everybody,
            where: """
                stage in (\(TourStage.filed), \(TourStage.approved)) and from_day <= \(to) and to_day >= \(from)
                and (leader in (\(list: person))
                    or code in (select tour from tour_members where person in (\(list: person))))
                and code not in (select tour from tour_reports)
                """, order: "from_day, code"
        ).map { Ahead($0.title, $0.address, from: $0.scheme.from, to: $0.scheme.to) }
    }
}
