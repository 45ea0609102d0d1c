import Pages
import Records
import Spelling
import Vocabulary

/// What a list says of somebody (名单登记).
enum ListedAs: String, Named {
    case here, late, early, leave, sick, official, absent

    /// Nil: simply there.
    var mark: RollMark.Mark? { RollMark.Mark(rawValue: rawValue) }
    var words: Words { mark?.words ?? RollMark.here }

    /// As lists have it: in words, by the sign of the sheet, or as people write it.
    private var names: [String] {
        let others: [String] =
            switch self {
            case .here: [RollMark.hereSign, "✓", "✔", "到", "已到", "实到", "正常", "已签到"]
            case .absent: ["x", "✗", "缺勤", "缺课", "未到", "缺席"]
            case .leave: ["请假"]
            case .official: ["因公"]
            case .late, .early, .sick: []
            }
        return [words.zh, words.en, rawValue, mark?.sign ?? RollMark.hereSign] + others
    }

    static func named(_ text: String) -> ListedAs? {
        let folded = text.folded
        return folded.isEmpty ? nil : allCases.first { $0.names.contains { $0.folded == folded } }
    }
}

/// One line of a list; `said` is nil where it names somebody and no more.
struct RollLine: Sendable, Hashable {
    var person: String
    var said: ListedAs?
}

/// A list as it comes from a sheet or a message: a column of names, or with what each was beside it. Names are looked for on
/// the roll alone, so that a namesake elsewhere is nobody's trouble.
struct PastedRoll {
    private(set) var lines: [RollLine] = []
    private(set) var problems: [Words] = []
    /// By number and by name, folded.
    private let known: [String: [String]]
    /// The column whose cells say what somebody was, where the list has heads.
    private var column: Int?
    private var hasHead = false

    static let mostLines = 2000

