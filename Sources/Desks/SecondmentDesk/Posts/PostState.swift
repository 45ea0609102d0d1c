import Pages
import Records
import Spelling
import Storage
import Store
import Vocabulary

/// Where a post stands, in one word.
enum PostState: String, Stated {
    case toReview, returned, unfilled, filled, closed

    var words: Words {
        switch self {
        case .toReview: Words("待审核", "To be reviewed")
        case .returned: Words("退回修改", "Returned")
        case .unfilled: Words("未满员", "Places left")
        case .filled: Words("已满员", "Filled")
        case .closed: Words("已关闭", "Closed")
        }
    }

    var mark: Mark {
        switch self {
        case .toReview: .next
        case .returned: .behind
        case .unfilled: .onCourse
        case .filled: .met
        case .closed: .excused
        }
    }

    static let told: [PostState] = [.toReview, .returned, .unfilled, .filled]

    func condition(_ ask: Ask) -> SQL {
        let taken: SQL = """
            (select count(*) from secondments s where s.post = secondment_posts.code
                and s.stage <> \(RecordStage.declined))
            """
        return switch self {
        case .toReview: "stage = \(PostStage.offered)"
        case .returned: "stage = \(PostStage.returned)"
        case .unfilled: "stage = \(PostStage.open) and places > \(taken)"
        case .filled: "stage = \(PostStage.open) and places <= \(taken)"
        case .closed: "stage = \(PostStage.closed)"
        }
    }

    static func state(of post: SecondmentPost, _ ask: Ask) throws -> PostState {
        switch post.stage {
        case .offered: .toReview
        case .returned: .returned
        case .closed: .closed
        case .open: try ask.reading.taken(of: post.code) < post.scheme.places ? .unfilled : .filled
        }
    }

    static let waits: [WaitingState<PostState>] = [
        .init(.toReview, ReviewPost.self, of: .office) { post, ask in
            .group([.text(try post.host(ask.naming)), .say(" 报送于 ", ", offered "), .day(post.offered)])
        }
    ]

    /// Posts are everybody's to see: what came back waits for its own unit alone.
    static func returnedWaiting(_ ask: Ask) throws -> [Waiting] {
        guard let unit = ask.reader.unit, ChangePost.isAllowed(to: ask.reader) else { return [] }
        let own = SQL.beneath(unit, column: "unit")
        return try Waiting.some(
            Words("挂职岗位退回修改", "Posts returned"), SecondmentPost.self,
            where: "\(PostState.returned.condition(ask)) and \(own)", order: "offered_day",
            address: "\(PostState.returned.listAddress)&unit=\(Query.encoded(unit))", isReturned: true, ask
        ) { post in
            .init(
                post.title, post.address, remark: .text(post.remark), act: ChangePost.button,
                at: ChangePost.address(of: post))
        }
    }
}

extension SecondmentPost: PagedNoun {
    static let path = "/secondments/posts/:code"
    static let acts: [any RecordAct<SecondmentPost>.Type] = [
        ReviewPost.self, ChangePost.self, ClosePost.self,
    ]
    static let seeing = Words("查看这个岗位", "See the post")
    var title: String { "\(scheme.title)（\(code)）" }

