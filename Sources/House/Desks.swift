import AccountDesk
import ActivityDesk
import BranchDesk
import ClassDesk
import DrillDesk
import LectureDesk
import NeedsDesk
import NoticeDesk
public import Pages
import PeopleDesk
import PlanDesk
import PracticeDesk
import SecondmentDesk
import StudyDesk
import YearDesk

/// The desks of the program; a new one is listed here, and nowhere else.
private let workingDesks: [Desk] = [
    activityDesk, yearDesk, needsDesk, classDesk, studyDesk, branchDesk, lectureDesk, drillDesk, practiceDesk,
    secondmentDesk,
    noticeDesk, planDesk,
    peopleDesk, accountDesk,
]

/// With what every desk has: jobs, and forms that were not sent.
public let desks: [Desk] = workingDesks + [.jobs, .drafts(of: workingDesks)]

/// What desks put on the file that is kept of a person, a section each.
public let personFiles: [@Sendable (Ask, _ person: String) throws -> HTML?] = [{ try $0.titlesOnFile(of: $1) }]
