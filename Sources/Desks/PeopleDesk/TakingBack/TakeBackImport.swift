import Records
import Spelling
public import Storage
public import Store
import Training
public import Vocabulary

/// Takes a file's whole import back, while nothing builds on it (撤回导入): what it brought is no longer there, what it changed is
/// as it stood before; activities that it brought are voided.
public struct TakeBackImport: Act {
    public static let right = Right.plan
    public static let isTownWide = true
    public static let words = Words("撤回导入", "Import taken back")
    public var code: String
    public var reason: String
    /// Told how far it has come; throws where it shall not go on.
    var progress: @Sendable (_ done: Int, _ total: Int) throws -> Void

    public init(
        _ code: String, reason: String,
        progress: @escaping @Sendable (_ done: Int, _ total: Int) throws -> Void = { _, _ in }
    ) {
        self.code = code
        self.reason = reason
        self.progress = progress
    }

    public func perform(in t: ActTransaction) throws -> ImportPast {
        let reason: String
        do throws(TextFlaw) { reason = try TextRule(limit: Self.longestReason).spelled(self.reason) } catch {
            try t.refuse(TakeBackProblem.noReason)
        }
        guard let past = try t.importPast(code) else { try t.refuse(TakeBackProblem.unknown(code)) }
        let problems = try t.problems(takingBack: past)
        try t.refuse(problems)
        let added = try t.added(by: past)
        let total = try t.counts(of: past).reduce(added.count) { $0 + $1.new + $1.changed }
        try t.writing.takeBack(past, reason: reason, on: t.today) { done in try progress(done, total) }
        for (place, record) in added.enumerated() {
            if try t.voiding(of: record) != nil { continue }
            _ = try VoidRecord(record, reason: "撤回导入\(code)：\(reason)").perform(in: t)
            if place.isMultiple(of: 50) { try progress(total - added.count + place, total) }
        }
        return try t.importPast(code) ?? past
    }

    /// Beside the import's number there is room for it in the reason of a voiding.
    static let longestReason = 400
}

/// Why an import is not taken back.
enum TakeBackProblem: Refusal {
    case unknown(String)
    case noReason
    case isTakenBack(by: String, on: Day)
    case builtOn(Words)

    var field: String { if case .noReason = self { "reason" } else { "" } }
    var words: Words {
        switch self {
        case .unknown(let code): Words("没有编号为\(code)的导入", "There is no import \(code)")
        case .noReason:
            Words(
                "请填写撤回的理由，最多\(TakeBackImport.longestReason)字",
                "Say why, in \(TakeBackImport.longestReason) characters at most")
        case .isTakenBack(let by, let day):
            Words("这次导入已由\(by)于\(day.iso)撤回", "\(by) took it back on \(day.iso)")
        case .builtOn(let words): words
        }
    }
}

extension Reading {
    /// Everything that stands in the way.
    func problems(takingBack past: ImportPast) throws -> [TakeBackProblem] {
        if let back = past.takenBack {
            return [.isTakenBack(by: back.by, on: SiteTime(try TownClock(self)).day(of: back.at))]
        }
        var problems = try builtOn(past).map { TakeBackProblem.builtOn(try words(for: $0)) }
        for record in try added(by: past) {
            guard let correction = try correction(of: record) else { continue }
            problems.append(
                .builtOn(
                    Words(
                        "\(record.code)此后已更正为\(correction.replacement)，请先作废更正后的记录，再逐条处理",
                        "\(record.code) was corrected since to \(correction.replacement)")))
            if problems.count == 20 { break }
        }
        return problems
    }
}