    static let listing: Listing<SecondmentPost> = {
        var listing = Listing<SecondmentPost>(
            Words("挂职岗位", "Posts for secondments"),
            columns: [
                .title(Words("岗位", "Post"), sort: "title"),
                PostScheme.form.column("kind", of: \.scheme, sort: "kind"),
                ListColumn(
                    "host", Words("接收单位", "Host"), sort: "unit", text: { post, ask in try post.host(ask.naming) }),
                PostScheme.form.column("work", of: \.scheme, .off),
                PostScheme.form.column("skills", of: \.scheme, .below),
                .number("places", Words("人数", "People"), unit: Words("人", "people"), sort: "places") {
                    $0.scheme.places
                },
                ListColumn(
                    "taken", Words("已安排", "Placed"), .figure, unit: Words("人已安排", "placed"),
                    text: { post, ask in String(try ask.reading.taken(of: post.code)) }
                ) { post, ask in
                    // Who sees their own units only would find fewer there.
                    guard ask.reader.unit == nil else {
                        return .text(String(try ask.reading.taken(of: post.code)))
                    }
                    let placed = SecondmentTold.placed
                    let count = try Secondment.listing.count(
                        ask, where: "post = \(post.code) and \(placed.condition(on: ask.toldDay))")
                    return .figureLink(
                        count,
                        ask.context.link(Secondment.listAddress, ("post", post.code), ("told", placed.rawValue)))
                },
                .number("months", Words("期限", "Months"), unit: Words("个月", "months"), sort: "months") {
                    $0.scheme.months
                },
                .day("from", Words("拟开始", "Begins"), sort: "from_day") { $0.scheme.from }, .code(),
                PostState.column(sort: "stage"),
            ],
            filters: [
                .search(Words("职务、外地单位或编号", "Post, host elsewhere or number"), SecondmentPost.self),
                .choice("kind", Words("类别", "Kind"), SecondmentKind.self) { kind, _ in "kind = \(kind)" },
                .unit(Words("接收单位", "Host"), column: "unit"), .year(Words("年度", "Year"), column: "from_day"),
                PostState.filter,
            ], order: "from_day desc, code", empty: Words("还没有报送挂职岗位", "No post was offered yet"),
            sentence: PostState.sentence)
        listing.since = ListedSince(Words("报送", "offered")) { "offered_day <= \($0)" }
        listing.bulk = [
            BulkAct("open", Words("审核通过", "Open"), Reason.remark, blank: Reason()) { post, remark in
                ReviewPost(record: post.code, isApproved: true, remark: remark.text)
            }
        ]
        return listing
    }()

    func page(_ ask: Ask) throws -> Page {
        let state = try PostState.state(of: self, ask)
        let there = try ask.all(
            Secondment.self, where: "post = \(code) and stage <> \(RecordStage.declined)", order: "from_day")
        let own = try ask.all(
            Nomination.self, where: .any(["wish1 = \(code)", "wish2 = \(code)", "wish3 = \(code)"]),
            order: "nominated_day")
        let taken = try ask.reading.taken(of: code)
        var page = try Page(
            of: self, ask,
            .sheet(
                remark.isEmpty
                    ? .nothing
                    : .section(.p(.class("warn"), .say("说明：", "Remark: "), .text(remark))),
                .warnings(try scheme.remarks(ask.reading, ask.secondmentRules)),
                try PostScheme.form.facts(scheme, ask),
                .part(
                    Words("已安排", "Placed"), id: "placed", aside: .say("\(taken)人", String(taken)),
                    there.isEmpty
                        ? .p(.class("quiet"), .say("您管理范围内没有人安排到这个岗位。", "Nobody within your reach was placed here."))
                        : try Secondment.listing.table(
                            there, columns: ["person", "home", "from", "to", "state"], ask)),
                .part(
                    Words("志愿选报", "Wished for by"), id: "wishes",
                    own.isEmpty
                        ? .p(.class("quiet"), .say("您管理范围内没有人选报。", "Nobody within your reach wishes for it."))
                        : try Nomination.listing.table(own, columns: ["person", "unit", "nominated", "state"], ask)),
                try ask.history(ask.steps(of: SecondmentPost.self, code, PostScheme.form, \.scheme) { _, _, _ in })))
        if stage == .open, state == .unfilled {
            page.actions = .group([
                page.actions,
                ask.button(
                    NominatePerson.self, "\(Nomination.listAddress)/new?kind=\(scheme.kind.rawValue)&wish1=\(code)",
                    Words("推荐人选", "Recommend somebody"), isPrimary: true),
            ])
        }
        page.sentence = .group([
            .words(scheme.kind.words), .say("，", ", "), .text(try host(ask.naming)), .say("，", ", "),
            .say("需要\(scheme.places)人，已安排\(taken)人。", "\(taken) of \(scheme.places) placed. "),
            .b(.class(state.mark.rawValue), .words(state.words)), .say("。", "."), ask.standsToday,
        ])
        return page
    }
}
