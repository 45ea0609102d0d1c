import Records
import Spelling
import Storage
import Store
import Training
import Vocabulary

/// Rows of teams: whose they are, from when to when.
final class TeamRows: RowPlanner {
    private let desk: PlanningDesk
    private let teams: [Team]
    private var rows: [Row?] = []
    private var met: Set<String> = []

    private struct Row {
        var code: String?
        var name: String
        var kind: TeamKind?
        var unit: OrgUnit
        var from: Day?
        var until: Day?
    }

    init(_ desk: PlanningDesk) throws {
        self.desk = desk
        teams = try desk.reading.teams()
    }

    func take(_ cells: ImportCells, _ line: inout ImportLine) throws {
        let code = try line.taking(.code) { try cells.code(.code) }
        let name = try line.taking(.name) { try cells.unitName() }
        let kind = try line.taking(.kind) {
            try cells.choice(.kind, KnownWords.teamKinds, TeamKind.allCases.map(\.words))
        }
        let unit = try desk.unit(cells, .unit, &line)
        let (from, until) = try desk.days(cells, &line)
        line.name = name ?? ""
        if line.fate != .wrong, name == nil { line.wrong(.name, Words("请填集体名称", "Give the name")) }
        if line.fate != .wrong, unit == nil { line.wrong(.unit, Words("请填所在单位", "Give the unit")) }
        guard line.fate != .wrong, let name, let unit else { return rows.append(nil) }
        rows.append(Row(code: code, name: name, kind: kind, unit: unit, from: from, until: until))
    }

    func decide(_ lines: inout [ImportLine]) throws {
        var twins = RowTwins()
        for index in lines.indices {
            guard let row = rows[index] else { continue }
            let found =
                row.code.flatMap { code in teams.first { $0.code == code } }
                ?? (row.code == nil ? teams.first { $0.unit == row.unit.code && $0.name.reads(as: row.name) } : nil)
            if let found { met.insert(found.code) }
            let key = found?.code ?? row.code ?? "\(row.unit.code) \(row.name.folded)"
            let content = [row.name.folded, row.kind?.rawValue, row.unit.code, row.from?.iso, row.until?.iso]
            if twins.isTwin(key, content, &lines[index], at: index) { continue }
            if let found {
                try change(found, by: row, &lines[index])
            } else {
                add(row, &lines[index])
            }
        }
        twins.settle(&lines)
    }

    private func change(_ before: Team, by row: Row, _ line: inout ImportLine) throws {
        var after = before
        after.name = row.name
        after.kind = row.kind ?? before.kind
        after.unit = row.unit.code
        if let from = row.from ?? (before.isOpen ? desk.earlier(than: before.dated) : nil) {
            after.dated.span.from = from
        }
        if let until = row.until, until != before.dated.span.until {
            after = after.ended(on: until, recorded: desk.today)
        }
        guard after != before else { return }
        if let until = after.dated.span.until, until < after.dated.span.from {
            return line.wrong(.until, .endsBeforeItBegins(after.dated.span.from))
        }
        if try desk.isOlder(after, than: before, ["name", "kind", "unit"], .name, &line) { return }
        line.change(PeopleProblem.Field.name.words, before.name, after.name)
        line.change(Words("集体类别", "Kind"), before.kind.words.zh, after.kind.words.zh)
        line.change(PeopleProblem.Field.unit.words, desk.records.units[before.unit]?.name ?? "", row.unit.name)
        line.change(PeopleProblem.Field.from.words, before.dated.span.from.iso, after.dated.span.from.iso)
        line.change(
            PeopleProblem.Field.until.words, before.dated.span.until?.iso ?? "", after.dated.span.until?.iso ?? "")
        line.edits.teams = [.init(after, before: before)]
    }

    private func add(_ row: Row, _ line: inout ImportLine) {
        guard let kind = row.kind else { return line.wrong(.kind, Words("新集体须填集体类别", "A new team needs its kind")) }
        let from = row.from ?? min(desk.since, row.until ?? desk.since)
        line.isUndated = row.from == nil
        guard row.unit.span.contains(from) else {
            return line.wrong(.from, .unitClosed(row.unit.name, on: from, .from))
        }
        line.change(Words("集体类别", "Kind"), "", kind.words.zh)
        line.change(PeopleProblem.Field.unit.words, "", row.unit.name)
        let team = Team(
            code: row.code ?? desk.placeholder(.team), name: row.name, kind: kind, unit: row.unit.code,
            dated: Dated(from: from, until: row.until, recorded: desk.today))
        line.edits.teams = [.init(team)]
        line.fate = .new
    }

