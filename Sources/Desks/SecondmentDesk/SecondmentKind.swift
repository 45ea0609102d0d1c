import Spelling
import Store
import Vocabulary

/// The four batches of secondments (“四个一批”): for whom each is, and where it leads.
enum SecondmentKind: String, Named, Stored {
    case out, up, down, special

    var words: Words {
        switch self {
        case .out: Words("外挂", "Out")
        case .up: Words("上挂", "Up")
        case .down: Words("下挂", "Down")
        case .special: Words("特挂", "Special")
        }
    }

    /// For whom it is and where it leads, as whoever chooses it is told.
    var about: Words {
        switch self {
        case .out:
            Words("优秀年轻处科级干部到国家部委、经济发达地区", "Young officials of middle rank to ministries and developed regions")
        case .up:
            Words("县乡两级专业性强的年轻干部到区市对口部门", "Young professional staff of county and township to departments above")
        case .down:
            Words(
                "市直年轻科级干部、没有乡镇经历的年轻干部到乡镇、村",
                "Section-level officials, or staff who know no township, to townships and villages")
        case .special:
            Words("新提拔的年轻科级干部到信访、审批、市政、园区", "The newly promoted to petitions, approvals, city management and parks")
        }
    }

    /// What the kind asks of a person besides what all kinds ask.
    var conditions: [KindCondition] {
        switch self {
        case .out: [.ranked]
        case .up: [.fromBelow]
        case .down: [.rankedOrNoTownship]
        case .special: [.ranked, .newlyPromoted]
        }
    }

    /// Kinds of unit that it leads to; empty: wherever somebody takes them.
    var hosts: Set<UnitKind> {
        switch self {
        case .out, .special: []
        case .up: [.city, .department, .partySchool, .institution]
        case .down: [.township, .village]
        }
    }
}

/// What one kind asks of a person.
enum KindCondition: Sendable, Hashable {
    /// Of section or division level.
    case ranked
    /// Works in a county or township.
    case fromBelow
    /// Section level, or never worked in a township or village.
    case rankedOrNoTownship
    /// Came to the present rank a short time ago.
    case newlyPromoted
}

/// Yes, no, or not known: of what the records do not tell.
enum Answer: String, Named, Stored {
    case yes, no, unknown

    var words: Words {
        switch self {
        case .yes: Words("是", "yes")
        case .no: Words("否", "no")
        case .unknown: Words("未核实", "not known")
        }
    }
}

/// The highest degree of somebody, as it is recommended with.
enum Degree: String, Named, Stored {
    case other, college, bachelor, master, doctor

    var words: Words {
        switch self {
        case .other: Words("大专以下", "below college")
        case .college: Words("大专", "college")
        case .bachelor: Words("本科", "bachelor")
        case .master: Words("硕士研究生", "master")
        case .doctor: Words("博士研究生", "doctor")
        }
    }

    var isBachelor: Bool { self != .other && self != .college }
}

extension CodeSeries {
    static let secondmentPost = CodeSeries(rawValue: "GW")
    static let nomination = CodeSeries(rawValue: "GT")
    static let secondment = CodeSeries(rawValue: "GZ")
    static let secondmentLeave = CodeSeries(rawValue: "GJ")
    static let secondmentExtension = CodeSeries(rawValue: "GY")
}
