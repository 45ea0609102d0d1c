import Accounts
import Foundation
import Pages
import Records
import Storage
import Store
import Vocabulary

extension Visit {
    /// Who is signed in, in what post, and the way out.
    func menu(_ reading: some Reading) throws -> HTML {
        .group([
            .p(.text(account.displayName), try said(post, reading)),
            .ul(
                .li(.link(SignInAddress.account, Words("我的账号", "My account"))),
                .li(.link(SignInAddress.signOut, Words("退出登录", "Sign out")))),
        ])
    }

    private func said(_ post: Post?, _ reading: some Reading) throws -> HTML {
        guard let post else { return .nothing }
        return .group([" · ", .words(try post.words(reading))])
    }

    /// One's own account: what one is here, and where one is signed in.
    func page(_ reading: some Reading, at now: Date, on today: Day) throws -> Page {
        let grants = try reading.grantsValid(of: account.name, on: today)
        let sessions = try reading.sessions(of: account.name, at: now)
        let time = SiteTime(try TownClock(reading))
        var facts = [
            Fact(Words("账号", "Account"), .text(account.name)), Fact(Words("姓名", "Name"), .text(account.displayName)),
            Fact(
                Words("角色", "Roles"),
                grants.isEmpty
                    ? .say("查看本人培训档案", "Looks at one's own training file")
                    : .lines(
                        try grants.map { grant in
                            let words = try Post(unit: grant.asked.unit, roles: [grant.asked.role]).words(reading)
                            return words.zh + (grant.asked.until.map { "（至\($0.iso)）" } ?? "")
                        })),
        ]
        if let passwordUntil {
            facts.append(
                Fact(
                    Words("密码有效期至", "Password until"), .day(passwordUntil),
                    act: .link(SignInAddress.password, Words("修改密码", "Change"))))
        } else {
            facts.append(Fact(Words("密码", "Password"), .link(SignInAddress.password, Words("修改密码", "Change"))))
        }
        let factor = try reading.secondFactor(of: account.name)
        facts.append(
            Fact(
                SecondFactorPages.words,
                factor?.isInForce == true ? .say("已启用", "in force") : .say("未启用", "none"),
                act: .link(SignInAddress.secondFactor, Words("设置", "Set up"))))
        if !posts.isEmpty {
            let wish = try reading.digestWish(of: account.name)
            facts.append(
                Fact(
                    DigestWords.title, wish.map { .text($0.address.text) } ?? .say("不接收", "none"),
                    act: .link(SignInAddress.digest, Words("设置", "Set up"))))
        }
        return Page(
            Words("我的账号", "My account"), actions: .act(SignInAddress.signOut, Words("退出登录", "Sign out")),
            .sheet(
                .section(.facts(facts, long: true)), posts.count > 1 ? try choice(of: posts, reading) : .nothing,
                .part(
                    Words("登录的设备", "Where you are signed in"),
                    .data(
                        .say("登录的设备", "Where you are signed in"),
                        [
                            DataHead(.say("浏览器", "Browser"), .lead), DataHead(.say("登录", "Since"), .day),
                            DataHead(.say("最近使用", "Last used"), .meta), DataHead(.say("地址", "Address"), .meta),
                            DataHead(.say("操作", "Act"), .end),
                        ],
                        sessions.map { row($0, time) }, count: sessions.count))))
    }

    private func row(_ session: Session, _ time: SiteTime) -> [HTML] {
        [
            .words(session.browserWords), .text(time.minute(session.begunAt)),
            .text(time.minute(session.seenAt)), .text(session.address),
            session.hash == self.session.hash
                ? .say("本次登录", "This one")
                : .press(
                    "\(SignInAddress.account)/sessions/\(session.code)/end", Words("结束", "End"), .small),
        ]
    }

    private func choice(of posts: [Post], _ reading: some Reading) throws -> HTML {
        .part(
            Words("办理身份", "Acting as"),
            .form(
                .attribute("method", "post"), .action("\(SignInAddress.account)/post"), PageContext.once,
                .each(try posts.map { ($0, try $0.words(reading)) }) { post, words in
                    .radio("unit", post.unit.isEmpty ? "*" : post.unit, words, isOn: post == self.post)
                }, .acts(.submit(Words("切换", "Change")))))
    }
}

extension Post {
    /// `单位联络员（县水务局）`
    func words(_ reading: some Reading) throws -> Words {
        let unit = try unit.isEmpty ? nil : reading.unit(code: unit)?.name ?? unit
        let zh = roles.map(\.words.zh).joined(separator: "、")
        let en = roles.map(\.words.en).joined(separator: ", ")
        return Words(zh + (unit.map { "（\($0)）" } ?? ""), en + (unit.map { " (\($0))" } ?? ""))
    }
}
