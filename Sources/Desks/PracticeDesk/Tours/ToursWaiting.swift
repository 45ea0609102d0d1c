import Pages
import Store
import Vocabulary

extension StudyTour {
    /// Tours and measures that wait for a reader: to be approved by the office, put right, reported or followed by the unit.
    static func waiting(_ ask: Ask) throws -> [Waiting] {
        var found: [Waiting] = []
        if ask.reader.may(DecideTour.right), ask.reader.unit == nil {
            found += try tours(.toApprove, Words("审批", "Decide"), "decide", ask) { tour in
                .group([
                    .text(try ask.naming.unitName(tour.scheme.unit)), .say(" 报备于 ", ", filed "), .day(tour.filed),
                ])
            }
        }
        guard ask.reader.may(FileTour.right), ask.reader.unit != nil else { return found }
        found += try tours(.returned, Words("改正", "Put right"), "change", ask) { tour in
            .group([
                tour.decided.map { .group([.day($0), .say(" 退回：", " returned: ")]) } ?? .nothing, .text(tour.remark),
            ])
        }
        let days = ask.tourRules.reportDays
        found += try tours(.toReport, Words("报送", "Report"), "report", ask) { tour in
            .group([
                .day(tour.scheme.to), .say(" 返回，", " returned; "), .day(tour.scheme.to + days),
                .say(" 前报送", " is the day of the report"),
            ])
        }
        found += try tours(.measuresToDraw, Words("填写", "Draw"), "measures/new", ask) { tour in
            .group([.day(tour.scheme.to), .say(" 返回", " returned")])
        }
        return try found + measures(ask)
    }

    private static func tours(
        _ state: TourState, _ act: Words, _ step: String, _ ask: Ask, _ remark: (StudyTour) throws -> HTML
    ) throws -> [Waiting] {
        try Waiting.some(
            Words("学习考察\(state.words.zh)", "Tours: \(state.words.en.lowercased())"), StudyTour.self,
            where: state.condition(ask), order: "from_day", address: "/tours?state=\(state.rawValue)",
            isReturned: state == .returned, ask
        ) { tour in
            .init(
                tour.title, tour.address, remark: try remark(tour), act: act,
                at: "/tours/\(tour.code)/\(step)")
        }
    }

    private static func measures(_ ask: Ask) throws -> [Waiting] {
        try Waiting.some(
            Words("逾期的成果转化措施", "Measures overdue"), TourMeasure.self,
            where: MeasureState.overdue.condition(on: ask.today), order: "due_day",
            address: "/tours/measures?state=\(MeasureState.overdue.rawValue)", ask
        ) { measure in
            .init(
                measure.title, measure.address,
                remark: .group([.say("期限 ", "due "), .day(measure.draft.due)]), act: Words("办结", "Done"),
                at: "/tours/measures/\(measure.code)/done")
        }
    }
}
