import Foundation
import House
import Storage
import Store
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

    /// Runs a line of the shell, in which `xingzhi` is the program.
    private func shell(_ line: String, in directory: String) throws -> Run {
        let running = Running()
        running.process.executableURL = URL(fileURLWithPath: "/bin/bash")
        running.process.arguments = ["-c", "xingzhi() { \"\(Run.binary.path)\" \"$@\"; }; cd \(directory); \(line)"]
        try running.begin()
        try running.input.close()
        return try running.finish()
    }

    @Test("a reader that has seen enough is no failure; an output that takes nothing is, and is named")
    func standardOutput() async throws {
        try await Run.inDirectory { directory in
            try Data(plan.utf8).write(to: URL(fileURLWithPath: "\(directory)/plan.txt"))
            let long = String(repeating: plan.split(separator: "\n").last.map { "\($0)\n" } ?? "", count: 700)
            try Data((plan + "\n" + long).utf8).write(to: URL(fileURLWithPath: "\(directory)/long.txt"))
            let compile = "xingzhi plan compile plan.txt --format json"
            let head = try shell(
                "set -o pipefail; xingzhi plan compile long.txt --format json | head -c 10 >/dev/null", in: directory)
            #expect(head.exit == 0 && head.messages.isEmpty, "\(head.messages)")
            let full = try shell("\(compile) > /dev/full", in: directory)
            #expect(
                full.exit == 3 && full.messages.contains("标准输出") && full.messages.contains("磁盘已满"), "\(full.messages)")
            let closed = try shell("\(compile) >&-", in: directory)
            #expect(closed.exit == 3 && closed.messages.contains("标准输出"), "\(closed.messages)")
            #expect(try shell("\(compile) 2>&-", in: directory).exit == 0)
            #expect(try shell("xingzhi plan compile - <&-", in: directory).exit == 1)
            #expect(try shell("xingzhi --help > /dev/full", in: directory).exit == 3)
        }
    }

    @Test("with its standard streams closed nothing is printed into the database")
    func closedStreams() async throws {
        try await Run.inDirectory { directory in
            let made = try shell("xingzhi plan publish --sample --data d <&- >&- 2>&-", in: directory)
            #expect(made.exit == 0)
            #expect(try shell("xingzhi export edition --data d <&- >&- 2>&-", in: directory).exit == 3)
            #expect(try shell("xingzhi ledger --data d <&- >&- 2>&-", in: directory).exit == 3)
            #expect(try shell("xingzhi export edition --data d", in: directory).exit == 0)
        }
    }

    @Test("--output replaces plain files only; devices, pipes and links are written through, and each failure is named")
    func outputFiles() async throws {
        try await Run.inDirectory { directory in
            try Data(plan.utf8).write(to: URL(fileURLWithPath: "\(directory)/plan.txt"))
            let compile = "xingzhi plan compile plan.txt --format json --output"
            #expect(try shell("\(compile) /dev/null && test -c /dev/null", in: directory).exit == 0)
            let link = try shell("ln -s out link; \(compile) link && test -L link && grep -q tasks out", in: directory)
            #expect(link.exit == 0, "\(link.messages)")
            let pipe = try shell(
                "mkfifo p; cat p > got & \(compile) p; wait; test -p p && grep -q tasks got", in: directory)
            #expect(pipe.exit == 0, "\(pipe.messages)")
            #expect(try shell("echo a > o; \(compile) /dev/stdout >> o; head -c 1 o", in: directory).output == "a")
            for (place, said) in [
                ("/dev/full", "磁盘已满"), (".", "是目录"), ("no/out", "不存在"), ("plan.txt/x", "不是目录"),
                (String(repeating: "a", count: 256), "文件名太长"),
            ] {
                let run = try shell("\(compile) \(place)", in: directory)
                #expect(run.exit == 3 && run.messages.contains(said), "\(run.messages)")
            }
            let english = try shell("\(compile) no/out --language en", in: directory)
            #expect(english.messages.contains("Cannot write no/out"), "\(english.messages)")
        }
    }

    @Test("messages are Chinese, and English where that is asked for")
    func languages() throws {
        #expect(try Run.xingzhi("ledger", "--data", "/nowhere").messages.contains("没有数据库"))
        #expect(try Run.xingzhi("ledger", "--data", "/nowhere", language: "en").messages.contains("no database"))
        #expect(try Run.xingzhi("ledger", "--data", "/nowhere", "--language", "en").messages.contains("no database"))
    }
}
