import Records
import Spelling
import Vocabulary

/// People as they are pasted into a box: names or codes with anything between them, each perhaps followed by what tells
/// namesakes apart or says something of the person.
public struct PersonBox {
    /// Somebody who was found, and the words behind that the box does not know.
    public struct Entry {
        public var person: String
        public var rest: [String]
        /// As the reader counts them, from 1.
        public var line: Int
    }

    public private(set) var entries: [Entry] = []
    public private(set) var problems: [FormProblem] = []
    /// How many people were typed, found or not.
    public private(set) var count = 0

    private let field: String
    private let naming: Naming
    private let unit: String?
    private let onlyWithinReach: Bool
    private let standsBehind: (String) -> Bool
    private static let rule = TextRule(limit: 200, mayHaveLines: true)
    private static let longestName = 4

    /// - Parameters:
    ///   - unit: of namesakes the one who works there is meant.
    ///   - onlyWithinReach: of namesakes those of the reader's units are meant, where there are some.
    ///   - standsBehind: whether a word says something of a person and is no part of a name.
    public init(
        _ typed: String, field: String, most: Int, unit: String? = nil, naming: Naming, onlyWithinReach: Bool = false,
        standsBehind: @escaping (String) -> Bool = { _ in false }
    ) throws {
        self.field = field
        self.naming = naming
        self.unit = unit
        self.onlyWithinReach = onlyWithinReach
        self.standsBehind = standsBehind
        let pieces = Self.pieces(of: typed)
        count = pieces.count
        // Before each of them is looked up.
        guard count <= most else { return }
        var place = 0
        while place < pieces.count {
            let start = place
            let line = pieces[start].line
            place += 1
            let text = String(typed[pieces[start].range]).withoutOuterSpace
            if let flaw = Self.rule.flaw(in: text) {
                add(flaw.message(of: "这一行", in: .zh), flaw.message(of: "the line", in: .en), line)
                continue
            }
            let found = try find(text.split(whereSeparator: \.isWhitespace).map(String.init))
            var behind = found.rest
            // What stands behind somebody in the same line, with commas between.
            while place < pieces.count, pieces[place].line == line {
                let next = String(typed[pieces[place].range]).withoutOuterSpace
                let words = next.split(whereSeparator: \.isWhitespace).map(String.init)
                guard next.count <= 200, try words.allSatisfy(standsBehind) || found.tells(next, naming) else { break }
                behind += words
                place += 1
            }
            try take(found, behind, text, line, start)
        }
    }

    private struct Found {
        var people: [Person]
        var words: String
        var rest: [String]

        /// Whether a text is another way of naming them, their unit or their post.
        func tells(_ text: String, _ naming: Naming) throws -> Bool {
            guard words != text else { return false }
            let codes = text.codeSpellings
            return try people.contains { person in
                try codes.contains(person.code) || person.name.reads(as: text)
                    || naming.whereaboutsParts(of: person.code).contains { $0.reads(as: text) }
            }
        }
    }

    private func find(_ words: [String]) throws -> Found {
        for count in stride(from: min(words.count, Self.longestName), through: 1, by: -1) {
            let name = words.prefix(count).joined(separator: " ")
            let people = try naming.persons(typed: name)
            if !people.isEmpty { return Found(people: people, words: name, rest: Array(words.dropFirst(count))) }
        }
        // What cannot stand behind a name was meant as part of it: “张 三”, not “张”.
        let name = words.prefix { !standsBehind($0) }.prefix(Self.longestName).joined(separator: " ")
        return Found(people: [], words: name.isEmpty ? words.first ?? "" : name, rest: [])
    }

    private mutating func take(_ found: Found, _ behind: [String], _ text: String, _ line: Int, _ piece: Int) throws {
        let shown = found.words.shortened
        guard !found.people.isEmpty else {
            return add(
                "没有查到“\(shown)”，请核对姓名，或改填人员编号。",
                "Nobody is called “\(shown)”: check the name, or give the staff number.", line)
        }
        let told = behind.filter { !standsBehind($0) }
        var meant = found.people
        if meant.count > 1, !told.isEmpty {
            let telling = try meant.filter { person in
                try told.contains { word in
                    try word.codeSpellings.contains(person.code)
                        || naming.whereaboutsParts(of: person.code).contains { $0.reads(as: word) }
                }
            }
            if telling.count == 1 { meant = telling }
        }
        if meant.count > 1, let unit {
            let here = try meant.filter { try naming.unit(of: $0.code) == unit }
            if here.count == 1 { meant = here }
        }
        if meant.count > 1, onlyWithinReach {
            let own = try meant.filter { person in
                try naming.unit(of: person.code).map { try naming.isWithinReach($0) } ?? false
            }
            if !own.isEmpty { meant = own }
        }
        guard meant.count == 1 else { return try offer(meant, shown, behind, line, piece) }
        let person = meant[0]
        // Another way of naming the same person is no word about them.
        let rest = try behind.filter { word in
            try !Found(people: [person], words: "", rest: []).tells(word, naming)
        }
        if let first = entries.first(where: { $0.person == person.code }) {
            return add(
                "\(person.name)重复（\(person.code)，第\(first.line)行已有），请删去一处。",
                "\(person.name) (\(person.code)) is listed twice, line \(first.line) has it: delete one.", line)
        }
        entries.append(Entry(person: person.code, rest: rest, line: line))
    }

