import Pages
import Spelling
import Store
import Vocabulary

extension ReturnDraft {
    private static let fields: [FormField<ReturnDraft>] = [
        .text(\.topic, "topic", Words("培训主题", "Topic")),
        .categories(\.audience, "audience"),
        .text(\.target, "target", Words("培训对象", "For whom"), isRequired: false),
        .number(\.heads, "heads", Words("人数", "People"), in: 1...5000),
        .number(\.days, "days", Words("天数", "Days"), in: 1...400),
        .number(
            \.month, "month", Words("期望月份", "Month"), hint: Words("填1至12，不限填0", "1 to 12, or 0 for any"), in: 0...12),
        .text(\.trainer, "trainer", Words("建议师资", "Suggested trainer"), isRequired: false),
    ]

    private static let reasoned: FormField<ReturnDraft> = .longText(
        \.reason, "reason", Words("理由", "Why"), isRequired: false, limit: 400, rows: 3)

    private static let surveyField: FormField<ReturnDraft> = .option(
        \.survey, "survey", Words("调研", "Survey"),
        among: { _, naming in
            try naming.reading.all(
                Survey.self, for: .everybody, where: "stage in ('open', 'closed')", order: "to_day desc", limit: 50
            ).map { FormOption($0.code, Words($0.title, $0.title)) }
        }, unknown: { Words("没有“\($0)”这次调研", "There is no survey “\($0)”") })

    private static let ofUnit: [FormField<ReturnDraft>] =
        [.unit(\.unit, "unit", Words("单位", "Unit"))] + fields + [
            reasoned, .text(\.contact, "contact", Words("联系人", "Contact"), isRequired: false),
        ]

    private static let ofOffice: [FormField<ReturnDraft>] =
        [
            .text(
                \.source, "source", Words("来源", "Source"),
                hint: Words("谁提出，或文件、会议名称", "Who asked for it, or by which paper or meeting"))
        ] + fields + [reasoned]

    /// A unit's, once it belongs to a survey.
    static let form = Form<ReturnDraft>(.init(Words("单位需求", "What the unit needs"), fields: ofUnit))
    /// The office's.
    static let officeForm = Form<ReturnDraft>(.init(Words("组织需求", "Asked for by the office"), fields: ofOffice))

    /// The same with the survey, which a link fills in: `/surveys/returns/new?survey=XQ2026-000001`.
    static let newForm = Form<ReturnDraft>(
        .init(Words("单位需求", "What the unit needs"), fields: [surveyField] + ofUnit))
    static let newOfficeForm = Form<ReturnDraft>(
        .init(Words("组织需求", "Asked for by the office"), fields: [surveyField] + ofOffice))
}
