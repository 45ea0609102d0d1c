import Pages
import Store
import Vocabulary

/// By what the answers of a survey are cut.
enum ResultCut: String, Named {
    case kind, category, unit

    var words: Words {
        switch self {
        case .kind: Words("按单位类型", "By kind of unit")
        case .category: Words("按干部类别", "By category")
        case .unit: Words("按单位", "By unit")
        }
    }

    func value(_ group: AnswerGroup) -> String {
        switch self {
        case .kind: group.kind
        case .category: group.category
        case .unit: group.unit
        }
    }
}

/// What was answered to one question.
struct QuestionResult: Sendable {
    var number: Int
    var question: SurveyQuestion
    /// How many answered it.
    var answered: Int
    /// The same where it can be shown.
    var shownAnswered: ShownCount
    /// By option, of everybody.
    var counts: [Int]
    /// Of a ranking: the first of k places gives k points, the last one.
    var points: [Int]
    /// The groups of the cut, and the counts by option and group.
    var groups: [String]
    var byGroup: [[Int]]
    var shown: ShownCounts
    var texts: [String]
    /// Shares of the same options the time before, where the same was asked.
    var before: [Double?]

    func share(_ option: Int) -> Double? {
        guard answered > 0, let count = shown.totals[option].count else { return nil }
        return Double(count) / Double(answered)
    }

    /// Options from the most wanted on; what is hidden comes last, in the order in which it was asked.
    var ranked: [Int] {
        func key(_ option: Int) -> (Int, Int, Int) {
            shown.totals[option] == .hidden ? (1, 0, option) : (-points[option], -counts[option], option)
        }
        return counts.indices.sorted { key($0) < key($1) }
    }

    /// The first three topics of each group, of those that can be shown.
    func firstOf(group: Int) -> [(option: String, count: Int)] {
        counts.indices.compactMap { option in
            shown.cells[option][group].count.flatMap { $0 > 0 ? (option, $0) : nil }
        }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.prefix(3).map { (question.choices[$0.0], $0.1) }
    }
}

/// The answers of a survey as a reader may see them: narrowed to reach, with small figures hidden.
struct SurveyResults: Sendable {
    let survey: Survey
    let cut: ResultCut
    let questions: [QuestionResult]
    /// Sent, returned, valid.
    let asked: Int
    let online: Int
    let handedOut: Int
    let spoiled: Int
    let papers: Int
    /// Answers that are counted here.
    let counted: Int
    let fewest: Int?
    let previous: Survey?

    var sent: Int { asked + handedOut }
    var returned: Int { online + papers + spoiled }
    var valid: Int { online + papers }

    static func percent(_ part: Int, of whole: Int) -> String {
        whole == 0 ? "–" : Figure.plain(Double(part) / Double(whole) * 100, places: 1) + "%"
    }

    /// Why they cannot be read yet; nil: they can.
    static func notYet(_ survey: Survey) -> Words? {
        if [.draft, .withdrawn].contains(survey.stage) {
            return Words("这次调研没有发布，没有结果", "The survey was not opened: there is nothing to read")
        }
        guard survey.stage == .open, !survey.isNamed else { return nil }
        // Figures of before and after an answer would tell the answer.
        return Words("不记名的调研关闭以后才显示结果", "What was answered anonymously is read once the survey is closed")
    }
}

extension Ask {
    func results(of survey: Survey, by cut: ResultCut) throws -> SurveyResults {
        let within = try reading.unitsWithinReach(of: reader)
        func answers(_ survey: Survey) throws -> [SurveyAnswer] {
            try reading.all(SurveyAnswer.self, for: .everybody, where: "survey = \(survey.code)", order: "code")
                .filter { within?.contains($0.group.unit) ?? true }
        }
        let given = SurveyResults.notYet(survey) == nil ? try answers(survey) : []
        let papers = reader.unit == nil ? try all(SurveyPapers.self, where: "survey = \(survey.code)") : []
        let turnout = try turnout(of: survey)
        // Whoever sees one unit's part sees no figure by which a name could be guessed.
        let fewest = survey.isNamed && reader.unit == nil ? nil : try needsRules.fewest
        let previous = try reading.all(
            Survey.self, for: reader,
            where: "stage = \(SurveyStage.closed) and year < \(survey.scheme.year)",
            order: "year desc, closed_day desc",
            limit: 5
        ).first { other in other.questions.contains { old in survey.questions.contains { $0.asksTheSame(as: old) } } }
        let old = try previous.map(answers) ?? []
        let isEnough = fewest.map { given.count >= $0 } ?? true
        let questions = survey.questions.enumerated().map { place, question in
            QuestionResult(
                place + 1, question, isEnough ? given : [], cut, fewest: fewest,
                before: previous.flatMap { previous in
                    previous.questions.firstIndex { question.asksTheSame(as: $0) }.map { (previous, $0 + 1, old) }
                })
        }
        return SurveyResults(
            survey: survey, cut: cut, questions: questions, asked: turnout.asked,
            online: turnout.answered - (survey.isNamed ? given.count { $0.way == .paper } : 0),
            handedOut: papers.reduce(0) { $0 + $1.handedOut }, spoiled: papers.reduce(0) { $0 + $1.spoiled },
            papers: papers.reduce(0) { $0 + $1.valid }, counted: isEnough ? given.count : 0, fewest: fewest,
            previous: previous)
    }
}

