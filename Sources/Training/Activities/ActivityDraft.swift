public import Records
import Spelling
public import Vocabulary

/// An activity as somebody fills it in, before it has a code.
public struct ActivityDraft: Hashable, Sendable {
    public var kind: ActivityKind
    public var title: String
    public var organiser: String
    public var team: String?
    public var from: Day
    public var to: Day
    public var hours: Double
    public var topics: [Topic]
    public var audience: [PersonCategory]
    public var filed: Day?
    public var approved: Day?
    public var reported: Day?
    public var attachments: [Attachment]
    public var participants: [ParticipantDraft]

    public init(
        kind: ActivityKind, title: String, organiser: String, team: String? = nil, from: Day, to: Day, hours: Double,
        topics: [Topic] = [], audience: [PersonCategory] = [], filed: Day? = nil, approved: Day? = nil,
        reported: Day? = nil, attachments: [Attachment] = [], participants: [ParticipantDraft] = []
    ) {
        self.kind = kind
        self.title = title
        self.organiser = organiser
        self.team = team
        self.from = from
        self.to = to
        self.hours = hours
        self.topics = topics
        self.audience = audience
        self.filed = filed
        self.approved = approved
        self.reported = reported
        self.attachments = attachments
        self.participants = participants
    }
}

/// One person's part in a draft.
public struct ParticipantDraft: Hashable, Sendable {
    public var person: String
    public var role: ParticipationRole
    public var hours: Double
    public var completed: Bool

    public init(person: String, role: ParticipationRole = .attendee, hours: Double, completed: Bool = true) {
        self.person = person
        self.role = role
        self.hours = hours
        self.completed = completed
    }
}

extension ActivityDraft {
    /// The record that this draft becomes.
    public func activity(code: String, recorded: Day) -> Activity {
        let kept = spelled
        return Activity(
            code: code, kind: kind, title: kept.title, organiser: organiser, team: team, from: from, to: to,
            hours: hours, topics: kept.topics, audience: kept.audience, filed: filed, approved: approved,
            reported: reported, attachments: kept.attachments, recorded: recorded)
    }

    /// The same with its texts as they are kept, and nothing chosen twice. A text that cannot be kept stays as it was typed:
    /// such a draft is refused.
    var spelled: ActivityDraft {
        var draft = self
        draft.title = title.spelled
        draft.attachments = attachments.map { Attachment($0.name.spelled, on: $0.day) }
        draft.topics = topics.withoutRepetition
        draft.audience = audience.withoutRepetition
        return draft
    }

    /// The draft that a record, read back, would have come from.
    public init(_ activity: Activity, participants: [Participation]) {
        self.init(
            kind: activity.kind, title: activity.title, organiser: activity.organiser, team: activity.team,
            from: activity.from, to: activity.to, hours: activity.hours, topics: activity.topics,
            audience: activity.audience, filed: activity.filed, approved: activity.approved,
            reported: activity.reported, attachments: activity.attachments,
            participants: participants.map(ParticipantDraft.init))
    }
}

extension ParticipantDraft {
    public init(_ participation: Participation) {
        self.init(
            person: participation.person, role: participation.role, hours: participation.hours,
            completed: participation.completed)
    }

    func participation(code: String, activity: String, recorded: Day) -> Participation {
        Participation(
            code: code, activity: activity, person: person, role: role, hours: hours, completed: completed,
            recorded: recorded)
    }
}

extension String {
    fileprivate var spelled: String {
        do { return try TextRule.title.spelled(self) } catch { return withoutOuterSpace }
    }
}

extension Array where Element: Hashable {
    fileprivate var withoutRepetition: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
