import Pages
import Store
import Vocabulary

extension TrainingClass {
    /// Budget and spending by item, against the ceiling that the attendance sets.
    func moneyPage(_ ask: Ask) throws -> Page {
        let money = try ask.money(of: self)
        let title = Words("经费", "Money")
        let fees: HTML =
            try ask.mayReadFees(of: self) ? .act("\(address)/fees", Words("讲课费签收单", "Lecture fees")) : .nothing
        var page = Page(
            title, actions: .group([fees, try ask.button(EnterExpense.self, on: self, isPrimary: true)]),
            .sheet(
                .split(
                    .group([
                        .warningSection(.nothing, money.remarks),
                        .part(Words("预算和支出（元）", "Budget and spending (yuan)"), try items(money, ask)),
                        try expenses(ask),
                    ]),
                    beside: facts(money))))
        page.crumbs = try crumbs(ask)
        page.sentence = try sentence(money, ask)
        return page
    }

    private func sentence(_ money: ClassMoney, _ ask: Ask) throws -> HTML {
        let bare = try ask.reading.count(
            ClassExpense.self, for: ask.reader, where: "class = \(code) and \(ReceiptThere.missing.condition)")
        return .group([
            .say(
                "\(title)：预算\(money.budget.grouped)元，支出\(money.spent.grouped)元",
                "\(title): budget \(money.budget.grouped) yuan, spent \(money.spent.grouped)"),
            money.costADay.map {
                .say(
                    "；按考勤计费\(money.personDays)人天（含报到当天），每人天\($0.grouped)元（师资费除外）",
                    "; \(money.personDays) person-days charged by the attendance, the day of arrival among them, \($0.grouped) each, trainers apart"
                )
            } ?? .nothing, .say("。", "."),
            money.isOver ? .b(.class("overdue"), .say("超过综合定额。", " Above the ceiling.")) : .nothing,
            bare == 0
                ? .nothing
                : .b(
                    .class("behind"),
                    .link(
                        "/classes/expenses?class=\(Query.encoded(code))&receipts=missing", .count(bare),
                        .say("\(bare)笔支出缺票据。", " \(bare) without a receipt."))),
        ])
    }

    private func items(_ money: ClassMoney, _ ask: Ask) throws -> HTML {
        let mayReadFees = try ask.mayReadFees(of: self)
        let items = ClassCostItem.allCases.filter { scheme.budget.of($0) > .zero || money.spent($0) > .zero }
        func spent(_ item: ClassCostItem) -> HTML {
            if money.isFromClosing(item) { return .text(money.spent(item).grouped) }
            let list = HTML.link(
                "/classes/expenses?class=\(Query.encoded(code))&item=\(item.rawValue)&state=counted",
                .text(money.entered(item).grouped))
            guard item == .trainers, let fees = money.fees, fees.total > .zero else { return list }
            let sheet: HTML =
                mayReadFees ? .link("\(address)/fees", .text(fees.total.grouped)) : .text(fees.total.grouped)
            return .group([
                .text(money.spent(item).grouped),
                .small(
                    .say("讲课费", "fees "), sheet,
                    money.entered(item) > .zero ? .group([.say("，其他", ", other "), list]) : .nothing),
            ])
        }
        func left(_ budget: Money, _ spent: Money) -> HTML {
            spent > budget
                ? .standing(.overdue, Words("超\((spent - budget).grouped)", "\((spent - budget).grouped) over"))
                : .text((budget - spent).grouped)
        }
        guard !items.isEmpty else { return .p(.class("quiet"), .say("没有填经费。", "No money was given.")) }
        return .group([
            .figures(
                Words("预算和支出", "Budget and spending"),
                [Words("科目", "Item"), Words("预算", "Budget"), Words("支出", "Spent"), Words("结余", "Left")],
                items.map { item in
                    [
                        .words(item.words), .text(scheme.budget.of(item).grouped), spent(item),
                        left(scheme.budget.of(item), money.spent(item)),
                    ]
                } + [
                    [
                        .say("合计", "Total"), .text(money.budget.grouped), .text(money.spent.grouped),
                        left(money.budget, money.spent),
                    ]
                ]),
            .when(
                items.contains { money.isFromClosing($0) },
                .p(
                    .class("quiet"),
                    .say(
                        "没有逐笔登记的科目，支出是结班时填的决算。", "Of items without single expenses, as it was given at the closing."))),
        ])
    }

