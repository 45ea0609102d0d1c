extension Stylesheet {
    /// The seat planner's pictures. Each keeps its own width and scrolls inside its box; grounds are light, so that the
    /// figures on them are ink on paper.
    static let seats = """
        .chart { display: block; font: 11px var(--sans); font-variant-numeric: tabular-nums }
        .chart text { fill: var(--ink) } .chart .faint { fill: var(--ink-2) }
        .chart .grid { stroke: var(--line) } .chart .edge { stroke: var(--line-2) }
        .chart .box { fill: var(--paper); stroke: var(--brand) } .chart .fill { fill: var(--seats) }
        .chart .a1 { fill: var(--brand-tint) } .chart .a2 { fill: var(--seats-2) } .chart .a3 { fill: var(--seats) }
        .chart .full { fill: var(--behind-t); stroke: var(--behind); stroke-width: 2 } .chart .strong { font-weight: 700 }
        .chart a:hover .box { fill: var(--brand-tint) } .chart a { text-decoration: none }
        .keys { display: flex; flex-wrap: wrap; gap: var(--s2) var(--s4); margin: var(--s3) 0 0; font-size: 13px;
          color: var(--ink-2) }
        .keys svg { vertical-align: -3px; margin-right: 4px }
        .inline { display: inline } .acts { display: flex; flex-wrap: wrap; gap: var(--s2) }
        .warn { border-left: 4px solid var(--behind); background: var(--behind-t); padding: var(--s3) var(--s4);
          border-radius: var(--r) }
        .why { margin: 0; padding: 0; list-style: none }
        @media print { .acts, .keep-off-paper { display: none } .chart { width: 100%; height: auto } .scroll { overflow: visible } }
        """
}
