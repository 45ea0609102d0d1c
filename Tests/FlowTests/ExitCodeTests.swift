import Foundation
import Storage
import Testing

@Suite("Exit codes: 0 done, 1 unusable material, 2 wrong usage, 3 broken")
struct ExitCodeTests {
    private let plan = """
        某局学习方案

        一、理论学习
        1. 抓好学习。各党组每年集中学习不少于12次。（牵头单位：办公室；责任单位：各单位）
        """

    @Test("a plan that can be read ends with 0, and nothing but JSON on standard output")
    func readable() throws {
        let run = try Run.xingzhi("plan", "compile", "-", "--format", "json", input: plan)
        #expect(run.exit == 0)
        #expect(run.messages.isEmpty)
        #expect(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) is [String: Any])
    }

    @Test("empty, binary and cut-off material ends with 1, says why, and prints nothing")
    func unreadable() async throws {
        try await Run.inDirectory { directory in
            let file = "\(directory)/plan.txt"
            let materials: [(String, [UInt8])] = [
                ("empty", []), ("binary", [0x7F, 0x45, 0x4C, 0x46, 0, 1, 2, 0, 0, 0]),
                ("cut off", Array("一、理论学习".utf8.dropLast())),
            ]
            for (name, bytes) in materials {
                try Data(bytes).write(to: URL(fileURLWithPath: file))
                let run = try Run.xingzhi("plan", "compile", file)
                #expect(run.exit == 1, "\(name)")
                #expect(run.output.isEmpty, "\(name)")
                #expect(!run.messages.isEmpty, "\(name)")
            }
        }
    }

    @Test("a missing file, lexicon or database ends with 1 and is named")
    func missing() throws {
        let plan = try Run.xingzhi("plan", "compile", "/nowhere/plan.txt")
        #expect(plan.exit == 1 && plan.messages.contains("/nowhere/plan.txt"))
        let lexicon = try Run.xingzhi("plan", "compile", "-", "--lexicon", "/nowhere/words.yaml", input: "")
        #expect(lexicon.exit == 1)
        let ledger = try Run.xingzhi("ledger", "--data", "/nowhere", "--as-of", "2026-09-30")
        #expect(ledger.exit == 1 && ledger.messages.contains("/nowhere"))
    }

    @Test(
        "wrong usage ends with 2 and is explained on standard error",
        arguments: [
            ["plan", "compile"], ["plan", "compile", "-", "--format", "yaml"], ["plan", "publish"], ["no-such-command"],
            ["ledger", "--as-of", "2026-02-30"], ["ledger", "explain"],
            ["serve", "--port", "70000"], ["export", "facts"], ["town", "make", "--seed", "x"],
        ])
    func usage(arguments: [String]) throws {
        let running = try Run.start(arguments)
        try running.input.close()
        let run = try running.finish()
        #expect(run.exit == 2)
        #expect(run.output.isEmpty && !run.messages.isEmpty)
    }

    @Test("help ends with 0, for every command")
    func help() throws {
        for path in CommandTree.paths {
            let running = try Run.start(path + ["--help"])
            try running.input.close()
            let run = try running.finish()
            #expect(run.exit == 0 && run.output.contains("USAGE"), "\(path)")
        }
    }

    @Test("a database that another process writes to is refused with 3")
    func inUse() async throws {
        try await Run.inDirectory { directory in
            let database = try Database.open(directory: directory)
            let run = try Run.xingzhi("plan", "publish", "--sample", "--data", directory)
            #expect(run.exit == 3)
            #expect(run.messages.contains(directory))
            #expect(try database.read { try $0.editions() }.isEmpty)
            try database.close()
        }
    }

    @Test("messages are Chinese, and English where that is asked for")
    func languages() throws {
        #expect(try Run.xingzhi("ledger", "--data", "/nowhere").messages.contains("没有数据库"))
        #expect(try Run.xingzhi("ledger", "--data", "/nowhere", language: "en").messages.contains("no database"))
        #expect(try Run.xingzhi("ledger", "--data", "/nowhere", "--language", "en").messages.contains("no database"))
    }
}
