import Books
import Pages
import Records
import Vocabulary

/// A unit to choose: from a list, or by its code where they are too many.
func unitChoice(_ directory: Directory, chosen: String?, all: String, knownAt: Day?) -> HTML {
    directory.hasManyUnits
        ? textField("unit", chosen ?? "")
        : choice(
            "unit",
            [("", all)] + directory.linkedUnits(knownAt: knownAt).map { ($0.code, $0.name) },
            chosen: chosen ?? "")
}
