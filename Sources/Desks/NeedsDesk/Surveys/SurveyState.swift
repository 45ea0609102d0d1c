import Pages
import Store
import Vocabulary

/// Where a survey stands, in one word.
enum SurveyState: String, Stated {
    case draft, toBegin, open, closing, over, closed, withdrawn

    var words: Words {
        switch self {
        case .draft: Words("草稿", "Draft")
        case .toBegin: Words("已发布，未开始", "Open, not begun")
        case .open: Words("填写中", "Being answered")
        case .closing: Words("即将截止", "About to end")
        case .over: Words("已截止，待关闭", "Over, to be closed")
        case .closed: Words("已关闭", "Closed")
        case .withdrawn: Words("已撤销", "Withdrawn")
        }
    }

    var mark: Mark {
        switch self {
        case .draft, .over: .next
        case .toBegin: .notYetDue
        case .open: .onCourse
        case .closing: .behind
        case .closed: .met
        case .withdrawn: .excused
        }
    }

    static let told: [SurveyState] = [.draft, .open, .closing, .over, .closed]

    func condition(_ ask: Ask) throws -> SQL {
        let isOpen: SQL = "stage = \(SurveyStage.open)"
        let last = ask.today + (try ask.needsRules.closingDays)
        let begun: SQL = "\(isOpen) and from_day <= \(ask.today) and to_day >= \(ask.today)"
        return switch self {
        case .draft: "stage = \(SurveyStage.draft)"
        case .toBegin: "\(isOpen) and from_day > \(ask.today)"
        case .open: "\(begun) and to_day > \(last)"
        case .closing: "\(begun) and to_day <= \(last)"
        case .over: "\(isOpen) and to_day < \(ask.today)"
        case .closed: "stage = \(SurveyStage.closed)"
        case .withdrawn: "stage = \(SurveyStage.withdrawn)"
        }
    }

    static func state(of survey: Survey, _ ask: Ask) throws -> SurveyState {
        switch survey.stage {
        case .draft: return .draft
        case .closed: return .closed
        case .withdrawn: return .withdrawn
        case .open:
            if survey.scheme.to < ask.today { return .over }
            if survey.scheme.from > ask.today { return .toBegin }
            return survey.scheme.to <= ask.today + (try ask.needsRules.closingDays) ? .closing : .open
        }
    }

    static let waits: [WaitingState<SurveyState>] = [
        .init(.closing, ExtendSurvey.self, of: .office) { survey, ask in
            let turnout = try ask.turnout(of: survey)
            return .group([
                .say("截止 ", "until "), .day(survey.scheme.to),
                .say(
                    "，已填\(turnout.answered)人，\(turnout.share)",
                    ", \(turnout.answered) have answered, \(turnout.share)"),
            ])
        },
        .init(.over, CloseSurvey.self, of: .office) { survey, ask in
            let turnout = try ask.turnout(of: survey)
            return .say(
                "已填\(turnout.answered)人，\(turnout.share)", "\(turnout.answered) have answered, \(turnout.share)")
        },
    ]
}

extension Survey {
    /// Surveys in which the reader's own unit is still to say what it needs.
    static func waitingForReturns(_ ask: Ask) throws -> [Waiting] {
        guard let unit = ask.reader.unit, FileReturn.isAllowed(to: ask.reader) else { return [] }
        return try Waiting.some(
            Words("待报送的培训需求", "Needs to be filed"), Survey.self, where: returnsDue(from: unit, on: ask.today),
            order: "to_day", address: "\(listAddress)?returns=due", ask
        ) { survey in
            .init(
                survey.title, survey.address, remark: .group([.say("截止 ", "until "), .day(survey.scheme.to)]),
                act: Words("报送需求", "File needs"), at: FileReturn.address(of: survey.code))
        }
    }

    /// Open ones that ask units, to which a unit has said nothing.
    static func returnsDue(from unit: String, on today: Day) -> SQL {
        """
        stage = \(SurveyStage.open) and asks_returns = 1 and from_day <= \(today) and to_day >= \(today)
        and (asked <> \(SurveyAudience.units) or code in (select survey from survey_asked where unit = \(unit)))
        and code not in (select survey from unit_returns where unit = \(unit) and stage <> \(ReturnStage.withdrawn))
        """
    }
}

/// How many have answered of those asked, within a reader's reach.
struct SurveyTurnout: Sendable, Hashable {
    var asked = 0
    var answered = 0

    var share: String { asked == 0 ? "–" : Figure.plain(Double(answered) / Double(asked) * 100, places: 0) + "%" }
}

extension Ask {
    func turnout(of survey: Survey) throws -> SurveyTurnout {
        try naming.once("turnout \(survey.code)") {
            try unitTurnouts(of: survey).reduce(into: SurveyTurnout()) {
                $0.asked += $1.turnout.asked
                $0.answered += $1.turnout.answered
            }
        }
    }

    /// The same unit by unit, by the units in which people serve; counted by the database.
    func unitTurnouts(of survey: Survey) throws -> [(unit: String, turnout: SurveyTurnout)] {
        let within: SQL = reader.unit.map { .beneath($0, column: "unit") } ?? .always
        let question: SQL = """
            select unit, count(*) as asked, count(answered_day) as answered from survey_asked
            where survey = \(survey.code) and \(within) group by unit order by unit
            """
        return try reading.connection.rows(question.text, question.values) {
            (
                unit: try $0.text("unit"),
                turnout: SurveyTurnout(asked: try $0.integer("asked"), answered: try $0.integer("answered"))
            )
        }
    }
}
