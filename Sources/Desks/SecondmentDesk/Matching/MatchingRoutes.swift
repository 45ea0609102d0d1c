import Pages
import Storage
import Store
import Vocabulary

/// Placements as the office takes them over from the proposal, line by line to be changed.
struct PlacementSheet: Sendable {
    var rows: [Placement] = []

    static let mostRows = 200

    static let form = Form<PlacementSheet>(
        .init(
            Words("安排", "Placements"),
            .rows(
                \.rows, "rows", Words("人选和岗位", "Who goes where"), of: Placement.form, blank: Placement(),
                hint: Words("可以改岗位，也可以清空一行", "Change a post, or empty a line"), most: mostRows)))
}

extension Routes {
    /// The proposed matching, and what the office makes of it.
    mutating func matching() {
        page(MatchingPage.address, Words("挂职匹配建议", "Proposed matching"), right: .plan) { try MatchingPage.page($0) }
        var flow = FormFlow(Words("按匹配安排岗位", "Place by the matching"), PlacementSheet.form) { ask in
            PlacementSheet(rows: try ask.proposedMatching?.placements ?? [])
        } act: { sheet, _ in
            PlaceAll(rows: sheet.rows)
        } then: { _ in
            SecondmentState.toApprove.listAddress
        }
        flow.crumbs = { _ in [Secondment.home, Nomination.home] }
        flow.opening = { ask in .warnings(try ask.proposedMatching?.cut ?? []) }
        flow.refusals = { sheet, ask in
            sheet.rows.isEmpty ? [SecondmentProblem.nobodyPlaced] : try sheet.rows.problems(in: ask.reading)
        }
        flow.remarks = { sheet, ask in try ask.against(sheet.rows) }
        form("\(MatchingPage.address)/place", flow)
        var one = FormFlow(PlaceNominee.self, Placement.single) { nomination, ask in
            let wished = nomination.draft.wish1
            return Placement(
                nomination: nomination.code, post: wished.isEmpty ? "" : try ask.hasPlace(wished) ? wished : "")
        } act: { nomination, placement in
            PlaceNominee(record: nomination.code, post: placement.post)
        }
        one.opening = { ask in try ask.eligibility(of: try ask.one(Nomination.self).draft).table }
        one.remarks = { placement, ask in
            try ask.against([Placement(nomination: try ask.one(Nomination.self).code, post: placement.post)])
        }
        form(one)
    }
}

extension Ask {
    /// That of the kind which the address names, worked out once; what is sent brings its lines, and asks for none.
    fileprivate var proposedMatching: MatchingPage? {
        get throws {
            try query["kind"].flatMap(SecondmentKind.init).map { kind in
                try naming.once("matching \(kind.rawValue)") { try MatchingPage(kind, self) }
            }
        }
    }

    fileprivate func hasPlace(_ code: String) throws -> Bool {
        guard let post = try post(code), post.stage == .open else { return false }
        return try reading.taken(of: code) < post.scheme.places
    }

    /// What the rules have against each, and what else lies in the same days.
    fileprivate func against(_ lines: [Placement]) throws -> HTML {
        let rules = try secondmentRules
        return .each(
            try lines.map { line -> HTML in
                guard let nomination = try reading.one(Nomination.self, line.nomination, for: reader),
                    let post = try post(line.post)
                else { return .nothing }
                let (from, months) = (post.scheme.from, post.scheme.months)
                let to = from.ending(months: months)
                let draft = nomination.draft
                let against = try reading.eligibility(of: draft, from: from, to: to, on: today, rules).reasons
                let name = try naming.personName(draft.person)
                return .group([
                    .warnings(against.map { Words("\(name)：\($0.zh)", "\(name): \($0.en)") }),
                    try clashes(of: draft.person, from: from, to: to, besides: nil),
                ])
            }
        ) { $0 }
    }
}
