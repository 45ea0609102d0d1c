import Pages
import Records
import Store
import Vocabulary

/// What somebody answers, as it is typed.
struct TypedAnswer: Sendable, Hashable {
    var answer: Receipt.Answer? = nil
    var reason = ""

    static let form = Form<TypedAnswer>(
        .init(
            Words("回执", "Answer"), .choice(unchosen: \.answer, "answer", Words("答复", "Answer")),
            .longText(
                \.reason, "reason", Words("原因", "Why"),
                hint: Words("不能参加或申请换人的填写；不写病情", "Where you cannot come; nothing about health"), isRequired: false,
                limit: 200,
                rows: 2)))
}

extension Routes {
    /// Answers to a call-up, and substitutes.
    mutating func receipts() {
        form("/me/classes/:code/receipt", answering)
        take("/me/classes/:code/confirm", Words("确认参加", "Confirm"), right: .own) { sent in try sent.confirmed() }
        var replace = FormFlow(ReplaceTrainee.self, Replacement.form) { _, ask in
            var replacement = Replacement()
            // The link of one who cannot come fills them in.
            replacement.leaving = ask.query["leaving"].flatMap { try? ask.naming.person($0)?.code } ?? ""
            return replacement
        } act: { found, replacement in
            ReplaceTrainee(record: found.code, replacement: replacement)
        }
        // What stands against whoever comes in, as where they are named.
        replace.checkDoor = .ledger
        replace.remarks = { replacement, ask in
            try NamedPeople(people: [replacement.coming]).remarks(for: try ask.one(TrainingClass.self), ask)
        }
        replace.then = { "/classes/trainees?class=\($0.code)&on=roster" }
        form(replace)
    }

    private var answering: FormFlow<TypedAnswer, AnswerCallUp> {
        var flow = FormFlow(Words("调训回执", "Answer the call-up"), TypedAnswer.form) { ask in
            if try ask.me() == nil { _ = try ask.nobodysClasses() } else { _ = try ask.myClass() }
            return TypedAnswer()
        } act: { typed, ask in
            AnswerCallUp(
                trainingClass: try ask.myClass().0.code, answer: typed.answer ?? .confirmed, reason: typed.reason)
        } then: { (receipt: Receipt) in
            MyClasses.address(of: receipt.trainingClass)
        }
        flow.crumbs = { ask in
            let (found, _) = try ask.myClass()
            return [
                Frame.Crumb(MyClasses.words, MyClasses.address),
                Frame.Crumb(Words(found.title, found.title), MyClasses.address(of: found.code)),
            ]
        }
        flow.instead = { ask in
            if try ask.me() == nil { return .page(try ask.nobodysClasses()) }
            let (found, trainee) = try ask.myClass()
            return found.notToAnswer(trainee, on: ask.today).map { why in
                .ended(
                    Page(
                        Words("现在不用答复", "No answer is waited for"),
                        .sheet(
                            .emptyState(
                                why.words, .nothing,
                                acts: .act(MyClasses.address(of: found.code), MyClasses.words, .primary)))))
            }
        }
        flow.refusals = { typed, _ in
            let needsReason = typed.answer != nil && typed.answer != .confirmed
            return needsReason && typed.reason.allSatisfy(\.isWhitespace) ? [ReceiptProblem.noReason] : []
        }
        return flow
    }
}

extension Sent {
    /// Who comes says so by one button.
    fileprivate func confirmed() throws -> Answered {
        let me = try asking { try $0.me() }
        guard me != nil else { return .page(try asking { try $0.nobodysClasses() }) }
        let code = try asking { try $0.myClass().0.code }
        do {
            try database.perform(
                AnswerCallUp(trainingClass: code, answer: .confirmed, reason: ""), by: reader, on: context.today)
        } catch let refused as Refused {
            // A second click finds that it stands.
            guard let why = refused.problems.first, why as? ClassProblem == .nothingChanged else {
                let why = refused.problems.first?.words ?? Words("现在不用答复", "No answer is waited for")
                return .ended(
                    Page(
                        Words("现在不用答复", "No answer is waited for"), crumbs: [],
                        .sheet(
                            .emptyState(
                                why, .nothing, acts: .act(MyClasses.address(of: code), MyClasses.words, .primary)))))
            }
        }
        return .goTo(context.link(MyClasses.address(of: code)))
    }
}

extension Ask {
    /// How somebody's answer stands; read once for the rows of a class.
    func receiptState(of trainee: Trainee) throws -> ReceiptState? {
        guard Receipt.asked.contains(trainee.stage) else { return nil }
        let given = try naming.once("receipts \(trainee.trainingClass)") {
            let all = try reading.all(Receipt.self, for: .everybody, where: "class = \(trainee.trainingClass)")
            return Dictionary(all.map { ($0.trainee, $0) }) { first, _ in first }
        }
        return ReceiptState.state(of: trainee, given[trainee.code])
    }
}

extension TrainingClass {
    /// Who cannot come or asks for somebody else to be sent: their unit's to settle.
    static func waitingForSubstitutes(_ ask: Ask) throws -> [Waiting] {
        guard ReplaceTrainee.isAllowed(to: ask.reader), let unit = ask.reader.unit else { return [] }
        let open: SQL = "\(Trainee.isUpcoming(on: ask.today)) and \(.beneath(unit, column: "unit"))"
        return try [ReceiptState.declined, .substitute].flatMap { state in
            try Waiting.some(
                Words("调训回执\(state.words.zh)", "Call-ups: \(state.words.en.lowercased())"), Trainee.self,
                where: "\(state.condition) and \(open)", order: "class, code",
                address: "/classes/trainees?receipt=\(state.rawValue)&upcoming=yes&unit=\(Query.encoded(unit))", ask
            ) { trainee in
                .init(
                    try ask.naming.personName(trainee.person), "/classes/\(trainee.trainingClass)",
                    remark: .text(try ask.className(trainee.trainingClass)), act: ReplaceTrainee.button,
                    at: "/classes/\(trainee.trainingClass)/replace?leaving=\(Query.encoded(trainee.person))")
            }
        }
    }
}
