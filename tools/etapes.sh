# Sourced by ./run and ./test: a step says its name, keeps its output, and shows it only if it fails.
journaux=build/journaux
mkdir -p "$journaux"

etape() {
    local nom=$1 journal debut=$SECONDS
    shift
    journal="$journaux/$(printf '%s' "$nom" | LC_ALL=C tr -c 'A-Za-z0-9' '_' | cut -c1-40).log"
    printf '%s… ' "$nom"
    if "$@" >"$journal" 2>&1; then
        printf 'fait (%d s)\n' $((SECONDS - debut))
    else
        printf 'échec\n\n' && tail -n 60 "$journal" >&2
        printf '\nL’étape « %s » a échoué ; tout est dans %s.\n' "$nom" "$journal" >&2
        return 1
    fi
}
