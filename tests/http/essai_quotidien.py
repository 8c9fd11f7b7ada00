"""Transmissions of the DUI: who reads and writes which class, cell by cell; each write path once, twice and late."""

import html
import re
import unittest

from essai_dui import RACINE
from soignants import Soignants

CLASSES = ["administratif", "quotidien", "soins", "psychologie", "social", "projet"]


def partage():
    lignes = (RACINE / "tests/committed/partage.txt").read_text().splitlines()[1:]
    return {mots[0]: dict(zip(CLASSES, mots[2:])) for mots in map(str.split, lignes)}


class Quotidien(Soignants):
    def formulaire(self, navigateur, **champs):
        page = navigateur.lire(f"/transmissions/nouvelle?finess={self.ici}")
        self.assertEqual(page.statut, 200, page.corps)
        dits = {"id": re.search(r'name="id" value="(\w{32})"', page.corps)[1], "finess": self.ici,
                "personne": self.personne, "classe": "quotidien", "forme": "narrative", "texte": "Bonne nuit."}
        return {**dits, **champs}

    def ecrire(self, navigateur, champs):
        return navigateur.envoyer("/transmissions/nouvelle", **champs)

    def nombre(self):
        return self.atelier.executer("SELECT COUNT(*) FROM element WHERE genre = 'transmission'")[0][0]

    def test_each_profession_writes_and_reads_what_the_committed_table_says(self):
        table = partage()
        navigateurs = {profession: self.entrer(profession) for profession in table}
        ecrites = {}
        for profession, navigateur in navigateurs.items():
            for classe, portee in table[profession].items():
                champs = self.formulaire(navigateur, classe=classe)
                reponse = self.ecrire(navigateur, champs)
                self.assertEqual(reponse.statut, 303 if portee == "ecriture" else 422, (profession, classe))
                if reponse.statut == 303:
                    ecrites.setdefault(classe, champs["id"])
                else:
                    self.assertIn("Votre profession n'écrit pas", self.phrases(reponse))
        self.assertEqual(set(ecrites), set(CLASSES))
        for profession, navigateur in navigateurs.items():
            for classe, portee in table[profession].items():
                lu = navigateur.lire(f"/transmissions/{ecrites[classe]}").statut
                self.assertEqual(lu, 404 if portee == "-" else 200, (profession, classe))
        sans = self.entrer()
        for une in ecrites.values():
            self.assertEqual(sans.lire(f"/transmissions/{une}").statut, 404)

    def test_the_page_of_a_person_shows_no_text_of_a_class_that_one_does_not_read(self):
        psychologue, educateur = self.entrer("psychologue"), self.entrer("educateur")
        secret = "Ce texte ne se lit que par une psychologue."
        champs = self.formulaire(psychologue, classe="psychologie", texte=secret)
        self.assertEqual(self.ecrire(psychologue, champs).statut, 303)
        chemin = f"/personnes/{self.personne}"
        self.assertIn(secret, html.unescape(psychologue.lire(chemin).corps))
        for page in (chemin, f"/equipe?finess={self.ici}"):
            lue = html.unescape(educateur.lire(page).corps)
            self.assertNotIn(secret, lue)
            self.assertRegex(lue, r"transmissions? (n'est pas montrée|ne sont pas montrées)")

    def test_a_form_sent_twice_writes_once(self):
        navigateur = self.entrer("infirmier")
        champs, avant = self.formulaire(navigateur), self.nombre()
        for _ in range(3):
            self.assertEqual(self.ecrire(navigateur, champs).statut, 303)
        self.assertEqual(self.nombre(), avant + 1)

    def test_faults_come_all_at_once_and_what_was_typed_comes_back(self):
        navigateur = self.entrer("educateur")
        avant = self.nombre()
        champs = self.formulaire(navigateur, classe="soins", forme="ciblee", texte="", cible="Bus <vers>", jour="2024-12-24",
                                 heure="10:00")
        reponse = self.ecrire(navigateur, champs)
        self.assertEqual(reponse.statut, 422)
        dites = self.phrases(reponse)
        for phrase in ("Une cible seule ne dit rien", "Votre profession n'écrit pas", "n'est pas encore venu"):
            self.assertIn(phrase, dites)
        for tape in ('value="Bus &lt;vers&gt;"', 'value="2024-12-24"', 'value="10:00"'):
            self.assertIn(tape, reponse.corps)
        self.assertEqual(self.nombre(), avant)

    def test_nobody_writes_or_reads_where_one_does_not_work(self):
        navigateur = self.entrer("infirmier")
        self.assertEqual(navigateur.lire(f"/personnes/{self.autre}").statut, 404)
        self.assertEqual(navigateur.lire("/personnes/inconnue").statut, 404)
        avant = self.nombre()
        refusee = self.ecrire(navigateur, self.formulaire(navigateur, personne=self.autre))
        self.assertEqual(refusee.statut, 409, refusee.corps)
        self.assertIn("Ce dossier n'existe pas, ou vous n'y avez pas accès.", self.phrases(refusee))
        la_bas = self.entrer("infirmier", finess=self.ailleurs)
        # Another establishment in the form than those of the account: nowhere, not at hers.
        self.assertEqual(self.ecrire(la_bas, self.formulaire(navigateur)).statut, 409)
        self.assertEqual(self.nombre(), avant)

    def test_amended_on_a_former_version_withdrawn_with_a_reason_and_by_whom(self):
        auteur, collegue = self.entrer("infirmier"), self.entrer("infirmier")
        champs = self.formulaire(auteur)
        self.assertEqual(self.ecrire(auteur, champs).statut, 303)
        ici = f"/transmissions/{champs['id']}"
        corriger = lambda qui, version, texte: qui.envoyer(f"{ici}/texte", version=version, forme="narrative", texte=texte)
        self.assertEqual(corriger(collegue, 1, "Autre").statut, 403)
        self.assertEqual(corriger(auteur, 1, "Corrigée une fois.").statut, 303)
        tardive = corriger(auteur, 1, "Mon texte tardif.")
        self.assertEqual(tardive.statut, 409)
        self.assertIn("Quelqu'un a écrit entre-temps", self.phrases(tardive))
        self.assertIn("Mon texte tardif.", tardive.corps)
        self.assertEqual(auteur.envoyer(f"{ici}/retrait", version="2", motif=" ").statut, 422)
        self.assertEqual(collegue.envoyer(f"{ici}/retrait", version="2", motif="Non").statut, 403)
        chef = self.entrer("cadre", role="encadrement")
        self.assertEqual(chef.envoyer(f"{ici}/retrait", version="2", motif="Erreur de personne.").statut, 303)
        self.assertEqual(corriger(auteur, 3, "Encore").statut, 422)
        lue = html.unescape(auteur.lire(ici).corps)
        for texte in ("Bonne nuit.", "Corrigée une fois.", "Erreur de personne."):
            self.assertIn(texte, lue)
        self.assertEqual(self.actes(champs["id"]), ["transmission.ecrire", "transmission.amender", "transmission.retirer"])

    def test_what_was_typed_outlives_the_session(self):
        navigateur = self.entrer("infirmier")
        champs = self.formulaire(navigateur, texte="Écrit après la fin de la session.")
        navigateur.cookie = None
        reponse = self.ecrire(navigateur, champs)
        self.assertEqual(reponse.statut, 401, reponse.corps)
        self.assertIn("Votre session a pris fin", html.unescape(reponse.corps))
        self.assertRegex(reponse.corps, "%C3%89crit|Écrit")

    def test_the_handover_goes_forward_only(self):
        navigateur = self.entrer("infirmier")
        self.assertEqual(self.ecrire(navigateur, self.formulaire(navigateur)).statut, 303)
        page = navigateur.lire(f"/equipe?finess={self.ici}").corps
        numero = int(re.search(r'name="numero" value="(\d+)"', page)[1])
        prendre = lambda n: navigateur.envoyer("/equipe/releve", finess=self.ici, unite="", numero=str(n)).statut
        self.assertEqual(prendre(numero + 1000), 422)
        self.assertEqual(prendre(numero), 303)
        self.assertEqual(prendre(numero - 1), 422)
        self.assertEqual(prendre("x"), 422)
        d_une_autre_unite = navigateur.envoyer("/equipe/releve", finess=self.ici, unite="nulle-part", numero=str(numero))
        self.assertEqual(d_une_autre_unite.statut, 422)
        self.assertIn("Rien n'a été écrit depuis", html.unescape(navigateur.lire(f"/equipe?finess={self.ici}").corps))

    def test_each_record_opened_and_each_list_are_lines_of_the_journal(self):
        navigateur = self.entrer("infirmier")
        compte = self.atelier.executer("SELECT id FROM compte WHERE courriel = ?", f"q{self.numero}@exemple.fr")[0][0]
        navigateur.lire(f"/equipe?finess={self.ici}")
        navigateur.lire(f"/personnes/{self.personne}")
        actes = self.atelier.executer("SELECT acte, objet FROM journal WHERE acteur = ? AND acte LIKE 'dossier_usager%' "
                                      "ORDER BY numero", compte)
        self.assertEqual([tuple(un) for un in actes], [("dossier_usager.lister", f"etablissement:{self.ici}"),
                                                       ("dossier_usager.lire", f"personne:{self.personne}")])

    def test_the_indicators_count_what_was_written_once_a_day(self):
        navigateur = self.entrer("infirmier")
        for texte in ("Un.", "Deux."):
            self.assertEqual(self.ecrire(navigateur, self.formulaire(navigateur, texte=texte)).statut, 303)
        compte = self.atelier.executer("SELECT id FROM compte WHERE courriel = ?", f"q{self.numero}@exemple.fr")[0][0]
        faits = self.atelier.executer("SELECT COUNT(*) FROM fait WHERE type = 'modification' AND id LIKE ?",
                                      f"ecriture:{self.ici}:%:{compte}:2024-09-30")
        self.assertEqual(faits[0][0], 1)


if __name__ == "__main__":
    unittest.main()
