public import Store

extension CodeSeries {
    public static let activity = CodeSeries(rawValue: "A")
    public static let participation = CodeSeries(rawValue: "R")
    public static let voiding = CodeSeries(rawValue: "V")
    public static let correction = CodeSeries(rawValue: "K")
    public static let site = CodeSeries(rawValue: "S")
    public static let unit = CodeSeries(rawValue: "U")
    public static let person = CodeSeries(rawValue: "P")
    public static let appointment = CodeSeries(rawValue: "D")
    public static let categoryHolding = CodeSeries(rawValue: "C")
    public static let team = CodeSeries(rawValue: "G")
    public static let membership = CodeSeries(rawValue: "H")
    public static let roster = CodeSeries(rawValue: "L")
    public static let rosterEntry = CodeSeries(rawValue: "Q")
    public static let merger = CodeSeries(rawValue: "Z")
    public static let importedFile = CodeSeries(rawValue: "I")
}
