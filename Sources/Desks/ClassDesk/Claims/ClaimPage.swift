import Pages
import Storage
import Store
import Vocabulary

/// What papers prove a claim.
enum ClaimDocument: String, Named, Stored {
    case notice, programme, signInSheet, certificate, other

    var words: Words {
        switch self {
        case .notice: Words("培训通知", "Notice")
        case .programme: Words("课程安排", "Timetable")
        case .signInSheet: Words("签到表", "Signed sheet")
        case .certificate: Words("结业证书、学习证明", "Certificate")
        case .other: Words("其他", "Other")
        }
    }
}

extension TrainingClaim: EvidenceBearer {
    typealias Document = ClaimDocument

    func ended(in reading: some Reading) throws -> Words? {
        switch stage {
        case .approved: Words("已经确认，材料不能再改", "It was confirmed: its papers are closed")
        case .voided: ClaimProblem.isVoid.words
        case .draft, .atUnit, .atOffice, .returned: nil
        }
    }

    /// Of a training that the unit held, who came; of any other, that they were there.
    var requiredPapers: [RequiredPaper<ClaimDocument>] {
        guard stage != .voided else { return [] }
        let why = Words("组织部确认时核对", "The office looks at it")
        return switch scheme.source {
        case .own: [RequiredPaper(.programme, why: why), RequiredPaper(.signInSheet, why: why)]
        case .outside, .superior, .online: [RequiredPaper(.certificate, why: why)]
        case .teaching: [RequiredPaper(.notice, why: why)]
        }
    }
}

extension TrainingClaim {
    static let listing: Listing<TrainingClaim> = {
        var listing = Listing<TrainingClaim>(
            Words("培训学时申报", "Claims of training"),
            columns: [
                .title(Words("培训名称", "Name"), sort: "title"),
                ClaimScheme.form.column("source", of: \.scheme, sort: "source"),
                ClaimScheme.form.column("unit", of: \.scheme, sort: "unit"),
                ClaimScheme.form.column("heldBy", of: \.scheme, .file),
                .day("from", Words("开始", "From"), sort: "from_day") { $0.scheme.from },
                .day("to", Words("结束", "To"), .off, sort: "to_day") { $0.scheme.to },
                .number("people", Words("人数", "People"), unit: Words("人", "people")) { $0.scheme.people.count },
                ListColumn(
                    "hours", Words("申报学时", "Hours"), .figure, sort: "half_hours", unit: Words("学时", "hours"),
                    text: { row, _ in Figure.plain(Double(row.scheme.halfHours) / 2) }),
                ClaimScheme.form.column("way", of: \.scheme, .file),
                .day("filed", Words("报送", "Sent"), .off) { $0.filed },
                .code(), ClaimStage.column(sort: "stage"),
            ],
            filters: [
                .search(Words("名称、举办单位或编号", "Name, body or number"), TrainingClaim.self),
                .unit(Words("申报单位", "Unit"), column: "unit"), .year(Words("年度", "Year"), column: "to_day"),
                .choice("source", Words("培训来源", "Source"), ClaimSource.self) { source, _ in "source = \(source)" },
                ClaimStage.filter,
            ], order: "to_day desc", empty: Words("还没有申报", "Nothing was claimed yet"), sentence: ClaimStage.sentence)
        listing.bulk = [
            BulkAct("send", SubmitClaim.button, Nothing.form, blank: Nothing()) { claim, _ in
                SubmitClaim(record: claim.code)
            },
            BulkAct("pass", Words("审核通过", "Pass on"), Reason.remark, blank: Reason()) { claim, remark in
                PassClaim(record: claim.code, isApproved: true, remark: remark.text)
            },
            BulkAct("approve", Words("确认学时", "Confirm"), Reason.remark, blank: Reason()) { claim, remark in
                DecideClaim(record: claim.code, isApproved: true, remark: remark.text)
            },
            BulkAct("return", Words("退回", "Return"), Reason.whatToChange, blank: Reason()) { claim, remark in
                DecideClaim(record: claim.code, isApproved: false, remark: remark.text)
            },
        ]
        return listing
    }()

