import Pages
import Vocabulary

/// A list of records that neither sorts nor pages. `numbers`: the columns of figures. The first other column is what a record
/// is called; `end` holds its standing.
func plainTable(
    _ caption: String, _ titles: [String], numbers: Set<Int> = [], lead: Int? = nil, end: Int? = nil, _ rows: [[HTML]]
) -> HTML {
    let lead = lead ?? titles.indices.first { !numbers.contains($0) }
    return .data(
        .text(caption),
        titles.enumerated().map { index, title in
            DataHead(
                .text(title), index == lead ? .lead : index == end ? .end : .meta, isNumber: numbers.contains(index),
                unit: numbers.contains(index) ? Words(title, title) : nil)
        }, rows, class: "even wrap")
}
