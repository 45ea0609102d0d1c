import Records
import Spelling
import Storage
import Store
import Training
import Vocabulary

/// Rows of people, with the posts that they hold.
final class PersonRows: RowPlanner {
    private let desk: PlanningDesk
    /// Post and unit stand in one text, as on an appraisal form.
    private let isForm: Bool
    /// Whether the file has a column of units.
    private var hasUnits = false
    private var rows: [Row] = []
    private var met: Set<String> = []

    private struct Row {
        var code: String?
        var name: String?
        var sex: Sex?
        var month: String?
        var unit: OrgUnit?
        var post: String?
        var rank: String?
        var from: Day?

        /// Whether it says anything of a post.
        var isOfPost: Bool { post != nil || rank != nil || from != nil }
    }

    init(_ desk: PlanningDesk, isForm: Bool) {
        self.desk = desk
        self.isForm = isForm
    }

    func take(_ cells: ImportCells, _ line: inout ImportLine) throws {
        var row = Row()
        hasUnits = cells.head.places[.unit] != nil
        row.code = try line.taking(.personCode) { try cells.code(.personCode) }
        row.name = try line.taking(.name) { try cells.name() }
        row.sex = try line.taking(.sex) { try cells.sex() }
        row.month = try line.taking(.birthMonth) { try cells.birthMonth(today: desk.today) }
        row.unit = try desk.unit(cells, .unit, &line)
        row.post = try line.taking(.post) { try cells.spelled(.post, PeopleRules.post) }
        row.rank = try line.taking(.rank) { try cells.spelled(.rank, PeopleRules.rank) }
        row.from = try line.taking(.from) { try cells.day(.from) }
        if let from = row.from, from > desk.today { line.wrong(.from, .inTheFuture(.from, from)) }
        if isForm, row.unit == nil, let post = row.post { split(post, &row, &line) }
        line.name = row.name ?? row.code ?? ""
        rows.append(row)
    }

    /// `示例市财政局预算科科长`: the longest beginning that is a unit, and the rest.
    private func split(_ text: String, _ row: inout Row, _ line: inout ImportLine) {
        let first = text.prefix { !"，,；;、".contains($0) }
        for length in stride(from: min(first.count, 60), through: 2, by: -1) {
            guard case .one(let unit) = desk.records.unit(String(first.prefix(length))) else { continue }
            row.unit = unit
            row.post = String(text.dropFirst(length)).withoutOuterSpace
            return
        }
        line.wrong(
            .post,
            Words("“\(shown(text))”中没有单位表里的单位，请先导入单位", "“\(shown(text))” names no unit of the records: import it first")
        )
    }

    func decide(_ lines: inout [ImportLine]) throws {
        var twins = RowTwins()
        for index in lines.indices where lines[index].fate != .wrong {
            try decide(rows[index], &lines[index], index, &twins)
        }
        twins.settle(&lines)
    }

    private func decide(_ row: Row, _ line: inout ImportLine, _ index: Int, _ twins: inout RowTwins) throws {
        guard row.name != nil || row.code != nil else { return line.wrong(.name, Words("请填姓名", "Give the name")) }
        let found = matching(row, &line)
        if let found { met.insert(found.code) }
        guard line.fate != .wrong else { return }
        let key = found?.code ?? row.code ?? "\(row.name?.folded ?? "") \(row.month ?? "") \(row.unit?.code ?? "")"
        let content = [
            row.name, row.sex?.rawValue, row.month, row.unit?.code, row.post?.folded, row.rank?.folded, row.from?.iso,
        ]
        if twins.isTwin(key, content, &line, at: index) { return }
        if let found {
            try change(found, by: row, &line)
        } else {
            try add(row, &line)
        }
    }

