import Records
import Spelling
import Storage
import Store
import Training
import Vocabulary

/// Rows of past activities, with who took part: one row each, or one row for each who did.
final class ActivityRows: RowPlanner {
    let desk: PlanningDesk
    private(set) var rows: [Row?] = []
    private let teams: KnownTeams

    struct Row {
        /// With what the row says; of hours, topics and audience the activity has what any of its rows say.
        var draft: ActivityDraft
        var people: [ParticipantDraft]
        /// Whether its columns name one person, whose hours then are that person's own.
        var isOfOne: Bool
        /// Nil: the row does not say.
        var hours: Double?
        var topics: [Topic]?
        var audience: [PersonCategory]?
        var role: ParticipationRole?
        var hasEnd: Bool
        var key: String
    }

    init(_ desk: PlanningDesk) throws {
        self.desk = desk
        teams = try KnownTeams(desk)
    }

    func take(_ cells: ImportCells, _ line: inout ImportLine) throws {
        let title = try line.taking(.title) { try cells.spelled(.title, .title) }
        let kind = try line.taking(.kind) {
            try cells.choice(
                .kind, KnownWords.activityKinds, ActivityKindCatalogue.builtIn.map { Words($0.nameZh, $0.nameEn) })
        }
        let organiser = try desk.unit(cells, .organiser, &line)
        let span = try line.taking(.from) { try cells.span(.from) }
        let end = try line.taking(.to) { try cells.day(.to) }
        let hours = try line.taking(.hours) { try Self.hours(cells) }
        let topics = try line.taking(.topics) { try Self.topics(cells) }
        let audience = try line.taking(.audience) { try Self.audience(cells) }
        let role = try line.taking(.role) {
            try cells.choice(.role, KnownWords.parts, ParticipationRole.allCases.map(\.importWords))
        }
        let team = try teams.team(cells, of: organiser?.code, on: span?.from, &line)
        var people = try participants(cells, &line).map { ParticipantDraft(person: $0, hours: 0) }
        let isOfOne = people.isEmpty && (cells.isFilled(.name) || cells.isFilled(.personCode))
        if cells.isFilled(.name) || cells.isFilled(.personCode) {
            if let person = try desk.person(cells, &line, narrowedByUnit: false) {
                people.append(ParticipantDraft(person: person.code, role: role ?? .attendee, hours: 0))
            }
        }
        line.name = title ?? ""
        if title == nil { line.missing(.title, Words("请填活动名称", "Give the title")) }
        if kind == nil { line.missing(.kind, Words("请填活动类型", "Give the kind")) }
        if organiser == nil { line.missing(.organiser, Words("请填主办单位", "Give the organiser")) }
        if span == nil { line.missing(.from, Words("请填开始日期", "Give the first day")) }
        guard line.fate != .wrong, let title, let kind, let organiser, let span else { return rows.append(nil) }
        let to = end ?? span.to ?? span.from
        let draft = ActivityDraft(
            kind: kind, title: title, organiser: organiser.code, team: team?.code, from: span.from, to: to, hours: 0)
        rows.append(
            Row(
                draft: draft, people: people, isOfOne: isOfOne, hours: hours, topics: topics, audience: audience,
                role: role, hasEnd: end != nil,
                key: "\(kind) \(title.folded) \(organiser.code) \(team?.code ?? "") \(span.from.iso) \(to.iso)"))
    }

    private static func hours(_ cells: ImportCells) throws -> Double? {
        guard let text = try cells.text(.hours) else { return nil }
        var narrow = text.narrow
        for ending in ["学时", "小时", "课时"] where narrow.hasSuffix(ending) { narrow.removeLast(ending.count) }
        guard let hours = Double(narrow), hours.isFinite, hours >= 0, (hours * 2).rounded() == hours * 2 else {
            throw CellFlaw(
                "“\(shown(text))”不是学时，请填0.5的倍数，如8",
                "“\(shown(text))” are no hours: fill in a multiple of 0.5, such as 8")
        }
        return hours
    }

    static func topics(_ cells: ImportCells) throws -> [Topic]? {
        guard let text = try cells.text(.topics) else { return nil }
        return try parts(of: text).map { part in
            guard let topic = KnownWords.topics[part.folded] else {
                throw CellFlaw(
                    "没有“\(shown(part))”这个主题类别，可选：" + Topic.builtIn.map(\.zh).joined(separator: "、"),
                    "There is no topic “\(shown(part))”; there are: " + Topic.builtIn.map(\.en).joined(separator: ", "))
            }
            return topic
        }
    }

    /// For whom it was meant.
    private static func audience(_ cells: ImportCells) throws -> [PersonCategory]? {
        guard let text = try cells.text(.audience) else { return nil }
        if ["不限", "全体", "everybody"].contains(text.folded) { return nil }
        return try parts(of: text).map { part in
            guard let category = KnownWords.categories[part.folded] else {
                throw CellFlaw(
                    "没有“\(shown(part))”这类人员，可选：" + PersonCategory.builtIn.map(\.zh).joined(separator: "、"),
                    "There is no category “\(shown(part))”; there are: "
                        + PersonCategory.builtIn.map(\.en).joined(separator: ", "))
            }
            return category
        }
    }

    private static func parts(of text: String) -> [String] {
        text.split { "、,，;；\n\r\t".contains($0) }.map { String($0).withoutOuterSpace }.filter { !$0.isEmpty }
    }

