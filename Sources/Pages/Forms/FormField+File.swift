import Formats
public import Store
public import Vocabulary

extension FormField {
    /// A file, whose bytes are in the store once it was sent; it need not be chosen again when something else is wrong.
    /// `endings` are what it may be, where that is not the usual papers; with others than papers' tables of text, JSON and XML are taken too.
    public static func file(
        _ path: any WritableKeyPath<Draft, EvidenceFile?> & Sendable, _ name: String, _ words: Words,
        hint: Words? = nil, endings: [String]? = nil, isRequired: Bool = true
    ) -> FormField {
        let accepted = (endings ?? PaperKind.allCases.map(\.rawValue) + ["jpeg"]).map { ".\($0)" }.joined(
            separator: ",")
        var field = single(
            path, name, words,
            hint: hint
                ?? Words(
                    "pdf、docx、xlsx、ofd、jpg、png，最大\(EvidenceFile.mostBytes >> 20) MB",
                    "pdf, docx, xlsx, ofd, jpg or png, at most \(EvidenceFile.mostBytes >> 20) MB"),
            isRequired: isRequired,
            kind: .text(most: 400),
            parse: { typed, _ in
                let file = EvidenceFile(typed: typed)
                if file == nil, isRequired { throw FormFlaw("请选择文件", "Choose a file") }
                return file
            }, write: { file, _ in file?.typed ?? "" },
            control: { view in
                let chosen: HTML = .input(
                    .class("field"), .id(view.id), .name(view.id), .type("file"),
                    .attribute("accept", accepted)
                )
                guard let file = EvidenceFile(typed: view.value) else { return chosen }
                return .group([
                    .p(
                        .class("hint"),
                        .text(
                            view.context.say(
                                "已上传：\(file.name)（\(file.size)），不必再选；要换一份，请另选文件。",
                                "Uploaded: \(file.name) (\(file.size)); choose another only to replace it."))), chosen,
                ])
            }, shown: { file, _ in .text(file.map { "\($0.name)（\($0.size)）" } ?? "") },
            text: { file, _ in file?.name ?? "" })
        field.isFile = true
        // What may be handed in in another way is asked for all the same.
        field.isNeededAtTimes = !isRequired
        field.takesTables = endings.map { $0.contains { PaperKind(rawValue: $0) == nil } } ?? false
        return field
    }
}

extension EvidenceFile {
    /// As a form keeps it on the server: hash, size, type and name.
    var typed: String { "\(hash) \(bytes) \(type) \(name)" }

    init?(typed: String) {
        let parts = typed.split(separator: " ", maxSplits: 3).map(String.init)
        guard parts.count == 4, parts[0].utf8.count == 64, parts[0].allSatisfy(\.isHexDigit), let bytes = Int(parts[1])
        else {
            return nil
        }
        self.init(name: parts[3], type: parts[2], bytes: bytes, hash: parts[0])
    }

    /// `1.2 MB`, `340 KB`.
    public var size: String {
        guard bytes >= 1 << 20 else { return "\(max(1, bytes >> 10)) KB" }
        let tenths = (bytes * 10) >> 20
        return "\(tenths / 10).\(tenths % 10) MB"
    }
}
