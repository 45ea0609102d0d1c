public import Books
public import LedgerEngine
import Records

/// The town's year without a page, for measuring.
public struct YearTrial {
    private let book: YearBook
    private let directory: UnitDirectory

    public init(_ live: LiveLedger, _ directory: UnitDirectory, _ year: Int) {
        book = YearBook(live, YearSubjects(directory, live), year)
        self.directory = directory
    }

    /// How many slots the picture beneath a unit tells of; nil: beneath the one root.
    public func slots(of unit: String?) -> Int {
        let top = unit.flatMap { directory.unit($0) } ?? directory.roots.first
        return YearPicture(book, YearChanges([]), beneath: top, directory, obligation: nil).all.total()
    }
}
