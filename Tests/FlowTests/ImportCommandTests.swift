import Foundation
import House
import Records
import Storage
import Store
import Testing
import Vocabulary

@Suite("xingzhi import") struct ImportCommandTests {
    private func write(_ name: String, _ rows: [String], in directory: String) throws -> String {
        let path = "\(directory)/\(name)"
        try Data(rows.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: path))
        return path
    }

    private func figures(_ run: Run) throws -> [String: Int] {
        let json = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        var figures: [String: Int] = [:]
        for key in ["rows", "new", "changed", "unchanged", "left"] { figures[key] = json[key] as? Int }
        figures["wrong"] = (json["wrong"] as? [[String: Any]])?.count
        #expect(figures["rows"] == ["new", "changed", "unchanged", "wrong"].reduce(0) { $0 + (figures[$1] ?? -1000) })
        return figures
    }

    @Test("a site is set up from nothing by its files, and the same files again change nothing") func firstLoad()
        async throws
    {
        try await Run.inDirectory { directory in
            let data = directory + "/data"
            let units = try write("单位.csv", ["单位名称,单位类别,上级单位", "某市,市,", "财政局,机关,某市", "教育局,机关,某市"], in: directory)
            let people = try write(
                "人员.csv", ["姓名,性别,出生年月,工作单位,职务", "张三,男,1984.07,财政局,科长", "李四,女,1985年12月,教育局,科员"], in: directory)
            let missing = try Run.xingzhi("import", "persons", people, "--data", data)
            #expect(missing.exit == 1 && missing.output.isEmpty)
            let rehearsal = try Run.xingzhi("import", "units", units, "--dry-run", "--format", "json", "--data", data)
            #expect(rehearsal.exit == 0, "\(rehearsal.messages)")
            #expect(try figures(rehearsal)["new"] == 3)
            #expect(!FileManager.default.fileExists(atPath: data))
            for (kind, file, rows) in [("units", units, 3), ("persons", people, 2)] {
                let first = try Run.xingzhi(
                    "import", kind, file, "--since", "2024-01-01", "--format", "json", "--data", data)
                #expect(first.exit == 0, "\(first.messages)")
                #expect(try figures(first)["new"] == rows)
                let again = try Run.xingzhi("import", kind, file, "--format", "json", "--data", data)
                #expect(try again.exit == 0 && figures(again)["unchanged"] == rows)
            }
            let check = try Run.xingzhi("database", "check", "--data", data)
            #expect(check.exit == 0, "\(check.output)\(check.messages)")
            let journal = try Run.xingzhi("journal", "verify", "--data", data)
            #expect(journal.exit == 0, "\(journal.messages)")
        }
    }

    @Test("a wrong row keeps all from being written, unless the good rows are asked for; it comes back with its reason")
    func wrong() async throws {
        try await Run.inDirectory { directory in
            let data = directory + "/data"
            let units = try write("u.csv", ["单位名称,单位类别,上级单位", "某市,市,", "财政局,机关,某市"], in: directory)
            #expect(try Run.xingzhi("import", "units", units, "--data", data).exit == 0)
            let people = try write(
                "p.csv", ["姓名,性别,出生年月,工作单位", "张三,男,1984-13,财政局", "李四,女,1985-12,财政局"], in: directory)
            let back = directory + "/back.xlsx"
            let refused = try Run.xingzhi(
                "import", "persons", people, "--format", "json", "--wrong-rows", back, "--data", data)
            #expect(
                try refused.exit == 1
                    && figures(refused) == ["rows": 2, "new": 1, "changed": 0, "unchanged": 0, "wrong": 1, "left": 0])
            #expect(refused.output.contains("1984-13") && refused.output.contains("\"row\":2"))
            #expect(FileManager.default.fileExists(atPath: back))
            #expect(try Run.xingzhi("import", "persons", people, "--dry-run", "--data", data).exit == 1)
            let good = try Run.xingzhi("import", "persons", people, "--good-rows", "--data", data, language: "en")
            #expect(good.exit == 0 && good.output.contains("1 new"), "\(good.output)\(good.messages)")
            let other = try Run.xingzhi("import", "persons", back, "--dry-run", "--data", data)
            #expect(other.exit == 1 && other.output.contains("有误1"))
            let kind = try Run.xingzhi("import", "people", people, "--data", data)
            #expect(kind.exit == 2)
            let gone = try Run.xingzhi("import", "persons", directory + "/gone.csv", "--data", data)
            #expect(gone.exit == 1 && gone.messages.contains("gone.csv"))
        }
    }

    @Test("of a site's first file, too, the wrong rows come back; and what becomes different is told") func firstWrong()
        async throws
    {
        try await Run.inDirectory { directory in
            let data = directory + "/data"
            let rows = ["单位编号,单位名称,单位类别,上级单位", "01,某市,市,", "02,财政局,不明,某市"]
            let units = try write("u.csv", rows, in: directory)
            let back = directory + "/back.xlsx"
            func run(_ option: String? = nil) throws -> Run {
                guard let option else {
                    return try Run.xingzhi("import", "units", units, "--data", data, "--wrong-rows", back)
                }
                return try Run.xingzhi("import", "units", units, option, "--data", data, "--wrong-rows", back)
            }
            for option in ["--dry-run", nil, "--good-rows"] {
                let run = try run(option)
                #expect(FileManager.default.fileExists(atPath: back), "\(option ?? ""): \(run.messages)")
                try FileManager.default.removeItem(atPath: back)
            }
            let renamed = try write("n.csv", ["单位编号,单位名称", "01,某某市"], in: directory)
            let changed = try Run.xingzhi("import", "units", renamed, "--dry-run", "--data", data)
            #expect(changed.output.contains("某市 → 某某市"), "\(changed.output)\(changed.messages)")
        }
    }

    @Test("every template is written as a workbook and as text, and taken back as nothing") func templates()
        async throws
    {
        try await Run.inDirectory { directory in
            let data = directory + "/data"
            for name in ["t.xlsx", "t.csv"] {
                let file = "\(directory)/\(name)"
                #expect(try Run.xingzhi("import", "template", "units", file).exit == 0)
                let run = try Run.xingzhi("import", "units", file, "--dry-run", "--format", "json", "--data", data)
                #expect(try run.exit == 0 && figures(run)["rows"] == 0, "\(name): \(run.output)\(run.messages)")
            }
        }
    }
}
