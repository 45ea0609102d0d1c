import Pages
import Records
import Store
import Vocabulary

extension TrainingClass {
    static let listing: Listing<TrainingClass> = {
        var listing = Listing<TrainingClass>(
            Words("班次", "Classes"),
            columns: [
                .day("opening", Words("开班", "Opens"), sort: "opening_day") { $0.scheme.opening },
                .title(Words("班次名称", "Name"), sort: "title"),
                ClassScheme.form.column("kind", of: \.scheme, sort: "kind"),
                ClassScheme.form.column("standing", of: \.scheme, .file),
                ClassScheme.form.column("line", of: \.scheme, .file),
                ClassScheme.form.column("organiser", of: \.scheme, sort: "organiser"),
                ClassScheme.form.column("institution", of: \.scheme, .file),
                ClassScheme.form.column("closing", of: \.scheme, .file),
                .number("days", Words("天数", "Days"), unit: Words("天", "days")) { $0.scheme.days },
                .number("heads", Words("人数", "People"), unit: Words("人", "people")) { $0.scheme.heads },
                ListColumn(
                    "budget", Words("预算（元）", "Budget"), .file, as: .money,
                    text: { row, _ in row.scheme.budget.total.plain }), .code(), ClassState.column(),
            ],
            filters: [
                .search(Words("名称或编号", "Name or number"), TrainingClass.self),
                .unit(Words("主办单位", "Organiser"), column: "organiser"),
                .year(Words("年度", "Year"), column: "opening_day"),
                .choice("kind", Words("班次类型", "Kind"), ClassKind.self) { kind, _ in "kind = \(kind)" },
                ClassState.filter,
                ListFilter(name: "seats", words: Words("名额未报满的单位", "Unit with open seats"), control: nil) {
                    ask, typed in
                    guard let unit = try ask.naming.unit(typed: typed) else { return nil }
                    return (unit.name, openSeats(of: unit.code, on: ask.today))
                }, TeachingDue.filter, keptFilter, OwedInClasses.filter(.classes), HeldOf.classes, lineFilter,
                answersFilter,
            ], order: "opening_day desc", empty: Words("还没有申请办班", "No class was applied for yet"),
            sentence: ClassState.sentence)
        listing.since = ListedSince(Words("申请", "applied for")) { "filed_day <= \($0)" }
        listing.bulk = [
            BulkAct("approve", Words("批准", "Approve"), Reason.remark, blank: Reason()) { found, remark in
                DecideClass(record: found.code, isApproved: true, remark: remark.text)
            },
            BulkAct("return", Words("退回修改", "Return"), Reason.whatToChange, blank: Reason()) { found, remark in
                DecideClass(record: found.code, isApproved: false, remark: remark.text)
            },
        ]
        return listing
    }()
}
