/// Writes CSV as RFC 4180 has it: commas, lines ended by CR LF, quotes only where a field needs them.
public struct CSVWriter {
    private let output: ByteOutput

    public init(_ output: ByteOutput) { self.output = output }

    public func row(_ fields: some Sequence<String>) {
        var isFirst = true
        for field in fields {
            if !isFirst { output.write(byte: 0x2C) }
            isFirst = false
            write(field)
        }
        output.write("\r\n")
    }

    private func write(_ field: String) {
        guard field.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else {
            output.write(field)
            return
        }
        output.write(byte: 0x22)
        for scalar in field.unicodeScalars { output.write(scalar == "\"" ? "\"\"" : String(scalar)) }
        output.write(byte: 0x22)
    }
}
