/// The few places where engines need different words. Everything else is one SQL text for all of them.
public enum Dialect: String, Sendable, CaseIterable {
    case sqlite, postgres

    /// A parameter's place in a statement: `$1` as we write it; SQLite: `?1`.
    func placeholders(in sql: String) -> String {
        switch self {
        case .sqlite: String(decoding: sql.utf8.map { $0 == UInt8(ascii: "$") ? UInt8(ascii: "?") : $0 }, as: UTF8.self)
        case .postgres: sql
        }
    }

    /// Makes a table's rows final: no update, no delete, by triggers.
    func finality(of table: String) -> [String] {
        switch self {
        case .sqlite:
            ["update", "delete"].map { change in
                """
                create trigger \(table)_no_\(change) before \(change) on \(table)
                begin select raise(abort, 'final: \(table) rows are never altered'); end
                """
            }
        case .postgres:
            [
                """
                create or replace function refuse_change() returns trigger language plpgsql as
                'begin raise exception ''final: % rows are never altered'', tg_table_name; end'
                """,
                """
                create trigger \(table)_final before update or delete on \(table)
                for each row execute function refuse_change()
                """,
                """
                create trigger \(table)_whole before truncate on \(table)
                for each statement execute function refuse_change()
                """,
            ]
        }
    }

    /// Keeps a table's rows a tree by `parent`: none stands beneath itself, by however long a way. Triggers go up from the
    /// new parent.
    func treeShape(of table: String) -> [String] {
        switch self {
        case .sqlite:
            [("insert", "new.code"), ("update", "new.code, old.code")].map { change, codes in
                """
                create trigger \(table)_no_ring_\(change) before \(change) on \(table) when new.parent is not null
                begin select raise(abort, 'ring: \(table) rows never stand beneath themselves') where exists (
                    with recursive above (code) as (
                        select new.parent
                        union select parent from \(table) join above on \(table).code = above.code where parent is not null
                    )
                    select code from above where code in (\(codes))
                ); end
                """
            }
        case .postgres:
            [
                """
                create or replace function refuse_ring() returns trigger language plpgsql as '
                declare is_ring boolean;
                begin
                    execute format(''
                        with recursive above (code) as (
                            select $1 union select t.parent from %I t join above on t.code = above.code where t.parent is not null
                        )
                        select exists (select 1 from above where code in ($2, $3))'', tg_table_name)
                    into is_ring using new.parent, new.code, coalesce(old.code, new.code);
                    if is_ring then raise exception ''ring: % rows never stand beneath themselves'', tg_table_name; end if;
                    return new;
                end'
                """,
                """
                create trigger \(table)_no_ring before insert or update on \(table)
                for each row when (new.parent is not null) execute function refuse_ring()
                """,
            ]
        }
    }

    /// Lets a connection check its rows' values, or not. SQLite builds a table for each `in (...)` that it checks, which
    /// takes longer than the row. Nil where an engine always checks.
    package func checking(_ isOn: Bool) -> String? {
        switch self {
        case .sqlite: "PRAGMA ignore_check_constraints = \(isOn ? 0 : 1)"
        case .postgres: nil
        }
    }

    /// Every table of ours, in order of name.
    var tableQuery: String {
        switch self {
        case .sqlite: "select name from sqlite_master where type = 'table' and name not like 'sqlite%' order by name"
        case .postgres: "select tablename as name from pg_tables where schemaname = 'public' order by tablename"
        }
    }

    /// What puts the rows written last first, where the engine knows it.
    package var newestFirst: String? {
        switch self {
        case .sqlite: "rowid desc"
        case .postgres: nil
        }
    }

    /// Tables and columns that name rows of the table in parameter 1.
    package var referrers: String {
        switch self {
        case .sqlite:
            """
            select m.name as child, f."from" as named_by from sqlite_master m join pragma_foreign_key_list(m.name) f
            where m.type = 'table' and f."table" = $1 order by child, named_by
            """
        case .postgres:
            """
            select cast(c.conrelid::regclass as text) as child, cast(a.attname as text) as named_by
            from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
            where c.contype = 'f' and c.confrelid = cast($1 as text)::regclass order by child, named_by
            """
        }
    }

    /// How many rows of which table name one of another that is not there; nil where the engine lets none be written.
    var referenceQuery: String? {
        switch self {
        case .sqlite:
            """
            select "table" as child, parent, count(*) as broken from pragma_foreign_key_check
            group by "table", parent order by "table", parent
            """
        case .postgres: nil
        }
    }

    /// Every object of the schema by name and as text, in a fixed order, for comparing with the committed dump.
    var schemaQuery: String {
        switch self {
        case .sqlite:
            """
            select name, sql as definition from sqlite_master where sql is not null
            order by case type when 'table' then 1 when 'index' then 2 else 3 end, name
            """
        case .postgres:
            """
            select name, definition from (
                select 1 as part, c.relname as name, a.attnum as place,
                    c.relname || ' ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
                        || case when a.attnotnull then ' not null' else '' end as definition
                from pg_attribute a join pg_class c on c.oid = a.attrelid
                where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attnum > 0
                union all
                select 2, conrelid::regclass::text || conname, 0,
                    conrelid::regclass::text || ' ' || pg_get_constraintdef(oid)
                from pg_constraint where connamespace = 'public'::regnamespace and conrelid <> 0
                union all
                select 3, indexname, 0, indexdef from pg_indexes where schemaname = 'public'
                union all
                select 4, tgname, 0, pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
            ) parts order by part, name, place, definition
            """
        }
    }
}
