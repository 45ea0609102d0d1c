import Foundation
import Pages
import Records
import Storage
import Store
import Vocabulary

extension Routes {
    /// The hall's screen, and what its code leads to.
    mutating func halls() {
        page("/classes/:code/hall/:day/:half", Words("签到大屏", "The hall's screen")) { ask in
            try ask.taughtClass().hallPage(ask)
        }
        take("/classes/:code/hall/:day/:half/open", Words("打开签到", "Open the sign-in"), OpenHall.self) { sent in
            let (found, place) = try sent.asking { (try $0.taughtClass(), try $0.half()) }
            do {
                try sent.database.perform(
                    OpenHall(trainingClass: found.code, place: place), by: sent.reader, on: sent.context.today)
            } catch let refused as Refused {
                guard let why = refused.problems.first else { throw refused }
                return .ended(try sent.asking { try found.closed(why, $0) })
            }
            return .goTo(sent.context.link(found.hallAddress(place)))
        }
        look("\(PageContext.countsByMoment):pass", RouteAbout(Words("扫码签到", "Sign in by code")), right: .own) { ask in
            guard let person = try ask.me() else { return .page(try ask.nobodysClasses()) }
            let scan = try ask.scan()
            switch try ask.reading.admittance(scan, of: person) {
            case .failure(let why): return .ended(try ask.notSignedIn(why))
            case .success(let (hall, trainee)):
                if let before = try ask.reading.one(
                    HallSignIn.self, HallSignIn.code(of: trainee.code, hall.place), for: .everybody)
                {
                    return .page(try ask.signedIn(before, again: true))
                }
                return .page(try ask.toSignIn(hall, scan))
            }
        }
        take("\(PageContext.countsByMoment):pass", Words("签到", "Sign in"), right: .own) { sent in
            let scan: HallScan? = try sent.asking { ask in try ask.me() == nil ? nil : try ask.scan() }
            guard let scan else { return .page(try sent.asking { try $0.nobodysClasses() }) }
            do {
                let done = try sent.database.perform(SignInAtHall(scan: scan), by: sent.reader, on: sent.context.today)
                return .page(try sent.asking { try $0.signedIn(done, again: false) })
            } catch let refused as Refused {
                guard let why = refused.problems.first else { throw refused }
                // Who presses twice is signed in, and told when.
                let before = try sent.asking { try $0.signIn(by: scan) }
                if let before { return .page(try sent.asking { try $0.signedIn(before, again: true) }) }
                return .ended(try sent.asking { try $0.notSignedIn(why) })
            }
        }
    }
}

extension Ask {
    /// The person behind the account, by the staff number that stands.
    func me() throws -> String? { try reader.person.flatMap { try naming.person($0)?.code } }

    /// What an account that is no person's finds among one's own.
    func nobodysClasses() throws -> Page {
        guard reader.may(.see) else { throw NotAllowed(right: .own) }
        return Page(
            Words("我的培训班", "My classes"),
            .sheet(
                .emptyState(
                    Words("您的账号没有对应的人员", "Your account is no person's"),
                    .say("学员用本人账号签到、请假和查看课程。", "Trainees sign in with an account of their own."))))
    }

    /// The code in the address, by the moment at which this browser opened it first.
    fileprivate func scan() throws -> HallScan {
        guard let pass = parts["pass"].flatMap(HallPass.init) else { throw NotFound(context: context) }
        let moment = Date(timeIntervalSince1970: context.opened)
        let town = try TownClock(reading)
        return HallScan(
            pass: pass, opened: context.opened, now: context.moment, day: town.day(of: moment),
            clock: town.time(of: moment))
    }

    /// Whether they have signed in to the half-day that a code is of.
    fileprivate func signIn(by scan: HallScan) throws -> HallSignIn? {
        guard let person = try me(), let trainee = try reading.trainee(of: person, in: scan.pass.trainingClass) else {
            return nil
        }
        return try reading.one(HallSignIn.self, HallSignIn.code(of: trainee.code, scan.pass.place), for: .everybody)
    }

    /// Who somebody is and where they are, before they press the one button.
    fileprivate func toSignIn(_ hall: Hall, _ scan: HallScan) throws -> Page {
        let name = try naming.personName(try me() ?? "")
        let isLate = scan.clock > hall.late
        return Page(
            Words("签到", "Sign in"),
            .sheet(
                .section(
                    .p(
                        .class("place"), .text(name),
                        .small(.text(try className(hall.trainingClass)), "，", .words(hall.place.words))),
                    .p(
                        .say("扫码时间\(scan.clock.withSeconds)，", "Scanned at \(scan.clock.withSeconds): "),
                        isLate
                            ? .standing(.behind, Words("迟到", "late")) : .standing(.onCourse, Words("准时", "in time"))),
                    .press(scan.pass.address, Words("签到", "Sign in"), .big))))
    }

    fileprivate func signedIn(_ row: HallSignIn, again: Bool) throws -> Page {
        Page(
            again ? Words("您已签到", "You signed in already") : Words("签到成功", "Signed in"),
            .sheet(
                .section(
                    .p(
                        .class("place"), .text(row.at.text),
                        .small(.text(try className(row.trainingClass)), "，", .words(row.place.words))),
                    .p(
                        row.isLate
                            ? .standing(.behind, Words("已签到，迟到", "signed in, late"))
                            : .standing(.met, Words("已签到", "signed in"))),
                    .acts(.act(MyClasses.address(of: row.trainingClass), Words("查看我的培训班", "My class"), .big)))))
    }

    fileprivate func notSignedIn(_ why: any Refusal) throws -> Page {
        Page(
            Words("没有签到", "Not signed in"),
            .sheet(
                .emptyState(
                    why.words, .say("也可以在纸质签到表上签名。", "The sheet of paper can be signed as well."),
                    acts: .act(MyClasses.address, Words("我的培训班", "My classes")))))
    }
}
