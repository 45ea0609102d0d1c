import Synchronization

/// Curves that take long to draw: the last ones drawn, and when the next may be.
final class Trends: Sendable {
    private struct Drawn {
        var points: [TrendPoint]
        var isOld: Bool
        var isBeingDrawn: Bool
        var notBefore: ContinuousClock.Instant
    }

    private let drawn = Mutex<[LedgerKey: Drawn]>([:])

    /// The points as they were last drawn, and whether the caller shall draw them now.
    func known(_ key: LedgerKey) -> (points: [TrendPoint], isDue: Bool) {
        drawn.withLock { all in
            guard var known = all[key] else {
                if all.count > 20 { all.removeAll() }
                all[key] = Drawn(points: [], isOld: true, isBeingDrawn: true, notBefore: .now)
                return ([], true)
            }
            let isDue = known.isOld && !known.isBeingDrawn && known.notBefore < .now
            if isDue {
                known.isBeingDrawn = true
                all[key] = known
            }
            return (known.points, isDue)
        }
    }

    /// Draws no more often than a twentieth of the time goes into it.
    func remember(_ points: [TrendPoint], of key: LedgerKey, took: Duration) {
        drawn.withLock {
            $0[key] = Drawn(points: points, isOld: false, isBeingDrawn: false, notBefore: .now + took * 20)
        }
    }

    func age() { drawn.withLock { all in for key in all.keys { all[key]?.isOld = true } } }
}
