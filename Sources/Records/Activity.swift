public import Vocabulary

/// Something held (活动): a class, a study session, a lecture, a tour, a document handed in.
public struct Activity: Hashable, Sendable, Codable {
    public var code: String
    public var kind: ActivityKind
    public var title: String
    /// Unit that held it.
    public var organiser: String
    /// Team that held it, where one did.
    public var team: String?
    /// Days held, both included.
    public var from: Day
    public var to: Day
    /// Hours of the whole activity, in halves.
    public var hours: Double
    public var topics: [Topic]
    /// Categories it was meant for; empty where it was for everybody.
    public var audience: [PersonCategory]
    /// Day the plan for it was filed (备案).
    public var filed: Day?
    public var approved: Day?
    /// Day the result was reported.
    public var reported: Day?
    /// Names of the attachments (方案, 成果报告), each with the day it was handed in.
    public var attachments: [Attachment]
    public var recorded: Day

    public init(
        code: String, kind: ActivityKind, title: String, organiser: String, team: String? = nil, from: Day, to: Day,
        hours: Double, topics: [Topic] = [], audience: [PersonCategory] = [], filed: Day? = nil, approved: Day? = nil,
        reported: Day? = nil, attachments: [Attachment] = [], recorded: Day
    ) {
        self.code = code
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
        self.recorded = recorded
    }
}

public struct Attachment: Hashable, Sendable, Codable {
    public var name: String
    public var day: Day

    public init(_ name: String, on day: Day) {
        self.name = name
        self.day = day
    }
}
