import Pages
import Storage
import Store
import Vocabulary

/// What somebody sees of their own secondments, and hands in (我的挂职).
enum OwnSecondments {
    static let address = "/me/secondments"
    static let words = Words("我的挂职", "My secondments")

    static func page(_ ask: Ask) throws -> Page {
        try ask.requireOwn()
        let own = try ask.reading.ownSecondments(of: ask.reader)
        var page = Page(
            words,
            .sheet(
                own.isEmpty
                    ? .emptyState(
                        Words("没有挂职", "None"), .say("批准的挂职显示在这里。", "A secondment shows here once it is approved."))
                    : .each(try own.map { try part($0, ask) }) { $0 }))
        page.isKept = false
        return page
    }

    private static func part(_ secondment: Secondment, _ ask: Ask) throws -> HTML {
        let notes = Set(try ask.reading.notes(of: secondment).map(\.month))
        let leaves = try ask.reading.all(
            SecondmentLeave.self, for: .everybody, where: "secondment = \(secondment.code)", order: "from_day desc")
        let place = "\(address)/\(secondment.code)"
        let called = try ask.post(secondment.post)?.called(ask.naming) ?? secondment.post
        return .part(
            Words(called, called),
            aside: .days(secondment.started ?? secondment.from, secondment.ended?.day ?? secondment.to),
            .facts([
                Fact(Words("报到期限", "Report by"), secondment.reportBy.map { .day($0) } ?? "—"),
                Fact(Words("报到", "Reported"), secondment.started.map { .day($0) } ?? .say("尚未", "not yet")),
                Fact(
                    Words("工作计划", "Work plan"), secondment.planDone.map { .day($0) } ?? .say("未登记", "not noted yet")),
                Fact(
                    Words("月报", "Monthly lines"),
                    .say(
                        "接收单位报了\(notes.count)个月", "\(notes.count) by the host")),
                Fact(Words("联系人", "Contact"), .text(try ask.post(secondment.post)?.scheme.contact ?? "")),
            ]),
            leaves.isEmpty
                ? .nothing
                : .narrowRows(
                    leaves.map { leave in
                        let state = LeaveState.state(of: leave, ask)
                        return Row(
                            .group([.say("请假 ", "Leave "), .days(leave.draft.from, leave.draft.to)]),
                            act: .standing(state.mark, state.words))
                    }),
            .acts(
                secondment.isAway ? .act("\(place)/leave", Words("请假", "Ask for leave")) : .nothing,
                try ask.reading.notToSum(secondment) == nil
                    ? .act("\(place)/summary", Words("提交本人总结", "Hand in my summary"), .primary) : .nothing))
    }

    /// For whoever sees their own alone: what runs, and what is to be handed in.
    static func waiting(_ ask: Ask) throws -> [Waiting] {
        guard !ask.reader.may(.see) else { return [] }
        let own = try ask.reading.ownSecondments(of: ask.reader).filter { try ask.reading.appraisal(of: $0) == nil }
        guard !own.isEmpty else { return [] }
        return [
            Waiting(
                words, count: own.count, address: address,
                try own.prefix(Waiting.mostItems).map { secondment in
                    let isDue =
                        try secondment.ended != nil
                        && ask.reading.one(SecondmentSummary.self, secondment.code, for: .everybody) == nil
                    return .init(
                        try ask.post(secondment.post)?.called(ask.naming) ?? secondment.post, address,
                        remark: .days(secondment.started ?? secondment.from, secondment.ended?.day ?? secondment.to),
                        act: isDue ? Words("提交总结", "Hand in") : Words("查看", "See"),
                        at: isDue ? "\(address)/\(secondment.code)/summary" : address)
                })
        ]
    }
}

extension Routes {
    /// One's own secondments.
    mutating func ownSecondments() {
        page(OwnSecondments.address, OwnSecondments.words, right: .own) { try OwnSecondments.page($0) }
        var sum = FormFlow(Words("本人总结", "Own summary"), SecondmentSummary.form) { ask in
            let secondment = try ask.ownSecondment()
            var text = Reason()
            text.text = try ask.reading.one(SecondmentSummary.self, secondment.code, for: .everybody)?.text ?? ""
            return text
        } act: { text, ask in
            HandInSummary(secondment: try ask.ownSecondment().code, text: text.text)
        } then: { _ in
            OwnSecondments.address
        }
        sum.crumbs = { _ in [Frame.Crumb(OwnSecondments.words, OwnSecondments.address)] }
        sum.isOneStep = true
        sum.submit = Words("提交", "Hand in")
        form("\(OwnSecondments.address)/:code/summary", sum)
        var leave = FormFlow(Words("请假", "Ask for leave"), LeaveDraft.form) { ask in
            _ = try ask.ownSecondment()
            return LeaveDraft(from: ask.today, to: ask.today)
        } act: { draft, ask in
            AskOwnSecondmentLeave(secondment: try ask.ownSecondment().code, draft: draft)
        } then: { _ in
            OwnSecondments.address
        }
        leave.crumbs = { _ in [Frame.Crumb(OwnSecondments.words, OwnSecondments.address)] }
        leave.refusals = { draft, ask in try draft.problems(of: try ask.ownSecondment(), in: ask.reading) }
        form("\(OwnSecondments.address)/:code/leave", leave)
    }
}

extension Ask {
    /// Whoever is no person of the town and may not look at it has nothing of their own here.
    fileprivate func requireOwn() throws {
        guard reader.person != nil || reader.may(.see) else { throw NotAllowed(right: .own) }
    }

    /// The one that the address names, where it is the reader's own.
    fileprivate func ownSecondment() throws -> Secondment {
        try requireOwn()
        guard let own = try reading.ownSecondments(of: reader).first(where: { $0.code == parts["code"] }) else {
            throw NotFound(context: context)
        }
        return own
    }
}
