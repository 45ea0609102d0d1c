import Accounts
import Hummingbird
import Pages
import Spelling
import Store
import Vocabulary

extension Site {
    /// Whether one wants a letter each day, and where to.
    func addDigest(to router: Router<BasicRequestContext>) {
        router.get(RouterPath(SignInAddress.digest)) { request, _ in
            let (context, visit) = (try deskContext(request), try visit())
            // Whoever holds no role has no desk on which anything waits.
            guard !visit.posts.isEmpty else { throw NotFound(context: context) }
            return try digestPage(visit, context, typed: nil, problems: [])
        }
        router.post(RouterPath(SignInAddress.digest)) { request, _ in
            let (context, visit) = (try deskContext(request), try visit())
            // Whoever holds no role has no desk on which anything waits.
            guard !visit.posts.isEmpty else { throw NotFound(context: context) }
            let fields = try await fields(request)
            let typed = fields["step"] == "end" ? "" : String((fields["address"] ?? "").prefix(300))
            guard fields["step"] == "end" || !typed.withoutOuterSpace.isEmpty else {
                return try digestPage(visit, context, typed: typed, problems: [AccountProblem.notAnAddress])
            }
            do { try database.perform(WishDigest(address: typed), by: visit.reader, on: today()) } catch let refused
                as Refused
            {
                return try digestPage(visit, context, typed: typed, problems: refused.problems)
            }
            return Response.seeOther(context.link(SignInAddress.account))
        }
    }

    private func digestPage(
        _ visit: Visit, _ context: PageContext, typed: String?, problems: [any Refusal]
    ) throws -> Response {
        let (wish, rules) = try database.read {
            (try $0.digestWish(of: visit.account.name), try $0.digestRules())
        }
        let errors = ErrorSummary(errors: problems.map { FieldError(field: "address", $0.words) })
        let page = Page(
            DigestWords.title, crumbs: [Frame.Crumb(Words("我的账号", "My account"), SignInAddress.account)],
            hasErrors: !problems.isEmpty, errors.html,
            .opening(
                .say(
                    "每天\(rules.hour)时后，有待办时发一封邮件：只有各类待办的件数和链接，没有姓名和内容。",
                    "Each day after \(rules.hour):00, where something waits: how much of which kind, with links; no names, no contents."
                )),
            .when(
                !rules.areOn,
                .warning(.behind, .say("本站还没有设置邮件，暂时不会发送。", "This site sends no letters yet."))),
            .sheet(
                .section(
                    .form(
                        .attribute("method", "post"), .action(SignInAddress.digest), PageContext.once,
                        .ask(
                            "address", Words("邮箱地址", "Address"),
                            hint: Words("请用单位邮箱，如 wang@example.gov.cn", "Of your work, such as wang@example.gov.cn"),
                            error: errors.words(for: "address"),
                            .input(
                                .class("field"), .id("address"), .name("address"), .type("email"),
                                .value(typed ?? wish?.address.text ?? ""), .attribute("autocomplete", "email"))),
                        .acts(
                            .submit(Words("保存", "Save"), .primary, name: "step", value: "save"),
                            .when(
                                wish != nil,
                                .submit(Words("不再接收", "No more letters"), .outlined, name: "step", value: "end")),
                            .act(SignInAddress.account, Words("返回", "Back")))))))
        return html(page.html(context), status: problems.isEmpty ? .ok : .unprocessableContent)
    }
}

enum DigestWords {
    static let title = Words("每日待办邮件", "Daily letter")
}
