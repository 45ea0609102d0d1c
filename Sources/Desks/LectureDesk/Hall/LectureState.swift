import Pages
import Records
import Spelling
import Storage
import Store
import Vocabulary

/// Where a lecture stands today, in one word.
enum LectureState: String, Stated {
    case toApply, applyOverdue, toApprove, returned, toAnnounce, toCome, toRecord, recordOverdue, recorded, cancelled

    var words: Words {
        switch self {
        case .toApply: Words("待申请", "To be applied for")
        case .applyOverdue: Words("申请逾期", "Application overdue")
        case .toApprove: Words("待审批", "To be approved")
        case .returned: Words("退回修改", "Returned")
        case .toAnnounce: Words("待通知", "To be announced")
        case .toCome: Words("已通知，未举行", "To come")
        case .toRecord: Words("待纪实", "To be recorded")
        case .recordOverdue: Words("纪实逾期", "Record overdue")
        case .recorded: Words("已纪实", "On record")
        case .cancelled: Words("已取消", "Cancelled")
        }
    }

    var mark: Mark {
        switch self {
        case .toApply: .notYetDue
        case .applyOverdue, .recordOverdue: .overdue
        case .toApprove, .toAnnounce, .toRecord: .next
        case .returned: .behind
        case .toCome: .onCourse
        case .recorded: .met
        case .cancelled: .excused
        }
    }

    static let told: [LectureState] = [
        .toApply, .applyOverdue, .toApprove, .returned, .toAnnounce, .toCome, .toRecord, .recordOverdue, .recorded,
    ]

    static let onRecord: SQL = """
        exists (select lecture from hall_records where lecture = hall_lectures.code and taken_back_day is null)
        """

    func condition(_ ask: Ask) throws -> SQL {
        let (rules, today) = (try ask.lectureRules, ask.today)
        // A day within so many of today is one for which it should be applied by now.
        let isLate: SQL = """
            ((origin = \(SpeakerOrigin.mainland) and day < \(today + rules.applyDays))
            or (origin = \(SpeakerOrigin.outside) and day < \(today + rules.outsideDays)))
            """
        let told: SQL = "stage = \(LectureStage.announced) and not \(Self.onRecord)"
        let latest = try ask.workingCalendar.before(today, rules.recordDays)
        return switch self {
        case .toApply: "stage = \(LectureStage.planned) and not \(isLate)"
        case .applyOverdue: "stage = \(LectureStage.planned) and \(isLate)"
        case .toApprove: "stage = \(LectureStage.applied)"
        case .returned: "stage = \(LectureStage.returned)"
        case .toAnnounce: "stage = \(LectureStage.approved)"
        case .toCome: "\(told) and day >= \(today)"
        case .toRecord: "\(told) and day < \(today) and day >= \(latest)"
        case .recordOverdue: "\(told) and day < \(today) and day < \(latest)"
        case .recorded: "stage <> \(LectureStage.cancelled) and \(Self.onRecord)"
        case .cancelled: "stage = \(LectureStage.cancelled)"
        }
    }

    static func state(of lecture: HallLecture, _ ask: Ask) throws -> LectureState {
        let rules = try ask.lectureRules
        switch lecture.stage {
        case .planned: return lecture.applyDue(rules) < ask.today ? .applyOverdue : .toApply
        case .applied: return .toApprove
        case .returned: return .returned
        case .approved: return .toAnnounce
        case .cancelled: return .cancelled
        case .announced: break
        }
        if try ask.reading.record(of: lecture) != nil { return .recorded }
        if lecture.scheme.day >= ask.today { return .toCome }
        return try ask.workingCalendar.after(lecture.scheme.day, rules.recordDays) < ask.today
            ? .recordOverdue : .toRecord
    }

    static let waits: [WaitingState<LectureState>] = [
        .init(.applyOverdue, ApplyLecture.self, of: .office) { lecture, ask in try lecture.applySaid(ask) },
        .init(.toApply, ApplyLecture.self, of: .office) { lecture, ask in try lecture.applySaid(ask) },
        .init(.returned, ApplyLecture.self, of: .office, isReturned: true) { lecture, _ in .text(lecture.remark) },
        .init(.toApprove, DecideLecture.self, of: .office) { lecture, _ in lecture.daySaid },
        .init(.toAnnounce, AnnounceLecture.self, of: .office) { lecture, _ in lecture.daySaid },
        .init(.recordOverdue, RecordHallLecture.self, of: .office) { lecture, ask in try lecture.recordSaid(ask) },
        .init(.toRecord, RecordHallLecture.self, of: .office) { lecture, ask in try lecture.recordSaid(ask) },
    ]
}

extension HallLecture {
    func applyDue(_ rules: LectureRules) -> Day { scheme.day - scheme.applyDays(rules) }

    fileprivate var daySaid: HTML { .group([.day(scheme.day), .say(" 举行，", ", "), .text(scheme.speaker.text)]) }

