import Books
import Exchange
import LedgerEngine
import Pages
import Plans
import Records
import Spelling
import Training
import Vocabulary

extension ActivityForm {
    var action: String { correcting.map { "/activities/\(Query.encoded($0))/correct" } ?? "/activities/new" }

    /// First question: which unit reports.
    func unitPage(_ context: PageContext) -> HTML {
        let error = typed["unit"].map { _ in noUnit(context) }
        return Frame(
            title: context.say("填报活动", "Report an activity"), hasAsOf: false, hasErrors: error != nil
        ).html(
            context,
            card(
                nil,
                form(
                    .attribute("method", "get"), .attribute("action", "/activities/new"),
                    .each(context.travelling) { name, value in
                        input(.type("hidden"), .name(name), .value(value))
                    },
                    unitField("unit", error: error, context),
                    button(.class("btn primary"), .type("submit"), .text(context.say("下一步", "Continue"))))))
    }

    private func unitField(_ name: String, error: String?, _ context: PageContext) -> HTML {
        let units = directory.units.units.filter { $0.span.contains(today) }
        return field(
            name, context.say("由哪个单位举办", "Which unit held it"), error: error,
            directory.hasManyUnits
                ? textField(name, "", width: .full)
                : select(
                    .class("field long"), .id(name), .name(name),
                    .each(UnitKind.allCases) { kind in
                        let members = units.filter { $0.kind == kind }
                        return .when(
                            !members.isEmpty,
                            optgroup(
                                .attribute("label", RecordWords.unitKind(kind, context.language)),
                                .each(members) { option(.value($0.code), .text($0.name)) }))
                    }))
    }

