import Records
import Spelling
import Storage
import Store
import Training
import Vocabulary

/// Rows of sites for field teaching: whose they are, for what. Sites are only ever added to: what stands is not changed.
final class SiteRows: RowPlanner {
    private let desk: PlanningDesk
    private let sites: [Site]
    private var rows: [Row?] = []
    private var met: Set<String> = []

    private struct Row {
        var code: String?
        var name: String
        var unit: OrgUnit
        /// Nil: the row does not say.
        var topics: [Topic]?
        var from: Day?
        var until: Day?
    }

    init(_ desk: PlanningDesk) throws {
        self.desk = desk
        let reading = desk.reading
        sites = try reading.sites().filter { site in
            let record = RecordReference(.site, site.code)
            return try reading.voiding(of: record) == nil && reading.correction(of: record) == nil
        }
    }

    func take(_ cells: ImportCells, _ line: inout ImportLine) throws {
        let code = try line.taking(.code) { try cells.code(.code) }
        let name = try line.taking(.name) { try cells.unitName() }
        let unit = try desk.unit(cells, .unit, &line)
        let topics = try line.taking(.topics) { try ActivityRows.topics(cells) }
        let (from, until) = try desk.days(cells, &line)
        line.name = name ?? ""
        if name == nil { line.missing(.name, Words("请填教学点名称", "Give the name")) }
        if unit == nil { line.missing(.unit, Words("请填所在单位", "Give the unit")) }
        guard line.fate != .wrong, let name, let unit else { return rows.append(nil) }
        rows.append(Row(code: code, name: name, unit: unit, topics: topics, from: from, until: until))
    }

    func decide(_ lines: inout [ImportLine]) throws {
        var twins = RowTwins()
        for index in lines.indices {
            guard let row = rows[index] else { continue }
            let found =
                row.code.flatMap { code in sites.first { $0.code == code } }
                ?? (row.code == nil ? sites.first { $0.unit == row.unit.code && $0.name.reads(as: row.name) } : nil)
            if let found { met.insert(found.code) }
            let key = found?.code ?? row.code ?? "\(row.unit.code) \(row.name.folded)"
            let topics = row.topics?.map(\.rawValue).sorted().joined(separator: " ")
            let content = [row.name.folded, row.unit.code, topics, row.from?.iso, row.until?.iso]
            if twins.isTwin(key, content, &lines[index], at: index) { continue }
            if let found { compare(found, row, &lines[index]) } else { add(row, &lines[index]) }
        }
        twins.settle(&lines)
    }

    private func compare(_ site: Site, _ row: Row, _ line: inout ImportLine) {
        let isSame =
            site.name.reads(as: row.name) && site.unit == row.unit.code
            && row.topics.map { Set($0) == Set(site.topics) } ?? true
            && row.from.map { $0 == site.dated.span.from } ?? true
            && row.until.map { $0 == site.dated.span.until } ?? true
        guard !isSame else { return }
        line.wrong(
            .name,
            Words(
                "教学点“\(site.name)”（\(site.code)）已登记，内容与本行不同；登记后不能由文件更改，请核对本行",
                "The site “\(site.name)” (\(site.code)) is on record and says other things; a file does not change it: check the row"
            ))
    }

    private func add(_ row: Row, _ line: inout ImportLine) {
        guard row.code == nil else {
            return line.wrong(
                .code,
                Words(
                    "没有编号为\(row.code ?? "")的教学点；新教学点的编号由系统给出，请留空",
                    "There is no such site; leave the code of a new one empty"))
        }
        let from = row.from ?? min(desk.since, row.until ?? desk.since)
        guard row.unit.span.contains(from) else {
            return line.wrong(.from, .unitClosed(row.unit.name, on: from, .from))
        }
        line.sites = [
            Site(
                code: "", name: row.name, unit: row.unit.code, topics: row.topics ?? [],
                dated: Dated(from: from, until: row.until, recorded: desk.today))
        ]
        line.isUndated = row.from == nil
        line.change(PeopleProblem.Field.unit.words, "", row.unit.name)
        line.fate = .new
    }

    func left() throws -> [String] { sites.filter { !met.contains($0.code) }.map(\.name) }
}
