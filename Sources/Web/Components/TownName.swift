import Books
import Pages
import Records

extension UnitDirectory {
    /// Whose records these are: the roots by name, of many the first and how many there are.
    func title(_ context: PageContext) -> String { Self.title(of: roots(knownAt: context.knownAt), context) }

    static func title(of roots: [OrgUnit], _ context: PageContext) -> String {
        guard roots.count > 2 else { return roots.map(\.name).joined(separator: context.say("、", ", ")) }
        return context.say(
            "\(roots[0].name)等\(roots.count)个单位", "\(roots[0].name) and \(roots.count - 1) other units")
    }
}
