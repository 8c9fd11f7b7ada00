#!/usr/bin/env bash
# The fictitious organisation that `./run dui` shows: made once, in var/dui-fictif, the same each time.
set -euo pipefail
cd "$(dirname "$0")/.."
dossier=var/dui-fictif
dui=build/release/bin/grappe-dui
[[ -e $dossier/prete ]] && exit 0
rm -rf "$dossier" && mkdir -p "$dossier"
chmod 700 "$dossier"
"$dui" generer "$dossier/organisation.ndjson" --etablissements 4 --secteurs PA,PH,DOM,PDE --personnes 320 --mois 14 --au "$(date -d '+1 day' +%F)"
"$dui" import "$dossier/organisation.ndjson" --donnees "$dossier" --progres
rm "$dossier/organisation.ndjson"
mot_de_passe="$(od -An -N9 -tx1 /dev/urandom | tr -d ' \n')"
compte() {  # PRÉNOM RÔLE PROFESSION
    "$dui" compte creer --role "$2" --profession "$3" --courriel "$1@exemple.fr" --nom Exemple --prenom "${1^}" \
        --mot-de-passe-stdin --donnees "$dossier" --cle "$dossier/cle-du-coffre" <<<"$mot_de_passe" >/dev/null
}
compte demo encadrement cadre
compte ines professionnel aide_soignant
compte ivan professionnel infirmier
compte eddy professionnel educateur
compte sara secretariat secretaire
"$dui" demonstration --donnees "$dossier"
printf 'Dossier usager (données fictives) : demo@exemple.fr, mot de passe %s\n' "$mot_de_passe" >"$dossier/acces.txt"
printf 'Même mot de passe : ines@exemple.fr (aide-soignante), ivan@exemple.fr (infirmier), eddy@exemple.fr (éducateur), sara@exemple.fr (secrétaire)\n' >>"$dossier/acces.txt"
chmod 600 "$dossier/acces.txt"
touch "$dossier/prete"
