import Synchronization

/// The year's curves: the last ones drawn, and when the next may be.
final class Trends: Sendable {
    private struct Drawn {
        var points: [TrendPoint]
        /// The revision of the records that they were drawn from.
        var revision: Int
        var isBeingDrawn: Bool
        var notBefore: ContinuousClock.Instant
    }

    private let drawn = Mutex<[LedgerKey: Drawn]>([:])

    /// The points as they were last drawn, nil where they never were, and whether the caller shall see to their being
    /// drawn from the records at `revision`.
    func known(_ key: LedgerKey, revision: Int) -> (points: [TrendPoint]?, isDue: Bool) {
        drawn.withLock { all in
            guard var known = all[key] else {
                if all.count > 20 { all = all.filter(\.value.isBeingDrawn) }
                all[key] = Drawn(points: [], revision: -1, isBeingDrawn: true, notBefore: .now)
                return (nil, true)
            }
            let isDue = known.revision != revision && !known.isBeingDrawn && known.notBefore < .now
            if isDue {
                known.isBeingDrawn = true
                all[key] = known
            }
            return (known.revision < 0 ? nil : known.points, isDue)
        }
    }

    /// Draws no more often than a twentieth of the time goes into it.
    func remember(_ points: [TrendPoint], of key: LedgerKey, revision: Int, took: Duration) {
        drawn.withLock {
            $0[key] = Drawn(points: points, revision: revision, isBeingDrawn: false, notBefore: .now + took * 20)
        }
    }

    /// What could not be drawn is tried again later.
    func giveUp(_ key: LedgerKey) {
        drawn.withLock { all in
            guard var known = all[key] else { return }
            known.isBeingDrawn = false
            known.notBefore = .now + .seconds(60)
            all[key] = known
        }
    }
}
