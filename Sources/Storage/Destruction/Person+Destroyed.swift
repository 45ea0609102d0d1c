public import Records

extension Person {
    /// No month: it stands where one was destroyed.
    static let noBirthMonth = "0000-00"

    /// Of whom nothing is left but the number, and what is counted under it.
    public var isDestroyed: Bool { birthMonth == Self.noBirthMonth }

    /// What pages show in the place of a name that was destroyed.
    public static func destroyedName(_ code: String) -> String { "已销毁·\(code)" }

    /// The sex stays: populations of plans ask for it.
    var destroyed: Person {
        var person = self
        person.name = Self.destroyedName(code)
        person.birthMonth = Self.noBirthMonth
        return person
    }
}
