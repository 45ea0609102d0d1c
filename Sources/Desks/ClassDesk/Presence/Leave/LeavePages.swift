import Pages
import Store
import Vocabulary

extension ClassLeave {
    static let listing: Listing<ClassLeave> = {
        var listing = Listing<ClassLeave>(
            Words("请假", "Leave"),
            columns: [
                ListColumn(
                    "name", Words("姓名", "Name"), .lead, text: { row, ask in try ask.personName(ofTrainee: row.trainee) }
                ) { row, ask in .link(row.address, .text(try ask.personName(ofTrainee: row.trainee))) },
                LeaveScheme.form.column("kind", of: \.scheme, sort: "kind"),
                ListColumn(
                    "span", Words("起止", "From, to"), .meta, sort: "from_day",
                    text: { row, ask in ask.say(row.span) }),
                .number("halfDays", Words("半天数", "Half-days"), unit: Words("个半天", "half-days")) { $0.halfDays },
                ListColumn("class", Words("班次", "Class"), text: { row, ask in try ask.className(row.trainingClass) }),
                LeaveScheme.form.column("reason", of: \.scheme, .file),
                LeaveScheme.form.column("contact", of: \.scheme, .file), .code(), LeaveState.column(),
            ],
            filters: [
                LeaveState.filter,
                ListFilter(name: "class", words: Words("班次", "Class"), control: nil) { ask, typed in
                    guard let found = try ask.reading.one(TrainingClass.self, typed, for: ask.reader) else {
                        return nil
                    }
                    return (found.title, "class = \(found.code)")
                }, .choice("kind", Words("类别", "Kind"), LeaveKind.self) { kind, _ in "kind = \(kind)" },
            ], order: "from_day desc", empty: Words("没有人请假", "Nobody has asked for leave"),
            sentence: LeaveState.sentence)
        // Of the classes that the reader keeps.
        listing.base = { ask in
            guard EnterLeave.isAllowed(to: ask.reader) else { return .never }
            guard ask.reader.unit != nil else { return .always }
            return
                "class in (select code from training_classes where \(try TrainingClass.kept(by: ask.reader, in: ask.reading)))"
        }
        listing.without = { $0.query["class"] == nil ? [] : ["class"] }
        listing.crumbs = { ask in
            guard let code = ask.query["class"],
                let found = try ask.reading.one(TrainingClass.self, code, for: ask.reader)
            else { return [] }
            return try found.crumbs(ask)
        }
        return listing
    }()

    var span: Words {
        Words("\(scheme.first.words.zh)至\(scheme.last.words.zh)", "\(scheme.first.words.en) to \(scheme.last.words.en)")
    }

    static func asked(_ ask: Ask) throws -> ClassLeave {
        let leave = try ask.one(ClassLeave.self)
        guard EnterLeave.isAllowed(to: ask.reader) else { throw NotAllowed(right: .teach) }
        guard let found = try ask.reading.one(TrainingClass.self, leave.trainingClass, for: .everybody),
            try ask.reading.keeps(ask.reader, found)
        else { throw NotAllowed(right: .teach, unit: leave.organiser) }
        return leave
    }

    /// The form of leave with all that was decided (请假审批表).
    func page(_ ask: Ask) throws -> Page {
        let state = try LeaveState.state(of: self, ask)
        let needed = LeaveLevel.needed(for: halfDays, try ask.classRules)
        var page = try Page(
            of: self, ask,
            .sheet(
                .split(
                    .group([
                        .part(
                            Words("审批", "Decisions"),
                            .data(
                                .say("审批", "Decisions"),
                                [
                                    DataHead(.say("审批人", "Who"), .lead), DataHead(.say("意见", "Remark"), .below),
                                    DataHead(.say("日期", "Day"), .day), DataHead(.say("结果", "Decision"), .end),
                                ], try needed.map { try row($0, ask) })),
                        try LeaveScheme.form.facts(scheme, ask),
                    ]), beside: try counted(ask)), try ask.history(ask.steps(of: ClassLeave.self, code))))
        page.sentence = .group([
            .b(.text(try ask.personName(ofTrainee: trainee))), "，",
            .link("/classes/\(trainingClass)", .text(try ask.className(trainingClass))),
            .say("，\(halfDays)个半天。", ", \(halfDays) half-days. "), .b(.class(state.mark.rawValue), .words(state.words)),
        ])
        page.isKept = false
        return page
    }

