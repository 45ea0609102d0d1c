import Hummingbird
import Logging
import Vocabulary

/// Turns whatever was thrown into a page that says what happened and what to do.
struct ErrorPages<Context: RequestContext>: RouterMiddleware {
    let site: Site

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as NoEdition {
            return site.html(Self.noEdition(error), status: .ok)
        } catch let error as NotFound {
            return site.html(Self.notFound(error.context), status: .notFound)
        } catch let error as HTTPError where error.status == .notFound {
            return site.html(Self.notFound(try site.pageContext(request)), status: .notFound)
        } catch let error as HTTPError where error.status == .contentTooLarge {
            return site.html(Self.tooLarge(try site.pageContext(request)), status: .contentTooLarge)
        } catch {
            context.logger.error("\(request.method) \(request.uri.path): \(error)")
            let page = try? site.pageContext(request)
            return site.html(
                Self.broken(page ?? Self.plain(request, today: site.today())), status: .internalServerError)
        }
    }

    private static func plain(_ request: Request, today: Day) -> PageContext {
        PageContext(
            language: .zh, asOf: today, knownAt: nil, today: today, path: request.uri.path, query: Query(), town: "")
    }

    static func notFound(_ context: PageContext) -> HTML {
        page(
            context.say("没有这个页面", "No such page"),
            context.say("地址可能写错，或对象在所看的日子还不存在。", "The address may be wrong, or the thing did not exist on that day."),
            context)
    }

    static func tooLarge(_ context: PageContext) -> HTML {
        page(
            context.say("提交的内容太大", "Too much was sent"),
            context.say(
                "一次最多 1 MB。请返回后分次填报，已填的内容还在表单里。", "At most 1 MB at once. Go back; the form still holds what you typed."),
            context)
    }

    static func broken(_ context: PageContext) -> HTML {
        page(
            context.say("出了故障", "Something broke"),
            context.say(
                "没有保存任何改动。请重试；若仍不行，请把时间和所做的操作告诉维护人员。",
                "Nothing was changed. Try again; if it stays, tell the maintainer when and what you did."),
            context)
    }

    static func noEdition(_ error: NoEdition) -> HTML {
        let context = error.context
        if let first = error.first {
            return page(
                context.say("这一天还没有执行中的方案", "No plan was in force on that day"),
                context.say("最早的一版从 \(first.iso) 起执行。", "The first edition is in force from \(first.iso)."), context,
                action: a(
                    .class("btn primary"), .href(context.here(("asOf", max(first, context.today).iso))),
                    .text(context.say("看今天的", "See today"))))
        }
        return page(
            context.say("还没有发布方案", "No plan has been published"),
            context.say(
                "用 xingzhi plan publish 文件名 发布一份方案，或用 bin/run 以样例方案启动。",
                "Publish one with `xingzhi plan publish FILE`, or start with the sample through `bin/run`."),
            context)
    }

    private static func page(
        _ title: String, _ advice: String, _ context: PageContext, action: HTML? = nil
    ) -> HTML {
        Frame(title: title, room: .overview, hasAsOf: false).html(
            context,
            card(
                nil,
                emptyState(
                    title, advice,
                    action ?? a(.class("btn"), .href(context.link("/")), .text(context.say("回到概览", "To the overview"))))
            ))
    }
}
