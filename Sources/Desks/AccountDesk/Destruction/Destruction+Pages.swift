import Accounts
import Pages
import Records
import Storage
import Store
import Vocabulary

extension Destruction {
    var address: String { "/destructions/\(code)" }

    static let listing = Listing<Destruction>(
        Words("销毁个人信息", "Destructions"),
        columns: [
            ListColumn("code", Words("编号", "Number"), .meta, sort: "code", text: { row, _ in row.code }) { row, ask in
                .a(.href(ask.context.link(row.address)), .text(row.code))
            },
            ListColumn(
                "person", Words("人员编号", "Staff number"), .lead, sort: "person", text: { row, _ in row.person }),
            ListColumn("ground", Words("依据", "Ground"), .meta, text: { row, _ in row.ground }),
            ListColumn(
                "askedBy", Words("申请人", "Asked by"), .meta, sort: "asked_by",
                text: { row, ask in try ask.naming.accountName(row.askedBy) }),
            ListColumn(
                "asked", Words("申请日期", "Asked"), .off, as: .day, sort: "asked_day",
                text: { row, _ in row.askedDay.iso }),
            ListColumn(
                "decidedBy", Words("批准人", "Decided by"), .meta, sort: "decided_by",
                text: { row, ask in row.decidedBy.isEmpty ? "" : try ask.naming.accountName(row.decidedBy) }),
            ListColumn(
                "decided", Words("办理日期", "Decided"), .off, as: .day, sort: "decided_day",
                text: { row, _ in row.decidedDay?.iso ?? "" }),
            ListColumn(
                "stage", Words("状态", "State"), .end, sort: "stage", text: { row, ask in ask.say(row.stage.words) }
            ) { row, ask in
                .group([
                    .state(row.stage.mark, ask.say(row.stage.words)), " ",
                    row.stage == .asked
                        ? ask.button(DecideDestruction.self, "\(row.address)/decide", Words("审批", "Decide")) : .nothing,
                ])
            },
        ],
        filters: [
            .search(Words("人员编号", "Staff number"), Destruction.self),
            .choice("stage", Words("状态", "State"), Stage.self) { stage, _ in "stage = \(stage)" },
        ], order: "asked_day desc", empty: Words("没有销毁申请", "Nothing was asked for"),
        sentence: { _ in
            .say(
                "由组织部管理员按法律依据申请、安全管理员批准，两人分别办理；批准即销毁，不能恢复。",
                "The program office asks on a legal ground, the security administrator agrees. What is agreed to is destroyed at once and for good."
            )
        })

    func page(_ ask: Ask) throws -> Page {
        Page(
            Words("销毁个人信息 \(code)", "Destruction \(code)"),
            crumbs: [Frame.Crumb(Self.listing.words, "/destructions")],
            actions: stage == .asked
                ? ask.button(DecideDestruction.self, "\(address)/decide", Words("审批", "Decide"), isPrimary: true)
                : .nothing,
            try facts(ask),
            .when(
                stage == .done,
                .sheet(.section(.h2(.say("还须由本单位办理", "What is left to the site")), Self.leftToTheSite))))
    }

    func facts(_ ask: Ask) throws -> HTML {
        var facts = [
            Fact(Words("人员编号", "Staff number"), .text(person)), Fact(Words("依据", "Ground"), .text(ground)),
            Fact(
                Words("文字中的姓名", "The name in texts"),
                inTexts ? .say("一并销毁", "destroyed too") : .say("不改动", "left as it is")),
            Fact(Words("申请人", "Asked by"), .text(try ask.naming.accountName(askedBy))),
            Fact(Words("申请日期", "Asked"), .day(askedDay)),
            Fact(Words("状态", "State"), .standing(stage.mark, stage.words)),
        ]
        if !decidedBy.isEmpty {
            facts.append(Fact(Words("办理人", "Decided by"), .text(try ask.naming.accountName(decidedBy))))
            if let decidedDay { facts.append(Fact(Words("办理日期", "Decided"), .day(decidedDay))) }
            if !remark.isEmpty { facts.append(Fact(Words("说明", "Remark"), .text(remark))) }
        }
        return .group([
            .sheet(.section(.facts(facts, long: true))),
            stage == .asked ? try DestructionPreview(person, ask).html : .nothing,
        ])
    }

    /// What no program reaches.
    static let leftToTheSite = HTML.ul(
        .li(
            .say(
                "此前的备份仍含此人信息：到保存期即销毁；确须恢复的，把服务器数据目录 files/destroyed.list 一并指定（restore --destroyed），系统会重新销毁。",
                "Backups of before still hold it: destroy them when their time is over. Whoever has to restore one names files/destroyed.list of the data directory (restore --destroyed), and it is destroyed again."
            )),
        .li(
            .say(
                "已导出、打印的名单，材料文件（扫描件、照片）和纸质档案，请按档案规定逐件处理。",
                "Exported and printed lists, the contents of papers, and files on paper are dealt with one by one.")),
        .li(
            .say(
                "编号与姓名的对照表（人事系统等）不在本系统内：对照仍在，编号就还能对到人。",
                "Lists that tell whose number it is lie elsewhere: as long as they are there, the number tells the person."
            )))
}

extension Destruction.Stage {
    var mark: Mark {
        switch self {
        case .asked: .next
        case .done: .met
        case .refused: .doesNotApply
        }
    }
}

extension Destruction {
    /// What waits for whoever agrees.
    static func waiting(_ ask: Ask) throws -> [Waiting] {
        guard ask.reader.may(DecideDestruction.right) else { return [] }
        return try Waiting.some(
            Words("销毁个人信息待批准", "Destructions to be agreed"), Destruction.self, where: "stage = \(Stage.asked)",
            order: "asked_day", address: "/destructions?stage=asked", ask
        ) { row in
            .init(
                row.person, row.address, remark: .text(row.ground), act: Words("审批", "Decide"),
                at: "\(row.address)/decide")
        }
    }
}
