"""Exports: made in the background, for who asked alone, verified by sha256sum, after a restart too."""

import csv
import hashlib
import io
import json
import pathlib
import subprocess
import tempfile
import time
import unittest
import zipfile

from client import attendre as attendre_que
from comptes import Atelier, Client, code_totp
from dossiers import OUVERT, PDF, Porteur, contenu
from essai_documents import octets, texte_du_pdf
from essai_messages import formulaire


def attendre(client, id_, secondes=20):
    """The export once it is no more waited for."""
    fin = time.monotonic() + secondes
    while time.monotonic() < fin:
        un = client.lire(f"/api/exports/{id_}").json
        if un["etat"] != "demande":
            return un
        time.sleep(0.1)
    raise AssertionError(f"export {id_} never ready")


class Exports(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.atelier = Atelier().demarrer("--horloge", OUVERT)
        cls.porteur = Porteur(cls.atelier, "porteur@exemple.fr")
        cls.voisin = Porteur(cls.atelier, "voisin@exemple.fr")
        cls.guichets = {}
        for region in ("75", "94"):
            courriel = f"ars{region}@exemple.fr"
            secret = cls.atelier.guichet("ars", courriel, region)
            cls.guichets[region] = Client(cls.atelier)
            cls.guichets[region].connecter(courriel, code=code_totp(secret))
        cls.dossier = cls.porteur.commencer()
        ecrit = contenu(20)
        ecrit["porteur"]["raison_sociale"] = "=1+1;\"é\""
        assert cls.porteur.ecrire(cls.dossier, ecrit, 1).statut == 200
        for type_, nom in (("DOC-01", "Note générale.pdf"), ("DOC-01", "Note générale.pdf"),
                           ("DOC-09", "auto.pdf")):
            assert cls.porteur.joindre(cls.dossier, type_, nom,
                                       octets=PDF + nom.encode()).statut == 201
        assert cls.porteur.deposer(cls.dossier).statut == 201
        cls.id = cls.dossier.rsplit("/", 1)[1]

    @classmethod
    def tearDownClass(cls):
        cls.atelier.fermer()

    def demander(self, client, genre, objet=""):
        demande = client.poster("/api/exports", genre=genre, objet=objet)
        self.assertEqual(demande.statut, 202, demande.corps)
        return demande.json["id"]

    def fichier(self, client, genre, objet=""):
        un = attendre(client, self.demander(client, genre, objet))
        self.assertEqual(un["etat"], "pret", un)
        statut, type_, lus = octets(client, un["fichier"])
        self.assertEqual(statut, 200)
        self.assertEqual(len(lus), un["taille"])
        processus = self.atelier.serveur.processus.pid
        carte = pathlib.Path(f"/proc/{processus}/maps")
        self.assertTrue(attendre_que(lambda: f"/exports/{un['id']}" not in carte.read_text(), 5),
                        "a file that was sent is still mapped")
        return type_, lus

    def verifier_l_archive(self, zippe):
        with tempfile.TemporaryDirectory() as dossier:
            with zipfile.ZipFile(io.BytesIO(zippe)) as archive:
                archive.extractall(dossier)
                noms = archive.namelist()
            somme = subprocess.run(["sha256sum", "-c", "--strict", "SHA256SUMS"], cwd=dossier,
                                   capture_output=True, text=True)
            self.assertEqual(somme.returncode, 0, somme.stdout + somme.stderr)
            self.assertEqual(somme.stdout.count(": OK"), len(noms) - 1)
            return {nom: (pathlib.Path(dossier) / nom).read_bytes() for nom in noms}

    def test_the_archive_of_a_dossier_holds_every_piece_and_verifies(self):
        type_, zippe = self.fichier(self.porteur, "dossier_archive", self.id)
        self.assertEqual(type_, "application/zip")
        entrees = self.verifier_l_archive(zippe)
        self.assertLessEqual({"contenu.json", "analyse.json", "dossier.pdf", "recepisse.pdf",
                              "recepisse.json", "pieces/DOC-01/Note générale.pdf",
                              "pieces/DOC-01/Note générale-2.pdf", "pieces/DOC-09/auto.pdf"},
                             set(entrees))
        self.assertEqual(json.loads(entrees["analyse.json"])["subvention"],
                         json.loads(entrees["recepisse.json"])["subvention"])
        self.assertIn("Note générale.pdf", texte_du_pdf(entrees["dossier.pdf"]))

    def test_the_messages_of_a_dossier_go_with_it_and_the_notes_of_its_desk_never(self):
        corps, types = formulaire({"texte": "Le devis suit.\nMerci.", "vu": 0},
                                  [("devis.pdf", PDF + b"un"), ("devis.pdf", PDF + b"deux")])
        ecrit = self.porteur.demander("POST", self.dossier + "/messages", corps, **types)
        self.assertEqual(ecrit.statut, 201, ecrit.corps)
        guichet = self.guichets["75"]
        corps, types = formulaire({"texte": "Bien reçu.", "vu": 1})
        self.assertEqual(guichet.demander("POST", self.dossier + "/messages", corps,
                                          **types).statut, 201)
        self.assertEqual(guichet.poster(self.dossier + "/notes", texte="Entre nous.").statut, 201)
        for client in (self.porteur, guichet):
            entrees = self.verifier_l_archive(self.fichier(client, "dossier_archive", self.id)[1])
            messages = json.loads(entrees["messages.json"])
            self.assertEqual([(m["cote"], m["texte"]) for m in messages],
                             [("porteur", "Le devis suit.\nMerci."), ("guichet", "Bien reçu.")])
            self.assertEqual([f["chemin"] for f in messages[0]["fichiers"]],
                             ["messages/1/devis.pdf", "messages/1/devis-2.pdf"])
            for fichier in messages[0]["fichiers"]:
                self.assertEqual(hashlib.sha256(entrees[fichier["chemin"]]).hexdigest(),
                                 fichier["sha256"])
            texte = texte_du_pdf(entrees["dossier.pdf"])
            for attendu in ("Le devis suit.", "Bien reçu.", "devis.pdf", "Le porteur"):
                self.assertIn(attendu, texte)
            self.assertNotIn("Entre nous", texte)
            self.assertNotIn("Entre nous".encode(), b"".join(entrees.values()))

    def test_a_desk_lists_its_dossiers_and_no_formula_goes_out(self):
        type_, lus = self.fichier(self.guichets["75"], "liste_csv")
        self.assertEqual(type_, "text/csv; charset=utf-8")
        lignes = list(csv.reader(io.StringIO(lus.decode("utf-8-sig")), delimiter=";"))
        self.assertEqual(lignes[1][2], "'=1+1;\"é\"")
        self.assertEqual(len(lignes), 2)
        self.assertEqual(len(list(csv.reader(io.StringIO(
            self.fichier(self.guichets["94"], "liste_csv")[1].decode("utf-8-sig"))))), 1)
        _, xlsx = self.fichier(self.guichets["75"], "liste_xlsx", "depose")
        with zipfile.ZipFile(io.BytesIO(xlsx)) as archive:
            self.assertNotIn(b"<f>", archive.read("xl/worksheets/sheet1.xml"))

    def test_the_pdf_of_a_dossier_tells_all_of_it(self):
        type_, pdf = self.fichier(self.guichets["75"], "dossier_pdf", self.id)
        self.assertEqual(type_, "application/pdf")
        texte = texte_du_pdf(pdf)
        for attendu in ("339900003", "20 établissements et services", "Déposé", "auto.pdf"):
            self.assertIn(attendu, texte)

    def test_ones_own_data_and_nobody_elses(self):
        self.assertEqual(self.porteur.demander("PUT", "/api/compte/courriels",
                                               {"regime": "resume"}).statut, 200)
        entrees = self.verifier_l_archive(self.fichier(self.porteur, "mes_donnees")[1])
        self.assertEqual([c["courriel"] for c in json.loads(entrees["compte.json"])],
                         ["porteur@exemple.fr"])
        self.assertEqual([d["id"] for d in json.loads(entrees["dossiers.json"])], [self.id])
        self.assertEqual([c["regime"] for c in json.loads(entrees["courriels_choisis.json"])],
                         ["resume"])
        tout = b"".join(entrees.values())
        self.assertNotIn(b"argon2", tout)
        self.assertNotIn(b"voisin@exemple.fr", tout)
        self.assertIn("dossier.deposer",
                      {ligne["acte"] for ligne in json.loads(entrees["journal.json"])})

    def test_an_export_is_for_who_asked_alone(self):
        id_ = self.demander(self.porteur, "dossier_pdf", self.id)
        attendre(self.porteur, id_)
        for client, attendu in ((Client(self.atelier), 401), (self.voisin, 404),
                                (self.guichets["75"], 404)):
            for fin in ("", "/fichier"):
                self.assertEqual(octets(client, f"/api/exports/{id_}{fin}")[0], attendu, fin)
        self.assertNotIn(id_, self.voisin.lire("/api/exports").corps)
        refus = self.voisin.poster("/api/exports", genre="dossier_archive", objet=self.id)
        self.assertEqual((refus.statut, refus.json["code"]), (404, "dossier.inconnu"))
        refus = self.voisin.poster("/api/exports", genre="tout", objet="")
        self.assertEqual((refus.statut, refus.json["code"]), (422, "exports.genre"))

    def test_what_was_asked_before_a_stop_is_made_after_it(self):
        id_ = self.demander(self.porteur, "dossier_archive", self.id)
        self.atelier.serveur.processus.kill()
        self.atelier.serveur.processus.wait()
        self.atelier.demarrer("--horloge", OUVERT)
        self.assertEqual(attendre(self.porteur, id_)["etat"], "pret")
        verifie = self.atelier.commande("journal", "verifier")
        self.assertEqual(verifie.returncode, 0, verifie.stderr)


if __name__ == "__main__":
    unittest.main()
