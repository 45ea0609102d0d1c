import Records
import Spelling
import Storage
import Training
import Vocabulary

/// What a row says of the post that somebody holds or held.
struct PostRow {
    var unit: OrgUnit
    /// Nil: the row does not say.
    var post: String?
    var rank: String?
    var from: Day?
    var until: Day?
}

/// Decides what such a row means for the posts that the person held and holds: one at a time, each with its days.
extension PlanningDesk {
    func decide(
        _ row: PostRow, of person: String, held: inout [Appointment], _ line: inout ImportLine, isNew: Bool
    ) throws {
        if let exact = row.from.flatMap({ from in held.firstIndex { $0.dated.span.from == from } }) {
            return try correct(exact, by: row, &held, &line)
        }
        let open = held.firstIndex { $0.dated.span.until == nil }
        if let open, row.says(sameAs: held[open]) {
            if row.from != nil, row.until != nil { return try add(row, of: person, &held, &line, open: open) }
            return try correct(open, by: row, &held, &line)
        }
        if row.from == nil, let past = held.last(where: { $0.dated.span.until != nil && row.says(sameAs: $0) }) {
            return try askAbout(past, held, isDated: false, &line)
        }
        try add(row, of: person, &held, &line, open: open)
        if isNew, line.fate != .wrong { line.fate = .new }
    }

    /// The file says what was before: somebody has put down since that it is over.
    private func askAbout(
        _ past: Appointment, _ held: [Appointment], isDated: Bool, _ line: inout ImportLine
    ) throws {
        let ended = past.dated.span.until?.iso ?? ""
        let now = held.first { $0.dated.span.until == nil }
        let where_ = now.flatMap { records.units[$0.unit]?.name }
        line.wrong(
            .unit,
            Words(
                "文件里是以前的任职：\(name(of: past.unit))\(past.post)已于\(ended)结束" + (where_.map { "，现在\($0)" } ?? "")
                    + (isDated ? "。请删去这一行；确要重新任职的，任职日期应在\(ended)之后" : "。确要重新任职的，请填任职日期"),
                "That post ended on \(ended)" + (where_.map { "; they serve at \($0) now" } ?? "")
                    + (isDated
                        ? ". Delete the row; or give a day after \(ended) where they hold it again"
                        : ". Give a day where they hold it again")))
    }

    private func name(of unit: String) -> String { records.units[unit]?.name ?? unit }

    /// The row is about a post that stands in the records.
    private func correct(
        _ index: Int, by row: PostRow, _ held: inout [Appointment], _ line: inout ImportLine
    ) throws {
        let before = held[index]
        var after = before
        after.unit = row.unit.code
        if let post = row.post { after.post = post }
        if let rank = row.rank { after.rank = rank }
        if let from = row.from ?? (before.isOpen ? earlier(than: before.dated) : nil) { after.dated.span.from = from }
        if let until = row.until, until != before.dated.span.until {
            after = after.ended(on: until, recorded: today)
        } else if row.until == nil, row.from != nil, let ended = before.dated.span.until {
            guard row.says(sameAs: before) else { return try askAbout(before, held, isDated: true, &line) }
            // A list of all posts need not say when each ended; one of those who serve now is an old one.
            if held.contains(where: { $0.dated.span.until == nil }) || ended < today {
                return try askAbout(before, held, isDated: true, &line)
            }
        }
        guard after != before else { return }
        if let until = after.dated.span.until, until < after.dated.span.from {
            return line.wrong(.until, .endsBeforeItBegins(after.dated.span.from))
        }
        if !row.unit.span.contains(after.dated.span.from) {
            return line.wrong(.from, .unitClosed(row.unit.name, on: after.dated.span.from, .from))
        }
        let others = held.indices.filter { $0 != index && held[$0].dated.span.overlaps(after.dated.span) }
        if let other = others.first {
            return line.wrong(.from, .overlaps(held[other], unit: name(of: held[other].unit)))
        }
        if try isOlder(after, than: before, ["unit", "post", "person_rank", "from_day"], .post, &line) { return }
        line.change(Words("单位", "Unit"), name(of: before.unit), name(of: after.unit))
        line.change(PeopleProblem.Field.post.words, before.post, after.post)
        line.change(PeopleProblem.Field.rank.words, before.rank, after.rank)
        line.change(Words("任职日期", "Since"), before.dated.span.from.iso, after.dated.span.from.iso)
        line.change(Words("免职日期", "Until"), before.dated.span.until?.iso ?? "", after.dated.span.until?.iso ?? "")
        line.edits.appointments.append(.init(after, before: before))
        held[index] = after
    }

