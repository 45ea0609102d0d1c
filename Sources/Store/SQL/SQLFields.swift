/// The fields of one row by their place, from 0; good until the next row. For answers of millions of rows, where finding
/// columns by name would cost more than the row itself.
public protocol SQLFields: AnyObject {
    /// 0 where the value is missing.
    func integer(at place: Int32) -> Int64

    func isNull(at place: Int32) -> Bool

    /// The letters as UTF-8 where the engine holds them; none where the value is missing.
    func letters(at place: Int32) -> UnsafeBufferPointer<UInt8>
}

extension SQLFields {
    /// Empty where the value is missing.
    package func text(at place: Int32) -> String { String(decoding: letters(at: place), as: UTF8.self) }
}
