public import Vocabulary

/// A plan as published (方案版本): dated, never altered afterwards.
public struct PlanEdition: Hashable, Sendable, Codable, Identifiable {
    /// `1`, `2`, ... in order of publishing.
    public var number: Int
    public var title: String
    public var inForce: Day
    public var publishedOn: Day
    /// The document itself, decoded, line ends as they stood.
    public var text: String
    public var tasks: [PlanTask]
    /// Kinds of activity in use, the lexicon's own included.
    public var kinds: ActivityKindCatalogue
    /// Obligations that a person set aside, with the reason.
    public var dismissed: [Dismissal]

    public var id: Int { number }
    public var obligations: [Obligation] { tasks.flatMap(\.obligations) }

    public init(
        number: Int, title: String, inForce: Day, publishedOn: Day, text: String, tasks: [PlanTask],
        kinds: ActivityKindCatalogue = .init(), dismissed: [Dismissal] = []
    ) {
        self.number = number
        self.title = title
        self.inForce = inForce
        self.publishedOn = publishedOn
        self.text = text
        self.tasks = tasks
        self.kinds = kinds
        self.dismissed = dismissed
    }
}

extension PlanEdition {
    /// From which day an obligation's windows are counted.
    public func begins(_ obligation: Obligation) -> Day { min(obligation.since ?? inForce, inForce) }
}

public struct Dismissal: Hashable, Sendable, Codable {
    public var task: String
    public var quote: String
    public var reason: String

    public init(task: String, quote: String, reason: String) {
        self.task = task
        self.quote = quote
        self.reason = reason
    }
}
