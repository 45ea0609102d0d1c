import Pages
import Store
import Vocabulary

extension Routes {
    /// Who should come to a class, and who may.
    mutating func seatsOfClasses() {
        page("/classes/:code/seats", Words("名额建议", "Seats proposed"), right: .plan, door: .ledger) { ask in
            try ask.one(TrainingClass.self).quotaPage(ask)
        }
        form("/classes/:code/seats/new", .proposing)
        list("/classes/candidates", TrainingClass.candidateList)
        list("/classes/quotas", TrainingClass.quotaList, door: .plain)
        form(.returning)
        form(.dividing)
        page("/classes/seats", YearOfSeats.words, right: .plan) { ask in try YearOfSeats(ask).page(ask) }
        form("/classes/seats/new", .proposingYear)
    }
}

extension TrainingClass {
    var candidatesAddress: String { "/classes/candidates?class=\(code)" }
    var quotasAddress: String { "/classes/quotas?class=\(code)" }
}

extension ListField {
    /// The class that a list is of, as an address names it.
    static let ofClass = ListField("class", Words("班次", "Class"))
}

extension Ask {
    /// The class that the address of a list names; nil: none that there is.
    var classOfList: TrainingClass? {
        get throws { try query["class"].flatMap { try reading.one(TrainingClass.self, $0, for: reader) } }
    }
}

extension FoundRows {
    /// The list of no class: what to do then.
    static var ofNoClass: FoundRows {
        var none = FoundRows([])
        none.empty = .init(
            Words("没有这个班次", "There is no such class"),
            Words("请从班次的页面打开这个列表。", "Open the list from the page of a class."),
            acts: .act(TrainingClass.listAddress, TrainingClass.listing.words, .primary))
        return none
    }
}
