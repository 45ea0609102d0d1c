import Pages
import Spelling
import Store
import Vocabulary

/// Where classes meet (教室).
struct Room: LibraryNoun {
    var code: String
    var entry: RoomEntry
    var entered: Day
    var stop: LibraryStop?

    init(code: String, entry: RoomEntry, entered: Day) {
        self.code = code
        self.entry = entry
        self.entered = entered
    }

    static let table = Table<Room>(
        "rooms",
        Column("code") { $0.code }, Column("name") { $0.entry.name }, Column("place_name") { $0.entry.place },
        Column("capacity") { $0.entry.capacity }, Column("equipment") { $0.entry.equipment },
        Column("entered_day") { $0.entered }, Column("stopped_day") { $0.stop?.day },
        Column("stop_reason") { $0.stop?.reason ?? "" }
    ) { code, name, place, capacity, equipment, entered, stopped, reason in
        let entry = RoomEntry(name: name, place: place, capacity: capacity, equipment: equipment)
        var made = Room(code: code, entry: entry, entered: entered)
        made.stop = LibraryStop(stopped, reason)
        return made
    }
    static let searched = ["name", "code", "place_name"]
    static let path = "/rooms/:code"
    static let series = CodeSeries(rawValue: "JS")
    static let adding = Words("新增教室", "Enter a room")
    static let condition = "room"
    static func used(in session: ClassSession) -> String? { session.roomCode }
}

struct RoomEntry: LibraryEntry {
    var name = ""
    /// The building or campus.
    var place = ""
    var capacity = 50
    var equipment = ""

    var title: String { name }
    /// As timetables print it.
    var printed: String { place + name }

    static let form = Form<RoomEntry>(
        .init(
            Words("教室", "Room"),
            .text(
                \.name, "name", Words("名称", "Name"), hint: Words("如：301报告厅", "Such as: hall 301"), rule: .name
            ).alsoCalled("教室名称"),
            .text(\.place, "place", Words("楼栋、校区", "Building"), isRequired: false, rule: .name),
            .number(\.capacity, "capacity", Words("容纳人数", "Holds"), in: 1...5000),
            .text(\.equipment, "equipment", Words("设备", "Equipment"), isRequired: false)))
}

extension Room {
    static let listing = Listing<Room>(
        Words("教室", "Rooms"),
        columns: [
            .title(Words("名称", "Name"), key: "name", sort: "name"),
            RoomEntry.form.column("place", of: \.entry, sort: "place_name"),
            .number("capacity", Words("容纳人数", "Holds"), unit: Words("人", "people"), sort: "capacity") {
                $0.entry.capacity
            }, RoomEntry.form.column("equipment", of: \.entry, .off),
            Room.usedColumn(Words("今年使用（次）", "Used this year")), .code(),
            LibraryState<Room>.column(sort: "stopped_day"),
        ],
        filters: [
            .search(Words("名称、楼栋或编号", "Name, building or number"), Room.self),
            ListFilter(
                name: "holds", words: Words("至少容纳", "Holds at least"), kind: .whole(1...5000),
                control: { _, chosen in .textField("holds", chosen, width: .short, mode: "numeric") },
                meant: { _, typed in
                    guard let number = Int(typed), (1...5000).contains(number) else { return nil }
                    return (String(number), "capacity >= \(number)")
                }), LibraryState<Room>.filter,
        ], order: "place_name, name", empty: Words("还没有教室", "There are no rooms yet"),
        sentence: LibraryState<Room>.sentence)
}

extension RoomEntry {
    var identity: String { "\(place)\u{1F}\(name)" }
    var told: String { "\(place)，容纳\(capacity)人" }

    static var example: RoomEntry { RoomEntry(name: "示例报告厅", place: "二号楼", capacity: 200, equipment: "投影、扩音") }
}
