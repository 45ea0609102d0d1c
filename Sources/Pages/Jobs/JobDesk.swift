import Store
import Vocabulary

extension Desk {
    /// Jobs of all desks: how far they have come, cancel, begin anew, fetch.
    public static let jobs = Desk(
        Words("后台办理", "Jobs"), nouns: [KeptJob.self], entries: [],
        acts: [KeptJob.Beginning.self, CancelJob.self, CancelAnyJob.self]
    ) { routes in
        routes.list("/jobs", KeptJob.listing)
        routes.page("/jobs/:code", Words("一项办理", "One job")) { ask in try ask.one(KeptJob.self).page(ask) }
        routes.look("/jobs/:code/file", RouteAbout(Words("办理结果文件", "File that it made"))) { ask in
            let job = try ask.one(KeptJob.self)
            guard job.state == .done, !job.end.fileName.isEmpty, let files = ask.jobs?.files, files.isThere(job.code)
            else {
                throw NotFound(context: ask.context)
            }
            let ending = job.end.fileName.split(separator: ".").last.map { ".\($0)" } ?? ""
            return .stored(
                files.path(of: job.code), type: job.end.fileType, name: "\(job.code)\(ending)", shown: job.end.fileName)
        }
        routes.take("/jobs/:code/cancel", Words("取消办理", "Cancel the job")) { sent in
            let job = try sent.asking { try $0.one(KeptJob.self) }
            // Whoever comes too late sees on its page how it ended.
            do { try sent.jobs?.cancel(job.code, by: sent.reader, on: sent.context.today) } catch is Refused {}
            return .goTo(sent.context.link("/jobs/\(job.code)"))
        }
        routes.take("/jobs/:code/anew", Words("重新办理", "Begin the job anew")) { sent in
            let job = try sent.asking { try $0.one(KeptJob.self) }
            guard job.state.isEnd else { return .goTo(sent.context.link("/jobs/\(job.code)")) }
            guard let next = try sent.jobs?.beginAnew(job, by: sent.reader, on: sent.context.today) else {
                throw NotFound(context: sent.context)
            }
            return .goTo(sent.context.link("/jobs/\(next.code)"))
        }
    }
}
