"""Models prepared for a dossier: the list of the note is that of the form, and they deposit."""

import io
import json
import re
import unittest
import zipfile
from xml.etree import ElementTree

from comptes import Atelier, Client, code_totp
from dossiers import OUVERT, Porteur, contenu
from essai_documents import octets, texte_du_pdf


def texte_docx(docx):
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        assert archive.testzip() is None
        racine = ElementTree.fromstring(archive.read("word/document.xml"))
        for nom in archive.namelist():
            ElementTree.fromstring(archive.read(nom))  # each part is well formed
    return "\n".join("".join(alinea.itertext()) for alinea in racine.iter(
        "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p"))


def feuilles(xlsx):
    """Names of the sheets and the XML of each."""
    with zipfile.ZipFile(io.BytesIO(xlsx)) as archive:
        noms = re.findall(r'<sheet name="([^"]+)"', archive.read("xl/workbook.xml").decode())
        return {nom: archive.read(f"xl/worksheets/sheet{rang}.xml").decode()
                for rang, nom in enumerate(noms, 1)}


class Modeles(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.atelier = Atelier().demarrer("--horloge", OUVERT)
        cls.porteur = Porteur(cls.atelier, "porteur@exemple.fr")
        cls.voisin = Porteur(cls.atelier, "voisin@exemple.fr")
        secret = cls.atelier.guichet("ars", "ars@exemple.fr", "75")
        cls.ars = Client(cls.atelier)
        cls.ars.connecter("ars@exemple.fr", code=code_totp(secret))
        cls.ecrit = contenu(20)
        cls.dossier = cls.porteur.commencer()
        assert cls.porteur.ecrire(cls.dossier, cls.ecrit, 1).statut == 200

    @classmethod
    def tearDownClass(cls):
        cls.atelier.fermer()

    def modele(self, nom):
        statut, _, lus = octets(self.porteur, f"{self.dossier}/modeles/{nom}")
        self.assertEqual(statut, 200, nom)
        return lus

    def test_the_list_of_the_note_is_that_of_the_form(self):
        note = texte_docx(self.modele("DOC-01.docx"))
        numeros = re.findall(r"^\d{9}$", note, re.M)
        ejs = {essms.get("finess_ej") for essms in self.ecrit["essms"]}
        self.assertEqual([n for n in numeros if n not in ejs],
                         [essms["finess_et"] for essms in self.ecrit["essms"]])
        self.assertIn("À compléter", note)

    def test_every_model_of_the_list_is_given_and_can_be_deposited(self):
        modeles = self.porteur.lire(self.dossier + "/modeles").json["modeles"]
        self.assertIn("DOC-06", [un["piece"] for un in modeles])
        for un in modeles:
            statut, _, lus = octets(self.porteur, un["adresse"])
            self.assertEqual(statut, 200, un)
            jointe = self.porteur.joindre(self.dossier, un["piece"], un["fichier"], octets=lus)
            self.assertEqual(jointe.statut, 201, un)

    def test_what_the_call_does_not_ask_is_not_given(self):
        for nom in ("DOC-10.xlsx", "DOC-01.pdf", "phases.txt", "x"):
            self.assertEqual(octets(self.porteur, f"{self.dossier}/modeles/{nom}")[0], 404, nom)

    def test_the_financing_plan_computes(self):
        plan = feuilles(self.modele("DOC-06.xlsx"))
        self.assertEqual(list(plan), ["Coûts du projet", "Coûts RH", "Plan pluriannuel",
                                      "Subvention calculée"])
        analyse = self.porteur.lire(self.dossier + "/analyse").json
        total = float(analyse["subvention"]["total"])
        derniere = re.findall(r"<f>(SUM\(H2:H21\))</f><v>([\d.]+)</v>",
                              plan["Subvention calculée"])
        self.assertEqual([(f, float(v)) for f, v in derniere], [("SUM(H2:H21)", total)])
        self.assertIn("<f>MAX(0,B5-B7-B8-B9)</f>", plan["Plan pluriannuel"])

    def test_only_its_porteur_gets_models_and_plannings(self):
        for client, attendu in ((Client(self.atelier), 401), (self.voisin, 404), (self.ars, 403)):
            for fin in ("/modeles", "/modeles/DOC-01.docx"):
                self.assertEqual(octets(client, self.dossier + fin)[0], attendu, fin)
        self.assertEqual(self.voisin.lire(self.dossier + "/planning").statut, 404)
        ecrit = self.voisin.demander("PUT", self.dossier + "/planning", '{"phases":[]}',
                                     **{"If-Match": '"0"', "Content-Type": "application/json"})
        self.assertEqual(ecrit.statut, 404)

    def test_sheets_print_on_one_page_of_width_and_group_thousands_in_every_language(self):
        for nom in ("DOC-06.xlsx", "DOC-05.xlsx"):
            classeur = self.modele(nom)
            for feuille in feuilles(classeur).values():
                self.assertIn("fitToPage", feuille)
                self.assertRegex(feuille, r'<pageSetup paperSize="9"[^>]* orientation="landscape"')
                # Three years of months on one page could not be read.
                self.assertEqual('fitToWidth="2"' in feuille, nom == "DOC-05.xlsx")
            with zipfile.ZipFile(io.BytesIO(classeur)) as archive:
                styles = archive.read("xl/styles.xml").decode()
                self.assertIn("#,##0.00", styles)
                self.assertNotIn("# ##0", styles)
                self.assertIn("_xlnm.Print_Titles", archive.read("xl/workbook.xml").decode())

    def test_columns_of_a_text_have_their_own_widths(self):
        with zipfile.ZipFile(io.BytesIO(self.modele("DOC-01.docx"))) as archive:
            corps = archive.read("word/document.xml").decode()
        largeurs = [int(w) for w in re.findall(r'<w:gridCol w:w="(\d+)"/>', corps)]
        self.assertEqual(len(largeurs), 7)
        self.assertLess(largeurs[0] * 3, largeurs[2])  # the rank beside the name
        self.assertLessEqual(sum(largeurs), 11906 - 2 * 1134)

    def dater(self, phases, version, **champs):
        return self.porteur.demander(
            "PUT", self.dossier + "/planning", json.dumps({"phases": phases}),
            **{"If-Match": f'"{version}"', "Content-Type": "application/json", **champs})

    def test_plannings_show_the_dates_that_the_porteur_gave_and_no_other(self):
        lu = self.porteur.lire(self.dossier + "/planning").json
        self.assertEqual({phase["debut"] for phase in lu["phases"]}, {None})
        sans = texte_du_pdf(self.modele("DOC-05.pdf"))
        self.assertIn("à dater par le porteur", sans)
        self.assertNotRegex(sans, r"\bau \d+ ")
        phases = [{**lu["phases"][0], "debut": "2024-09-01", "fin": "2025-01-31"},
                  {"volet": "conduite", "libelle": "Formation & appui", "debut": "2025-02-03",
                   "fin": "2025-02-03"}]
        self.assertEqual(self.dater(phases, lu["version"]).json["version"], lu["version"] + 1)
        avec = texte_du_pdf(self.modele("DOC-05.pdf"))
        self.assertIn("du 1er septembre 2024", avec)
        self.assertIn("le 3 février 2025", avec)
        self.assertEqual(self.dater(phases, lu["version"]).statut, 412)
        phases[0]["fin"] = "2024-08-01"
        refus = self.dater(phases, lu["version"] + 1)
        self.assertEqual((refus.statut, refus.json["code"]), (422, "planning.ordre"))


if __name__ == "__main__":
    unittest.main()
