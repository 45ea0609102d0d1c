import Pages
import Store
import Vocabulary

extension StudyTour {
    /// What others did to tours of units within reach: a decision is told as what was decided.
    static func changed(_ ask: Ask, since seq: Int) throws -> [Changed] {
        try changed(ask, since: seq) { row in
            guard row.act == DecideTour.name else { return nil }
            return try row.after.map { try StudyTour(journaled: $0).stage.words }
        }
    }
}
