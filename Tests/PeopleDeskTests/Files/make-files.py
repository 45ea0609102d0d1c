"""Makes the rosters beside this file: the same forty rows by three programs and as GBK text, and what nobody should hand in."""
import csv, datetime, os, random, subprocess, sys, zipfile
import openpyxl, xlsxwriter

here = os.path.dirname(os.path.abspath(__file__))
path = lambda name: os.path.join(here, name)

names = ["张三", "李　四", "古丽•买买提", "昇平", "䶮光", "𠮷祥", " 王五 ", "赵\u200b六", "钱 七", "孙八八"]
months = ["1984.07", "1984年7月", "198407", "1984-7", "19840712", "1984/7/1", datetime.date(1984, 7, 1), "１９８４．０７", "1984-07", "1984.7"]
units = ["财政局", "河畔县财政局", "河畔县/财政局", "U2", "柳湾镇", "河畔县/柳湾镇", "柳湾镇财政所", "Ｕ３", "财政局 ", "柳湾镇"]
sexes = ["男", "女", "男性", "女性", "M", "F", "男 ", "女", "1", "2"]
days = ["2024.3", "2024年3月", "20240305", 45356, "2024-03-05", "2024/3/5", datetime.date(2024, 3, 5), "2024.03.05", "", "2024年3月5日"]

rows = []
for i in range(40):
    name = names[i % 10] + ("" if i < 10 else "甲乙丙"[i // 10 - 1])
    row = ["%03d" % (i + 1), name, sexes[i % 10], months[i % 10], units[i % 10], "科员", days[i % 10], "群众"]
    if i % 10 == 9:
        # One wrong row in ten, each in another way.
        column, value = [(3, "1984-13"), (4, "城建局"), (2, "不详"), (6, "2024-02-30")][i // 10]
        row[column] = value
    rows.append(row)
title = "河畔县在职人员花名册"
upper = ["人员编号", "姓名", "性别", "出生年月", "任职情况", "", "", "政治面貌"]
lower = ["", "", "", "", "工作单位", "职务", "任职时间", ""]


def with_openpyxl(name):
    book = openpyxl.Workbook()
    note = book.active
    note.title = "说明"
    note["A1"] = "请勿外传"
    sheet = book.create_sheet("在职人员")
    sheet.append([title])
    sheet.merge_cells("A1:H1")
    sheet.append(upper)
    sheet.append(lower)
    sheet.merge_cells("E2:G2")
    for column in "ABCDH":
        sheet.merge_cells(f"{column}2:{column}3")
    for row in rows:
        sheet.append([value if value != "" else None for value in row])
    for row in (10, 11):
        sheet.row_dimensions[row].hidden = True
    sheet.auto_filter.ref = "A3:H43"
    for row in range(60, 80):
        sheet.cell(row, 3).fill = openpyxl.styles.PatternFill("solid", fgColor="FFFF00")
    book.save(path(name))


def with_xlsxwriter(name):
    book = xlsxwriter.Workbook(path(name), {"constant_memory": True})
    sheet = book.add_worksheet("在职人员")
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    bold = book.add_format({"bold": True})
    for number, row in enumerate([[title], upper, lower] + rows):
        for column, value in enumerate(row):
            if isinstance(value, datetime.date):
                sheet.write_datetime(number, column, datetime.datetime.combine(value, datetime.time()), day)
            elif column == 7 and number > 2:
                sheet.write_formula(number, column, '="群"&"众"', None, "群众")
            elif isinstance(value, int):
                sheet.write_number(number, column, value)
            elif column == 1 and number == 3:
                sheet.write_rich_string(number, column, bold, value[0], value[1:])
            elif value:
                sheet.write_string(number, column, value)
    book.close()


def with_libreoffice(name):
    with_openpyxl("temporary.xlsx")
    out = path("converted")
    subprocess.run(["soffice", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", out, path("temporary.xlsx")], check=True, stdout=subprocess.DEVNULL)
    os.replace(os.path.join(out, "temporary.xlsx"), path(name))
    os.rmdir(out)
    os.remove(path("temporary.xlsx"))


def as_text(name):
    with open(path(name), "w", encoding="gb18030", newline="") as file:
        writer = csv.writer(file)
        for row in [[title], upper, lower] + rows:
            writer.writerow([value.strftime("%Y/%-m/%-d") if isinstance(value, datetime.date) else value for value in row])


def merged(name, rows, areas):
    book = openpyxl.Workbook()
    sheet = book.active
    for row in rows:
        sheet.append([value or None for value in row])
    for area in areas:
        sheet.merge_cells(area)
    book.save(path(name))


CODE = '<c r="D1" t="inlineStr"><is><t>人员编号</t></is></c>'
HEAD = '<c r="A1" t="inlineStr"><is><t>姓名</t></is></c><c r="B1" t="inlineStr"><is><t>性别</t></is></c><c r="C1" t="inlineStr"><is><t>出生年月</t></is></c>'
ONE = '<row r="2"><c r="A2" t="inlineStr"><is><t>张三</t></is></c><c r="B2" t="inlineStr"><is><t>男</t></is></c><c r="C2" t="inlineStr"><is><t>1984-07</t></is></c></row>'


def by_hand(name, dimension, more, head="", parts=()):
    with zipfile.ZipFile(path(name), "w", zipfile.ZIP_DEFLATED, compresslevel=9) as file:
        file.writestr("[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>')
        file.writestr("_rels/.rels", '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>')
        file.writestr("xl/workbook.xml", '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="表" sheetId="1" r:id="r1"/></sheets></workbook>')
        file.writestr("xl/_rels/workbook.xml.rels", '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>')
        file.writestr("xl/worksheets/sheet1.xml", f'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{dimension}<sheetData><row r="1">{HEAD}{head}</row>{ONE}{more}</sheetData></worksheet>')
        for part in parts:
            file.writestr(part, "x")


with_openpyxl("openpyxl.xlsx")
with_xlsxwriter("xlsxwriter.xlsx")
with_libreoffice("libreoffice.xlsx")
as_text("roster.gbk.csv")
merged("merged-units.xlsx", [["姓名", "性别", "出生年月", "工作单位"], ["张三", "男", "1984-07", "财政局"], ["李四", "女", "1985-01", ""], ["王五", "女", "1985-13", ""], ["赵六", "女", "1985-02", ""]], ["D2:D4"])
merged("upper-heads.xlsx", [["花名册", "", "", "", "", ""], ["人员", "", "", "任职", "身份证号", "备注"], ["姓名", "性别", "出生年月", "工作单位", "", ""], ["张三", "男", "1984-13", "财政局", "无", "某"]], ["A1:F1", "A2:C2", "E2:E3", "F2:F3"])
by_hand("long-number.xlsx", "", ONE.replace("2", "3").replace("</row>", '<c r="D3"><v>110101198407010000</v></c></row>'), CODE)
by_hand("lying.xlsx", '<dimension ref="A1"/>', "")
by_hand("empty-rows.xlsx", '<dimension ref="A1:XFD1048576"/>', "".join(f'<row r="{n}" s="1" ht="15"/>' for n in range(3, 1048577, 8)))
by_hand("bomb.xlsx", "", '<row r="3"><c r="A3" t="inlineStr"><is><t>' + "0" * (80 << 20) + "</t></is></c></row>")
by_hand("macros.xlsm", "", "", parts=["xl/vbaProject.bin"])
by_hand("outside-links.xlsx", "", "", parts=["xl/externalLinks/externalLink1.xml"])
