import ArgumentParser
import PlanLanguage

/// A plan's text and the words to read it with.
struct PlanFileOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            said(
                "方案：.docx，或 UTF-8、GB18030 文本；- 为标准输入",
                "the plan: a .docx, or a text in UTF-8 or GB18030; - is standard input"),
            valueName: "file"))
    var file: String

    @OptionGroup var lexicon: LexiconOptions

    func compile() throws -> CompiledPlan {
        let bytes = try MaterialFile.bytes(at: file)
        return try PlanCompiler(lexicon: try lexicon.load()).compile(bytes: bytes)
    }
}

struct LexiconOptions: ParsableArguments {
    @Option(
        name: .customLong("lexicon"),
        help: ArgumentHelp(said("补充词表（YAML）", "more nouns, as YAML"), valueName: "file"))
    var file: String?

    func text() throws -> String? { try file.map(MaterialFile.text) }

    func load() throws -> Lexicon {
        guard let file, let yaml = try text() else { return .builtIn }
        do {
            return try Lexicon(yaml: yaml)
        } catch {
            throw Trouble.unusable(
                "词表 \(file) 无法使用：\(yamlReason(error))", "The lexicon \(file) cannot be used: \(yamlReason(error))")
        }
    }
}

struct BindingsOptions: ParsableArguments {
    @Option(
        name: .customLong("bindings"),
        help: ArgumentHelp(
            said("绑定文件（YAML）：确认、修改或不列入某条", "bindings, as YAML: confirm, change or dismiss proposals"), valueName: "file"
        ))
    var file: String?

    func text() throws -> String? { try file.map(MaterialFile.text) }

    func load() throws -> Bindings {
        guard let file, let yaml = try text() else { return Bindings() }
        do {
            return try Bindings(yaml: yaml)
        } catch {
            throw Trouble.unusable(
                "绑定文件 \(file) 无法使用：\(yamlReason(error))", "The bindings \(file) cannot be used: \(yamlReason(error))")
        }
    }
}
