import Plans
import Vocabulary

enum SmallPlan {
    /// 12 collective studies a year of every study group; open where a question is given.
    static func obligation(_ id: String, measure: Measure = .count, question: Question? = nil) -> Obligation {
        let groups = Population("studyGroups", "理论学习中心组", "study groups", .teams, teamKinds: [.studyGroup])
        return Obligation(
            id: id, task: "2", quote: "每年不少于12次", place: .init(start: 40, end: 48, line: 3, column: 5),
            rule: .init(measure: measure, value: 12, unit: .session, window: .years(1), recurs: true, bearer: .team),
            lead: ["宣传部"], responsible: ["宣传部", "各单位"],
            binding: question == nil ? Binding(kinds: [.collectiveStudy], population: groups) : nil, question: question,
            sentenceZh: "每年集中学习不少于12次。", sentenceEn: "At least 12 sessions a year.")
    }
}
