import Storage
import Store
import Vocabulary

extension KeptJob {
    static let listing = Listing<KeptJob>(
        Words("后台办理", "Jobs"),
        columns: [
            ListColumn(
                "begun", Words("开始", "Begun"), .day, sort: "begun_at",
                text: { job, ask in try ask.siteTime.minute(job.begunAt) }),
            ListColumn("words", Words("办理事项", "Job"), .lead, text: { job, ask in ask.say(job.words) }) { job, ask in
                .a(.href(ask.context.link("/jobs/\(job.code)")), .text(ask.say(job.words)))
            },
            ListColumn("account", Words("办理人", "By"), .off, sort: "account", text: { job, _ in job.account }),
            ListColumn(
                "progress", Words("进度", "Progress"), .meta, text: { job, ask in ask.say(job.progress(ask).words) }),
            ListColumn(
                "ended", Words("结束", "Ended"), .off, sort: "ended_at",
                text: { job, ask in job.endedAt.isEmpty ? "" : try ask.siteTime.minute(job.endedAt) }),
            ListColumn("code", Words("编号", "Number"), .off, sort: "code", text: { job, _ in job.code }),
            ListColumn(
                "state", Words("状态", "State"), .end, sort: "state", text: { job, ask in ask.say(job.state.words) }
            ) {
                job, ask in .state(job.state.mark, ask.say(job.state.words))
            },
        ],
        filters: [
            .search(Words("事项或编号", "Job or number"), KeptJob.self),
            .choice("state", Words("状态", "State"), JobState.self) { state, _ in "state = \(state)" },
        ], order: "begun_at desc", empty: Words("没有后台办理的事项", "There are no jobs"),
        sentence: { ask in
            .say(
                "较费时的办理在后台进行，不必守在页面上。结果文件保留\(daysFileKept)天，记录保留\(daysKept)天。",
                "What takes long is done beside the pages; nobody need wait. Files are kept \(daysFileKept) days, lines \(daysKept)."
            )
        })

    /// As this process knows, where it is at it.
    private func progress(_ ask: Ask) -> JobProgress { ask.jobs?.progress(of: code) ?? progress }

    func page(_ ask: Ask) throws -> Page {
        let isFileThere = !end.fileName.isEmpty && ask.jobs?.files.isThere(code) == true
        var facts = [
            Fact(
                Words("状态", "State"), .standing(state.mark, isCancelAsked && !state.isEnd ? Self.stopping : state.words)
            ),
            Fact(Words("进度", "Progress"), .words(progress(ask).words)),
            Fact(Words("办理人", "By"), .text(account)),
            Fact(Words("开始", "Begun"), try ask.moment(begunAt)),
        ]
        if !endedAt.isEmpty { facts.append(Fact(Words("结束", "Ended"), try ask.moment(endedAt))) }
        if !end.words.zh.isEmpty {
            facts.append(Fact(state == .done ? Words("结果", "Result") : Words("说明", "Why"), .words(end.words)))
        }
        if !end.fileName.isEmpty {
            facts.append(
                Fact(
                    Words("文件", "File"),
                    isFileThere
                        ? .link("/jobs/\(code)/file", .text(end.fileName))
                        : .say(
                            "“\(end.fileName)”已过保存期，可重新办理。",
                            "\u{201C}\(end.fileName)\u{201D} is no longer kept; begin anew.")))
        }
        var page = Page(
            words, crumbs: [Frame.Crumb(Self.listing.words, "/jobs")], actions: actions(isFileThere),
            .sheet(
                .section(.facts(facts, long: true), state.isEnd ? .nothing : waitingWords),
                try ask.history(of: KeptJob.self, code)))
        page.refresh = state.isEnd ? nil : 1
        return page
    }

    private var waitingWords: HTML {
        .p(
            .class("quiet"), .attribute("role", "status"),
            .say(
                "本页会自动更新，也可以离开，办完后在“后台办理”查看。",
                "This page reloads itself. You may leave; what comes of it stands under \u{201C}Jobs\u{201D}."))
    }

    private func actions(_ isFileThere: Bool) -> HTML {
        func button(_ act: String, _ words: Words, _ weight: ActWeight = .outlined) -> HTML {
            .press("/jobs/\(code)/\(act)", words, weight)
        }
        guard state.isEnd else {
            return isCancelAsked ? .nothing : button("cancel", Words("取消", "Cancel"))
        }
        let isLacking = state != .done || !end.fileName.isEmpty && !isFileThere
        return .group([
            .when(isLacking, button("anew", Words("重新办理", "Begin anew"), .primary)),
            .when(isFileThere, .act("/jobs/\(code)/file", Words("下载", "Download"), .primary)),
            .when(
                state == .done && !end.leadsTo.isEmpty,
                .act(end.leadsTo, Words("查看结果", "See the result"), isFileThere ? .outlined : .primary)),
            .when(
                state != .done && !about.isEmpty, .act(about, Words("返回原页面", "Back to its page"))),
        ])
    }

    private static let stopping = Words("正在取消", "Being cancelled")

    /// Whatever job was begun: by one name in the journal.
    struct Beginning: Act {
        static let right = Right.see
        static let name = "beginJob"
        static let words = Words("开始办理", "Begun")
        func perform(in t: ActTransaction) throws {}
    }
}

extension JobState {
    var mark: Mark {
        switch self {
        case .waiting: .waiting
        case .running: .onCourse
        case .done: .met
        case .refused: .overdue
        case .cancelled: .excused
        case .interrupted: .behind
        }
    }
}

extension JobProgress {
    var words: Words {
        guard let total, total > 0 else { return done == 0 ? Words("–", "–") : Words("\(done)", "\(done)") }
        let percent = min(100, done * 100 / total)
        return Words("\(percent)%（\(done) / \(total)）", "\(percent)% (\(done) of \(total))")
    }
}
