import Exchange
import Formats
import Glibc
import Vocabulary

/// The language in which this run speaks: `--language`, else `XINGZHI_LANGUAGE`, else Chinese.
///
/// Read before the arguments are parsed, because help texts and complaints about arguments need it too.
enum Speaking {
    static let language: Language = language(
        arguments: CommandLine.arguments, environment: getenv("XINGZHI_LANGUAGE").map { String(cString: $0) })

    static func language(arguments: [String], environment: String?) -> Language {
        for (index, argument) in arguments.enumerated() {
            if argument == "--language", index + 1 < arguments.count {
                return Language(rawValue: arguments[index + 1]) ?? .zh
            }
            if argument.hasPrefix("--language=") { return Language(rawValue: String(argument.dropFirst(11))) ?? .zh }
        }
        return environment.flatMap(Language.init(rawValue:)) ?? .zh
    }
}

/// One of two sentences, by the language of this run.
func said(_ zh: String, _ en: String) -> String { Speaking.language == .zh ? zh : en }

/// Says something to the person at the terminal; standard output is kept for what was asked for.
func tell(_ text: String) {
    let output = ByteOutput.descriptor(STDERR_FILENO, named: "stderr")
    output.write(text + "\n")
    // Where standard error is closed there is nobody left to tell.
    try? output.finish()
}
