import ArgumentParser
import Exchange
import Formats

/// Where output goes.
struct OutputOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(said("写入文件，而不是标准输出", "write to this file instead of standard output"), valueName: "file"))
    var output: String?

    func write(_ body: (ByteOutput) -> Void) throws {
        if let output, output != "-" {
            try ByteOutput.file(at: output, body)
        } else {
            let standard = ByteOutput.standard
            body(standard)
            try standard.finish()
        }
    }
}

/// How output is written.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable, Codable {
    case text, json
}
