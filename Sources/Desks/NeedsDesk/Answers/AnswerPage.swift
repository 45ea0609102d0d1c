import Pages
import Store
import Vocabulary

/// A survey as somebody answers it: the questions on a telephone, then what became of it.
struct AnswerPage {
    let ask: Ask
    let survey: Survey
    let asked: SurveyAsked

    /// Throws `NotFound` where the survey does not ask them.
    init(_ ask: Ask, _ person: String) throws {
        guard let survey = try ask.reading.one(Survey.self, ask.parts["code"] ?? "", for: .everybody),
            [.open, .closed].contains(survey.stage), let asked = try ask.reading.asked(of: survey.code, person)
        else { throw NotFound(context: ask.context) }
        (self.ask, self.survey, self.asked) = (ask, survey, asked)
    }

    private var address: String { MySurveys.address(of: survey.code) }

    func first() throws -> Page {
        if let why = survey.notToAnswer(on: ask.today) { return page(.emptyState(why.words, .nothing)) }
        guard asked.answered != nil else { return form(Query()) }
        if survey.isNamed {
            let answer = try ask.reading.one(SurveyAnswer.self, asked.code, for: .everybody)
            return form(
                survey.typed(answer?.values ?? []),
                said: .warning(.good, .say("您已填写，截止前可以修改。", "You have answered; it can be changed until the end.")))
        }
        return page(answeredAnonymously())
    }

    /// What was sent, taken; the page again with all that is wrong, or what was told.
    static func taken(_ sent: Sent) throws -> Answered {
        func shown(_ make: (AnswerPage) throws -> Page) throws -> Page {
            try sent.asking { ask in try make(try AnswerPage(ask, try ask.me() ?? "")) }
        }
        if let excess = sent.excess { return .refused(try shown { $0.form(sent.fields, [excess]) }, isTooLong: true) }
        let code = sent.fields["code"]
        if sent.fields["step"] == "open" {
            return try shown { try $0.opened(code ?? "") }.asAnswer
        }
        let (survey, values, problems) = try sent.asking { ask in
            let page = try AnswerPage(ask, try ask.me() ?? "")
            let read = page.survey.read(sent.fields)
            return (page.survey, read.values, page.survey.notToAnswer(on: ask.today).map { [$0] } ?? read.problems)
        }
        func refused(_ problems: [any Refusal]) throws -> Answered {
            .refused(try shown { $0.form(sent.fields, problems.map { FieldError(field: $0.field, $0.words) }) })
        }
        guard problems.isEmpty else { return try refused(problems) }
        do {
            let given = try sent.database.perform(
                AnswerSurvey(survey: survey.code, values: values, receipt: code), by: sent.reader,
                on: sent.context.today)
            guard let receipt = given.receipt, code == nil else {
                return .goTo(sent.context.link(MySurveys.address(of: survey.code)))
            }
            return .page(try shown { $0.done(receipt) })
        } catch let refusal as Refused {
            return try refused(refusal.problems)
        }
    }

    /// The answers behind a code, to be changed.
    private func opened(_ code: String) throws -> Page {
        if survey.notToAnswer(on: ask.today) != nil { return try first() }
        let key = SurveyReceipt.key(code, survey.code)
        guard !survey.isNamed, let answer = try ask.reading.one(SurveyAnswer.self, key, for: .everybody),
            answer.survey == survey.code
        else {
            return page(answeredAnonymously(error: AnswerProblem.noSuchCode.words))
        }
        var typed = survey.typed(answer.values)
        typed.set("code", code)
        return form(typed)
    }

    private func page(_ content: HTML, hasErrors: Bool = false) -> Page {
        var page = Page(
            Words(survey.title, survey.title), crumbs: [Frame.Crumb(MySurveys.words, MySurveys.address)],
            hasErrors: hasErrors, .sheet(content))
        page.isKept = false
        return page
    }

    /// The one page on which the code stands.
    private func done(_ receipt: String) -> Page {
        page(
            .section(
                .p(.standing(.met, Words("已提交，谢谢", "Handed in, thank you"))),
                .p(.class("place"), .text(receipt), .small(.say("修改码", "Code for changes"))),
                .p(
                    .say(
                        "要在\(survey.scheme.to.iso)前修改，请记下这个修改码。它只显示这一次，系统里查不到它属于谁。",
                        "To change your answers by \(survey.scheme.to.iso), note this code. It is shown once; nobody can look up whose it is."
                    )),
                .acts(.act(MySurveys.address, MySurveys.words, .big))))
    }

