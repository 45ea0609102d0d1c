import ActivityDesk
public import Pages
import PracticeDesk

/// The desks of the program; a new one is listed here, and nowhere else.
public let desks: [Desk] = [activityDesk, practiceDesk]
