#!/usr/bin/env python3
"""Makes the documents beside it, as other programs write them: needs python-docx and LibreOffice.

The tests read what is committed; this says where it came from. Run it again only to add a sample. Neither Word nor WPS runs
where these are made: their XML stands, written by hand, in DocumentTests.
"""
import datetime
import pathlib
import subprocess
import tempfile
import zipfile

import docx
from docx.enum.text import WD_BREAK

here = pathlib.Path(__file__).parent
stamp = datetime.datetime(2024, 1, 1)

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def paragraph(text, level=None, extra=""):
    number = "" if level is None else f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'
    return f"<w:p><w:pPr>{number}</w:pPr><w:r><w:t>{text}</w:t></w:r>{extra}</w:p>"


def level(number, kind, text):
    return (f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>')


NUMBERING = (f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>'
             + level(0, "chineseCounting", "%1、") + level(1, "chineseCounting", "（%2）") + level(2, "decimal", "%3.")
             + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>')
CHANGE = 'w:id="{}" w:author="某" w:date="2024-01-01T00:00:00Z"'
BODY = "".join([
    paragraph("望河市2026年干部培训计划"),
    paragraph("总体要求", 0), paragraph("深入学习，注重实效。"),
    paragraph("主要任务", 0), paragraph("集中学习", 1),
    paragraph("各单位每年组织集中学习不少于", 2,
              f'<w:del {CHANGE.format(1)}><w:r><w:delText>10</w:delText></w:r></w:del>'
              f'<w:ins {CHANGE.format(2)}><w:r><w:t>12</w:t></w:r></w:ins><w:r><w:t>次。</w:t></w:r>'),
    paragraph("各单位每年组织演练1次。", 2), paragraph("培训班次", 1),
    "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w='3000'/><w:gridCol w:w='3000'/><w:gridCol w:w='3000'/></w:tblGrid>" + "".join(
        "<w:tr>" + "".join(f"<w:tc><w:tcPr><w:tcW w:w='3000' w:type='dxa'/></w:tcPr>{paragraph(cell)}</w:tc>" for cell in row) + "</w:tr>"
        for row in [["班次", "期数", "人数"], ["青年干部班", "每年2期", "50人"], ["骨干教师班", "每年3期", ""]]) + "</w:tbl>",
    paragraph("每期不少于5天。", 2),
    paragraph("第一行", None, "<w:r><w:br/><w:t>第二行</w:t><w:tab/><w:t>尾</w:t></w:r>"),
])


def by_libreoffice():
    """Written by LibreOffice's own exporter: numbering in three levels, tracked changes, a table, a line break, a tab."""
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder) / "source.docx"
        with zipfile.ZipFile(source, "w") as archive:
            relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
            links = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
            archive.writestr("[Content_Types].xml", (
                '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
                '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                '<Default Extension="xml" ContentType="application/xml"/>'
                f'<Override PartName="/word/document.xml" ContentType="{kind}.document.main+xml"/>'
                f'<Override PartName="/word/numbering.xml" ContentType="{kind}.numbering+xml"/></Types>'))
            archive.writestr("_rels/.rels", links + f'<Relationship Id="a" Type="{relations}/officeDocument" Target="word/document.xml"/></Relationships>')
            archive.writestr("word/_rels/document.xml.rels", links + f'<Relationship Id="a" Type="{relations}/numbering" Target="numbering.xml"/></Relationships>')
            archive.writestr("word/numbering.xml", NUMBERING)
            archive.writestr("word/document.xml", f'<w:document xmlns:w="{W}"><w:body>{BODY}</w:body></w:document>')
        profile = f"-env:UserInstallation=file://{folder}/profile"
        subprocess.run(["soffice", "--headless", profile, "--convert-to", "odt", "--outdir", folder, str(source)], check=True)
        for kind in ["docx:MS Word 2007 XML", "doc"]:
            subprocess.run(["soffice", "--headless", profile, "--convert-to", kind, "--outdir", folder, folder + "/source.odt"],
                           check=True)
            name = kind.split(":")[0]
            (here / f"libreoffice.{name}").write_bytes((pathlib.Path(folder) / f"source.{name}").read_bytes())


def by_python_docx():
    """Styles of python-docx's own template, whose lists count by their styles; a header, a comment, a table in a table."""
    document = docx.Document()
    document.core_properties.created = document.core_properties.modified = stamp
    document.sections[0].header.paragraphs[0].text = "内部资料"
    document.add_heading("青禾县教师研修计划", 0)
    for text in ["每年研修不少于24学时。", "每学期听课10节。"]:
        document.add_paragraph(text, style="List Number")
    document.add_paragraph("要点", style="List Bullet")
    paragraph = document.add_paragraph("前")
    paragraph.add_run("粗").bold = True
    paragraph.add_run().add_break(WD_BREAK.LINE)
    paragraph.add_run("后")
    table = document.add_table(2, 2)
    for row, cells in zip(table.rows, [["对象", "要求"], ["新教师", "120学时"]]):
        for cell, text in zip(row.cells, cells):
            cell.text = text
    inner = table.cell(1, 1).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "其中线上", "40学时"
    document.add_comment(document.paragraphs[1].runs, text="是否改为36学时？", author="某", initials="某")
    document.save(here / "python-docx.docx")


by_libreoffice()
by_python_docx()
