import Formats
import Pages
import Records
import Spelling
import Storage
import Store
import Vocabulary

extension Routes {
    /// Star rating: criteria, own assessments, reviews, the meeting, the notice, appeals, stars.
    mutating func stars() {
        list(StarRound.self) { ask in
            .group([
                ask.button(
                    OpenStarRound.self, "/branches/rounds/new", Words("公布评定标准", "Publish criteria"), isPrimary: true),
                .act(StarAssessment.listAddress, StarAssessment.listing.words),
                .act(StarAppeal.listAddress, StarAppeal.listing.words),
                .act(BranchStar.listAddress, BranchStar.listing.words),
            ])
        }
        var open = FormFlow(new: Words("公布评定标准", "Publish criteria"), StarScheme.form) { ask in
            .proposed(ask.query["model"].flatMap(StarModel.init) ?? .m1, .office, on: ask.today)
        } act: { scheme, _ in
            OpenStarRound(scheme: scheme)
        }
        open.opening = { ask in
            .p(
                .class("btns"),
                .each(StarModel.allCases) { model in
                    .act("/branches/rounds/new?model=\(model.rawValue)", model.words, .small)
                })
        }
        open.refusals = { scheme, _ in scheme.problems }
        open.remarks = { scheme, _ in
            let whole = Figure.plain(Double(scheme.whole) / 2)
            return .warnings(
                scheme.whole == 200 ? [] : [Words("各项分值合计\(whole)分", "The criteria have \(whole) points together")])
        }
        form("/branches/rounds/new", open)
        page(of: StarRound.self, Words("一次星级评定", "One round")) { try $0.page($1) }
        look("\(StarRound.path)/notice.docx", RouteAbout(Words("星级公示（Word）", "The notice as a document"))) { ask in
            try ask.one(StarRound.self).notice(ask)
        }
        var change = FormFlow(ChangeStarRound.self, StarScheme.form, changing: \.scheme) { round, scheme in
            ChangeStarRound(record: round.code, scheme: scheme)
        }
        change.refusals = { scheme, _ in scheme.problems }
        form(change)
        var decide = FormFlow(DecideStars.self, StarMeeting.form) { round, ask in
            StarMeeting(
                day: ask.today, noticeFrom: ask.today, standing: try ask.reading.assessments(in: round.code).standing)
        } act: { round, decision in
            DecideStars(record: round.code, decision: decision)
        }
        decide.refusals = { decision, ask in
            let round = try ask.one(StarRound.self)
            return decision.problems(on: ask.today, of: round)
                + decision.problems(by: try ask.reading.assessments(in: round.code))
        }
        decide.remarks = { decision, ask in try ask.one(StarRound.self).foreseen(on: decision.day, ask) }
        form(decide)
        form(
            FormFlow(AnnounceStars.self, Announcement.form) { _, _ in
                Announcement()
            } act: { round, said in
                AnnounceStars(record: round.code, document: said.document)
            })
        assessments()
        appeals()
        list(BranchStar.self)
        page(of: BranchStar.self, Words("一个星级", "Stars of a branch")) { try $0.page($1) }
        var lower = FormFlow(LowerStars.self, LowerStars.Draft.form) { _, ask in
            LowerStars.Draft(from: ask.today)
        } act: { star, draft in
            LowerStars(record: star.code, draft: draft)
        }
        lower.refusals = { draft, ask in draft.problems(of: try ask.one(BranchStar.self), on: ask.today) }
        lower.isGrave = true
        form(lower)
        var note = FormFlow(NoteStarPoints.self, PointScheme.form) { _, ask in
            PointScheme(day: ask.today)
        } act: { star, scheme in
            NoteStarPoints(record: star.code, scheme: scheme)
        }
        note.refusals = { scheme, ask in scheme.problems(of: try ask.one(BranchStar.self), on: ask.today) }
        form(note)
        list(StarPoint.self)
        page(of: StarPoint.self, Words("一笔积分", "One note of points")) { try $0.page($1) }
        form(
            FormFlow(WithdrawStarPoints.self, Reason.form) { _, _ in
                Reason()
            } act: { point, reason in
                WithdrawStarPoints(record: point.code, reason: reason.text)
            })
    }

