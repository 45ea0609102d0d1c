import Pages
import Spelling
import Store
import Vocabulary

/// Somebody who teaches, as the school knows them (师资库). No account and no identity number is kept.
struct Trainer: LibraryNoun {
    var code: String
    var entry: TrainerEntry
    var entered: Day
    var stop: LibraryStop?

    init(code: String, entry: TrainerEntry, entered: Day) {
        self.code = code
        self.entry = entry
        self.entered = entered
    }

    static let table = Table<Trainer>(
        "trainers",
        Column("code") { $0.code }, Column("name") { $0.entry.name }, Column("origin") { $0.entry.origin },
        Column("unit_name") { $0.entry.unit }, Column("post") { $0.entry.post }, Column("band") { $0.entry.band },
        Column("field") { $0.entry.field }, Column("phone") { $0.entry.phone }, Column("pay") { $0.entry.pay },
        Column("entered_day") { $0.entered }, Column("stopped_day") { $0.stop?.day },
        Column("stop_reason") { $0.stop?.reason ?? "" }
    ) { code, name, origin, unit, post, band, field, phone, pay, entered, stopped, reason in
        var entry = TrainerEntry()
        (entry.name, entry.origin, entry.unit, entry.post, entry.band) = (name, origin, unit, post, band)
        (entry.field, entry.phone, entry.pay) = (field, phone, pay)
        var made = Trainer(code: code, entry: entry, entered: entered)
        made.stop = LibraryStop(stopped, reason)
        return made
    }
    static let lists = [
        NounList<Trainer>(
            \.entry.topics, owner: "trainer",
            Table(
                "trainer_topics", Column("title") { $0.title }, Column("half_hours") { $0.halfHours },
                Column("audience") { $0.audience }, make: TrainerTopic.init)),
        NounList(
            \.entry.away, owner: "trainer",
            Table("trainer_days_away", Column("from_day") { $0.from }, Column("to_day") { $0.to }, make: DaysAway.init)),
    ]
    static let searched = ["name", "code", "unit_name", "field"]
    static let path = "/trainers/:code"
    static let series = CodeSeries(rawValue: "SZ")
    static let adding = Words("新增教师", "Enter a trainer")
    static let condition = "trainer"
    static func used(in session: ClassSession) -> String? { session.trainerCode }
}

struct TrainerEntry: LibraryEntry {
    var name = ""
    var origin = TrainerOrigin.outside
    var unit = ""
    var post = ""
    var band = TitleBand.associate
    /// What they are versed in (专业领域).
    var field = ""
    var topics: [TrainerTopic] = []
    var phone = ""
    var pay = LecturePay.paid
    /// When they cannot teach (不能授课的日期).
    var away: [DaysAway] = []

    var title: String { name }

    /// As timetables print it: `沈砚秋（市行政学院教授）`.
    var printed: String { unit.isEmpty && post.isEmpty ? name : "\(name)（\(unit)\(post)）" }

    var withoutContacts: TrainerEntry {
        var entry = self
        entry.phone = ""
        return entry
    }

    func isAway(on day: Day) -> Bool { away.contains { $0.from <= day && day <= $0.to } }
}

/// In the school's own service, or not (校内、校外).
enum TrainerOrigin: String, Named, Stored {
    case inside, outside

    var words: Words { self == .inside ? Words("本校", "Own staff") : Words("外聘", "From outside") }
}

/// By which the ceiling of a lecture's fee is set (职称档次; work-classes 9).
enum TitleBand: String, Named, Stored {
    case academician, professor, associate, lecturer, assistant, leader

    var words: Words {
        switch self {
        case .academician: Words("院士、全国知名专家", "Academician or national expert")
        case .professor: Words("正高", "Full professor")
        case .associate: Words("副高", "Associate professor")
        case .lecturer: Words("中级", "Lecturer")
        case .assistant: Words("初级", "Assistant")
        case .leader: Words("领导干部", "Leading official")
        }
    }
}

/// Whether lectures are paid for (是否付讲课费).
enum LecturePay: String, Named, Stored {
    case paid, unpaid

    var words: Words { self == .paid ? Words("付讲课费", "Paid") : Words("不付", "Not paid") }
}

/// Something that a trainer lectures on (可授专题).
struct TrainerTopic: Sendable, Hashable {
    var title = ""
    var halfHours = 0
    var audience = ""
}

struct DaysAway: Sendable, Hashable {
    var from = Day.unset
    var to = Day.unset
}

