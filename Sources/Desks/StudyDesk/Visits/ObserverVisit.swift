import Pages
import Spelling
import Store
import Vocabulary

/// A visit of observers to a group as it is arranged (列席旁听).
struct VisitScheme: Sendable, Hashable {
    var day = Day.unset
    var lead = ""
    var observers: [String] = []
    /// Whom the host turns to.
    var contact = ""
    var focus = ""

    static let form = Form<VisitScheme>(
        .init(
            Words("旁听安排", "The visit"), .day(\.day, "day", Words("旁听日期", "Day")),
            .person(\.lead, "lead", Words("旁听组长", "Led by")),
            .persons(\.observers, "observers", Words("旁听组成员", "Observers"), isRequired: false, most: 20),
            .text(\.contact, "contact", Words("联系人和电话", "Contact"), isRequired: false),
            .text(
                \.focus, "focus", Words("旁听重点", "What is looked at"),
                hint: Words("只看学习组织情况", "How the study is organised"),
                isRequired: false)))
}

/// What observers found: of the group's work, never of a person.
struct VisitReport: Sendable, Hashable {
    var came = Day.unset
    var organisation = Look.fine
    var content = Look.fine
    var form = Look.fine
    var effect = Look.fine
    var archive = Look.fine
    var strong = ""
    var problems = ""
    var advice = ""

    static let form = Form<VisitReport>(
        .init(
            Words("旁听报告", "Report"), .day(\.came, "came", Words("实际旁听日期", "Came on")),
            .choice(\.organisation, "organisation", Words("组织", "Organisation")),
            .choice(\.content, "content", Words("内容", "Content")), .choice(\.form, "form", Words("形式", "Form")),
            .choice(\.effect, "effect", Words("效果", "Effect")), .choice(\.archive, "archive", Words("档案", "Archive")),
            .longText(
                \.strong, "strong", Words("好的做法", "Strong points"),
                hint: Words("只写中心组的学习情况，不评价个人", "Of the group, not of persons"),
                rows: 3),
            .longText(\.problems, "problems", Words("存在问题", "Problems"), isRequired: false, rows: 3),
            .longText(\.advice, "advice", Words("意见建议", "Advice"), isRequired: false, rows: 3)))

    var characters: Int { strong.count + problems.count + advice.count }
}

enum Look: String, Named, Stored {
    case fine, improve

    var words: Words { self == .fine ? Words("较好", "fine") : Words("需改进", "to be improved") }
}

/// A visit on its way: arranged by the office, prepared by the host, reported on, answered.
struct ObserverVisit: Noun {
    var code: String
    var team: String
    var unit: String
    var scheme: VisitScheme
    var arranged: Day
    var stage: VisitStage
    var remark: String
    /// The host's papers were sent on.
    var sent: Day?
    var reported: Day?
    var report: VisitReport
    var replied: Day?
    var reply: String

    static let table = Table<ObserverVisit>(
        "observer_visits",
        Column("code") { $0.code }, Column("team") { $0.team }, Column("unit") { $0.unit },
        Column("planned_day") { $0.scheme.day }, Column("lead_person") { $0.scheme.lead },
        Column("contact") { $0.scheme.contact }, Column("focus") { $0.scheme.focus },
        Column("arranged_day") { $0.arranged }, Column("stage") { $0.stage }, Column("remark") { $0.remark },
        Column("sent_day") { $0.sent }, Column("came_day") { $0.reported == nil ? nil : $0.report.came },
        Column("reported_day") { $0.reported }, Column("organisation") { $0.report.organisation },
        Column("content") { $0.report.content }, Column("form") { $0.report.form },
        Column("effect") { $0.report.effect }, Column("archive") { $0.report.archive },
        Column("strong_points") { $0.report.strong }, Column("problems") { $0.report.problems },
        Column("advice") { $0.report.advice }, Column("replied_day") { $0.replied }, Column("reply") { $0.reply }
    ) {
        (
            code: String, team: String, unit: String, day: Day, lead: String, contact: String, focus: String,
            arranged: Day, stage: VisitStage, remark: String, sent: Day?, came: Day?, reported: Day?,
            organisation: Look, content: Look, form: Look, effect: Look, archive: Look, strong: String,
            problems: String, advice: String, replied: Day?, reply: String
        ) in
        ObserverVisit(
            code: code, team: team, unit: unit,
            scheme: VisitScheme(day: day, lead: lead, contact: contact, focus: focus), arranged: arranged,
            stage: stage, remark: remark, sent: sent, reported: reported,
            report: VisitReport(
                came: came ?? .unset, organisation: organisation, content: content, form: form, effect: effect,
                archive: archive, strong: strong, problems: problems, advice: advice), replied: replied, reply: reply)
    }
    static let lists = [
        NounList<ObserverVisit>(
            \.scheme.observers, owner: "visit", Table("visit_observers", Column("person") { $0 }, make: { $0 }))
    ]
    static let reach = Reach.unit("unit")
    static let searched = ["code"]
}

enum VisitStage: String, Named, Stored {
    case planned, cancelled

    var words: Words { self == .planned ? Words("已安排", "Arranged") : Words("已取消", "Cancelled") }
}
