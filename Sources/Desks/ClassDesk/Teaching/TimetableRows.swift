import Pages
import Store
import Vocabulary

/// The timetable day by day: what is taught, what stood there before, what is wrong with it, and what whoever plans does with
/// each session.
struct TimetableRows {
    private let found: TrainingClass
    private let sheet: TimetableSheet
    private let check: TimetableCheck
    private let library: LibraryInUse
    /// Whether the reader may move and replace sessions now.
    let isOpen: Bool
    /// Half-days of days that are worked in which nothing is taught; none where nobody could fill them.
    private let free: [ClassHalf]

    init(_ found: TrainingClass, _ sheet: TimetableSheet, _ check: TimetableCheck, _ library: LibraryInUse, _ ask: Ask)
        throws
    {
        (self.found, self.sheet, self.check, self.library) = (found, sheet, check, library)
        isOpen =
            MoveSession.isAllowed(to: ask.reader)
            ? try MoveSession.notNow(found, in: ask.reading, for: ask.reader, on: ask.today) == nil : false
        free = isOpen ? found.freeHalves(besides: sheet, check.calendar) : []
    }

    var html: HTML {
        let heads = [
            DataHead(.say("时段", "Half"), .meta), DataHead(.say("课程（活动）内容", "Course"), .lead),
            DataHead(.say("类别", "Kind"), .meta),
            DataHead(.say("授课人", "Trainer"), .meta), DataHead(.say("地点", "Place"), .meta),
            DataHead(.say("学时", "Hours"), .meta, isNumber: true, unit: Words("学时", "hours")),
            DataHead(.say("状态", "State"), .end),
        ]
        return .data(.say("课程表", "Timetable"), heads, groups)
    }

    /// What a row that was dragged sends.
    var dragForm: HTML {
        isOpen ? .dragForm(MoveSession.address(of: found), ["session", "day", "half"]) : .nothing
    }

    private var groups: [DataGroup] {
        let (olds, left) = sheet.replacedAt
        var rows: [ClassHalf: [[HTML]]] = [:]
        for (place, named) in sheet.named.enumerated() {
            rows[named.session.place, default: []].append(row(named, place, olds[place]))
        }
        for old in left { rows[old.session.place, default: []].append(row(old)) }
        for place in free { rows[place, default: []].append(row(free: place)) }
        let days = Dictionary(grouping: rows.keys, by: \.day)
        return days.keys.sorted().map { day in
            DataGroup(
                Words("\(day.iso) \(day.weekdayWords.zh)", "\(day.iso) \(day.weekdayWords.en)"),
                (days[day] ?? []).sorted().flatMap { rows[$0] ?? [] },
                count: sheet.sessions.count { $0.day == day })
        }
    }

    private func row(_ named: NamedSession, _ place: Int, _ olds: [ReplacedSession]) -> [HTML] {
        let session = named.session
        let remarks = check.remarks[place]
        func old(_ text: (ClassSession) -> String, besides now: String) -> HTML {
            .each(olds.map { text($0.session) }.filter { !$0.isEmpty && $0 != now }) { .small(.struck($0)) }
        }
        return [
            .group([
                .words(session.half.words), isOpen ? .dragged([("session", named.name)]) : .nothing,
                target(session.place),
            ]),
            .group([
                linked(session.course, session.courseCode, Course.self, session.caseCode, TeachingCase.self),
                session.way == .classroom ? .nothing : .small(.words(session.way.words)),
                .each(olds) { .small(.struck($0.session.course), " ", .words($0.said)) },
                .each(remarks) { .p(.class("error"), .words($0)) }, acts(named),
            ]), library.kind(of: session).map { .words($0.words) } ?? "–",
            .group([
                linked(session.trainer, session.trainerCode, Trainer.self),
                old(\.trainer, besides: session.trainer),
            ]),
            .group([
                linked(session.room, session.roomCode, Room.self, session.siteCode, TeachingSite.self),
                old(\.room, besides: session.room),
            ]), .text(Figure.plain(Double(session.halfHours) / 2)),
            remarks.isEmpty
                ? .standing(.met, Words("已定", "Settled"))
                : check.isWantedTwice[place]
                    ? .standing(.overdue, Words("冲突", "Clash")) : .standing(.behind, Words("待核对", "To look at")),
        ]
    }

    /// What was replaced in a half-day that has fewer sessions now.
    private func row(_ old: ReplacedSession) -> [HTML] {
        [
            .words(old.session.half.words),
            .group([.struck(old.session.course), .small(.words(old.said))]), "–", .struck(old.session.trainer),
            .struck(old.session.room), .struck(Figure.plain(Double(old.session.halfHours) / 2)),
            .standing(.excused, Words("已更换", "Replaced")),
        ]
    }

    private func row(free place: ClassHalf) -> [HTML] {
        [
            .group([.words(place.half.words), target(place)]), .span(.class("quiet"), .say("没有排课", "nothing yet")),
            .nothing, .nothing, .nothing, .nothing, .standing(.notYetDue, Words("空", "Free")),
        ]
    }

    private func target(_ place: ClassHalf) -> HTML {
        isOpen ? .dragTarget([("day", place.day.iso), ("half", place.half.rawValue)]) : .nothing
    }

    private func acts(_ named: NamedSession) -> HTML {
        guard isOpen else { return .nothing }
        let name = Query.encoded(named.name)
        return .div(
            .class("btns no-print"),
            .act("\(MoveSession.address(of: found))?session=\(name)", MoveSession.button, .small),
            .act("\(ReplaceSession.address(of: found))?session=\(name)", ReplaceSession.button, .small))
    }
}

/// What is in the library opens its page.
func linked<One: LibraryNoun>(_ text: String, _ code: String?, _ type: One.Type) -> HTML {
    code.map { .link(One.address(of: $0), .text(text)) } ?? .text(text)
}

private func linked<One: LibraryNoun, Other: LibraryNoun>(
    _ text: String, _ one: String?, _ type: One.Type, _ other: String?, _ otherType: Other.Type
) -> HTML {
    one == nil ? linked(text, other, otherType) : linked(text, one, type)
}

extension HTML {
    static func struck(_ text: String) -> HTML { .element("del", [.class("was"), .text(text)]) }
}

extension TrainingClass {
    /// A class of months has more of them than anybody looks for on one page.
    private static let mostDays = 60

    /// Mornings and afternoons of its worked days in which nothing is taught.
    func freeHalves(besides sheet: TimetableSheet, _ calendar: WorkingCalendar) -> [ClassHalf] {
        guard scheme.days <= Self.mostDays else { return [] }
        let taken = Set(sheet.sessions.map(\.place))
        return (0..<max(0, scheme.days)).map { scheme.opening + $0 }.filter(calendar.isWorked).flatMap { day in
            [HalfDay.morning, .afternoon].map { ClassHalf(day: day, half: $0) }
        }.filter { !taken.contains($0) }
    }
}
