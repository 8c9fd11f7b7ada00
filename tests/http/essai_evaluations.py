"""Evaluations of the DUI: begun, filled step by step, explained, approved, taken up again; who fills which scale."""

import html
import re
import unittest

from soignants import Soignants

POIDS = ["COHERENCE", "ORIENTATION", "TOILETTE", "HABILLAGE", "ALIMENTATION", "ELIMINATION", "TRANSFERT", "DEPL_INT"]


class Evaluations(Soignants):
    def champs(self, navigateur, grille="aggir-pa-1", **autres):
        page = navigateur.lire(f"/evaluation/nouvelle?personne={self.personne}")
        self.assertEqual(page.statut, 200, page.corps)
        return {"id": re.search(r'name="id" value="(\w{32})"', page.corps)[1], "personne": self.personne,
                "finess": self.ici, "grille": grille, "date": "2024-09-30", "evaluateur": "Alix Exemple", **autres}

    def commencer(self, navigateur, **autres):
        champs = self.champs(navigateur, **autres)
        reponse = navigateur.envoyer("/evaluation/nouvelle", **champs)
        self.assertEqual(reponse.statut, 303, reponse.corps)
        return champs["id"]

    def coter(self, navigateur, un, version, variable, modalite, **autres):
        return navigateur.envoyer(f"/evaluation/{un}/variables/{variable}", version=str(version), modalite=modalite, **autres)

    def passer(self, navigateur, un, version, statut):
        return navigateur.envoyer(f"/evaluation/{un}/statut", version=str(version), statut=statut)

    def remplir(self, navigateur, un, lettre):
        for rang, variable in enumerate(POIDS):
            self.assertEqual(self.coter(navigateur, un, rang + 1, variable, lettre).statut, 303)
        return len(POIDS) + 1

    def page(self, navigateur, chemin):
        reponse = navigateur.lire(chemin)
        self.assertEqual(reponse.statut, 200, reponse.corps)
        return html.unescape(reponse.corps).replace("\u00a0", " ")

    def nombre(self):
        return self.atelier.executer("SELECT COUNT(*) FROM element WHERE genre = 'evaluation'")[0][0]

    def test_a_scale_filled_step_by_step_to_its_result_explained_line_by_line(self):
        navigateur = self.entrer("infirmier")
        un = self.commencer(navigateur)
        self.assertIn("Pas de GIR", self.page(navigateur, f"/evaluation/{un}"))
        reponse = self.coter(navigateur, un, 1, "COHERENCE", "C", **{"critere-spontanement": "non",
                                                                    "partie-communication-modalite": "B", "commentaire": "Vu au repas."})
        self.assertEqual(reponse.statut, 303)
        self.assertIn("/variables/ORIENTATION", reponse.entetes["location"])
        # Closed and opened again on another telephone: nothing is lost.
        collegue = self.entrer("infirmier")
        relue = self.page(collegue, f"/evaluation/{un}/variables/COHERENCE")
        self.assertRegex(relue, r'id="modalite-C" name="modalite" value="C" checked')
        self.assertRegex(relue, r'id="partie-communication-modalite-B"[^>]* checked')
        self.assertIn("Vu au repas.", relue)
        for rang, variable in enumerate(POIDS[1:]):
            self.assertEqual(self.coter(collegue, un, rang + 2, variable, "C").statut, 303)
        lue = self.page(navigateur, f"/evaluation/{un}")
        self.assertIn("<strong>GIR 1</strong>", lue)
        self.assertRegex(lue, r"Groupe A : .*Cohérence C")
        self.assertIn("rang 1, GIR 1", lue)

    def test_approved_validated_and_taken_up_again_as_a_new_version(self):
        navigateur = self.entrer("infirmier")
        un = self.commencer(navigateur)
        self.assertEqual(self.passer(navigateur, un, 1, "APPROUVE").statut, 422)
        vue = self.remplir(navigateur, un, "B")
        self.assertEqual(self.passer(navigateur, un, vue, "APPROUVE").statut, 303)
        tardive = self.coter(navigateur, un, vue, "TOILETTE", "A")
        self.assertEqual(tardive.statut, 422)
        self.assertIn("a été approuvée", self.phrases(tardive))
        self.assertEqual(self.passer(navigateur, un, vue + 1, "TERMINE").statut, 409)
        self.assertEqual(self.passer(navigateur, un, vue + 1, "VALIDE").statut, 303)
        self.assertEqual(self.passer(navigateur, un, vue + 2, "ENPREPARATION").statut, 303)
        self.assertEqual(self.coter(navigateur, un, vue + 3, "TOILETTE", "C").statut, 303)
        lue = self.page(navigateur, f"/evaluation/{un}")
        versions = re.search(r'<ol class="feuille__versions">(.*?)</ol>', lue, re.S)[1]
        self.assertEqual([mot for mot in re.findall(r"· (en préparation|approuvée|validée) ·", versions)],
                         ["en préparation", "validée", "approuvée", "en préparation"])
        self.assertEqual(self.passer(navigateur, un, vue + 4, "autre").statut, 422)

    def test_two_on_the_same_evaluation_the_late_one_keeps_what_was_typed_and_sees_the_other(self):
        une, autre = self.entrer("infirmier"), self.entrer("aide_soignant")
        un = self.commencer(une)
        self.assertEqual(self.coter(une, un, 1, "TOILETTE", "B").statut, 303)
        tardive = self.coter(autre, un, 1, "TOILETTE", "C", commentaire="Mon avis tardif.")
        self.assertEqual(tardive.statut, 409)
        lue = html.unescape(tardive.corps)
        self.assertIn("Quelqu'un a écrit entre-temps", lue)
        self.assertIn("Mon avis tardif.", lue)
        self.assertIn("Enregistré par quelqu'un d'autre : B, fait en partie", lue.replace("\u00a0", " "))
        self.assertIn('name="version" value="2"', lue)

    def test_the_time_before_is_shown_to_compare_and_never_copied(self):
        navigateur = self.entrer("infirmier")
        avant = self.commencer(navigateur, date="2023-09-30")
        vue = self.remplir(navigateur, avant, "B")
        self.assertEqual(self.passer(navigateur, avant, vue, "APPROUVE").statut, 303)
        un = self.commencer(navigateur)
        lue = self.page(navigateur, f"/evaluation/{un}/variables/TOILETTE")
        self.assertIn("B, fait en partie. À comparer", lue)
        self.assertRegex(lue, r'id="modalite-sans" name="modalite" value="" checked')
        self.assertNotRegex(lue, r'value="[ABC]" checked')
        self.remplir(navigateur, un, "C")
        liste = self.page(navigateur, f"/evaluations/{self.personne}")
        self.assertRegex(liste, r"GIR \d le 30 septembre 2023, GIR 1 le 30 septembre 2024")

    def test_who_fills_which_scale_and_reads_it(self):
        educateur, infirmier = self.entrer("educateur"), self.entrer("infirmier")
        page = educateur.lire(f"/evaluation/nouvelle?personne={self.personne}").corps
        self.assertIn('value="serafin-besoins-1"', page)
        self.assertNotIn('value="aggir-pa-1"', page)
        refusee = educateur.envoyer("/evaluation/nouvelle", **self.champs(educateur))
        self.assertEqual(refusee.statut, 422)
        self.assertIn("votre profession ne remplit pas cette grille", self.phrases(refusee))
        un = self.commencer(infirmier)
        for chemin in (f"/evaluation/{un}", f"/evaluation/{un}/variables/TOILETTE"):
            self.assertEqual(educateur.lire(chemin).statut, 404)
        self.assertEqual(self.coter(educateur, un, 1, "TOILETTE", "A").statut, 404)
        self.assertRegex(self.page(educateur, f"/evaluations/{self.personne}"), r"évaluations? (n'est|ne sont) pas montrées?")
        lecteur = self.entrer("accompagnant")  # reads care, does not write it
        self.assertNotIn("/variables/", self.page(lecteur, f"/evaluation/{un}"))
        self.assertEqual(self.coter(lecteur, un, 1, "TOILETTE", "A").statut, 403)
        ailleurs = self.entrer("infirmier", finess=self.ailleurs)
        self.assertEqual(ailleurs.lire(f"/evaluations/{self.personne}").statut, 404)
        self.assertEqual(ailleurs.lire(f"/evaluation/{un}").statut, 404)

    def test_all_faults_of_a_beginning_at_once_and_a_form_sent_twice_writes_once(self):
        navigateur, avant = self.entrer("infirmier"), self.nombre()
        champs = self.champs(navigateur, grille="autre", date="2024-12-24", mode="x" * 2001)
        reponse = navigateur.envoyer("/evaluation/nouvelle", **champs)
        self.assertEqual(reponse.statut, 422)
        for phrase in ("Date : ce jour n'est pas encore venu", "Mode : ce texte compte plus de 2 000", "Grille :"):
            self.assertIn(phrase, self.phrases(reponse).replace("\u00a0", " ").replace("\u202f", " "))
        self.assertIn('value="2024-12-24"', reponse.corps)
        reponse = navigateur.envoyer("/evaluation/nouvelle", **self.champs(navigateur, date="demain"))
        self.assertIn("ce jour ne se lit pas", self.phrases(reponse))
        self.assertEqual(self.nombre(), avant)
        champs = self.champs(navigateur)
        for _ in range(3):
            self.assertEqual(navigateur.envoyer("/evaluation/nouvelle", **champs).statut, 303)
        self.assertEqual(self.nombre(), avant + 1)

    def test_a_scale_under_rights_keeps_a_score_within_its_bounds(self):
        navigateur = self.entrer("infirmier")
        un = self.commencer(navigateur, grille="mmse-1")
        donner = lambda version, valeur, date="2024-09-30": navigateur.envoyer(
            f"/evaluation/{un}/entete", version=str(version), resultat=valeur, date=date, evaluateur="Alix Exemple")
        self.assertIn("de 0 à 30", html.unescape(donner(1, "31").corps).replace("\u00a0", " "))
        faute = donner(1, "beaucoup", "hier")
        self.assertEqual(faute.statut, 422)
        for phrase in ("un nombre entier est attendu", "ce jour ne se lit pas"):
            self.assertIn(phrase, self.phrases(faute))
        self.assertEqual(donner(1, "22").statut, 303)
        self.assertIn("<strong>Score 22</strong>", self.page(navigateur, f"/evaluation/{un}"))

    def test_withdrawn_with_a_reason_it_stays_and_every_act_is_in_the_journal(self):
        navigateur = self.entrer("infirmier")
        un = self.commencer(navigateur)
        self.assertEqual(self.coter(navigateur, un, 1, "TOILETTE", "B").statut, 303)
        retirer = lambda version, motif: navigateur.envoyer(f"/evaluation/{un}/retrait", version=str(version), motif=motif).statut
        self.assertEqual(retirer(2, " "), 422)
        self.assertEqual(retirer(2, "Autre personne."), 303)
        self.assertIn("Retirée : Autre personne.", self.page(navigateur, f"/evaluation/{un}"))
        self.assertEqual(self.actes(un), ["evaluation.commencer", "evaluation.remplir", "evaluation.retirer"])


if __name__ == "__main__":
    unittest.main()
