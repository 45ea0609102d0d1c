public import Formats
public import Vocabulary

/// Findings for reading on a terminal, each with its line and a caret under the place.
public struct FindingReport {
    private let findings: [Finding]
    private let language: Language
    private let message: (Finding) -> String
    private let excerpt: (Finding) -> String

    /// - Parameter excerpt: the line with its caret line; empty for a finding without a place.
    public init(
        _ findings: [Finding], language: Language, message: @escaping (Finding) -> String,
        excerpt: @escaping (Finding) -> String
    ) {
        self.findings = findings
        self.language = language
        self.message = message
        self.excerpt = excerpt
    }

    public var isEmpty: Bool { findings.isEmpty }

    public func write(to output: ByteOutput) {
        for finding in findings {
            output.write("\(severity(finding.severity)) \(place(finding))\(message(finding))\n")
            for line in excerpt(finding).split(separator: "\n") { output.write("  \(line)\n") }
        }
        if findings.isEmpty { output.write(language == .zh ? "没有发现问题。\n" : "No findings.\n") }
    }

    private func place(_ finding: Finding) -> String {
        guard let place = finding.place else { return "" }
        return language == .zh ? "第\(place.line)行第\(place.column)列：" : "\(place.line):\(place.column): "
    }

    private func severity(_ severity: Severity) -> String {
        switch (severity, language) {
        case (.note, .zh): "提示"
        case (.warning, .zh): "注意"
        case (.error, .zh): "错误"
        case (.note, .en): "note"
        case (.warning, .en): "warning"
        case (.error, .en): "error"
        }
    }
}
