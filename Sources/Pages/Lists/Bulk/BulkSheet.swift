import Vocabulary

/// What was chosen, what was filled in for all of them, and what came of each: all of it is kept as one draft.
struct BulkSheet {
    /// The keys of the rows, in the order of the list.
    var picks: [String]
    /// The list that they were chosen from.
    var back: String
    /// What is asked for once.
    var typed: Query
    private(set) var done: Set<String> = []
    private(set) var refused: [String: Words] = [:]

    init(picks: [String], back: String, typed: Query = Query()) {
        self.picks = picks
        self.back = back
        self.typed = typed
    }

    init(_ text: String) {
        let kept = Query(parsing: text)
        picks = kept.all("pick")
        back = kept.all("back").first ?? "/"
        done = Set(kept.all("done"))
        typed = Query(
            kept.items.filter { $0.name.hasPrefix("typed.") }.map { (String($0.name.dropFirst(6)), $0.value) })
        for pick in picks {
            if let zh = kept.all("zh.\(pick)").first {
                refused[pick] = Words(zh, kept.all("en.\(pick)").first ?? zh)
            }
        }
    }

    var text: String {
        var items = [("back", back)] + picks.map { ("pick", $0) } + typed.items.map { ("typed." + $0.name, $0.value) }
        for pick in picks {
            if done.contains(pick) { items.append(("done", pick)) }
            if let words = refused[pick] { items += [("zh.\(pick)", words.zh), ("en.\(pick)", words.en)] }
        }
        return Query(items).text
    }

    mutating func did(_ pick: String) { done.insert(pick) }

    mutating func refuse(_ pick: String, _ problems: [FormProblem]) {
        done.remove(pick)
        refused[pick] = Words(
            problems.map(\.words.zh).joined(separator: "；"), problems.map(\.words.en).joined(separator: "; "))
    }
}
