import Books
import Exchange
import LedgerEngine
import Pages
import PlanLanguage
import Plans
import Records
import Spelling
import Training
import Vocabulary

/// The form that answers a clause's question, or changes an earlier answer.
struct ClauseModel {
    let view: LedgerView
    let obligation: Obligation
    var typed: Query
    var errors: ErrorSummary = .init(errors: [])

    static let everyKind = ActivityKind.any.rawValue

    func page(_ context: PageContext) -> Page {
        let question = obligation.question
        return Page(
            Words("明确口径：\(obligation.id)", "Clarify \(obligation.id)"),
            crumbs: [
                Frame.Crumb(Words("方案", "Plan"), "/plan"), Frame.Crumb(Words("待明确", "Open clauses"), "/plan/questions"),
            ], hasAsOf: true, hasErrors: !errors.errors.isEmpty, errors.html, .opening(.text("“\(obligation.quote)”")),
            .sheet(
                .section(
                    .p(
                        .class("quiet"),
                        question.map {
                            .say(QuestionText.sentence($0, in: .zh), QuestionText.sentence($0, in: .en))
                        }
                            ?? .say(
                                "这条要求口径已明确；如需调整，请在此修改。",
                                "This clause is counted already; its answer can be changed here.")), form(context))))
    }

    private func form(_ context: PageContext) -> HTML {
        func plan(_ language: Language) -> String {
            obligation.rule.choices.map { LedgerText.amountText($0.value, $0.unit, in: language) }
                .joined(separator: language == .zh ? "或" : " or ")
        }
        return .form(
            .attribute("method", "post"), .action("/plan/clauses/\(Query.encoded(obligation.id))"), PageContext.once,
            .hiddenFields(Query([("quote", obligation.quote), ("task", obligation.task)])),
            .ask(
                "activity", Words("活动类型", "Kind of activity"),
                hint: Words("选“任何活动”表示不限类型。", "“Any activity” means that the kind does not matter."),
                error: errors.words(for: "activity"),
                .choice(
                    "activity", kinds(context), chosen: typed["activity"] ?? obligation.activity?.rawValue ?? "")),
            .ask(
                "population", Words("适用对象", "Population"), error: errors.words(for: "population"),
                .choice(
                    "population", populations(context), chosen: typed["population"] ?? obligation.population ?? "")),
            .ask(
                "answerable", Words("牵头单位", "Lead unit"),
                hint: Words("不选时，由考核对象所在单位负责。", "Left open, each subject's own unit answers for it."),
                error: errors.words(for: "answerable"),
                .choice(
                    "answerable", units(context),
                    chosen: typed["answerable"] ?? obligation.binding?.answerable.first ?? "")),
            .ask(
                "amount", Words("数量", "Figure"),
                hint: Words(
                    "方案写的是\(plan(.zh))；没有写明数量时在此填写。",
                    "The plan says \(plan(.en)); fill in where it gives none."),
                error: errors.words(for: "amount"), .textField("amount", typed["amount"] ?? "", width: .short)),
            alternatives(context),
            .ask(
                "inForce", Words("生效日期", "In force from"),
                hint: Words(
                    "从这一天起按新版本计算，此前各日的台账不变。", "From this day on it is counted so; days before stay as they were."),
                error: errors.words(for: "inForce"), .dayField("inForce", typed["inForce"] ?? context.today.iso)),
            .details(
                .summary(.say("不列入台账", "Set this clause aside")),
                .ask(
                    "dismiss", Words("不列入的理由", "Reason"), error: errors.words(for: "dismiss"),
                    .textField("dismiss", typed["dismiss"] ?? "", width: .full))),
            .p(
                .class("quiet"),
                .say(
                    "核对后发布为方案的新版本，已发布的版本不变。",
                    "Once you have checked it, it makes the plan's next edition; published ones never change.")),
            .acts(
                .submit(Words("下一步：核对", "Next: check"), name: "step", value: "check"),
                .act("/plan", Words("取消", "Cancel"))))
    }

    func kinds(_ context: PageContext) -> [(value: String, text: String)] {
        [("", context.say("（未定）", "(open)")), (Self.everyKind, context.say("任何活动", "Any activity"))]
            + view.edition.kinds.entries.map { ($0.kind.rawValue, context.language == .zh ? $0.nameZh : $0.nameEn) }
    }

    private func populations(_ context: PageContext) -> [(value: String, text: String)] {
        [("", context.say("（未定）", "(open)"))]
            + Self.choices.filter { !isOfNobody($0) }.map { ($0.code, context.language == .zh ? $0.nameZh : $0.nameEn) }
    }

    /// Whoever takes part in some activity cannot be asked one by one.
    private func isOfNobody(_ population: Population) -> Bool {
        obligation.rule.bearer == .person && population.subjects == .activities
    }

