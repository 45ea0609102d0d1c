import ArgumentParser
import Foundation
import PlanLanguage
import Vocabulary

struct PlanPublishCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: said("把方案发布为新的一版。", "Publish a plan as the next edition."),
        discussion: said(
            "提出的量化要求按原样采用，绑定文件修改或不列入的除外。发布后不再改动。服务运行时由服务代为写入。",
            "Proposals stand as they are, except where a bindings file changes or dismisses them. Never altered afterwards. Goes through the running server where there is one."
        ))

    @Argument(
        help: ArgumentHelp(
            said("方案（.docx 或文本）；- 为标准输入", "the plan, .docx or text; - is standard input"), valueName: "file"))
    var file: String?
    @Flag(help: ArgumentHelp(said("发布自带的示例方案", "publish the sample plan that ships with the program")))
    var sample = false
    @Option(help: ArgumentHelp(said("生效日；缺省为今天", "first day in force; today without it"), valueName: "day"))
    var inForce: Day?
    @OptionGroup var bindings: BindingsOptions
    @OptionGroup var lexicon: LexiconOptions
    @Flag(help: ArgumentHelp(said("最新一版文本相同时不再发布", "do nothing where the latest edition has this text")))
    var unlessSame = false
    @Flag(help: ArgumentHelp(said("已有任何一版时不再发布", "do nothing where any edition stands")))
    var unlessAny = false
    @OptionGroup var data: DataOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard sample != (file != nil) else {
            throw ValidationError(said("请给出方案文件，或用 --sample，二者取一。", "Give a plan file or --sample, one of the two."))
        }
        guard !(unlessSame && unlessAny) else {
            throw ValidationError(
                said("--unless-same 与 --unless-any 只能取一。", "Give --unless-same or --unless-any, not both."))
        }
    }

    func run() throws {
        let bytes = try file.map(MaterialFile.bytes) ?? Array(SamplePlan.text.utf8)
        let request = WriteRequest(
            .publish(
                PublishRequest(
                    plan: Data(bytes), lexicon: try lexicon.text(), bindings: try bindings.text(), inForce: inForce,
                    unless: unlessSame ? .same : unlessAny ? .any : nil)),
            language: common.language)
        try Progress(common).during("正在发布", "Publishing") { try request.carryOut(in: data.place) }
    }
}
