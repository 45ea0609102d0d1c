import Pages
import Records
import Storage
import Store
import Training
import Vocabulary

extension Talk {
    func page(_ ask: Ask) throws -> Page {
        let rules = try ask.lectureRules
        let state = try TalkState.state(of: self, ask)
        // Whom to telephone is told to those who have to.
        let isOwn = try TalkSide.allCases.contains { try ask.naming.isWithinReach(unit(of: $0)) }
        var request = request
        if !isOwn { request.contact = "" }
        var page = try Page(
            of: self, ask,
            .sheet(
                .section(
                    .id("flow"), .div(.class("head"), .h2(.say("进程", "Progress"))),
                    .flow(try steps(state, rules, ask))), said, .warnings(try remarks(rules, ask)),
                try outcomePart(ask),
                .section(
                    .facts([
                        Fact(
                            Words("内训师", "Trainer"),
                            .link(
                                InHouseTrainer.address(of: request.trainer),
                                .text(try ask.trainerName(request.trainer)))),
                        Fact(Words("内训师单位", "Trainer's unit"), .text(try ask.naming.unitName(trainerUnit))),
                    ])), try TalkRequest.form.facts(request, ask), feedbackPart, try history(ask)))
        page.sentence = .group([
            .words(request.place.words), .say("，", ", "), .day(givenOn ?? request.day), .say("。", ". "),
            .b(.class(state.mark.rawValue), .words(state.words)), .say("。", "."), ask.standsToday,
        ])
        return page
    }

    private func steps(_ state: TalkState, _ rules: LectureRules, _ ask: Ask) throws -> [FlowStep] {
        let calendar = try ask.workingCalendar
        let answerDue = calendar.after(requested, rules.answerDays)
        let recordDue = calendar.after(givenOn ?? request.day, rules.talkRecordDays)
        var steps = [
            FlowStep(
                Words("预约", "Asked for"), .done, due: nil, done: requested,
                rule: isOwn ? Words("本单位派出", "sent by the unit itself") : Words("预约单位填写", "by whoever asks"))
        ]
        if !isOwn {
            steps.append(
                FlowStep(
                    Words("答复", "Answered"),
                    answered.map { $0 > answerDue ? .late : .done }
                        ?? (state == .answerOverdue ? .overdue : state == .toAnswer ? .toDo : .toCome), due: answerDue,
                    done: answered, rule: Words("\(rules.answerDays)个工作日内", "within \(rules.answerDays) working days")))
        }
        steps += [
            FlowStep(
                Words("宣讲", "Given"),
                givenOn != nil ? .done : state == .toRecord || state == .recordOverdue ? .toDo : .toCome,
                due: request.day, done: givenOn, rule: Words("按约定的日期", "on the day agreed")),
            FlowStep(
                Words("登记", "Recorded"),
                recorded.map { $0 > recordDue ? .late : .done }
                    ?? (state == .recordOverdue ? .overdue : state == .toRecord ? .toDo : .toCome), due: recordDue,
                done: recorded,
                rule: Words("宣讲后\(rules.talkRecordDays)个工作日", "\(rules.talkRecordDays) working days after it")),
        ]
        if !isOwn {
            steps.append(
                FlowStep(
                    Words("反馈", "Feedback"), ticked != nil ? .done : state == .toTick ? .toDo : .toCome, due: nil,
                    done: ticked, rule: Words("预约单位勾选", "ticked by whoever asked")))
        }
        return steps
    }

    private func remarks(_ rules: LectureRules, _ ask: Ask) throws -> [Words] {
        guard stage == .given, let recorded, let givenOn else { return [] }
        let calendar = try ask.workingCalendar
        let due = calendar.after(givenOn, rules.talkRecordDays)
        guard recorded > due else { return [] }
        let late = calendar.count(from: due + 1, to: recorded)
        return [
            Words("应于\(due.iso)前登记，晚了\(late)个工作日", "It was to be on record by \(due.iso): \(late) working days late")
        ]
    }

    private var said: HTML {
        guard !remark.isEmpty else { return .nothing }
        let words =
            switch stage {
            case .declined: Words("不能安排的原因：", "Why it was declined: ")
            case .cancelled: Words("取消原因：", "Why it was cancelled: ")
            default: Words("说明：", "Remark: ")
            }
        return .section(.p(.b(.words(words)), .text(remark)))
    }

    private func outcomePart(_ ask: Ask) throws -> HTML {
        guard stage == .given, let givenOn else { return .nothing }
        let standing = try ask.reading.standing(activity: activity)
        return .part(
            Words("宣讲登记", "On record"), id: "record", aside: .say("\(heard)人", "\(heard) people"),
            .when(
                standing.isVoid,
                .p(
                    .class("warn"),
                    .say(
                        "活动记录已被作废，不计入台账；请更正或者撤销登记",
                        "The activity was voided and counts no more: correct it or take it back"))),
            .facts([
                Fact(Words("日期", "Day"), .day(givenOn)),
                Fact(Words("学时", "Hours"), .text(Figure.plain(Double(halfHours) / 2))),
                Fact(Words("听众", "Heard by"), .say("\(heard)人", String(heard))),
                Fact(Words("活动记录", "On record as"), .link("/activities/\(standing.code)", .text(standing.code))),
            ]))
    }

    private var feedbackPart: HTML {
        guard let ticked else { return .nothing }
        return .part(
            Words("反馈", "Feedback"), id: "feedback", aside: .day(ticked),
            .names(feedback.ticks.map { .words($0.words) }))
    }

    private func history(_ ask: Ask) throws -> HTML {
        let own = try ask.steps(of: Talk.self, code, TalkRequest.form, \.request) { step, talk, change in
            let act = change.row.act
            if act == AnswerTalk.name, talk.stage == .declined { step.words = Words("不能安排", "Declined") }
            let isSaid = [AnswerTalk.name, MoveTalk.name, CancelTalk.name, TakeTalkBack.name].contains(act)
            if isSaid, !talk.remark.isEmpty { step.remarks = [HistoryStep.reason(talk.remark)] }
            if [RecordTalk.name, CorrectTalk.name].contains(act) {
                step.what = .link("/activities/\(talk.activity)", .text(talk.activity))
            }
        }
        return try ask.history(own)
    }
}
