public import Seats
public import Vocabulary

/// The one place where the seat planner's reasons, troubles and breaches become sentences.
///
/// People and classes are named as the file names them; `person` and `seatClass` give them better names where there are any.
public struct SeatText {
    private let language: Language
    private let person: (Int) -> String
    private let seatClass: (Int) -> String
    private let kind: (Int) -> String

    public init(
        _ language: Language, person: ((Int) -> String)? = nil, seatClass: ((Int) -> String)? = nil,
        kind: ((Int) -> String)? = nil
    ) {
        self.language = language
        self.person = person ?? { language == .zh ? "人员\($0)" : "person \($0)" }
        self.seatClass = seatClass ?? { language == .zh ? "班次\($0)" : "class \($0)" }
        self.kind = kind ?? { language == .zh ? "第\($0)类单位" : "units of kind \($0)" }
    }

    /// A worth in the scale of people's priorities: a first class is worth ten times as much as a second one, and for a first
    /// class the person's own figure is shown.
    private func priority(_ worth: Int) -> String { Figure.plain(Double(worth) / Double(SeatInstance.firstWorth)) }

    private func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

    /// Weeks are counted from 1 for readers.
    private func week(_ week: Int) -> String { say("第\(week + 1)周", "week \(week + 1)") }

    private func seat(_ seat: Seat) -> String {
        say("\(person(seat.person))、\(seatClass(seat.classID))", "\(person(seat.person)), \(seatClass(seat.classID))")
    }

    /// The stable key that programs read.
    public static func key(of reason: SeatReason) -> String {
        switch reason {
        case .pinned: "pinned"
        case .deadline: "deadline"
        case .need: "need"
        case .secondClass: "secondClass"
        case .notEligible: "notEligible"
        case .forbidden: "forbidden"
        case .full: "full"
        case .fullOfEquals: "fullOfEquals"
        case .fullOfPinned: "fullOfPinned"
        case .noSeats: "noSeats"
        case .quarterTaken: "quarterTaken"
        case .yearReached: "yearReached"
        case .unitAway: "unitAway"
        case .womenShare: "womenShare"
        case .kindShare: "kindShare"
        case .possible: "possible"
        }
    }

    public func reason(_ reason: SeatReason) -> String {
        switch reason {
        case .pinned: say("人工指定", "pinned")
        case .deadline: say("轮训期限在今年，优先安排", "the deadline falls this year, so comes first")
        case .need(let weight, let least):
            say("安排优先值\(weight)，班内最低为\(least)", "a priority of \(weight); the least in the class is \(least)")
        case .secondClass(let weight):
            say(
                "第二次调训（优先值\(priority(weight))）：没有更需要安排的未参训人员",
                "a second class (a priority of \(priority(weight))): nobody without a class needed the seat more")
        case .notEligible: say("不属于该班的调训对象", "not whom the class is for")
        case .forbidden: say("人工设为不安排", "set aside by hand")
        case .full(let price, let worth, let pinned):
            say(
                "名额已满：班内\(pinned > 0 ? "未指定的" : "")学员的优先值均不低于\(priority(price))，本人为\(priority(worth))",
                "full: everybody there\(pinned > 0 ? " whom nobody pinned" : "") has a priority of \(priority(price)) or more, this person \(priority(worth))"
            )
        case .fullOfPinned(let people):
            say("名额已满：班内\(people)人均为人工指定", "full; all \(people) who are there are pinned")
        case .noSeats: say("该班没有名额", "the class has no seats")
        case .fullOfEquals(let worth):
            say(
                "名额已满：班内有优先值相同的学员（\(priority(worth))），按单位之间均衡未安排",
                "full: somebody there has the same priority (\(priority(worth))), and units were evened out")
        case .quarterTaken(let other):
            say("同一季度已安排\(seatClass(other))", "already in \(seatClass(other)) in that quarter")
        case .yearReached(let classes):
            say("全年已安排\(classes)次", "already in \(classes) class\(classes == 1 ? "" : "es") this year")
        case .unitAway(let at, let away, let allowed):
            say(
                "所在单位\(week(at))已有\(away)人参训离岗，最多\(allowed)人",
                "the unit has \(away) away in \(week(at)), of \(allowed) allowed")
        case .womenShare(let women, let seated, let pct):
            say(
                "加入后女学员为\(women)/\(seated)，低于\(pct)%",
                "women would be \(women) of \(seated), less than \(pct)%")
        case .kindShare(let which, let ofKind, let seated, let pct):
            say(
                "加入后\(kind(which))学员为\(ofKind)/\(seated)，低于\(pct)%",
                "those of \(kind(which)) would be \(ofKind) of \(seated), less than \(pct)%")
        case .possible(let gain):
            say("可以安排，优先值增加\(priority(gain))", "possible: adds \(priority(gain)) to the priorities met")
        }
    }

