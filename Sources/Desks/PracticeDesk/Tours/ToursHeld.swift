import Pages
import Storage
import Store
import Vocabulary

extension StudyTour {
    /// Tours that somebody leads, takes or took part in.
    static func held(_ ask: Ask, _ person: String) throws -> [Held] {
        // Of oneself one sees all, whoever filed it.
        let everybody = Reader(account: ask.reader.account, rights: [.see])
        let codes = try ask.reading.codes(of: person)
        let tours = try ask.reading.all(
            StudyTour.self, for: everybody,
            where: """
                leader in (\(list: codes)) or code in (select tour from tour_members where person in (\(list: codes)))
                or code in (select tour from tour_attendees where person in (\(list: codes)))
                """, order: "from_day desc")
        return [
            Held(
                Words("学习考察", "Study tours"),
                [Words("考察", "Tour"), Words("日期", "Days"), Words("身份", "As"), Words("状态", "State")],
                tours.map { tour in
                    [
                        .text(tour.scheme.title), .days(tour.scheme.from, tour.scheme.to),
                        codes.contains(tour.scheme.leader) ? .say("带队", "leader") : .say("成员", "member"),
                        .words(tour.stage.words),
                    ]
                })
        ]
    }
}
