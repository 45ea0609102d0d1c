import Foundation

/// One measured kind of work, as a line of text or of JSON.
struct BenchmarkLine {
    let size: String
    let format: String

    private static let timesShown = 20

    /// `memory` in MB; without it the most that the process has had.
    func print(
        _ work: String, seconds: [Double], digest: ProvinceDigest? = nil, memory: Int = Self.mostMemory, note: String
    ) {
        let sorted = seconds.sorted()
        let median = sorted[sorted.count / 2]
        guard format == "json" else {
            Swift.print(
                work.padding(toLength: 14, withPad: " ", startingAt: 0),
                String(format: "%12.6f s", median), String(format: "(%.6f..%.6f)", sorted[0], sorted[sorted.count - 1]),
                "\(memory) MB", digest?.line ?? "", note)
            return
        }
        var fields = [
            "\"engine\":\"xingzhi\"", "\"size\":\"\(size)\"", "\"work\":\"\(work)\"",
            "\"median_s\":\(String(format: "%.9f", median))", "\"rss_mb\":\(memory)",
            "\"min_s\":\(String(format: "%.9f", sorted[0]))",
            "\"max_s\":\(String(format: "%.9f", sorted[sorted.count - 1]))",
            "\"runs\":\(seconds.count)",
            "\"times\":[\(seconds.prefix(Self.timesShown).map { String(format: "%.9f", $0) }.joined(separator: ","))]",
        ]
        fields.append("\"digest\":" + (digest.map { "\"\($0.line)\"" } ?? "null"))
        if let digest { fields.append("\"rows\":\(digest.rows)") }
        fields.append("\"note\":\"\(note)\"")
        FileHandle.standardOutput.write(Data(("{" + fields.joined(separator: ",") + "}\n").utf8))
    }

    /// The most memory the process has had so far, in MB, file pages included.
    static var mostMemory: Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss / 1024
    }
}
