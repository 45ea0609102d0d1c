import Pages
import Store
import Vocabulary

/// How the last work on a proposal of seats stands, for the page on which its result will be read (测算进度).
struct SeatsUnderWay {
    private let job: KeptJob?
    /// Whether the reader may look at the job itself: whoever began it, and who administers the system.
    private let isTheirs: Bool

    init(_ work: String, about: String, _ ask: Ask) throws {
        job = try ask.reading.newestJob(work, about: about)
        isTheirs = try job.map { try ask.reading.one(KeptJob.self, $0.code, for: ask.reader) != nil } ?? false
    }

    var hasBegun: Bool { job != nil }
    var isRunning: Bool { job.map { !$0.state.isEnd } ?? false }

    var html: HTML {
        guard let job else { return .nothing }
        if isRunning {
            return .warning(
                .good,
                .say(
                    "正在测算，人员较多时需要几分钟；本页会自动更新。",
                    "Being worked out; with many people it takes minutes. This page reloads itself. "),
                .when(isTheirs, .link("/jobs/\(job.code)", .say("查看进度、取消", "Progress, cancel"))))
        }
        guard job.state == .refused || job.state == .interrupted else { return .nothing }
        return .warning(
            .behind, .say("上一次测算没有结果：", "The last attempt made no proposal: "), .words(job.end.words))
    }
}