    /// The form itself.
    func page(_ context: PageContext, errors: [FieldError] = []) -> HTML {
        let summary_ = ErrorSummary(errors: errors)
        let asked = Set(errors.compactMap(\.asksAbout).compactMap { ConfirmedDay(text: $0) }).union(confirmed)
            .sorted { $0.key < $1.key }
        let unitCode = unit ?? ""
        let teams = directory.teams(of: unitCode)
        let (persons, _) = directory.persons(
            at: unitCode, on: typed["to"].flatMap { Day(typed: $0) } ?? today, limit: 1000)
        let ticked = Set(typed.all("person"))
        let topics = Set(typed.all("topic"))
        let audience = Set(typed.all("audience"))
        return Frame(
            title: correcting == nil
                ? context.say("填报活动", "Report an activity")
                : context.say("更正\(correcting ?? "")", "Correct \(correcting ?? "")"),
            crumbs: unit.map { [.init(text: directory.unitName($0), address: context.link(toUnit: $0))] } ?? [],
            hasAsOf: false, hasErrors: !errors.isEmpty
        ).html(
            context, summary_.html(context),
            form(
                .attribute("method", "post"), .attribute("action", context.link(action)), .class("grid"),
                .attribute("novalidate", ""),
                unit.map { input(.type("hidden"), .name("organiser"), .value($0)) }
                    ?? card(nil, unitField("organiser", error: summary_.message(for: "organiser"), context)),
                .when(!asked.isEmpty, confirmations(asked, context)),
                card(
                    context.say("活动", "Activity"),
                    correcting == nil
                        ? .nothing
                        : field(
                            "reason", context.say("更正理由", "Why it is corrected"),
                            error: summary_.message(for: "reason"),
                            textField("reason", typed["reason"] ?? "", width: .full)),
                    field(
                        "kind", context.say("类型", "Kind"), error: summary_.message(for: "kind"),
                        choice(
                            "kind",
                            [("", context.say("请选择", "Choose"))]
                                + kinds.entries.filter { $0.kind != .site }.map {
                                    ($0.kind.rawValue, context.language == .zh ? $0.nameZh : $0.nameEn)
                                }, chosen: typed["kind"] ?? "")),
                    field(
                        "title", context.say("名称", "Title"), error: summary_.message(for: "title"),
                        textField("title", typed["title"] ?? "", width: .full)),
                    field(
                        "team", context.say("活动主体", "Team that held it"),
                        hint: context.say(
                            "属于领导班子、中心组或党支部的活动请选择，其他活动不填。",
                            "For a leadership team, study group or branch; else leave open."
                        ),
                        error: summary_.message(for: "team"),
                        choice(
                            "team", [("", context.say("（不是集体活动）", "(none)"))] + teams.map { ($0.code, $0.name) },
                            chosen: typed["team"] ?? "")),
                    div(
                        .class("side-by-side"),
                        field(
                            "from", context.say("开始日期", "First day"), error: summary_.message(for: "from"),
                            dayField("from", typed.holds("from") ? typed["from"] ?? "" : today.iso)),
                        field(
                            "to", context.say("结束日期", "Last day"), error: summary_.message(for: "to"),
                            dayField("to", typed.holds("from") ? typed["to"] ?? typed["from"] ?? "" : today.iso)),
                        field(
                            "hours", context.say("学时", "Hours"), error: summary_.message(for: "hours"),
                            input(
                                .class("field short"), .id("hours"), .name("hours"), .attribute("inputmode", "decimal"),
                                .value(typed["hours"] ?? ""))))),
                card(
                    context.say("主题与对象", "Topics and audience"),
                    checks(
                        "topic", context.say("主题", "Topics"),
                        Topic.builtIn.map { ($0.topic.rawValue, context.language == .zh ? $0.zh : $0.en) }, topics,
                        error: summary_.message(for: "topic")),
                    details(
                        audience.isEmpty ? .nothing : .flag("open"),
                        summary(.text(context.say("专门面向某类干部时选择", "Meant for some categories only"))),
                        checks(
                            "audience", context.say("面向", "Meant for"),
                            PersonCategory.builtIn.map {
                                ($0.category.rawValue, context.language == .zh ? $0.zh : $0.en)
                            },
                            audience, error: summary_.message(for: "audience")))),
                card(
                    context.say("报备与材料", "Filing and attachments"),
                    div(
                        .class("side-by-side"),
                        field(
                            "filed", context.say("报备日期", "Filed on"), error: summary_.message(for: "filed"),
                            dayField("filed", typed["filed"] ?? "")),
                        field(
                            "approved", context.say("批准日期", "Approved on"), error: summary_.message(for: "approved"),
                            dayField("approved", typed["approved"] ?? "")),
                        field(
                            "reported", context.say("报送成果日期", "Result reported on"),
                            error: summary_.message(for: "reported"),
                            dayField("reported", typed["reported"] ?? ""))),
                    field(
                        "attachments", context.say("材料", "Attachments"),
                        hint: context.say(
                            "每行一份：名称，可加提交日期，如“成果报告 2026-09-30”。", "One a line: a name, and the day if it differs."),
                        error: summary_.message(for: "attachments"),
                        textarea(
                            .class("field"), .id("attachments"), .name("attachments"), .attribute("rows", "3"),
                            .text(typed["attachments"] ?? "")))),
                card(
                    context.say("参训人员", "Participants"),
                    details(
                        ticked.isEmpty ? .nothing : .flag("open"),
                        summary(
                            .text(
                                context.say(
                                    "从本单位人员中勾选（\(persons.count)人）", "Tick people of this unit (\(persons.count))"))),
                        checks(
                            "person", context.say("本单位人员", "People of this unit"), persons.map { ($0.code, $0.name) },
                            ticked)),
                    field(
                        "participants", context.say("其他人员、主讲人和重点发言人", "Others, speakers and keynotes"),
                        hint: context.say(
                            "每行一人：姓名或人员编号，后面可填身份（主讲、重点发言、工作人员）、学时、未结业。",
                            "One a line: name or code, then if need be a role (speaker, keynote, staff), hours, “incomplete”."
                        ),
                        error: summary_.message(for: "participants"),
                        textarea(
                            .class("field"), .id("participants"), .name("participants"), .attribute("rows", "6"),
                            .text(typed["participants"] ?? "")))),
                div(
                    .class("btns"),
                    button(
                        .class("btn primary"), .type("submit"), .name("step"), .value("check"),
                        .text(context.say("下一步：核对", "Continue: check"))),
                    a(
                        .class("btn"),
                        .href(
                            correcting.map { context.link(toActivity: $0) }
                                ?? unit.map { context.link(toUnit: $0) } ?? context.link("/units")),
                        .text(context.say("取消", "Cancel"))))))
    }

    /// Unlikely days, each to be said to be right.
    private func confirmations(_ days: [ConfirmedDay], _ context: PageContext) -> HTML {
        fieldset(
            .class("card question"), .attribute("id", "sure"),
            legend(.text(context.say("请核对这些日期", "Are these days right?"))),
            div(
                .class("checks"),
                .each(days) { day in
                    label(
                        input(
                            .type("checkbox"), .name("sure"), .value(day.text),
                            confirmed.contains(day) ? .flag("checked") : .nothing),
                        .text(day.sentence(context)))
                }))
    }

    private func checks(
        _ name: StaticName, _ title: String, _ choices: [(value: String, text: String)], _ ticked: Set<String>,
        error: String? = nil
    ) -> HTML {
        fieldset(
            .class(error == nil ? "ask" : "ask wrong"), .attribute("id", name.text),
            error.map { _ in .attribute("aria-describedby", "\(name.text)-error") } ?? .nothing, legend(.text(title)),
            error.map { fieldError(name.text, $0) } ?? .nothing,
            div(
                .class("checks"),
                .each(choices) { choice in
                    label(
                        input(
                            .type("checkbox"), .attribute("name", name.text), .value(choice.value),
                            ticked.contains(choice.value) ? .flag("checked") : .nothing), .text(choice.text))
                }))
    }
}
