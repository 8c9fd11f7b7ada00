"""The pages of indicators and records: the figures of the commands, who may open what, its journal."""

import html
import json
import re
import unittest

from essai_dui import JOUR, AtelierDui

CIBLES = ["dossiers_actifs", "projet_personnalise", "evenement_agenda", "mssante", "dmp"]
LISTE = re.compile(r'<ul class="dossiers-lus">(.*?)</ul>', re.S)
LIGNE = re.compile(r'<div class="dossiers-lus__qui"><a href="/dossiers/([^"]+)">')


def lisible(reponse):
    return html.unescape(reponse.corps).replace("\u202f", "").replace("\u00a0", " ")


class Indicateurs(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.atelier = AtelierDui().demarrer()
        cls.premier, cls.second = cls.atelier.etablissements[:2]
        cls.direction = cls.atelier.compte("direction")
        cls.encadrement = cls.atelier.compte("encadrement", cls.premier)
        cls.professionnel = cls.atelier.compte("professionnel", cls.premier)

    @classmethod
    def tearDownClass(cls):
        cls.atelier.fermer()

    def commande(self, *mots):
        fait = self.atelier.commande(*mots, sans_cle=True)
        self.assertEqual(fait.returncode, 0, fait.stderr)
        return fait.stdout

    def expliquer(self, finess, lecture="fenetre"):
        return json.loads(self.commande("expliquer", "--au", JOUR, "--finess", finess,
                                        "--denominateur", lecture, "--json"))

    def liste(self, code, finess, place, navigateur=None):
        page = (navigateur or self.direction).lire(
            f"/indicateurs/{code}?au={JOUR}&finess={finess}&place={place}")
        self.assertEqual(page.statut, 200)
        return LIGNE.findall(LISTE.search(page.corps)[1])

    def test_the_gauges_are_the_figures_of_the_command_under_each_reading(self):
        for lecture in ("fenetre", "file_active", "presents"):
            mesure = json.loads(self.commande("indicateurs", "--au", JOUR, "--denominateur", lecture,
                                              "--json"))["total"]["indicateurs"]
            page = lisible(self.direction.lire(f"/indicateurs?au={JOUR}&denominateur={lecture}"))
            fractions = re.findall(r'jauge__fraction">(\d+) sur (\d+)<', page)
            self.assertEqual(fractions, [(str(mesure[code]["numerateur"]), str(mesure[code]["denominateur"]))
                                         for code in CIBLES])

    def test_a_list_holds_those_that_the_command_tells_in_its_order_and_each_opens(self):
        for finess in self.atelier.etablissements:
            explique = self.expliquer(finess)["indicateurs"]
            for code in CIBLES:
                for place in ("manque", "compte", "hors"):
                    attendus = [un["personne"] for un in explique[code]["dossiers"]
                                if un["place"] == place and un["personne"]]
                    self.assertEqual(self.liste(code, finess, place), attendus, (code, place))
        for personne in self.liste("dossiers_actifs", self.premier, "compte")[:3]:
            self.assertEqual(self.direction.lire(f"/dossiers/{personne}").statut, 200)

    def test_a_matricule_is_shown_of_a_qualified_identity_only(self):
        lignes = (self.atelier.chemin / "organisation.ndjson").read_text().splitlines()
        personnes = {un["id"]: un for un in map(json.loads, lignes)
                     if un["type"] == "personne" and un.get("matricule_ins")}
        vues = {"recuperee": 0, "qualifiee": 0}
        for id_, un in personnes.items():
            page = self.direction.lire(f"/dossiers/{id_}")
            if page.statut != 200 or vues[un["statut_identite"]] == 3:
                continue
            vues[un["statut_identite"]] += 1
            self.assertEqual(un["matricule_ins"] in page.corps, un["statut_identite"] == "qualifiee", id_)
        self.assertGreater(min(vues.values()), 0, vues)
        qualifiee = next(id_ for id_, un in personnes.items() if un["statut_identite"] == "qualifiee")
        fait = self.atelier.commande("identite", "attribut", qualifiee, "--poser", "douteuse", sans_cle=True)
        self.assertEqual(fait.returncode, 0, fait.stderr)
        page = self.direction.lire(f"/dossiers/{qualifiee}")
        self.assertIn("provisoire, douteuse", page.corps)
        self.assertNotIn(personnes[qualifiee]["matricule_ins"], page.corps)

    def test_a_reason_filters_the_list(self):
        explique = self.expliquer(self.premier)["indicateurs"]
        for code in CIBLES:
            motifs = {obstacle[0]["motif"] for un in explique[code]["dossiers"]
                      if un["place"] == "manque" for obstacle in un["obstacles"]}
            for motif in motifs:
                page = self.direction.lire(
                    f"/indicateurs/{code}?au={JOUR}&finess={self.premier}&place=manque&motif={motif}")
                attendus = [un["personne"] for un in explique[code]["dossiers"] if un["place"] == "manque"
                            and any(o[0]["motif"] == motif for o in un["obstacles"])]
                self.assertEqual(LIGNE.findall(LISTE.search(page.corps)[1]), attendus)

    def test_an_account_of_one_establishment_sees_that_one_only(self):
        page = self.encadrement.lire("/indicateurs")
        self.assertIn(self.premier, page.corps)
        self.assertNotIn(self.second, page.corps)
        for chemin in ("/indicateurs", "/indicateurs/dmp", "/tbb"):
            self.assertEqual(self.encadrement.lire(f"{chemin}?finess={self.second}").statut, 404)
            self.assertEqual(self.encadrement.lire(f"{chemin}?finess={self.premier}").statut, 200)
        ailleurs = {un["personne"] for un in self.expliquer(self.second)["indicateurs"]["dmp"]["dossiers"]}
        ici = {un["personne"] for un in self.expliquer(self.premier)["indicateurs"]["dmp"]["dossiers"]}
        personne = sorted(un for un in ailleurs - ici if un)[0]
        self.assertEqual(self.encadrement.lire(f"/dossiers/{personne}").statut, 404)
        self.assertEqual(self.professionnel.lire(f"/dossiers/{personne}").statut, 404)
        self.assertEqual(self.direction.lire(f"/dossiers/{personne}").statut, 200)

    def test_a_professional_opens_records_and_no_indicator(self):
        personne = self.liste("dossiers_actifs", self.premier, "compte")[0]
        self.assertEqual(self.professionnel.lire(f"/dossiers/{personne}").statut, 200)
        self.assertEqual(self.professionnel.lire("/indicateurs").statut, 403)

    def test_a_record_read_and_a_list_of_names_read_are_in_the_journal(self):
        personne = self.liste("dossiers_actifs", self.premier, "compte", self.encadrement)[0]
        self.encadrement.lire(f"/dossiers/{personne}")
        lignes = self.atelier.executer("SELECT acte, objet FROM journal")
        self.assertIn(("dossier_usager.lire", f"personne:{personne}"), lignes)
        self.assertIn(("dossier_usager.lister", f"etablissement:{self.premier}"), lignes)
        self.assertIn("intact", self.atelier.commande("journal", "verifier").stdout)

    def test_the_dashboard_is_that_of_the_command(self):
        tableau = json.loads(self.commande("tbb", "--au", JOUR, "--json"))
        self.assertEqual((tableau["regle"], tableau["automatique"]), ("usage-1", True))
        page = lisible(self.direction.lire(f"/tbb?au={JOUR}"))
        self.assertIn("grappe-dui " + tableau["logiciel"]["version"], page)
        for ligne in tableau["etablissements"]:
            self.assertIn(ligne["finess_et"], page)
            dmp = ligne["indicateurs"]["dmp"]
            self.assertIn(f'{dmp["numerateur"]} sur {dmp["denominateur"]}', page)
            self.assertEqual(bool(ligne["nuls"]), any(un["numerateur"] == 0
                                                      for un in ligne["indicateurs"].values()))

    def test_what_is_not_understood_is_told_and_what_is_not_there_is_404(self):
        page = self.direction.lire("/indicateurs?au=hier&connu_le=demain&denominateur=x")
        self.assertEqual(page.statut, 200)
        self.assertIn("pas un jour", page.corps)
        for chemin in ("/indicateurs/rien", "/indicateurs/eparcours", "/dossiers/inconnu",
                       "/indicateurs?finess=000000000"):
            self.assertEqual(self.direction.lire(chemin).statut, 404, chemin)

    def test_an_id_is_text_wherever_it_stands(self):
        page = self.direction.lire("/dossiers/%3Cb%3E%22")
        self.assertEqual(page.statut, 404)
        self.assertNotIn("<b>\"", page.corps)


class Rejeu(unittest.TestCase):
    """A measure of the past stays the same after a correction."""

    def test_what_was_known_then_is_shown_as_it_was(self):
        atelier = AtelierDui(faits=False)
        finess = "690000005"
        lignes = atelier.chemin / "un.ndjson"
        personne = {"type": "personne", "id": "p 1/é", "finess_et": finess, "nom_naissance": "ESSAI",
                    "prenoms": ["ANNE", "<B>"], "date_naissance": "1940-02-29", "sexe": "F",
                    "lieu_naissance": "69123", "statut_identite": "provisoire"}
        sejour = {"type": "sejour", "id": "s1", "personne": "p 1/é", "finess_et": finess,
                  "entree": "2024-01-10", "modalite": "permanent"}
        mise_a_jour = {"type": "modification", "id": "m1", "personne": "p 1/é", "finess_et": finess,
                       "le": "2024-08-01T10:00:00Z", "auteur": "A. Exemple"}

        def importer(quand, *faits):
            lignes.write_text("".join(json.dumps(f) + "\n" for f in faits))
            fait = atelier.commande("import", str(lignes), "--horloge", quand, sans_cle=True)
            self.assertEqual(fait.returncode, 0, fait.stderr)

        importer("2024-09-01T08:00:00Z", personne, sejour, mise_a_jour)
        importer("2024-09-20T08:00:00Z", {**mise_a_jour, "automatique": True, "corrige": True})
        atelier.demarrer()
        try:
            direction = atelier.compte("direction")
            adresse = f"/indicateurs?au={JOUR}&finess={finess}"
            avant = lisible(direction.lire(adresse + "&connu_le=2024-09-10T00%3A00%3A00Z"))
            apres = lisible(direction.lire(adresse))
            self.assertIn('jauge__fraction">1 sur 1<', avant)
            self.assertIn('jauge__fraction">0 sur 1<', apres)
            page = direction.lire(f"/indicateurs/dossiers_actifs?au={JOUR}&finess={finess}")
            lien = LIGNE.findall(page.corps)[0]
            self.assertIn("seul un automatisme", lisible(page))
            dossier = direction.lire("/dossiers/" + lien)
            self.assertEqual(dossier.statut, 200)
            self.assertIn("ESSAI ANNE &lt;B&gt;", dossier.corps)
            self.assertIn("version 2, enregistrée le 20 septembre 2024", lisible(dossier))
            self.assertIn("A. Exemple", dossier.corps)
            ancien = direction.lire(f"/dossiers/{lien}?connu_le=2024-09-10T00%3A00%3A00Z")
            self.assertNotIn("version 2", lisible(ancien))
        finally:
            atelier.fermer()


if __name__ == "__main__":
    unittest.main()