    func page(_ ask: Ask) throws -> Page {
        var page = try Page(
            of: self, ask,
            .sheet(
                .split(
                    .group([said, try remarks(ask), try ClaimScheme.form.facts(scheme, ask)]),
                    beside: try hours(ask)), try ask.evidence(of: self, required: requiredPapers),
                try ask.history(
                    try ask.steps(of: TrainingClaim.self, code, ClaimScheme.form, \.scheme) { step, claim, _ in
                        // A decision is told as what was decided.
                        if claim.stage != .draft { step.what = .words(claim.stage.words) }
                        if !claim.remark.isEmpty { step.remarks = [HistoryStep.reason(claim.remark)] }
                    } + ask.paperSteps(of: self))))
        page.sentence = .group([
            .text(code), .say("，", ", "), .text(try ask.naming.unitName(scheme.unit)), .say("，", ", "),
            .days(scheme.from, scheme.to), .say("。", ". "), .b(.class(stage.mark.rawValue), .words(stage.words)),
            activity.isEmpty
                ? .nothing
                : .group([
                    .say("，活动记录", ", on record as "), .link("/activities/\(Query.encoded(activity))", .text(activity)),
                ]),
        ])
        return page
    }

    private var said: HTML {
        guard !remark.isEmpty, let decided else { return .nothing }
        return switch stage {
        case .returned: .warning(.behind, .say("\(decided.iso)退回：\(remark)", "Returned on \(decided.iso): \(remark)"))
        case .voided: .warning(.behind, .say("\(decided.iso)作废：\(remark)", "Voided on \(decided.iso): \(remark)"))
        case .draft, .atUnit, .atOffice, .approved: .p(.class("quiet"), .say("说明：\(remark)", "Remark: \(remark)"))
        }
    }

    /// What a rule forbids: shown to whoever enters, checks and confirms it.
    func remarks(_ ask: Ask) throws -> HTML {
        let meeting = Words(
            "不足一天且没有授课安排，属于会议，按规则不计为培训", "Less than a day without lessons: a meeting, by the rule no training")
        let isMeeting = scheme.isMeeting(try ask.classRules.claims)
        return .warnings(
            (isMeeting ? [meeting] : []) + (try scheme.elsewhere(besides: code, ask)) + (try missingPapers(ask)))
    }

    /// What the office will look for, once the claim is there to have papers.
    private func missingPapers(_ ask: Ask) throws -> [Words] {
        guard !code.isEmpty, ClaimStage.open.contains(stage) || stage == .atUnit || stage == .atOffice else {
            return []
        }
        let held = Set(try ask.reading.evidence(of: self).filter { $0.withdrawn == nil }.map(\.document))
        let missing = requiredPapers.map(\.document).filter { !held.contains($0) }.map(\.words)
        guard !missing.isEmpty else { return [] }
        return [
            Words(
                "缺材料：\(missing.map(\.zh).joined(separator: "、"))，组织部确认时核对",
                "Papers are missing: \(missing.map { $0.en.lowercased() }.joined(separator: ", "))")
        ]
    }

    /// What it comes to, for each person, beside what they may have of this source in a year.
    func hours(_ ask: Ask) throws -> HTML {
        let hours = try ask.reading.hours(of: self)
        func plain(_ halves: Int) -> HTML { .text(Figure.plain(Double(halves) / 2)) }
        let rows = try hours.people.map { one -> [HTML] in
            let done = one.before + one.counted
            return [
                .link("/people/\(Query.encoded(one.person))", .text(try ask.naming.personName(one.person))),
                one.counted < hours.halfHours
                    ? .standing(
                        .behind, Words(Figure.plain(Double(one.counted) / 2), Figure.plain(Double(one.counted) / 2)))
                    : plain(one.counted),
                hours.cap.map { .group([plain(done), "/", plain($0)]) } ?? plain(done),
            ]
        }
        let year = scheme.to.year
        return .part(
            Words("学时", "Hours"), id: "hours",
            .p(
                hours.rule.map { .say("\($0.words.zh)。", "\($0.words.en).") }
                    ?? .say("没有这一来源的折算规则，按申报的学时计。", "No rule of this source: hours count as claimed.")),
            .p(
                .say("本次", "This training: "), plain(hours.halfHours),
                .say("学时；超过年度上限的不计。", " hours; what is above the year's limit does not count.")),
            .figures(
                Words("学时", "Hours"),
                [Words("姓名", "Name"), Words("计入", "Counted"), Words("\(year)年累计", "In \(year)")], rows))
    }
}