    func left() throws -> [String] {
        teams.filter { $0.dated.span.until == nil && !met.contains($0.code) }.map(\.name)
    }
}

/// Rows of rosters: who is on which, from when to when. A roster that is not there is made.
final class RosterRows: RowPlanner {
    private let desk: PlanningDesk
    private var rosters: [String: [Roster]] = [:]
    /// Those that are not there yet, by the codes that stand for theirs.
    private var made: [String: Roster] = [:]
    private var rows: [(person: Person?, name: String, keeper: OrgUnit?, from: Day?, until: Day?)?] = []
    private var held: [String: [RosterEntry]]
    private var met: Set<String> = []

    init(_ desk: PlanningDesk) throws {
        self.desk = desk
        for roster in try desk.reading.rosters() {
            rosters[roster.name.folded, default: []].append(roster)
            rosters[roster.code.folded, default: []].append(roster)
        }
        held = Dictionary(grouping: try desk.reading.rosterEntries()) { "\($0.roster) \($0.person)" }
    }

    func take(_ cells: ImportCells, _ line: inout ImportLine) throws {
        let name = try line.taking(.roster) { try cells.spelled(.roster, PeopleRules.unitName) }
        let keeper = try desk.unit(cells, .keeper, &line)
        let person = try desk.person(cells, &line, narrowedByUnit: true)
        let (from, until) = try desk.days(cells, &line)
        if let person { desk.refuse(from, bornIn: person.birthMonth, &line) }
        if line.fate != .wrong, name == nil { line.wrong(.roster, Words("请填名单名称", "Give the roster")) }
        guard line.fate != .wrong, let name else { return rows.append(nil) }
        rows.append((person, name, keeper, from, until))
    }

    func decide(_ lines: inout [ImportLine]) throws {
        var twins = RowTwins()
        for index in lines.indices {
            guard let row = rows[index], let person = row.person else { continue }
            let roster: Roster
            let found = (rosters[row.name.folded] ?? []).filter { row.keeper == nil || $0.keeper == row.keeper?.code }
            if found.count > 1 {
                lines[index].wrong(
                    .roster,
                    Words(
                        "有\(found.count)份“\(row.name)”，请填管理单位",
                        "There are \(found.count) rosters of that name: give the keeper"))
                continue
            } else if let one = found.first {
                roster = one
            } else if let keeper = row.keeper {
                let new = Roster(
                    code: desk.placeholder(.roster), name: row.name, keeper: keeper.code, recorded: desk.today)
                rosters[row.name.folded, default: []].append(new)
                made[new.code] = new
                roster = new
            } else {
                lines[index].wrong(
                    .keeper,
                    Words(
                        "没有“\(shown(row.name))”这份名单；新建的请填管理单位",
                        "There is no roster “\(shown(row.name))”: give the keeper for a new one"))
                continue
            }
            let key = "\(roster.code) \(person.code)"
            met.insert(key)
            if twins.isTwin("\(key) \(row.from?.iso ?? "")", [row.until?.iso], &lines[index], at: index) { continue }
            let edit = try desk.decide(
                &lines[index], from: row.from, until: row.until, held: &held[key, default: []]
            ) { [desk] dated in
                RosterEntry(
                    code: desk.placeholder(.rosterEntry), roster: roster.code, person: person.code, dated: dated)
            }
            if let edit { lines[index].edits.rosterEntries = [edit] }
        }
        twins.settle(&lines)
        // A new roster comes with the first of its rows that is taken.
        for index in lines.indices {
            guard let entry = lines[index].edits.rosterEntries.first,
                let roster = made.removeValue(forKey: entry.after.roster)
            else { continue }
            lines[index].edits.rosters = [.init(roster)]
        }
    }

    func left() -> [String] { desk.left(of: held, besides: met, \.person) }
}
