import Records
import Spelling
import Storage
import Training
import Vocabulary

/// The teams of the records, by what a cell may call them.
struct KnownTeams {
    private let desk: PlanningDesk
    private var byName: [String: [Team]] = [:]

    init(_ desk: PlanningDesk) throws {
        self.desk = desk
        for team in try desk.reading.teams() {
            byName[team.name.folded, default: []].append(team)
            byName[team.code.folded, default: []].append(team)
        }
    }

    /// The one that a row names, by name or code; of several of that name the one of `unit`, and that stood on `day` or
    /// stands now. Nil where the cell is empty, or it is wrong.
    func team(
        _ cells: ImportCells, of unit: String? = nil, on day: Day? = nil, _ line: inout ImportLine
    ) throws -> Team? {
        guard let name = try line.taking(.team, { try cells.spelled(.team, PeopleRules.unitName) }) else { return nil }
        let all = byName[name.folded] ?? []
        let own = all.filter { unit == nil || $0.unit == unit }
        let found = own.isEmpty ? all : own
        let open = found.filter { team in day.map { team.dated.span.contains($0) } ?? (team.dated.span.until == nil) }
        if open.count == 1 { return open[0] }
        if found.count == 1 { return found[0] }
        let told = found.prefix(5).map { "\($0.code)（\(desk.records.units[$0.unit]?.name ?? $0.unit)）" }.joined(
            separator: "、")
        line.wrong(
            .team,
            found.isEmpty
                ? Words("没有“\(shown(name))”这个集体，请先导入集体", "There is no team “\(shown(name))”: import it first")
                : Words(
                    "有\(found.count)个“\(shown(name))”：\(told)。请填集体编号",
                    "There are \(found.count) of that name: \(told). Give the code"))
        return nil
    }
}
