import Pages
import Spelling
import Store
import Vocabulary

/// What a unit files for one line of a year's programme (年度培训计划项目; work-classes 2).
struct LineScheme: Sendable, Hashable {
    /// The year it is for, by the code of its programme: `2027`.
    var programme = ""
    var title = ""
    var kind = ClassKind.special
    var organiser = ""
    var institution = ""
    var audience: [PersonCategory] = []
    var target = ""
    /// What it is for and about (目的和内容).
    var purpose = ""
    /// How often it is held (期数): each run becomes a class of its own.
    var runs = 1
    /// People and days of each run.
    var heads = 40
    var days = 3
    var hours = 0
    var time = LineTime()
    var place = ""
    /// For all runs together.
    var amount = Money.zero
    var fundedBy = ""
    var contact = ""
    var notes = ""
    /// What has to be taught in it (必修主题).
    var topics: [Topic] = []

    var year: Int { Int(programme) ?? 0 }
    var personTimes: Int { runs * heads }
    var personDays: Int { runs * heads * days }
}

/// When a line is to be held: a month, or ten days of it. It never stands for a day (拟办时间).
struct LineTime: Sendable, Hashable {
    var month = 1
    var part = MonthPart.whole

    var words: Words {
        let name = (1...12).contains(month) ? Self.months[month - 1] : String(month)
        return part == .whole
            ? Words("\(month)月", name) : Words("\(month)月\(part.words.zh)", "\(name) \(part.words.en)")
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    /// The last day on which it would still be held as planned.
    func last(in year: Int) -> Day {
        let day =
            switch part {
            case .early: 10
            case .middle: 20
            case .late, .whole: Day.length(ofMonth: month, year: year)
            }
        return Day(year: year, month: month, day: day) ?? .unset
    }
}

/// A part of a month (旬).
enum MonthPart: String, Named, Stored {
    case whole, early, middle, late

    var words: Words {
        switch self {
        case .whole: Words("全月", "whole month")
        case .early: Words("上旬", "1–10")
        case .middle: Words("中旬", "11–20")
        case .late: Words("下旬", "from 21")
        }
    }
}

/// A line of a year's programme, from its draft to what became of it.
struct ProgrammeLine: PagedNoun {
    var code: String
    var scheme: LineScheme
    var stage: LineStage
    /// The day on which its unit confirmed it (上报).
    var filed: Day?
    /// The day of the last decision or adjustment, what was said with it, and the document that it rests on (文号).
    var decided: Day?
    var remark: String
    var paper: String
    /// It was included after the programme had been issued, or changed since it was included (调整).
    var adjusted: Day?
    /// The line that it was merged into.
    var into: String
    /// The line of another year that it was copied from.
    var source: String

    static let table = Table<ProgrammeLine>(
        "programme_lines",
        Column("code") { $0.code }, Column("programme") { $0.scheme.programme }, Column("title") { $0.scheme.title },
        Column("kind") { $0.scheme.kind }, Column("organiser") { $0.scheme.organiser },
        Column("institution") { $0.scheme.institution }, Column("target") { $0.scheme.target },
        Column("purpose") { $0.scheme.purpose }, Column("runs") { $0.scheme.runs },
        Column("heads") { $0.scheme.heads }, Column("days") { $0.scheme.days }, Column("hours") { $0.scheme.hours },
        Column("month") { $0.scheme.time.month }, Column("part") { $0.scheme.time.part },
        Column("place_name") { $0.scheme.place }, Column("fen") { $0.scheme.amount },
        Column("funded_by") { $0.scheme.fundedBy }, Column("contact") { $0.scheme.contact },
        Column("notes") { $0.scheme.notes }, Column("stage") { $0.stage }, Column("filed_day") { $0.filed },
        Column("decided_day") { $0.decided }, Column("remark") { $0.remark }, Column("paper") { $0.paper },
        Column("adjusted_day") { $0.adjusted }, Column("merged_into") { $0.into }, Column("source") { $0.source }
    ) {
        code, programme, title, kind, organiser, institution, target, purpose, runs, heads, days, hours, month, part,
        place, amount, fundedBy, contact, notes, stage, filed, decided, remark, paper, adjusted, into, source in
        var scheme = LineScheme()
        (scheme.programme, scheme.title, scheme.kind) = (programme, title, kind)
        (scheme.organiser, scheme.institution, scheme.target) = (organiser, institution, target)
        (scheme.purpose, scheme.runs, scheme.heads) = (purpose, runs, heads)
        (scheme.days, scheme.hours, scheme.time) = (days, hours, LineTime(month: month, part: part))
        (scheme.place, scheme.amount, scheme.fundedBy) = (place, amount, fundedBy)
        (scheme.contact, scheme.notes) = (contact, notes)
        return ProgrammeLine(
            code: code, scheme: scheme, stage: stage, filed: filed, decided: decided, remark: remark, paper: paper,
            adjusted: adjusted, into: into, source: source)
    }
    static let lists = [
        NounList<ProgrammeLine>(
            \.scheme.audience, owner: "line",
            Table("line_audiences", Column("category") { $0.rawValue }, make: { PersonCategory(rawValue: $0) })),
        NounList(
            \.scheme.topics, owner: "line",
            Table("line_topics", Column("topic") { $0.rawValue }, make: { Topic(rawValue: $0) })),
    ]
    /// A draft is its unit's own; what was issued is read by everybody in the programme's versions.
    static let reach = Reach.unit("organiser")
    static let searched = ["title", "code"]

    static let path = "/programme/lines/:code"
    static let seeing = Words("查看这个项目", "See the line")
    static let acts: [any RecordAct<ProgrammeLine>.Type] = [
        ConfirmLine.self, DecideLine.self, ChangeLine.self, AdjustLine.self, MergeLine.self, NoteLineNotHeld.self,
        RestoreLine.self, CancelLine.self,
    ]

    var title: String { scheme.title }

    func crumbs(_ ask: Ask) throws -> [Frame.Crumb] {
        [
            YearProgramme.home,
            Frame.Crumb(YearProgramme.words(of: scheme.programme), YearProgramme.address(of: scheme.programme)),
            Frame.Crumb(Self.listing.words, "\(Self.listAddress)?programme=\(scheme.programme)"),
            Frame.Crumb(Words(title, title), address),
        ]
    }
}

/// Where a line stands on paper; whether it was held is told by its classes.
enum LineStage: String, Named, Stored {
    case draft, filed, returned, included, merged, cancelled, notHeld

    var words: Words {
        switch self {
        case .draft: Words("草稿", "Draft")
        case .filed: Words("已报", "Filed")
        case .returned: Words("退回", "Returned")
        case .included: Words("列入", "Included")
        case .merged: Words("已合并", "Merged")
        case .cancelled: Words("已取消", "Cancelled")
        case .notHeld: Words("未办", "Not held")
        }
    }

    /// Those that its unit still writes.
    static let open: [LineStage] = [.draft, .returned]
    /// Those on which the office is to decide, or its unit is to file.
    static let asked: [LineStage] = [.draft, .filed, .returned]
    /// Those that will not be held.
    static let gone: [LineStage] = [.merged, .cancelled, .notHeld]
}

extension CodeSeries {
    static let programmeLine = CodeSeries(rawValue: "F")
}
