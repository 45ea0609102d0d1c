import Pages
import Store
import Vocabulary

/// What differs between two versions of a programme, line by line.
struct ProgrammeChanges {
    struct Change {
        var line: IssuedLine
        /// Nil: it was not in the version before.
        var before: IssuedLine?
    }

    let added: [Change]
    let changed: [Change]
    /// Merged, cancelled or noted as not held since.
    let gone: [Change]

    init(from old: [IssuedLine], to new: [IssuedLine]) {
        let before = Dictionary(old.map { ($0.line, $0) }) { first, _ in first }
        let all = new.filter { before[$0.line] != $0 }.map { Change(line: $0, before: before[$0.line]) }
        added = all.filter { $0.before == nil && $0.line.fate == .included }
        changed = all.filter { $0.before != nil && $0.line.fate == .included }
        gone = all.filter { $0.line.fate != .included }
    }

    var count: Int { added.count + changed.count + gone.count }
}

extension IssuedLine {
    /// What it says of itself, as versions are compared: name of the column and text.
    func said(_ ask: Ask) throws -> [(words: Words, text: String)] {
        [
            (Words("班次名称", "Name"), title), (Words("类别", "Kind"), ask.say(kind.words)),
            (Words("主办单位", "Organiser"), try ask.naming.unitName(organiser)),
            (Words("承办单位", "Institution"), institution), (Words("培训对象", "For whom"), target),
            (Words("期数", "Runs"), String(runs)), (Words("每期人数", "People a run"), String(heads)),
            (Words("天数", "Days"), String(days)), (Words("拟办时间", "When"), ask.say(time.words)),
            (Words("地点", "Place"), place), (Words("经费（元）", "Money (yuan)"), amount.grouped),
            (Words("经费来源", "Paid from"), fundedBy), (Words("联系人", "Contact"), contact),
            (Words("备注", "Notes"), notes),
        ]
    }

    /// The reason with the document that it rests on.
    var why: String { paper.isEmpty ? reason : "\(reason)（\(paper)）" }
}

extension ProgrammeIssue {
    func page(_ ask: Ask) throws -> Page {
        let before = try ask.reading.issues(of: programme).last { $0.version < version }
        var page = try Page(
            of: self, ask,
            .sheet(
                notes.isEmpty ? .nothing : .section(.p(.text(notes))),
                try before.map { try compared(with: $0, ask) } ?? .nothing, try table(ask), try goneTable(ask)))
        page.actions = .act("\(address)/programme.docx", Words("下载（Word）", "Download (Word)"), .primary)
        page.sentence = .group([
            .text(number), .say("，", ", "), .day(issued), .say("印发。列入", " issued; "),
            .b(.text(String(included.count))),
            .say(
                "项，\(included.reduce(0) { $0 + $1.runs })期，\(included.reduce(0) { $0 + $1.people })人次，\(total.grouped)元。",
                " lines, \(included.reduce(0) { $0 + $1.runs }) runs, \(included.reduce(0) { $0 + $1.people }) person-times, \(total.grouped) yuan."
            ),
        ])
        return page
    }

    private var total: Money { included.reduce(.zero) { $0 + $1.amount } }

    private func compared(with old: ProgrammeIssue, _ ask: Ask) throws -> HTML {
        let changes = ProgrammeChanges(from: old.lines, to: lines)
        func rows(_ words: Words, _ list: [ProgrammeChanges.Change]) throws -> DataGroup {
            DataGroup(
                words,
                try list.map { change in
                    [.text(change.line.title), try told(change, ask), .text(change.line.why)]
                })
        }
        return .part(
            Words("与第\(old.version)版相比", "Since version \(old.version)"), id: "changes",
            aside: .link(old.address, old.words),
            changes.count == 0
                ? .p(.class("quiet"), .say("没有变化。", "Nothing changed."))
                : .data(
                    .say("变化", "Changes"),
                    [
                        DataHead(.say("项目", "Line"), .lead), DataHead(.say("变化", "Change"), .below),
                        DataHead(.say("理由和文号", "Reason and document"), .end),
                    ],
                    [
                        try rows(Words("增加", "Added"), changes.added),
                        try rows(Words("变动", "Changed"), changes.changed),
                        try rows(Words("合并、取消、未办", "Merged, cancelled, not held"), changes.gone),
                    ], class: "even wrap"))
    }

    /// `拟办时间：5月 → 6月上旬`, each column that differs.
    private func told(_ change: ProgrammeChanges.Change, _ ask: Ask) throws -> HTML {
        guard change.line.fate == .included else { return .words(change.line.fate.words) }
        guard let before = change.before else {
            return .group([
                .words(change.line.time.words), .say("，\(change.line.runs)期", ", \(change.line.runs) runs"),
            ])
        }
        if before.fate != .included { return .say("恢复列入", "Restored") }
        let differing = zip(try before.said(ask), try change.line.said(ask)).filter { $0.text != $1.text }
        return .each(differing) { old, new in
            .p(
                .words(new.words), .say("：", ": "), .span(.class("was"), .text(old.text.isEmpty ? "—" : old.text)),
                " → ",
                .element("ins", [.text(new.text.isEmpty ? "—" : new.text)]))
        }
    }

    private func table(_ ask: Ask) throws -> HTML {
        let groups = try ClassKind.allCases.map { kind in
            DataGroup(
                kind.words, try included.filter { $0.kind == kind }.map { try row($0, ask) })
        }
        return .part(
            Words("项目", "Lines"), .data(.say("项目", "Lines"), Self.heads, groups, class: "even wrap"))
    }

    private func goneTable(_ ask: Ask) throws -> HTML {
        guard !gone.isEmpty else { return .nothing }
        return .part(
            Words("合并、取消和未办的项目", "Merged, cancelled, not held"),
            .data(
                .say("合并、取消和未办的项目", "Merged, cancelled, not held"),
                [
                    DataHead(.say("班次名称", "Name"), .lead), DataHead(.say("主办单位", "Organiser"), .meta),
                    DataHead(.say("理由和文号", "Reason and document"), .below), DataHead(.say("状态", "State"), .end),
                ],
                try gone.map {
                    [
                        .text($0.title), .text(try ask.naming.unitName($0.organiser)), .text($0.why),
                        .standing(.excused, $0.fate.words),
                    ]
                }, class: "even wrap"))
    }

    private static let heads = [
        DataHead(.say("班次名称", "Name"), .lead), DataHead(.say("主办单位", "Organiser"), .meta),
        DataHead(.say("对象", "For whom"), .below), DataHead(.say("期数", "Runs"), .meta, isNumber: true),
        DataHead(.say("总人数", "People"), .meta, isNumber: true), DataHead(.say("天数", "Days"), .meta, isNumber: true),
        DataHead(.say("拟办时间", "When"), .meta), DataHead(.say("经费（元）", "Yuan"), .end, isNumber: true),
    ]

    private func row(_ line: IssuedLine, _ ask: Ask) throws -> [HTML] {
        [
            .text(line.title), .text(try ask.naming.unitName(line.organiser)), .text(line.target),
            .text(String(line.runs)), .text(String(line.people)), .text(String(line.days)), .words(line.time.words),
            .text(line.amount.grouped),
        ]
    }
}
