import Pages
import Records
import Store
import Vocabulary

/// What papers there are of an activity (材料).
enum ActivityDocument: String, Named, Stored {
    case notice, agenda, attendance, minutes, photographs, result, other

    var words: Words {
        switch self {
        case .notice: Words("通知或方案", "Notice or scheme")
        case .agenda: Words("议程", "Agenda")
        case .attendance: Words("签到表", "Attendance sheet")
        case .minutes: Words("记录", "Minutes")
        case .photographs: Words("照片", "Photographs")
        case .result: Words("成果材料", "Result")
        case .other: Words("其他", "Other")
        }
    }
}

extension ListedRecord: EvidenceBearer {
    typealias Document = ActivityDocument

    /// As the journal calls what was reported.
    static var kind: String { RecordReference.Kind.activity.rawValue }
}
