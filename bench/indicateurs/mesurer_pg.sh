#!/usr/bin/env bash
# The same definitions in one SQL query on PostgreSQL: load, check against the oracle, measure.
#   bench/indicateurs/mesurer_pg.sh [mesure|pays] [FILE.ndjson]
# Starts its own cluster with memory and two parallel workers, and removes it.
set -euo pipefail
cd "$(dirname "$0")/../.."
taille=${1:-mesure} generateur=build/release/bin/generateur-bench
travail=$(mktemp -d /tmp/grappe-indicateurs-XXXXXX)
url=$(DURABLE=1 tools/postgres_de_test.sh demarrer)
trap 'tools/postgres_de_test.sh arreter "$url"; rm -rf "$travail"' EXIT
executer() { psql -q -X -v ON_ERROR_STOP=1 "$@"; }

for reglage in shared_buffers=2GB work_mem=256MB effective_cache_size=8GB random_page_cost=1.1 \
    max_parallel_workers_per_gather=2 max_parallel_workers=2 max_wal_size=8GB jit=off; do
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

"$generateur" "$travail/petit.ndjson" 7 20 400 6 2024-05-31 40000
remplir petit "$travail/petit.ndjson"
python3 bench/indicateurs/essayer_pg.py "$travail/petit.ndjson" "${url/\/postgres?//petit?}" \
    2024-05-31 2024-04-01 2024-03-31 2024-02-29 2024-01-15

fichier=${2:-$travail/grand.ndjson}
[[ -f $fichier ]] || "$generateur" "$fichier" "$taille"
SECONDS=0
remplir grand "$fichier"
grand=${url/\/postgres?//grand?}
echo "chargement et index : $SECONDS s"
executer -A -t -c "SELECT 'octets : ' || pg_database_size('grand')" "$grand"
requete=(-v au=2024-09-30 -v denominateur=fenetre)
sql=bench/indicateurs/indicateurs_pg.sql
for fois in 1 2 3 4 5; do
    executer "${requete[@]}" -c '\timing on' -o /dev/null -f "$sql" "$grand" | tail -n 1
done
# PLAN=FILE keeps how PostgreSQL went about it.
sed 's/^SELECT finess_et,/EXPLAIN (ANALYZE, COSTS OFF, SUMMARY) &/' "$sql" >"$travail/plan.sql"
executer "${requete[@]}" -f "$travail/plan.sql" "$grand" >"${PLAN:-/dev/null}"
