#!/usr/bin/env bash
# The same definitions in one SQL query on PostgreSQL: load, check, then both by turns.
#   bench/indicateurs/mesurer_pg.sh [mesure|pays] [FILE.ndjson]
# Starts its own cluster with memory for all of the base and parallel workers, and removes it.
# BASE=FILE.sqlite: where the facts of FILE were imported already. The country: some 30 GB of disk.
set -euo pipefail
cd "$(dirname "$0")/../.."
taille=${1:-mesure} binaires=build/release/bin au=2024-09-30
travail=$(mktemp -d /tmp/grappe-indicateurs-XXXXXX)
url=$(DURABLE=1 tools/postgres_de_test.sh demarrer)
trap 'tools/postgres_de_test.sh arreter "$url"; rm -rf "$travail"' EXIT
executer() { psql -q -X -v ON_ERROR_STOP=1 "$@"; }

# All is in memory: a page costs the same wherever it is, and little.
for reglage in shared_buffers=6GB work_mem=256MB effective_cache_size=16GB random_page_cost=0.1 \
    seq_page_cost=0.1 max_parallel_workers_per_gather=2 max_parallel_workers=8 max_wal_size=8GB \
    jit=off; do
    executer -c "ALTER SYSTEM SET ${reglage%=*} = '${reglage#*=}'" "$url"
done
dossier=${url##*host=} outils=$(ls -d /usr/lib/postgresql/*/bin | sort -V | head -n 1)
identite=()
[[ $(id -u) = 0 ]] && identite=(setpriv --reuid=postgres --regid=postgres --init-groups)
(cd "$dossier" && "${identite[@]}" "$outils/pg_ctl" -D "$dossier/base" -s -w \
    -l "$dossier/base/serveur.log" restart)

remplir() { # BASE FILE
    executer -c "CREATE DATABASE $1" "$url"
    executer -f bench/indicateurs/schema_pg.sql "${url/\/postgres?//$1?}"
    python3 bench/indicateurs/charger_pg.py "$2" "${url/\/postgres?//$1?}"
    executer -f bench/indicateurs/index_pg.sql "${url/\/postgres?//$1?}"
}

"$binaires/generateur-bench" "$travail/petit.ndjson" 7 20 400 6 2024-05-31 40000
remplir petit "$travail/petit.ndjson"
python3 bench/indicateurs/essayer_pg.py "$travail/petit.ndjson" "${url/\/postgres?//petit?}" \
    2024-05-31 2024-04-01 2024-03-31 2024-02-29 2024-01-15

fichier=${2:-$travail/grand.ndjson}
[[ -f $fichier ]] || "$binaires/generateur-bench" "$fichier" "$taille"
base=${BASE:-$travail/grand.sqlite}
[[ -f $base ]] || "$binaires/grappe-dui" import "$fichier" --base "sqlite:$base" 2>/dev/null
SECONDS=0
remplir grand "$fichier"
echo "chargement et index de PostgreSQL : $SECONDS s"
GRAND=${url/\/postgres?//grand?} BASE=$base AU=$au bench/indicateurs/alterner.sh
