import Books
import Exchange
import Formats
public import Pages
import Seats
import Spelling
import Storage
import Store
import Training
import Vocabulary

extension Desk {
    /// Seats of the year (调训安排): years of classes, who is proposed for which, why, and what is wished besides.
    public static func seats(_ pictures: SeatPictures) -> Desk {
        Desk(Words("调训安排", "Seats of the year"), nouns: [], entries: [], jobs: [ProposeSeats.self]) { routes in
            routes.list("/seats", seatYearList(pictures), door: .plain, actions: seatYearActs)
            routes.handingIn(pictures)
            routes.look("/seats/:plan", RouteAbout(Words("一个年度", "One year"))) { ask in
                let number = ask.parts["plan"] ?? ""
                guard let year = try ask.keptSeatYear(pictures) else {
                    throw NothingThere(context: ask.context, what: .seatYear(number))
                }
                return year.plan.isTakenAway
                    ? .missing(year.removedPage(ask)) : .page(SeatYearPage(year: year, ask: ask).page())
            }
            routes.planning(pictures)
            routes.upkeep(pictures)
            routes.list("/seats/:plan/people", seatPeopleList(pictures), door: .plain)
            routes.list("/seats/:plan/assigned", assignedSeatList(pictures), door: .plain)
            routes.list("/seats/:plan/changes", seatMoveList(pictures), door: .plain)
            routes.page("/seats/:plan/classes/:id", Words("一个班", "One class")) { ask in
                let picture = try ask.seatYear(pictures).picture
                let code = ask.parts["id"] ?? ""
                guard let index = Int(code).flatMap({ picture.classIndex[$0] })
                else { throw NothingThere(context: ask.context, what: .seatClass(code, year: picture.plan.number)) }
                return SeatClassPage(picture: picture, index: index, ask: ask).page()
            }
            routes.page("/seats/:plan/people/:person", Words("一个人", "One person")) { ask in
                let picture = try ask.seatYear(pictures).picture
                let code = ask.parts["person"] ?? ""
                guard let person = Int(code), picture.instance.persons.unit.indices.contains(person)
                else { throw NothingThere(context: ask.context, what: .seatPerson(code, year: picture.plan.number)) }
                return SeatPersonPage(picture: picture, person: person, ask: ask).page()
            }
            routes.files(pictures)
        }
    }
}

extension Routes {
    fileprivate mutating func handingIn(_ pictures: SeatPictures) {
        var take = FormFlow(Words("上传年度班次", "Hand in a year"), SeatYearDraft.form) { _ in
            SeatYearDraft()
        } act: { draft, ask in
            AddSeatPlan(try draft.instance(ask.evidence), name: draft.title)
        } then: {
            "/seats/\($0)"
        }
        take.crumbs = { _ in [.seats] }
        take.submit = Words("上传并安排", "Hand in and propose")
        take.look = { draft, unread, ask in unread.contains("file") ? [] : try draft.problems(ask.evidence) }
        take.remarks = { draft, ask in try draft.remarks(ask.evidence) }
        take.afterwards = { number, sent in try sent.propose(number, isAfresh: true, pictures) }
        take.opening = { _ in .group([trySample, SeatYearFormat.html]) }
        form("/seats/new", take)
        self.take("/seats/sample", Words("用示例试用", "Try the sample year"), AddSeatPlan.self) { sent in
            let name = sent.context.say("示例年度", "Sample year")
            let number = try sent.database.perform(
                AddSeatPlan(SampleYear.instance, name: name), by: sent.reader, on: sent.context.today)
            try sent.propose(number, isAfresh: true, pictures)
            return .goTo(sent.context.link("/seats/\(number)"))
        }
    }

    fileprivate mutating func planning(_ pictures: SeatPictures) {
        take("/seats/:plan/run", Words("生成安排", "Propose seats"), KeepSeatProposal.self) { sent in
            let year = try sent.asking { try $0.seatYear(pictures) }
            try sent.propose(year.plan.number, isAfresh: sent.fields["afresh"] != nil, pictures)
            return .goTo(sent.context.link(year.address))
        }
        take("/seats/:plan/wishes", Words("指定、不安排", "Pin or set aside"), WishSeat.self) { sent in
            let year = try sent.asking { try $0.seatYear(pictures) }
            func again(_ words: Words, isTooLong: Bool = false) throws -> Answered {
                .refused(
                    try sent.asking { SeatYearPage(year: year, ask: $0, refused: words, typed: sent.fields).page() },
                    isTooLong: isTooLong)
            }
            if let excess = sent.excess { return try again(Words(excess.message, excess.message), isTooLong: true) }
            let seat: Seat
            let act: SeatWishAct
            do throws(UnreadWish) { (act, seat) = try sent.wish() } catch { return try again(error.words) }
            do {
                try sent.database.perform(
                    WishSeat(act.wish, seat, in: year.plan.number), by: sent.reader, on: sent.context.today)
            } catch let refused as SeatPlanRefused {
                guard let words = refused.words else {
                    throw NothingThere(context: sent.context, what: .seatYear(String(year.plan.number)))
                }
                return try again(words)
            }
            return .goTo(sent.wayBack(to: year.address) ?? sent.context.link(year.address) + "#wishes")
        }
    }