    /// The row is about a post that is not in the records: the one held until then ends the day before.
    private func add(
        _ row: PostRow, of person: String, _ held: inout [Appointment], _ line: inout ImportLine, open: Int?
    ) throws {
        var row = row
        let from = row.from ?? since
        let dated = Dated(from: from, until: row.until, recorded: today)
        guard row.unit.span.contains(from) else {
            return line.wrong(row.from == nil ? .unit : .from, .unitClosed(row.unit.name, on: from, .from))
        }
        let overlapping = held.indices.filter { held[$0].dated.span.overlaps(dated.span) }
        if let first = overlapping.first {
            guard overlapping == [first], first == open, held[first].dated.span.from < from else {
                let other = held[first]
                return line.wrong(
                    row.from == nil ? .unit : .from,
                    row.from == nil && other.dated.span.from >= from
                        ? .notLater(other.dated.span.from) : .overlaps(other, unit: name(of: other.unit)))
            }
            let before = held[first]
            // Within a unit a row need not say what stays: of a promotion, the post or the rank.
            if before.unit == row.unit.code {
                row.post = row.post ?? before.post
                row.rank = row.rank ?? before.rank
            }
            let after = before.ended(on: from - 1, recorded: today)
            line.edits.appointments.append(.init(after, before: before))
            held[first] = after
            line.change(Words("单位", "Unit"), name(of: before.unit), row.unit.name)
            line.change(PeopleProblem.Field.post.words, before.post, row.post ?? "")
            line.change(PeopleProblem.Field.rank.words, before.rank, row.rank ?? "")
            line.change(Words("任职日期", "Since"), before.dated.span.from.iso, from.iso)
        } else {
            line.change(Words("单位", "Unit"), "", row.unit.name)
            line.change(PeopleProblem.Field.post.words, "", row.post ?? "")
        }
        line.isUndated = row.from == nil
        let appointment = Appointment(
            code: placeholder(.appointment), person: person, unit: row.unit.code, post: row.post ?? "",
            rank: row.rank ?? "", dated: dated)
        line.edits.appointments.append(.init(appointment))
        held.append(appointment)
    }

    /// Whether the file says what a record said before somebody changed it; then that is told, and nothing is undone.
    func isOlder<R: PeopleRecord>(
        _ wanted: R, than standing: R, _ columns: [String], _ field: ImportField, _ line: inout ImportLine
    ) throws -> Bool {
        guard let column = try records.wasBefore(wanted, columns, now: standing) else { return false }
        let (was, now) = (wanted.columnsTold[column] ?? "", standing.columnsTold[column] ?? "")
        line.wrong(
            field,
            Words(
                "文件里是以前的“\(shown(was))”，后来已改为“\(shown(now))”。以现有资料为准的，请改文件；确要改回的，请在页面上修改",
                "The file has the former “\(shown(was))”, which was changed to “\(shown(now))” since. Mend the file; or change it back on its page"
            ))
        return true
    }
}

extension PostRow {
    /// As far as the row says anything.
    func says(sameAs held: Appointment) -> Bool {
        held.unit == unit.code && (post.map { held.post.isEmpty || held.post.reads(as: $0) } ?? true)
            && (rank.map { held.rank.isEmpty || held.rank.reads(as: $0) } ?? true)
    }
}
