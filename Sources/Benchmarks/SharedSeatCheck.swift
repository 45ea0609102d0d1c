import Exchange
import Formats
import Foundation
import Seats

/// The checker of the shared measurements: somebody else's reading of the limits. It knows nothing of pins.
struct SharedSeatCheck {
    /// A Python program: INSTANCE ASSIGNMENT to one JSON object.
    let program: String

    private struct Verdict: Decodable {
        var feasible: Bool
        var value: Int
    }

    /// Whether the proposal keeps every limit and is worth what it says.
    func accepts(_ proposal: SeatProposal, instance: String) throws -> Bool {
        let file = NSTemporaryDirectory() + "/xingzhi-bench-\(getpid()).json"
        try ByteOutput.file(at: file) { SeatFile.write(proposal.seats, to: $0) }
        defer { try? FileManager.default.removeItem(atPath: file) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", program, instance, file]
        let answer = Pipe()
        process.standardOutput = answer
        try process.run()
        let said = answer.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        // A checker that breaks has accepted nothing; what it complains of stands on standard error.
        guard let verdict = try? JSONDecoder().decode(Verdict.self, from: said) else { return false }
        return process.terminationStatus == 0 && verdict.feasible && verdict.value == proposal.value
    }
}
