import Books
import Hummingbird
import Logging
import Pages
import Records
import Storage
import Store
import Vocabulary

/// Turns whatever was thrown into a page that says what happened and what to do.
struct ErrorPages<Context: RequestContext>: RouterMiddleware {
    let site: Site

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        // What was typed in a form that was read while it came in.
        var typed: Query?
        do {
            do { return try await next(request, context) } catch let lost as FormNotKept {
                typed = lost.fields
                throw lost.cause
            }
        } catch let error as NoEdition {
            return site.html(Self.noEdition(error), status: .ok)
        } catch let error as NotFound {
            return site.html(Self.notFound(.page, error.context), status: .notFound)
        } catch let denied as NotAllowed {
            return .notAllowed(pageContext(request), unit: denied.unit == nil ? nil : ownUnit(of: request))
        } catch let error as NothingThere {
            return site.html(Self.notFound(error.what, error.context), status: .notFound)
        } catch let error as BadAddress {
            return site.html(Self.badAddress(error.context), status: .badRequest)
        } catch let damage as DatabaseDamaged {
            context.logger.error("\(damage.message(in: .zh))")
            // The frame's own words would have to be read from the database.
            let page = Self.plain(request, today: site.today())
            return site.html(Self.damaged(damage, page), status: .serviceUnavailable)
        } catch let error as HTTPError where error.status == .notFound {
            return site.html(Self.notFound(.page, pageContext(request)), status: .notFound)
        } catch let excess as TooMuchSent {
            let page = pageContext(request)
            let fields = Self.holdsSecrets(request) ? Query() : excess.fields
            return site.html(Self.tooLarge(page, keeping: fields, request), status: .contentTooLarge)
        } catch let error as HTTPError where error.status.kind == .clientError {
            return site.html(Self.notUnderstood(pageContext(request)), status: error.status)
        } catch {
            context.logger.error("\(request.method) \(request.uri.path): \(error)")
            let page = pageContext(request)
            guard request.method == .post else {
                return site.html(Self.broken(page), status: .internalServerError)
            }
            return await notSaved(NotSaved(error), typed, request, page)
        }
    }

    /// By name: within which whoever asks may act.
    private func ownUnit(of request: Request) -> String? {
        guard let reader = try? site.reader(request), let unit = reader.unit else { return nil }
        return (try? site.database.read { try $0.unit(code: unit)?.name }) ?? unit
    }

    /// Nothing that was sent is lost: it is shown, and can be sent again.
    func notSaved(
        _ why: NotSaved, _ typed: Query?, _ request: Request, _ context: PageContext?
    ) async -> Response {
        let page = context ?? Self.plain(request, today: site.today())
        var fields = typed
        if fields == nil, !Self.holdsSecrets(request), request.headers[.contentType]?.hasPrefix("multipart/") != true {
            fields = try? await site.fields(request)
        }
        return site.html(
            Self.page(
                Words("没有保存", "Not saved"), why.words, page,
                action: Self.again(fields ?? Query(), request, page)), status: why.status)
    }

    /// A password is shown by no page, not even by one that tells of a fault.
    private static func holdsSecrets(_ request: Request) -> Bool { SignInAddress.secrets.contains(request.uri.path) }

    private static func again(_ fields: Query, _ request: Request, _ context: PageContext) -> HTML {
        guard !fields.isEmpty else { return .nothing }
        return .group([
            .form(
                .attribute("method", "post"), .attribute("action", request.head.path ?? request.uri.path),
                .hiddenFields(fields),
                .button(.class("btn primary"), .type("submit"), .say("再试一次", "Try again"))),
            kept(fields, context),
        ])
    }

    /// A file that is there, and is not given out.
    func notGivenOut(_ why: NotSaved, _ request: Request) throws -> Response {
        site.html(
            Self.page(
                Words("暂不能导出、下载", "No file for now"),
                Words(
                    "导出、下载都要留下记录，而数据库现在不能写入（多为磁盘已满），所以没有给出文件。请联系系统管理员腾出空间，然后再取。",
                    "Every file that is fetched is put on record, and the database takes nothing now, mostly for a full disk: so no file was given out. Ask the administrator to make room, then fetch it again."
                ), pageContext(request)), status: why.status)
    }

    /// What forms carry along that nobody typed.
    private static var unseen: Set<String> { ["once", "draft", "step", "checked", "seen"] }

    /// What was typed, to be copied.
    private static func kept(_ fields: Query, _ context: PageContext) -> HTML {
        .details(
            .summary(.words(Words("填写的内容", "What you typed"))),
            .element(
                "pre",
                [
                    .class("scroll"), .attribute("tabindex", "0"),
                    .text(
                        fields.items.filter { !Self.unseen.contains($0.name) && !$0.value.isEmpty }
                            .map { "\($0.name): \($0.value)" }.joined(separator: "\n")),
                ]))
    }

    /// Where the records cannot be asked the page still says what is the matter.
    private func pageContext(_ request: Request) -> PageContext {
        (try? site.pageContext(request)) ?? Self.plain(request, today: site.today())
    }

    /// Without the records: language and days are in the address.
    static func plain(_ request: Request, today: Day) -> PageContext {
        PageContext(address: request.uri.query ?? "", path: request.uri.path, today: today, town: "", menu: .site)
    }

    static func damaged(_ damage: DatabaseDamaged, _ context: PageContext) -> HTML {
        let first = damage.faults.prefix(3).map { $0.sentence(in: context.language) }.joined(separator: "")
        return page(
            Words("数据已损坏，暂停使用", "The data are damaged"),
            Words(
                "\(first)为免看到或写下错误的数据，所有页面已停止显示。请联系系统管理员，用最近的备份恢复。",
                "\(first) So that nobody reads or writes what is wrong, no page is shown. Ask the administrator to restore the last backup."
            ),
            context)
    }

    static func notFound(_ what: Missing, _ context: PageContext) -> HTML {
        let words = what.words(context)
        return page(
            Words(words.title, words.title), Words(words.advice, words.advice), context,
            action: .a(.class("btn primary"), .href(words.list.address ?? ""), .words(words.list.words)))
    }

    /// A form that was sent from elsewhere than a page of ours.
    static func fromElsewhere(_ context: PageContext) -> HTML {
        page(
            Words("没有受理", "Not taken"),
            Words(
                "这次提交不是从本系统的页面发出的，没有保存。请打开本系统的页面，重新填写后提交。",
                "This was not sent from a page of this site, and nothing was saved. Open the page here, and send it from there."
            ),
            context)
    }

    static func badAddress(_ context: PageContext) -> HTML {
        page(
            Words("网址中的条件无法使用", "The address cannot be used"),
            Words(
                "没有生成文件，以免内容与所要的不符。请按上面的提示改正网址，或从台账页面重新导出。",
                "No file was made, lest it hold something else than was asked for. Correct the address as said above, or export "
                    + "from the ledger's page."),
            context,
            action: .a(.class("btn primary"), .href(context.link("/ledger")), .words(Words("到台账", "To the ledger")))
        )
    }

    static func tooLarge(_ context: PageContext, keeping fields: Query, _ request: Request) -> HTML {
        page(
            Words("提交的内容过大", "Too much was sent"),
            Words(
                "一次最多提交1 MB，没有保存。请返回后分次填报。", "At most 1 MB at once; nothing was saved. Go back and send it in parts."),
            context, action: kept(fields, context))
    }

    static func notUnderstood(_ context: PageContext) -> HTML {
        page(
            Words("无法识别这个请求", "The request was not understood"),
            Words("请从本系统的页面重新打开或提交。", "Open or send it again from a page of this site."), context)
    }

    static func broken(_ context: PageContext) -> HTML {
        page(
            Words("系统出错，未保存", "Something broke; nothing was saved"),
            Words(
                "请重试；仍不成功的，请将出错时间和所做操作告知系统管理员。",
                "Try again. If it happens again, tell the administrator when it was and what you did."),
            context)
    }

    static func noEdition(_ error: NoEdition) -> HTML {
        let context = error.context
        if let first = error.first {
            return page(
                Words("所选日期尚无生效的方案", "No plan was in force on that day"),
                Words("最早的版本自\(first.iso)起生效。", "The first edition is in force from \(first.iso)."), context,
                action: .a(
                    .class("btn primary"), .href(context.here(("asOf", max(first, context.today).iso))),
                    .words(Words("查看今天", "See today"))))
        }
        return page(
            Words("尚未发布方案", "No plan has been published"),
            Words("请联系系统管理员。", "Ask the administrator."), context,
            action: .details(
                .summary(.words(Words("系统管理员", "For the administrator"))),
                .p(
                    .words(
                        Words(
                            "用 xingzhi plan publish 文件名 发布方案，或用 bin/run 以示例方案启动。",
                            "Publish one with `xingzhi plan publish FILE`, or start with the sample through `bin/run`."
                        )))))
    }

    static func page(
        _ title: Words, _ advice: Words, _ context: PageContext, action: HTML? = nil
    ) -> HTML {
        Page(
            title, isApart: true,
            .sheet(
                .emptyState(
                    title, .words(advice), acts: action ?? .act("/", Words("返回概览", "To the overview"))))
        ).html(context)
    }
}
