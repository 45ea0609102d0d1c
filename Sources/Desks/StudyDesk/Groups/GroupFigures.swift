import Books
import LedgerEngine
import Pages
import Plans
import Records
import Storage
import Store
import Vocabulary

/// What the plan in force asks of a group and of its members, as the ledger has it. How much is owed stands in the plan, and
/// nowhere here.
struct GroupFigures {
    let view: LedgerView
    private let group: StudyGroup
    /// Those who belong to it on the day, the secretary first.
    private let members: [GroupMember]

    /// Nil where no plan is in force.
    init?(_ group: StudyGroup, _ year: Int, _ ask: Ask) throws {
        let day = year == ask.today.year ? ask.today : Day(year: year, month: 12, day: 31) ?? ask.today
        guard let view = try ask.town.ledger(asOf: day, knownAt: ask.context.knownAt) else { return nil }
        self.view = view
        self.group = group
        members = try ask.reading.members(of: group.code, on: day)
    }

    private func entry(_ obligation: Obligation, _ subject: Subject) -> LedgerEntry? {
        view.live.history(of: obligation.id, subject: subject).last {
            view.live.isCurrent($0) && $0.standing != .doesNotApply
        }
    }

    /// What the group owes as one.
    var ofGroup: [(obligation: Obligation, entry: LedgerEntry)] {
        view.edition.obligations.filter { $0.binding?.population.subjects == .teams }.compactMap { obligation in
            entry(obligation, Subject(.team, group.code)).map { (obligation, $0) }
        }
    }

    /// What members owe who speak as members of a study group: keynotes. Where a clause makes no list of names, there is none
    /// (docs/decisions/0006).
    private var ofMembers: [Obligation] {
        view.edition.obligations.filter {
            $0.binding?.population.subjects == .persons && $0.binding?.roles.contains(.keynote) == true
                && ($0.binding?.population.teamKinds.contains(.studyGroup) ?? false) && $0.binding?.namesPersons == true
        }
    }

    /// One member's figures.
    func entries(of person: String) -> [(obligation: Obligation, entry: LedgerEntry)] {
        ofMembers.compactMap { obligation in entry(obligation, Subject(.person, person)).map { (obligation, $0) } }
    }

    /// Each figure opens what it was counted from.
    func html(_ ask: Ask) throws -> HTML {
        let language = ask.context.language
        let spoken = try members.map { member -> [HTML] in
            let found = entries(of: member.person)
            return [
                .text(try ask.naming.personName(member.person)), .words(member.role.words),
                .each(found) { line in figure(line.entry, ask) },
                .each(found) { line in .standing(Mark(line.entry.standing), line.entry.standing.words) },
            ]
        }
        return .group([
            ofGroup.isEmpty
                ? .nothing
                : .part(
                    Words("中心组的要求", "What the group owes"), id: "owed",
                    .data(
                        .say("中心组的要求", "What the group owes"),
                        [
                            DataHead(.say("要求", "Obligation"), .lead), DataHead(.say("完成", "Done"), .meta),
                            DataHead(.say("进展", "State"), .end),
                        ],
                        ofGroup.map { obligation, entry in
                            [
                                .group([.b(.text(obligation.id)), " ", .text(view.sentence(obligation, language))]),
                                figure(entry, ask), .standing(Mark(entry.standing), entry.standing.words),
                            ]
                        })),
            members.isEmpty || ofMembers.isEmpty
                ? .nothing
                : .part(
                    Words("成员重点发言", "Keynotes of members"), id: "keynotes",
                    .data(
                        .say("成员重点发言", "Keynotes of members"),
                        [
                            DataHead(.say("姓名", "Name"), .lead), DataHead(.say("身份", "As"), .meta),
                            DataHead(.say("重点发言", "Keynotes"), .meta), DataHead(.say("进展", "State"), .end),
                        ], spoken)),
        ])
    }

    private func figure(_ entry: LedgerEntry, _ ask: Ask) -> HTML {
        .a(.href(ask.context.link(to: entry)), .text(view.figure(entry, ask.context.language)))
    }
}
