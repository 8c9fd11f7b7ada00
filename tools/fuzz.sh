#!/usr/bin/env bash
# Looks for new inputs with the fuzz targets of build/fuzz: tools/fuzz.sh SECONDS [TARGET…], one
# target after the other. Of what covers more, the smallest inputs are kept in tests/corpus, at most
# 300 kB a target beside those that have a name; every build replays them (ctest -R corpus). What
# fails is left in build/fuzz.
set -euo pipefail
cd "$(dirname "$0")/.."
duree=$1
shift
cibles=("$@")
[[ $# -gt 0 ]] || mapfile -t cibles < <(git ls-files 'src/*_fuzz.cpp' | sed 's|.*/||; s|_fuzz\.cpp$||')
echec=0

# The smallest inputs of a folder, while they hold in the bound.
garder() {
    local moindre=$1 corpus=$2 reste=300000 taille entree
    find "$corpus" -regextype posix-extended -regex '.*/[0-9a-f]{40}' -delete
    while read -r taille entree; do
        reste=$((reste - taille))
        [[ $reste -lt 0 ]] && break
        cp "$entree" "$corpus/"
    done < <(find "$moindre" -type f -printf '%s %p\n' | sort -n)
}

for nom in "${cibles[@]}"; do
    cible=build/fuzz/bin/${nom}_fuzz corpus=tests/corpus/$nom
    mkdir -p "$corpus"
    trouve=$(mktemp -d) moindre=$(mktemp -d)
    echo "== $nom : $(find "$corpus" -type f | wc -l) entrées"
    "$cible" -max_total_time="$duree" -rss_limit_mb=2048 -timeout=10 -max_len=65536 \
        -artifact_prefix="build/fuzz/$nom-" "$trouve" "$corpus" || echec=1
    "$cible" -set_cover_merge=1 -max_len=16384 "$moindre" "$corpus" "$trouve" || echec=1
    garder "$moindre" "$corpus"
    rm -rf "$trouve" "$moindre"
done
exit $echec