    /// Naming a year, taking it away, and having it back.
    fileprivate mutating func upkeep(_ pictures: SeatPictures) {
        let ofYear = { @Sendable (ask: Ask) in [Frame.Crumb.seats, .year(try ask.seatYear(pictures).picture)] }
        var name = FormFlow(Words("年度改名", "Rename the year"), SeatYearName.form) { ask in
            SeatYearName(name: try ask.seatYear(pictures).plan.name)
        } act: { draft, ask in
            RenameSeatPlan(try ask.seatYear(pictures).plan.number, to: draft.name)
        } then: {
            "/seats/\($0)"
        }
        name.crumbs = ofYear
        (name.isOneStep, name.submit) = (true, Words("改名", "Rename"))
        form("/seats/:plan/name", name)

        var remove = FormFlow(Words("移除年度", "Remove the year"), Nothing.form) { _ in
            Nothing()
        } act: { _, ask in
            // One that was taken away already is told by what stands.
            guard let year = try ask.keptSeatYear(pictures) else {
                throw NothingThere(context: ask.context, what: .seatYear(ask.parts["plan"] ?? ""))
            }
            return TakeSeatPlanAway(year.plan.number)
        } then: { _ in
            "/seats?show=removed"
        }
        remove.crumbs = ofYear
        remove.opening = { _ in
            .p(.say("移除后不再列出，可以移回。", "Once removed it is no longer listed; it can be restored."))
        }
        // A second click finds it taken away already, which is all that was asked.
        remove.standing = { _, ask in
            try ask.keptSeatYear(pictures)?.plan.isTakenAway == true ? "/seats?show=removed" : nil
        }
        (remove.isOneStep, remove.submit, remove.isGrave) = (true, Words("移除本年度", "Remove this year"), true)
        form("/seats/:plan/remove", remove)

        take("/seats/:plan/restore", Words("移回年度", "Restore the year"), RestoreSeatPlan.self) { sent in
            let kept = try sent.asking { try $0.keptSeatYear(pictures) }
            guard let year = kept else {
                throw NothingThere(context: sent.context, what: .seatYear(sent.parts["plan"] ?? ""))
            }
            try sent.database.perform(
                RestoreSeatPlan(year.plan.number), by: sent.reader, on: sent.context.today)
            return .goTo(sent.context.link(year.address))
        }
    }

    /// The proposal as `xingzhi seats check` reads it, and the year as it can be handed in again.
    fileprivate mutating func files(_ pictures: SeatPictures) {
        look("/seats/:plan/assignment.json", RouteAbout(Words("名额安排文件", "The assignment as a file"))) { ask in
            let plan = try ask.seatYear(pictures).plan
            let text = ByteOutput.text { SeatFile.write(plan.proposal?.seats ?? [], to: $0) }
            return .file(
                Array(text.utf8), type: "application/json", name: "assignment.json", shown: "assignment.json")
        }
        look("/seats/:plan/year.json", RouteAbout(Words("年度文件", "The year as a file"))) { ask in
            let plan = try ask.seatYear(pictures).plan
            let text = ByteOutput.text { SeatPlanFile.write(plan, to: $0) }
            return .file(Array(text.utf8), type: "application/json", name: "year.json", shown: "year.json")
        }
    }
}

/// What a year is called, as it is asked for.
struct SeatYearName: Sendable {
    var name: String

    static let form = Form<SeatYearName>(
        .init(Words("名称", "Name"), .text(\.name, "name", Words("名称", "Name"), rule: .name)))
}

extension SeatYear {
    /// In the place of a year that was taken away.
    func removedPage(_ ask: Ask) -> Page {
        Page(
            Words("年度“\(plan.name)”已移除", "“\(plan.name)” has been removed"), crumbs: [.seats],
            .sheet(
                .emptyState(
                    Words("不再列出", "No longer listed"), .say("可以移回列表。", "It can be restored."),
                    acts: RestoreSeatPlan.isAllowed(to: ask.reader)
                        ? .press(address + "/restore", Words("移回列表", "Restore"), .primary)
                        : .act("/seats", Words("到调训安排", "To the years")))))
    }
}

extension Ask {
    /// The year that the address names, taken away or not; nil: there is none.
    func keptSeatYear(_ pictures: SeatPictures) throws -> SeatYear? {
        try parts["plan"].flatMap { Int($0) }.flatMap { try pictures.year($0, reading) }
    }

    /// The year that the address names. Throws `NothingThere`.
    func seatYear(_ pictures: SeatPictures) throws -> SeatYear {
        let number = parts["plan"] ?? ""
        guard let year = try keptSeatYear(pictures) else {
            throw NothingThere(context: context, what: .seatYear(number))
        }
        guard !year.plan.isTakenAway else {
            throw NothingThere(context: context, what: .removedYear(year.plan.number))
        }
        return year
    }
}

/// A wish that was not filled in as it should be.
private struct UnreadWish: Error {
    var words: Words
}

extension Sent {
    fileprivate func wish() throws(UnreadWish) -> (SeatWishAct, Seat) {
        guard let act = fields["act"].flatMap(SeatWishAct.init(rawValue:)), let person = fields["person"],
            let seatClass = fields["class"]
        else { throw UnreadWish(words: Words("请填写人员和班次的编号。", "Give the numbers of a person and a class.")) }
        return (
            act,
            Seat(
                person: try number(person, Words("人员序号", "the person's number")),
                classID: try number(seatClass, Words("班次", "the class")))
        )
    }

    private func number(_ typed: String, _ name: Words) throws(UnreadWish) -> Int {
        let rule = WholeNumberRule(0...999_999_999)
        do throws(NumberFlaw) { return try rule.number(typed) } catch {
            throw UnreadWish(
                words: Words(
                    rule.message(error, of: name.zh, typed: typed, in: .zh),
                    rule.message(error, of: name.en, typed: typed, in: .en)))
        }
    }

    /// Where the wish was made; only to pages of this year.
    fileprivate func wayBack(to home: String) -> String? {
        fields["back"].flatMap {
            $0.hasPrefix(home + "/") && $0.utf8.allSatisfy { (0x21...0x7E).contains($0) } ? $0 : nil
        }
    }
}
