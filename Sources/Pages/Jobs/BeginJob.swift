import Foundation
public import Store
public import Vocabulary

/// Puts a job in the queue (后台办理). The journal tells who began what; the worker does the rest.
public struct BeginJob<J: Job>: Act {
    public static var right: Right { J.right }
    public static var rights: Set<Right> { J.rights }
    public static var isTownWide: Bool { J.isTownWide }
    public static var name: String { "beginJob" }
    public static var words: Words { Words("开始后台办理", "Begun") }
    public var job: J

    public init(job: J) { self.job = job }

    public func perform(in t: ActTransaction) throws -> KeptJob {
        let kept = KeptJob(
            code: try t.nextCode(.job), work: J.work, words: job.words, about: job.about, given: try Self.text(job),
            account: t.reader.account, reader: try Self.text(t.reader), begunAt: t.writing.at)
        try t.insert(kept)
        return kept
    }

    private static func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}

/// Asks a job to stop. What it has done by acts stands; of what it was at nothing is kept.
struct CancelJob: Act {
    static let right = Right.see
    static let words = Words("取消后台办理", "Cancelled")
    var code: String

    func perform(in t: ActTransaction) throws -> KeptJob { try KeptJob.cancel(code, in: t) }
}

/// The same by whoever administers the system, of anybody's job.
struct CancelAnyJob: Act {
    static let right = Right.administerUsers
    static let words = Words("由系统管理员取消", "Cancelled by the administrator")
    var code: String

    func perform(in t: ActTransaction) throws -> KeptJob { try KeptJob.cancel(code, in: t) }
}

extension KeptJob {
    fileprivate static func cancel(_ code: String, in t: ActTransaction) throws -> KeptJob {
        guard var job = try t.one(KeptJob.self, code, for: t.reader) else { try t.refuse(JobProblem.unknown) }
        guard !job.state.isEnd, !job.isCancelAsked else { try t.refuse(JobProblem.isOver) }
        job.isCancelAsked = true
        if job.state == .waiting {
            job.state = .cancelled
            job.endedAt = t.writing.at
        }
        try t.update(job)
        return job
    }
}

enum JobProblem: Refusal {
    case unknown, isOver

    var field: String { "" }
    var words: Words {
        switch self {
        case .unknown: Words("没有这件后台办理", "There is no such job")
        case .isOver: Words("这件后台办理已经结束", "It is over already")
        }
    }
}
