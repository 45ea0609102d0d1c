import Training

extension ActivityProblem {
    /// The fields that it was found from. Where one of them could not be read, something else stood in for it, and the problem
    /// says nothing.
    var fields: [String] {
        switch self {
        case .noTitle, .titleTooLong, .titleUnfit: ["title"]
        case .endsBeforeItBegins, .tooLong: ["from", "to"]
        case .notYetOver: ["to"]
        case .unknownOrganiser: ["content"]
        case .organiserNotOpen: ["content", "from"]
        case .unknownTeam: ["team"]
        case .teamOfAnotherUnit: ["content", "team"]
        case .teamNotOpen: ["team", "from"]
        case .hoursNotInHalves: ["hours"]
        case .hoursOutOfRange: ["hours", "from", "to"]
        case .filedInTheFuture: ["filed"]
        case .approvedInTheFuture: ["approved"]
        case .approvedBeforeFiled: ["filed", "approved"]
        case .reportedInTheFuture: ["reported"]
        case .reportedBeforeTheEnd: ["reported", "to"]
        case .attachmentWithoutName, .attachmentUnfit, .tooManyAttachments, .attachmentInTheFuture: ["attachments"]
        case .unlikely(let day):
            switch day.field {
            case .from: ["from"]
            case .filed: ["filed", "from", "to"]
            case .approved: ["approved", "from", "to"]
            case .reported: ["reported", "from", "to"]
            case .attachment: ["attachments", "from", "to"]
            }
        case .unfitWord: ["kind", "topic", "audience"]
        case .tooManyParticipants, .unknownPerson, .personTwice: ["participants"]
        case .participantHours: ["participants", "hours", "from", "to"]
        case .alreadyReported: ["kind", "title", "content", "team", "from", "to"]
        }
    }
}
