"""The oracle on its readable cases, its faults, and its own histories."""
import contextlib
import gzip
import io
import json
import os
import pathlib
import sys
import unittest
from unittest import mock

import cas
import comparer
import definitions
import fautes
import gater
import histoires
import mutants
import programme

EVENEMENT = {"type": "evenement", "id": "e", "personnes": [], "statut": "REALISE",
             "finess_et": histoires.finess_fictif(1), "debut": "2024-01-02T10:00:00Z",
             "fin": "2024-01-02T10:00:00Z"}
DOSSIER = pathlib.Path(__file__).parent

PERSONNE = {"type": "personne", "id": "p", "finess_et": histoires.finess_fictif(1),
            "nom_naissance": "X", "prenoms": ["Y"], "date_naissance": "1950-01-01", "sexe": "F",
            "lieu_naissance": "75056", "statut_identite": "qualifiee"}
SEJOUR = {"type": "sejour", "id": "s", "personne": "p", "finess_et": histoires.finess_fictif(1),
          "entree": "2024-01-02", "sortie": "2024-01-02", "modalite": "permanent"}


class Cas(unittest.TestCase):
    def test_chaque_cas_repond_ce_qu_il_dit(self):
        tous = cas.tous()
        self.assertGreater(len(tous), 40)
        for c in tous:
            base = cas.base_de(c)
            for q in c.questions:
                with self.subTest(str(c), au=q["au"]):
                    self.assertTrue(q["attendu"])
                    reponse = definitions.indicateurs(base, q["au"], q["connu_le"], q["finess"],
                                                      q["denominateur"])
                    self.assertEqual(cas.ecarts(reponse, q["attendu"]), [])

    def test_une_ligne_fausse_d_un_cas_se_voit(self):
        c = cas.tous()[0]
        q = c.questions[0]
        reponse = definitions.indicateurs(cas.base_de(c), q["au"])
        reponse["etablissements"][0]["indicateurs"]["dossiers_actifs"]["numerateur"] += 1
        self.assertEqual(len(cas.ecarts(reponse, q["attendu"])), 1)

    def test_un_etablissement_inconnu_est_refuse(self):
        c = cas.tous()[0]
        with self.assertRaises(definitions.EtablissementInconnu):
            definitions.indicateurs(cas.base_de(c), definitions.jour("2024-09-30"), None,
                                    [histoires.finess_fictif(5)])


class Fautes(unittest.TestCase):
    def fautes(self, *objets):
        lignes = [o if isinstance(o, str) else json.dumps(o) for o in objets]
        return fautes.fautes(lignes)

    def test_un_fichier_juste(self):
        self.assertEqual(self.fautes(SEJOUR, PERSONNE, SEJOUR), set())
        self.assertEqual(fautes.code_de_sortie(set()), 0)

    def test_chaque_faute_du_contrat(self):
        attendus = [
            ("{", None), ("[]", None), ({**SEJOUR, "type": "absence"}, "type"),
            ({**SEJOUR, "entree": None}, "entree"), ({**SEJOUR, "entree": "2024-02-30"}, "entree"),
            ({**SEJOUR, "entree": "20240102"}, "entree"), ({**SEJOUR, "modalite": "x"}, "modalite"),
            ({**SEJOUR, "finess_et": "75900001"}, "finess_et"),
            ({**SEJOUR, "finess_et": "759000010"}, "finess_et"),
            ({**SEJOUR, "personne": "q"}, "personne"),
            ({**SEJOUR, "sortie": "2024-01-01"}, "sortie"),
            ({**SEJOUR, "projet_possible": "oui"}, "projet_possible"),
            ({**PERSONNE, "id": "r", "statut_identite": "validee", "matricule_ins": "1"},
             "matricule_ins"),
            ({**SEJOUR, "id": 12}, "id"), ({**EVENEMENT, "personnes": 12.5}, "personnes"),
            ({**EVENEMENT, "personnes": [1]}, "personnes")]
        for objet, champ in attendus:
            with self.subTest(champ=champ, objet=objet):
                self.assertEqual(self.fautes(PERSONNE, objet), {(2, champ)})

    def test_un_meme_id_avec_un_autre_contenu(self):
        autre = {**SEJOUR, "modalite": "temporaire"}
        self.assertEqual(self.fautes(PERSONNE, SEJOUR, autre), {(3, "id")})
        self.assertEqual(self.fautes(PERSONNE, SEJOUR, {**autre, "corrige": True}), set())
        self.assertEqual(self.fautes({**autre, "corrige": True}, SEJOUR, PERSONNE), set())
        self.assertEqual(self.fautes(PERSONNE, autre, {**autre, "corrige": True}, SEJOUR),
                         {(4, "id")})
        self.assertEqual(self.fautes(PERSONNE, SEJOUR, {**EVENEMENT, "id": "s", "corrige": True}),
                         {(3, "type")})
        self.assertEqual(self.fautes(PERSONNE, {**PERSONNE, "type": "sejour"} | SEJOUR
                                     | {"id": "p"}), {(2, "id")})

    def test_les_cles_finess(self):
        for juste in ("2A0000014", "970100228", "010000024"):
            self.assertTrue(fautes.finess_juste(juste), juste)
        for faux in ("990000018", "200000017", "010000025", "2C0000010", "01000002"):
            self.assertFalse(fautes.finess_juste(faux), faux)


