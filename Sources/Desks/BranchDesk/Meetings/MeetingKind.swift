import Records
import Store
import Vocabulary

/// What a branch meets for (组织生活的种类).
enum MeetingKind: String, Named, Stored {
    case general, committee, group, lecture, themedDay, life

    var words: Words {
        switch self {
        case .general: Words("党员大会", "General meeting")
        case .committee: Words("支委会", "Committee")
        case .group: Words("党小组会", "Group meeting")
        case .lecture: Words("党课", "Lecture")
        case .themedDay: Words("主题党日", "Themed day")
        case .life: Words("组织生活会", "Organisation-life meeting")
        }
    }

    /// How many months one is owed in.
    var months: Int {
        switch self {
        case .committee, .group, .themedDay: 1
        case .general, .lecture: 3
        case .life: 12
        }
    }

    func owed(_ rules: BranchRules) -> Int {
        switch self {
        case .general: rules.generalMeetings
        case .committee: rules.committees
        case .group: rules.groups
        case .lecture: rules.lectures
        case .themedDay: rules.themedDays
        case .life: rules.lifeMeetings
        }
    }

    /// Kinds of activity that are one of these, whoever reported them; a meeting is told by the branch's own record alone.
    var activities: [ActivityKind] {
        switch self {
        case .lecture: [.partyLecture]
        case .themedDay: ThemedKind.allCases.map(\.activity)
        case .general, .committee, .group, .life: []
        }
    }
}

/// What a themed day is made of, which decides what it counts as (主题党日的形式).
enum ThemedKind: String, Named, Stored {
    case general, reading, film, field, birthday

    var words: Words {
        switch self {
        case .general: Words("一般主题党日", "Themed day")
        case .reading: Words("阅读书籍", "Reading of a book")
        case .film: Words("观看影剧", "Film showing")
        case .field: Words("现场教学", "Field teaching")
        case .birthday: Words("政治生日", "Political birthday")
        }
    }

    var activity: ActivityKind {
        switch self {
        case .general: .themedDay
        case .reading: .reading
        case .film: .filmShowing
        case .field: .fieldTeaching
        case .birthday: .politicalBirthday
        }
    }
}

/// How it is held.
enum MeetingForm: String, Named, Stored {
    case inPerson, field, video, joint

    var words: Words {
        switch self {
        case .inPerson: Words("集中", "In person")
        case .field: Words("现场", "In the field")
        case .video: Words("视频", "By video")
        case .joint: Words("联合", "With another branch")
        }
    }
}
