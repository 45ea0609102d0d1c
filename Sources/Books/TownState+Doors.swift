public import Pages
import Storage
import Store

extension TownState {
    /// The doors of a site whose ledger this is.
    public var doors: Doors {
        Doors { [self] door, body in
            switch door {
            case .plain: try database.read { try body($0, nil) }
            case .ledger: try read { try body($0.directory.reading, $0) }
            case .ledgerAlone: try alone { try body($0.directory.reading, $0) }
            }
        }
    }
}

extension Ask {
    /// What the door of the ledger opens. Throws `DoorStayedShut` where the page has come through the other one.
    public var town: TownPage {
        get throws {
            guard let town = ledger as? TownPage else { throw DoorStayedShut(door: .plain) }
            return try town.known(at: context.knownAt)
        }
    }
}
