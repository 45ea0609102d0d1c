import Pages
import Records
import Storage
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

    /// A correction takes the papers along.
    func replaced(in reading: some Reading) throws -> [String] {
        var codes = [code]
        while let earlier = try reading.correction(byActivity: codes[codes.count - 1])?.record.code,
            !codes.contains(earlier)
        {
            codes.append(earlier)
        }
        return Array(codes.dropFirst())
    }

    func ended(in reading: some Reading) throws -> Words? {
        if let standing = try reading.correction(of: .init(.activity, code))?.replacement {
            return Words(
                "\(code)已由\(standing)代替，材料已随之转到\(standing)，请到那里添加或撤下。",
                "\(standing) took the place of \(code), and has its papers: add or withdraw them there.")
        }
        return try reading.voiding(of: .init(.activity, code)).map {
            Words(
                "\(code)已于\($0.recorded.iso)作废，不能再添加或撤下材料。",
                "\(code) has been void since \($0.recorded.iso): no paper is added or withdrawn any more.")
        }
    }
}