    private func answeredAnonymously(error: Words? = nil) -> HTML {
        .section(
            .p(.standing(.met, Words("您已填写", "You have answered"))),
            .p(.class("quiet"), .say("要修改，请输入提交时给您的修改码。", "To change it, give the code that you were told then.")),
            .form(
                .attribute("method", "post"), .action(address), PageContext.once,
                .ask("code", Words("修改码", "Code for changes"), error: error, .textField("code", "")),
                .p(.class("btns"), .submit(Words("打开我的答卷", "Open my answers"), .outlined, name: "step", value: "open")))
        )
    }

    private func form(_ typed: Query, _ errors: [FieldError] = [], said: HTML = .nothing) -> Page {
        let summary = ErrorSummary(errors: errors)
        var parts: [(title: String, questions: [(number: Int, question: SurveyQuestion)])] = []
        for (place, question) in survey.questions.enumerated() {
            if parts.isEmpty || question.part != parts.last?.title { parts.append((question.part, [])) }
            parts[parts.count - 1].questions.append((place + 1, question))
        }
        var page = self.page(
            .group([
                said,
                .section(
                    survey.scheme.about.isEmpty ? .nothing : .p(.text(survey.scheme.about)),
                    .p(
                        .class("quiet"),
                        survey.isNamed
                            ? .say("记名填写，截止前可以修改。", "By name; it can be changed until the end.")
                            : .say(
                                "不记名：只记您已填写，不记您填了什么；请不要在文字题里写姓名。",
                                "Anonymous: that you answered is noted, not what. Name nobody in your texts."))),
                .form(
                    .attribute("method", "post"), .action(address), PageContext.once,
                    typed["code"].map { .input(.type("hidden"), .name("code"), .value($0)) } ?? .nothing,
                    .each(parts) { part in
                        .section(
                            part.title.isEmpty ? .nothing : .div(.class("head"), .h2(.text(part.title))),
                            .each(part.questions) { number, question in
                                question.control(number, typed, summary.words(for: "q\(number)"))
                            })
                    },
                    .section(.p(.class("btns"), .submit(Words("提交", "Hand in"), .big)))),
            ]), hasErrors: !errors.isEmpty)
        page.content = .group([summary.html, page.content])
        page.sentence = .group([.say("截止 ", "Until "), .day(survey.scheme.to), .say("。", ".")])
        return page
    }
}

extension Page {
    /// With a mark of 422 where something was wrong.
    fileprivate var asAnswer: Answered { hasErrors ? .refused(self) : .page(self) }
}

extension SurveyQuestion {
    private func hint(_ number: Int) -> Words? {
        switch kind {
        case .several where limit < options.count: Words("最多选\(limit)项", "\(limit) at most")
        case .several: Words("可选多项", "Several")
        case .rank: Words("按重要程度排，最重要的放第1位", "The most important first")
        case .scale: Words("1为最低，5为最高", "1 is lowest, 5 highest")
        case .single, .text: nil
        }
    }

    /// The question as it is asked: ticks and choices large enough for a thumb, and all of it without a script.
    func control(_ number: Int, _ typed: Query, _ error: Words?) -> HTML {
        let name = "q\(number)"
        let left = isRequired ? Words("", "") : Words("（可不填）", " (optional)")
        let label = Words("\(number). \(title)\(left.zh)", "\(number). \(title)\(left.en)")
        let chosen = typed.all(name)
        switch kind {
        case .single, .scale:
            return .askAll(
                name, label, hint: hint(number), error: error,
                .div(
                    .class("checks"),
                    .each(choices.enumerated()) { place, option in
                        .label(
                            .class("check"),
                            .input(
                                .type("radio"), place == 0 ? .id(name) : .nothing, .name(name),
                                .value(String(place + 1)),
                                chosen.contains(String(place + 1)) ? .flag("checked") : .nothing),
                            .span(.text(option)))
                    }))
        case .several:
            return .askAll(
                name, label, hint: hint(number), error: error,
                .div(
                    .class("checks"),
                    .each(choices.enumerated()) { place, option in
                        .tick(
                            name, String(place + 1), Words(option, option), isOn: chosen.contains(String(place + 1)),
                            id: place == 0 ? name : nil)
                    }))
        case .rank:
            let options =
                [(value: "", words: Words("请选择", "Choose"))]
                + choices.enumerated().map { (value: String($0 + 1), words: Words($1, $1)) }
            return .askAll(
                name, label, hint: hint(number), error: error,
                .div(
                    .id(name),
                    .each(0..<limit) { place in
                        let field = "\(name).\(place + 1)"
                        return .p(
                            .label(
                                .attribute("for", field),
                                .say("第\(place + 1)位", "Place \(place + 1)")),
                            " ", .choice(field, options, chosen: typed[field] ?? ""))
                    }))
        case .text:
            return .ask(name, label, hint: hint(number), error: error, .longField(name, typed[name] ?? "", rows: 3))
        }
    }
}
