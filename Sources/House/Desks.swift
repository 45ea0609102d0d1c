import AccountDesk
import ActivityDesk
import ClassDesk
import NeedsDesk
import NoticeDesk
public import Pages
import PeopleDesk
import PracticeDesk
import StudyDesk

/// The desks of the program; a new one is listed here, and nowhere else.
private let workingDesks: [Desk] = [
    activityDesk, needsDesk, classDesk, studyDesk, practiceDesk, noticeDesk, peopleDesk, accountDesk,
]

/// With what every desk has: jobs, and forms that were not sent.
public let desks: [Desk] = workingDesks + [.jobs, .drafts(of: workingDesks)]
