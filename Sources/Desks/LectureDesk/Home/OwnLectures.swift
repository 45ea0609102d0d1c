import Pages
import Records
import Storage
import Store
import Vocabulary

/// What somebody sees of it for themselves: lectures that they are named for, their appointment as a trainer, their talks (我的讲堂).
enum OwnLectures {
    static let address = "/me/lectures"
    static let words = Words("我的讲堂和宣讲", "My lectures and talks")
}

extension Ask {
    /// All staff numbers of the person behind the account.
    private var mine: [String]? {
        get throws {
            guard let person = try reader.person.flatMap({ try naming.person($0)?.code }) else { return nil }
            return try reading.codes(of: person)
        }
    }

    func ownLectures() throws -> Page {
        guard let codes = try mine else {
            guard reader.may(.see) else { throw NotAllowed(right: .own) }
            return Page(
                OwnLectures.words,
                .sheet(
                    .emptyState(
                        Words("您的账号没有对应的人员", "Your account is no person's"),
                        .say("本人账号可查看受邀的讲座和自己的宣讲。", "Who is invited or gives talks looks with an account of their own.")
                    )))
        }
        let invited = try invitations(codes)
        let trainers = try reading.all(
            InHouseTrainer.self, for: .everybody, where: "person in (\(list: codes))", order: "recommended_day desc")
        let talks = try reading.all(
            Talk.self, for: .everybody, where: "trainer in (\(list: trainers.map(\.code)))", order: "day desc",
            limit: 100)
        var page = Page(
            OwnLectures.words,
            .sheet(
                .part(
                    Words("请我参加的讲座", "Lectures I am named for"), id: "invited",
                    invited.isEmpty
                        ? .p(.class("quiet"), .say("没有。", "None."))
                        : .narrowRows(
                            try invited.map { lecture in
                                let there = try wasThere(lecture, codes)
                                return Row(
                                    .group([
                                        .b(.text(lecture.title)),
                                        .small(
                                            .text(
                                                [
                                                    lecture.scheme.speaker.text, lecture.scheme.time,
                                                    lecture.scheme.heldAt,
                                                ]
                                                .filter { !$0.isEmpty }.joined(separator: "，"))),
                                    ]),
                                    when: .day(lecture.scheme.day),
                                    act: lecture.stage == .cancelled
                                        ? .standing(.excused, Words("已取消", "cancelled"))
                                        : there
                                            ? .standing(.met, Words("已参加", "attended"))
                                            : lecture.scheme.day >= today
                                                ? .standing(.next, Words("请参加", "to come")) : .nothing)
                            })), try ownTrainer(trainers, talks)))
        page.isKept = false
        return page
    }

    private func ownTrainer(_ trainers: [InHouseTrainer], _ talks: [Talk]) throws -> HTML {
        guard !trainers.isEmpty else { return .nothing }
        let rules = try lectureRules
        let given = talks.count { $0.stage == .given && $0.request.day.year == today.year }
        return .group([
            .part(
                Words("内训师聘任", "My appointment"), id: "trainer",
                .data(
                    .say("聘任", "Appointment"),
                    [
                        DataHead(.say("类别", "Kind"), .lead), DataHead(.say("可讲专题", "Topics"), .below),
                        DataHead(.say("聘期至", "Until"), .day), DataHead(.say("进展", "State"), .end),
                    ],
                    try trainers.map { trainer in
                        let state = try TrainerState.state(of: trainer, self)
                        return [
                            .words(trainer.entry.kind.words), .lines(trainer.entry.topics.map(\.title)),
                            trainer.until.map { .day($0) } ?? "–", .standing(state.mark, state.words),
                        ]
                    })),
            .part(
                Words("我的宣讲", "My talks"), id: "talks",
                aside: .say(
                    "今年\(given)场，规定\(rules.talksPerTrainer)场",
                    "\(given) this year; the rule is \(rules.talksPerTrainer)"),
                talks.isEmpty
                    ? .p(.class("quiet"), .say("没有。", "None."))
                    : .narrowRows(
                        try talks.map { talk in
                            let state = try TalkState.state(of: talk, self)
                            return Row(
                                .group([
                                    .b(.text(talk.request.topic)),
                                    .small(
                                        .text(
                                            [
                                                try naming.unitName(talk.request.host), talk.request.heldAt,
                                                talk.request.contact,
                                            ].filter { !$0.isEmpty }.joined(separator: "，"))),
                                ]), when: .day(talk.request.day), act: .standing(state.mark, state.words))
                        })),
        ])
    }

    private func invitations(_ codes: [String]) throws -> [HallLecture] {
        try reading.all(
            HallLecture.self, for: .everybody,
            where: """
                code in (
                    select s.lecture from hall_seats s join hall_named n on n.seats = s.code
                    where n.person in (\(list: codes)))
                or code in (
                    select a.lecture from hall_attendees a join hall_records r on r.lecture = a.lecture
                    where r.taken_back_day is null and a.person in (\(list: codes)))
                """, order: "day desc", limit: 100)
    }

    private func wasThere(_ lecture: HallLecture, _ codes: [String]) throws -> Bool {
        try reading.record(of: lecture)?.attendees.contains { codes.contains($0.person) } ?? false
    }

    /// What is to come, on the desk of whoever sees only their own.
    func ownLecturesWaiting() throws -> [Waiting] {
        guard !reader.may(.see), let codes = try mine else { return [] }
        let coming = try invitations(codes).filter { $0.scheme.day >= today && $0.stage != .cancelled }
        let talks = try reading.all(
            Talk.self, for: .everybody,
            where: """
                stage = \(TalkStage.agreed) and day >= \(today)
                and trainer in (select code from inhouse_trainers where person in (\(list: codes)))
                """, order: "day")
        let items =
            coming.map { lecture in
                Waiting.Item(
                    lecture.title, OwnLectures.address,
                    remark: .group([.day(lecture.scheme.day), " ", .text(lecture.scheme.heldAt)]),
                    act: Words("查看", "See"), at: OwnLectures.address)
            }
            + talks.map { talk in
                Waiting.Item(
                    talk.title, OwnLectures.address, remark: .day(talk.request.day), act: Words("查看", "See"),
                    at: OwnLectures.address)
            }
        guard !items.isEmpty else { return [] }
        return [
            Waiting(
                OwnLectures.words, count: items.count, address: OwnLectures.address,
                Array(items.prefix(Waiting.mostItems)))
        ]
    }
}
