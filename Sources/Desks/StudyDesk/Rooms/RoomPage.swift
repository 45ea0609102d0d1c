import Pages
import Records
import Storage
import Store
import Vocabulary

/// Papers of a reading room.
enum RoomDocument: String, Named, Stored {
    case photograph, catalogue, other

    var words: Words {
        switch self {
        case .photograph: Words("照片", "Photograph")
        case .catalogue: Words("图书目录", "List of books")
        case .other: Words("其他", "Other")
        }
    }
}

extension ReadingRoom: EvidenceBearer {
    typealias Document = RoomDocument

    func ended(in reading: some Reading) throws -> Words? {
        closed == nil ? nil : Words("学习书屋已经撤销", "The room is closed")
    }
}

extension ReadingRoom: PagedNoun {
    static let path = "/study/rooms/:code"
    static let acts: [any RecordAct<ReadingRoom>.Type] = [LookAtRoom.self, ChangeRoom.self, CloseRoom.self]
    static let seeing = Words("查看学习书屋", "See the reading room")
    var title: String { scheme.name }

    static let listing: Listing<ReadingRoom> = {
        var listing = Listing<ReadingRoom>(
            Words("学习书屋", "Reading rooms"),
            columns: [
                .title(Words("名称", "Name"), sort: "name"),
                RoomScheme.form.column("unit", of: \.scheme, sort: "unit"),
                RoomScheme.form.column("place", of: \.scheme, sort: "place_at"),
                .number("books", Words("图书", "Books"), unit: Words("册", "books"), sort: "books") { $0.scheme.books },
                RoomScheme.form.column("opened", of: \.scheme, .off),
                .day("since", Words("设置", "Since"), .off, sort: "since_day") { $0.scheme.since },
                .day("looked", Words("上次核查", "Last looked at")) { $0.lastLook?.day },
                ListColumn(
                    "photograph", Words("照片", "Photograph"), .off,
                    text: { room, ask in
                        ask.say(try ask.reading.hasPhotograph(room) ? Words("有", "yes") : Words("缺", "missing"))
                    }
                ), .code(), RoomState.column(),
            ],
            filters: [
                .search(Words("名称、地点或编号", "Name, place or number"), ReadingRoom.self),
                .unit(Words("单位", "Unit"), column: "unit"), RoomState.filter,
            ], order: "unit, code", empty: Words("还没有登记学习书屋", "No reading room was entered yet"),
            sentence: RoomState.sentence)
        listing.since = ListedSince(Words("登记", "entered")) { "entered_day <= \($0)" }
        return listing
    }()

    func page(_ ask: Ask) throws -> Page {
        let state = try RoomState.state(of: self, ask)
        var page = try Page(
            of: self, ask,
            .sheet(
                closed.map { day in
                    .section(.p(.b(.say("已撤销（", "Closed (")), .day(day), .say("）：", "): "), .text(reason)))
                } ?? .nothing, try RoomScheme.form.facts(scheme, ask), try looked(ask),
                try ask.evidence(
                    of: self,
                    required: closed == nil
                        ? [RequiredPaper(.photograph, why: Words("书屋以照片为证", "A room is shown by its photograph"))] : []),
                try ask.history(ask.steps(of: ReadingRoom.self, code, RoomScheme.form, \.scheme) { _, _, _ in })))
        page.sentence = .group([
            .text(try ask.naming.unitName(scheme.unit)), .say("，", ", "), .text(scheme.place), .say("。", ". "),
            .b(.class(state.mark.rawValue), .words(state.words)), .say("。", "."), ask.standsToday,
        ])
        return page
    }

    private func looked(_ ask: Ask) throws -> HTML {
        .part(
            Words("历次核查", "Looked at"), id: "looks", aside: .say("\(looks.count)次", String(looks.count)),
            looks.isEmpty
                ? .p(.class("quiet"), .say("还没有核查过。", "Nobody looked at it yet."))
                : .data(
                    .say("历次核查", "Looked at"),
                    [
                        DataHead(.say("日期", "Day"), .lead),
                        DataHead(.say("图书", "Books"), .meta, isNumber: true, unit: Words("册", "books")),
                        DataHead(.say("说明", "Remark"), .below), DataHead(.say("情况", "Found"), .end),
                    ],
                    looks.reversed().map { look in
                        [
                            .day(look.day), .text(String(look.books)), .text(look.remark),
                            .standing(look.finding == .asSaid ? .met : .behind, look.finding.words),
                        ]
                    }))
    }
}

extension Reading {
    func hasPhotograph(_ room: ReadingRoom) throws -> Bool {
        try evidence(of: room).contains { $0.document == .photograph && $0.withdrawn == nil }
    }
}
