import Accounts
import Store
import Vocabulary

/// Who sends the request that is being answered: looked up once, and the same for everything that answers it.
struct Visit: Sendable {
    var session: Session
    var account: Account
    /// All that they may act in, and the one they act in now; nil: an official.
    var posts: [Post]
    var post: Post?
    var reader: Reader
    /// They have to choose a password before anything else.
    var mustChange: Bool
    /// Else they came by a code that was handed out.
    var hasPassword: Bool
    /// They have to set up a second factor before they go on.
    var mustSetSecondFactor: Bool
    /// The last day of the password; nil: it does not expire.
    var passwordUntil: Day?

    enum Found: Sendable {
        case nobody
        /// Somebody whose session is over by itself: what they sent is kept for them.
        case ended(Reader)
        case somebody(Visit)
        /// The database could not say.
        case failed(any Error)
    }

    @TaskLocal static var found = Found.nobody

    static var current: Visit? { if case .somebody(let visit) = found { visit } else { nil } }

    /// Throws where nobody is signed in, or the database could not say.
    static func reader() throws -> Reader {
        switch found {
        case .somebody(let visit): return visit.reader
        case .failed(let error): throw error
        case .nobody, .ended: throw NotSignedIn()
        }
    }
}

/// That a page was asked for by nobody: every address leads to the sign-in before this can be.
struct NotSignedIn: Error {}
