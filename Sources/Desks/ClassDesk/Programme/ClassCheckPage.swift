import Pages
import Records
import Storage
import Store
import Vocabulary

extension ClassCheck {
    /// Everything that was looked at, on the page of the class: what is asked, what there is, and the way to put it right.
    func html(_ found: TrainingClass, _ ask: Ask) throws -> HTML {
        let words = Words("开班核对", "Checked against the plan")
        let mayMend =
            try ApplyForClassAgain.isAllowed(to: ask.reader)
            && ApplyForClassAgain.notNow(found, in: ask.reading, for: ask.reader, on: ask.today) == nil
        return .part(
            words, id: "check",
            aside: open.isEmpty
                ? .say("都符合", "all as asked") : .say("\(open.count)处要看", "\(open.count) to look at"),
            try found.lineLink(ask),
            .data(
                .words(words),
                [
                    DataHead(.say("要求", "Asked"), .lead), DataHead(.say("规定", "Rule"), .below),
                    DataHead(.say("本班", "This class"), .meta), DataHead(.say("结论", "Verdict"), .end),
                ],
                items.map { item in
                    let mend = mayMend ? item.mend : nil
                    return [
                        .words(item.asked), .words(item.rule), .words(item.found),
                        .group([
                            .standing(item.mark, item.verdict),
                            mend.map { .group([" ", .link("\(found.address)/\($0)", .say("去改", "mend"))]) } ?? .nothing,
                        ]),
                    ]
                }, class: "even wrap"))
    }

    /// What is not as asked, before it is applied for, decided or called up.
    var warnings: [Words] {
        open.map {
            Words(
                "\($0.asked.zh)：\($0.verdict.zh)（规定：\($0.rule.zh)；本班：\($0.found.zh)）",
                "\($0.asked.en): \($0.verdict.en) (asked: \($0.rule.en); here: \($0.found.en))")
        }
    }
}

extension TrainingClass {
    /// The way to the line that it is a run of, for those who reach it.
    fileprivate func lineLink(_ ask: Ask) throws -> HTML {
        guard !scheme.line.isEmpty,
            let line = try ask.reading.one(ProgrammeLine.self, scheme.line, for: ask.reader)
        else { return .nothing }
        return .p(
            .say("计划项目：", "Line of the programme: "), .link(line.address, .text(line.title)),
            .say("，\(line.scheme.runs)期，", ", \(line.scheme.runs) runs, "), .words(line.scheme.time.words))
    }
}

extension Ask {
    /// What its roster has against it, for those who may read its names: called up more often than a year allows, or to a
    /// second long class in few years.
    func rosterRemarks(of found: TrainingClass, _ trainees: [Trainee]) throws -> [Words] {
        let (rules, ours) = (try classRules, try programmeRules)
        let isLong = found.scheme.days >= ours.longClassDays
        let seated = trainees.filter { TraineeStage.seated.contains($0.stage) }
        let eligibility = try reading.eligibility(for: found, of: seated.map(\.person))
        return try seated.flatMap { trainee -> [Words] in
            let name = try naming.personName(trainee.person)
            let count = eligibility.othersOfYear(trainee.person).count + 1
            var said: [Words] = []
            if count > rules.callUpsAYear {
                said.append(
                    Words(
                        "\(name)本年度调训\(count)次，上限\(rules.callUpsAYear)次，可退回报名换人",
                        "\(name) is called up \(count) times this year; the rule is \(rules.callUpsAYear)"))
            }
            if let other = eligibility.sameWeek(trainee.person) {
                said.append(
                    Words(
                        "\(name)同一周还在“\(other.title)”名册上，请核对后退回一处报名",
                        "\(name) is on the roster of “\(other.title)” in the same week"))
            }
            if isLong, let other = try longClass(of: trainee.person, before: found, ours) {
                said.append(
                    Words(
                        "\(name)\(ours.longClassYears)年内已参加长期班“\(other.title)”，可退回报名换人",
                        "\(name) was in the long class “\(other.title)” within \(ours.longClassYears) years"))
            }
            return said
        }
    }

    private func longClass(
        of person: String, before found: TrainingClass, _ rules: ProgrammeRules
    ) throws -> TrainingClass? {
        let first = found.scheme.opening.adding(months: -12 * rules.longClassYears)
        return try reading.all(
            TrainingClass.self, for: .everybody,
            where: """
                code <> \(found.code) and stage = \(ClassStage.approved)
                and \(SQL.between(first, found.scheme.opening, column: "opening_day"))
                and closing_day - opening_day + 1 >= \(rules.longClassDays)
                and code in (select class from trainees where person = \(person)
                    and stage in (\(list: TraineeStage.seated)))
                """, order: "opening_day desc", limit: 1
        ).first
    }
}
