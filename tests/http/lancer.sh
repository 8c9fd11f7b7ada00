#!/usr/bin/env bash
# The HTTP server and the teleservice against rude, slow and numerous clients, on SQLite and, with
# GRAPPE_TEST_PG, on PostgreSQL. Arguments: the build to try (release), then names of suites (all).
set -euo pipefail
cd "$(dirname "$0")/../.."
programmes="$PWD/build/${1:-release}"
export SERVEUR_D_ESSAI="$programmes/tests/serveur-d-essai" GRAPPE_PORTAIL="$programmes/bin/grappe-portail"
export PYTHONDONTWRITEBYTECODE=1
# Two departments of the register, for the suites that ask nothing of the others: a server that holds
# them all takes most of a second to start, and these start hundreds.
dossier=$(mktemp -d)
trap 'rm -rf "$dossier"' EXIT
zcat donnees/finess/etablissements-*.csv.gz |
    awk -F';' 'NR == 1 || $(NF - 2) == "24" || $(NF - 2) == "33"' >"$dossier/etablissements.csv"
export REGISTRE_D_ESSAI="$dossier/registre.sqlite"
"$GRAPPE_PORTAIL" registre importer "$dossier/etablissements.csv" --base "sqlite:$REGISTRE_D_ESSAI" \
    --date "$(awk -F";" 'NR == 2 { print $2 }' donnees/finess/registre.csv)" >/dev/null
python3 tests/http/lancer.py "${@:2}"
