public import Store

extension CodeSeries {
    public static let activity = CodeSeries(rawValue: "A")
    public static let participation = CodeSeries(rawValue: "R")
    public static let voiding = CodeSeries(rawValue: "V")
    public static let correction = CodeSeries(rawValue: "K")
    public static let site = CodeSeries(rawValue: "S")
}
