import Pages
import Records
import Store
import Training
import Vocabulary

extension ListedRecord {
    /// What others reported, corrected or voided of units within reach.
    static func changed(_ ask: Ask, since seq: Int) throws -> [Changed] {
        let words = [
            "report": Words("填报活动", "reported"), "correct": Words("更正活动", "corrected"),
            "void": Words("作废活动", "voided"),
        ]
        return try Changed.some(
            ListedRecord.self, kind: RecordReference.Kind.activity.rawValue, since: seq, ask
        ) { record, row in
            (words[row.act] ?? Words("登记活动", "recorded"), record.title, record.address)
        }
    }
}
