"""The page Preuve: who signs a report, that it is the command's, what the journal keeps, and its audit to the end."""

import hashlib
import html
import json
import re
import subprocess
import unittest
import urllib.parse

import comptes
from client import Serveur
from essai_dui import DUI, JOUR, AtelierDui

EMPREINTE = re.compile(r'empreinte">([0-9a-f]{64})<')


def lien(page):
    return html.unescape(re.search(r'href="(/preuve/rapport\.json[^"]*)"', page.corps)[1])


class Preuve(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.atelier = AtelierDui()
        cls.cle = str(cls.atelier.chemin / "dui.cle")
        subprocess.run([DUI, "cle", "creer", cls.cle], check=True, capture_output=True)
        cls.atelier.demarrer("--cle-rapports", cls.cle)
        cls.premier, cls.second = cls.atelier.etablissements[:2]
        cls.direction = cls.atelier.compte("direction")

    @classmethod
    def tearDownClass(cls):
        cls.atelier.fermer()

    def adresse(self, chemin="/preuve", **question):
        return chemin + "?" + urllib.parse.urlencode({"au": JOUR, **question})

    def signer(self, navigateur=None, **question):
        page = (navigateur or self.direction).envoyer(self.adresse(**question))
        self.assertEqual(page.statut, 200, page.corps)
        return page

    def fichier(self, nom, corps):
        chemin = self.atelier.chemin / nom
        chemin.write_text(corps, encoding="utf-8")
        return str(chemin)

    def portail(self, *mots):
        return subprocess.run([comptes.PORTAIL, "rapport", *mots], text=True, capture_output=True, timeout=60)

    def test_the_page_of_the_indicators_leads_to_it_with_the_same_question(self):
        page = self.direction.lire(f"/indicateurs?au={JOUR}&denominateur=presents&finess={self.premier}")
        adresse = html.unescape(re.search(r'href="(/preuve[^"]*)"', page.corps)[1])
        preuve = html.unescape(self.direction.lire(adresse).corps)
        self.assertIn(f"grappe-dui rapport --au {JOUR} --denominateur presents --cle dui.cle", preuve)

    def test_what_is_signed_here_is_what_the_command_signs_and_it_verifies(self):
        for lecture in ("fenetre", "file_active", "presents"):
            page = self.signer(denominateur=lecture)
            empreinte, adresse = EMPREINTE.search(page.corps)[1], lien(page)
            recu = self.direction.lire(adresse)
            self.assertEqual(recu.entetes["content-disposition"],
                             f'attachment; filename="rapport-usage-{JOUR}.json"')
            self.assertEqual(hashlib.sha256(recu.corps.encode()).hexdigest(), empreinte)
            connu_le = json.loads(recu.corps)["periode"]["connu_le"]
            fait = subprocess.run([DUI, "rapport", "--au", JOUR, "--denominateur", lecture, "--connu-le", connu_le,
                                   "--cle", self.cle, "--base", self.atelier.base, "--donnees",
                                   str(self.atelier.chemin)], text=True, capture_output=True, timeout=60)
            self.assertEqual((fait.returncode, fait.stdout), (0, recu.corps), fait.stderr)
            verifie = self.portail("verifier", self.fichier("rapport.json", recu.corps), "--cle-publique",
                                   self.cle + ".pub")
            self.assertEqual(verifie.returncode, 0, verifie.stdout + verifie.stderr)

    def test_the_audit_goes_to_its_end(self):
        rapport = self.fichier("audite.json", self.direction.lire(lien(self.signer())).corps)
        tirage = self.portail("tirage", rapport, "--graine", "5eed", "--nombre", "20")
        self.assertEqual(tirage.returncode, 0, tirage.stderr)
        tire = self.fichier("tirage.json", tirage.stdout)
        preuves = self.atelier.commande("ouvrir", rapport, tire, sans_cle=True)
        self.assertEqual(preuves.returncode, 0, preuves.stderr)
        ouvertes = self.fichier("preuves.json", preuves.stdout)
        verifie = self.portail("verifier", rapport, "--preuves", ouvertes, "--tirage", tire)
        self.assertEqual(verifie.returncode, 0, verifie.stdout + verifie.stderr)

    def test_no_name_no_id_and_no_author_is_in_it(self):
        corps = self.direction.lire(lien(self.signer())).corps
        for un in map(json.loads, (self.atelier.chemin / "organisation.ndjson").read_text().splitlines()):
            for mot in (un.get("nom_naissance"), un.get("matricule_ins"), un.get("auteur"), un.get("id")):
                self.assertFalse(mot and f'"{mot}"' in corps, mot)

    def test_a_direction_signs_for_its_establishments_only(self):
        sienne = self.atelier.compte("direction", self.premier)
        for navigateur, question, attendus in (
                (sienne, {}, [self.premier]), (self.direction, {"finess": self.second}, [self.second]),
                (self.direction, {}, self.atelier.etablissements)):
            recu = json.loads(navigateur.lire(lien(self.signer(navigateur, **question))).corps)
            self.assertEqual([un["finess_et"] for un in recu["etablissements"]], attendus)
        for chemin in ("/preuve", "/preuve/rapport.json"):
            self.assertEqual(sienne.lire(self.adresse(chemin, finess=self.second)).statut, 404)
        self.assertEqual(sienne.envoyer(self.adresse(finess=self.second)).statut, 404)

    def test_who_reads_indicators_reads_what_is_proved_and_signs_nothing(self):
        encadrement = self.atelier.compte("encadrement")
        page = encadrement.lire(self.adresse())
        self.assertEqual(page.statut, 200)
        self.assertNotIn('method="post" action="/preuve', page.corps)
        self.assertEqual(encadrement.envoyer(self.adresse()).statut, 403)
        self.assertEqual(encadrement.lire(self.adresse("/preuve/rapport.json")).statut, 403)
        self.assertEqual(self.atelier.compte("professionnel").lire("/preuve").statut, 403)

    def test_a_signature_asks_its_token_and_is_in_the_journal_with_the_digest(self):
        faux = self.direction.demander("POST", self.adresse(), "csrf=" + "0" * 64, **{
            "Content-Type": "application/x-www-form-urlencoded", "X-CSRF-Token": "0" * 64})
        self.assertEqual(faux.statut, 403)
        page = self.signer()
        empreinte = EMPREINTE.search(page.corps)[1]
        self.direction.lire(lien(page))
        lignes = self.atelier.executer("SELECT acte, objet, detail FROM journal WHERE issue = 'fait'")
        for acte in ("rapport_usage.signer", "rapport_usage.telecharger"):
            self.assertIn((acte, f"rapport:{empreinte}", JOUR), lignes)
        self.assertIn("intact", self.atelier.commande("journal", "verifier").stdout)

    def test_what_cannot_be_signed_is_refused(self):
        for question in ({"au": "hier"}, {"connu_le": "hier"}, {"denominateur": "tous"},
                         {"connu_le": "2999-01-01T00:00:00Z"}):
            self.assertEqual(self.direction.envoyer(self.adresse(**question)).statut, 422, question)
            self.assertEqual(self.direction.lire(self.adresse("/preuve/rapport.json", **question)).statut, 422)
        avant_tout = self.direction.envoyer(self.adresse(connu_le="2020-01-01T00:00:00Z"))
        self.assertEqual(avant_tout.statut, 404)
        fait = subprocess.run([DUI, "rapport", "--au", JOUR, "--connu-le", "2999-01-01T00:00:00Z", "--cle", self.cle,
                               "--base", self.atelier.base, "--donnees", str(self.atelier.chemin)],
                              text=True, capture_output=True, timeout=60)
        self.assertEqual((fait.returncode, fait.stdout), (2, ""))
        self.assertIn("n'est pas passé", fait.stderr)


class Rejeu(unittest.TestCase):
    def test_what_was_signed_is_given_again_byte_for_byte_after_a_later_fact(self):
        atelier = AtelierDui()
        cle = str(atelier.chemin / "dui.cle")
        subprocess.run([DUI, "cle", "creer", cle], check=True, capture_output=True)
        atelier.demarrer("--cle-rapports", cle)
        try:
            direction = atelier.compte("direction")
            page = direction.envoyer(f"/preuve?au={JOUR}")
            avant = direction.lire(lien(page)).corps
            fait = {"type": "envoi_mss", "id": "tardif", "finess_et": atelier.etablissements[0],
                    "le": "2024-08-01T10:00:00Z", "destinataires": 1}
            lignes = atelier.chemin / "tardif.ndjson"
            lignes.write_text(json.dumps(fait) + "\n")
            importe = atelier.commande("import", str(lignes), sans_cle=True)
            self.assertEqual(importe.returncode, 0, importe.stderr)
            self.assertEqual(direction.lire(lien(page)).corps, avant)
            autre = direction.lire(lien(direction.envoyer(f"/preuve?au={JOUR}"))).corps
            self.assertEqual(json.loads(autre)["total"]["feuilles"], json.loads(avant)["total"]["feuilles"] + 1)
        finally:
            atelier.fermer()


class SansCle(unittest.TestCase):
    def test_without_a_key_the_page_says_the_command_and_signs_nothing(self):
        atelier = AtelierDui().demarrer()
        try:
            direction = atelier.compte("direction")
            page = direction.lire(f"/preuve?au={JOUR}")
            self.assertIn("--cle-rapports", page.corps)
            self.assertIn("grappe-dui rapport", page.corps)
            self.assertNotIn('method="post" action="/preuve', page.corps)
            self.assertEqual(direction.envoyer(f"/preuve?au={JOUR}").statut, 503)
            self.assertEqual(direction.lire(f"/preuve/rapport.json?au={JOUR}").statut, 503)
        finally:
            atelier.fermer()

    def test_a_key_that_cannot_serve_keeps_the_server_from_starting(self):
        atelier = AtelierDui(faits=False)
        ouverte = atelier.chemin / "dui.cle"
        subprocess.run([DUI, "cle", "creer", str(ouverte)], check=True, capture_output=True)
        ouverte.chmod(0o644)
        for cle in (str(ouverte), str(atelier.chemin / "absente")):
            with self.assertRaises(AssertionError) as refus:
                Serveur("servir", "--ecoute", "127.0.0.1:0", *atelier.options, "--cle-rapports", cle, programme=DUI)
            self.assertIn(cle, str(refus.exception))
        atelier.abandonner()
        atelier.dossier.cleanup()


if __name__ == "__main__":
    unittest.main()
