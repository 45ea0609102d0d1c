import Pages
import Spelling
import Store
import Vocabulary

/// What a class of one kind is usually like, for lines of any year to begin with (项目模板). A list of the site's, kept as its
/// libraries are.
struct LineTemplate: LibraryNoun {
    var code: String
    var entry: LineTemplateEntry
    var entered: Day
    var stop: LibraryStop?

    init(code: String, entry: LineTemplateEntry, entered: Day) {
        self.code = code
        self.entry = entry
        self.entered = entered
    }

    static let table = Table<LineTemplate>(
        "line_templates",
        Column("code") { $0.code }, Column("title") { $0.entry.title }, Column("kind") { $0.entry.kind },
        Column("institution") { $0.entry.institution }, Column("target") { $0.entry.target },
        Column("purpose") { $0.entry.purpose }, Column("runs") { $0.entry.runs }, Column("heads") { $0.entry.heads },
        Column("days") { $0.entry.days }, Column("hours") { $0.entry.hours },
        Column("month") { $0.entry.time.month }, Column("part") { $0.entry.time.part },
        Column("place_name") { $0.entry.place }, Column("funded_by") { $0.entry.fundedBy },
        Column("notes") { $0.entry.notes }, Column("entered_day") { $0.entered },
        Column("stopped_day") { $0.stop?.day }, Column("stop_reason") { $0.stop?.reason ?? "" }
    ) {
        code, title, kind, institution, target, purpose, runs, heads, days, hours, month, part, place, fundedBy, notes,
        entered, stopped, reason in
        var entry = LineTemplateEntry()
        (entry.title, entry.kind, entry.institution) = (title, kind, institution)
        (entry.target, entry.purpose, entry.runs, entry.heads) = (target, purpose, runs, heads)
        (entry.days, entry.hours, entry.time) = (days, hours, LineTime(month: month, part: part))
        (entry.place, entry.fundedBy, entry.notes) = (place, fundedBy, notes)
        var made = LineTemplate(code: code, entry: entry, entered: entered)
        made.stop = LibraryStop(stopped, reason)
        return made
    }
    static let lists = [
        NounList<LineTemplate>(
            \.entry.audience, owner: "template",
            Table("template_audiences", Column("category") { $0.rawValue }, make: { PersonCategory(rawValue: $0) })),
        NounList(
            \.entry.topics, owner: "template",
            Table("template_topics", Column("topic") { $0.rawValue }, make: { Topic(rawValue: $0) })),
    ]
    static let searched = ["title", "code"]
    static let path = "/programme/templates/:code"
    static let series = CodeSeries(rawValue: "MB")
    static let adding = Words("新增模板", "Enter a template")
    /// No timetable names one.
    static let condition = ""
    static func used(in session: ClassSession) -> String? { nil }

    func crumbs(_ ask: Ask) throws -> [Frame.Crumb] {
        [YearProgramme.home, Self.home, Frame.Crumb(Words(title, title), address)]
    }
}

struct LineTemplateEntry: LibraryEntry {
    var title = ""
    var kind = ClassKind.special
    var institution = ""
    var audience: [PersonCategory] = []
    var target = ""
    var purpose = ""
    var topics: [Topic] = []
    var runs = 1
    var heads = 40
    var days = 3
    var hours = 21
    /// When such a class is usually held.
    var time = LineTime()
    var place = ""
    var fundedBy = ""
    var notes = ""

    static let form = Form<LineTemplateEntry>(
        .init(
            Words("班次", "The class"),
            .text(\.title, "title", Words("班次名称", "Name"), hint: Words("带入后可以修改", "It can be changed in the line")),
            .choice(\.kind, "kind", Words("类别", "Kind")),
            .text(\.institution, "institution", Words("承办单位", "Institution"), isRequired: false, rule: .name),
            .longText(
                \.purpose, "purpose", Words("目的和内容", "Purpose and content"), isRequired: false, limit: 400, rows: 3),
            .topics(\.topics, Words("必修主题", "Topics that must be taught"))),
        .init(
            Words("对象和规模", "For whom, and how many"),
            .categories(\.audience, "audience"),
            .text(\.target, "target", Words("培训对象", "Who, in words"), isRequired: false),
            .number(\.runs, "runs", Words("期数", "Runs"), in: 1...99),
            .number(\.heads, "heads", Words("每期人数", "People a run"), in: 1...5000),
            .number(\.days, "days", Words("每期天数", "Days a run"), in: 1...400),
            .number(\.hours, "hours", Words("每期学时", "Hours a run"), in: 0...3000)),
        .init(
            Words("时间、地点和经费", "When, where and by what money"), .month(\.time.month), .part(\.time.part),
            .text(\.place, "place", Words("地点", "Place"), isRequired: false, rule: .name),
            .text(\.fundedBy, "fundedBy", Words("经费来源", "Paid from"), isRequired: false),
            .text(\.notes, "notes", Words("备注", "Notes"), isRequired: false)))
}

extension LineScheme {
    /// A line as its template has it, for one year and one organiser.
    init(_ template: LineTemplate, programme: String, organiser: String) {
        self.init()
        let entry = template.entry
        (self.programme, self.organiser) = (programme, organiser)
        (title, kind, institution) = (entry.title, entry.kind, entry.institution)
        (audience, target, purpose, topics) = (entry.audience, entry.target, entry.purpose, entry.topics)
        (runs, heads, days, hours) = (entry.runs, entry.heads, entry.days, entry.hours)
        (time, place, fundedBy, notes) = (entry.time, entry.place, entry.fundedBy, entry.notes)
    }
}

/// Writes a line as a template has it, as a draft of its unit (按模板编报).
struct DraftFromTemplate: Act {
    static let right = Right.report
    static let words = Words("按模板编报项目", "Drafted from a template")
    var template: String
    var use: TemplateUse

    func unit(in reading: some Reading) throws -> String? { use.organiser }

    func perform(in t: ActTransaction) throws -> ProgrammeLine {
        guard let found = try t.one(LineTemplate.self, template, for: t.reader) else {
            try t.refuse(LineProblem.unknown(template))
        }
        if let stop = found.stop { try t.refuse(LibraryProblem.isStopped(stop.day)) }
        guard try t.one(YearProgramme.self, use.programme, for: t.reader) != nil else {
            try t.refuse(LineProblem.unknown(use.programme))
        }
        return try t.draftLine(LineScheme(found, programme: use.programme, organiser: use.organiser))
    }
}

/// For which year and by whom a template is used.
struct TemplateUse: Sendable, Hashable {
    var programme = ""
    var organiser = ""

    static let form = Form<TemplateUse>(
        .init(
            Words("编入年度", "Into the year"),
            .option(
                \.programme, "programme", Words("年度", "Year"), among: YearProgramme.options,
                unknown: { Words("没有编制“\($0)”年度的计划", "There is no programme of “\($0)”") }),
            .unit(\.organiser, "organiser", Words("主办单位", "Organiser"))))
}

extension LineTemplateEntry {
    var identity: String { "\(kind.rawValue)\u{1F}\(title)" }
    var told: String { "\(kind.words.zh)，\(runs)期，每期\(heads)人、\(days)天" }

    static var example: LineTemplateEntry {
        var entry = LineTemplateEntry()
        (entry.title, entry.target, entry.place) = ("示例专题班", "各单位业务骨干", "市委党校")
        return entry
    }
}
