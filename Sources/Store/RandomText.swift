/// Texts that nobody guesses.
public enum RandomText {
    /// Each letter has five bits.
    public static let base32 = Array("abcdefghijklmnopqrstuvwxyz234567")

    public static func make(_ count: Int, of letters: [Character] = base32) -> String {
        String((0..<count).map { _ in letters[Int.random(in: 0..<letters.count)] })
    }
}
