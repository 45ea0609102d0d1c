import Foundation
import PlanLanguage
import Plans
import Storage
import Store
import Training
import Vocabulary

/// A plan to be published: the file's bytes, not its compilation, so that server and command agree on what was read.
struct PublishRequest: Codable, Sendable {
    var plan: Data
    var lexicon: String?
    var bindings: String?
    /// Nil for the day on which it is published.
    var inForce: Day?
    var unless: Unless?

    enum Unless: String, Codable, Sendable {
        /// The latest edition already has this text, and these bindings where any are given.
        case same
        /// Any edition stands.
        case any
    }

    func perform(in database: Database, asked: WriteRequest, on today: Day) throws -> WriteReply {
        let bytes = [UInt8](plan)
        let bindings = try readBindings()
        if let standing = try standing(bytes, bindings, in: database) {
            return asked.reply(
                "已有第\(standing.number)版《\(standing.title)》，未再发布。",
                "Edition \(standing.number), \(standing.title), stands already; nothing published.")
        }
        let edition = try database.perform(
            PublishPlan(plan: bytes, lexicon: lexicon, bindings: bindings ?? Bindings(), inForce: inForce ?? today),
            by: asked.reader, on: today)
        let obligations = edition.obligations
        let open = obligations.count { !$0.executable }
        return asked.reply(
            "已发布第\(edition.number)版《\(edition.title)》，\(edition.inForce.iso) 起生效：量化要求\(obligations.count)条，待明确\(open)条。",
            "Published edition \(edition.number), \(edition.title), in force from \(edition.inForce.iso): \(obligations.count) obligations, \(open) open."
        )
    }

    /// The edition because of which nothing need be published.
    private func standing(
        _ bytes: [UInt8], _ bindings: Bindings?, in database: Database
    ) throws -> (number: Int, title: String)? {
        guard let unless else { return nil }
        let latest = try database.read { try $0.latestEdition() }
        guard let latest else { return nil }
        let edition = latest.edition
        switch unless {
        case .any: return (edition.number, edition.title)
        case .same:
            guard edition.text == (try PlanCompiler().compile(bytes: bytes).text) else { return nil }
            let answers = try PlanAnswers(text: latest.answers)
            let isSame =
                (lexicon == nil || answers.lexicon == lexicon) && (bindings == nil || answers.bindings == bindings)
            return isSame ? (edition.number, edition.title) : nil
        }
    }

    private func readBindings() throws -> Bindings? {
        do {
            return try bindings.map(Bindings.init(yaml:))
        } catch {
            throw Trouble.unusable("绑定文件无法使用：\(yamlReason(error))", "The bindings cannot be used: \(yamlReason(error))")
        }
    }
}
