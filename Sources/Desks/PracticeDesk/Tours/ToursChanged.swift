import Pages
import Store
import Vocabulary

extension StudyTour {
    /// What others did to tours of units within reach: a decision is told as what was decided.
    static func changed(_ ask: Ask, since seq: Int) throws -> [Changed] {
        let acts: [any Act.Type] = [FileTour.self, FileTourAgain.self, WithdrawTour.self]
        return try Changed.some(StudyTour.self, since: seq, ask) { tour, row in
            let stage = try row.after.map { try StudyTour(journaled: $0).stage }
            let words =
                row.act == DecideTour.name
                ? stage?.words ?? DecideTour.words : acts.first { $0.name == row.act }?.words ?? Words("变动", "changed")
            return (words, tour.scheme.title, "/tours/\(tour.code)")
        }
    }
}