    /// Those in one cell, by name or by staff number.
    private func participants(_ cells: ImportCells, _ line: inout ImportLine) throws -> [String] {
        guard let text = try line.taking(.participants, { try cells.text(.participants) }) else { return [] }
        var codes: [String] = []
        func take(_ person: Person, _ part: String) {
            guard codes.contains(person.code) else { return codes.append(person.code) }
            line.wrong(
                .participants,
                Words("“\(shown(part))”写了两次，请删去一个", "“\(shown(part))” stands there twice: delete one"))
        }
        for part in Self.parts(of: text) {
            if let person = desk.records.person(code: part) {
                take(person, part)
                continue
            }
            let found = desk.records.persons(named: part)
            if found.count == 1 {
                take(found[0], part)
            } else if found.isEmpty {
                line.wrong(.participants, Words("没有“\(shown(part))”这个人", "There is nobody called \(shown(part))"))
            } else {
                let told = found.prefix(5).map { desk.records.told($0) }.joined(separator: "、")
                line.wrong(
                    .participants,
                    Words(
                        "有\(found.count)位“\(part)”：\(told)，请填人员编号",
                        "There are \(found.count) called \(part): \(told). Give the staff number"))
            }
        }
        return codes
    }

    func decide(_ lines: inout [ImportLine]) throws {
        let groups = Dictionary(grouping: lines.indices.filter { rows[$0] != nil && lines[$0].fate != .wrong }) {
            rows[$0]?.key ?? ""
        }
        for group in groups.values.sorted(by: { $0[0] < $1[0] }) { try decide(group, &lines) }
    }

    /// The rows of one activity.
    private func decide(_ group: [Int], _ lines: inout [ImportLine]) throws {
        guard let first = group.first, var draft = rows[first]?.draft else { return }
        settle(group, &draft, &lines)
        gather(group, &draft, &lines)
        let taken = group.filter { lines[$0].fate != .wrong }
        let wanted = draft.activity(code: "", recorded: desk.today)
        if let code = try desk.reading.activities(sameAs: wanted).first,
            let activity = try desk.reading.activity(code: code)
        {
            let parts = Dictionary(
                try desk.reading.participations(in: code).map { ($0.person, $0) }, uniquingKeysWith: { a, _ in a })
            for index in taken { compare(index, with: activity, parts, &lines[index]) }
            return
        }
        if let known = try known(as: draft, wanted) {
            for index in taken { lines[index].wrong(.from, known) }
            return
        }
        let problems = try draft.problems(in: desk.reading, today: desk.today, confirmed: draft.confirmations)
        guard problems.isEmpty else {
            for index in taken {
                for problem in problems {
                    let field = problem.importField
                    let hasEnd = rows[index]?.hasEnd ?? true
                    lines[index].wrong(field == .to && !hasEnd ? .from : field, problem.importWords)
                }
            }
            return
        }
        guard let holder = taken.first else { return }
        lines[holder].activities = [draft]
        lines[holder].change(PeopleProblem.Field.unit.words, "", desk.records.units[draft.organiser]?.name ?? "")
        lines[holder].change(
            Words("日期", "Days"), "", draft.from == draft.to ? draft.from.iso : "\(draft.from.iso)至\(draft.to.iso)")
        if draft.participants.count > 1 {
            lines[holder].change(Words("人数", "People"), "", "\(draft.participants.count)人")
        }
        for index in taken { lines[index].fate = .new }
    }

    /// What the activity has as a whole: said by any of its rows, and by all that say it the same. Where each row is one
    /// person's, hours are theirs, and the activity's are the most that anybody has.
    private func settle(_ group: [Int], _ draft: inout ActivityDraft, _ lines: inout [ImportLine]) {
        func first<Value>(_ value: (Row) -> Value?) -> (row: Int, value: Value)? {
            for index in group {
                if let found = rows[index].flatMap(value) { return (index, found) }
            }
            return nil
        }
        let hours = first { $0.isOfOne ? nil : $0.hours }
        let topics = first(\.topics)
        let audience = first(\.audience)
        draft.hours = hours?.value ?? group.compactMap { rows[$0]?.hours }.max() ?? 0
        draft.topics = topics?.value ?? []
        draft.audience = audience?.value ?? []
        for index in group {
            guard let row = rows[index] else { continue }
            func differs(_ field: ImportField, _ words: Words, from other: Int) {
                lines[index].wrong(
                    field,
                    Words(
                        "与第\(lines[other].row)行是同一个活动，\(words.zh)不同",
                        "The same activity as row \(lines[other].row), with other \(words.en)"))
            }
            if let own = row.hours, let hours, row.isOfOne ? own > hours.value : own != hours.value {
                differs(.hours, Words("学时", "hours"), from: hours.row)
            }
            if let own = row.topics, let topics, Set(own) != Set(topics.value) {
                differs(.topics, Words("主题", "topics"), from: topics.row)
            }
            if let own = row.audience, let audience, Set(own) != Set(audience.value) {
                differs(.audience, Words("培训对象", "audience"), from: audience.row)
            }
        }
    }

    /// Those who took part, each once.
    private func gather(_ group: [Int], _ draft: inout ActivityDraft, _ lines: inout [ImportLine]) {
        var seen: [String: Int] = [:]
        for index in group where lines[index].fate != .wrong {
            guard let row = rows[index] else { continue }
            let twice = row.people.lazy.compactMap { seen[$0.person] }.first
            if let twin = twice ?? (row.people.isEmpty && index != group[0] ? group[0] : nil) {
                let number = lines[twin].row
                lines[index].wrong(
                    nil, Words("与第\(number)行重复，请删去一行", "The same as row \(number): delete one"))
                continue
            }
            for var person in row.people {
                seen[person.person] = index
                person.hours = (row.isOfOne ? row.hours : nil) ?? draft.hours
                draft.participants.append(person)
            }
        }
    }

    /// What was held and is in no file is nobody's to tell.
    func left() -> [String] { [] }
}
