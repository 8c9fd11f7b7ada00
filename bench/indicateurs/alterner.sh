#!/usr/bin/env bash
# Both counts by turns on the same facts, five times, after their answers were compared.
#   GRAND=postgresql://… BASE=FILE.sqlite [AU=2024-09-30] [PLAN=FILE] bench/indicateurs/alterner.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
travail=$(mktemp -d /tmp/grappe-alterner-XXXXXX) au=${AU:-2024-09-30} binaires=build/release/bin
trap 'rm -rf "$travail"' EXIT
sql=bench/indicateurs/indicateurs_pg.sql requete=(-q -X -v ON_ERROR_STOP=1 -v "au=$au")

for denominateur in fenetre file_active presents; do
    "$binaires/grappe-dui" indicateurs --au "$au" --denominateur "$denominateur" --json \
        --base "sqlite:$BASE" >"$travail/$denominateur.json"
    python3 bench/indicateurs/essayer_pg.py "$travail/$denominateur.json" "$GRAND" "$au"
done
psql -q -X -A -t -c "SELECT 'octets de PostgreSQL : ' || pg_database_size(current_database())" \
    "$GRAND"
echo "octets de SQLite : $(stat -c %s "$BASE"), des colonnes : $(du -sb "$BASE.colonnes" | cut -f 1)"
for fois in 1 2 3 4 5; do
    uptime
    psql "${requete[@]}" -v denominateur=fenetre -c '\timing on' -o /dev/null -f "$sql" "$GRAND" |
        tail -n 1
    "$binaires/indicateurs-bench" "sqlite:$BASE" "$BASE.colonnes" "$au" 20
done
# PLAN=FILE keeps how PostgreSQL went about it.
sed 's/^SELECT finess_et,/EXPLAIN (ANALYZE, COSTS OFF, SUMMARY) &/' "$sql" >"$travail/plan.sql"
psql "${requete[@]}" -v denominateur=fenetre -f "$travail/plan.sql" "$GRAND" >"${PLAN:-/dev/null}"