    private func row(_ level: LeaveLevel, _ ask: Ask) throws -> [HTML] {
        let decision = decisions.first { $0.level == level }
        return [
            .group([
                .words(level.words),
                decision.map { .small(.class("quiet"), .text(" \($0.by)")) } ?? .nothing,
            ]), .text(decision?.remark ?? ""), decision.map { .day($0.day) } ?? .nothing,
            decision.map {
                .standing(
                    $0.isGranted ? .met : .overdue, $0.isGranted ? Words("同意", "granted") : Words("不同意", "refused"))
            } ?? (awaits == level ? .standing(.next, Words("待审批", "to decide")) : .nothing),
        ]
    }

    /// What was missed so far, and what this adds.
    func counted(_ ask: Ask) throws -> HTML {
        let attendance = try ask.reading.attendance(ofClass: trainingClass)
        let others = try ask.reading.leaveGranted(in: trainingClass)[trainee, default: []].filter { $0.code != code }
        func hours(_ zh: String, _ en: String, _ halves: Double) -> Fact {
            let hours = Attendance.hours(halves)
            return Fact(Words(zh, en), .say("\(hours)学时", "\(hours) hours"))
        }
        return .part(
            Words("缺课", "Missed"),
            .facts([
                hours("已缺课", "So far", Double(attendance.away(trainee))),
                hours("另有已准假", "Other leave to come", Double(attendance.ahead(trainee, others))),
                hours("本次缺课", "By this", Double(halfHours)), hours("上限", "At most", attendance.limit),
                Fact(Words("销假", "Back"), returned.map { .day($0) } ?? .nothing),
            ]))
    }
}

extension ClassLeave {
    /// That with this leave the class is not completed.
    func overLimit(_ ask: Ask) throws -> [Words] {
        guard let trainee = try ask.reading.one(Trainee.self, trainee, for: .everybody) else { return [] }
        let (all, attendance) = try ask.reading.missed(with: scheme, of: trainee, code: code)
        guard attendance.isTooLong(away: all) else { return [] }
        let (hours, limit) = (Attendance.hours(Double(all)), Attendance.hours(attendance.limit))
        return [
            Words(
                "准假后缺课共\(hours)学时，超过上限\(limit)学时，不予结业",
                "With it \(hours) hours are missed, more than \(limit): the class is not completed")
        ]
    }
}

extension Ask {
    /// What leave comes to, besides what was missed already and leave that was granted and is still to come.
    func remarks(on scheme: LeaveScheme, of trainee: Trainee) throws -> HTML {
        let (all, attendance) = try reading.missed(with: scheme, of: trainee)
        let halves = try reading.leaveHalves(scheme, in: trainee.trainingClass)
        let levels = LeaveLevel.needed(for: halves.count, attendance.rules)
        let (hours, limit) = (Attendance.hours(Double(all)), Attendance.hours(attendance.limit))
        return .group([
            .p(
                .say(
                    "\(halves.count)个半天，由\(levels.map(\.words.zh).joined(separator: "、"))审批；连同已缺课和已准假共\(hours)学时，上限\(limit)学时。",
                    "\(halves.count) half-days, decided by \(levels.map { $0.words.en.lowercased() }.joined(separator: ", ")); with what was missed and other leave, \(hours) of at most \(limit) hours."
                )),
            .warnings(try thereThen(scheme, trainee, attendance)),
            .when(
                attendance.isTooLong(away: all),
                .p(.class("warn"), .say("超过上限，不予结业", "That is more than the limit: the class is not completed"))),
        ])
    }

    /// Half-days of leave in which somebody signed in, or stands as there.
    private func thereThen(_ scheme: LeaveScheme, _ trainee: Trainee, _ attendance: Attendance) throws -> [Words] {
        let signed = Set(
            try reading.all(HallSignIn.self, for: .everybody, where: "trainee = \(trainee.code)", order: "code")
                .map(\.place))
        return attendance.halves.map(\.place).filter { place in
            guard scheme.covers(place) else { return false }
            guard attendance.isCalled(trainee.code, place) else { return signed.contains(place) }
            return attendance.mark(trainee.code, place)?.isThere ?? true
        }.map { place in
            Words("\(place.words.zh)已签到或已登记出勤", "\(place.words.en): signed in, or on the roll as there")
        }
    }
}
