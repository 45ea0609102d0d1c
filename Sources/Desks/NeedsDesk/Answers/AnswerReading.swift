import Pages
import Spelling
import Store
import Vocabulary

/// What was typed in answer to a question, read; or why it cannot be taken.
extension SurveyQuestion {
    /// From the fields of a form: `q3`, and of a ranking `q3.1`, `q3.2`.
    func read(_ number: Int, _ sent: Query) -> (values: [AnswerValue], problem: Words?) {
        switch kind {
        case .single, .several, .scale:
            let typed = sent.all("q\(number)").filter { !$0.isEmpty }
            return chosen(number, typed.map { Int($0) })
        case .rank:
            let typed = (0..<limit).compactMap { sent["q\(number).\($0 + 1)"] }
            return chosen(number, typed.map { Int($0) })
        case .text: return said(number, sent["q\(number)"] ?? "")
        }
    }

    /// From the cell of a sheet: options by their words, their number or their letter, one a line or with ； between.
    func read(_ number: Int, cell: String) -> (values: [AnswerValue], problem: Words?) {
        guard kind != .text else { return said(number, cell) }
        var pieces = cell.split { $0.isNewline || ";；".contains($0) }.map(String.init)
        if pieces.count == 1, place(of: pieces[0]) == nil {
            pieces = pieces[0].split { "、，, ".contains($0) }.map(String.init)
        }
        for piece in pieces where place(of: piece) == nil && !piece.withoutOuterSpace.isEmpty {
            return (
                [],
                Words(
                    "没有“\(piece.withoutOuterSpace.shortened)”这一选项",
                    "There is no option “\(piece.withoutOuterSpace.shortened)”")
            )
        }
        return chosen(number, pieces.compactMap { place(of: $0) })
    }

    private func place(of typed: String) -> Int? {
        let wanted = typed.folded
        if let place = choices.firstIndex(where: { $0.folded == wanted }) { return place + 1 }
        if let number = Int(wanted), choices.indices.contains(number - 1) { return number }
        guard wanted.count == 1, let letter = wanted.unicodeScalars.first?.value, (0x61...0x7A).contains(letter),
            choices.indices.contains(Int(letter - 0x61))
        else { return nil }
        return Int(letter - 0x61) + 1
    }

    private func chosen(_ number: Int, _ places: [Int?]) -> (values: [AnswerValue], problem: Words?) {
        let known = places.compactMap(\.self).filter { choices.indices.contains($0 - 1) }
        if known.count < places.count { return ([], Words("请从选项中选择", "Choose among the options")) }
        if known.isEmpty {
            return ([], isRequired ? Words("这一题必答", "This question must be answered") : nil)
        }
        if Set(known).count < known.count { return ([], Words("同一选项选了两次", "One option was chosen twice")) }
        if known.count > limit { return ([], Words("最多选\(limit)项", "Choose \(limit) at most")) }
        return (known.map { AnswerValue(question: number, choice: $0) }, nil)
    }

    private func said(_ number: Int, _ typed: String) -> (values: [AnswerValue], problem: Words?) {
        if typed.withoutOuterSpace.isEmpty {
            return ([], isRequired ? Words("这一题必答", "This question must be answered") : nil)
        }
        do throws(TextFlaw) {
            let text = try TextRule(limit: Self.mostSaid, mayHaveLines: true).spelled(typed)
            return ([AnswerValue(question: number, said: text)], nil)
        } catch {
            return ([], Words(error.message(of: "答复", in: .zh), error.message(of: "the answer", in: .en)))
        }
    }

    /// As a form would send what was answered before.
    func typed(_ number: Int, _ values: [AnswerValue]) -> [(String, String)] {
        let own = values.filter { $0.question == number }
        return switch kind {
        case .single, .several, .scale: own.compactMap { $0.choice.map { ("q\(number)", String($0)) } }
        case .rank:
            own.enumerated().compactMap { place, value in value.choice.map { ("q\(number).\(place + 1)", String($0)) } }
        case .text: own.map { ("q\(number)", $0.said) }
        }
    }

    /// Of values that did not come through a form: whether they answer it.
    func flaw(_ number: Int, _ values: [AnswerValue]) -> Words? { read(number, Query(typed(number, values))).problem }
}

extension Survey {
    func read(_ sent: Query) -> (values: [AnswerValue], problems: [AnswerProblem]) {
        var values: [AnswerValue] = []
        var problems: [AnswerProblem] = []
        for (place, question) in questions.enumerated() {
            let read = question.read(place + 1, sent)
            values += read.values
            if let words = read.problem { problems.append(.question(place + 1, words)) }
        }
        return (values, problems)
    }

    func typed(_ values: [AnswerValue]) -> Query {
        Query(questions.enumerated().flatMap { place, question in question.typed(place + 1, values) })
    }

    /// Why answers do not fit the questions; for what comes from programs.
    func problems(_ values: [AnswerValue]) -> [AnswerProblem] {
        let strange = values.contains { !questions.indices.contains($0.question - 1) }
        return (strange ? [.strange] : [])
            + questions.enumerated().compactMap { place, question in
                question.flaw(place + 1, values).map { .question(place + 1, $0) }
            }
    }

    /// Why nothing is answered now; nil: it is.
    func notToAnswer(on today: Day) -> AnswerProblem? {
        switch stage {
        case .draft, .withdrawn: .isNone
        case .closed: .isOver(scheme.to)
        case .open: today < scheme.from ? .notYet(scheme.from) : today > scheme.to ? .isOver(scheme.to) : nil
        }
    }
}

/// Why an answer was not taken.
enum AnswerProblem: Refusal {
    case question(Int, Words)
    case strange
    case isNone, notYet(Day), isOver(Day)
    case notAsked
    case answeredAlready
    case noSuchCode
    case row(Words)
    case tooManyPapers(valid: Int, handedOut: Int)

    var field: String {
        switch self {
        case .question(let number, _): "q\(number)"
        case .noSuchCode: "code"
        case .tooManyPapers: "handedOut"
        case .row: "file"
        default: ""
        }
    }

    var words: Words {
        switch self {
        case .question(let number, let words): Words("第\(number)题：\(words.zh)", "Question \(number): \(words.en)")
        case .strange: Words("答复与题目不符，请重新打开问卷", "The answers do not fit the questions: open the survey anew")
        case .isNone: Words("这次调研没有发布", "This survey is not open")
        case .notYet(let day): Words("这次调研\(day.iso)开始", "This survey begins on \(day.iso)")
        case .isOver(let day): Words("这次调研已截止（\(day.iso)）", "This survey ended (\(day.iso))")
        case .notAsked: Words("这次调研没有列入您", "This survey does not ask you")
        case .answeredAlready:
            Words("您已填写过；要修改，请输入提交时给您的修改码", "You have answered already: to change it, give the code you were told then")
        case .noSuchCode: Words("修改码不对，请核对后再输入", "There is no such code: check it")
        case .row(let words): words
        case .tooManyPapers(let valid, let handedOut):
            Words(
                "收回的\(valid)份多于发放的\(handedOut)份，请核对", "\(valid) came back of \(handedOut) handed out: check the numbers"
            )
        }
    }
}
