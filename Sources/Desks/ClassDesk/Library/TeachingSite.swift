import Pages
import Spelling
import Store
import Vocabulary

/// Where is taught on the spot (现场教学点; work-classes 23). Visits are counted from timetables.
struct TeachingSite: LibraryNoun {
    var code: String
    var entry: SiteEntry
    var entered: Day
    var stop: LibraryStop?

    init(code: String, entry: SiteEntry, entered: Day) {
        self.code = code
        self.entry = entry
        self.entered = entered
    }

    static let table = Table<TeachingSite>(
        "teaching_sites",
        Column("code") { $0.code }, Column("name") { $0.entry.name }, Column("theme") { $0.entry.theme },
        Column("county") { $0.entry.county }, Column("address") { $0.entry.address },
        Column("minutes") { $0.entry.minutes }, Column("grade") { $0.entry.grade },
        Column("graded_day") { $0.entry.graded }, Column("owner") { $0.entry.owner },
        Column("contact") { $0.entry.contact }, Column("capacity") { $0.entry.capacity },
        Column("course") { $0.entry.course }, Column("half_hours") { $0.entry.halfHours },
        Column("open_days") { $0.entry.open }, Column("entered_day") { $0.entered },
        Column("stopped_day") { $0.stop?.day }, Column("stop_reason") { $0.stop?.reason ?? "" },
        Column("kind") { $0.entry.kind }
    ) {
        code, name, theme, county, address, minutes, grade, graded, owner, contact, capacity, course, halfHours, open,
        entered, stopped, reason, kind in
        var entry = SiteEntry()
        (entry.name, entry.theme, entry.county, entry.address, entry.minutes) = (name, theme, county, address, minutes)
        (entry.grade, entry.graded, entry.owner, entry.contact) = (grade, graded, owner, contact)
        (entry.capacity, entry.course, entry.halfHours, entry.open) = (capacity, course, halfHours, open)
        entry.kind = kind
        var made = TeachingSite(code: code, entry: entry, entered: entered)
        made.stop = LibraryStop(stopped, reason)
        return made
    }
    static let searched = ["name", "code", "theme", "county"]
    static let path = "/sites/:code"
    static let series = CodeSeries(rawValue: "JD")
    static let adding = Words("新增现场教学点", "Enter a site")
    static let condition = "site"
    static func used(in session: ClassSession) -> String? { session.siteCode }
}

/// As sites are graded and given a plaque (等级).
enum SiteGrade: String, Named, Stored {
    case first, second, third, none

    var words: Words {
        switch self {
        case .first: Words("一级", "First")
        case .second: Words("二级", "Second")
        case .third: Words("三级", "Third")
        case .none: Words("未定级", "Not graded")
        }
    }
}

struct SiteEntry: LibraryEntry {
    var name = ""
    var theme = ""
    var county = ""
    var address = ""
    /// By bus from the school.
    var minutes = 30
    var grade = SiteGrade.none
    /// Of that grade since (定级、挂牌日期).
    var graded: Day?
    var owner = ""
    var contact = ""
    /// How many it takes at once.
    var capacity = 50
    var course = ""
    /// Of which its lesson is; nil: it was entered before that was asked for.
    var kind: CourseKind?
    var halfHours = 0
    var open = ""

    var title: String { name }

    var withoutContacts: SiteEntry {
        var entry = self
        entry.contact = ""
        return entry
    }

