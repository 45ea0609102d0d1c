/// How the rows of final tables are altered after all, which is done for one thing only: to destroy what somebody has the
/// right to have destroyed.
extension Dialect {
    func lifting(finalityOf table: String) -> [String] {
        switch self {
        case .sqlite: ["update", "delete"].map { "drop trigger \(table)_no_\($0)" }
        // To drop it would wait for everybody who reads the table.
        case .postgres: ["alter table \(table) disable trigger \(table)_final"]
        }
    }

    func settling(finalityOf table: String) -> [String] {
        switch self {
        case .sqlite: finality(of: table)
        case .postgres: ["alter table \(table) enable trigger \(table)_final"]
        }
    }

    var finalTables: String {
        switch self {
        case .sqlite:
            """
            select distinct tbl_name as name from sqlite_master
            where type = 'trigger' and name = tbl_name || '_no_update' order by name
            """
        case .postgres:
            """
            select cast(c.relname as text) as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
            where t.tgname = c.relname || '_final' order by name
            """
        }
    }

    var textColumns: String {
        switch self {
        case .sqlite:
            """
            select m.name as held_by, c.name as name from sqlite_master m join pragma_table_info(m.name) c
            where m.type = 'table' and m.name not like 'sqlite%' and lower(c.type) = 'text' order by held_by, name
            """
        case .postgres:
            """
            select cast(table_name as text) as held_by, cast(column_name as text) as name from information_schema.columns
            where table_schema = 'public' and data_type = 'text' order by held_by, name
            """
        }
    }
}