    /// Namesakes, each with unit and post, to be chosen by a click.
    private mutating func offer(_ people: [Person], _ shown: String, _ behind: [String], _ line: Int, _ piece: Int)
        throws
    {
        var problem = FormProblem(
            field,
            Words(
                "第\(line)行：有\(people.count)人叫“\(shown)”，请点选：",
                "Line \(line): \(people.count) people are called “\(shown)”; choose one:"))
        problem.meant = try people.prefix(8).map { person in
            let place = try naming.whereabouts(of: person.code)
            let said = [person.name, place, person.code].filter { !$0.isEmpty }.joined(separator: " ")
            let value = ([String(piece), person.code, person.name] + behind.filter(standsBehind)).joined(separator: " ")
            return FormOption(value, Words(said, said))
        }
        problems.append(problem)
    }

    private mutating func add(_ zh: String, _ en: String, _ line: Int) {
        problems.append(FormProblem(field, Words("第\(line)行：\(zh)", "Line \(line): \(en)")))
    }

    /// What is split by 、，,；; a tab or a line, with the line in which it stands. Where rows of a sheet were pasted with their
    /// heads, only the columns that say something of a participation are read.
    private static func pieces(of typed: String) -> [(line: Int, range: Range<String.Index>)] {
        let lines = typed.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        let sheet = PastedSheet(lines)
        return lines.enumerated().flatMap { place, line in
            if let sheet, line.contains("\t") {
                return sheet.cells(of: line, at: place).map { (place + 1, $0.startIndex..<$0.endIndex) }
            }
            return line.split { "、，,；;\t".contains($0) }.filter { !$0.allSatisfy(\.isWhitespace) }.map {
                (place + 1, $0.startIndex..<$0.endIndex)
            }
        }
    }

    /// Puts somebody who was chosen in the place of what was typed, `7 P00012 张三`; without a number at the end.
    public static func taking(_ chosen: String, into typed: String) -> String {
        let parts = chosen.split(separator: " ", maxSplits: 1)
        guard parts.count == 2 else { return typed }
        let text = String(parts[1])
        let pieces = pieces(of: typed)
        if let place = Int(parts[0]), pieces.indices.contains(place) {
            let range = pieces[place].range
            return typed[..<range.lowerBound] + text + typed[range.upperBound...]
        }
        let before = typed.withoutOuterSpace
        return before.isEmpty ? text : before + "\n" + text
    }

    /// The box, with a search beside it that needs no script.
    public static func control(_ view: FieldView, rows: Int, onlyWithinReach: Bool = false) throws -> HTML {
        let sought = view.typed["\(view.id)-find"] ?? ""
        let ids =
            ["\(view.id)-hint"]
            + (view.problems.contains { $0.field == view.id } ? ["\(view.id)-error"] : [])
        let found: [Person] =
            sought.isEmpty || sought.count > 40
            ? [] : try view.naming.people(beginningWith: sought, limit: 12, onlyWithinReach: onlyWithinReach)
        return .group([
            HTML.area(view.id, view.value, rows: rows).described(by: ids, isWrong: ids.count > 1),
            .div(
                .class("seek"),
                .input(
                    .class("field"), .type("text"), .name("\(view.id)-find"), .value(sought),
                    .ariaLabel(Words("查找人员", "Find people")), .placeholder(Words("姓名或编号", "Name or number")),
                    .attribute("autocomplete", "off")),
                .button(
                    .class("btn small"), .type("submit"), .name("\(view.id)-seek"), .value("1"),
                    .say("查找", "Find"))),
            sought.isEmpty ? .nothing : try matches(view, sought, found),
        ])
    }

    /// Whom the search found, each to be added by a click.
    private static func matches(_ view: FieldView, _ sought: String, _ found: [Person]) throws -> HTML {
        guard !found.isEmpty else {
            return .p(.class("quiet"), .say("没有查到“\(sought.shortened)”。", "Nobody is called “\(sought.shortened)”."))
        }
        return .p(
            .class("btns"),
            .group(
                try found.map { person in
                    let place = try view.naming.whereabouts(of: person.code)
                    return .button(
                        .class("btn small"), .type("submit"), .name("\(view.id)-meant"),
                        .value("- \(person.code) \(person.name)"),
                        .text("+ " + [person.name, place, person.code].filter { !$0.isEmpty }.joined(separator: " ")))
                }))
    }
}
