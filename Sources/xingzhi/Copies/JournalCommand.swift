import ArgumentParser
import Exchange
import Formats
import House
import Storage
import Store

struct JournalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "journal", abstract: said("操作日志。", "The journal."), subcommands: [JournalVerifyCommand.self])
}

struct JournalVerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: said("核对操作日志，并按日志核对全部记录。", "Check the journal's chain, and the records against the journal."),
        discussion: said(
            "日志逐行相扣、末行无缺、每条记录与日志所记相符，才以 0 结束；否则以 1 结束，并指出何处、如何。",
            "Exits 0 only where every row follows the one before, none is missing at the end, and the records are as the journal tells; else 1, naming what and where."
        ))

    @Option(
        help: ArgumentHelp(
            said("另处记下的末行校验值：日志须经过这一行", "a hash written down elsewhere: the journal must go through its row"),
            valueName: "hash"))
    var head: String?
    @OptionGroup var data: DataOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        try Trouble.unusableOnly {
            try data.requireDatabase()
            let found = try Progress(common).during("正在核对", "Checking") {
                try data.upToDate { try data.place.verifyJournal(head: head) }
            }
            guard found.faults.isEmpty else {
                throw DatabaseDamaged(path: data.place.databaseName, faults: found.faults)
            }
            let standard = ByteOutput.standard
            standard.write(
                said(
                    "操作日志完整，记录与日志相符：\(found.rows)行，末行校验值 \(found.last)\n",
                    "The journal is whole and the records are as it tells: \(found.rows) rows, the last hash \(found.last)\n"
                ))
            if found.redacted > 0 {
                standard.write(
                    said(
                        "其中\(found.redacted)行的个人信息已依法销毁，按销毁时所记核对\n",
                        "Of \(found.redacted) of them personal data were destroyed by law; they are held to what was told then\n"
                    ))
            }
            try standard.finish()
        }
    }
}