extension QuestionResult {
    init(
        _ number: Int, _ question: SurveyQuestion, _ answers: [SurveyAnswer], _ cut: ResultCut, fewest: Int?,
        before: (survey: Survey, number: Int, answers: [SurveyAnswer])?
    ) {
        let choices = question.choices
        let groups = Set(answers.map { cut.value($0.group) }).subtracting([""]).sorted { one, other in
            cut.order(one) < cut.order(other)
        }
        let places = Dictionary(groups.enumerated().map { ($1, $0) }) { first, _ in first }
        var counts = [Int](repeating: 0, count: choices.count)
        var points = counts
        var byGroup = choices.map { _ in [Int](repeating: 0, count: groups.count) }
        var texts: [String] = []
        var answered = 0
        var ofGroup = [Int](repeating: 0, count: groups.count)
        for answer in answers {
            let own = answer.values.filter { $0.question == number }
            if !own.isEmpty {
                answered += 1
                if let group = places[cut.value(answer.group)] { ofGroup[group] += 1 }
            }
            for (place, value) in own.enumerated() {
                guard let option = value.choice.map({ $0 - 1 }), choices.indices.contains(option) else {
                    if !value.said.isEmpty { texts.append(value.said) }
                    continue
                }
                counts[option] += 1
                points[option] += question.kind == .rank ? question.limit - place : 1
                if let group = places[cut.value(answer.group)] { byGroup[option][group] += 1 }
            }
        }
        let old = before.map { before in
            choices.map { choice -> Double? in
                let question = before.survey.questions[before.number - 1]
                guard let option = question.choices.firstIndex(of: choice) else { return nil }
                let values = before.answers.map { $0.values.filter { $0.question == before.number } }
                let given = values.count { !$0.isEmpty }
                let count = values.count { $0.contains { $0.choice == option + 1 } }
                let isSmall = fewest.map { (1..<$0).contains(count) || given < $0 } ?? false
                return given == 0 || isSmall ? nil : Double(count) / Double(given)
            }
        }
        let addsUp = question.kind == .single || question.kind == .scale
        self.init(
            number: number, question: question, answered: answered,
            shownAnswered: fewest.map { (1..<$0).contains(answered) } ?? false ? .hidden : .shown(answered),
            counts: counts, points: points, groups: groups,
            byGroup: byGroup,
            shown: ShownCounts(byGroup, totals: counts, answered: ofGroup, fewest: fewest, addsUp: addsUp),
            // In no order that tells whose they are; too few of them are nobody's to read.
            texts: fewest.map { texts.count >= $0 } ?? true ? texts.sorted() : [],
            before: old ?? choices.map { _ in nil })
    }
}

extension ResultCut {
    /// Kinds and categories in their usual order, units by their code.
    fileprivate func order(_ group: String) -> (Int, String) {
        switch self {
        case .kind: (UnitKind.allCases.firstIndex { $0.rawValue == group } ?? .max, group)
        case .category: (PersonCategory.builtIn.firstIndex { $0.category.rawValue == group } ?? .max, group)
        case .unit: (0, group)
        }
    }

    func name(_ group: String, _ ask: Ask) throws -> Words {
        switch self {
        case .kind: UnitKind(rawValue: group)?.words ?? Words(group, group)
        case .category: PersonCategory.words(of: group)
        case .unit:
            try {
                let name = try ask.naming.unitName(group)
                return Words(name, name)
            }()
        }
    }
}
