import Records
import Spelling
import Storage
import Store
import Training
import Vocabulary

/// Makes changes of the rows of one kind: reads them one after the other, and decides when all are known, so that their
/// order does not matter.
protocol RowPlanner: AnyObject {
    func take(_ cells: ImportCells, _ line: inout ImportLine) throws
    func decide(_ lines: inout [ImportLine]) throws
    /// What is in the records and was not met in the file, by what people call it.
    func left() throws -> [String]
}

/// What all planners share: the records, and codes for what is new.
final class PlanningDesk {
    let records: ImportRecords
    let reading: any Reading
    let today: Day
    /// From when on something holds that has no day of its own.
    let since: Day
    /// Whether that day was chosen, and is not merely the day of the import.
    private let isSinceChosen: Bool
    private var made: [String: Int] = [:]
    /// Units as they were typed: a roster names each of them a hundred times.
    private var known: [String: OrgUnit] = [:]

    init(_ reading: any Reading, today: Day, since: Day?) throws {
        self.reading = reading
        self.today = today
        self.since = min(since ?? today, today)
        isSinceChosen = since != nil
        records = try ImportRecords(reading, today: today)
    }

    /// Where something without a day was taken to begin on the day of its import, and another day is chosen now for what has
    /// none: that day.
    func earlier(than dated: (from: Day, recorded: Day)) -> Day? {
        isSinceChosen && dated.from == dated.recorded && since < dated.from ? since : nil
    }

    func earlier(than dated: Dated) -> Day? { earlier(than: (dated.span.from, dated.recorded)) }

    /// Nobody holds anything before they were born, or as a child.
    func refuse(_ day: Day?, bornIn month: String, _ line: inout ImportLine) {
        guard line.fate != .wrong, let day, let problem = PeopleRules.problem(with: day, bornIn: month) else { return }
        line.wrong(.from, problem)
    }

    /// Stands for a code until one is handed out.
    func placeholder(_ series: CodeSeries) -> String {
        made[series.rawValue, default: 0] += 1
        return "\u{1}\(series.rawValue)\(made[series.rawValue] ?? 0)"
    }

    /// A unit that a cell names.
    func unit(_ cells: ImportCells, _ field: ImportField, _ line: inout ImportLine) throws -> OrgUnit? {
        guard let text = try line.taking(field, { try cells.spelled(field, PeopleRules.unitName) }) else { return nil }
        if let unit = known[text] { return unit }
        switch records.unit(text) {
        case .one(let unit):
            known[text] = unit
            return unit
        case .several(let units):
            line.wrong(
                field,
                Words(
                    "有\(units.count)个“\(shown(text))”：\(units.prefix(5).map { "\(records.path(of: $0))（\($0.code)）" }.joined(separator: "、"))。请填单位编号或写明上级",
                    "There are \(units.count) “\(shown(text))”: \(units.prefix(5).map { "\(records.path(of: $0)) (\($0.code))" }.joined(separator: ", ")). Give the code or the path"
                ))
        case .none:
            let like = records.unitsLike(text)
            let hint =
                like.isEmpty
                ? Words("，请核对或先导入单位", ": check it, or import the unit first")
                : Words(
                    "，可能是：\(like.map(\.name).joined(separator: "、"))",
                    "; perhaps \(like.map(\.name).joined(separator: ", "))")
            line.wrong(field, Words("“\(shown(text))”不在单位表\(hint.zh)", "“\(shown(text))” is no unit\(hint.en)"))
        }
        return nil
    }

