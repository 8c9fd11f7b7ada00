"""The real program: `grappe-portail servir` against `grappe-portail check` and its contract."""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import threading
import unittest

from client import Serveur

PORTAIL = os.environ.get("GRAPPE_PORTAIL", "build/release/bin/grappe-portail")
RACINE = pathlib.Path(__file__).resolve().parents[2]
H = b"Host: essai\r\n"


def dossier(nombre):
    """The dossier of N fictitious establishments that bench/http uses."""
    return subprocess.run([sys.executable, RACINE / "bench/http/dossier.py", str(nombre)],
                          check=True, capture_output=True).stdout


class Portail(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.serveur = Serveur("servir", "--ecoute", "127.0.0.1:0", "--horloge",
                              "2024-05-24T21:59:59Z", programme=PORTAIL)

    @classmethod
    def tearDownClass(cls):
        assert cls.serveur.arreter() == 0, cls.serveur.journal

    def lire(self, cible):
        reponse = self.serveur.demander(b"GET " + cible.encode() + b" HTTP/1.1\r\n" + H + b"\r\n")
        return reponse, json.loads(reponse.corps)

    def verifier(self, corps, type_=b"application/json"):
        return self.serveur.demander(
            b"POST /api/check HTTP/1.1\r\n" + H + b"Content-Type: " + type_ +
            b"\r\nContent-Length: %d\r\n\r\n" % len(corps) + corps)

    def test_the_api_answers_the_bytes_of_the_command(self):
        for nombre in (0, 1, 60, 300):
            corps = dossier(nombre)
            with tempfile.NamedTemporaryFile(suffix=".json") as fichier:
                fichier.write(corps)
                fichier.flush()
                commande = subprocess.run([PORTAIL, "check", "--json", fichier.name], check=True,
                                          capture_output=True)
            reponse = self.verifier(corps)
            self.assertEqual(reponse.statut, 200)
            self.assertEqual(reponse.entetes["content-type"], "application/json")
            self.assertTrue(reponse.corps == commande.stdout, f"{nombre} ESSMS: other bytes")

    def test_checks_at_the_same_time_do_not_mix(self):
        corps = [dossier(nombre) for nombre in (1, 7, 30)]
        attendus = [self.verifier(un).corps for un in corps]
        faux = []

        def client(rang):
            for tour in range(10):
                numero = (rang + tour) % len(corps)
                if self.verifier(corps[numero]).corps != attendus[numero]:
                    faux.append(numero)

        fils = [threading.Thread(target=client, args=(rang,)) for rang in range(8)]
        for fil in fils:
            fil.start()
        for fil in fils:
            fil.join()
        self.assertEqual(faux, [])

    def test_wrong_bodies_are_told_apart(self):
        self.assertEqual(self.verifier(b"{").statut, 400)
        self.assertEqual(self.verifier(b"").statut, 400)
        self.assertEqual(self.verifier(b"\xff").statut, 400)
        self.assertEqual(self.verifier(b"[" * 100000).statut, 400)
        self.assertEqual(self.verifier(b"{}").statut, 422)
        self.assertEqual(self.verifier(b"[]").statut, 422)
        self.assertEqual(self.verifier(b"{}", b"text/html").statut, 415)
        self.assertEqual(self.verifier(b" " * (9 * 1024 * 1024)).statut, 413)

    def test_no_place_of_life_shows_its_address(self):
        _, trouves = self.lire("/api/etablissements?categorie=462&limite=100")
        self.assertGreater(trouves["total"], 100)
        for trouve in trouves["resultats"]:
            _, fiche = self.lire("/api/etablissements/" + trouve["finess_et"])
            self.assertEqual(fiche["categorie"], "462")
            for cle in ("adresse", "code_postal", "latitude_e6", "longitude_e6"):
                self.assertNotIn(cle, {**trouve, **fiche})

    def test_search_by_number_name_town_and_criteria(self):
        _, par_nom = self.lire("/api/etablissements?q=tilleuls&departement=33&limite=5")
        self.assertTrue(par_nom["resultats"])
        for trouve in par_nom["resultats"]:
            self.assertEqual((trouve["departement"], trouve["region"]), ("33", "75"))
        un = par_nom["resultats"][0]
        _, par_numero = self.lire("/api/etablissements?q=" + un["finess_et"])
        self.assertEqual(par_numero["resultats"], [un])

    def test_the_clock_says_what_is_open(self):
        _, sante = self.lire("/api/sante")
        self.assertEqual((sante["maintenant"], sante["horloge_fixee"]),
                         ("2024-05-24T21:59:59Z", True))
        _, appels = self.lire("/api/appels")
        ouverts = [appel["id"] for appel in appels["appels"] if appel["ouvert"]]
        self.assertIn("NA-2024", ouverts)
        self.assertNotIn("IDF-2023", ouverts)

    def test_the_description_lists_the_paths_of_the_contract(self):
        _, description = self.lire("/api/openapi.json")
        for chemin in ("/api/check", "/api/etablissements", "/api/etablissements/{finess_et}",
                       "/api/appels", "/api/appels/{id}"):
            self.assertIn(chemin, description["paths"])


class Commande(unittest.TestCase):
    def lancer(self, *options):
        return subprocess.run([PORTAIL, "servir", *options], capture_output=True, text=True,
                              timeout=120)

    def test_a_wrong_command_line_is_2_and_a_taken_address_is_1(self):
        self.assertEqual(self.lancer("--ecoute", "nulle-part").returncode, 2)
        self.assertEqual(self.lancer("--horloge", "hier").returncode, 2)
        for option in ("--base", "--registre"):
            inconnue = self.lancer("--ecoute", "127.0.0.1:0", option, "oracle:x")
            self.assertEqual(inconnue.returncode, 2, inconnue.stderr)
            self.assertIn("« oracle » n'est pas une sorte de base", inconnue.stderr.replace("\u00a0", " "))
        with Serveur("servir", "--ecoute", "127.0.0.1:0", programme=PORTAIL) as serveur:
            deuxieme = self.lancer("--ecoute", f"127.0.0.1:{serveur.port}")
            self.assertEqual(deuxieme.returncode, 1)
            self.assertIn(str(serveur.port), deuxieme.stderr)


if __name__ == "__main__":
    unittest.main()
