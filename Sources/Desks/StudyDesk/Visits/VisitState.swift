import Pages
import Records
import Storage
import Store
import Vocabulary

/// Where a visit stands, in one word.
enum VisitState: String, Stated {
    case toSend, sendOverdue, toVisit, toReport, reportOverdue, toReply, closed, cancelled

    var words: Words {
        switch self {
        case .toSend: Words("待送材料", "Papers to be sent")
        case .sendOverdue: Words("材料逾期", "Papers overdue")
        case .toVisit: Words("待旁听", "To come")
        case .toReport: Words("待报告", "Report due")
        case .reportOverdue: Words("报告逾期", "Report overdue")
        case .toReply: Words("待回复", "To be replied to")
        case .closed: Words("已回复", "Closed")
        case .cancelled: Words("已取消", "Cancelled")
        }
    }

    var mark: Mark {
        switch self {
        case .toSend, .toReport, .toReply: .next
        case .sendOverdue, .reportOverdue: .overdue
        case .toVisit: .notYetDue
        case .closed: .met
        case .cancelled: .excused
        }
    }

    static let told: [VisitState] = [.toSend, .sendOverdue, .toVisit, .toReport, .reportOverdue, .toReply]

    func condition(_ ask: Ask) throws -> SQL {
        let (calendar, rules, today) = (try ask.workingCalendar, try ask.studyRules, ask.today)
        let open: SQL = "stage = \(VisitStage.planned) and reported_day is null"
        // Papers are overdue once fewer working days are left; a report once as many have passed.
        let nearest = calendar.after(today - 1, rules.visitSendDays)
        let latest = calendar.before(today, rules.visitReportDays)
        return switch self {
        case .toSend: "\(open) and sent_day is null and planned_day >= \(today) and planned_day > \(nearest)"
        case .sendOverdue: "\(open) and sent_day is null and planned_day >= \(today) and planned_day <= \(nearest)"
        case .toVisit: "\(open) and sent_day is not null and planned_day >= \(today)"
        case .toReport: "\(open) and planned_day < \(today) and planned_day >= \(latest)"
        case .reportOverdue: "\(open) and planned_day < \(today) and planned_day < \(latest)"
        case .toReply: "stage = \(VisitStage.planned) and reported_day is not null and replied_day is null"
        case .closed: "stage = \(VisitStage.planned) and replied_day is not null"
        case .cancelled: "stage = \(VisitStage.cancelled)"
        }
    }

    static func state(of visit: ObserverVisit, _ ask: Ask) throws -> VisitState {
        if visit.stage == .cancelled { return .cancelled }
        if visit.replied != nil { return .closed }
        if visit.reported != nil { return .toReply }
        if visit.scheme.day < ask.today { return try visit.reportDue(ask) < ask.today ? .reportOverdue : .toReport }
        if visit.sent != nil { return .toVisit }
        return try visit.sendDue(ask) < ask.today ? .sendOverdue : .toSend
    }

    static let waits: [WaitingState<VisitState>] = [
        .init(.sendOverdue, SendVisitPapers.self, of: .unit) { visit, ask in try visit.comes(ask) },
        .init(.toSend, SendVisitPapers.self, of: .unit) { visit, ask in try visit.comes(ask) },
        .init(.toReply, ReplyToVisit.self, of: .unit) { visit, _ in
            visit.reported.map { .group([.say("报告于 ", "reported "), .day($0)]) } ?? .nothing
        },
        .init(.reportOverdue, ReportVisit.self, of: .office) { visit, ask in try visit.came(ask) },
        .init(.toReport, ReportVisit.self, of: .office) { visit, ask in try visit.came(ask) },
    ]
}

extension ObserverVisit {
    /// The host's papers are out by this day, so many working days before the visit.
    func sendDue(_ ask: Ask) throws -> Day { try ask.workingCalendar.before(scheme.day, ask.studyRules.visitSendDays) }

    func reportDue(_ ask: Ask) throws -> Day {
        try ask.workingCalendar.after(reported == nil ? scheme.day : report.came, ask.studyRules.visitReportDays)
    }

    fileprivate func comes(_ ask: Ask) throws -> HTML {
        .group([
            .day(scheme.day), .say(" 旁听，", " is the visit; "), .day(try sendDue(ask)),
            .say(" 前送材料", " is the day of the papers"),
        ])
    }

    fileprivate func came(_ ask: Ask) throws -> HTML {
        .group([
            .text(try ask.groupName(team)), " ", .day(try reportDue(ask)), .say(" 前报告", " is the day of the report"),
        ])
    }
}

extension ObserverVisit: PagedNoun {
    static let path = "/study/visits/:code"
    static let acts: [any RecordAct<ObserverVisit>.Type] = [
        SendVisitPapers.self, ReportVisit.self, ReplyToVisit.self, ChangeVisit.self, CancelVisit.self,
    ]
    static let seeing = Words("查看这次旁听", "See the visit")
    var title: String { "\(scheme.day.iso) 列席旁听" }

    static let listing: Listing<ObserverVisit> = {
        var listing = Listing<ObserverVisit>(
            Words("列席旁听", "Visits of observers"),
            columns: [
                .day("day", Words("日期", "Day"), sort: "planned_day") { $0.scheme.day },
                .title(Words("旁听", "Visit"), sort: "code"),
                ListColumn(
                    "group", Words("中心组", "Group"), sort: "team",
                    text: { row, ask in try ask.groupName(row.team) }),
                VisitScheme.form.column("lead", of: \.scheme, .off),
                .day("sent", Words("材料送出", "Papers sent"), .off, sort: "sent_day") { $0.sent },
                .day("reported", Words("报告", "Reported"), .off, sort: "reported_day") { $0.reported }, .code(),
                VisitState.column(sort: "stage"),
            ],
            filters: [
                .unit(Words("单位", "Unit"), column: "unit"), .group,
                .year(Words("年度", "Year"), column: "planned_day"), VisitState.filter,
            ], order: "planned_day desc", empty: Words("还没有安排列席旁听", "No visit was arranged yet"),
            sentence: VisitState.sentence)
        listing.since = ListedSince(Words("安排", "arranged")) { "arranged_day <= \($0)" }
        return listing
    }()
}