    private mutating func assessments() {
        list(StarAssessment.self)
        page(of: StarAssessment.self, Words("一个支部的自评和复核", "One assessment")) { try $0.page($1) }
        evidence(of: StarAssessment.self)
        var assess = FormFlow(AssessBranch.self, OwnStars.form) { round, ask in
            var own = OwnStars(round: round.code).kept(round)
            own.branch = ask.query["branch"] ?? ""
            return own
        } act: { round, own in
            AssessBranch(record: round.code, own: own)
        }
        assess.refusals = { own, ask in
            try own.problems(in: ask.reading, for: ask.reader, on: ask.today, round: ask.parts["code"] ?? "")
        }
        assess.remarks = { own, ask in own.foreseen(try ask.one(StarRound.self)) }
        form(assess)
        var change = FormFlow(ChangeAssessment.self, OwnStars.change, changing: \.own) { assessment, own in
            ChangeAssessment(record: assessment.code, own: own)
        }
        change.opening = { ask in
            let assessment = try ask.one(StarAssessment.self)
            return assessment.backSaid
        }
        form(change)
        form(
            FormFlow(ReviewAssessment.self, StarReview.form) { assessment, _ in
                assessment.toReview
            } act: { assessment, review in
                ReviewAssessment(record: assessment.code, review: review)
            })
        form(
            FormFlow(ReturnAssessment.self, Reason.whatToChange) { _, _ in
                Reason()
            } act: { assessment, reason in
                ReturnAssessment(record: assessment.code, reason: reason.text)
            })
        form(
            FormFlow(WithdrawAssessment.self, Reason.form) { _, _ in
                Reason()
            } act: { assessment, reason in
                WithdrawAssessment(record: assessment.code, reason: reason.text)
            })
    }

    private mutating func appeals() {
        list(StarAppeal.self)
        page(of: StarAppeal.self, Words("一件申诉", "One appeal")) { try $0.page($1) }
        form(
            FormFlow(AppealStars.self, AppealScheme.form) { _, _ in
                AppealScheme()
            } act: { assessment, scheme in
                AppealStars(record: assessment.code, scheme: scheme)
            })
        var answer = FormFlow(AnswerAppeal.self, AppealAnswer.form) { appeal, ask in
            let assessment = try ask.reading.one(StarAssessment.self, appeal.assessment, for: .everybody)
            let place = appeal.scheme.item - 1
            let lines = assessment?.own.lines ?? []
            return AppealAnswer(points: lines.indices.contains(place) ? lines[place].review : 0)
        } act: { appeal, answer in
            AnswerAppeal(record: appeal.code, answer: answer)
        }
        answer.opening = { ask in .sheet(try AppealScheme.form.facts(try ask.one(StarAppeal.self).scheme, ask)) }
        form(answer)
    }
}

/// By what document the stars are announced.
struct Announcement: Sendable, Hashable {
    var document = ""
    static let form = Form<Announcement>(
        .init(
            Words("公布", "Announced by"), .text(\.document, "document", Words("文号", "Document"), rule: .name)))
}

extension OwnStars {
    /// The band that the branch's own points lie in (拟报星级).
    fileprivate func foreseen(_ round: StarRound) -> HTML {
        let points = lines.reduce(0) { $0 + $1.own }
        let candidate = StarCandidate(branch: branch, base: points, bonus: bonus, assessment: 200)
        let stars = round.scheme.terms.band(candidate.score(round.scheme.terms))
        return .p(
            .say(
                "自评\(Figure.plain(Double(points + bonus) / 2))分，按分数线为",
                "\(Figure.plain(Double(points + bonus) / 2)) points; by the bands "
            ), .words(starsSaid(stars)), .say("；考核得分、名额和限制由上级核定。", "; assessment, quotas and bounds follow."))
    }
}

