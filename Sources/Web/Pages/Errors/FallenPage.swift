import Barrier
import HTTPTypes
import Hummingbird
import Pages
import Vocabulary

/// What stands in place of a page whose making faulted, and of others until the server is there again.
extension ErrorPages {
    static func fallen(_ request: Request, _ closed: PageBarrier.Closed, site: Site) -> Response {
        // Nothing is asked of the records: whatever held them may lie where it fell.
        let context = plain(request, today: site.today())
        let isForm = request.method == .post
        switch closed {
        case .fell:
            return site.html(isForm ? formFell(context) : pageFell(context), status: .internalServerError)
        case .restarting:
            var response = site.html(restarting(context, isForm: isForm), status: .serviceUnavailable)
            response.headers[.retryAfter] = "2"
            if !isForm { response = response.asking(againAfter: 2) }
            return response
        }
    }

    private static func pageFell(_ context: PageContext) -> HTML {
        page(
            Words("此页面出错", "This page cannot be shown"),
            Words(
                "系统生成此页面时出错，其他页面不受影响。请换一种方式查看，并把网址和时间告知系统管理员。数据有变动后，可以再试此页面。",
                "Making it failed; other pages are not affected. Look another way, and tell the administrator its address and the time. It can be tried again once the data has changed."
            ), context)
    }

    private static func formFell(_ context: PageContext) -> HTML {
        page(
            Words("系统处理所提交的内容时出错", "What you sent could not be handled"),
            Words(
                "不能确定是否已保存，请先查看。同样的内容不要再次提交；请把所做的操作和时间告知系统管理员。",
                "It may or may not have been saved: look first. Do not send the same again; tell the administrator what you did and when."
            ), context)
    }

    private static func restarting(_ context: PageContext, isForm: Bool) -> HTML {
        page(
            Words("系统正在恢复", "The system is coming back"),
            isForm
                ? Words(
                    "另一页面出错，系统正在恢复。所提交的内容可能没有保存：请稍候返回，查看后再提交。",
                    "Another page failed. What you sent may not have been saved: go back in a moment, look, and send it again."
                )
                : Words("另一页面出错，几秒后自动刷新。", "Another page failed; this one is shown again in a moment."), context)
    }
}
