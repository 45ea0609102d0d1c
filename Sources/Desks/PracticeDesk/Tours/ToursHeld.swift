import Pages
import Storage
import Store
import Vocabulary

extension StudyTour {
    /// Tours that somebody leads, takes or took part in.
    static func held(_ ask: Ask, _ person: String) throws -> [Held] {
        let codes = try ask.reading.codes(of: person)
        return [
            try Held.some(
                listing.words, [Words("考察", "Tour"), Words("日期", "Days"), Words("身份", "As"), Words("状态", "State")],
                StudyTour.self,
                where: """
                    leader in (\(list: codes)) or code in (select tour from tour_members where person in (\(list: codes)))
                    or code in (select tour from tour_attendees where person in (\(list: codes)))
                    """, order: listing.order, ask
            ) { tour in
                [
                    .text(tour.title), .days(tour.scheme.from, tour.scheme.to),
                    codes.contains(tour.scheme.leader) ? .say("带队", "leader") : .say("成员", "member"),
                    .words(tour.stage.words),
                ]
            }
        ]
    }
}
