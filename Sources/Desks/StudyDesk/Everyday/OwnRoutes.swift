import Pages
import Storage
import Store
import Vocabulary

extension Routes {
    /// One's own plan and notes, and what an office enters of somebody's notes.
    mutating func ownStudy() {
        var plan = FormFlow(Words("个人自学计划", "My plan of the year"), OwnPlanDraft.form) { ask in
            let year = ask.yearOfPlan
            let drawn = try ask.meAtAll.flatMap { try ask.reading.ownPlan(of: $0, year) }
            return OwnPlanDraft(year: year, lines: drawn?.lines ?? [])
        } act: { draft, _ in
            DrawUpOwnPlan(draft: draft)
        } then: { _ in
            "\(OwnGroup.address)#reading"
        }
        plan.instead = { try $0.nobodysPlan() }
        // Two windows do not overwrite each other's lines unawares.
        plan.seen = { ask in
            let (person, year) = (try ask.meAtAll ?? "", ask.yearOfPlan)
            let code = try ask.reading.ownPlan(of: person, year)?.code ?? OwnStudyPlan.code(person, year)
            return try ask.reading.seen(OwnStudyPlan.self, code)
        }
        plan.opening = { ask in .opening(.say("\(ask.yearOfPlan)年。", "Of \(ask.yearOfPlan).")) }
        plan.crumbs = { _ in [OwnGroup.home] }
        plan.isOneStep = true
        plan.submit = Words("保存计划", "Save the plan")
        form("\(OwnGroup.plan)/:year", plan)

        var notes = FormFlow(Words("登记学习笔记篇数", "How many notes I wrote"), NotesDraft.own) { ask in
            _ = try ask.meAtAll
            return ask.blankNotes
        } act: { draft, _ in
            SayNotes(draft: draft)
        } then: { _ in
            "\(OwnGroup.address)#notes"
        }
        notes.instead = { try $0.nobodysPlan() }
        notes.crumbs = { _ in [OwnGroup.home] }
        notes.isOneStep = true
        notes.submit = Words("登记", "Save")
        notes.refusals = { draft, ask in draft.problems(on: ask.today) }
        form(OwnGroup.notes, notes)

        var others = FormFlow(Words("登记干部学习笔记篇数", "How many notes somebody wrote"), NotesDraft.ofOthers) { ask in
            ask.blankNotes
        } act: { draft, _ in
            EnterNotes(draft: draft)
        } then: { _ in
            StudyUnit.listAddress
        }
        others.crumbs = { _ in [StudyUnit.home] }
        others.refusals = { draft, ask in draft.problems(on: ask.today) }
        form("/study/notes/new", others)

        take(OwnGroup.lines, Words("登记自定内容已学", "Say that one has studied a line of one's own"), right: .own) { sent in
            _ = try sent.asking { try $0.meAtAll }
            do {
                try sent.database.perform(
                    TickOwnLine(
                        year: sent.fields.number("year") ?? 0, subject: sent.fields["subject"] ?? "",
                        isDone: sent.fields["done"] == "1"), by: sent.reader, on: sent.context.today)
            } catch is Refused { throw NotFound(context: sent.context) }
            return .goTo(sent.context.link("\(OwnGroup.address)#reading"))
        }
    }
}

extension Ask {
    fileprivate var blankNotes: NotesDraft { NotesDraft(year: today.year, half: YearHalf(of: today)) }

    /// Of its address: whose year a plan is of is not typed.
    fileprivate var yearOfPlan: Int { parts["year"].flatMap { Int($0) } ?? today.year }

    /// The person behind the account; nil for somebody of the office who is none. Whoever has neither is let do nothing.
    fileprivate var meAtAll: String? {
        get throws {
            let person = try me
            if person == nil, !reader.may(.see) { throw NotAllowed(right: .own) }
            return person
        }
    }

    /// Whoever is nobody, or serves nowhere, has no plan.
    fileprivate func nobodysPlan() throws -> Answered? {
        guard let person = try meAtAll else {
            return .ended(Page(OwnGroup.words, .sheet(OwnGroup.nobody)))
        }
        guard try reading.appointment(of: person, on: today, knownAt: nil) != nil else {
            return .ended(
                Page(
                    OwnGroup.words,
                    .sheet(
                        .emptyState(
                            Words("没有在职的任职记录", "No post in service"), .words(StudyProblem.notInService.words),
                            acts: .act(OwnGroup.address, OwnGroup.words)))))
        }
        return nil
    }
}
