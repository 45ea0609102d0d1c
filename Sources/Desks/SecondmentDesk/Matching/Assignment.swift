/// Who goes where, so that as many as can be are placed, and of all ways to do so at the least cost in sum: the Hungarian method,
/// by shortest augmenting paths. The same costs give the same answer.
enum Assignment {
    /// `costs`: a row for each person, a column for each place; nil: not possible. None below zero. For each person the place, or
    /// nil.
    static func cheapest(_ costs: [[Int?]]) -> [Int?] {
        let (rows, columns) = (costs.count, costs.first?.count ?? 0)
        guard rows > 0, columns > 0 else { return Array(repeating: nil, count: rows) }
        let dearest = costs.joined().compactMap { $0 }.max() ?? 0
        // To stay without a place is dearer than all costs together, so that it happens as seldom as can be; what is not possible
        // is dearer still.
        let unplaced = dearest * rows + 1
        let never = unplaced * (rows + 1)
        let all = columns + rows
        func cost(_ row: Int, _ column: Int) -> Int {
            column < columns ? costs[row][column] ?? never : unplaced
        }
        // Potentials of rows and columns, and which row a column has; row and column 0 are none.
        var (u, v) = (Array(repeating: 0, count: rows + 1), Array(repeating: 0, count: all + 1))
        var (held, way) = (Array(repeating: 0, count: all + 1), Array(repeating: 0, count: all + 1))
        for row in 1...rows {
            held[0] = row
            var column = 0
            var least = Array(repeating: Int.max, count: all + 1)
            var used = Array(repeating: false, count: all + 1)
            repeat {
                used[column] = true
                let from = held[column]
                var (delta, next) = (Int.max, 0)
                for other in 1...all where !used[other] {
                    let reduced = cost(from - 1, other - 1) - u[from] - v[other]
                    if reduced < least[other] { (least[other], way[other]) = (reduced, column) }
                    if least[other] < delta { (delta, next) = (least[other], other) }
                }
                for other in 0...all {
                    if used[other] {
                        u[held[other]] += delta
                        v[other] -= delta
                    } else if least[other] < Int.max {
                        least[other] -= delta
                    }
                }
                column = next
            } while held[column] != 0
            repeat {
                let before = way[column]
                held[column] = held[before]
                column = before
            } while column != 0
        }
        var placed = [Int?](repeating: nil, count: rows)
        for column in 1...columns where held[column] > 0 { placed[held[column] - 1] = column - 1 }
        return placed
    }
}