    fileprivate func applySaid(_ ask: Ask) throws -> HTML {
        .group([
            .day(applyDue(try ask.lectureRules)), .say(" 前申请，", " is the day of the application; "), daySaid,
        ])
    }

    fileprivate func recordSaid(_ ask: Ask) throws -> HTML {
        let due = try ask.workingCalendar.after(scheme.day, try ask.lectureRules.recordDays)
        return .group([
            .day(scheme.day), .say(" 举行，", " held; "), .day(due), .say(" 前纪实", " is the day of the record"),
        ])
    }
}

extension HallLecture: PagedNoun {
    static let path = "/lectures/hall/:code"
    static let acts: [any RecordAct<HallLecture>.Type] = [
        ApplyLecture.self, DecideLecture.self, AnnounceLecture.self, RecordHallLecture.self, ChangeSeats.self,
        ChangeLecture.self, ReapplyLecture.self, PostponeLecture.self, CorrectHallLecture.self, TakeLectureBack.self,
        CancelLecture.self,
    ]
    static let seeing = Words("查看这一期", "See the lecture")
    var title: String { "第\(issue)期：\(scheme.topic)" }

    /// A lecture is the office's until it is announced.
    static func seen(by reader: Reader) -> SQL { reader.unit == nil ? .always : "announced_day is not null" }

    static func asked(_ ask: Ask) throws -> HallLecture {
        let lecture = try ask.one(HallLecture.self)
        guard ask.reader.unit == nil || lecture.announced != nil else { throw NotFound(context: ask.context) }
        return lecture
    }

    /// As the list itself would find them.
    static func named(_ ask: Ask, _ typed: String) throws -> [Found] {
        try Found.some(
            listing.words, HallLecture.self,
            where: "(\(SQL.found(HallLecture.self, by: typed))) and \(seen(by: ask.reader))",
            order: listing.order, address: ask.context.link(listAddress, ("q", typed)), ask
        ) { lecture in
            .init(
                lecture.title, lecture.address,
                remark: .group([.day(lecture.scheme.day), " ", .text(lecture.scheme.speaker.text)]))
        }
    }

    func crumbs(_ ask: Ask) throws -> [Frame.Crumb] {
        [LectureHome.crumb, Self.home, Frame.Crumb(Words(title, title), address)]
    }

    static let listing: Listing<HallLecture> = {
        var listing = Listing<HallLecture>(
            Words("大讲堂各期", "Lectures of the hall"),
            columns: [
                .title(Words("题目", "Topic"), sort: "topic"),
                .day("day", Words("日期", "Day"), sort: "day") { $0.scheme.day },
                LectureScheme.form.column("speaker", of: \.scheme, sort: "speaker"),
                LectureScheme.form.column("heldAt", of: \.scheme),
                LectureScheme.form.column("way", of: \.scheme, .off),
                .number("places", Words("名额", "Places"), unit: Words("人", "places"), sort: "places") {
                    $0.scheme.places
                },
                ListColumn(
                    "came", Words("到会", "Came"), .figure, unit: Words("人", "people"),
                    text: { lecture, ask in
                        try ask.reading.record(of: lecture).map { String($0.outcome.came) } ?? ""
                    }),
                ListColumn(
                    "unit", Words("主办单位", "Organiser"), .off, sort: "unit",
                    text: { lecture, ask in try ask.naming.unitName(lecture.unit) }),
                .day("planned", Words("原定日期", "Planned for"), .off, sort: "planned_day") { $0.planned }, .code(),
                LectureState.column(sort: "stage"),
            ],
            filters: [
                .search(Words("题目、主讲人或编号", "Topic, speaker or number"), HallLecture.self),
                .unit(Words("主办单位", "Organiser"), column: "unit"), .series, .speaker,
                .year(Words("年度", "Year"), column: "day"), LectureState.filter,
            ], order: "day desc", empty: Words("还没有审定的大讲堂年度安排", "No series was approved yet"),
            sentence: LectureState.sentence)
        listing.base = { HallLecture.seen(by: $0.reader) }
        listing.crumbs = { _ in [LectureHome.crumb] }
        return listing
    }()
}

extension ListFilter {
    /// Of one series, by its code.
    fileprivate static var series: ListFilter {
        ListFilter(name: "series", words: Words("年度安排", "Series"), control: nil) { ask, typed in
            guard TextRule.name.flaw(in: typed) == nil,
                let series = try ask.reading.one(HallSeries.self, typed, for: ask.reader)
            else { return nil }
            return (series.title, "series = \(series.code)")
        }
    }

    /// Of one speaker of the trainer library, by their code there.
    fileprivate static var speaker: ListFilter {
        ListFilter(name: "trainer", words: Words("主讲人", "Speaker"), control: nil) { ask, typed in
            guard TextRule.name.flaw(in: typed) == nil,
                let trainer = try ask.reading.one(LibraryTrainer.self, typed, for: ask.reader)
            else { return nil }
            return (trainer.printed, "trainer = \(trainer.code)")
        }
    }
}
