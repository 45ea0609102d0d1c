public import Vocabulary

/// A numbered task of a plan (任务).
public struct PlanTask: Hashable, Sendable, Codable, Identifiable {
    /// As printed: `17`, `3` for 第三条, `S1` under safeguards, position (`2.1`) where nothing is printed.
    public var number: String
    public var title: String
    /// From its heading to the next.
    public var place: SourcePlace
    public var lead: [String]
    public var responsible: [String]
    public var obligations: [Obligation]

    public var id: String { number }

    public init(
        number: String, title: String, place: SourcePlace, lead: [String] = [], responsible: [String] = [],
        obligations: [Obligation] = []
    ) {
        self.number = number
        self.title = title
        self.place = place
        self.lead = lead
        self.responsible = responsible
        self.obligations = obligations
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        number = try container.decode(String.self, forKey: .number)
        title = try container.decode(String.self, forKey: .title)
        place = try container.decode(SourcePlace.self, forKey: .place)
        lead = try container.decode([String].self, forKey: .lead)
        responsible = try container.decode([String].self, forKey: .responsible)
        obligations = try container.decode([Obligation].self, forKey: .obligations).map(\.held)
    }
}
