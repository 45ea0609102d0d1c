import Pages
import Records
import Spelling
import Store
import Vocabulary

extension StarPoint: PagedNoun {
    static let path = "/branches/points/:code"
    static let acts: [any RecordAct<StarPoint>.Type] = [WithdrawStarPoints.self]
    static let seeing = Words("查看这笔积分", "See the points")
    var title: String { "\(scheme.way.words.zh)\(Figure.plain(Double(scheme.points) / 2))分（\(code)）" }

    static let listing: Listing<StarPoint> = {
        var listing = Listing<StarPoint>(
            Words("星级动态积分", "Points of stars"),
            columns: [
                .title(Words("积分", "Points"), sort: "code"),
                ListColumn(
                    "branch", Words("党支部", "Branch"),
                    text: { row, ask in
                        try ask.naming.unitName(
                            ask.reading.one(BranchStar.self, row.star, for: .everybody)?.branch ?? "")
                    }), .text("what", Words("事项", "For what"), .below) { $0.scheme.what },
                .day("day", Words("发生", "Day"), sort: "noted_day") { $0.scheme.day },
                .text("proof", Words("佐证", "Proof"), .off) { $0.scheme.proof }, .code(),
                .day("withdrawn", Words("撤销", "Taken back"), .end, sort: "withdrawn_day") { $0.withdrawn },
            ],
            filters: [.search(Words("编号", "Number"), StarPoint.self)], order: "noted_day desc",
            empty: Words("还没有登记积分", "No points were noted yet"))
        listing.since = ListedSince(Words("登记", "noted")) { "made_day <= \($0)" }
        return listing
    }()

    func page(_ ask: Ask) throws -> Page {
        let star = try ask.reading.one(BranchStar.self, star, for: .everybody)
        var facts = [
            Fact(scheme.way.words, .text(Figure.plain(Double(scheme.points) / 2))),
            Fact(Words("发生日期", "Day"), .day(scheme.day)), Fact(Words("事项", "For what"), .text(scheme.what)),
            Fact(Words("佐证", "Proof"), scheme.proof.isEmpty ? "—" : .text(scheme.proof)),
            Fact(Words("登记", "Noted"), .group([.day(made), " ", .text(try ask.naming.accountName(madeBy))])),
        ]
        if let withdrawn {
            facts.append(Fact(Words("撤销", "Taken back"), .group([.day(withdrawn), " ", .text(reason)])))
        }
        var page = try Page(
            of: self, ask, .sheet(.section(.facts(facts)), try ask.history(ask.steps(of: StarPoint.self, code))))
        page.sentence = .group([
            try star.map { .link($0.address, .text(try ask.naming.unitName($0.branch))) } ?? .nothing, .say("。", "."),
        ])
        return page
    }
}

extension BranchStar {
    /// The points of a branch through the year, and whether they still bear its stars.
    func pointsPart(_ ask: Ask) throws -> HTML {
        guard let kept = points else { return .nothing }
        let all = try ask.reading.points(of: self)
        let sum = all.reduce(kept.first) { $0 + $1.counted }
        func said(_ halves: Int) -> String { Figure.plain(Double(halves) / 2) }
        return .part(
            Words("动态积分", "Points through the year"), id: "points",
            aside: .group([.b(.class(sum < kept.least ? "overdue" : ""), .text(said(sum))), .say("分", " points")]),
            .warnings(
                sum < kept.least && until == nil
                    ? [
                        Words(
                            "现有\(said(sum))分，低于\(starsSaid(stars).zh)的\(said(kept.least))分，由组织部门研究是否降星",
                            "\(said(sum)) points are fewer than the \(said(kept.least)) of these stars: the office decides whether they are lowered"
                        )
                    ] : []),
            .p(
                .class("quiet"),
                .say(
                    "起始\(said(kept.first))分，本星级不低于\(said(kept.least))分。",
                    "Begun with \(said(kept.first)); these stars ask for \(said(kept.least)) at least.")),
            all.isEmpty
                ? .nothing : try StarPoint.listing.table(all, columns: ["title", "what", "day", "withdrawn"], ask))
    }
}
