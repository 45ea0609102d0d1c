import Storage
public import Store
public import Vocabulary

/// What somebody does beneath one unit: all the roles they hold there. They act in one post at a time, so that what they may
/// do here is never done there.
public struct Post: Hashable, Sendable {
    /// Empty: the whole town.
    public var unit: String
    public var roles: [Role]

    public init(unit: String, roles: [Role]) {
        self.unit = unit
        self.roles = roles
    }

    public var rights: Set<Right> { roles.reduce(into: []) { $0.formUnion($1.rights) } }
    public var isAdministrator: Bool { roles.contains(where: \.isAdministrator) }
}

extension Reading {
    /// The posts of an account on a day, the widest first.
    public func posts(of account: String, on day: Day) throws -> [Post] {
        let grants = try grantsValid(of: account, on: day)
        guard !grants.isEmpty else { return [] }
        let roots = try rootUnits().map(\.code)
        // The one unit that stands above all others is the town.
        let whole = roots.count == 1 ? roots.first : nil
        var posts: [Post] = []
        for grant in grants {
            let unit = grant.asked.unit == whole ? "" : grant.asked.unit
            if let place = posts.firstIndex(where: { $0.unit == unit }) {
                if !posts[place].roles.contains(grant.asked.role) { posts[place].roles.append(grant.asked.role) }
            } else {
                posts.append(Post(unit: unit, roles: [grant.asked.role]))
            }
        }
        return posts.sorted { ($0.unit.isEmpty ? 0 : 1, $0.unit) < ($1.unit.isEmpty ? 0 : 1, $1.unit) }
    }
}

extension Reader {
    /// Who somebody is in one of their posts. Without any they are an official, who sees their own file.
    public init(_ account: Account, in post: Post?) {
        let isAdministrator = post?.isAdministrator ?? false
        self.init(
            account: account.name,
            // The three administrators look at nobody's file, not even at their own by this account.
            person: isAdministrator ? nil : account.person, rights: (post?.rights ?? []).union([.own]),
            unit: post.flatMap { $0.unit.isEmpty ? nil : $0.unit })
    }
}
