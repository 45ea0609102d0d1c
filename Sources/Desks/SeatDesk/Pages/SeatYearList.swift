import Exchange
import Pages
import Seats
import Storage
import Vocabulary

/// The years that are kept, and the form for another one.
struct SeatListPage {
    struct Row {
        var picture: SeatPicture
        var isRunning: Bool
    }

    var rows: [Row]
    var unreadable: [String] = []
    /// Years that were taken away.
    var removed: [SeatPlan] = []
    var upload = SeatUpload()
    var errors: [FieldError] = []
    /// Whether the reader may hand in and plan.
    var mayPlan = true

    func html(_ context: PageContext) -> HTML {
        let errors = ErrorSummary(errors: errors)
        return Frame(
            title: context.say("调训安排", "Seats of the year"), hasAsOf: false,
            hasErrors: !errors.errors.isEmpty
        ).html(
            context, errors.html(context),
            .each(unreadable) { file in
                p(
                    .class("warn"),
                    .text(
                        context.say(
                            "数据目录中的 seats/\(file) 无法读取，未列出；文件没有改动。",
                            "seats/\(file) in the data directory cannot be read and is not listed; it was left as it is."
                        )))
            },
            card(nil, rows.isEmpty ? empty(context) : list(context)),
            .when(mayPlan && !removed.isEmpty, takenAway(context)), .when(mayPlan, form(errors, context)))
    }

    private func takenAway(_ context: PageContext) -> HTML {
        card(
            context.say("已移除的年度", "Removed years"), id: "removed", isOnPaper: false,
            ul(
                .each(removed) { plan in
                    li(
                        Web.form(
                            .class("line"), .attribute("method", "post"),
                            .attribute("action", context.link("/seats/\(plan.number)/restore")),
                            span(.text("\(plan.name) · \(plan.made.iso)")),
                            button(.class("btn"), .type("submit"), .text(context.say("移回列表", "Restore")))))
                }))
    }

    private func empty(_ context: PageContext) -> HTML {
        emptyState(
            context.say("还没有年度班次", "No year yet"),
            !mayPlan
                ? context.say("党校教务或组织部门交入年度班次后，在这里列出。", "Years that are handed in are listed here.")
                : context.say(
                    "上传年度班次与人员（JSON 文件），系统生成调训安排，逐人说明理由；也可先用示例试用。",
                    "Hand in a year of classes and people (a JSON file): who goes where is proposed, with a reason for each seat. Or try the sample first."
                ), sampleButton(context))
    }

    private func sampleButton(_ context: PageContext) -> HTML {
        Web.form(
            .attribute("method", "post"), .attribute("action", context.link("/seats/sample")), PageContext.once,
            button(
                .class(rows.isEmpty ? "btn primary" : "btn"), .type("submit"),
                .text(
                    context.say(
                        "用示例试用（\(SampleYear.people)人、24个班）",
                        "Try the sample (\(SampleYear.people) people, 24 classes)"
                    ))))
    }

    private func list(_ context: PageContext) -> HTML {
        DataTable<Row>(
            columns: [
                .init(
                    key: "name", title: context.say("年度", "Year"),
                    sort: { $0.picture.plan.name < $1.picture.plan.name },
                    cell: { row in
                        a(.href(context.link("/seats/\(row.picture.plan.number)")), .text(row.picture.plan.name))
                    }),
                .init(
                    key: "state", title: context.say("进展", "Progress"), place: .end,
                    cell: { row in
                        .text(
                            row.isRunning
                                ? context.say("正在安排", "being worked out")
                                : row.picture.plan.proposal == nil
                                    ? context.say("尚未安排", "no proposal yet")
                                    : row.picture.plan.isStale
                                        ? context.say("指定或不安排有改动，待重排", "wishes changed, to be re-planned")
                                        : context.say("已安排", "proposed"))
                    }),
                .init(
                    key: "made", title: context.say("建立", "Made"),
                    sort: { $0.picture.plan.number < $1.picture.plan.number },
                    cell: { .text($0.picture.plan.made.iso) }),
                .init(
                    key: "people", title: context.say("人员", "People"), isNumber: true,
                    cell: { .text(String($0.picture.instance.persons.count)) }),
                .init(
                    key: "classes", title: context.say("班次", "Classes"), isNumber: true,
                    cell: { .text(String($0.picture.instance.classes.count)) }),
                .init(
                    key: "seats", title: context.say("名额", "Seats"), isNumber: true,
                    cell: { .text("\($0.picture.figures.seats) / \($0.picture.figures.capacity)") }),
                .init(
                    key: "due", title: context.say("今年到期", "Due this year"), isNumber: true,
                    cell: { .text("\($0.picture.figures.dueCovered) / \($0.picture.figures.due)") }),
            ], rows: rows, empty: .nothing
        ).html(context, caption: context.say("年度班次", "Years of classes"))
    }