    static let form = Form<SiteEntry>(
        .init(
            Words("现场教学点", "Site"), .text(\.name, "name", Words("名称", "Name"), rule: .name),
            .text(\.theme, "theme", Words("教学主题", "Theme")),
            .text(\.county, "county", Words("县区", "County"), rule: .name),
            .text(\.address, "address", Words("地址", "Address"), isRequired: false),
            .number(\.minutes, "minutes", Words("车程（分钟）", "Minutes by bus"), in: 0...1000),
            .choice(\.grade, "grade", Words("等级", "Grade")),
            .dayIfAny(\.graded, "graded", Words("定级（挂牌）日期", "Graded since"))),
        .init(
            Words("接待", "Visits"), .text(\.owner, "owner", Words("管理单位", "Kept by"), isRequired: false, rule: .name),
            .text(
                \.contact, "contact", Words("联系人和电话", "Contact"),
                hint: Words("只有教务和组织部看得到", "Only the school and the office see it"), isRequired: false),
            .number(\.capacity, "capacity", Words("一次容纳人数", "Takes at once"), in: 1...5000),
            .text(\.course, "course", Words("现场课名称", "Lesson"), isRequired: false),
            .choice(
                unchosen: \.kind, "kind", Words("现场课类别", "Kind of the lesson"),
                hint: Words("课程结构按此计算学时", "By it the composition of a class is counted")),
            .hours(\.halfHours, "hours", Words("现场课学时", "Hours of the lesson"), most: 12),
            .text(
                \.open, "open", Words("开放日期", "Open"), hint: Words("如：周二至周日，周一闭馆", "Such as: all days but Mondays"),
                isRequired: false)))
}

extension TeachingSite {
    static let listing = Listing<TeachingSite>(
        Words("现场教学点", "Field-teaching sites"),
        columns: [
            .title(Words("名称", "Name"), key: "name", sort: "name"),
            SiteEntry.form.column("theme", of: \.entry), SiteEntry.form.column("county", of: \.entry, sort: "county"),
            .number("minutes", Words("车程", "By bus"), unit: Words("分钟", "minutes"), sort: "minutes") {
                $0.entry.minutes
            }, SiteEntry.form.column("grade", of: \.entry, sort: "grade"),
            SiteEntry.form.column("kind", of: \.entry, .off, sort: "kind"),
            .day("graded", Words("定级", "Graded"), .off, sort: "graded_day") { $0.entry.graded },
            .number("capacity", Words("容纳", "Takes"), unit: Words("人", "people"), sort: "capacity") {
                $0.entry.capacity
            }, SiteEntry.form.column("address", of: \.entry, .file), SiteEntry.form.column("owner", of: \.entry, .file),
            ListColumn(
                "contact", Words("联系人和电话", "Contact"), .file,
                text: { row, ask in ask.keepsLibrary ? row.entry.contact : "" }),
            SiteEntry.form.column("course", of: \.entry, .file), SiteEntry.form.column("open", of: \.entry, .file),
            TeachingSite.usedColumn(Words("今年接待（次）", "Visits this year")), .code(),
            LibraryState<TeachingSite>.column(sort: "stopped_day"),
        ],
        filters: [
            .search(Words("名称、主题或县区", "Name, theme or county"), TeachingSite.self),
            .choice("grade", Words("等级", "Grade"), SiteGrade.self) { grade, _ in "grade = \(grade)" },
            ListFilter(
                name: "within", words: Words("车程不超过（分钟）", "Within minutes"), kind: .whole(0...1000),
                control: { _, chosen in .textField("within", chosen, width: .short, mode: "numeric") },
                meant: { _, typed in
                    guard let number = Int(typed), (0...1000).contains(number) else { return nil }
                    return (String(number), "minutes <= \(number)")
                }), LibraryState<TeachingSite>.filter,
        ], order: "county, name", empty: Words("还没有现场教学点", "There are no sites yet"),
        sentence: LibraryState<TeachingSite>.sentence)
}

extension SiteEntry {
    var identity: String { "\(county)\u{1F}\(name)" }
    var told: String { "\(county)，\(theme)，容纳\(capacity)人" }

    static var example: SiteEntry {
        var entry = SiteEntry()
        (entry.name, entry.theme, entry.county, entry.address) = ("示例教育基地", "党史", "河畔县", "河畔县解放路1号")
        (entry.course, entry.kind, entry.halfHours, entry.open) = ("现场教学：党史", .partySpirit, 6, "周一闭馆")
        return entry
    }
}
