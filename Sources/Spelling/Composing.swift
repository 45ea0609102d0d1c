import Foundation

/// The only place where texts are normalised; the tables are Foundation's.
extension String {
    /// Composed (NFC).
    var composed: String { isPlain ? self : precomposedStringWithCanonicalMapping }

    /// Composed, with look-alikes of compatibility replaced (NFKC): full-width letters, Kangxi radicals, ligatures.
    var composedCompatibly: String { isPlain ? self : precomposedStringWithCompatibilityMapping }

    /// Nearly every Chinese text: ASCII and the main block of ideographs, which both forms leave as they are.
    private var isPlain: Bool {
        unicodeScalars.allSatisfy { $0.isASCII || (0x4E00...0x9FFF).contains($0.value) }
    }
}
