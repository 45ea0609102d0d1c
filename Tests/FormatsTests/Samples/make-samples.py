#!/usr/bin/env python3
"""Makes the workbooks beside it, as other programs write them: needs openpyxl, xlsxwriter and LibreOffice.

The tests read what is committed; this says where it came from. Run it again only to add a sample.
"""
import datetime
import pathlib
import subprocess
import tempfile
import zipfile

import openpyxl
import xlsxwriter
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

here = pathlib.Path(__file__).parent
stamp = datetime.datetime(2024, 1, 1)


def by_openpyxl():
    book = openpyxl.Workbook()
    book.properties.created = book.properties.modified = stamp
    sheet = book.active
    sheet.title = "人员 名单"
    sheet.append(["姓名", "编号", "出生", "报到", "学时", "在职", "备注"])
    sheet.append(["林青禾", "0013.10", datetime.date(1988, 2, 29), datetime.datetime(2024, 3, 5, 9, 30), 7.5, True, " 前后有空格 "])
    sheet.append(["周\n分行", 7, datetime.date(1900, 1, 1), datetime.time(14, 5), 100000.0, False, "=SUM(E2:E3)"])
    sheet["B3"].number_format = "000"
    sheet["E2"].number_format = "0.00"
    sheet["H3"] = datetime.timedelta(hours=26, minutes=30)
    sheet["A4"] = CellRichText("前", TextBlock(InlineFont(b=True), "粗"), "后")
    sheet["B4"] = 110101199001011234
    sheet["C4"] = 45356
    sheet["C4"].number_format = 'yyyy"年"m"月"d"日"'
    sheet["D4"] = "#N/A"
    sheet["D4"].data_type = "e"
    sheet["E4"] = 0.855
    sheet["E4"].number_format = "0.0%"
    sheet.merge_cells("A6:C7")
    sheet["A6"] = "合并"
    sheet["A9"] = "隐藏行"
    sheet.row_dimensions[9].hidden = True
    sheet.column_dimensions["G"].hidden = True
    sheet.auto_filter.ref = "A1:G4"
    sheet.auto_filter.add_filter_column(0, ["林青禾"])
    for column in "ABCDEFG":
        sheet[column + "12"].font = openpyxl.styles.Font(bold=True)
    book.create_sheet("隐藏").sheet_state = "hidden"
    book["隐藏"]["C3"] = "看不见"
    book.create_chartsheet("图")
    book.save(here / "openpyxl.xlsx")

    old = openpyxl.Workbook()
    old.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    old.active["A1"] = datetime.date(2024, 3, 5)
    old.active["A2"] = datetime.datetime(1904, 1, 1, 6, 0)
    old.save(here / "from1904.xlsx")


def by_xlsxwriter():
    book = xlsxwriter.Workbook(here / "xlsxwriter.xlsx", {"constant_memory": False})
    book.set_properties({"created": stamp})
    sheet = book.add_worksheet("成绩")
    sheet.write_row(0, 0, ["姓名", "成绩", "日期"])
    sheet.write(1, 0, "学员<一>&\"二\"")
    sheet.write(1, 1, 0.1 + 0.2)
    sheet.write(1, 2, datetime.date(2024, 12, 31), book.add_format({"num_format": 14}))
    sheet.write(2, 0, "控制\x01字符_x0041_")
    sheet.write(2, 1, 1e21)
    sheet.write(2, 2, datetime.datetime(2024, 12, 31, 23, 59, 59), book.add_format({"num_format": "yyyy/m/d h:mm:ss;@"}))
    sheet.write_formula(3, 0, '=A2&"!"', None, "学员!")
    sheet.write_formula(3, 1, "=1/0", None, "#DIV/0!")
    sheet.write_formula(3, 2, "=1=1", None, True)
    sheet.write_blank(9, 5, None, book.add_format({"bold": True}))
    sheet.write(9, 16383, "最后一列")
    sheet.write(1048575, 0, "最后一行")
    book.add_worksheet("空")
    book.close()


def by_libreoffice():
    """From a flat document of its own, and from CSV."""
    rows = [
        '<table:table-cell office:value-type="string"><text:p>单位</text:p></table:table-cell>'
        '<table:table-cell office:value-type="string"><text:p>日期</text:p></table:table-cell>'
        '<table:table-cell office:value-type="string"><text:p>学时</text:p></table:table-cell>',
        '<table:table-cell office:value-type="string"><text:p>市委办公室</text:p><text:p>第二段</text:p></table:table-cell>'
        '<table:table-cell office:value-type="date" office:date-value="2024-03-05" table:style-name="day"/>'
        '<table:table-cell office:value-type="float" office:value="7.5"/>'
        '<table:table-cell office:value-type="boolean" office:boolean-value="true"/>'
        '<table:table-cell table:formula="of:=[.C2]*2" office:value-type="float" office:value="15"/>',
    ]
    body = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
    flat = f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:automatic-styles><number:date-style style:name="iso"><number:year number:style="long"/><number:text>-</number:text><number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/></number:date-style>
<style:style style:name="day" style:family="table-cell" style:data-style-name="iso"/></office:automatic-styles>
<office:body><office:spreadsheet><table:table table:name="活动">{body}</table:table></office:spreadsheet></office:body></office:document>"""
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder) / "libreoffice.fods"
        source.write_text(flat, encoding="utf-8")
        convert(source, "xlsx:Calc MS Excel 2007 XML", folder)
        (here / "libreoffice.xlsx").write_bytes((pathlib.Path(folder) / "libreoffice.xlsx").read_bytes())
        convert(source, "ods", folder)
        (here / "libreoffice.ods").write_bytes((pathlib.Path(folder) / "libreoffice.ods").read_bytes())
        convert(source, "xls:MS Excel 97", folder)
        (here / "libreoffice.xls").write_bytes((pathlib.Path(folder) / "libreoffice.xls").read_bytes())


def convert(source, kind, folder):
    subprocess.run(["soffice", "--headless", "--convert-to", kind, "--outdir", folder, str(source)], check=True, capture_output=True)


by_openpyxl()
by_xlsxwriter()
by_libreoffice()
for made in sorted(here.glob("*.xlsx")):
    print(made.name, made.stat().st_size, zipfile.ZipFile(made).testzip())
