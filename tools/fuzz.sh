#!/usr/bin/env bash
# Looks for new inputs with the fuzz targets of build/fuzz: tools/fuzz.sh SECONDS [TARGET…], one
# target after the other. What covers more is kept in tests/corpus, merged again to the least set of
# inputs under 16 KiB; every build replays it (ctest -R corpus). What fails is left in build/fuzz.
set -euo pipefail
cd "$(dirname "$0")/.."
duree=$1
shift
cibles=("$@")
[[ $# -gt 0 ]] || mapfile -t cibles < <(git ls-files 'src/*_fuzz.cpp' | sed 's|.*/||; s|_fuzz\.cpp$||')
echec=0
for nom in "${cibles[@]}"; do
    cible=build/fuzz/bin/${nom}_fuzz corpus=tests/corpus/$nom
    mkdir -p "$corpus"
    trouve=$(mktemp -d) moindre=$(mktemp -d)
    echo "== $nom : $(find "$corpus" -type f | wc -l) entrées"
    "$cible" -max_total_time="$duree" -rss_limit_mb=2048 -timeout=10 -max_len=65536 \
        -artifact_prefix="build/fuzz/$nom-" "$trouve" "$corpus" || echec=1
    "$cible" -set_cover_merge=1 -max_len=16384 "$moindre" "$corpus" "$trouve" || echec=1
    find "$corpus" -regextype posix-extended -regex '.*/[0-9a-f]{40}' -delete
    find "$moindre" -type f | while read -r entree; do
        nommee=$(find "$corpus" -type f -size "$(stat -c %s "$entree")c" -exec cmp -s {} "$entree" \; -print -quit)
        [[ -n $nommee ]] || cp "$entree" "$corpus/"
    done
    rm -rf "$trouve" "$moindre"
done
exit $echec
