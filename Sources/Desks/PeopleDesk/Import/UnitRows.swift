import Records
import Spelling
import Storage
import Store
import Training
import Vocabulary

/// Rows of units: a tree in whatever order its rows stand.
final class UnitRows: RowPlanner {
    private let desk: PlanningDesk
    private var rows: [Row] = []
    private var met: Set<String> = []
    private var namesByID: [String: String] = [:]

    private struct Row {
        var code: String?
        var name: String?
        var kind: UnitKind?
        /// As it was typed: what it means is known when all rows are.
        var above: String?
        var from: Day?
        var until: Day?
        var before: OrgUnit?
        /// Its code, or what stands for it.
        var id = ""
        /// Of the unit above, once it is known.
        var parent: String?
    }

    init(_ desk: PlanningDesk) { self.desk = desk }

    func take(_ cells: ImportCells, _ line: inout ImportLine) throws {
        var row = Row()
        row.code = try line.taking(.code) { try cells.code(.code) }
        row.name = try line.taking(.name) { try cells.unitName() }
        row.kind = try line.taking(.kind) {
            try cells.choice(.kind, KnownWords.unitKinds, UnitKind.allCases.map(\.words))
        }
        row.above = try line.taking(.parent) { try cells.spelled(.parent, TextRule(limit: 300)) }
        (row.from, row.until) = try desk.days(cells, &line)
        line.name = row.name ?? row.code ?? ""
        if line.fate != .wrong, row.name == nil { line.wrong(.name, Words("请填单位名称", "Give the name")) }
        rows.append(row)
    }

    func decide(_ lines: inout [ImportLine]) throws {
        match(&lines)
        placeAll(&lines)
        namesByID = Dictionary(rows.map { ($0.id, $0.name ?? "") }, uniquingKeysWith: { a, _ in a })
        refuseRings(&lines)
        for index in lines.indices where lines[index].fate != .wrong { try decide(index, &lines[index]) }
        refuseOrphans(&lines)
    }

    /// Which unit of the records each row is about: by code, else by a name that only one has.
    private func match(_ lines: inout [ImportLine]) {
        var twins = RowTwins()
        let byName = Dictionary(grouping: desk.records.units.values.filter { $0.span.until == nil }) { $0.name.folded }
        for index in rows.indices where lines[index].fate != .wrong {
            let row = rows[index]
            if let code = row.code {
                rows[index].before = code.codeSpellings.lazy.compactMap { self.desk.records.units[$0] }.first
                rows[index].id = rows[index].before?.code ?? code
            } else {
                let same = byName[row.name?.folded ?? ""] ?? []
                let placed = row.above.map { above in same.filter { isCalled($0.parent, above) } } ?? same
                if placed.count == 1 {
                    rows[index].before = placed[0]
                    rows[index].id = placed[0].code
                } else if same.isEmpty || same.count > 1 && placed.isEmpty {
                    rows[index].id = "\u{1}new \(row.name?.folded ?? "") \(row.above?.folded ?? "")"
                } else {
                    let told = same.prefix(5).map { "\(desk.records.path(of: $0))（\($0.code)）" }.joined(separator: "、")
                    lines[index].wrong(
                        .name,
                        Words(
                            "已有同名单位：\(told)。是同一单位的，请填单位编号；不是的，请为本行编一个号",
                            "There is a unit of that name: \(told). Give its code where it is meant, or a code of its own"
                        ))
                    continue
                }
            }
            if let before = rows[index].before { met.insert(before.code) }
            let content = [row.name, row.kind?.rawValue, row.above?.folded, row.from?.iso, row.until?.iso]
            _ = twins.isTwin(rows[index].id, content, &lines[index], at: index)
        }
        twins.settle(&lines)
        for index in rows.indices where lines[index].fate != .wrong && rows[index].id.hasPrefix("\u{1}") {
            rows[index].id = desk.placeholder(.unit)
        }
    }

    /// Whether a unit above is the one that was typed: by code, by name, or by the end of a path.
    private func isCalled(_ parent: String?, _ typed: String) -> Bool {
        guard let unit = parent.flatMap({ desk.records.units[$0] }) else { return false }
        if typed.codeSpellings.contains(unit.code) { return true }
        if case .one(let found) = desk.records.unit(typed) { return found.code == unit.code }
        return Self.last(of: typed).folded == unit.name.folded
    }

