/// What a page is known by: the method, the address with all that it asks, and for what was sent in its content too, so
/// that a form that cannot be read closes that form and not its page.
public struct PageAddress: Hashable, Sendable {
    let key: UInt64
    /// For people.
    let text: String

    public init(method: String, address: String, content: some Sequence<UInt8> = []) {
        // FNV-1a (G. Fowler, L. C. Noll, K.-P. Vo): the same in each start of the program, unlike Swift's own.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        func take(_ bytes: some Sequence<UInt8>) {
            for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            hash = (hash ^ 0xFF) &* 0x100_0000_01B3
        }
        take(method.utf8)
        take(address.utf8)
        take(content)
        key = hash
        text = "\(method) \(address)"
    }
}