    private func facts(_ money: ClassMoney) -> HTML {
        .part(
            Words("综合定额", "Ceiling"),
            .facts([
                Fact(Words("标准", "A person-day"), .say("\(money.rules.costADay)元", "\(money.rules.costADay) yuan")),
                Fact(
                    Words("按批准人数", "By people approved"),
                    .say(
                        "\(scheme.personDays)人天，\(scheme.ceiling(money.rules).grouped)元",
                        "\(scheme.personDays) person-days, \(scheme.ceiling(money.rules).grouped) yuan")),
                Fact(
                    Words("按考勤", "By attendance"),
                    money.personDays == 0
                        ? .say("还没有考勤", "no attendance yet")
                        : .group([
                            .link(
                                "\(address)/attendance",
                                .say(
                                    "\(money.personDays)人天（含报到当天）",
                                    "\(money.personDays) person-days, the day of arrival among them")),
                            .say("，\(money.ceiling.grouped)元", ", \(money.ceiling.grouped) yuan"),
                        ])),
                Fact(Words("支出（师资费除外）", "Spent, trainers apart"), .text(money.spentUnderCeiling.grouped)),
                Fact(Words("列支渠道", "Paid from"), scheme.fundedBy.isEmpty ? .nothing : .text(scheme.fundedBy)),
            ]))
    }

    private func expenses(_ ask: Ask) throws -> HTML {
        let all = try ask.all(ClassExpense.self, where: "class = \(code)", order: "day desc", limit: 100)
        let title = ClassExpense.listing.words
        guard !all.isEmpty else {
            return .part(title, .p(.class("quiet"), .say("还没有登记支出。", "No expense was entered yet.")))
        }
        return .part(
            title,
            aside: .link("/classes/expenses?class=\(Query.encoded(code))", .say("全部和导出", "All, and as files")),
            try ClassExpense.listing.table(
                all, columns: ["day", "item", "receipt", "note", "amount", "receipts", "state"], ask
            ) {
                try voiding($0, ask)
            })
    }

    /// Small, in the row of the expense.
    private func voiding(_ expense: ClassExpense, _ ask: Ask) throws -> HTML {
        guard VoidExpense.isAllowed(to: ask.reader),
            try VoidExpense.notNow(expense, in: ask.reading, for: ask.reader, on: ask.today) == nil
        else { return .nothing }
        return .act(VoidExpense.address(of: expense), VoidExpense.button, .small)
    }
}

extension ClassMoney {
    fileprivate var remarks: [Words] {
        var found: [Words] = []
        if isOver {
            found.append(
                Words(
                    "支出\(spentUnderCeiling.grouped)元（师资费除外），超过按考勤计算的综合定额\(ceiling.grouped)元",
                    "\(spentUnderCeiling.grouped) was spent, trainers apart: above the ceiling of \(ceiling.grouped) by attendance"
                ))
        }
        let over = ClassCostItem.allCases.filter { item in
            self.found.scheme.budget.of(item) > .zero && spent(item) > self.found.scheme.budget.of(item)
        }
        found += ClassCostItem.allCases.filter(isOtherwiseThanClosed).map { item in
            let said = (closing?.outcome.costs ?? []).of(item).grouped
            return Words(
                "\(item.words.zh)结班决算\(said)元，现登记\(spent(item).grouped)元",
                "\(item.words.en): \(said) was given at the closing, \(spent(item).grouped) is entered")
        }
        return found + over.map { Words("\($0.words.zh)超出预算", "\($0.words.en): above its budget") }
    }
}
