import Pages
import Store
import Vocabulary

extension Trainee {
    /// Classes of some days that somebody is named for and that are not closed yet: a closed one is an activity.
    static func ahead(_ ask: Ask, _ person: [String], from: Day, to: Day) throws -> [Ahead] {
        try ask.reading.all(
            TrainingClass.self, for: .everybody,
            where: """
                stage = \(ClassStage.approved) and opening_day <= \(to) and closing_day >= \(from)
                and code in (
                    select class from trainees where person in (\(list: person))
                    and stage in (\(list: TraineeStage.seated + [.waiting])))
                and code not in (select class from class_closings where reopened_day is null)
                """, order: "opening_day, code"
        ).map { Ahead($0.title, $0.address, from: $0.scheme.opening, to: $0.scheme.closing) }
    }
}
