import Pages
import Storage
import Store
import Vocabulary

/// Where a secondment stands, in one word.
enum SecondmentState: String, Stated {
    case toApprove, toStart, startOverdue, away, endOverdue, toAppraise, toConfirm, closed, declined

    var words: Words {
        switch self {
        case .toApprove: Words("待审批", "To be approved")
        case .toStart: Words("待报到", "To report for work")
        case .startOverdue: Words("逾期未报到", "Did not report yet")
        case .away: Words("在岗", "Away")
        case .endOverdue: Words("到期未结束", "Over its time")
        case .toAppraise: Words("待鉴定", "To be appraised")
        case .toConfirm: Words("待派出单位签署", "To be signed at home")
        case .closed: Words("已办结", "Closed")
        case .declined: Words("未成行", "Declined")
        }
    }

    var mark: Mark {
        switch self {
        case .toApprove, .toAppraise, .toConfirm: .next
        case .toStart: .notYetDue
        case .startOverdue, .endOverdue: .overdue
        case .away: .onCourse
        case .closed: .met
        case .declined: .excused
        }
    }

    static let told: [SecondmentState] = [
        .toApprove, .toStart, .startOverdue, .away, .endOverdue, .toAppraise, .toConfirm,
    ]

    func condition(_ ask: Ask) -> SQL {
        let approved: SQL = "stage = \(RecordStage.approved)"
        let waits: SQL = "\(approved) and started_day is null"
        let away: SQL = "\(approved) and started_day is not null and ended_day is null"
        let ended: SQL = "\(approved) and ended_day is not null"
        let appraised: SQL = "exists (select 1 from secondment_appraisals a where a.secondment = secondments.code)"
        let signed: SQL = """
            exists (
                select 1 from secondment_appraisals a where a.secondment = secondments.code and a.home_day is not null)
            """
        return switch self {
        case .toApprove: "stage = \(RecordStage.proposed)"
        case .toStart: "\(waits) and report_by_day >= \(ask.today)"
        case .startOverdue: "\(waits) and report_by_day < \(ask.today)"
        case .away: "\(away) and to_day >= \(ask.today)"
        case .endOverdue: "\(away) and to_day < \(ask.today)"
        case .toAppraise: "\(ended) and not \(appraised)"
        case .toConfirm: "\(ended) and \(appraised) and not \(signed)"
        case .closed: "\(ended) and \(signed)"
        case .declined: "stage = \(RecordStage.declined)"
        }
    }

    static func state(of secondment: Secondment, _ ask: Ask) throws -> SecondmentState {
        switch secondment.stage {
        case .proposed: return .toApprove
        case .declined: return .declined
        case .approved: break
        }
        if secondment.started == nil {
            return (secondment.reportBy ?? secondment.from) < ask.today ? .startOverdue : .toStart
        }
        if secondment.ended == nil { return secondment.to < ask.today ? .endOverdue : .away }
        guard let appraisal = try ask.reading.appraisal(of: secondment) else { return .toAppraise }
        return appraisal.homeDay == nil ? .toConfirm : .closed
    }

    static let waits: [WaitingState<SecondmentState>] = [
        .init(.toApprove, ApproveSecondment.self, of: .office) { secondment, ask in
            .group([
                .text(try ask.naming.personName(secondment.person)), "，",
                .text(try ask.post(secondment.post)?.called(ask.naming) ?? ""),
            ])
        }
    ]
}

/// What a unit owes about somebody who is away or was: several may stand open at once, each for one side.
enum SecondmentDuty: String, Named {
    case start, workPlan, note, midTerm, end, appraise, confirm, outcome

    var words: Words {
        switch self {
        case .start: Words("待登记报到", "To report for work")
        case .workPlan: Words("待交工作计划", "Work plan due")
        case .note: Words("上月月报未交", "Line of last month due")
        case .midTerm: Words("待登记中期情况", "Mid-term look due")
        case .end: Words("到期未结束", "Over its time")
        case .appraise: Words("待鉴定", "To be appraised")
        case .confirm: Words("待派出单位签署", "To be signed at home")
        case .outcome: Words("待登记去向", "What came of it")
        }
    }

    /// Whose it is.
    var side: Side { self == .confirm || self == .outcome ? .home : .host }

    var act: any RecordAct<Secondment>.Type {
        switch self {
        case .start: StartSecondment.self
        case .workPlan: NoteWorkPlan.self
        case .note: WriteNote.self
        case .midTerm: LookMidTerm.self
        case .end: EndSecondment.self
        case .appraise: AppraiseSecondment.self
        case .confirm: ConfirmAppraisal.self
        case .outcome: TellOutcome.self
        }
    }

