#!/usr/bin/env bash
# Fuzz targets of build/fuzz/bin. `rejouer` replays the kept corpora (what CI does);
# `chercher SECONDS` looks for new inputs, one target after the other, and keeps what it finds.
set -euo pipefail
cd "$(dirname "$0")/.."
acte=${1:-rejouer}
for cible in build/fuzz/bin/*_fuzz; do
    nom=$(basename "$cible" _fuzz)
    corpus=tests/corpus/$nom
    mkdir -p "$corpus"
    echo "== $nom : $(find "$corpus" -type f | wc -l) entrées"
    if [[ $acte == rejouer ]]; then
        "$cible" -runs=0 -rss_limit_mb=2048 -timeout=10 "$corpus"
    else
        trouve=$(mktemp -d)
        "$cible" -max_total_time="${2:-600}" -rss_limit_mb=2048 -timeout=10 -max_len=65536 \
            -artifact_prefix="build/fuzz/$nom-" "$trouve" "$corpus"
        "$cible" -merge=1 -max_len=65536 "$corpus" "$trouve"
        rm -rf "$trouve"
    fi
done