    static let choices: [Population] = PlanCompiler().compile(text: "").populations

    private func units(_ context: PageContext) -> [(value: String, text: String)] {
        [("", context.say("各对象所在单位", "Each subject's own unit"))]
            + view.directory.linkedUnits(knownAt: nil).map { ($0.name, $0.name) }
    }

    /// What would be published, before it is.
    func check(_ answer: BindingAnswer, _ context: PageContext) -> ConfirmPage {
        func chosen(_ options: [(value: String, text: String)], _ value: String) -> HTML {
            .text(options.first { $0.value == value }?.text ?? value)
        }
        var facts = [Fact(Words("原文", "The clause"), .text("\(obligation.id) \(obligation.quote)"))]
        if let reason = answer.dismiss {
            facts.append(Fact(Words("不列入台账，理由", "Set aside, because"), .text(reason)))
        } else {
            facts += [
                Fact(Words("活动类型", "Kind of activity"), chosen(kinds(context), answer.activity?.rawValue ?? "")),
                Fact(Words("适用对象", "Population"), chosen(populations(context), answer.population ?? "")),
                Fact(Words("牵头单位", "Lead unit"), chosen(units(context), typed["answerable"] ?? "")),
            ]
            facts += alternativeFacts(answer, context)
            if let amount = typed["amount"] { facts.append(Fact(Words("数量", "Figure"), .text(amount))) }
        }
        let address = "/plan/clauses/\(Query.encoded(obligation.id))"
        return ConfirmPage(
            Words("核对：明确口径\(obligation.id)", "Check: clarify \(obligation.id)"),
            crumbs: [
                Frame.Crumb(Words("方案", "Plan"), "/plan"), Frame.Crumb(Words("待明确", "Open clauses"), "/plan/questions"),
            ],
            consequence: .say(
                "确认后发布为方案的新版本，从\((inForce ?? context.today).iso)起按它计算台账；此前各日和已发布的版本不变。",
                "Confirmed, it makes the plan's next edition, by which the ledger counts from \((inForce ?? context.today).iso) on; days before and published editions never change."
            ), facts: facts, sendTo: address, act: Words("确认发布新版本", "Publish the next edition"), back: address,
            fields: Query(typed.items.filter { $0.name != "step" && $0.name != "once" }.map { ($0.name, $0.value) }))
    }

    /// From when on the answer holds; nil: from today.
    var inForce: Day? { typed["inForce"].flatMap(Day.init(typed:)) }

    /// What was typed as an answer, or what is wrong with it.
    func answer(_ context: PageContext) -> Result<BindingAnswer, Problems> {
        var answer = BindingAnswer(task: obligation.task, quote: obligation.quote)
        var errors: [FieldError] = []
        if let day = typed["inForce"], !day.allSatisfy(\.isWhitespace), inForce == nil {
            let message = context.say("生效日期“\(day.shortened)”不是日期", "“\(day.shortened)” is no day")
            return .failure(Problems(errors: [.init(field: "inForce", message: message)]))
        }
        if let reason = typed["dismiss"] {
            if let flaw = TextRule.reason.flaw(in: reason) {
                let message = flaw.message(of: context.say("不列入的理由", "the reason"), in: context.language)
                return .failure(Problems(errors: [.init(field: "dismiss", message: message)]))
            }
            answer.dismiss = reason
            return .success(answer)
        }
        if let kind = typed["activity"] {
            answer.activity = ActivityKind(rawValue: kind)
        } else {
            errors.append(.init(field: "activity", message: context.say("请选择活动类型", "Choose a kind of activity")))
        }
        if let population = typed["population"] {
            answer.population = population
        } else {
            errors.append(.init(field: "population", message: context.say("请选择适用对象", "Choose a population")))
        }
        if let unit = typed["answerable"] {
            answer.answerable = [unit]
            if !units(context).contains(where: { $0.value == unit }), obligation.binding?.answerable.first != unit {
                errors.append(
                    .init(
                        field: "answerable",
                        message: context.say(
                            "没有名为“\(unit.shortened)”的单位", "There is no unit “\(unit.shortened)”")))
            }
        }
        if let text = typed["amount"] {
            do {
                answer.amount = try PlanRefused.amounts.number(text)
            } catch {
                errors.append(
                    .init(
                        field: "amount",
                        message: PlanRefused.amounts.message(
                            error, of: context.say("数量", "the figure"), typed: text, in: context.language)))
            }
        } else if case .amount? = obligation.question {
            errors.append(.init(field: "amount", message: context.say("请填写数量", "Give a figure")))
        }
        switch alternatives(typed: context) {
        case .success(let others): answer.alternatives = others
        case .failure(let problems): errors += problems.errors
        }
        return errors.isEmpty ? .success(answer) : .failure(Problems(errors: errors))
    }

    struct Problems: Error {
        var errors: [FieldError]
    }
}
