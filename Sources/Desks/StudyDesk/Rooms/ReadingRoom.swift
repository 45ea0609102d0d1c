import Pages
import Records
import Spelling
import Storage
import Store
import Vocabulary

/// A unit's reading room as it is described (学习书屋、读书园地).
struct RoomScheme: Sendable, Hashable {
    var unit = ""
    var name = ""
    var place = ""
    var since = Day.unset
    /// About how many titles it has.
    var books = 0
    /// When it is open, in words: 工作日8:30至18:00.
    var opened = ""
    var keeper = ""

    static let form = Form<RoomScheme>(
        .init(
            Words("学习书屋", "The reading room"), .unit(\.unit, "unit", Words("单位", "Unit")),
            .text(\.name, "name", Words("名称", "Name"), hint: Words("如：职工书屋、读书园地", "What it is called"), rule: .name),
            .text(\.place, "place", Words("地点", "Place"), rule: .name),
            .day(\.since, "since", Words("设置日期", "Since")),
            .number(\.books, "books", Words("图书约数", "Books, about"), in: 0...1_000_000),
            .text(
                \.opened, "opened", Words("开放时间", "Open"),
                hint: Words("如：工作日8:30至18:00", "Such as workdays from 8:30 to 18:00")),
            .text(\.keeper, "keeper", Words("管理人、电话", "Kept by"), isRequired: false)))
}

/// Whether a room was found as it is described.
enum RoomFinding: String, Named, Stored {
    case asSaid, toMend

    var words: Words { self == .asSaid ? Words("正常开放", "open as said") : Words("需要整改", "to be mended") }
}

/// That somebody looked at a room (每年核查): when, how many books, how it was found.
struct RoomLook: Sendable, Hashable {
    var day = Day.unset
    var books = 0
    var finding = RoomFinding.asSaid
    var remark = ""

    static let form = Form<RoomLook>(
        .init(
            Words("核查", "What was found"), .day(\.day, "day", Words("核查日期", "Looked at on")),
            .number(\.books, "books", Words("图书约数", "Books, about"), in: 0...1_000_000),
            .choice(\.finding, "finding", Words("情况", "Found")),
            .longText(
                \.remark, "remark", Words("说明", "Remark"), hint: Words("需要整改的，写明改什么", "What is to be mended"),
                isRequired: false, limit: 200, rows: 2)))
}

/// A reading room on record: a fact with a photograph, looked at every year. It is no library: nothing is lent here.
struct ReadingRoom: Noun {
    var code: String
    var scheme: RoomScheme
    var entered: Day
    var closed: Day?
    var reason: String
    var looks: [RoomLook]

    static let table = Table<ReadingRoom>(
        "reading_rooms", Column("code") { $0.code }, Column("unit") { $0.scheme.unit },
        Column("name") { $0.scheme.name }, Column("place_at") { $0.scheme.place },
        Column("since_day") { $0.scheme.since }, Column("books") { $0.scheme.books },
        Column("opened") { $0.scheme.opened }, Column("keeper") { $0.scheme.keeper },
        Column("entered_day") { $0.entered }, Column("closed_day") { $0.closed }, Column("reason") { $0.reason }
    ) { code, unit, name, place, since, books, opened, keeper, entered, closed, reason in
        ReadingRoom(
            code: code,
            scheme: RoomScheme(
                unit: unit, name: name, place: place, since: since, books: books, opened: opened, keeper: keeper),
            entered: entered, closed: closed, reason: reason, looks: [])
    }
    static let lists = [
        NounList<ReadingRoom>(
            \.looks, owner: "room",
            Table(
                "reading_room_looks", Column("looked_day") { $0.day }, Column("books") { $0.books },
                Column("finding") { $0.finding }, Column("remark") { $0.remark }, make: RoomLook.init))
    ]
    static let reach = Reach.unit("unit")
    static let searched = ["name", "place_at", "code"]

    var lastLook: RoomLook? { looks.max { $0.day < $1.day } }
}
