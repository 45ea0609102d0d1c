import Books
public import Pages
import Store
import Vocabulary

extension Desk {
    /// Structure of the corps (队伍结构): who is in service on a day, counted by level, kind of unit, age, sex and years. It keeps
    /// no records of its own.
    public static func structure(_ kept: CorpsKept) -> Desk {
        let words = Words("队伍结构", "Structure of the corps")
        return Desk(words, nouns: [], entries: []) { routes in
            routes.look(StructurePage.path, RouteAbout(words), door: .ledger) { ask in
                try ask.structure(kept, at: StructurePage.path) { .page(try StructurePage($0).page()) }
            }
            let document = Words("队伍结构（Word）", "Structure of the corps as a document")
            routes.look(StructureDocument.path, RouteAbout(document), door: .ledger) { ask in
                try ask.structure(kept, at: StructureDocument.path) { view in
                    try ask.context.with(view.question.slips).requireWhole()
                    return try StructureDocument(view).answer()
                }
            }
            for table in StructureTable.allCases { routes.list(table.path, structureList(table, kept)) }
            routes.list(CorpsList.path, CorpsList.list(kept))
        }
    }
}

extension Ask {
    /// What is told of the structure, or the way to as much of it as the reader may be told.
    fileprivate func structure(
        _ kept: CorpsKept, at path: String, _ answer: (StructureView) throws -> Answered
    ) throws -> Answered {
        let question = try StructureQuestion(self)
        guard question.settled.isEmpty else {
            var query = query
            for (name, value) in question.settled { query.set(name, value) }
            return .goTo(query.isEmpty ? path : "\(path)?\(query.text)")
        }
        return try answer(StructureView(self, kept, question))
    }
}