    init(_ text: String, of people: [(code: String, name: String)]) {
        var known: [String: [String]] = [:]
        for one in people {
            known[one.code.folded, default: []].append(one.code)
            if one.name.folded != one.code.folded { known[one.name.folded, default: []].append(one.code) }
        }
        self.known = known
        let rows = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        guard rows.count <= Self.mostLines else {
            problems = [Words("名单最多\(Self.mostLines)行", "At most \(Self.mostLines) lines")]
            return
        }
        for (place, row) in rows.enumerated() where !row.allSatisfy(\.isWhitespace) {
            take(row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init), number: place + 1)
        }
        if problems.count > Self.mostTold {
            let more = problems.count - Self.mostTold
            problems = problems.prefix(Self.mostTold) + [Words("还有\(more)处", "and \(more) more")]
        }
    }

    private static let mostTold = 10

    private mutating func take(_ cells: [String], number: Int) {
        if lines.isEmpty, !hasHead, isHead(cells) { return }
        if cells.count == 1 { return takeAlone(cells[0], number) }
        let persons = cells.compactMap { known[$0.folded] }.filter { $0.count == 1 }.map { $0[0] }
        if Set(persons).count > 1 {
            // A row of names, such as of a seating plan.
            let isRow = !hasHead && cells.allSatisfy { $0.folded.isEmpty || known[$0.folded] != nil }
            if isRow { return cells.filter { !$0.folded.isEmpty }.forEach { takeName($0, nil, number) } }
            problems.append(
                Words("名单第\(number)行：编号和姓名不是同一人", "Line \(number): number and name are two people's"))
            return
        }
        guard let person = found(cells, number) else { return }
        if let column, cells.indices.contains(column), !cells[column].folded.isEmpty {
            guard let said = ListedAs.named(cells[column]) else {
                problems.append(
                    Words("名单第\(number)行：没有“\(cells[column])”这种出勤情况", "Line \(number): there is no “\(cells[column])”"))
                return
            }
            return add(person, said, number)
        }
        add(person, cells.lazy.compactMap(ListedAs.named).first, number)
    }

    /// Heads name no person.
    private mutating func isHead(_ cells: [String]) -> Bool {
        guard cells.allSatisfy({ known[$0.folded] == nil }) else { return false }
        let heads = cells.map(\.folded)
        let names = ["姓名", "学员", "学员姓名", "人员编号", "编号", "name"]
        guard heads.contains(where: { names.contains($0) }) else { return false }
        let states = ["出勤情况", "考勤情况", "考勤", "出勤", "状态", "签到", "情况", "attendance", "state"]
        hasHead = true
        column = heads.firstIndex { states.contains($0) }
        return true
    }

    /// One cell: a name, several in a line, or a name with what somebody was behind it.
    private mutating func takeAlone(_ text: String, _ number: Int) {
        if known[text.folded] != nil { return takeName(text, nil, number) }
        let parts = text.split { "、，,；;".contains($0) }.map(String.init)
        if parts.count > 1 { return parts.forEach { takeAlone($0, number) } }
        let words = text.split(whereSeparator: { $0.isWhitespace || $0 == "：" || $0 == ":" }).map(String.init)
        if words.count > 1, let last = words.last, let said = ListedAs.named(last) {
            return takeName(words.dropLast().joined(), said, number)
        }
        // A message may set names apart by blanks alone.
        if words.count > 1, words.allSatisfy({ known[$0.folded] != nil }) {
            return words.forEach { takeName($0, nil, number) }
        }
        takeName(text, nil, number)
    }

    private mutating func takeName(_ text: String, _ said: ListedAs?, _ number: Int) {
        if let person = found([text], number) { add(person, said, number) }
    }

    /// Whom the cells of a line name: a number goes before a name.
    private mutating func found(_ cells: [String], _ number: Int) -> String? {
        let codes = cells.compactMap { known[$0.folded] }
        if let one = codes.first(where: { $0.count == 1 }) { return one[0] }
        if let several = codes.first {
            let which = several.joined(separator: "、")
            problems.append(
                Words("名单第\(number)行：有同名学员，请写人员编号：\(which)", "Line \(number): write the staff number: \(which)"))
        } else {
            let text = cells.joined(separator: " ").prefix(40)
            problems.append(
                Words("名单第\(number)行：“\(text)”不在应到名单上", "Line \(number): “\(text)” is not on the roll"))
        }
        return nil
    }

    private mutating func add(_ person: String, _ said: ListedAs?, _ number: Int) {
        guard let before = lines.first(where: { $0.person == person }) else {
            return lines.append(RollLine(person: person, said: said))
        }
        if before.said != said {
            problems.append(
                Words("名单第\(number)行：同一人前后登记不同", "Line \(number): said to be something else before"))
        }
    }
}

extension FormField where Draft == RollSheet {
    /// A list that is pasted: of those who were there, or of what each was.
    static var pastedRoll: FormField<RollSheet> {
        FormField<RollSheet>(
            name: "pasted", words: Words("名单", "List"),
            hint: Words(
                "可从Excel整列粘贴姓名，或“姓名、出勤情况”两列；名单优先于上面的点名",
                "A column of names from a sheet, or names with what each was; it goes before what is ticked"),
            isRequired: false,
            typed: { sheet, _ in [("pasted", sheet.pasted)] },
            read: { query, prefix, sheet, naming in
                sheet.pasted = query.all(prefix + "pasted").first ?? ""
                let people = try sheet.people.map { (code: $0, name: try naming.person($0)?.name ?? $0) }
                let list = PastedRoll(sheet.pasted, of: people)
                sheet.listed = list.lines
                return list.problems.map { FormProblem(prefix + "pasted", $0) }
            }, control: { .longField($0.id, $0.value, rows: 5) },
            shown: { sheet, _ in
                sheet.listed.isEmpty ? "—" : .say("\(sheet.listed.count)人", "\(sheet.listed.count) people")
            }, text: { sheet, _ in sheet.pasted }, kind: .longText(most: 100_000))
    }
}
