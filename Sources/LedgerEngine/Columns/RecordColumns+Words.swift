import Records
import Vocabulary

/// Kinds, topics and categories: the words in which records are told and for which rules ask.
extension RecordColumns {
    /// How many are known.
    var vocabularySize: Int { kinds.count + topics.count + categories.count }

    /// Which topics and categories have a bit is settled among all of them (`Interned.settle`), so one too many may take
    /// another's.
    var mustDealBitsAgain: Bool { topics.count > 64 || categories.count > 64 }

    /// Runs on the columns as if the words of an activity had always been known.
    func knowingWords<Value>(of activity: Activity, _ body: () -> Value) -> Value {
        let known = (kinds.count, topics.count, categories.count)
        _ = kinds.number(activity.kind.rawValue)
        for topic in activity.topics { _ = topics.number(topic.rawValue) }
        for category in activity.audience { _ = categories.number(category.rawValue) }
        defer {
            kinds.removeLast(kinds.count - known.0)
            topics.removeLast(topics.count - known.1)
            categories.removeLast(categories.count - known.2)
        }
        return body()
    }
}
