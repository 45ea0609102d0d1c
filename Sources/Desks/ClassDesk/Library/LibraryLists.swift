import Pages
import Storage
import Store
import Vocabulary

/// The lists that the form of a timetable suggests from, each put on its page once.
enum LibraryList {
    static let trainers = "library-trainers"
    static let courses = "library-courses"
    static let places = "library-places"

    static func trainers(_ naming: Naming) throws -> [Suggestion] {
        try naming.reading.all(Trainer.self, for: .everybody, order: "name").map {
            Suggestion(code: $0.code, text: $0.entry.printed, name: $0.entry.name, isOffered: $0.stop == nil)
        }
    }

    /// Courses, and cases that are in use.
    static func courses(_ naming: Naming) throws -> [Suggestion] {
        let courses = try naming.reading.all(Course.self, for: .everybody, order: "title").map {
            Suggestion(code: $0.code, text: $0.entry.title, name: $0.entry.title, isOffered: $0.stop == nil)
        }
        let reviewers = try naming.reading.siteRules(ClassRules.self).caseReviewers
        return try courses
            + naming.reading.all(TeachingCase.self, for: .everybody, order: "title").map {
                Suggestion(
                    code: $0.code, text: $0.entry.title, name: $0.entry.title,
                    isOffered: $0.state(reviewers: reviewers) == .inLibrary)
            }
    }

    /// Rooms and field-teaching sites.
    static func places(_ naming: Naming) throws -> [Suggestion] {
        try naming.reading.all(Room.self, for: .everybody, order: "place_name, name").map {
            Suggestion(code: $0.code, text: $0.entry.printed, name: $0.entry.name, isOffered: $0.stop == nil)
        }
            + naming.reading.all(TeachingSite.self, for: .everybody, order: "name").map {
                Suggestion(code: $0.code, text: $0.entry.name, name: $0.entry.name, isOffered: $0.stop == nil)
            }
    }
}

extension Ask {
    /// For forms that suggest trainers only.
    func librarySuggestions() throws -> HTML { .suggestions(LibraryList.trainers, try LibraryList.trainers(naming)) }

    /// For the form of a timetable.
    func timetableSuggestions() throws -> HTML {
        .group([
            try librarySuggestions(), .suggestions(LibraryList.courses, try LibraryList.courses(naming)),
            .suggestions(LibraryList.places, try LibraryList.places(naming)),
        ])
    }
}
