import ArgumentParser
import Exchange
import Foundation
import House
import Records
import Spelling
import Storage
import Store
import Training
import Vocabulary

struct ExportFactsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "facts",
        abstract: said("把全部事实写成 CSV，每类一个文件。", "Write every fact as CSV, one file per list of records."))

    @Option(
        help: ArgumentHelp(said("写入的目录，没有则新建", "directory to write into; made where it is missing"), valueName: "dir"))
    var directory: String
    @Option(
        name: .customLong("known-at"),
        help: ArgumentHelp(said("只写当日已登记的", "only what had been recorded by that day"), valueName: "day"))
    var knownAtAsked: String?
    @OptionGroup var data: DataOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        let progress = Progress(common)
        let database = try data.openForReading()
        let knownAt = try AskedDay.knownAt.day(in: knownAtAsked, today: try data.clock().today)
        let facts = try progress.during("正在读取记录", "Reading records") {
            try database.read { reading in
                let book = try knownAt.map { try reading.recordBook(knownAt: $0) } ?? reading.recordBook()
                return FactsExport(
                    book, calendar: try reading.workingCalendar().known(at: knownAt))
            }
        }
        do {
            try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        } catch {
            throw Trouble.unusable("无法新建目录 \(directory)", "Cannot make the directory \(directory)")
        }
        let names = try progress.during("正在写出", "Writing") { try facts.write(to: directory) }
        tell(said("已写出 \(names.count) 个文件到 \(directory)。", "Wrote \(names.count) files to \(directory)."))
    }
}
