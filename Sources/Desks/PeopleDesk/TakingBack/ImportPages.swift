import Pages
import Records
import Storage
import Store
import Vocabulary

/// The files that were imported, and one of them: what it did, and how it is taken back.
enum ImportPages {
    static let words = Words("已导入的文件", "Files imported")
    private static let most = 200

    static func list(_ ask: Ask) throws -> Page {
        let files = try ask.reading.imports(limit: most)
        return Page(
            words, crumbs: [Frame.Crumb(Words("名单导入", "Import from a file"), "/import")],
            .sheet(
                .section(
                    files.isEmpty
                        ? .p(.say("还没有导入过文件。", "No file was imported yet."))
                        : .data(
                            .words(words),
                            [
                                DataHead(.say("日期", "Day"), .day), DataHead(.say("文件", "File"), .lead),
                                DataHead(.say("内容", "Rows"), .meta),
                                DataHead(.say("新增", "New"), .meta, isNumber: true, unit: Words("新增", "new")),
                                DataHead(.say("更改", "Changed"), .meta, isNumber: true, unit: Words("更改", "changed")),
                                DataHead(.say("导入人", "By"), .off), DataHead(.say("状态", "State"), .end),
                            ],
                            try files.map { past in
                                [
                                    .day(try ask.siteTime.day(of: past.at)),
                                    .link("/import/files/\(past.code)", .text(past.file.file)),
                                    kind(past), .text(String(past.file.new)), .text(String(past.file.changed)),
                                    .text(try ask.naming.accountName(past.by)), state(past),
                                ]
                            }, count: files.count),
                    .when(
                        files.count == most,
                        .p(.class("quiet"), .say("只列出最近\(most)次。", "The last \(most) only."))))))
    }

    private static func kind(_ past: ImportPast) -> HTML {
        ImportKind(rawValue: past.file.kind).map { .words($0.words) } ?? .text(past.file.kind)
    }

    private static func state(_ past: ImportPast) -> HTML {
        past.takenBack == nil ? .say("已导入", "Imported") : .say("已撤回", "Taken back")
    }

    static func past(_ ask: Ask) throws -> ImportPast {
        guard let code = ask.parts["code"], let past = try ask.reading.importPast(code) else {
            throw NotFound(context: ask.context)
        }
        return past
    }

    static func page(_ ask: Ask) throws -> Page {
        let past = try past(ask)
        var facts = [
            Fact(Words("编号", "Number"), .text(past.code)), Fact(Words("导入内容", "What its rows are"), kind(past)),
            Fact(Words("导入人", "By"), .text(try ask.naming.accountName(past.by))),
            Fact(Words("时间", "When"), try ask.moment(past.at)),
            Fact(
                Words("行数", "Rows"),
                .say(
                    "\(past.file.rows)行，新增\(past.file.new)，更改\(past.file.changed)",
                    "\(past.file.rows), \(past.file.new) new, \(past.file.changed) changed")),
            Fact(Words("文件校验值（SHA-256）", "SHA-256 of the file"), .text(past.file.hash)),
        ]
        if let back = past.takenBack {
            facts.append(
                Fact(
                    Words("已撤回", "Taken back"),
                    .group([
                        try ask.moment(back.at), " ", .text(try ask.naming.accountName(back.by)),
                        .text(back.reason.isEmpty ? "" : "：\(back.reason)"),
                    ])))
        }
        return Page(
            Words(past.file.file, past.file.file), crumbs: crumbs,
            actions: .when(
                past.takenBack == nil,
                ask.button(TakeBackImport.self, "/import/files/\(past.code)/take-back", TakeBackImport.words)),
            .sheet(.section(.facts(facts)), try effects(past, ask.reading, takingBack: false)))
    }

    static let crumbs = [
        Frame.Crumb(Words("名单导入", "Import from a file"), "/import"), Frame.Crumb(words, "/import/files"),
    ]

