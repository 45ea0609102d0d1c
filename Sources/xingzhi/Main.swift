import ArgumentParser
import Exchange
import Formats
import Glibc

@main
struct Xingzhi: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "xingzhi",
        abstract: said(
            "行知：读懂培训方案，按实际发生的培训给出随时可查的台账。",
            "Xingzhi: reads a training plan and keeps its ledger from the training that takes place."),
        subcommands: [
            PlanCommand.self, LedgerCommand.self, ExportCommand.self, SeatsCommand.self, TownCommand.self,
            ImportCommand.self,
            CalendarCommand.self, SettingsCommand.self, ServeCommand.self, BackupCommand.self, RestoreCommand.self,
            JournalCommand.self, DatabaseCommand.self, AccountsCommand.self,
        ])

    static func main() async {
        StandardStreams.settle()
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch let trouble as Trouble {
            end(trouble.ending, saying: trouble.message)
        } catch {
            end(error)
        }
    }

    /// What the argument parser throws: a request for help, wrong usage, or an error of ours that nobody translated.
    private static func end(_ error: any Error) -> Never {
        switch exitCode(for: error) {
        case .success:
            show(fullMessage(for: error))
        case .validationFailure:
            end(.wrongUsage, saying: said("用法有误。", "Wrong usage. ") + fullMessage(for: error))
        default:
            let trouble = Trouble(explaining: error)
            end(trouble.ending, saying: trouble.message)
        }
    }

    /// Help, which was asked for.
    private static func show(_ help: String) -> Never {
        let output = ByteOutput.standard
        output.write(help + "\n")
        do {
            try output.finish()
        } catch {
            let trouble = Trouble(explaining: error)
            end(trouble.ending, saying: trouble.message)
        }
        Glibc.exit(Ending.done.rawValue)
    }

    private static func end(_ ending: Ending, saying message: String) -> Never {
        tell(message)
        Glibc.exit(ending.rawValue)
    }
}