    /// Whom of the records a row means; nobody where they are new, or where it is a question.
    private func matching(_ row: Row, _ line: inout ImportLine) -> Person? {
        let records = desk.records
        let same = row.name.map { records.persons(named: $0) } ?? []
        func isSame(_ person: Person) -> (month: Bool, unit: Bool) {
            (person.birthMonth == row.month, records.openAppointment(of: person.code)?.unit == row.unit?.code)
        }
        let whole = same.filter { isSame($0) == (true, true) }
        if let code = row.code {
            if let person = records.person(code: code) {
                guard let name = row.name, name.folded != person.name.folded, let month = row.month,
                    month != person.birthMonth
                else { return person }
                line.wrong(
                    .personCode,
                    Words(
                        "编号\(code)是“\(person.name)”（\(person.birthMonth)）的编号，与本行姓名、出生年月都不同，请核对编号",
                        "The staff number \(code) is that of \(person.name) (\(person.birthMonth)), whose name and month of birth differ: check it"
                    ))
                return nil
            }
            if let other = whole.first {
                line.wrong(
                    .personCode,
                    Words(
                        "已有同名、同单位、同出生年月的人员：\(records.told(other))，编号不同。是同一人的请改编号，不是的请在页面上新增",
                        "Somebody of that name, unit and month of birth is there with another staff number: \(records.told(other)). Mend the number, or add them on the page"
                    ))
            }
            return nil
        }
        if whole.count == 1 { return whole[0] }
        let close = whole.isEmpty ? same.filter { isSame($0).month || row.unit != nil && isSame($0).unit } : whole
        guard !close.isEmpty else { return nil }
        let told = close.prefix(5).map { records.told($0) }.joined(separator: "、")
        line.wrong(
            .name,
            Words(
                "现有资料中有\(close.count)位“\(row.name ?? "")”：\(told)。是其中一位的，请填人员编号；不是的，也请为本行编一个号",
                "The records have \(close.count) called \(row.name ?? ""): \(told). Give the staff number of the one meant, or a number of its own"
            ))
        return nil
    }

    private func change(_ before: Person, by row: Row, _ line: inout ImportLine) throws {
        var after = before
        if let name = row.name { after.name = name }
        if let sex = row.sex { after.sex = sex }
        if let month = row.month { after.birthMonth = month }
        if after != before {
            if try desk.isOlder(after, than: before, ["name", "sex", "birth_month"], .name, &line) { return }
            line.change(Words("姓名", "Name"), before.name, after.name)
            line.change(PeopleProblem.Field.sex.words, before.sex.words.zh, after.sex.words.zh)
            line.change(PeopleProblem.Field.birthMonth.words, before.birthMonth, after.birthMonth)
            line.edits.persons = [.init(after, before: before)]
        }
        var held = desk.records.appointments[before.code] ?? []
        let first = held.map(\.dated.span.from).min()
        if let day = [first, row.from].compactMap({ $0 }).min(), after.birthMonth != before.birthMonth || day != first {
            desk.refuse(day, bornIn: after.birthMonth, &line)
        }
        guard line.fate != .wrong, let unit = row.unit ?? unit(ofPostIn: held, row, &line) else { return }
        try desk.decide(
            PostRow(unit: unit, post: row.post, rank: row.rank, from: row.from), of: before.code, held: &held, &line,
            isNew: false)
    }

    /// A row that says something of a post and not where it is means the one that is held: a list of promotions.
    private func unit(ofPostIn held: [Appointment], _ row: Row, _ line: inout ImportLine) -> OrgUnit? {
        guard row.isOfPost else { return nil }
        let open = held.filter { $0.dated.span.until == nil }
        if open.count == 1, let unit = desk.records.units[open[0].unit] { return unit }
        line.wrong(
            .unit, Words("此人目前没有任职，请填工作单位", "They hold no post now, so the row does not say where: give the unit"))
        return nil
    }

    private func add(_ row: Row, _ line: inout ImportLine) throws {
        if row.name == nil { line.wrong(.name, Words("新增人员须填姓名", "A new person needs a name")) }
        if row.sex == nil { line.wrong(.sex, Words("新增人员须填性别", "A new person needs the sex")) }
        if row.month == nil {
            line.wrong(.birthMonth, Words("新增人员须填出生年月，如1984-07", "A new person needs the month of birth, as 1984-07"))
        }
        if row.unit == nil, hasUnits || row.isOfPost {
            line.wrong(.unit, Words("新增人员须填工作单位", "A new person needs a unit"))
        }
        if let month = row.month { desk.refuse(row.from, bornIn: month, &line) }
        guard line.fate != .wrong, let name = row.name, let sex = row.sex, let month = row.month else { return }
        let person = Person(
            code: row.code ?? desk.placeholder(.person), name: name, sex: sex, birthMonth: month, recorded: desk.today)
        line.edits.persons = [.init(person)]
        line.fate = .new
        guard let unit = row.unit else { return }
        var held: [Appointment] = []
        try desk.decide(
            PostRow(unit: unit, post: row.post, rank: row.rank, from: row.from), of: person.code, held: &held, &line,
            isNew: true)
    }

    func left() -> [String] { desk.peopleLeft(besides: met) }
}
