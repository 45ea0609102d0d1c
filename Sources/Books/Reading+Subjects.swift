public import LedgerEngine
import Records
import Storage
public import Store
public import Vocabulary

extension Reading {
    /// Whether an entry about a subject is one that a reader may look at. The whole is nobody's who sees one unit.
    public func isWithinReach(_ subject: Subject, of reader: Reader, on day: Day) throws -> Bool {
        guard reader.unit != nil else { return true }
        return switch subject.kind {
        case .unit, .rollUp: try isWithinReach(subject.code, of: reader)
        case .team: try team(code: subject.code).map { try isWithinReach($0.unit, of: reader) } ?? false
        case .person: try isWithinReach(person: subject.code, of: reader, on: day)
        case .activity: try isWithinReach(activity: subject.code, of: reader)
        case .programme: false
        }
    }
}
