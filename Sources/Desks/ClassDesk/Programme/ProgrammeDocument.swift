import Formats
import Pages
import Store
import Vocabulary

/// A programme as a city issues it: the notice, then the table on pages turned sideways, with a sum for each kind.
struct ProgrammeDocument {
    var programme: String
    /// Nil: as it stands, issued by nobody yet.
    var issue: ProgrammeIssue?
    var lines: [IssuedLine]

    private var name: String { "\(programme)年度干部教育培训计划" }

    func answer(_ ask: Ask) throws -> Answered {
        let version = issue.map { "-\($0.version)" } ?? ""
        return try .document(
            OfficialDocument(try parts(ask)),
            name: "programme-\(programme)\(version).docx",
            shown: issue.map { "\(name)（第\($0.version)版）.docx" } ?? "\(name)（征求意见稿）.docx")
    }

    private func parts(_ ask: Ask) throws -> [OfficialDocument.Part] {
        let gone = lines.filter { $0.fate != .included }
        var parts = notice + [.sideways, .title(issue == nil ? "\(name)（征求意见稿）" : name), try table(ask)]
        if !gone.isEmpty {
            parts += [
                .heading("合并、取消和未办的项目"),
                .table(
                    heads: ["序号", "班次名称", "主办单位", "处理", "理由和文号"],
                    rows: try gone.enumerated().map { place, line in
                        [
                            "\(place + 1)", line.title, try ask.naming.unitName(line.organiser), line.fate.words.zh,
                            line.why,
                        ]
                    }, widths: [1, 6, 4, 2, 8]),
            ]
        }
        return parts
    }

    private var included: [IssuedLine] { lines.filter { $0.fate == .included } }

    private var notice: [OfficialDocument.Part] {
        let sum = Sum(included)
        let size = "共\(sum.lines)项、\(sum.runs)期，培训\(sum.people)人次，经费\(sum.amount.inTenThousands)万元"
        guard let issue else {
            return [
                .title("\(name)（征求意见稿）"), .paragraph("本稿列入\(size)。请对照本单位所报项目核对，有不同意见的，请写明理由后反馈。"),
            ]
        }
        var parts: [OfficialDocument.Part] = [
            .number(issue.number), .title("关于印发\(name)的通知"), .addressee("各县（市、区）党委组织部，市直各部门、各单位："),
            .paragraph("现将《\(name)》印发给你们，请认真组织实施。"), .heading("一、计划安排"),
            .paragraph("\(size)。具体项目见附表。"), .heading("二、组织实施"),
            .paragraph("各主办单位按表列时间提前申请办班，经批准后下发调训通知。计划印发后一般不作调整；确需增加、变动、合并或者取消的，说明理由，经批准后办理。"),
        ]
        parts += issue.notes.split(separator: "\n").map { .paragraph(String($0)) }
        return parts + [
            .paragraph("附表：\(name)"), .paragraph(""), .signature(issue.issuer), .signature(issue.issued.spoken),
        ]
    }

    private func table(_ ask: Ask) throws -> OfficialDocument.Part {
        var rows: [[String]] = []
        var number = 0
        for kind in ClassKind.allCases {
            let lines = included.filter { $0.kind == kind }
            guard !lines.isEmpty else { continue }
            for line in lines {
                number += 1
                rows.append(try row(line, number, ask))
            }
            rows.append(Sum(lines).row(titled: "\(kind.words.zh)小计"))
        }
        rows.append(Sum(included).row(titled: "合计"))
        return .table(heads: Self.heads, rows: rows, widths: Self.widths)
    }

    private static let heads = [
        "序号", "班次名称", "类别", "主办单位", "承办单位", "培训对象", "期数", "每期人数", "总人数", "天数", "拟办时间", "地点", "经费（万元）", "经费来源",
        "联系人", "备注",
    ]
    private static let widths = [3, 9, 4, 6, 5, 9, 3, 4, 4, 3, 5, 5, 5, 5, 6, 4]

    private func row(_ line: IssuedLine, _ number: Int, _ ask: Ask) throws -> [String] {
        [
            "\(number)", line.title, line.kind.words.zh, try ask.naming.unitName(line.organiser), line.institution,
            line.target, "\(line.runs)", "\(line.heads)", "\(line.people)", "\(line.days)", line.time.words.zh,
            line.place, line.amount.inTenThousands, line.fundedBy, line.contact, line.notes,
        ]
    }

    private struct Sum {
        var lines = 0
        var runs = 0
        var people = 0
        var amount = Money.zero

        init(_ all: [IssuedLine]) {
            lines = all.count
            for line in all {
                runs += line.runs
                people += line.people
                amount = amount + line.amount
            }
        }

        func row(titled title: String) -> [String] {
            [
                "", "\(title)（\(lines)项）", "", "", "", "", "\(runs)", "", "\(people)", "", "", "",
                amount.inTenThousands, "", "", "",
            ]
        }
    }
}

extension Money {
    /// In units of ten thousand yuan, as programmes print it: `9.6`.
    fileprivate var inTenThousands: String { Figure.plain(yuan / 10_000, places: 2) }
}

extension Routes {
    mutating func documents() {
        look("\(YearProgramme.path)/programme.docx", RouteAbout(Words("年度计划现稿（Word）", "The programme as it stands"))) {
            ask in
            let found = try ask.one(YearProgramme.self)
            let last = try ask.reading.latestIssue(of: found.code)
            let within = try ask.reading.unitsWithinReach(of: ask.reader)
            // What is not issued yet is each unit's own.
            let lines = try ask.reading.toIssue(found.code, after: last).filter {
                within?.contains($0.organiser) ?? true
            }
            return try ProgrammeDocument(programme: found.code, issue: nil, lines: lines).answer(ask)
        }
        look("\(ProgrammeIssue.path)/programme.docx", RouteAbout(Words("印发的年度计划（Word）", "The programme as issued"))) {
            ask in
            let found = try ask.one(ProgrammeIssue.self)
            return try ProgrammeDocument(programme: found.programme, issue: found, lines: found.lines).answer(ask)
        }
    }
}