    private static func last(of path: String) -> String {
        path.split { "/\\>＞／".contains($0) }.last.map { String($0).withoutOuterSpace } ?? path
    }

    /// Finds the unit above for each row, among the records and the rows alike.
    private func placeAll(_ lines: inout [ImportLine]) {
        var byCode: [String: Int] = [:]
        var byName: [String: [Int]] = [:]
        for index in rows.indices where !rows[index].id.isEmpty {
            if let code = rows[index].code { byCode[code.folded] = index }
            if let before = rows[index].before { byCode[before.code.folded] = index }
            byName[(rows[index].name ?? "").folded, default: []].append(index)
        }
        let inFile = Set(rows.compactMap { $0.before?.code })
        for index in rows.indices where lines[index].fate != .wrong {
            guard let above = rows[index].above else {
                rows[index].parent = rows[index].before?.parent
                continue
            }
            if let row = byCode[above.narrow.folded] {
                rows[index].parent = rows[row].id
                continue
            }
            if let unit = above.codeSpellings.lazy.compactMap({ self.desk.records.units[$0] }).first {
                rows[index].parent = unit.code
                continue
            }
            let parts = above.split { "/\\>＞／".contains($0) }.map { String($0).withoutOuterSpace.folded }
            guard let last = parts.last else { continue }
            let before = parts.dropLast().last
            let ofFile = (byName[last] ?? []).filter { row in
                before.map { Self.last(of: rows[row].above ?? "").folded == $0 } ?? true
            }.map { rows[$0].id }
            var ofRecords: [String] = []
            switch desk.records.unit(above) {
            case .one(let unit): ofRecords = [unit.code]
            case .several(let units): ofRecords = units.map(\.code)
            case .none: break
            }
            let found = Set(ofFile + ofRecords.filter { !inFile.contains($0) })
            if found.count == 1, let one = found.first {
                rows[index].parent = one
            } else if found.isEmpty {
                let like = desk.records.unitsLike(above).map(\.name).joined(separator: "、")
                lines[index].wrong(
                    .parent,
                    Words(
                        "文件和单位表里都没有上级单位“\(shown(above))”" + (like.isEmpty ? "，请核对" : "，可能是：\(like)"),
                        "Neither file nor records have a unit “\(shown(above))”: check it"
                            + (like.isEmpty ? "" : "; perhaps \(like)")))
            } else {
                lines[index].wrong(
                    .parent,
                    Words(
                        "有\(found.count)个“\(shown(above))”，请填上级单位的编号",
                        "There are \(found.count) units “\(shown(above))”: give the code"))
            }
        }
    }

    /// No unit stands beneath itself, by however long a way.
    private func refuseRings(_ lines: inout [ImportLine]) {
        var parents = desk.records.units.mapValues(\.parent)
        for index in rows.indices where lines[index].fate != .wrong {
            parents[rows[index].id] = .some(rows[index].parent)
        }
        var sound: Set<String> = []
        // Of each unit in a ring, the names of all that stand in the same one.
        var rings: [String: String] = [:]
        for start in parents.keys.sorted() where !sound.contains(start) {
            var way: [String] = []
            var seen: Set<String> = []
            var next: String? = start
            while let unit = next, !sound.contains(unit) {
                guard seen.insert(unit).inserted else {
                    if let first = way.firstIndex(of: unit) {
                        let names = way[first...].prefix(6).map { name($0) }.joined(separator: "、")
                        for member in way[first...] { rings[member] = names }
                    }
                    break
                }
                way.append(unit)
                next = parents[unit] ?? nil
            }
            sound.formUnion(way)
        }
        for index in rows.indices where lines[index].fate != .wrong {
            guard let names = rings[rows[index].id] else { continue }
            lines[index].wrong(
                .parent,
                Words(
                    "单位互为上下级，成了一圈：\(names)，请改正上级单位",
                    "Units stand beneath one another in a ring: \(names). Mend the unit above"))
        }
    }

