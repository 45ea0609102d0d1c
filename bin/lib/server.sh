# Sourced by bin/test: a private PostgreSQL server for the tests, in a directory of its own, reached by a socket in it.

server_programs=/usr/lib/postgresql/15/bin
server_directory=""

# Names the server in XINGZHI_TEST_SERVER; where the programs are missing the tests run on SQLite alone, and it says so.
start_test_server() {
    if [[ ! -x "$server_programs/initdb" ]]; then
        say "PostgreSQL 15 is missing (apt-get install postgresql-15): the tests run on SQLite alone. 缺少 PostgreSQL 15，测试只在 SQLite 上运行。"
        return
    fi
    server_directory="$(mktemp -d /tmp/xingzhi-server.XXXXXX)"
    trap stop_test_server EXIT
    # The server refuses to run as root.
    [[ "$(id -u)" != 0 ]] || chown postgres "$server_directory"
    as_server "$server_programs/initdb" --pgdata="$server_directory/data" --encoding=UTF8 --locale=C --auth=trust \
        --username=postgres --no-sync >/dev/null
    # Test data need not survive a power cut, nor its log fill the disk.
    as_server "$server_programs/pg_ctl" --pgdata="$server_directory/data" --wait --log="$server_directory/log" \
        --options="-k $server_directory -c listen_addresses='' -c fsync=off -c full_page_writes=off -c wal_level=minimal \
            -c max_wal_senders=0 -c max_wal_size=256MB -c max_connections=200" start >/dev/null
    export XINGZHI_TEST_SERVER="postgres:///postgres?host=$server_directory&user=postgres"
}

stop_test_server() {
    [[ -n "$server_directory" ]] || return 0
    as_server "$server_programs/pg_ctl" --pgdata="$server_directory/data" --mode=immediate stop >/dev/null || true
    rm -rf "$server_directory"
}

as_server() {
    # `su` starts in a directory that its user may not enter otherwise.
    if [[ "$(id -u)" == 0 ]]; then (cd / && su postgres -s /bin/bash -c "$(printf '%q ' "$@")"); else "$@"; fi
}
