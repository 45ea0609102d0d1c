import Pages
import Records
import Spelling
import Storage
import Store
import Training
import Vocabulary

/// Who stays, and by whom contradictions are decided.
struct MergeDraft: Sendable {
    var one = ""
    var other = ""
    var kept = ""
    var posts = PostsOf.undecided

    static let form = Form<MergeDraft>(
        .init(
            Words("怎样合并", "How they are merged"), .hidden(\.one, "one"), .hidden(\.other, "other"),
            .option(
                \.kept, "kept", Words("保留哪条记录", "Which record stays"),
                hint: Words(
                    "已选记录较多的一条；另一编号以后也能查到此人", "The one with more on record is proposed; the other number finds them too"
                ),
                among: { typed, naming in
                    try [typed["one"] ?? "", typed["other"] ?? ""].filter { !$0.isEmpty }.map { code in
                        let name = "\(try naming.reading.personRecord(code: code)?.name ?? "") \(code)"
                        return FormOption(code, Words(name, name))
                    }
                }, unknown: { Words("“\($0)”不在这两人之中", "“\($0)” is none of the two") },
                named: { code, naming in "\(try naming.reading.personRecord(code: code)?.name ?? "") \(code)" }),
            .choice(
                \.posts, "posts", Words("矛盾的任职", "Posts that contradict each other"),
                hint: Words("核对页会列出矛盾；能按规则处理的不用选", "The next page lists them; what a rule settles needs no choice"))))
}

extension Routes {
    mutating func merging() {
        let right = MergePeople.right
        let address = MergePages.address
        page(address, MergePages.words, right: right) { try MergePages.list($0) }
        look(address + "/pair", RouteAbout(Words("指定两人对比", "Compare two people")), right: right) {
            try MergePages.typed($0)
        }
        page(address + "/said", Words("已认定为两人的", "Said to be two people"), right: right) { try MergePages.said($0) }
        page(address + "/merged", Words("已合并的人员编号", "Numbers merged"), right: right) { try MergePages.merged($0) }

        var merge = FormFlow(Words("合并重复人员", "Merge two records"), MergeDraft.form) { ask in
            let (one, other) = try MergePages.pair(ask)
            let isOther = try MergePages.weight(other, ask.reading) > MergePages.weight(one, ask.reading)
            return MergeDraft(one: one.code, other: other.code, kept: isOther ? other.code : one.code)
        } act: { draft, ask in
            let (one, other) = try MergePages.pair(ask)
            return draft.kept == other.code
                ? MergePeople(one.code, into: other.code, posts: draft.posts)
                : MergePeople(other.code, into: one.code, posts: draft.posts)
        } then: {
            "/changes/people/\($0.code)"
        }
        merge.isGrave = true
        merge.submit = Words("确认合并", "Merge them")
        merge.crumbs = { MergePages.crumbs($0) }
        merge.instead = { ask in
            let (one, other) = try MergePages.pair(ask)
            for person in [one, other] {
                if let merger = try ask.reading.merger(of: person.code) {
                    return .goTo(ask.context.link("/changes/people/\(merger.kept)"))
                }
            }
            return nil
        }
        merge.opening = { try MergePages.sideBySide($0) }
        merge.remarks = { try MergePages.union($0, $1) }
        foreseen(&merge)
        form(address + "/:one/:other", merge)

        var distinct = FormFlow(SayDistinct.words, Reason.distinct) { ask in
            _ = try MergePages.pair(ask)
            return Reason()
        } act: { reason, ask in
            let (one, other) = try MergePages.pair(ask)
            return SayDistinct(one: one.code, other: other.code, remark: reason.text)
        } then: { _ in
            MergePages.address
        }
        distinct.isOneStep = true
        distinct.submit = Words("认定为两人", "They are two")
        distinct.crumbs = { MergePages.crumbs($0) }
        form(address + "/:one/:other/distinct", distinct)

        var back = FormFlow(TakeDistinctBack.words, Nothing.form) { ask in
            _ = try ask.one(DistinctPeople.self)
            return Nothing()
        } act: { _, ask in
            TakeDistinctBack(code: try ask.one(DistinctPeople.self).code)
        } then: { _ in
            MergePages.address
        }
        back.isOneStep = true
        back.submit = TakeDistinctBack.words
        back.crumbs = { MergePages.crumbs($0) }
        form(address + "/said/:code/back", back)
    }
}

extension Reason {
    fileprivate static let distinct = Form<Reason>(
        .init(
            Words("说明", "Remark"),
            .text(\.text, "remark", Words("怎样核实的", "How it was found out"), isRequired: false, rule: .reason)))
}

extension PersonCategory {
    /// As the site's lists call it.
    var words: Words {
        Self.builtIn.first { $0.category == self }.map { Words($0.zh, $0.en) } ?? Words(rawValue, rawValue)
    }
}
