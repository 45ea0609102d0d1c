import Foundation

/// A text that is committed beside a test, in its folder `Cases`: what a page says, reviewed like code.
///
/// `#expect(try CommittedText("units").difference(from: page.text()) == nil)`. With RESET_CASES set it is written anew, and
/// `git diff` is the review.
public struct CommittedText {
    private let file: URL

    public init(_ name: String, beside test: String = #filePath) {
        file = URL(filePath: test).deletingLastPathComponent().appending(path: "Cases/\(name).txt")
    }

    /// The first lines that differ, committed (-) and made (+); nil where none does.
    public func difference(from made: String) throws -> String? {
        if ProcessInfo.processInfo.environment["RESET_CASES"] != nil {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try made.write(to: file, atomically: true, encoding: .utf8)
        }
        guard FileManager.default.fileExists(atPath: file.path) else {
            return "\(file.lastPathComponent) is not there; RESET_CASES=1 writes it"
        }
        let committed = try String(contentsOf: file, encoding: .utf8)
        guard committed != made else { return nil }
        let changes = made.lines.difference(from: committed.lines)
        let told = changes.prefix(20).map { change in
            switch change {
            case .insert(let place, let line, _): "\(place + 1) + \(line)"
            case .remove(let place, let line, _): "\(place + 1) - \(line)"
            }
        }
        return ([file.lastPathComponent] + told + (changes.count > 20 ? ["…"] : [])).joined(separator: "\n")
    }
}

extension String {
    fileprivate var lines: [Substring] { split(separator: "\n", omittingEmptySubsequences: false) }
}
