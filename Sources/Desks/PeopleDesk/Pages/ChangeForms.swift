import Pages
import Records
import Spelling
import Storage
import Store
import Training
import Vocabulary

extension UnitDraft {
    static let form = Form<UnitDraft>(
        .init(
            Words("单位", "The unit"), .text(\.name, "name", Words("单位名称", "Name"), rule: PeopleRules.unitName),
            .choice(\.kind, "kind", Words("单位类别", "Kind")),
            .unit(\.parent, "parent", Words("上级单位", "Unit above")),
            .text(
                \.code, "code", Words("单位编号", "Code"), hint: Words("不填的由系统编号", "Left empty, the program gives one"),
                isRequired: false, rule: PeopleRules.code), .day(\.from, "from", Words("设立日期", "Since"))))

    /// What of a unit that is there may be changed.
    static let changeForm = Form<UnitDraft>(
        .init(
            Words("单位", "The unit"), .text(\.name, "name", Words("单位名称", "Name"), rule: PeopleRules.unitName),
            .choice(\.kind, "kind", Words("单位类别", "Kind")), aboveIfAny))

    /// The one at the top has none.
    private static let aboveIfAny = FormField<UnitDraft>.option(
        \.parent, "parent", Words("上级单位", "Unit above"), none: Words("没有（最上级）", "None: at the top"),
        among: { _, naming in
            (try naming.choosableUnits() ?? naming.reading.units()).map { FormOption($0.code, Words($0.name, $0.name)) }
        }, unknown: { Words("没有“\($0)”这个单位", "There is no unit “\($0)”") })
}

/// The last day of something, and why it is the last.
struct LastDay: Sendable {
    var until = Day.unset
    var reason = ""

    static let unitForm = form(Words("如机构改革文号", "Such as the number of the reform's paper"))
    static let postForm = form(Words("如退休、辞职、调离本市", "Such as retired, resigned, left the city"))

    private static func form(_ hint: Words) -> Form<LastDay> {
        Form(
            .init(
                Words("结束", "The end"), .day(\.until, "until", Words("最后一天", "Last day")),
                .text(\.reason, "reason", Words("理由", "Reason"), hint: hint, rule: .reason)))
    }
}

/// Somebody new and the post that they hold.
struct NewPerson: Sendable {
    var person = PersonDraft()
    var post = PostDraft()

    static let form = Form<NewPerson>(
        .init(
            Words("人员", "The person"), .text(\.person.name, "name", Words("姓名", "Name"), rule: .name),
            .choice(\.person.sex, "sex", Words("性别", "Sex")),
            .text(
                \.person.birthMonth, "birthMonth", Words("出生年月", "Month of birth"),
                hint: Words("如1984-07、1984.7、198407", "As 1984-07, 1984.7 or 198407"),
                rule: .name),
            .text(
                \.person.code, "code", Words("人员编号", "Staff number"),
                hint: Words("不填的由系统编号", "Left empty, the program gives one"), isRequired: false, rule: PeopleRules.code)
        ),
        .init(
            Words("任职", "The post"), .unit(\.post.unit, "unit", Words("单位", "Unit")),
            .text(\.post.post, "post", Words("职务", "Post"), isRequired: false),
            .text(\.post.rank, "rank", Words("职级", "Rank"), isRequired: false, rule: .name),
            .day(\.post.from, "from", Words("任职日期", "Since"))))
}

extension PersonDraft {
    static let form = Form<PersonDraft>(
        .init(
            Words("人员", "The person"), .text(\.name, "name", Words("姓名", "Name"), rule: .name),
            .choice(\.sex, "sex", Words("性别", "Sex")),
            .text(
                \.birthMonth, "birthMonth", Words("出生年月", "Month of birth"),
                hint: Words("如1984-07、1984.7、198407", "As 1984-07, 1984.7 or 198407"), rule: .name)))
}

extension PostDraft {
    static let form = Form<PostDraft>(
        .init(
            Words("新任职", "The new post"), .unit(\.unit, "unit", Words("单位", "Unit")),
            .text(\.post, "post", Words("职务", "Post"), isRequired: false),
            .text(\.rank, "rank", Words("职级", "Rank"), isRequired: false, rule: .name),
            .day(\.from, "from", Words("任职日期", "From"))))
}

/// A category and its first day.
struct CategoryDraft: Sendable {
    var category = ""
    var from = Day.unset

    static let form = Form<CategoryDraft>(
        .init(
            Words("干部类别", "The category"),
            .option(
                \.category, "category", Words("干部类别", "Category"),
                among: { _, _ in PersonCategory.builtIn.map { FormOption($0.category.rawValue, Words($0.zh, $0.en)) } },
                unknown: { Words("没有“\($0)”这个干部类别", "There is no category “\($0)”") }),
            .day(\.from, "from", Words("开始日期", "First day"))))
}
