"""A fictitious establishment, its server, `wrk`: what was written is counted again in the base."""

import json
import os
import pathlib
import secrets
import subprocess
import sys

RACINE = pathlib.Path(__file__).resolve().parents[2]
os.environ["GRAPPE_DUI"] = os.environ["DUI"]
os.environ.setdefault("GRAPPE_PORTAIL", str(pathlib.Path(os.environ["DUI"]).with_name("grappe-portail")))
sys.path[:0] = [str(RACINE / "tests/http")]
from comptes import BON  # noqa: E402
from essai_dui import AtelierDui, Navigateur  # noqa: E402

SECONDES, OUVRIERS, CONNEXIONS = (int(os.environ.get(nom, defaut))
                                  for nom, defaut in (("SECONDES", 10), ("OUVRIERS", 64), ("CONNEXIONS", 64)))


def wrk(atelier, navigateur, script, connexions=CONNEXIONS, **dits):
    fait = subprocess.run(
        ["wrk", "-t1", f"-c{connexions}", f"-d{SECONDES}s", "-s", str(RACINE / "bench/dui" / script),
         f"http://127.0.0.1:{atelier.serveur.port}"], text=True, capture_output=True, check=True,
        env={**os.environ, "COOKIE": f"session_dui={navigateur.cookie}", "CSRF": navigateur.csrf, **dits})
    return dict(mot.split("=") for mot in fait.stdout.strip().splitlines()[-1].split())


def trente_ans(atelier, finess):
    """A person who came thirty years ago: a stay a year."""
    id = "trente-ans"
    lignes = [{"type": "personne", "id": id, "finess_et": finess, "nom_naissance": "TRENTEANS", "prenoms": ["ODE"],
               "date_naissance": "1941-03-12", "sexe": "F", "lieu_naissance": "33063", "statut_identite": "provisoire"}]
    lignes += [{"type": "sejour", "id": f"s-{id}-{an}", "personne": id, "finess_et": finess, "entree": f"{an}-01-02",
                **({"sortie": f"{an}-12-30"} if an < 2024 else {}), "modalite": "temporaire"} for an in range(1995, 2025)]
    fichier = atelier.chemin / "trente.ndjson"
    fichier.write_text("".join(json.dumps(une) + "\n" for une in lignes))
    fait = atelier.commande("import", str(fichier), sans_cle=True)
    assert fait.returncode == 0, fait.stdout + fait.stderr
    return id


def main():
    atelier = AtelierDui()
    ici = atelier.etablissements[0]
    trente = trente_ans(atelier, ici)
    fait = atelier.commande("compte", "creer", "--role", "professionnel", "--courriel", "banc@exemple.fr", "--finess", ici,
                            "--profession", "infirmier", "--mot-de-passe-stdin", entree=BON + "\n")
    assert fait.returncode == 0, fait.stderr
    atelier.demarrer("--ouvriers", str(OUVRIERS))
    navigateur = Navigateur(atelier)
    assert navigateur.connecter("banc@exemple.fr").statut == 303
    print("charge de la machine :", os.getloadavg(), "cœurs :", os.cpu_count())
    compter = "SELECT COUNT(*) FROM element WHERE genre = 'transmission'"
    for tour in range(3):
        avant = atelier.executer(compter)[0][0]
        dit = wrk(atelier, navigateur, "ecrire.lua", FINESS=ici, PERSONNE=trente)
        ecrites, duree = int(dit["ecrites"]), int(dit["duree_us"]) / 1e6
        la = atelier.executer(compter)[0][0] - avant
        assert int(dit["non_201"]) == 0 and la >= ecrites, (dit, la)
        print(f"W3 tour {tour} : {ecrites / duree:.0f} écritures durables par seconde, p50 {int(dit['p50_us']) / 1000:.1f} ms, "
              f"p99 {int(dit['p99_us']) / 1000:.1f} ms, p99.9 {int(dit['p999_us']) / 1000:.1f} ms")
    print("transmissions de la personne :", atelier.executer(compter)[0][0])
    for connexions in (1, 8):
        dit = wrk(atelier, navigateur, "lire.lua", connexions, CHEMIN=f"/personnes/{trente}")
        print(f"W1 page de la personne, {connexions} connexion(s) : p50 {int(dit['p50_us']) / 1000:.1f} ms, "
              f"p99 {int(dit['p99_us']) / 1000:.1f} ms, {int(dit['lues']) / (int(dit['duree_us']) / 1e6):.0f} par seconde, "
              f"non 200 : {dit['non_200']}")
    atelier.fermer()


if __name__ == "__main__":
    main()
