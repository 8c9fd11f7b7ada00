"""Persons searched by page, API and command: what is found, for whom, and the line of the journal."""

import html
import json
import re
import unittest

from essai_dui_api import Essai

TEXTES = {
    "essai-1": ("OUENNEVEL", ["MAËLYS", "ODE"], "1941-03-12"),
    "essai-2": ("D'OUENNEVEL-ZORBINAC", ["LÉOPOLD"], "1941-12-03"),
    "essai-3": ("OUENNEVAL", ["MAELYS"], "1941-03-12"),
}


class Personnes(Essai):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        lieux = {"essai-1": cls.premier, "essai-2": cls.second, "essai-3": cls.second}
        lignes = [{"type": "personne", "id": un, "finess_et": lieux[un], "nom_naissance": nom, "prenoms": prenoms,
                   "date_naissance": naissance, "sexe": "F", "lieu_naissance": "33063",
                   "statut_identite": "validee" if un == "essai-1" else "provisoire"}
                  for un, (nom, prenoms, naissance) in TEXTES.items()]
        lignes += [{"type": "sejour", "id": "s-" + un, "personne": un, "finess_et": ou, "entree": "2024-02-01",
                    "modalite": "permanent"} for un, ou in lieux.items()]
        fichier = cls.atelier.chemin / "trois.ndjson"
        fichier.write_text("".join(json.dumps(une) + "\n" for une in lignes))
        fait = cls.atelier.commande("import", str(fichier), sans_cle=True)
        assert fait.returncode == 0, fait.stderr
        cls.partout, cls.ici = cls.client("encadrement"), cls.client("professionnel", cls.premier)

    def ids(self, client, texte):
        reponse = client.interroger("/api/personnes", q=texte)
        self.assertEqual(reponse.statut, 200, reponse.corps)
        return [une["personne"] for une in reponse.json["personnes"]]

    def test_words_in_any_order_accents_left_out_a_letter_wrong(self):
        une, deux, trois = TEXTES
        for texte, attendues in (("maelys ouennevel", [une, trois]), ("Ouennevel Maëlys", [une, trois]),
                                 ("zorbinac", [deux]), ("douennevel", [deux, une]),
                                 ("ouennevel 12/03/1941", [une, trois]), ("uenne", [deux, trois, une]),
                                 ("essai-2", [deux]), ("xyz", [])):
            self.assertEqual(self.ids(self.partout, texte), attendues, texte)

    def test_who_was_recorded_while_the_server_runs_is_found(self):
        fichier = self.atelier.chemin / "une.ndjson"
        fichier.write_text(json.dumps({
            "type": "personne", "id": "essai-9", "finess_et": self.premier, "nom_naissance": "NOUVELLEVENUE",
            "prenoms": ["IRIS"], "date_naissance": "1950-01-02", "sexe": "F", "lieu_naissance": "33063",
            "statut_identite": "provisoire"}) + "\n")
        self.assertEqual(self.ids(self.partout, "nouvellevenue"), [])
        self.assertEqual(self.atelier.commande("import", str(fichier), sans_cle=True).returncode, 0)
        self.assertEqual(self.ids(self.partout, "nouvellevenue"), ["essai-9"])
        adresse = re.search(r'href="(/[^"]*essai-9)"', self.partout.lire("/personnes?q=nouvellevenue").corps)[1]
        self.assertEqual(self.partout.lire(adresse).statut, 200, adresse)

    def test_only_those_of_the_establishments_where_one_works(self):
        self.assertEqual(self.ids(self.ici, "ouennevel"), ["essai-1"])
        self.assertEqual(self.ids(self.ici, "essai-2"), [])
        page = self.ici.lire("/personnes?q=ouennevel").corps
        self.assertIn("/personnes/essai-1", page)
        self.assertNotIn("/personnes/essai-2", page)

    def test_the_page_says_who_it_is_and_why(self):
        page = html.unescape(self.partout.lire("/personnes?q=ouennevel+maelys").corps)
        for dit in ("OUENNEVEL MAËLYS ODE", "2\u00a0personnes trouvées", "12 mars 1941", "83\u00a0ans", "validée",
                    self.premier, "nom de naissance, en entier", "nom de naissance, à une lettre près"):
            self.assertIn(dit.replace("\u00a0", " "), page.replace("\u00a0", " ").replace("\u202f", " "))
        vide = self.partout.lire("/personnes")
        self.assertEqual(vide.statut, 200)
        self.assertNotIn("trouvee", vide.corps)
        self.assertIn("Personne ne répond", self.partout.lire("/personnes?q=xyzxyz").corps)
        dure = self.partout.lire("/personnes?q=%3Cb%3E%22%27&q=2")
        self.assertEqual(dure.statut, 200)
        self.assertNotIn("<b>", dure.corps)

    def test_each_search_that_shows_somebody_is_a_line_of_the_journal_without_what_was_typed(self):
        compter = "SELECT detail FROM journal WHERE acte = 'dossier_usager.chercher' ORDER BY numero"
        avant = len(self.atelier.executer(compter))
        self.ids(self.partout, "zorbinac")
        self.ids(self.partout, "xyzxyz")
        self.partout.lire("/personnes?q=maelys+ouennevel")
        apres = self.atelier.executer(compter)[avant:]
        self.assertEqual([detail for (detail,) in apres], ["1", "2"])
        ecrits = self.atelier.executer("SELECT acte, objet, detail FROM journal")
        self.assertNotIn("zorbinac", str(ecrits).lower())

    def test_what_is_asked_must_be_said(self):
        self.refuse(self.partout.lire("/api/personnes"), 422, "dui.champ_requis", "q")

    def test_the_command_finds_and_tells_duplicates(self):
        fait = self.atelier.commande("personne", "chercher", "zorbinac", sans_cle=True)
        self.assertEqual(fait.returncode, 0, fait.stderr)
        self.assertIn("essai-2 · D'OUENNEVEL-ZORBINAC LÉOPOLD", fait.stdout)
        lu = self.commande("personne", "doublons", "--nom", "Ouennevel", "--prenom", "Maélys", "--naissance",
                           "1941-12-03", "--sexe", "F", "--lieu", "33063", "--json")
        self.assertEqual([(un["personne"], un["score"]) for un in lu["doublons"]],
                         [("essai-1", 100), ("essai-3", 90), ("essai-2", 55)])
        self.assertEqual(lu["doublons"][0]["indices"][0], {"code": "naissance_inversee", "points": 30})
        fait = self.atelier.commande("personne", "doublons", "--nom", "A", "--prenom", "B", "--naissance", "hier",
                                     sans_cle=True)
        self.assertEqual(fait.returncode, 2)
        self.assertIn("n'est pas un jour", fait.stderr)


if __name__ == "__main__":
    unittest.main()
