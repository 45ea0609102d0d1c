import CZip

/// Compresses a stream of bytes by zlib, as zip archives hold it: without a frame of its own.
final class Deflater {
    private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    private var room = [UInt8](repeating: 0, count: 1 << 16)
    private let drain: (ArraySlice<UInt8>) throws -> Void

    init(drain: @escaping (ArraySlice<UInt8>) throws -> Void) throws(WorkbookUnwritable) {
        self.drain = drain
        stream.initialize(to: z_stream())
        // The window with a minus sign: no frame. 8 is zlib's own default for its memory.
        let size = Int32(MemoryLayout<z_stream>.size)
        let code = deflateInit2_(
            stream, Self.level, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
        guard code == Z_OK else { throw .compression(code) }
    }

    deinit {
        deflateEnd(stream)
        stream.deallocate()
    }

    /// Two thirds of the time of zlib's default for a tenth more bytes.
    private static let level: Int32 = 4

    func write(_ bytes: [UInt8]) throws { try push(bytes, Z_NO_FLUSH) }
    func finish() throws { try push([], Z_FINISH) }

    private func push(_ bytes: [UInt8], _ flush: Int32) throws {
        try bytes.withUnsafeBufferPointer { input in
            stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
            stream.pointee.avail_in = UInt32(input.count)
            var code = Z_OK
            repeat {
                let count = room.withUnsafeMutableBufferPointer { output in
                    stream.pointee.next_out = output.baseAddress
                    stream.pointee.avail_out = UInt32(output.count)
                    code = deflate(stream, flush)
                    return output.count - Int(stream.pointee.avail_out)
                }
                guard code == Z_OK || code == Z_STREAM_END || code == Z_BUF_ERROR else {
                    throw WorkbookUnwritable.compression(code)
                }
                if count > 0 { try drain(room[..<count]) }
            } while stream.pointee.avail_out == 0 || (flush == Z_FINISH && code != Z_STREAM_END)
        }
    }
}
