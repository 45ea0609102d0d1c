public import Vocabulary

extension Session {
    /// What it was begun with, as people call it: `Chrome，Windows`. What it says of itself is longer, and says less.
    public var browserWords: Words { Self.words(ofBrowser: browser) }

    static func words(ofBrowser browser: String) -> Words {
        let names = [first(browsers, in: browser), first(systems, in: browser)].compactMap { $0 }
        guard !names.isEmpty else { return Words("未识别的浏览器", "an unknown browser") }
        return Words(names.map(\.zh).joined(separator: "，"), names.map(\.en).joined(separator: ", "))
    }

    private static func first(_ known: [(mark: String, words: Words)], in text: String) -> Words? {
        known.first { text.contains($0.mark) }?.words
    }

    /// Most of them call themselves Chrome and Safari too: the narrower come first.
    private static let browsers: [(mark: String, words: Words)] = [
        ("MicroMessenger", Words("微信", "WeChat")), ("wxwork", Words("企业微信", "WeCom")),
        ("DingTalk", Words("钉钉", "DingTalk")), ("QQBrowser", Words("QQ浏览器", "QQ Browser")),
        ("MetaSr", Words("搜狗浏览器", "Sogou Browser")), ("360SE", Words("360浏览器", "360 Browser")),
        ("360EE", Words("360浏览器", "360 Browser")), ("QihooBrowser", Words("360浏览器", "360 Browser")),
        ("UCBrowser", Words("UC浏览器", "UC Browser")), ("HuaweiBrowser", Words("华为浏览器", "Huawei Browser")),
        ("MiuiBrowser", Words("小米浏览器", "Mi Browser")), ("Qaxbrowser", Words("奇安信可信浏览器", "Qaxbrowser")),
        ("Edg", Words("Edge", "Edge")), ("OPR/", Words("Opera", "Opera")), ("Firefox/", Words("Firefox", "Firefox")),
        ("FxiOS/", Words("Firefox", "Firefox")), ("CriOS/", Words("Chrome", "Chrome")),
        ("Chrome/", Words("Chrome", "Chrome")), ("Safari/", Words("Safari", "Safari")),
        ("MSIE", Words("IE", "Internet Explorer")), ("Trident/", Words("IE", "Internet Explorer")),
        ("curl/", Words("curl", "curl")),
    ]

    private static let systems: [(mark: String, words: Words)] = [
        ("HarmonyOS", Words("鸿蒙", "HarmonyOS")), ("OpenHarmony", Words("鸿蒙", "HarmonyOS")),
        ("Android", Words("安卓", "Android")), ("iPhone", Words("iPhone", "iPhone")), ("iPad", Words("iPad", "iPad")),
        ("Windows", Words("Windows", "Windows")), ("Macintosh", Words("macOS", "macOS")),
        ("Kylin", Words("麒麟", "Kylin")), ("UOS", Words("统信UOS", "UOS")), ("Linux", Words("Linux", "Linux")),
    ]
}
