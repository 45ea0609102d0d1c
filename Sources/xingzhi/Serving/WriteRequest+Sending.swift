import Exchange
import Formats
import Glibc
import House
import Storage
import Store

extension WriteRequest {
    /// Asks the server that holds the directory, or takes the database where none does; says how it went. A database on a
    /// PostgreSQL server is everybody's: whoever asks does it.
    func carryOut(in place: DatabasePlace) throws {
        let reply =
            switch place {
            case .directory(let directory): try ask(in: directory)
            case .server: try performAlone(in: place)
            }
        try reply.tellAll()
    }

    private func ask(in directory: String) throws -> WriteReply {
        if let server = Self.connectToServer(in: directory) {
            defer { close(server) }
            // A server that will not hear it out says why before it closes.
            var refused: (any Error)?
            do { try CommandSocket.send(self, to: server) } catch { refused = error }
            do {
                return try CommandSocket.receive(WriteReply.self, from: server)
            } catch {
                throw refused ?? error
            }
        }
        if case .backup(let request) = act { return try request.perform(inDirectory: directory, asked: self) }
        return try performAlone(in: .directory(directory))
    }

    private func performAlone(in place: DatabasePlace) throws -> WriteReply {
        let database = try place.open()
        let reply = perform(in: database)
        try database.close()
        return reply
    }

    private static func connectToServer(in directory: String) -> Int32? {
        guard let descriptor = try? CommandSocket.make() else { return nil }
        if CommandSocket.withAddress(in: directory, { connect(descriptor, $0, $1) }) == 0 { return descriptor }
        close(descriptor)
        return nil
    }
}

extension WriteReply {
    /// Prints the answer and says how it went; throws where it was not done.
    func tellAll() throws {
        if let answer = output {
            let standard = ByteOutput.standard
            standard.write(answer)
            try standard.finish()
        }
        guard ending == .done else { throw Trouble(ending: ending, message: message) }
        tell(message)
    }
}
