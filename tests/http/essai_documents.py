"""Documents made by the portail: receipts as PDF, read back by poppler."""

import hashlib
import http.client
import re
import subprocess
import unittest

from comptes import Atelier, Client, code_totp
from dossiers import OUVERT, PDF, Porteur, contenu


def octets(client, chemin):
    connexion = http.client.HTTPConnection("127.0.0.1", client.atelier.serveur.port, timeout=30)
    connexion.request("GET", chemin,
                      headers={"Cookie": f"session={client.cookie}"} if client.cookie else {})
    reponse = connexion.getresponse()
    lus = reponse.read()
    connexion.close()
    return reponse.status, reponse.headers.get("Content-Type"), lus


def texte_du_pdf(pdf, *options):
    return subprocess.run(["pdftotext", "-layout", *options, "-", "-"], input=pdf, check=True,
                          capture_output=True).stdout.decode()


class Recepisses(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.atelier = Atelier().demarrer("--horloge", OUVERT)
        cls.porteur = Porteur(cls.atelier, "porteur@exemple.fr")
        cls.voisin = Porteur(cls.atelier, "voisin@exemple.fr")
        cls.dossier = cls.porteur.commencer()
        assert cls.porteur.ecrire(cls.dossier, contenu(20), 1).statut == 200
        cls.avant = octets(cls.porteur, cls.dossier + "/recepisse.pdf")
        for type_, nom in (("DOC-01", "Note générale.pdf"), ("DOC-09", "autodiagnostic.pdf")):
            jointe = cls.porteur.joindre(cls.dossier, type_, nom, octets=PDF + nom.encode())
            assert jointe.statut == 201
        depose = cls.porteur.deposer(cls.dossier)
        assert depose.statut == 201, depose.corps
        cls.recu = depose.json
        cls.adresse = f"/recepisses/{cls.recu['numero']}.pdf?empreinte={cls.recu['empreinte']}"

    @classmethod
    def tearDownClass(cls):
        cls.atelier.fermer()

    def test_anyone_with_number_and_digest_gets_the_same_bytes(self):
        anonyme = Client(self.atelier)
        statut, genre, pdf = octets(anonyme, self.adresse)
        self.assertEqual((statut, genre), (200, "application/pdf"))
        self.assertEqual(octets(anonyme, "/api" + self.adresse)[2], pdf)
        self.assertEqual(octets(self.porteur, self.dossier + "/recepisse.pdf")[2], pdf)

    def test_a_wrong_digest_shows_nothing(self):
        faux = self.adresse[:-1] + ("0" if self.adresse[-1] != "0" else "1")
        for chemin in (faux, f"/recepisses/{self.recu['numero']}.pdf",
                       self.adresse.replace("NA-2024", "NA-2023", 1)):
            self.assertEqual(octets(Client(self.atelier), chemin)[0], 404, chemin)

    def test_before_the_deposit_there_is_no_receipt(self):
        self.assertEqual(self.avant[0], 404)

    def test_only_who_reads_the_dossier_gets_it_by_the_dossier(self):
        chemin = self.dossier + "/recepisse.pdf"
        self.assertEqual(octets(Client(self.atelier), chemin)[0], 401)
        self.assertEqual(octets(self.voisin, chemin)[0], 404)
        for region, attendu in (("75", 200), ("94", 404)):
            courriel = f"ars{region}@exemple.fr"
            secret = self.atelier.guichet("ars", courriel, region)
            ars = Client(self.atelier)
            ars.connecter(courriel, code=code_totp(secret))
            self.assertEqual(octets(ars, chemin)[0], attendu, region)

    def test_the_text_seals_what_was_deposited(self):
        pdf = octets(Client(self.atelier), self.adresse)[2]
        texte = texte_du_pdf(pdf)
        for attendu in (self.recu["numero"], self.recu["empreinte"], "ARS Nouvelle-Aquitaine",
                        "1er mars 2024 à 13 h 00 min 00 s", "2024-03-01T12:00:00Z",
                        "Note générale.pdf", "339900003"):
            self.assertIn(attendu, texte)
        montant = self.recu["subvention"]["total"].replace(".", ",")
        self.assertIn(montant, re.sub(r"(?<=\d)\s(?=\d)", "", texte))

    def test_the_sealed_text_gives_the_digest(self):
        lignes = [ligne.strip() for ligne in
                  texte_du_pdf(octets(Client(self.atelier), self.adresse)[2]).splitlines()]
        debut = lignes.index("grappe recepisse 1")
        scelle = "".join(ligne + "\n" for ligne in lignes[debut:lignes.index("", debut)])
        self.assertEqual(hashlib.sha256(scelle.encode()).hexdigest(), self.recu["empreinte"])

    def test_the_pdf_is_tagged_titled_and_in_french(self):
        pdf = octets(Client(self.atelier), self.adresse)[2]
        infos = subprocess.run(["pdfinfo", "-"], input=pdf, check=True,
                               capture_output=True).stdout.decode()
        self.assertRegex(infos, r"Tagged:\s+yes")
        self.assertIn("Récépissé de dépôt " + self.recu["numero"], infos)
        self.assertIn(b"/Lang (fr-FR)", pdf)
        structure = subprocess.run(["pdfinfo", "-struct-text", "-"], input=pdf, check=True,
                                   capture_output=True).stdout.decode()
        self.assertIn("H1", structure)
        self.assertNotIn("page 1", structure)  # the foot of a page is no content


if __name__ == "__main__":
    unittest.main()
