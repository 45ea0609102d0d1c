extension Stylesheet {
    /// A4 upright; an overview fits one page. Shapes carry the standing, so black and white loses nothing.
    static let print = """
        @page { size: A4; margin: 12mm }
        @media print {
          body { background: #fff; font-size: 10.5px; line-height: 1.4; -webkit-print-color-adjust: exact }
          .side, .foot, .asof, .top .btn, .pager a, .pager .off, .pager .sizes, .filters, .skip, details,
          .buttons { display: none }
          .paper { display: block; margin: 0 } .pager { margin-top: 2px }
          th { font-size: 10px } .data th, .data td { padding: 3px 8px 3px 0 } .summary > div { padding: 3px 0 }
          .frame { display: block } .main { padding: 0; gap: 8px; max-width: none } .top { padding: 0 0 6px }
          .card, .doc { border: 0; padding: 0 } h1 { font-size: 17px } h2 { font-size: 12px; margin-bottom: 4px }
          .say { font-size: 12px; line-height: 1.6 } .figs .n { font-size: 17px } .figs > div { padding: 0 10px }
          .wide { grid-template-columns: minmax(0, 1fr) 190px } .matrix { min-width: 0; font-size: 9px }
          .matrix th, .matrix td { height: 11.5px } .matrix td a { padding: 0 } .matrix td svg { width: 8px; height: 8px }
          .matrix td { min-width: 0 } .matrix th[scope=row] { font-size: 9px } .matrix tr.group th { padding-top: 3px;
            height: 14px; font-size: 9px }
          .matrix thead th a { padding: 0; min-width: 0 } .due li { padding: 2px 0; grid-template-columns: 36px 1fr auto }
          .frame { min-height: 0 } .quiet, small, .st, .crumb { font-size: 9.5px } .matrix .quiet { font-size: 9px }
          .matrix thead th { font-size: 9px } .legend { margin-top: 6px } .legend svg, .due .mark { width: 9px; height: 9px }
          .figs { grid-template-columns: repeat(4, 1fr) } .figs .n i { font-size: 10px }
          .figs > div:nth-child(odd) { border-left: 1px solid var(--line); padding: 0 10px }
          .figs > div:first-child { border: 0; padding-left: 0 }
          a { color: inherit }
        }
        """
}
