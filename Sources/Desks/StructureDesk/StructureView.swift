import Books
import Pages
import Records
import Store
import Vocabulary

/// What one page tells from: the people of a day within a unit, and of the day that it is compared with.
struct StructureView {
    let ask: Ask
    let question: StructureQuestion
    let day: CorpsDay
    let people: [Int]
    private let other: (day: CorpsDay, people: [Int])?

    init(_ ask: Ask, _ kept: CorpsKept, _ question: StructureQuestion) throws {
        self.ask = ask
        self.question = question
        let town = try ask.corpsTown
        func people(_ day: CorpsDay) -> [Int] {
            question.isOfNobody ? [] : day.people(beneath: question.unit?.code)
        }
        day = try kept.day(ask.context.asOf, knownAt: ask.context.knownAt, in: town, ask.reading)
        self.people = people(day)
        other = try question.with.map { with in
            let other = try kept.day(with, knownAt: ask.context.knownAt, in: town, ask.reading)
            return (other, people(other))
        }
    }

    var tables: [StructureTable] {
        StructureTable.allCases.filter { !question.isPublished || $0.publishedColumns != nil }
    }

    func figures(_ table: StructureTable) -> StructureFigures {
        StructureFigures(table, day, people, isPublished: question.isPublished)
    }

    /// Of the day that is compared with; nil: there is none.
    func before(_ table: StructureTable) -> StructureFigures? {
        other.map { StructureFigures(table, $0.day, $0.people, isPublished: question.isPublished) }
    }

    /// How many there are; nil where they are too few to be told of.
    var count: Int? { told(people.count) }
    /// How many there were on the other day.
    var countBefore: Int? { other.flatMap { told($0.people.count) } }

    private func told(_ count: Int) -> Int? {
        question.isPublished && count > 0 && count < day.rules.smallest ? nil : count
    }

    /// The people of a cell; nil where their list is not the reader's to open.
    func address(_ table: StructureTable, _ line: StructureFigures.Head, _ column: StructureFigures.Head?) -> String? {
        guard !question.isPublished, line.keys.count < 2, (column?.keys.count ?? 0) < 2 else { return nil }
        return ask.context.link(
            CorpsList.path, ("unit", question.unit?.code), (table.rows.rawValue, line.keys.first),
            (table.columns.rawValue, column?.keys.first))
    }
}
