import Records
import Spelling
import Storage
import Store
import Training
import Vocabulary

/// Rows of past activities, with who took part: one row each, or one row for each who did.
final class ActivityRows: RowPlanner {
    private let desk: PlanningDesk
    private var rows: [Row?] = []

    private struct Row {
        var draft: ActivityDraft
        var people: [ParticipantDraft]
        var key: String
    }

    init(_ desk: PlanningDesk) throws { self.desk = desk }

    func take(_ cells: ImportCells, _ line: inout ImportLine) throws {
        let title = try line.taking(.title) { try cells.spelled(.title, .title) }
        let kind = try line.taking(.kind) {
            try cells.choice(
                .kind, KnownWords.activityKinds, ActivityKindCatalogue.builtIn.map { Words($0.nameZh, $0.nameEn) })
        }
        let organiser = try desk.unit(cells, .organiser, &line)
        let from = try line.taking(.from) { try cells.day(.from) }
        let to = try line.taking(.to) { try cells.day(.to) } ?? from
        let hours = try line.taking(.hours) { try Self.hours(cells) } ?? 0
        let topics = try line.taking(.topics) { try Self.topics(cells) } ?? []
        let role = try line.taking(.role) {
            try cells.choice(.role, KnownWords.parts, ParticipationRole.allCases.map(\.importWords))
        }
        var people = try participants(cells, &line).map { ParticipantDraft(person: $0, role: .attendee, hours: hours) }
        if cells.isFilled(.name) || cells.isFilled(.personCode) {
            if let person = try desk.person(cells, &line, narrowedByUnit: false) {
                people.append(ParticipantDraft(person: person.code, role: role ?? .attendee, hours: hours))
            }
        }
        line.name = title ?? ""
        if title == nil { line.missing(.title, Words("请填活动名称", "Give the title")) }
        if kind == nil { line.missing(.kind, Words("请填活动类型", "Give the kind")) }
        if organiser == nil { line.missing(.organiser, Words("请填主办单位", "Give the organiser")) }
        if from == nil { line.missing(.from, Words("请填开始日期", "Give the first day")) }
        guard line.fate != .wrong, let title, let kind, let organiser, let from, let to else { return rows.append(nil) }
        let draft = ActivityDraft(
            kind: kind, title: title, organiser: organiser.code, from: from, to: to, hours: hours, topics: topics)
        rows.append(
            Row(draft: draft, people: people, key: "\(kind) \(title.folded) \(organiser.code) \(from.iso) \(to.iso)"))
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

    private static func parts(of text: String) -> [String] {
        text.split { "、,，;；\n\r\t".contains($0) }.map { String($0).withoutOuterSpace }.filter { !$0.isEmpty }
    }

    /// Those in one cell, by name or by staff number.
    private func participants(_ cells: ImportCells, _ line: inout ImportLine) throws -> [String] {
        guard let text = try line.taking(.participants, { try cells.text(.participants) }) else { return [] }
        var codes: [String] = []
        for part in Self.parts(of: text) {
            if let person = desk.records.person(code: part) {
                codes.append(person.code)
                continue
            }
            let found = desk.records.persons(named: part)
            if found.count == 1 {
                codes.append(found[0].code)
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
        var seen: Set<String> = []
        for index in group {
            guard let row = rows[index] else { continue }
            if row.draft.hours != draft.hours || row.draft.topics != draft.topics {
                lines[index].wrong(
                    .hours,
                    Words(
                        "与第\(lines[first].row)行是同一个活动，学时或主题不同",
                        "The same activity as row \(lines[first].row), with other hours or topics"))
                continue
            }
            let new = row.people.filter { seen.insert($0.person).inserted }
            if new.count < row.people.count || row.people.isEmpty && index != first {
                lines[index].wrong(
                    nil, Words("与第\(lines[first].row)行重复，请删去一行", "The same as row \(lines[first].row): delete one"))
                continue
            }
            draft.participants += new
        }
        let taken = group.filter { lines[$0].fate != .wrong }
        if let code = try desk.reading.activities(sameAs: draft.activity(code: "", recorded: desk.today)).first {
            let known = Set(try desk.reading.participations(in: code).map(\.person))
            for index in taken {
                let more = rows[index]?.people.filter { !known.contains($0.person) } ?? []
                if !more.isEmpty {
                    lines[index].wrong(
                        .participants,
                        Words(
                            "活动已在记录中（\(code)），补充参加人员请在该记录上更正",
                            "The activity is on record (\(code)): correct that record to add people"))
                }
            }
            return
        }
        let problems = try draft.problems(in: desk.reading, today: desk.today, confirmed: draft.confirmations)
        guard problems.isEmpty else {
            for index in taken {
                for problem in problems { lines[index].wrong(problem.importField, problem.importWords) }
            }
            return
        }
        for index in taken { lines[index].fate = .new }
        if let holder = taken.first { lines[holder].activities = [draft] }
    }

    /// What was held and is in no file is nobody's to tell.
    func left() -> [String] { [] }
}

extension ActivityProblem {
    fileprivate var importField: ImportField {
        switch self {
        case .noTitle, .titleTooLong, .titleUnfit, .alreadyReported: .title
        case .unknownOrganiser: .organiser
        case .hoursNotInHalves, .hoursOutOfRange: .hours
        case .endsBeforeItBegins, .tooLong, .notYetOver: .to
        case .tooManyParticipants, .unknownPerson, .personTwice, .participantHours: .participants
        default: .from
        }
    }

    fileprivate var importWords: Words {
        switch self {
        case .endsBeforeItBegins: Words("结束日期早于开始日期", "It ends before it starts")
        case .tooLong(let days, let limit):
            Words("共\(days)天，超过\(limit)天，请检查日期", "\(days) days is more than \(limit): check the days")
        case .notYetOver(let day):
            Words("\(day.iso)还没有到；活动结束后再填报", "\(day.iso) has not come yet; report once it is over")
        case .organiserNotOpen:
            Words("主办单位当日尚未设立或已撤销，请核对开始日期", "The organising unit did not exist on that day: check the first day")
        case .hoursOutOfRange(_, let limit):
            Words("学时应在0到\(Int(limit))之间", "Hours must lie between 0 and \(Int(limit))")
        case .tooManyParticipants(let limit):
            Words("一次最多\(limit)人，请分次填报", "At most \(limit) people at once: report in parts")
        case .unlikely(let day): Words("日期\(day.day.iso)可能有误，请核对", "\(day.day.iso) is unlikely: check it")
        default: Words("活动内容不符合填报要求，请核对", "The activity cannot be put on record as it is: check it")
        }
    }
}
