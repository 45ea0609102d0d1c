import Pages
import Records
import Storage
import Store
import Vocabulary

/// Where a trainee stands, as the list is narrowed by it.
extension TraineeStage {
    var mark: Mark {
        switch self {
        case .nominated: .next
        case .waiting: .waiting
        case .returned, .withdrawn: .excused
        case .accepted: .onCourse
        case .arrived: .met
        case .missing: .overdue
        case .left: .excused
        }
    }
}

/// Why somebody was taken off, asked for once for all who were ticked.
private let taken = Form<Reason>(
    .init(Words("原因", "Reason"), .longText(\.text, "reason", Words("原因", "Reason"), limit: 200, rows: 2)))

extension Trainee {
    /// The people of all classes; a class's roster (学员名册) is the same narrowed to it.
    static let listing: Listing<Trainee> = {
        var listing = rows
        // Of one class it is the class's roster, stands beneath it, and need not name it in each row.
        listing.without = { $0.query["class"] == nil ? [] : ["class"] }
        listing.crumbs = { ask in
            guard let code = ask.query["class"],
                let found = try ask.reading.one(TrainingClass.self, code, for: ask.reader)
            else { return [] }
            return try found.crumbs(ask)
        }
        listing.bulk =
            [
                BulkAct("accept", Words("审核通过", "Accept"), Nothing.form, blank: Nothing()) { row, _ in
                    AcceptTrainee(trainee: row.code)
                },
                BulkAct("confirm", Words("代为确认回执", "Answer for them"), Nothing.form, blank: Nothing()) { row, _ in
                    AnswerForTrainee(trainee: row.code)
                },
                BulkAct("return", Words("退回报名", "Return"), taken, blank: Reason()) { row, reason in
                    ReturnTrainee(trainee: row.code, reason: reason.text)
                },
                BulkAct("withdraw", Words("撤回报名", "Withdraw"), taken, blank: Reason()) { row, reason in
                    WithdrawName(trainee: row.code, reason: reason.text)
                },
                BulkAct("arrived", Words("登记报到", "Arrived"), Nothing.form, blank: Nothing()) { row, _ in
                    NoteArrival(trainee: row.code)
                },
                BulkAct("missing", Words("登记未报到", "Did not arrive"), taken, blank: Reason()) { row, reason in
                    NoteMissing(trainee: row.code, reason: reason.text)
                },
                BulkAct("left", Words("退学", "Left"), taken, blank: Reason()) { row, reason in
                    EndStudy(trainee: row.code, reason: reason.text)
                },
            ]
            + ProofKind.allCases.map { kind in
                BulkAct(
                    kind.rawValue, Words("确认\(kind.words.zh)", "\(kind.words.en) done"), Nothing.form, blank: Nothing()
                ) { row, _ in ConfirmProof(trainee: row.code, kind: kind) }
            }
        // Of a class: nothing once it is closed, and nothing of those who came before anybody can have come.
        let acts = listing.bulk.map(\.name)
        listing.bulkWithout = { ask in
            guard let code = ask.query["class"],
                let found = try ask.reading.one(TrainingClass.self, code, for: ask.reader)
            else { return [] }
            if try found.notApprovedOrClosed(in: ask.reading) != nil { return Set(acts) }
            return ask.today < found.scheme.registration
                ? Set(["arrived", "missing", "left"] + ProofKind.allCases.map(\.rawValue)) : []
        }
        return listing
    }()

    /// Of a class whose day of arrival is still to come.
    static func isUpcoming(on today: Day) -> SQL {
        "class in (select code from training_classes where stage = \(ClassStage.approved) and registration_day > \(today))"
    }

