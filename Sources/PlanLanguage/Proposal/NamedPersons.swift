import Plans
import Vocabulary

/// Whether an obligation may list persons by name (docs/decisions/0006): said once, for what the compiler proposes and for
/// what somebody answers.
struct NamedPersons {
    /// One figure of a rule: the kinds of activity that its words or its answer name, and the topics asked for.
    struct Figure {
        var kinds: [ActivityKind]
        var topics: [Topic]
    }

    var kinds: ActivityKindCatalogue
    /// Whom nobody lists, whatever is asked of them.
    var unlisted: [Population]

    /// One figure about belief or organisation life hides the persons of all: who has not met a rule has met none of them.
    func areListed(
        _ figures: [Figure], of population: Population, owedBy bearer: Bearer, under title: String
    ) -> Bool {
        // What is asked of the members of a team is the team's.
        let isCollective = bearer == .person && !population.teamKinds.isEmpty
        return !isCollective && !isUnlisted(population) && !Self.themesOfBelief.contains(where: title.contains)
            && !figures.contains(where: isIdeological)
    }

    /// What is named decides: a theory course is a training class, and training in general is no theory course.
    private func isIdeological(_ figure: Figure) -> Bool {
        !Topic.ideological.isDisjoint(with: figure.topics)
            || figure.kinds.contains { named in
                Self.organisationLife.contains { kinds.kinds(within: $0)?.contains(named) ?? false }
            }
    }

    private func isUnlisted(_ population: Population) -> Bool {
        unlisted.contains { $0.code == population.code || $0.roster != nil && $0.roster == population.roster }
    }

    /// A task under such a title is about belief whatever its clauses say one by one.
    private static let themesOfBelief = [
        "思想教育", "思想政治", "理论教育", "理论武装", "理论学习", "理论大讲堂", "政治理论", "政治训练", "政治路线", "党内政治生活", "党性教育",
        "党课", "初心使命", "生命线", "主题教育",
    ]

    /// Organisation life: counted, never listed by name.
    private static let organisationLife: [ActivityKind] = [
        .partyLecture, .themedDay, .politicalBirthday, .selfReview, .theoryCourse,
    ]
}
