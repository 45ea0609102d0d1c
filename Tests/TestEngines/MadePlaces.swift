import Foundation
import Synchronization

/// The databases that one test made, removed when it ends: a thousand tests would else fill a small disk (15 MB each).
final class MadePlaces: Sendable {
    enum Made {
        case directory(String)
        case database(String, server: String)
    }

    @TaskLocal static var current: MadePlaces?
    private let places = Mutex<[Made]>([])

    func add(_ place: Made) { places.withLock { $0.append(place) } }

    /// Whoever still holds a session on one of them loses it.
    func remove() {
        for place in places.withLock({ $0 }) {
            switch place {
            case .directory(let path): try? FileManager.default.removeItem(atPath: path)
            case .database(let name, let server):
                try? TestEngine.run("drop database if exists \(name) with (force)", on: server)
            }
        }
    }
}
