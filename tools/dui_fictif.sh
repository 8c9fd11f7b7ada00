#!/usr/bin/env bash
# The fictitious organisation that `./run dui` shows: made once, in var/dui-fictif, the same each time.
set -euo pipefail
cd "$(dirname "$0")/.."
dossier=var/dui-fictif
dui=build/release/bin/grappe-dui
[[ -e $dossier/prete ]] && exit 0
rm -rf "$dossier" && mkdir -p "$dossier"
chmod 700 "$dossier"
"$dui" generer "$dossier/organisation.ndjson" --etablissements 6 --personnes 320 --mois 14 --au "$(date -d '+1 day' +%F)"
"$dui" import "$dossier/organisation.ndjson" --donnees "$dossier" --progres
rm "$dossier/organisation.ndjson"
mot_de_passe="$(od -An -N9 -tx1 /dev/urandom | tr -d ' \n')"
"$dui" compte creer --role encadrement --courriel demo@exemple.fr --nom Exemple --prenom Camille \
    --mot-de-passe-stdin --donnees "$dossier" --cle "$dossier/cle-du-coffre" <<<"$mot_de_passe" >/dev/null
printf 'Dossier usager (données fictives) : demo@exemple.fr, mot de passe %s\n' "$mot_de_passe" >"$dossier/acces.txt"
chmod 600 "$dossier/acces.txt"
touch "$dossier/prete"