    func condition(_ ask: Ask) throws -> SQL {
        let away: SQL = "stage = \(RecordStage.approved) and started_day is not null and ended_day is null"
        let last = NoteMonth(ask.today).before
        return switch self {
        case .start: "stage = \(RecordStage.approved) and started_day is null and from_day <= \(ask.today)"
        case .workPlan: "\(away) and plan_day is null"
        case .note:
            """
            \(away) and started_day <= \(last.last) and not exists (
                select 1 from secondment_notes n where n.secondment = secondments.code and n.month = \(last.number))
            """
        case .midTerm:
            """
            \(away) and (started_day + to_day) / 2 <= \(ask.today) and not exists (
                select 1 from secondment_looks l where l.secondment = secondments.code)
            """
        case .end: SecondmentState.endOverdue.condition(ask)
        case .appraise: SecondmentState.toAppraise.condition(ask)
        case .confirm: SecondmentState.toConfirm.condition(ask)
        case .outcome:
            """
            ended_day is not null and outcome is null
            and ended_day <= \(ask.today.adding(months: -(try ask.secondmentRules.outcomeMonths)))
            """
        }
    }

    /// Of one secondment, as the condition has it.
    func isOpen(_ secondment: Secondment, _ ask: Ask) throws -> Bool {
        let condition = try condition(ask)
        return try ask.reading.count(
            Secondment.self, for: .everybody, where: "code = \(secondment.code) and \(condition)") > 0
    }

    /// By when it is to be done; nil: no day is set.
    func due(_ secondment: Secondment, _ ask: Ask) throws -> Day? {
        let rules = try ask.secondmentRules
        return switch self {
        case .start: secondment.reportBy
        case .workPlan: secondment.started.map { $0 + rules.planDays }
        case .note: NoteMonth(ask.today).first + (rules.noteBy - 1)
        case .midTerm: secondment.middle
        case .end: secondment.to
        case .appraise: secondment.ended.map { $0.day + rules.appraisalDays }
        case .confirm: nil
        case .outcome: secondment.ended?.day.adding(months: rules.outcomeMonths)
        }
    }

    /// What waits: for each unit what is its side's; for the office what is late, since it follows everybody.
    static func waiting(_ ask: Ask) throws -> [Waiting] {
        guard let unit = ask.reader.unit else { return [] }
        return try allCases.flatMap { duty -> [Waiting] in
            guard duty.isAllowed(to: ask.reader) else { return [] }
            let own = SQL.beneath(unit, column: duty.side == .home ? "home" : "host")
            return try Waiting.some(
                Words("挂职\(duty.words.zh)", "Secondments: \(duty.words.en.lowercased())"), Secondment.self,
                where: "\(try duty.condition(ask)) and \(own)", order: "from_day, code",
                address: "\(Secondment.listAddress)?duty=\(duty.rawValue)&side=\(duty.side.rawValue)", ask
            ) { secondment in
                let due = try duty.due(secondment, ask)
                return .init(
                    try ask.naming.personName(secondment.person), secondment.address,
                    remark: .group([
                        .text(try ask.post(secondment.post)?.called(ask.naming) ?? ""),
                        due.map { .group(["，", .day($0), .say(" 前", " is the day")]) } ?? .nothing,
                    ]), act: duty.button, at: duty.address(of: secondment))
            }
        }
    }

    /// Those that hosts or home units are late with, for the office that follows them.
    static func followed(_ ask: Ask) throws -> [Waiting] {
        guard ApproveSecondment.isAllowed(to: ask.reader) else { return [] }
        // Lines of the month before are late from the day after that of the rules.
        let isNoteLate = ask.today.civil.day > (try ask.secondmentRules.noteBy)
        return try [SecondmentState.startOverdue, .endOverdue].flatMap { state in
            try followed(state.words, state.condition(ask), at: state.listAddress, ask)
        }
            + (isNoteLate
                ? followed(
                    note.words, note.condition(ask), at: "\(Secondment.listAddress)?duty=\(note.rawValue)", ask) : [])
    }

    private static func followed(_ words: Words, _ condition: SQL, at address: String, _ ask: Ask) throws -> [Waiting] {
        try Waiting.some(
            Words("挂职\(words.zh)", "Secondments: \(words.en.lowercased())"), Secondment.self, where: condition,
            order: "from_day, code", address: address, ask
        ) { secondment in
            .init(
                try ask.naming.personName(secondment.person), secondment.address,
                remark: .text(try ask.post(secondment.post)?.called(ask.naming) ?? ""), act: Words("查看", "See"),
                at: secondment.address)
        }
    }

    func isAllowed(to reader: Reader) -> Bool { act.isAllowed(to: reader) }
    var button: Words { act.button }
    func address(of secondment: Secondment) -> String { act.address(of: secondment) }
}

extension Ask {
    /// Whose a secondment is, by name.
    func personOn(_ secondment: String) throws -> String {
        let person = try naming.once("person of \(secondment)") {
            try reading.one(Secondment.self, secondment, for: .everybody)?.person ?? secondment
        }
        return try naming.personName(person)
    }
}