extension StarRound {
    /// What the meeting would come to, before it is decided.
    fileprivate func foreseen(on day: Day, _ ask: Ask) throws -> HTML {
        let handedIn = try ask.reading.assessments(in: code)
        let all = handedIn.filter { $0.stage == .reviewed }
        let left = handedIn.filter { $0.stage == .returned }
        let names = try ask.branchNames(handedIn.map(\.own.branch))
        let standing = try ask.reading.stars(of: all.map(\.own.branch), on: day)
        let results = try ask.reading.rating(of: self, all, standing).sorted {
            ($0.stars, $0.score) > ($1.stars, $1.score)
        }
        return .part(
            Words("拟定星级", "Stars as they would be"),
            .warnings(
                left.isEmpty
                    ? []
                    : [
                        Words(
                            "不参加这次评定：" + left.map { names[$0.own.branch] ?? $0.own.branch }.joined(separator: "、"),
                            "Left out: " + left.map { names[$0.own.branch] ?? $0.own.branch }.joined(separator: ", "))
                    ]),
            .data(
                .say("拟定星级", "Stars as they would be"),
                [
                    DataHead(.say("党支部", "Branch"), .lead), DataHead(.say("得分", "Score"), .meta, isNumber: true),
                    DataHead(.say("说明", "Why"), .below), DataHead(.say("星级", "Stars"), .end),
                ],
                results.map { result in
                    [
                        .text(names[result.branch] ?? result.branch), .text(Figure.plain(Double(result.score) / 200)),
                        .text(result.reasons.map { ask.say($0.words) }.joined(separator: ask.say("；", "; "))),
                        result.stars == 0 ? .say("不评", "none") : .words(starsSaid(result.stars)),
                    ]
                }))
    }

    /// The public notice (公示), of all branches of the round: what is on notice is no secret.
    fileprivate func notice(_ ask: Ask) throws -> Answered {
        guard let decided, let from = noticeFrom, let until = noticeUntil(try ask.branchRules) else {
            throw NotFound(context: ask.context)
        }
        let all = try ask.reading.assessments(in: code).filter { ($0.stars ?? 0) > 0 }.sorted {
            ($0.stars ?? 0, $0.score ?? 0) > ($1.stars ?? 0, $1.score ?? 0)
        }
        let names = try ask.branchNames(all.map(\.own.branch))
        let title = "关于\(scheme.title)结果的公示"
        let document = OfficialDocument([
            .title(title),
            .paragraph(
                "根据\(scheme.title)办法，经支部自评、上级复核，\(decided.spoken)\(meeting)研究，拟确定下列党支部的星级，现予公示。公示期\(from.spoken)至\(until.spoken)。对公示内容有异议的，请在公示期内书面提出。"
            ),
            .table(
                heads: ["序号", "党支部", "拟定星级"],
                rows: all.enumerated().map { place, assessment in
                    [
                        "\(place + 1)", names[assessment.own.branch] ?? assessment.own.branch,
                        starsSaid(assessment.stars).zh,
                    ]
                }, widths: [2, 12, 4]), .signature(from.spoken),
        ])
        return try .document(document, name: "\(code)-notice.docx", shown: "\(title).docx")
    }
}

extension Ask {
    /// What branches are called, looked up together: a round has hundreds of them.
    fileprivate func branchNames(_ codes: [String]) throws -> [String: String] {
        var names: [String: String] = [:]
        for start in stride(from: 0, to: codes.count, by: 500) {
            let part = Array(codes[start..<min(start + 500, codes.count)])
            for branch in try reading.nouns(Branch.self, part, for: .everybody) { names[branch.code] = branch.name }
        }
        return names
    }
}
