import Accounts
import Foundation
import House
import Mail
import Pages
import Storage
import Store
import Vocabulary

/// Sends the letters of a day (每日待办邮件): to whoever wants one, how much of what waits for them, and where.
struct DigestJob: Job {
    static let right = SetDigestRules.right
    static let isTownWide = true
    var day: Day
    /// By which others reach the site; empty: this machine alone does.
    var origin: String

    var words: Words { Words("发送每日待办邮件", "Send the daily letters") }

    func run(in run: JobRun) throws -> JobEnd {
        let (rules, now) = (try run.database.read { try $0.digestRules() }, Date())
        guard rules.areOn, let from = MailAddress(rules.from) else {
            throw JobRefused(Words("没有设置邮件。", "Letters are not set."))
        }
        var (sent, later) = (0, 0)
        while true {
            try run.goOn()
            let wishes = try run.database.takeDigests(of: day, at: now)
            guard !wishes.isEmpty else { break }
            var letters: [(account: String, letter: Letter)] = []
            for wish in wishes {
                if let letter = try letter(for: wish, from: from, at: now, run) {
                    letters.append((wish.account, letter))
                } else {
                    try run.database.settleDigest(of: wish.account, on: day, as: .nothing)
                }
            }
            guard !letters.isEmpty else { continue }
            let refusals: [MailRelay.Refusal?]
            do { refusals = try MailRelay(port: rules.port).send(letters.map(\.letter)) } catch let refusal
                as MailRelay.Refusal
            {
                refusals = letters.map { _ in refusal }
            }
            for (item, refusal) in zip(letters, refusals) {
                let stage: DigestStage =
                    switch refusal {
                    case nil: .sent
                    case .later: .waiting
                    case .never: .refused
                    }
                try run.database.settleDigest(of: item.account, on: day, as: stage)
                if stage == .sent { sent += 1 } else { later += 1 }
            }
            // A relay that takes nothing now is asked again in an hour.
            if refusals.contains(where: { if case .later = $0 { true } else { false } }) { break }
        }
        return JobEnd(Words("已发\(sent)封，未发出\(later)封。", "\(sent) sent, \(later) not sent."))
    }

    /// Nil where nothing waits.
    private func letter(for wish: DigestWish, from: MailAddress, at now: Date, _ run: JobRun) throws -> Letter? {
        guard let to = MailAddress(wish.address.text) else { return nil }
        let waiting = try run.database.read { try Self.waiting(for: wish.account, on: day, $0) }
        guard !waiting.isEmpty else { return nil }
        let count = waiting.reduce(0) { $0 + $1.count }
        func place(_ address: String) -> String { origin.isEmpty ? "" : "\n  \(origin)\(address)" }
        let lines = waiting.map { "\($0.words.zh)：\($0.count)项\(place($0.address))" }
        let text =
            (["\(day.iso)，您有\(count)项待办：", ""] + lines
            + [
                "", "详情请登录后查看。\(place(MyDesk.address))",
                "此邮件由系统自动发送，请勿回复；不再需要的，在“我的账号”中停用。\(place(SignInAddress.digest))", "",
            ]).joined(separator: "\n")
        return Letter(
            from: from, to: to, subject: "行知：您有\(count)项待办", text: text,
            name: "\(day.iso).\(Token.hash(wish.account).prefix(16))",
            date: now)
    }

    /// In all their posts; of what it is nothing is said but its kind.
    static func waiting(for name: String, on day: Day, _ reading: ReadTransaction) throws -> [Waiting] {
        guard let account = try reading.account(named: name) else { return [] }
        let context = PageContext(
            language: .zh, asOf: day, today: day, path: MyDesk.address, query: Query(), town: "")
        return try reading.posts(of: name, on: day).flatMap { post in
            let ask = Ask(context: context, reader: Reader(account, in: post), reading: reading, parts: [:])
            return try desks.flatMap { try $0.waiting(ask) }
        }.filter { $0.count > 0 }
    }
}

/// Looks now and then whether the letters of the day are to leave.
struct DigestClock: Sendable {
    let database: Database
    let origin: String
    var now: @Sendable () -> Date = { Date() }

    func look() throws {
        let (rules, clock) = try database.read { (try $0.digestRules(), try TownClock($0, now: now)) }
        let hour = clock.time(of: now()).seconds / 3600
        guard rules.areOn, hour >= rules.hour, try database.hasDigests(of: clock.today) else { return }
        let job = DigestJob(day: clock.today, origin: origin)
        try database.perform(BeginJob(job: job), by: .letters, on: clock.today)
    }
}

extension Reader {
    /// In whose name letters leave.
    fileprivate static let letters = Reader(account: "xingzhi", rights: [.administerUsers])
}
