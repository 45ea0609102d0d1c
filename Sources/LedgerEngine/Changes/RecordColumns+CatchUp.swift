import Records
import Vocabulary

extension RecordColumns {
    /// Takes in what was recorded since these columns were laid out, before anything is counted from them.
    ///
    /// False where the columns are of no use now and must be laid out anew: a kind, topic or category that they do not
    /// know, or somebody they do not know.
    public func catchUp(with changes: [RecordChange]) -> Bool {
        let known = vocabularySize
        var voidings: [Voiding] = []
        var corrections: [Correction] = []
        for change in changes {
            switch change {
            case .reported(let activity, let participations):
                guard takeUp(activity, participations) else { return false }
            case .voided(let voiding):
                voidings.append(voiding)
            case .corrected(let correction, let activity, let participations):
                guard takeUp(activity, participations) else { return false }
                corrections.append(correction)
            case .person(let facts):
                guard knowsPlaces(of: facts) else { return false }
                _ = replace(facts)
            }
        }
        // All at once: looking for participations by their codes goes through every line.
        if !voidings.isEmpty || !corrections.isEmpty { take(voidings: voidings, corrections: corrections) }
        return vocabularySize == known
    }

    private func takeUp(_ activity: Activity, _ participations: [Participation]) -> Bool {
        // Asked first: columns are laid out for the words that were known then.
        guard units[activity.organiser] != nil, kinds[activity.kind.rawValue] != nil,
            activity.topics.allSatisfy({ topics[$0.rawValue] != nil }),
            activity.audience.allSatisfy({ categories[$0.rawValue] != nil }),
            participations.allSatisfy({ persons[$0.person] != nil })
        else { return false }
        _ = append(activity, participations)
        return true
    }
}
