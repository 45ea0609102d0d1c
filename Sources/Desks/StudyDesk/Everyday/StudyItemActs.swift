import Pages
import Records
import Storage
import Store
import Vocabulary

/// Puts something on the city's list or on a unit's (登记学习内容).
struct EnterStudyItem: Act {
    static let right = Right.report
    static let words = Words("登记学习内容", "Put on a list")
    var scheme: StudyItemScheme

    func unit(in reading: some Reading) throws -> String? { scheme.unit }

    func perform(in t: ActTransaction) throws -> StudyItem {
        try t.refuse(scheme.problems(for: t.reader))
        let item = StudyItem(code: try t.nextCode(.studyItem), scheme: scheme, entered: t.today, withdrawn: nil)
        try t.insert(item)
        return item
    }
}

struct ChangeStudyItem: RecordAct {
    static let right = Right.report
    static let words = Words("修改学习内容", "List changed")
    static let title = Words("修改学习内容", "Change it")
    static let button = Words("修改", "Change")
    static let step = "change"
    var record: String
    var scheme: StudyItemScheme

    func unit(in reading: some Reading) throws -> String? { try reading.unit(ofItem: record) }

    static func notNow(
        _ item: StudyItem, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? { try item.notToChange(in: reading, by: reader) }

    func perform(on before: StudyItem, in t: ActTransaction) throws -> StudyItem {
        try t.requireReach(to: scheme.unit, with: Self.right)
        try t.refuse(scheme.problems(for: t.reader))
        var item = before
        item.scheme = scheme
        guard item != before else { try t.refuse(StudyProblem.nothingChanged) }
        try t.update(item)
        return item
    }
}

/// Takes it off its list; who studied it keeps their tick (撤下).
struct WithdrawStudyItem: RecordAct {
    static let right = Right.report
    static let words = Words("撤下学习内容", "Taken off a list")
    static let title = Words("撤下学习内容", "Take it off the list")
    static let button = Words("撤下", "Take off")
    static let step = "withdraw"
    var record: String

    func unit(in reading: some Reading) throws -> String? { try reading.unit(ofItem: record) }

    static func notNow(
        _ item: StudyItem, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? { try item.notToChange(in: reading, by: reader) }

    func perform(on item: StudyItem, in t: ActTransaction) throws -> StudyItem {
        var item = item
        item.withdrawn = t.today
        try t.update(item)
        return item
    }
}

/// Says of oneself that one has studied it, or not yet (本人打勾).
struct TickStudyItem: Act {
    static let right = Right.own
    static let rights: Set<Right> = [.own, .see]
    static let words = Words("本人登记已学", "Studied, by one's own word")
    static let mayStandAlready = true
    var item: String
    var isDone: Bool

    func perform(in t: ActTransaction) throws {
        guard let person = try t.reader.person.flatMap({ try t.person(code: $0)?.code }) else {
            try t.refuse(StudyProblem.nobodysItem)
        }
        guard let item = try t.one(StudyItem.self, item, for: .everybody),
            try t.studyItems(for: person, item.scheme.year, on: t.today).contains(item)
        else { try t.refuse(StudyProblem.nobodysItem) }
        let before = try t.all(
            StudyTick.self, for: .everybody,
            where: "item = \(item.code) and person in (\(list: try t.codes(of: person)))")
        let ticked = before.filter { $0.done != nil }
        guard isDone else {
            for var tick in ticked {
                tick.done = nil
                try t.update(tick)
            }
            return
        }
        // The day on which it was said first stands.
        guard ticked.isEmpty else { return }
        try t.insertOrUpdate(
            StudyTick(code: StudyTick.code(item.code, person), item: item.code, person: person, done: t.today))
    }
}

extension Reading {
    fileprivate func unit(ofItem code: String) throws -> String? {
        try one(StudyItem.self, code, for: .everybody)?.scheme.unit
    }
}

extension StudyItem {
    fileprivate func notToChange(in reading: some Reading, by reader: Reader) throws -> StudyProblem? {
        if withdrawn != nil { return .itemWithdrawn }
        if scheme.list == .city, !reader.keepsCityLists { return .cityList }
        return try reading.isWithinReach(scheme.unit, of: reader) ? nil : .itemOfAnother
    }
}

extension StudyItemScheme {
    func problems(for reader: Reader) -> [StudyProblem] { list == .city && !reader.keepsCityLists ? [.cityList] : [] }
}

extension Reader {
    fileprivate var keepsCityLists: Bool { may(.plan) && unit == nil }
}

extension CodeSeries {
    static let studyItem = CodeSeries(rawValue: "QD")
}
