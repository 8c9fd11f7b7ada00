#!/usr/bin/env bash
# Import of the register against `sqlite3 .import` of the same lines with the same indexes, processor
# time and memory. Optional argument: a legacy FINESS file (cs1100502); else the shipped register.
set -euo pipefail
cd "$(dirname "$0")/../.."
fichier=${1:-donnees/finess/etablissements-20210108.csv.gz}
travail=$(mktemp -d)
trap 'rm -rf "$travail"' EXIT

# Seconds of processor (user + system), then MiB.
mesurer() {
    python3 - "$@" <<'P'
import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
u = resource.getrusage(resource.RUSAGE_CHILDREN)
print(f"{u.ru_utime + u.ru_stime:.2f} {u.ru_maxrss // 1024}")
P
}

case "$fichier" in *.gz) gzip -dc "$fichier" ;; *) cat "$fichier" ;; esac | tail -n +2 > "$travail/lignes.csv"
colonnes=$(head -n 1 "$travail/lignes.csv" | awk -F';' '{for (n = 1; n <= NF; n++) printf "%sc%d", (n > 1 ? "," : ""), n}')
# The number and the legal entity: columns 2 and 3 of a legacy line, 1 and 2 of the shipped form.
if head -n 1 "$travail/lignes.csv" | grep -q '^structureet;'; then et=c2 ej=c3; else et=c1 ej=c2; fi
printf 'CREATE TABLE t (%s, PRIMARY KEY (%s));\nCREATE INDEX i ON t (%s);\n.separator ;\n.import %s t\n' \
    "$colonnes" "$et" "$ej" "$travail/lignes.csv" > "$travail/import.sql"

for essai in 1 2 3; do
    rm -f "$travail"/*.sqlite*
    a=$(mesurer sqlite3 "$travail/a.sqlite" ".read $travail/import.sql")
    b=$(mesurer build/release/bin/grappe-portail registre importer "$fichier" --date 2021-01-08 \
        --base "sqlite:$travail/b.sqlite")
    echo "$a $b" | awk -v n="$essai" '{printf "essai %d : sqlite3 %s s, grappe %s s (%s MiB), rapport %.2f\n", n, $1, $3, $4, $3 / $1}'
done
