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
            return ask.reader.unit.map { .beneath($0, column: "organiser") } ?? .always
        }
        return listing
    }()

    var span: Words {
        Words("\(scheme.first.words.zh)至\(scheme.last.words.zh)", "\(scheme.first.words.en) to \(scheme.last.words.en)")
    }

    static func asked(_ ask: Ask) throws -> ClassLeave {
        let leave = try ask.one(ClassLeave.self)
        guard EnterLeave.isAllowed(to: ask.reader) else { throw NotAllowed(right: .teach) }
        guard try ask.reading.isWithinReach(leave.organiser, of: ask.reader) else {
            throw NotAllowed(right: .teach, unit: leave.organiser)
        }
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
    private func counted(_ ask: Ask) throws -> HTML {
        let attendance = try ask.reading.attendance(ofClass: trainingClass)
        func hours(_ halves: Double) -> String { Figure.plain((halves * 5).rounded() / 10) }
        return .part(
            Words("缺课", "Missed"),
            .facts([
                Fact(
                    Words("已缺课", "So far"),
                    .say(
                        "\(hours(Double(attendance.away(trainee))))学时",
                        "\(hours(Double(attendance.away(trainee)))) hours")),
                Fact(
                    Words("本次缺课", "By this"), .say("\(hours(Double(halfHours)))学时", "\(hours(Double(halfHours))) hours")
                ),
                Fact(Words("上限", "At most"), .say("\(hours(attendance.limit))学时", "\(hours(attendance.limit)) hours")),
                Fact(Words("销假", "Back"), returned.map { .day($0) } ?? .nothing),
            ]))
    }
}

extension Ask {
    /// What leave comes to, besides what was missed already.
    func remarks(on scheme: LeaveScheme, of trainee: Trainee) throws -> HTML {
        let attendance = try reading.attendance(ofClass: trainee.trainingClass)
        let halves = try reading.leaveHalves(scheme, in: trainee.trainingClass)
        let costs =
            scheme.kind == .official && attendance.rules.officialLeaveCounts != 1
            ? 0 : halves.reduce(0) { $0 + $1.halfHours }
        let all = attendance.away(trainee.code) + costs
        func hours(_ halves: Double) -> String { Figure.plain((halves * 5).rounded() / 10) }
        let levels = LeaveLevel.needed(for: halves.count, attendance.rules)
        return .group([
            .p(
                .say(
                    "\(halves.count)个半天，由\(levels.map(\.words.zh).joined(separator: "、"))审批；连同已缺课共\(hours(Double(all)))学时，上限\(hours(attendance.limit))学时。",
                    "\(halves.count) half-days, decided by \(levels.map { $0.words.en.lowercased() }.joined(separator: ", ")); \(hours(Double(all))) of at most \(hours(attendance.limit)) hours missed then."
                )),
            .when(
                all * attendance.rules.absencePart > attendance.total,
                .p(.class("warn"), .say("超过上限，不予结业", "That is more than the limit: the class is not completed"))),
        ])
    }
}
