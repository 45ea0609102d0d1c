import Pages
import Records
import Storage
import Store
import Vocabulary

extension StarRound: PagedNoun {
    static let path = "/branches/rounds/:code"
    static let acts: [any RecordAct<StarRound>.Type] = [
        AssessBranch.self, DecideStars.self, AnnounceStars.self, ChangeStarRound.self,
    ]
    static let seeing = Words("查看这次评定", "See the round")
    var title: String { scheme.title }

    static let listing: Listing<StarRound> = {
        var listing = Listing<StarRound>(
            Words("党支部星级评定", "Star rating of branches"),
            columns: [
                .title(Words("评定", "Round"), sort: "title"),
                StarScheme.form.column("field", of: \.scheme, sort: "field"),
                .text("year", Words("年度", "Year"), sort: "rated_year") { String($0.scheme.year) },
                .day("assessBy", Words("自评截止", "Assessed by"), sort: "assess_by_day") { $0.scheme.assessBy },
                .day("announced", Words("公布", "Announced"), .off, sort: "announced_day") { $0.announced }, .code(),
                RoundState.column(sort: "stage"),
            ],
            filters: [
                .search(Words("名称或编号", "Title or number"), StarRound.self),
                .choice("field", Words("领域", "Field"), StarField.self) { field, _ in "field = \(field)" },
                RoundState.filter,
            ], order: "rated_year desc, field", empty: Words("还没有评定方案", "No criteria were published yet"),
            sentence: RoundState.sentence)
        listing.since = ListedSince(Words("公布", "published")) { "opened_day <= \($0)" }
        return listing
    }()
}

extension StarAssessment: PagedNoun {
    static let path = "/branches/assessments/:code"
    static let acts: [any RecordAct<StarAssessment>.Type] = [
        ReviewAssessment.self, ChangeAssessment.self, AppealStars.self, ReturnAssessment.self, WithdrawAssessment.self,
    ]
    static let seeing = Words("查看自评和复核", "See the assessment")
    var title: String { "星级自评（\(code)）" }

    static let listing: Listing<StarAssessment> = {
        var listing = Listing<StarAssessment>(
            Words("星级自评和复核", "Assessments of branches"),
            columns: [
                ListColumn(
                    "branch", Words("党支部", "Branch"), .lead, sort: "branch",
                    text: { row, ask in try ask.naming.unitName(row.own.branch) }
                ) { row, ask in .link(row.address, .text(try ask.naming.unitName(row.own.branch))) },
                ListColumn(
                    "round", Words("评定", "Round"), .off, sort: "round",
                    text: { row, ask in try ask.reading.one(StarRound.self, row.round, for: .everybody)?.title ?? "" }),
                ListColumn(
                    "own", Words("自评", "Own"), as: .number, unit: Words("自评", "own"),
                    text: { row, _ in said(row.own.lines.reduce(0) { $0 + $1.own } + row.own.bonus) }),
                ListColumn(
                    "review", Words("复核", "Review"), as: .number, unit: Words("复核", "review"),
                    text: { row, _ in
                        row.reviewed == nil ? "" : said(row.own.lines.reduce(0) { $0 + $1.review } + row.review.bonus)
                    }),
                ListColumn(
                    "score", Words("得分", "Score"), as: .number, sort: "score", unit: Words("得分", "score"),
                    text: { row, _ in row.score.map { Figure.plain(Double($0) / 200) } ?? "" }),
                ListColumn(
                    "stars", Words("星级", "Stars"), sort: "stars",
                    text: { row, ask in
                        row.stars.map { ask.say($0 == 0 ? Words("不评", "none") : starsSaid($0)) } ?? ""
                    }),
                ListColumn(
                    "before", Words("原星级", "Before"), sort: "stars_before",
                    text: { row, ask in ask.say(starsSaid(row.before)) }),
                ListColumn(
                    "why", Words("说明", "Why"), .below,
                    text: { row, ask in
                        row.reasonsFound.map { ask.say($0.words) }.joined(separator: ask.say("；", "; "))
                    }), .code(), AssessmentState.column(sort: "stage"),
            ],
            filters: [
                ListFilter(name: "round", words: Words("评定", "Round"), control: nil) { ask, typed in
                    guard let round = try ask.reading.one(StarRound.self, typed, for: .everybody) else { return nil }
                    return (round.title, "round = \(round.code)")
                }, .branch, .unit(Words("单位", "Unit"), column: "branch"), AssessmentState.filter,
            ], order: "round desc, score desc, branch", empty: Words("还没有支部自评", "No branch has assessed itself yet"),
            sentence: AssessmentState.sentence)
        listing.since = ListedSince(Words("自评", "assessed")) { "assessed_day <= \($0)" }
        return listing
    }()

