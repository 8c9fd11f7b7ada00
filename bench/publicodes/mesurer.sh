#!/usr/bin/env bash
# One dossier of 300 establishments in process: Grappe (facts resolved, whole analysis, full trace)
# beside Publicodes (the same flats only). The two alternate in one run; the medians count. TOURS (5).
set -euo pipefail
cd "$(dirname "$0")"
tours=${TOURS:-5}
travail=$(mktemp -d)
trap 'rm -rf "$travail"' EXIT
mediane() { sort -n | awk '{ t[NR] = $1 } END { print t[int((NR + 1) / 2)] }'; }

../../tools/construire.sh release analyse-bench >"$travail/compilation" || { cat "$travail/compilation" >&2; exit 1; }
npm ci --silent --no-audit --no-fund
for _ in $(seq "$tours"); do
    ../../build/release/bin/analyse-bench ../.. >"$travail/analyse"
    sed -n 's/^resoudre et analyser.* median *\([0-9.]*\) us.*/\1/p' "$travail/analyse" >>"$travail/grappe"
    node mesurer.mjs 300 3 | sed -n 's/.*"ms_par_dossier":\([0-9.]*\).*/\1/p' >>"$travail/publicodes"
done
cat "$travail/analyse"
awk -v g="$(mediane <"$travail/grappe")" -v p="$(mediane <"$travail/publicodes")" 'BEGIN {
    printf "300 ESSMS : Grappe %.3f ms, Publicodes %.1f ms, rapport %.0f\n", g / 1000, p, 1000 * p / g }'