class NumerosFictifs(unittest.TestCase):
    def test_aucun_numero_du_registre_n_a_un_neuf_en_troisieme_place(self):
        registre, = (DOSSIER.parents[1] / "donnees/finess").glob("etablissements-*.csv.gz")
        with gzip.open(registre, "rt", encoding="utf-8") as lignes:
            next(lignes)
            numeros = {n for ligne in lignes for n in ligne.split(";")[:2] if len(n) == 9}
        self.assertGreater(len(numeros), 90_000)
        self.assertEqual([n for n in numeros if n[2] == "9"], [])
        self.assertTrue(all(fautes.finess_juste(n) for n in numeros))
        self.assertTrue(all(fautes.finess_juste(histoires.finess_fictif(n)) for n in range(99)))


class Histoires(unittest.TestCase):
    def test_une_graine_donne_toujours_les_memes(self):
        un, deux = (histoires.lot(7, 3, 5)[1] for _ in range(2))
        self.assertEqual([h.fichiers for h in un], [h.fichiers for h in deux])

    def test_toutes_sont_justes(self):
        _, ensemble = histoires.lot(1, 0, 60)
        base = definitions.Base()
        for quand, lignes in zip(histoires.IMPORTS, histoires.fichiers_reunis(ensemble)):
            self.assertEqual(fautes.fautes(lignes, base), set())
            base.importer(quand, lignes)

    def test_elles_distinguent_toute_lecture_fausse(self):
        self.assertEqual(mutants.survivants(1, 8, 50), [])


class Comparaison(unittest.TestCase):
    """The comparison itself, with a stand-in for the program."""

    def setUp(self):
        self.factice = programme.Programme(f"{sys.executable} {DOSSIER / 'factice.py'}")

    def test_un_programme_juste_passe(self):
        _, questions, lignes, ecarts = comparer.comparer_lot((self.factice, 1, 0, 10))
        self.assertEqual(ecarts, [])
        self.assertGreater(questions, 25)
        self.assertGreater(lignes, 50)

    def test_un_programme_faux_est_trouve_et_son_histoire_reduite(self):
        dit = io.StringIO()
        with mock.patch.dict(os.environ, ORACLE_MUTANT="mise à jour automatique comptée"):
            ecarts = comparer.comparer_lot((self.factice, 1, 0, 4))[3]
            self.assertTrue(ecarts)
            with contextlib.redirect_stdout(dit):
                comparer.montrer(self.factice, 1, 0, 4, ecarts[0])
        lignes = [ligne for ligne in dit.getvalue().splitlines() if "importé le" in ligne]
        self.assertLessEqual(len(lignes), 4, dit.getvalue())   # a person, a stay, an update
        self.assertIn("automatique", dit.getvalue())

    def test_une_faute_tue_est_trouvee(self):
        self.assertTrue(gater.memes({(3, "id"), (4, None)}, {(3, "id"), (4, "json")}))
        self.assertFalse(gater.memes({(3, "id")}, set()))
        self.assertFalse(gater.memes({(4, None)}, set()))
        self.assertFalse(gater.memes({(3, "id")}, {(3, "le")}))


if __name__ == "__main__":
    unittest.main()
