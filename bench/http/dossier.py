"""Writes a dossier of N fictitious establishments (numbers with a right key, category and department
given, unknown to any register): acquisitions and upgrades alternate. python3 dossier.py N"""

import json
import sys


def cle(chiffres):
    somme = 0
    for rang, chiffre in enumerate(reversed(chiffres)):
        valeur = int(chiffre) * (2 if rang % 2 == 0 else 1)
        somme += valeur - 9 if valeur > 9 else valeur
    return str(-somme % 10)


def finess(prefixe, rang):
    base = f"{prefixe}{rang:06d}"
    return base + cle(base)


siren = "12345678"
siren += cle(siren)
siret = siren + "0001"
siret += cle(siret)
nombre = int(sys.argv[1])
essms = [{"finess_et": finess("33", 990000 + i), "finess_ej": finess("33", 980000 + i % 4),
          "regime": "acquisition" if i % 2 == 0 else "montee_de_version",
          "categorie": "500" if i % 3 else "183", "departement": "33",
          "financeurs": ["assurance_maladie"], "eligible_sons": True,
          "contrat_editeur_signe_le": None} for i in range(nombre)]
dossier = {
    "appel": "NA-2024", "depose_le": "2024-05-24T12:00:00+02:00", "nature": "nouveau",
    "porteur": {"raison_sociale": "Association fictive", "siret": siret, "region": "75",
                "statut": "prive_non_lucratif", "recupere_tva": False, "commande_publique": False,
                "ght": False, "entite_nationale": False},
    "organismes": [{"finess_ej": finess("33", 980000 + i), "essms_geres": 20} for i in range(4)],
    "essms": essms,
    "solution": {"nom": "Logiciel fictif", "version": "1", "dsr": ["MS1"],
                 "referencee_le": "2023-03-01", "debut_parametrage_le": "2024-09-01"},
    "pieces": [{"type": "DOC-01", "fichier": "note.pdf"}],
}
json.dump(dossier, sys.stdout, ensure_ascii=False)