    /// How many records of each kind it brought or changed; or what taking it back does to them.
    static func effects(_ past: ImportPast, _ reading: some Reading, takingBack: Bool) throws -> HTML {
        let counts = try reading.counts(of: past)
        let added = try reading.added(by: past).count
        var rows = counts.map { item -> [HTML] in
            [.words(item.kind.words), .text(String(item.new)), .text(String(item.changed))]
        }
        if added > 0 { rows.append([kind(past), .text(String(added)), "0"]) }
        guard !rows.isEmpty else { return .nothing }
        return .section(
            .data(
                takingBack ? .say("撤回后的变化", "What becomes of it") : .say("导入的内容", "What it did"),
                [
                    DataHead(.say("资料", "Records"), .lead),
                    DataHead(
                        takingBack ? .say("移除（活动、教学点为作废）", "Go (activities and sites: voided)") : .say("新增", "New"),
                        .meta, isNumber: true,
                        unit: takingBack ? Words("移除", "go") : Words("新增", "new")),
                    DataHead(
                        takingBack ? .say("恢复原状", "As before") : .say("更改", "Changed"), .meta, isNumber: true,
                        unit: takingBack ? Words("恢复", "as before") : Words("更改", "changed")),
                ], rows))
    }
}

extension PeopleRecordKind {
    var words: Words {
        switch self {
        case .unit: Words("单位", "Units")
        case .person: Words("人员", "People")
        case .appointment: Words("任职", "Posts")
        case .categoryHolding: Words("干部类别", "Categories")
        case .team: Words("集体", "Teams")
        case .membership: Words("集体成员", "Memberships")
        case .roster: Words("名单", "Rosters")
        case .rosterEntry: Words("名单条目", "Entries of rosters")
        case .merger: Words("合并的人员编号", "Numbers merged")
        }
    }
}

extension Routes {
    mutating func importedFiles() {
        page("/import/files", ImportPages.words, right: ImportRows.right) { try ImportPages.list($0) }
        page("/import/files/:code", Words("一次导入", "One import"), right: ImportRows.right) { try ImportPages.page($0) }
        var back = FormFlow(TakeBackImport.words, Reason.takingBack) { ask in
            _ = try ImportPages.past(ask)
            return Reason()
        } act: { reason, ask in
            BeginJob(job: TakeBackJob(code: try ImportPages.past(ask).code, reason: reason.text))
        } then: {
            "/import/begun/\($0.code)"
        }
        back.isGrave = true
        back.submit = Words("确认撤回", "Take it back")
        back.instead = { ask in
            let past = try ImportPages.past(ask)
            return past.takenBack == nil ? nil : .goTo(ask.context.link("/import/files/\(past.code)"))
        }
        back.opening = { ask in
            let past = try ImportPages.past(ask)
            let problems = try ask.reading.problems(takingBack: past)
            return .group([
                .each(problems) { .warning(.bad, .say("不能撤回：", "It cannot be taken back: "), .words($0.words)) },
                .sheet(
                    .section(
                        .p(
                            .say(
                                "撤回“\(past.file.file)”的导入：这次新增的移除，更改的恢复原状，活动和教学点作废。理由和经过都留在操作日志里。",
                                "The import of “\(past.file.file)” is undone: what it brought goes, what it changed is as before, its activities and sites are voided. The journal keeps why and when."
                            ))), try ImportPages.effects(past, ask.reading, takingBack: true)),
            ])
        }
        back.look = { _, _, ask in
            try ask.reading.problems(takingBack: try ImportPages.past(ask)).map { FormProblem("", $0.words) }
        }
        back.remarks = { _, ask in
            try ImportPages.effects(try ImportPages.past(ask), ask.reading, takingBack: true)
        }
        back.crumbs = { ask in
            let past = try ImportPages.past(ask)
            return ImportPages.crumbs + [
                Frame.Crumb(Words(past.file.file, past.file.file), "/import/files/\(past.code)")
            ]
        }
        form("/import/files/:code/take-back", back)
    }
}

extension Reason {
    static let takingBack = Form<Reason>(
        .init(
            Words("理由", "Reason"),
            .longText(
                \.text, "reason", Words("撤回的理由", "Why it is taken back"), limit: TakeBackImport.longestReason, rows: 3))
    )
}
