import HTTPTypes
import Hummingbird
import Pages
import Vocabulary

/// What is told on the way back from the issuer.
enum IssuerPages {
    enum Outcome {
        case crowded, expired, turnedBack, noAnswer, noAccount, administrator

        var words: Words {
            switch self {
            case .crowded: Words("现在登录的人较多，请稍候再试。", "Many people are signing in: try again in a moment.")
            case .expired:
                Words(
                    "这次登录已过期，或是从另一个浏览器发起的，请重新登录。",
                    "This sign-in took too long, or was begun with another browser: begin again.")
            case .turnedBack: Words("统一认证没有完成，请重新登录。", "The single sign-on was not completed: begin again.")
            case .noAnswer:
                Words(
                    "统一认证暂时无法使用，请用本系统的密码登录。",
                    "The single sign-on cannot be used now: sign in with your password here.")
            case .noAccount:
                Words(
                    "您已通过统一认证，但本系统没有与您对应的账号，请联系系统管理员开通。",
                    "You are who you say, but have no account here: ask the system administrator.")
            case .administrator:
                Words("管理员请用本系统的密码登录。", "Administrators sign in with their password here.")
            }
        }
    }

    static let title = Words("统一认证登录", "Single sign-on")

    static func page(_ outcome: Outcome) -> Page {
        Page(
            title, isApart: true, .opening(.words(outcome.words)),
            .p(.link(SignInAddress.signIn, Words("返回登录", "Back to the sign-in"))))
    }

    /// The browser goes on from a page of ours: the cookie of a session is not sent where another site led.
    static func entered(_ address: String, _ context: PageContext, cookie: String) -> Response {
        let page = Page(
            title, isApart: true, .opening(.say("已登录，正在打开页面。", "You are signed in; the page opens now.")),
            .p(.link(address, Words("打开", "Open it"))))
        var response = Response.page(page.html(context)).setting(cookie)
        if let name = HTTPField.Name("Refresh") { response.headers[name] = "0; url=\(address)" }
        return response
    }
}
