/// The styles of all that is written, by their places in `styles.xml`.
enum CellStyle: Int, CaseIterable {
    case plain, head, text, longText, day, moment, time, mistake, title
    /// Several lines that begin as a formula does: they stay a text even where somebody edits them.
    case guarded
    case money

    init(_ kind: SheetColumn.Kind) {
        self =
            switch kind {
            case .text: .text
            case .longText: .longText
            case .number: .plain
            case .money: .money
            case .day: .day
            case .moment: .moment
            case .time: .time
            case .mistake: .mistake
            }
    }

    /// 49 is the format of texts: what is typed into such a cell stays as it is typed.
    private var format: Int {
        switch self {
        case .text, .guarded: 49
        case .day: 164
        case .moment: 165
        case .time: 46
        case .money: 4
        default: 0
        }
    }

    private var font: Int {
        switch self {
        case .head: 1
        case .mistake: 2
        case .title: 3
        default: 0
        }
    }

    private var isWrapped: Bool { [.head, .longText, .mistake, .title, .guarded].contains(self) }

    private var xml: String {
        let isHead = self == .head
        let alignment =
            isWrapped
            ? #"<alignment\#(isHead ? #" horizontal="center""# : "") vertical="\#(isHead ? "center" : "top")" wrapText="1"/>"#
            : ""
        return
            #"<xf numFmtId="\#(format)" fontId="\#(font)" fillId="\#(isHead ? 2 : 0)" borderId="\#(isHead ? 1 : 0)" xfId="0""#
            + #" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">\#(alignment)</xf>"#
    }

    /// The part `styles.xml`. 宋体 is on every machine that opens these files.
    static var stylesheet: String {
        let name = #"<name val="宋体"/><family val="3"/><charset val="134"/>"#
        let line = #"style="thin"><color rgb="FFBFBFBF"/>"#
        return #"""
            <styleSheet xmlns="\#(WorkbookParts.main)">\#
            <numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/>\#
            <numFmt numFmtId="165" formatCode="yyyy\-mm\-dd\ hh:mm"/></numFmts>\#
            <fonts count="4"><font><sz val="11"/>\#(name)</font><font><b/><sz val="11"/>\#(name)</font>\#
            <font><sz val="11"/><color rgb="FFC00000"/>\#(name)</font><font><b/><sz val="14"/>\#(name)</font></fonts>\#
            <fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>\#
            <fill><patternFill patternType="solid"><fgColor rgb="FFEDEDED"/><bgColor indexed="64"/></patternFill></fill></fills>\#
            <borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>\#
            <border><left \#(line)</left><right \#(line)</right><top \#(line)</top><bottom \#(line)</bottom><diagonal/></border></borders>\#
            <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\#
            <cellXfs count="\#(allCases.count)">\#(allCases.map(\.xml).joined())</cellXfs>\#
            <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>
            """#
    }
}
