import Pages

/// The format of the file, for who prepares one.
enum SeatYearFormat {
    static var html: HTML {
        .details(
            .summary(.say("文件的格式", "The format of the file")),
            .p(
                .say(
                    "文件中人员、单位、周、季度均从0编号（页面上的周、季度从1起），一个班不跨季度；优先值20表示轮训期限在今年，数值越小越不紧迫。",
                    "People and units are named by their index, from 0; weeks run from 0 to 51, quarters from 0 to 3, and a class stays within its quarter. A priority (`weight`) of 20 means that the deadline falls this year; the smaller, the less urgent."
                )),
            .element(
                "pre",
                [
                    .class("scroll"), .attribute("tabindex", "0"),
                    .text(
                        """
                        {"away_pct": 15, "max_per_quarter": 1, "max_per_year": 2,
                         "unit_kind": [0, 2],
                         "persons": {"unit": [0, 1], "category": [0, 1], "band": [1, 0],
                                     "woman": [true, false], "weight": [20, 5]},
                         "classes": [{"id": 1, "start": 4, "weeks": 2, "quarter": 0, "cap": 40,
                                      "cats": [0, 1], "bands": [0, 1],
                                      "women_pct": 30, "kind_pct": [10, 0, 30]}]}
                        """),
                ]))
    }
}
