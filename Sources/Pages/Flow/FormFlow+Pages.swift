import Storage
import Store
import Vocabulary

extension FormFlow {
    /// The form with what was typed and what is wrong with it.
    func page(
        _ ask: Ask, _ typed: Query, _ code: String, _ problems: [FormProblem], seen: Int?, isKept: Bool = false
    ) throws -> Page {
        let errors = ErrorSummary(
            errors: problems.map {
                FieldError(
                    field: $0.field.isEmpty ? "content" : $0.field, $0.words,
                    opens: $0.opens.map { Frame.Crumb(text: ask.say($0.words), address: $0.value) })
            })
        var page = Page(
            ask.say(words), errors.html(ask.context),
            .when(
                isKept,
                .p(
                    .class("warn good"), .attribute("role", "status"),
                    .text(ask.say("草稿已暂存，保留 30 天。", "The draft is kept for 30 days.")))),
            try opening?(ask) ?? .nothing,
            .form(
                .class("sheet"), .attribute("method", "post"), .attribute("action", address(ask)),
                .when(
                    form.fields.contains(where: \.isFile), .attribute("enctype", "multipart/form-data")),
                .flag("novalidate"), .input(.type("hidden"), .name("draft"), .value(code)),
                seen.map { .input(.type("hidden"), .name("seen"), .value(String($0))) } ?? .nothing,
                isOneStep ? .nothing : entering(ask), try form.html(typed, problems, ask),
                .section(
                    .p(
                        .class("btns"),
                        .button(
                            .class(isGrave ? "btn danger" : "btn primary"), .type("submit"), .name("step"),
                            .value(isOneStep ? "save" : "check"),
                            .words(isOneStep ? submit : Words("下一步：核对", "Next: check"))),
                        isOneStep
                            ? .a(
                                .class("btn"), .href(ask.context.link(parent(of: ask.context.path))),
                                .say("取消", "Cancel"))
                            : .group([
                                .button(
                                    .class("btn"), .type("submit"), .name("step"), .value("keep"),
                                    .text(ask.say("暂存", "Keep as draft"))),
                                .button(
                                    .class("btn danger"), .type("submit"), .name("step"), .value("discard"),
                                    .text(ask.say("放弃", "Discard"))),
                            ])))))
        page.crumbs = try crumbs?(ask) ?? []
        page.hasErrors = !problems.isEmpty
        return page
    }

    /// What the key Enter presses in a field, which is a form's first button: not the next best one within it.
    private func entering(_ ask: Ask) -> HTML {
        .button(
            .class("unseen"), .type("submit"), .name("step"), .value("enter"), .attribute("tabindex", "-1"),
            .attribute("aria-hidden", "true"), .text(ask.say("下一步：核对", "Next: check")))
    }

    /// What is about to be done, to be read once more.
    /// `isOther`: it is not what was looked through before.
    func checkPage(
        _ ask: Ask, _ draft: Draft, _ code: String, mark: String, isOther: Bool, foreseen: HTML? = nil
    ) throws -> Page {
        func step(_ value: String, _ words: Words, _ kind: String) -> HTML {
            .button(.class(kind), .type("submit"), .name("step"), .value(value), .text(ask.say(words)))
        }
        let edit = ask.context.link(ask.context.path, ("draft", code))
        var ask = ask
        ask.checkedDraft = code
        var page = Page(
            ask.say("核对：", "Check: ") + ask.say(words),
            .when(
                isOther,
                .warning(
                    .bad,
                    .say(
                        "这份表单在另一个窗口里改动过，还没有提交。请按下面现在的内容重新核对。",
                        "This form was changed in another window and has not been submitted. Check what it says now."))),
            .div(
                .class("sheet"), try remarks?(draft, ask) ?? .nothing,
                try changed(draft, ask) ?? .nothing,
                try form.facts(draft, ask) { "\(edit)#\($0)" }, foreseen ?? .nothing,
                .section(
                    .form(
                        .attribute("method", "post"), .attribute("action", address(ask)),
                        .input(.type("hidden"), .name("draft"), .value(code)),
                        .input(.type("hidden"), .name("checked"), .value(mark)),
                        .p(
                            .class("btns"),
                            try isDoable?(draft, ask) ?? true ? step("save", submit, "btn primary") : .nothing,
                            step("edit", Words("返回修改", "Change"), "btn"))))))
        page.crumbs = try (crumbs?(ask) ?? []) + [Frame.Crumb(text: ask.say(words), address: edit)]
        return page
    }

    /// Old → new, where something is there already.
    private func changed(_ draft: Draft, _ ask: Ask) throws -> HTML? {
        guard tellsChanges ?? (seen != nil) else { return nil }
        let changes = try form.changes(try blank(ask), draft, ask)
        guard !changes.isEmpty else { return nil }
        return .section(
            .div(.class("head"), .h2(.text(ask.say("这次改动", "What changes")))),
            .dl(
                .class("facts"),
                .each(changes) { change in
                    .div(
                        .dt(.text(ask.say(change.words))),
                        .dd(
                            .span(.class("was"), change.old),
                            .span(.class("arrow"), .attribute("aria-hidden", "true"), "→"),
                            .span(.class("unseen"), .text(ask.say("变为", "becomes"))), .element("ins", [change.new])))
                }))
    }

    private func address(_ ask: Ask) -> String { ask.context.link(ask.context.path) }
}

extension FormProblem {
    static func sentAlready(to end: String) -> FormProblem {
        var problem = FormProblem(
            "",
            Words(
                "这份表单已经提交过，刚才的改动没有保存。要改已提交的内容，请到那条记录里更正；要另报一条，请核对后再提交。",
                "This form was submitted already; what you changed since is not saved. Correct the record, or check this and submit it as another one."
            ))
        problem.opens = FormOption(end, Words("打开已提交的记录", "Open what was submitted"))
        return problem
    }

    /// What an act refused with, beside its fields; nil for what is no refusal.
    static func of(_ error: any Error, by time: SiteTime) -> [FormProblem]? {
        switch error {
        case let refused as Refused: refused.problems.map { FormProblem($0.field, $0.words) }
        case let changed as ChangedMeanwhile:
            [
                FormProblem(
                    "",
                    Words(
                        "\(changed.by)已在您填写期间改动了这条记录（\(time.minute(changed.at))），请先打开原记录核对",
                        "\(changed.by) changed this while you were filling in the form (\(time.minute(changed.at))): look at it again first"
                    ))
            ]
        case let denied as NotAllowed where denied.unit != nil:
            [FormProblem("unit", Words("这个单位不在您的管理范围内", "This unit is not within your reach"))]
        default: nil
        }
    }
}
