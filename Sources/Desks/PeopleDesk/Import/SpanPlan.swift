import Records
import Storage
import Training
import Vocabulary

/// Decides what a row with two days means for what the records say of the same thing.
extension PlanningDesk {
    /// `held`: what stands of it; `make` makes a new one. Gives what stands then, where anything changes.
    func decide<R: SpanRecord>(
        _ line: inout ImportLine, from: Day?, until: Day?, held: inout [R], refine: (inout R) -> Void = { _ in },
        make: (Dated) -> R
    ) throws -> PeopleEdits.Edit<R>? {
        let index =
            from.flatMap { day in held.firstIndex { $0.dated.span.from == day } }
            ?? (from == nil
                ? held.firstIndex { $0.dated.span.until == nil }
                    ?? held.firstIndex { until != nil && $0.dated.span.until == until }
                : nil)
        if let index {
            let before = held[index]
            var after = before
            refine(&after)
            if let until, until != before.dated.span.until {
                if until < before.dated.span.from {
                    line.wrong(.until, .endsBeforeItBegins(before.dated.span.from))
                    return nil
                }
                after = after.ended(on: until, recorded: today)
            } else if until == nil, let ended = before.dated.span.until {
                line.wrong(
                    .until,
                    Words("已于\(ended.iso)结束，文件里仍未结束，请核对", "It ended on \(ended.iso), but goes on in the file: check it")
                )
                return nil
            }
            if from == nil, before.isOpen, let earlier = earlier(than: before.dated) {
                after.dated.span.from = earlier
            }
            guard after != before else { return nil }
            line.change(
                PeopleProblem.Field.from.words, before.dated.span.from.iso, after.dated.span.from.iso)
            line.change(
                PeopleProblem.Field.until.words, before.dated.span.until?.iso ?? "", after.dated.span.until?.iso ?? "")
            if line.fate == .unchanged { line.fate = .changed }
            held[index] = after
            return .init(after, before: before)
        }
        if from == nil, let past = held.last(where: { $0.dated.span.until != nil }) {
            line.wrong(
                .from,
                Words(
                    "曾自\(past.dated.span.from.iso)至\(past.dated.span.until?.iso ?? "")，现已结束；重新开始的请填开始日期",
                    "It was so from \(past.dated.span.from.iso) to \(past.dated.span.until?.iso ?? ""): give the day where it begins again"
                ))
            return nil
        }
        let dated = Dated(from: from ?? min(since, until ?? since), until: until, recorded: today)
        let met = held.indices.filter { held[$0].dated.span.overlaps(dated.span) }
        if let other = met.first.map({ held[$0] }) {
            // What was imported without a day began on the day of that import; this row knows better.
            if met.count == 1, until == nil, other.isOpen, other.dated.span.from == other.dated.recorded, let from,
                from < other.dated.span.from
            {
                var after = other
                refine(&after)
                after.dated.span.from = from
                line.change(PeopleProblem.Field.from.words, other.dated.span.from.iso, from.iso)
                held[met[0]] = after
                return .init(after, before: other)
            }
            let told = "\(other.dated.span.from.iso)" + (other.dated.span.until.map { "至\($0.iso)" } ?? "起")
            line.wrong(
                .from,
                Words(
                    "现有资料中已有（\(told)），与本行的日期重叠，请核对；以本行为准的，请先撤回带来它的导入，再导入本文件",
                    "There is one on record (\(other.dated.span.from.iso)–\(other.dated.span.until?.iso ?? "")), and the days overlap: check them; where the row is right, take back the import that brought the other first"
                ))
            return nil
        }
        line.isUndated = from == nil
        let made = make(dated)
        held.append(made)
        line.fate = .new
        return .init(made)
    }
}

/// What the records have and a file has not.
extension PlanningDesk {
    /// Of what still holds those about whom no row was, by name.
    func left<R: SpanRecord>(of held: [String: [R]], besides met: Set<String>, _ person: (R) -> String) -> [String] {
        held.filter { key, held in !met.contains(key) && held.contains { $0.isOpen } }.sorted { $0.key < $1.key }
            .compactMap { $1.first.map { name(ofPerson: person($0)) } }
    }

    /// Those who serve now, by name.
    func peopleLeft(besides met: Set<String>) -> [String] {
        records.appointments.keys.filter { !met.contains($0) && records.openAppointment(of: $0) != nil }.sorted()
            .map { name(ofPerson: $0) }
    }

    private func name(ofPerson code: String) -> String { records.persons[code]?.name ?? code }
}