    private static func said(_ halves: Int) -> String { Figure.plain(Double(halves) / 2) }
}

extension StarAppeal: PagedNoun {
    static let path = "/branches/appeals/:code"
    static let acts: [any RecordAct<StarAppeal>.Type] = [AnswerAppeal.self]
    static let seeing = Words("查看申诉", "See the appeal")
    var title: String { "星级评定申诉（\(code)）" }

    static let listing: Listing<StarAppeal> = {
        var listing = Listing<StarAppeal>(
            Words("星级评定申诉", "Appeals"),
            columns: [
                .title(Words("申诉", "Appeal"), sort: "code"),
                ListColumn(
                    "branch", Words("党支部", "Branch"),
                    text: { row, ask in
                        try ask.naming.unitName(
                            ask.reading.one(StarAssessment.self, row.assessment, for: .everybody)?.own.branch ?? "")
                    }), .day("asked", Words("提出", "Asked"), sort: "asked_day") { $0.asked },
                .day("answered", Words("答复", "Answered"), .off, sort: "answered_day") { $0.answered }, .code(),
                AppealState.column(sort: "answered_day"),
            ], filters: [AppealState.filter], order: "asked_day desc", empty: Words("没有申诉", "There are no appeals"),
            sentence: AppealState.sentence)
        listing.since = ListedSince(Words("提出", "made")) { "asked_day <= \($0)" }
        return listing
    }()
}

extension BranchStar: PagedNoun {
    static let path = "/branches/stars/:code"
    static let acts: [any RecordAct<BranchStar>.Type] = [LowerStars.self, NoteStarPoints.self]
    static let seeing = Words("查看星级", "See the stars")
    var title: String { "星级（\(code)）" }

    static let listing: Listing<BranchStar> = {
        var listing = Listing<BranchStar>(
            Words("星级登记", "Stars of branches"),
            columns: [
                ListColumn(
                    "branch", Words("党支部", "Branch"), .lead, sort: "branch",
                    text: { row, ask in try ask.naming.unitName(row.branch) }
                ) { row, ask in .link(row.address, .text(try ask.naming.unitName(row.branch))) },
                ListColumn(
                    "stars", Words("星级", "Stars"), sort: "stars", text: { row, ask in ask.say(starsSaid(row.stars)) }),
                .day("from", Words("生效", "From"), sort: "from_day") { $0.from },
                .text("document", Words("文号", "Document"), .off) { $0.document },
                .text("reason", Words("原因", "Why"), .below) { $0.reason }, .code(),
                .day("until", Words("失效", "Until"), .end, sort: "until_day") { $0.until },
            ],
            filters: [
                .branch, .unit(Words("单位", "Unit"), column: "branch"),
                .choice("points", Words("动态积分", "Points"), PointStanding.self) { standing, ask in
                    standing.condition(on: ask.today)
                },
            ], order: "from_day desc, branch",
            empty: Words("还没有公布星级", "No stars were announced yet"))
        listing.since = ListedSince(Words("生效", "in force")) { "from_day <= \($0)" }
        return listing
    }()
}