    private static let rows = Listing<Trainee>(
        Words("学员名册", "Trainees"),
        columns: [
            ListColumn("name", Words("姓名", "Name"), .lead, text: { row, ask in try ask.naming.personName(row.person) })
            {
                row, ask in
                .a(
                    .href(ask.context.link("/people/\(Query.encoded(row.person))")),
                    .text(try ask.naming.personName(row.person)))
            },
            .text("person", Words("人员编号", "Staff number"), .file, sort: "person") { $0.person },
            ListColumn(
                "unit", Words("派出单位", "Unit"), sort: "unit", text: { row, ask in try ask.naming.unitName(row.unit) }),
            ListColumn(
                "post", Words("时任单位及职务", "Post then"), .off, text: { row, ask in try ask.reading.postThen(of: row) }),
            ListColumn("class", Words("班次", "Class"), text: { row, ask in try ask.className(row.trainingClass) }) {
                row, ask in
                .a(
                    .href(ask.context.link("/classes/\(row.trainingClass)")),
                    .text(try ask.className(row.trainingClass)))
            },
            .day("named", Words("报名", "Named"), .file, sort: "named_day") { $0.named },
            ListColumn("proofs", Words("四个一", "Proofs"), .figure, text: { row, ask in try ask.proofs(of: row) }),
            ListColumn(
                "receipt", Words("回执", "Answer"),
                text: { row, ask in try ask.receiptState(of: row).map { ask.say($0.words) } ?? "" }
            ) { row, ask in try ask.receiptState(of: row).map { .state($0.mark, ask.say($0.words)) } ?? .nothing },
            ListColumn("way", Words("来源", "Came by"), .file, text: { row, ask in ask.say(row.way.words) }),
            .text("remark", Words("备注", "Remark"), .off) { $0.remark },
            .text("code", Words("学员编号", "Number"), .file, sort: "code") { $0.code },
            ListColumn(
                "stage", Words("状态", "State"), .end, sort: "stage", text: { row, ask in ask.say(row.stage.words) }
            ) {
                row, ask in .state(row.stage.mark, ask.say(row.stage.words))
            },
        ],
        filters: [
            ListFilter(name: "class", words: Words("班次", "Class"), control: nil) { ask, typed in
                guard let found = try ask.reading.one(TrainingClass.self, typed, for: ask.reader) else { return nil }
                return (found.title, "class = \(found.code)")
            },
            ListFilter(name: "on", words: Words("名册", "Roster"), control: nil) { ask, typed in
                if typed == "seated" { return (ask.say("占名额", "on a seat of the quota"), Trainee.takesSeat) }
                guard typed == "roster" else { return nil }
                return (
                    ask.say("不含退回、撤回", "without those returned"), "stage not in (\(list: TraineeStage.off))"
                )
            },
            .unit(Words("派出单位", "Unit"), column: "unit"),
            .choice("stage", Words("状态", "State"), TraineeStage.self) { stage, _ in "stage = \(stage)" },
            .choice("way", Words("来源", "Came by"), TraineeWay.self) { way, _ in
                way == .unit ? "way is null" : "way = \(way)"
            },
            ReceiptState.filter,
            ListFilter(name: "upcoming", words: Words("报到", "Arrival"), control: nil) { ask, typed in
                guard typed == "yes" else { return nil }
                return (ask.say("未到", "to come"), isUpcoming(on: ask.today))
            }, .year(Words("年度", "Year"), column: "named_day"), HeldOf.trainees,
        ], order: "class desc, code",
        empty: Words("还没有学员：通知下发后由单位报名", "There are none yet: units name them once called up"))
}

extension Ask {
    func className(_ code: String) throws -> String {
        try trainingClass(code)?.title ?? code
    }

    /// Read once for a list, whose rows name it again and again.
    private func trainingClass(_ code: String) throws -> TrainingClass? {
        try naming.once("class \(code)") { try reading.one(TrainingClass.self, code, for: reader) }
    }

    /// `3/4`; nothing where the class asks for none.
    fileprivate func proofs(of trainee: Trainee) throws -> String {
        guard try trainingClass(trainee.trainingClass)?.scheme.kind.hasProofs == true, trainee.stage == .arrived else {
            return ""
        }
        let done = try naming.once("proofs \(trainee.trainingClass)") {
            try reading.all(
                TraineeProof.self, for: reader,
                where: """
                    withdrawn_day is null and trainee in (
                        select code from trainees where class = \(trainee.trainingClass))
                    """)
        }
        return "\(done.count { $0.trainee == trainee.code })/\(ProofKind.allCases.count)"
    }
}
