#!/usr/bin/env bash
# Installs the Debian packages of tools/paquets.txt that are missing. Argument: "build" stops before
# the packages of the tests; "tests" takes them all. Says in one sentence what failed.
set -euo pipefail
ici=$(cd "$(dirname "$0")/.." && pwd)
portee=${1:-build}

manquants=()
while read -r paquet commande; do
    [[ $paquet == '#' ]] && { [[ $portee == build && $commande == '--- to test' ]] && break; continue; }
    [[ -z $paquet || $paquet == '#'* ]] && continue
    [[ -n ${commande:-} ]] && command -v "$commande" >/dev/null && continue
    dpkg-query -W -f='${Status}' "$paquet" 2>/dev/null | grep -q 'ok installed' && continue
    manquants+=("$paquet")
done <"$ici/tools/paquets.txt"
[[ ${#manquants[@]} -eq 0 ]] && exit 0

racine=()
if [[ $(id -u) -ne 0 ]]; then
    command -v sudo >/dev/null || {
        echo "Il manque des paquets Debian et « sudo » est absent. En tant que root : apt-get install ${manquants[*]}" >&2
        exit 1
    }
    echo "Des paquets Debian manquent (${manquants[*]}) : sudo va demander votre mot de passe."
    racine=(sudo)
fi
journal=$(mktemp)
echo "Installation de paquets Debian : ${manquants[*]}…"
export DEBIAN_FRONTEND=noninteractive
if ! { "${racine[@]}" apt-get update -qq && "${racine[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "${manquants[@]}"; } >"$journal" 2>&1; then
    tail -n 15 "$journal" >&2
    echo "L'installation des paquets Debian a échoué : ${manquants[*]} (journal : $journal)." >&2
    exit 1
fi
rm -f "$journal"
