import Books
import Pages
import PlanDesk
import Plans
import Storage
import Store
import Training
import Vocabulary

extension Desk {
    /// The pages of the ledger: people, units, entries, the plan and how all of it stands.
    static func ledger(_ state: TownState, _ numbers: PlanNumbers) -> Desk {
        Desk(
            Words("台账", "Ledger"), nouns: [], entries: [],
            acts: [PublishPlan.self, AnswerClause.self, EnterWorkingYear.self, SetTimeZone.self]
        ) { routes in
            routes.page("/", Words("概览", "Overview"), door: .ledger) { ask in
                let view = try ask.view
                return OverviewModel(view, trend: state.trend(of: view), ask.context).page(ask.context)
            }
            routes.page("/plan", Words("方案", "Plan"), door: .ledger) { ask in
                let view = try ask.view
                let passed = try numbers.passedOver(in: view.edition.number, ask.reading)
                let isToday = try ask.reading.editionNumber(inForceOn: ask.today) == view.edition.number
                var page = PlanModel(
                    view, passedOver: passed, mayAnswer: isToday && AnswerClause.isAllowed(to: ask.reader)
                ).page(ask.context)
                page.actions = .group([
                    page.actions, ask.button(PublishPlan.self, "/plan/new", Words("上传方案", "Hand a plan in")),
                    ask.button(PublishPlan.self, "/plan/drafts", Words("方案稿", "Drafts")),
                ])
                return page
            }
            routes.page("/plan/questions", Words("待明确的要求", "Clauses that need clarifying"), door: .ledger) {
                try PlanModel($0.view).questions($0.context)
            }
            routes.page("/plan/editions", Words("方案版本", "Editions"), door: .ledger) {
                try EditionListModel($0.townPage, $0.context).page($0.context)
            }
            routes.look(
                "/plan/editions/against", RouteAbout(Words("任意两版方案的差异", "Any two editions held against each other"))
            ) { ask in
                let numbers = ["old", "new"].map { ask.query.number($0) ?? 0 }
                return .goTo(ask.context.link("/plan/editions/\(numbers[0])/against/\(numbers[1])"))
            }
            routes.page("/plan/editions/:number", Words("一版方案", "One edition"), door: .ledger) { ask in
                let number = ask.parts["number"] ?? ""
                guard
                    let model = try Int(number).flatMap({
                        try EditionModel(
                            $0, ask.townPage, ask.context, original: ask.originalFile(ofEdition: $0)?.name)
                    })
                else {
                    throw NothingThere(context: ask.context, what: .edition(number))
                }
                return model.page(ask.context)
            }
            routes.list("/ledger", ledgerList)
            routes.page("/ledger/entry", Words("一项台账条目", "One entry"), door: .ledger) { ask in
                try EntryModel(ask, knowsThen: true).page(ask.context)
            }
            routes.list("/ledger/entry/list", entryList)
            routes.list("/people", peopleList)
            routes.list("/units", unitList)
            routes.page("/units/:code", Words("一个单位", "One unit"), door: .ledger) { try UnitPage($0).page() }
        }
    }
}
