#!/usr/bin/env bash
# The portail over HTTP: search while typing (p99 at 64 connections), and POST /api/check with 60
# establishments beside Fastify, which only parses the body and answers the same bytes from memory.
# Ratios of one run: rounds alternate, the median counts. SECONDES (5) a round, TOURS (5).
set -euo pipefail
cd "$(dirname "$0")"
secondes=${SECONDES:-5} tours=${TOURS:-5}
portail=../../build/release/bin/grappe-portail
travail=$(mktemp -d)
enfants=()
finir() {
    for enfant in "${enfants[@]}"; do kill "$enfant" 2>/dev/null || true; done
    wait 2>/dev/null || true
    rm -rf "$travail"
}
trap finir EXIT

# Starts a server in the background; `adresse` is what it prints.
demarrer() {
    local sortie="$travail/${#enfants[@]}.txt"
    "$@" >"$sortie" 2>"$sortie.err" &
    enfants+=($!)
    for _ in $(seq 600); do
        adresse=$(grep -om1 'http://[0-9.:]*' "$sortie" || true)
        [[ -n $adresse ]] && return
        sleep 0.1
    done
    cat "$sortie.err" >&2
    return 1
}
mediane() { sort -n | awk '{ t[NR] = $1 } END { print t[int((NR + 1) / 2)] }'; }
mesurer() { wrk -t1 -c"$3" -d"${secondes}s" -s "$2" "$1" | awk '/^mesure/ { print $2, $3, $4, $5 }'; }

npm ci --silent --no-audit --no-fund
python3 dossier.py 60 >"$travail/dossier.json"
export DOSSIER="$travail/dossier.json"
demarrer "$portail" servir --ecoute 127.0.0.1:0
grappe=$adresse
python3 - "$grappe/api/check" >"$travail/reponse.json" <<'PY'
import os, shutil, sys, urllib.request
demande = urllib.request.Request(sys.argv[1], open(os.environ["DOSSIER"], "rb"),
                                 {"Content-Type": "application/json"})
shutil.copyfileobj(urllib.request.urlopen(demande), sys.stdout.buffer)
PY
demarrer node fastify.mjs "$travail/reponse.json" 1
fastify=$adresse
demarrer node fastify.mjs "$travail/reponse.json" 2
deux=$adresse
echo "dossier : $(stat -c %s "$DOSSIER") octets ; réponse : $(stat -c %s "$travail/reponse.json") octets"

mesurer "$grappe/" recherche.lua 64 >/dev/null
for _ in $(seq "$tours"); do mesurer "$grappe/" recherche.lua 64 >>"$travail/recherche"; done
awk '{ print $3 }' "$travail/recherche" | mediane | sed 's/^/recherche, 64 connexions : p99 (ms) /'
awk '{ print $1 }' "$travail/recherche" | mediane | sed 's/^/recherche, 64 connexions : requêtes par seconde /'
awk '{ s += $4 } END { print "recherche : erreurs", s + 0 }' "$travail/recherche"

for serveur in grappe fastify deux; do mesurer "${!serveur}/api/check" check.lua 64 >/dev/null; done
for _ in $(seq "$tours"); do
    for serveur in grappe fastify deux; do
        mesurer "${!serveur}/api/check" check.lua 64 >>"$travail/check-$serveur"
    done
done
for serveur in grappe fastify deux; do
    debit=$(awk '{ print $1 }' "$travail/check-$serveur" | mediane)
    p99=$(awk '{ print $3 }' "$travail/check-$serveur" | mediane)
    erreurs=$(awk '{ s += $4 } END { print s + 0 }' "$travail/check-$serveur")
    echo "check, $serveur : $debit requêtes par seconde, p99 $p99 ms, $erreurs erreurs"
    declare "debit_$serveur=$debit"
done
awk -v g="$debit_grappe" -v f="$debit_fastify" -v d="$debit_deux" \
    'BEGIN { printf "check : Grappe / Fastify = %.2f ; / Fastify à deux processus = %.2f\n", g / f, g / d }'
