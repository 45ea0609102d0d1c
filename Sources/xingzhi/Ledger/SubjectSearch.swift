import LedgerEngine
import Records

/// Finds subjects by code, and their names, in a record book.
struct SubjectSearch {
    private let book: RecordBook

    init(_ book: RecordBook) { self.book = book }

    /// Subjects that a code may mean, the likeliest first. A code of the root unit, or `programme`, is the programme too.
    func candidates(code: String, kind: Subject.Kind?) -> [Subject] {
        var found: [Subject] = []
        let root = book.units.first { $0.parent == nil }?.code
        if code == "programme" || code == root {
            found.append(Subject(.programme, "programme"))
            if let root { found.append(Subject(.programme, root)) }
        }
        if book.units.contains(where: { $0.code == code }) { found += [Subject(.unit, code), Subject(.rollUp, code)] }
        if book.teams.contains(where: { $0.code == code }) { found.append(Subject(.team, code)) }
        if book.persons.contains(where: { $0.code == code }) { found.append(Subject(.person, code)) }
        if book.activities.contains(where: { $0.code == code }) { found.append(Subject(.activity, code)) }
        return found.filter { kind == nil || $0.kind == kind }
    }

    func name(of subject: Subject) -> String {
        let name: String? =
            switch subject.kind {
            case .programme: book.units.first { $0.parent == nil }?.name
            case .unit, .rollUp: book.units.first { $0.code == subject.code }?.name
            case .team: book.teams.first { $0.code == subject.code }?.name
            case .person: book.persons.first { $0.code == subject.code }?.name
            case .activity: book.activities.first { $0.code == subject.code }?.title
            }
        return name.map { "\($0)（\(subject.code)）" } ?? subject.code
    }
}