    public func trouble(_ trouble: SeatTrouble) -> String {
        switch trouble {
        case .instance(let place, let fault): "\(place)\(say("：", ": "))\(self.fault(fault))"
        case .pin(let seat, let reason):
            say(
                "不能指定 \(self.seat(seat))：\(self.reason(reason))",
                "\(self.seat(seat)) cannot be pinned: \(self.reason(reason))")
        case .tooManyPins(let id, let pins, let cap):
            say(
                "\(seatClass(id))指定了\(pins)人，名额只有\(cap)个",
                "\(pins) people are pinned in \(seatClass(id)), which seats \(cap)")
        case .unknownSeat(let seat):
            say("没有这样的人员或班次：\(self.seat(seat))", "no such person or class: \(self.seat(seat))")
        case .pinnedAndForbidden(let seat):
            say("既指定又设为不安排：\(self.seat(seat))", "both pinned and set aside: \(self.seat(seat))")
        case .pinsBreakShares(let id):
            say(
                "按所指定的人，\(seatClass(id))达不到女学员或单位类别的比例；可减少指定，或另指定相应的人",
                "with those pinned, \(seatClass(id)) does not reach its share of women or of a kind of unit; pin fewer, or such people too"
            )
        }
    }

    public func fault(_ fault: SeatFault) -> String {
        switch fault {
        case .length(let count, let expected):
            say("有\(count)项，应有\(expected)项", "\(count) items where \(expected) are needed")
        case .negative(let value): say("不能为负数：\(value)", "may not be negative: \(value)")
        case .outside(let value, let range):
            say(
                "\(value) 不在 \(range.lowerBound) 到 \(range.upperBound) 之间",
                "\(value) is not within \(range.lowerBound) to \(range.upperBound)")
        case .unknownUnit(let unit): say("没有单位 \(unit)", "no unit \(unit)")
        case .leavesQuarter(let quarter):
            say("办班时间超出第\(quarter + 1)季度", "the weeks leave quarter \(quarter + 1)")
        case .duplicateClass(let id): say("班次编号 \(id) 重复", "a second class has the id \(id)")
        case .sharesAboveAll(let sum): say("各类单位比例合计\(sum)%，超过100%", "the shares add up to \(sum)%")
        }
    }

    public func breach(_ breach: SeatBreach) -> String {
        switch breach {
        case .unknown(let seat):
            say("没有这样的人员或班次：\(self.seat(seat))", "no such person or class: \(self.seat(seat))")
        case .twice(let seat): say("重复：\(self.seat(seat))", "twice: \(self.seat(seat))")
        case .notEligible(let seat):
            say("不属于调训对象：\(self.seat(seat))", "not whom the class is for: \(self.seat(seat))")
        case .yearExceeded(let who, let classes):
            say("\(person(who))全年安排了\(classes)次", "\(person(who)) has \(classes) classes")
        case .quarterExceeded(let who, let quarter, let classes):
            say(
                "\(person(who))第\(quarter + 1)季度安排了\(classes)次",
                "\(person(who)) has \(classes) classes in quarter \(quarter + 1)")
        case .unitAway(let unit, let at, let away, let allowed):
            say(
                "单位\(unit)\(week(at))离岗\(away)人，最多\(allowed)人",
                "unit \(unit) has \(away) away in \(week(at)), of \(allowed) allowed")
        case .overSeats(let id, let seated, let cap):
            say("\(seatClass(id))安排了\(seated)人，名额\(cap)个", "\(seatClass(id)) has \(seated) people on \(cap) seats")
        case .womenShare(let id, let women, let seated, let pct):
            say(
                "\(seatClass(id))女学员\(women)/\(seated)，低于\(pct)%",
                "\(seatClass(id)): women are \(women) of \(seated), less than \(pct)%")
        case .kindShare(let id, let which, let ofKind, let seated, let pct):
            say(
                "\(seatClass(id))\(kind(which))学员\(ofKind)/\(seated)，低于\(pct)%",
                "\(seatClass(id)): those of \(kind(which)) are \(ofKind) of \(seated), less than \(pct)%")
        case .pinMissing(let seat): say("未按指定安排：\(self.seat(seat))", "pinned, but missing: \(self.seat(seat))")
        case .forbiddenSeat(let seat): say("已设为不安排却作了安排：\(self.seat(seat))", "set aside, but there: \(self.seat(seat))")
        }
    }
}