extension TrainerEntry {
    static let form = Form<TrainerEntry>(
        .init(
            Words("教师", "Trainer"),
            .text(\.name, "name", Words("姓名", "Name"), rule: .name).alsoCalled("教师姓名", "授课人"),
            .choice(\.origin, "origin", Words("来源", "Origin")),
            .text(\.unit, "unit", Words("单位", "Unit"), isRequired: false, rule: .name),
            .text(\.post, "post", Words("职务、职称", "Post"), isRequired: false, rule: .name),
            .choice(
                \.band, "band", Words("职称档次", "Title band"),
                hint: Words("讲课费上限按此计算", "The ceiling of fees follows from it")),
            .text(\.field, "field", Words("专业领域", "Field"), isRequired: false, rule: .name),
            .text(
                \.phone, "phone", Words("联系电话", "Telephone"),
                hint: Words("只有教务和组织部看得到", "Only the school and the office see it"),
                isRequired: false, rule: TextRule(limit: 40)),
            .choice(
                \.pay, "pay", Words("讲课费", "Lecture fees"), hint: Words("本校教师一般不付", "Own staff is usually not paid"))),
        .init(
            Words("可授专题", "Topics"),
            .rows(
                \.topics, "topics", Words("可授专题", "Topics"),
                of: Form<TrainerTopic>(
                    .init(
                        Words("专题", "Topic"), .text(\.title, "title", Words("题目", "Title")),
                        .hours(\.halfHours, "hours", Words("学时", "Hours"), most: 40),
                        .text(\.audience, "audience", Words("对象", "For whom"), isRequired: false, rule: .name))),
                blank: TrainerTopic(), isRequired: false, most: 30)),
        .init(
            Words("不能授课的日期", "Days not free"),
            .rows(
                \.away, "away", Words("不能授课的日期", "Days not free"),
                of: Form<DaysAway>(
                    .init(
                        Words("日期", "Days"), .day(\.from, "from", Words("自", "From")),
                        .day(\.to, "to", Words("至", "To")))),
                blank: DaysAway(), isRequired: false, most: 30)))

    func problems(in reading: some Reading) -> [LibraryProblem] {
        away.enumerated().filter { $1.from != .unset && $1.to != .unset && $1.to < $1.from }
            .map { .endsBeforeItBegins(row: $0.offset) }
    }

    func remarks(besides code: String, _ ask: Ask) throws -> [Words] {
        var found: [Words] = []
        let namesakes = try ask.all(
            Trainer.self, where: "name = \(name) and \(SQL.allBut(code))", order: "code", limit: 5)
        if let twin = namesakes.first(where: { $0.entry.unit == unit }) {
            found.append(
                Words("师资库已有同单位的\(name)：\(twin.code)", "\(name) of this unit is in the library already: \(twin.code)"))
        }
        if origin == .inside, pay == .paid {
            found.append(Words("本校教师填了付讲课费，请核对", "Own staff is marked as paid: check it"))
        }
        return found
    }
}

extension Trainer {
    static let listing = Listing<Trainer>(
        Words("师资库", "Trainers"),
        columns: [
            .title(Words("姓名", "Name"), key: "name", sort: "name"),
            TrainerEntry.form.column("unit", of: \.entry, sort: "unit_name"),
            TrainerEntry.form.column("post", of: \.entry, .off),
            TrainerEntry.form.column("origin", of: \.entry, sort: "origin"),
            TrainerEntry.form.column("band", of: \.entry, sort: "band"),
            TrainerEntry.form.column("field", of: \.entry, sort: "field"),
            TrainerEntry.form.column("topics", of: \.entry, .file),
            TrainerEntry.form.column("pay", of: \.entry, .file),
            ListColumn(
                "phone", Words("联系电话", "Telephone"), .file,
                text: { row, ask in ask.keepsLibrary ? row.entry.phone : "" }),
            Trainer.usedColumn(Words("今年授课（次）", "Lessons this year")),
            ListColumn(
                "hours", Words("今年学时", "Hours this year"), .file, as: .number,
                text: { row, ask in
                    Figure.plain(Double(try ask.usedThisYear()[row.code, default: UsedSum()].halfHours) / 2)
                }), .day("entered", Words("入库", "Since"), .off, sort: "entered_day") { $0.entered }, .code(),
            LibraryState<Trainer>.column(sort: "stopped_day"),
        ],
        filters: [
            .search(Words("姓名、单位、领域", "Name, unit, field"), Trainer.self),
            .choice("origin", Words("来源", "Origin"), TrainerOrigin.self) { origin, _ in "origin = \(origin)" },
            .choice("band", Words("职称档次", "Title band"), TitleBand.self) { band, _ in "band = \(band)" },
            LibraryState<Trainer>.filter,
        ], order: "name", empty: Words("师资库还没有教师", "There are no trainers yet"),
        sentence: LibraryState<Trainer>.sentence)
}

extension TrainerEntry {
    var identity: String { "\(name)\u{1F}\(unit)" }
    var told: String { [unit + post, band.words.zh, field].filter { !$0.isEmpty }.joined(separator: "，") }

    static var example: TrainerEntry {
        var entry = TrainerEntry()
        (entry.name, entry.unit, entry.post, entry.field) = ("示例姓名", "市行政学院", "教授", "公共管理")
        (entry.band, entry.phone) = (.professor, "0951-6012345")
        entry.topics = [TrainerTopic(title: "数字政府建设", halfHours: 6, audience: "领导干部")]
        return entry
    }
}
