import Books
import LedgerEngine
import Pages
import Records
import Storage
import Store
import Vocabulary

extension Ask {
    /// What the door of the ledger opens, one for a page, for it keeps what it has looked up.
    var townPage: TownPage { get throws { try naming.once("town") { try town } } }

    /// The ledger of the address's days, looked up once for a page.
    var view: LedgerView { get throws { try naming.once("ledger") { try townPage.view(context) } } }

    /// A unit by its name, with the way to it.
    func link(toUnit code: String) throws -> HTML {
        .a(.href(context.link(toUnit: code)), .text(try townPage.directory.unitName(code)))
    }
}

extension ListField {
    /// A unit by the name that was known on the day, from a list or by its code where they are too many.
    static func knownUnit(_ words: Words) -> ListField {
        ListField("unit", words, kind: .unit) { ask, chosen in
            let directory = try ask.townPage.directory
            guard !directory.hasManyUnits else { return .textField("unit", chosen) }
            let own = try ask.reading.unitsWithinReach(of: ask.reader)
            let units = directory.linkedUnits(knownAt: ask.context.knownAt).filter { own?.contains($0.code) ?? true }
            return .choice("unit", [("", ask.say("全部", "All"))] + units.map { ($0.code, $0.name) }, chosen: chosen)
        }
    }
}
