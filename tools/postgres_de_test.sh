#!/bin/sh
# A throw-away PostgreSQL cluster for the tests: `demarrer` prints its URL, `arreter URL` removes it.
# It listens on a private socket only, in a temporary folder, and keeps nothing on a crash, unless
# DURABLE is set: measures want writes that are on the disk.
set -eu

binaires=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | head -n 1)
[ -n "$binaires" ] || { echo "postgres_de_test: PostgreSQL absent (paquet postgresql)" >&2; exit 1; }

# initdb refuses root: the cluster then belongs to the system user postgres.
en_postgres() {
    if [ "$(id -u)" = 0 ]; then
        setpriv --reuid=postgres --regid=postgres --init-groups "$@"
    else
        "$@"
    fi
}

demarrer() {
    vite="-c fsync=off -c full_page_writes=off"
    [ -z "${DURABLE:-}" ] || vite=""
    dossier=$(mktemp -d /tmp/grappe-pg-XXXXXX)
    chmod 711 "$dossier"
    [ "$(id -u)" != 0 ] || chown postgres:postgres "$dossier"
    cd "$dossier"
    en_postgres "$binaires/initdb" -D "$dossier/base" -U grappe -A trust -E UTF8 --locale=C.UTF-8 \
        --no-sync > "$dossier/initdb.log" 2>&1
    en_postgres "$binaires/pg_ctl" -D "$dossier/base" -s -w -l "$dossier/base/serveur.log" \
        -o "-k $dossier -c listen_addresses='' -c max_connections=300 $vite" start >&2
    echo "postgresql://grappe@/postgres?host=$dossier"
}

arreter() {
    dossier=${1##*host=}
    case "$dossier" in /tmp/grappe-pg-*) ;; *) echo "postgres_de_test: $1 ?" >&2; exit 1 ;; esac
    cd /
    en_postgres "$binaires/pg_ctl" -D "$dossier/base" -s -m immediate stop >&2 || true
    rm -rf "$dossier"
}

# `avec COMMANDE…` runs a command with GRAPPE_TEST_PG set, then stops the cluster in every case.
avec() {
    url=$(demarrer)
    trap 'arreter "$url"' EXIT
    trap 'exit 1' INT TERM
    GRAPPE_TEST_PG=$url "$@"
}

case "${1:-}" in
    demarrer) demarrer ;;
    arreter) arreter "$2" ;;
    avec) shift; avec "$@" ;;
    "") echo "usage: $0 demarrer | arreter URL | [avec] COMMANDE..." >&2; exit 2 ;;
    *) avec "$@" ;;
esac