    /// Somebody of the records whom a row names: by staff number, else by a name that only one has, narrowed by month of
    /// birth and by where they serve. Namesakes are a question.
    func person(_ cells: ImportCells, _ line: inout ImportLine, narrowedByUnit: Bool) throws -> Person? {
        let code = try line.taking(.personCode) { try cells.code(.personCode) }
        let name = try line.taking(.name) { try cells.name() }
        let month = try line.taking(.birthMonth) { try cells.birthMonth(today: today) }
        let unit = narrowedByUnit ? try self.unit(cells, .unit, &line) : nil
        line.name = name ?? code ?? ""
        guard line.fate != .wrong else { return nil }
        if let code {
            guard let person = records.person(code: code) else {
                line.wrong(
                    .personCode,
                    Words("没有编号为\(code)的人员，请先导入人员", "Nobody has the staff number \(code): import people first"))
                return nil
            }
            if let name, name.folded != person.name.folded {
                line.wrong(
                    .personCode,
                    Words(
                        "编号\(code)是“\(person.name)”，与本行姓名不同，请核对",
                        "The staff number \(code) is that of \(person.name): check the name"))
                return nil
            }
            line.name = person.name
            return person
        }
        guard let name else {
            line.wrong(.name, Words("请填姓名或人员编号", "Give a name or a staff number"))
            return nil
        }
        let all = records.persons(named: name)
        let found = all.filter { person in
            (month.map { $0 == person.birthMonth } ?? true)
                && (unit.map { $0.code == records.openAppointment(of: person.code)?.unit } ?? true)
        }
        if found.count == 1 { return found[0] }
        let told = (found.isEmpty ? all : found).prefix(5).map { records.told($0) }.joined(separator: "、")
        if all.isEmpty {
            line.wrong(.name, Words("没有“\(name)”这个人，请先导入人员", "There is nobody called \(name): import people first"))
        } else if found.isEmpty {
            line.wrong(
                .name,
                Words(
                    "“\(name)”的出生年月或单位与现有资料不符：\(told)。请核对或填人员编号",
                    "Month of birth or unit of \(name) differ from the records: \(told). Check them, or give the staff number"
                ))
        } else {
            line.wrong(
                .name,
                Words(
                    "有\(found.count)位“\(name)”：\(told)。请填人员编号",
                    "There are \(found.count) called \(name): \(told). Give the staff number"))
        }
        return nil
    }

    /// The days of a row, as far as they can be.
    func days(_ cells: ImportCells, _ line: inout ImportLine) throws -> (from: Day?, until: Day?) {
        let from = try line.taking(.from) { try cells.day(.from) }
        let until = try line.taking(.until) { try cells.day(.until, isEnd: true) }
        if let from, from > today { line.wrong(.from, .inTheFuture(.from, from)) }
        if let until, until > today { line.wrong(.until, .inTheFuture(.until, until)) }
        if let from, let until, until < from { line.wrong(.until, .endsBeforeItBegins(from)) }
        return (from, until)
    }
}

/// Rows that say the same of one thing: the later ones are told; where they differ, all of them are.
struct RowTwins {
    private var first: [String: (line: Int, row: Int, content: Int)] = [:]
    private var differing: [String: Set<Int>] = [:]

    /// Whether a row is one too many, and then says so: not where it is the first about its thing, or where all about it will
    /// be asked about.
    mutating func isTwin(_ key: String, _ content: [String?], _ line: inout ImportLine, at index: Int) -> Bool {
        var hasher = Hasher()
        hasher.combine(content)
        let content = hasher.finalize()
        guard let known = first[key] else {
            first[key] = (index, line.row, content)
            return false
        }
        if known.content == content {
            line.wrong(nil, Words("与第\(known.row)行重复，请删去一行", "The same as row \(known.row): delete one"))
            return true
        }
        differing[key, default: [known.line]].insert(index)
        return false
    }

    func settle(_ lines: inout [ImportLine]) {
        for group in differing.values {
            let rows = group.sorted().map { lines[$0].row }
            for line in group where lines[line].fate != .wrong {
                let others = rows.filter { $0 != lines[line].row }.prefix(5).map { String($0) }
                lines[line].wrong(
                    nil,
                    Words(
                        "与第\(others.joined(separator: "、"))行说的是同一个，内容不同，请只留一行；不是同一个的，请填编号",
                        "Row \(others.joined(separator: ", ")) is about the same and says other things: leave one, or give codes"
                    ))
            }
        }
    }
}