    private func form(_ errors: ErrorSummary, _ context: PageContext) -> HTML {
        card(
            context.say("上传年度班次与人员", "Hand in a year"),
            Web.form(
                .attribute("method", "post"), .attribute("action", context.link("/seats")),
                .attribute("enctype", "multipart/form-data"), PageContext.once,
                field(
                    "name", context.say("名称", "Name"),
                    hint: context.say("如2027年度；不填则用文件名", "Such as 2027; else the name of the file"),
                    error: errors.message(for: "name"),
                    textField("name", upload.name)),
                field(
                    "file", context.say("文件（JSON）", "File (JSON)"),
                    hint: context.say("最大8 MB", "At most 8 MB"), error: errors.message(for: "file"),
                    input(
                        .class("field"), .id("file"), .name("file"), .type("file"),
                        .attribute("accept", ".json,application/json"))),
                field(
                    "text", context.say("或把内容粘贴在这里", "Or paste it here"), error: errors.message(for: "text"),
                    textarea(.class("field"), .id("text"), .name("text"), .attribute("rows", "5"), .text(upload.pasted))
                ),
                div(
                    .class("btns"),
                    button(
                        .class("btn primary"), .type("submit"), .text(context.say("上传并安排", "Hand in and propose"))))),
            .when(!rows.isEmpty, div(.class("btns"), sampleButton(context))), format(context))
    }

    private func format(_ context: PageContext) -> HTML {
        details(
            summary(.text(context.say("文件的格式", "The format of the file"))),
            p(
                .text(
                    context.say(
                        "文件中人员、单位、周、季度均从0编号（页面上的周、季度从1起），一个班不跨季度；优先值20表示轮训期限在今年，数值越小越不紧迫。",
                        "People and units are named by their index, from 0; weeks run from 0 to 51, quarters from 0 to 3, and a class stays within its quarter. A priority (`weight`) of 20 means that the deadline falls this year; the smaller, the less urgent."
                    ))),
            element(
                "pre",
                [
                    .class("scroll"), .attribute("tabindex", "0"),
                    .text(
                        """
                        {"away_pct": 15, "max_per_quarter": 1, "max_per_year": 2,
                         "unit_kind": [0, 2],
                         "persons": {"unit": [0, 1], "category": [0, 1], "band": [1, 0],
                                     "woman": [true, false], "weight": [20, 5]},
                         "classes": [{"id": 1, "start": 4, "weeks": 2, "quarter": 0, "cap": 40,
                                      "cats": [0, 1], "bands": [0, 1],
                                      "women_pct": 30, "kind_pct": [10, 0, 30]}]}
                        """),
                ]))
    }

    static func tooLarge(_ context: PageContext) -> FieldError {
        FieldError(field: "file", message: context.say("文件超过8 MB，没有读取。", "The file is above 8 MB and was not read."))
    }

    static func error(_ trouble: SeatUpload.Trouble, _ upload: SeatUpload, _ context: PageContext) -> FieldError {
        let field = upload.file.isEmpty ? "text" : "file"
        let message: String =
            switch trouble {
            case .nothing: context.say("请选择文件，或粘贴内容。", "Choose a file or paste its content.")
            case .unreadable(let error): error.sentence(in: context.language)
            case .trouble(let trouble): SeatText(context.language).trouble(trouble)
            case .tooMany(let people, let classes):
                context.say(
                    "有\(people)人、\(classes)个班；每项至少一个，最多\(SeatUpload.mostPeople)人，人数乘班数不超过4000万。",
                    "\(people) people and \(classes) classes; at least one of each, at most \(SeatUpload.mostPeople) people, and people times classes at most 40 million."
                )
            case .tooManyUnits(let units):
                context.say(
                    "有\(units)个单位，最多\(SeatUpload.mostUnits)个。",
                    "\(units) units; at most \(SeatUpload.mostUnits).")
            }
        return FieldError(field: trouble == .nothing ? "file" : field, message: message)
    }
}
