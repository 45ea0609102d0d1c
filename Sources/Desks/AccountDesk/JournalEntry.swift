import Accounts
import Pages
import Spelling
import Storage
import Store
import Training
import Vocabulary

/// A line of the journal as the audit administrator looks at it.
struct JournalEntry: Noun {
    var seq: Int
    /// UTC.
    var at: String
    var by: String
    var act: String
    var kind: String
    var code: String
    var before: String
    var after: String

    static let table = Table<JournalEntry>(
        "journal",
        Column("seq") { $0.seq }, Column("made_at") { $0.at }, Column("made_by") { $0.by }, Column("act") { $0.act },
        Column("object_kind") { $0.kind }, Column("object_code") { $0.code }, Column("state_before") { $0.before },
        Column("state_after") { $0.after }, make: JournalEntry.init)
    static let reach = Reach.everybody

    /// What an auditor looks for.
    enum Matter: String, Named {
        case signIns, failures, refusals, files, accounts, settings, work

        var words: Words {
            switch self {
            case .signIns: Words("登录和退出", "Signing in and out")
            case .failures: Words("登录失败", "Failed to sign in")
            case .refusals: Words("越权被拒", "Refused")
            case .files: Words("导出和下载", "Files fetched")
            case .accounts: Words("账号和授权", "Accounts and roles")
            case .settings: Words("设置", "Settings")
            case .work: Words("业务办理", "Work")
            }
        }

        var condition: SQL {
            switch self {
            case .signIns: "act in ('signIn', 'signOut')"
            case .failures: "act in ('signInRefused', 'firstCodeRefused')"
            case .refusals: "act = 'refused'"
            case .files: "act = 'fetchFile'"
            case .accounts:
                """
                object_kind in ('account', 'credential', 'roleGrant', 'firstCode')
                and act not in ('signIn', 'signOut', 'signInRefused', 'firstCodeRefused')
                """
            case .settings: "object_kind = 'setting'"
            case .work: "object_kind not in ('account', 'credential', 'roleGrant', 'firstCode', 'page', 'setting')"
            }
        }
    }

    static let listing = Listing<JournalEntry>(
        Words("操作日志", "Journal"),
        columns: [
            ListColumn(
                "seq", Words("序号", "Number"), .off, as: .number, sort: "seq", text: { row, _ in String(row.seq) }),
            ListColumn(
                "at", Words("时间", "When"), .meta, sort: "made_at", text: { row, ask in try ask.siteTime.text(row.at) }),
            ListColumn(
                "by", Words("操作人", "Who"), .meta, sort: "made_by",
                text: { row, ask in try ask.naming.accountName(row.by) }),
            ListColumn("act", Words("操作", "What"), .lead, sort: "act", text: { row, ask in ask.say(row.words(ask)) }) {
                row, ask in
                .a(.href(ask.context.link("/journal/\(row.seq)")), .text(ask.say(row.words(ask))))
            },
            ListColumn(
                "object", Words("对象", "Of what"), .meta,
                text: { row, ask in "\(ask.say(row.kindWords)) \(row.code)" }),
            ListColumn("before", Words("操作前", "Before"), .file, text: { row, _ in String(row.before.prefix(120)) }),
            ListColumn("after", Words("操作后", "After"), .file, text: { row, _ in String(row.after.prefix(120)) }),
        ],
        filters: [
            .exact("by", Words("操作人", "Who"), column: "made_by"),
            .choice("matter", Words("事项", "Matter"), Matter.self) { matter, _ in matter.condition },
            .exact("object", Words("对象编号", "Object"), column: "object_code"),
            .moment("from", Words("起", "From"), isEnd: false), .moment("to", Words("止", "To"), isEnd: true),
        ], order: "seq desc", empty: Words("日志还是空的", "The journal is empty"))

    func page(_ ask: Ask) throws -> Page {
        Page(
            words(ask), crumbs: [Frame.Crumb(Self.listing.words, "/journal")],
            .sheet(
                .section(
                    .facts(
                        [
                            Fact(Words("序号", "Number"), .text(String(seq))),
                            Fact(Words("时间", "When"), .text(try ask.siteTime.text(at))),
                            Fact(Words("操作人", "Who"), .text(try ask.naming.accountName(by))),
                            Fact(Words("操作", "What"), .text("\(ask.say(words(ask))) (\(act))")),
                            Fact(
                                Words("对象", "Of what"),
                                .a(
                                    .href(ask.context.link("/journal", ("object", code))),
                                    .text("\(ask.say(kindWords)) \(code)"))),
                        ], long: true)),
                .part(
                    Words("操作前后", "Before and after"),
                    .data(
                        .say("操作前后", "Before and after"),
                        [
                            DataHead(.say("项目", "Field"), .lead), DataHead(.say("操作前", "Before"), .meta),
                            DataHead(.say("操作后", "After"), .meta),
                        ], JournalFields(before: before, after: after).rows))))
    }

    private var kindWords: Words { ActWords.kinds[kind] ?? Words(kind, kind) }

    /// What was done, in the words of the desk that does it; what no desk knows by its own name.
    private func words(_ ask: Ask) -> Words { ActWords.others[act] ?? ask.acts[act] ?? Words(act, act) }
}

extension ListFilter {
    /// A column that holds exactly what was typed.
    fileprivate static func exact(_ name: String, _ words: Words, column: String) -> ListFilter {
        ListFilter(
            name: name, words: words, control: { _, chosen in .textField(name, chosen) },
            meant: { ask, typed in
                let text = typed.withoutOuterSpace
                guard TextRule.title.flaw(in: text) == nil else { return nil }
                if column == "made_by" {
                    let account = try ask.reading.account(typed: text)?.name ?? text
                    return (text, "made_by = \(account)")
                }
                return (text, "object_code = \(text)")
            })
    }

    /// From the beginning of a day of the site, or until its end.
    fileprivate static func moment(_ name: String, _ words: Words, isEnd: Bool) -> ListFilter {
        ListFilter(
            name: name, words: words, kind: .day, control: { _, chosen in .dayField(name, chosen) },
            meant: { ask, typed in
                guard let day = Day(iso: typed) else { return nil }
                let time = try ask.siteTime
                return isEnd
                    ? (day.iso, "made_at < \(time.beginning(of: day + 1))")
                    : (day.iso, "made_at >= \(time.beginning(of: day))")
            })
    }
}
