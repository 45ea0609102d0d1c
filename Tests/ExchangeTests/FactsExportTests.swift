import Exchange
import Files
import Glibc
import Records
import Testing
import Vocabulary

@Suite("Facts as CSV")
struct FactsExportTests {
    private let export = FactsExport(SmallBook.book)

    private func sheet(_ name: String) throws -> FactsSheet {
        try #require(FactsSheet.all.first { $0.name == name })
    }

    @Test("rows are ordered by code, absent values are empty fields")
    func units() throws {
        #expect(
            try export.text(of: sheet("units")) == """
                code,name,kind,parent,from,until,recorded\r
                U1,云川市,city,,2024-01-01,,2024-01-01\r
                U2,农业局,department,U1,2024-01-01,,2024-01-01\r

                """)
    }

    @Test("a dated fact shows when it held and when either end was recorded")
    func appointments() throws {
        #expect(
            try export.text(of: sheet("appointments")) == """
                code,person,unit,post,rank,from,until,recorded,endRecorded\r
                A1,P1,U2,科长,,2024-01-01,2024-06-30,2024-01-01,2024-07-03\r

                """)
    }

    @Test("commas, quotes and line breaks are quoted as RFC 4180 has it")
    func quoting() throws {
        #expect(try export.text(of: sheet("persons")).contains("P1,\"林,青\"\"禾\"\"\",female,1984-07,2024-01-01\r\n"))
        #expect(
            try export.text(of: sheet("voidings")).contains(
                "V1,activity,E0,\"重复登记\n见另一条\",U1,2024-02-09\r\n"))
    }

    @Test("lists split at semicolons into as many elements as there were")
    func lists() throws {
        let lines = try export.text(of: sheet("activities")).split(separator: "\r\n")
        #expect(
            lines[2]
                == "E1,collectiveStudy,一季度集中学习,U2,,2024-03-01,2024-03-02,7.5,theory;partyHistory,,,,,方案；初稿@2024-02-20;签到@表@2024-03-02,2024-03-05"
        )
        #expect(lines[1].hasPrefix("E0,lecture,讲座,U1,,2024-02-01,2024-02-01,2,"))
    }

    @Test("the order in which facts were read does not change a byte")
    func sameBytes() {
        var shuffled = SmallBook.book
        shuffled.units.reverse()
        shuffled.activities.reverse()
        for sheet in FactsSheet.all {
            #expect(FactsExport(shuffled).text(of: sheet) == export.text(of: sheet))
        }
    }

    @Test("every list of the record book has a sheet")
    func everyList() {
        let lists = Mirror(reflecting: RecordBook()).children.compactMap(\.label)
        #expect(FactsSheet.all.map(\.name).sorted() == lists.sorted())
    }

    @Test("files are written whole, and a directory that is missing is named")
    func files() throws {
        let directory = "/tmp/facts-\(getpid())-\(UInt32.random(in: 0 ... .max))"
        #expect(throws: FileTrouble.self) { try export.write(to: directory) }
        mkdir(directory, 0o700)
        let names = try export.write(to: directory)
        #expect(names.contains("rosterEntries.csv"))
        for name in names {
            #expect(access("\(directory)/\(name)", R_OK) == 0)
            unlink("\(directory)/\(name)")
        }
        #expect(rmdir(directory) == 0, "no half-written file is left behind")
    }
}