    private func decide(_ index: Int, _ line: inout ImportLine) throws {
        let row = rows[index]
        if let before = row.before { return try change(before, by: row, &line) }
        guard let name = row.name else { return }
        guard let kind = row.kind else { return line.wrong(.kind, Words("新单位须填单位类别", "A new unit needs its kind")) }
        if row.parent == nil {
            let tops = rows.filter { $0.before == nil && $0.parent == nil && $0.above == nil && $0.name != nil }
            let root = desk.records.units.values.first { $0.parent == nil }
            if let root { return line.wrong(.parent, .severalAtTheTop(root.name)) }
            if tops.count > 1 {
                return line.wrong(
                    .parent, Words("最上级单位只能有一个，请填上级单位", "Only one unit stands at the top: give the unit above"))
            }
        }
        if let above = row.parent.flatMap({ desk.records.units[$0] }), above.span.until != nil {
            return line.wrong(.parent, .parentClosed(above.name))
        }
        line.isUndated = row.from == nil
        // What can be checked before it is there: where it stands, what it is, its own code.
        line.change(PeopleProblem.Field.parent.words, "", self.name(row.parent))
        line.change(PeopleProblem.Field.kind.words, "", kind.words.zh)
        line.change(Words("单位编号", "Code"), "", row.code ?? "")
        line.edits.units = [
            .init(
                OrgUnit(
                    code: row.id, name: name, kind: kind, parent: row.parent,
                    span: DaySpan(from: row.from ?? min(desk.since, row.until ?? desk.since), until: row.until),
                    recorded: desk.today))
        ]
        line.fate = .new
    }

    private func change(_ before: OrgUnit, by row: Row, _ line: inout ImportLine) throws {
        var after = before
        after.name = row.name ?? before.name
        after.kind = row.kind ?? before.kind
        after.parent = row.parent
        after.span.from =
            row.from ?? (before.span.until == nil ? desk.earlier(than: (before.span.from, before.recorded)) : nil)
            ?? before.span.from
        after.span.until = row.until ?? before.span.until
        guard after != before else { return }
        if let until = after.span.until, until != before.span.until {
            if until < after.span.from { return line.wrong(.until, .endsBeforeItBegins(after.span.from)) }
            let left = try desk.reading.standing(at: before.code, after: until)
            if left.units + left.people + left.teams > 0 {
                return line.wrong(
                    .until, .stillHas(units: left.units, people: left.people, teams: left.teams, on: until))
            }
        }
        if try desk.isOlder(after, than: before, ["name", "kind", "parent"], .name, &line) { return }
        line.change(Words("单位名称", "Name"), before.name, after.name)
        line.change(PeopleProblem.Field.kind.words, before.kind.words.zh, after.kind.words.zh)
        line.change(PeopleProblem.Field.parent.words, name(before.parent), name(after.parent))
        line.change(Words("设立日期", "Since"), before.span.from.iso, after.span.from.iso)
        line.change(Words("撤销日期", "Until"), before.span.until?.iso ?? "", after.span.until?.iso ?? "")
        line.edits.units = [.init(after, before: before)]
    }

    private func name(_ unit: String?) -> String {
        unit.map { code in desk.records.units[code]?.name ?? namesByID[code] ?? code } ?? ""
    }

    /// What stands beneath a row that is not taken is not taken either.
    private func refuseOrphans(_ lines: inout [ImportLine]) {
        var isSettled = false
        while !isSettled {
            isSettled = true
            let fallen = Dictionary(
                rows.indices.filter { lines[$0].fate == .wrong && rows[$0].before == nil && !rows[$0].id.isEmpty }
                    .map { (rows[$0].id, lines[$0].row) }, uniquingKeysWith: { a, _ in a })
            for index in rows.indices where lines[index].fate != .wrong {
                guard let parent = rows[index].parent, let row = fallen[parent] else { continue }
                lines[index].wrong(
                    .parent,
                    Words(
                        "上级单位在第\(row)行，那一行有误，请先改正", "The unit above is in row \(row), which is wrong: mend that first"))
                isSettled = false
            }
        }
    }

    func left() throws -> [String] {
        desk.records.units.values.filter { $0.span.until == nil && !met.contains($0.code) }.sorted { $0.code < $1.code }
            .map(\.name)
    }
}
