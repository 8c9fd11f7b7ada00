"""A personalised project by its pages: each class written, what blocks and what is only said, two people on one text,
who writes and reads it, the indicator that its use feeds."""

import html
import http.client
import json
import re
import subprocess
import unittest
import uuid

from essai_dui import JOUR, RACINE
from soignants import Soignants

ATTENTE = {"genre": "attente", "origine": "personne", "description": "Je veux aller au marché toute seule."}
OBJECTIF = {"genre": "objectif", "titre": "Prendre le bus", "description": "Seule, le mardi.", "statut": "ACTIF"}


class Projet(Soignants):
    profession = "educateur"

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.libres = cls.presentes(cls.ici)

    @classmethod
    def presentes(cls, finess):
        """Whose only stay is there and goes on; those who have no project under way last."""
        lignes = list(map(json.loads, (cls.atelier.chemin / "organisation.ndjson").read_text().splitlines()))
        en_projet = {une["personne"] for une in lignes
                     if une["type"] == "projet" and une["statut"] in ("ENPREPARATION", "ENCOURS")}
        sejours = {}
        for une in lignes:
            if une["type"] == "sejour":
                sejours.setdefault(une["personne"], []).append(une)
        la = [qui for qui, siens in sejours.items() if len(siens) == 1 and siens[0]["finess_et"] == finess
              and siens[0].get("sortie") is None]
        cls.seule = next(qui for qui in la if qui not in en_projet)
        return [qui for qui in la if qui != cls.seule]

    def fiche(self, navigateur, question):
        page = navigateur.lire(f"/projet/fiche?{question}")
        self.assertEqual(page.statut, 200, page.corps)
        form = page.corps[page.corps.index('action="/projet/fiche"'):]
        return {nom: html.unescape(valeur) for nom, valeur in
                re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form.split("</form>")[0]) if nom != "csrf"}

    def ecrire(self, navigateur, question, **champs):
        dits = {**self.fiche(navigateur, question), **champs}
        return navigateur.envoyer("/projet/fiche", **dits), dits

    def ouvrir(self, navigateur, personne=None, **champs):
        personne = personne or self.libres.pop()
        reponse, dits = self.ecrire(navigateur, f"genre=projet&finess={self.ici}&personne={personne}",
                                    **{"titre": "Sortir", **champs})
        self.assertEqual(reponse.statut, 303, reponse.corps)
        return personne, dits["id"]

    def ajouter(self, navigateur, projet, **champs):
        reponse, dits = self.ecrire(navigateur, f"genre={champs['genre']}&projet={projet}", **champs)
        self.assertEqual(reponse.statut, 303, reponse.corps)
        return dits["id"]

    def page(self, navigateur, personne):
        page = navigateur.lire(f"/projets/{personne}")
        self.assertEqual(page.statut, 200, page.corps)
        return html.unescape(page.corps)

    def papier(self, navigateur, chemin):
        connexion = http.client.HTTPConnection("127.0.0.1", self.atelier.serveur.port, timeout=20)
        connexion.request("GET", chemin, headers={"Cookie": f"session_dui={navigateur.cookie}"})
        reponse = connexion.getresponse()
        octets = reponse.read()
        connexion.close()
        self.assertEqual((reponse.status, reponse.headers["Content-Type"]), (200, "application/pdf"))
        lu = lambda *mots: subprocess.run([*mots], input=octets, check=True, capture_output=True).stdout.decode()
        self.assertRegex(lu("pdfinfo", "-"), r"Tagged: +yes")
        return " ".join(lu("pdftotext", "-", "-").split())

    def passer(self, navigateur, personne, projet, passage, version):
        return navigateur.envoyer("/projet/passage", personne=personne, projet=projet, version=str(version), passage=passage)

    def phrases(self, reponse):
        return html.unescape(" ".join(re.findall(r'role="alert"><p>(.*?)</p>', reponse.corps)))

    def faits(self, projet):
        return self.atelier.executer("SELECT COUNT(*) FROM fait WHERE type = 'projet' AND id = ?", f"projet:{projet}")[0][0]

    def chaine(self, navigateur):
        personne, projet = self.ouvrir(navigateur)
        attente = self.ajouter(navigateur, projet, **ATTENTE)
        besoin = self.ajouter(navigateur, projet, genre="besoin", description="Se déplacer", attente=attente)
        objectif = self.ajouter(navigateur, projet, **OBJECTIF, besoin=besoin)
        return personne, projet, objectif

    def verifier_les_heures(self, educateur, personne, objectif):
        """Hours of the agenda say the title of their objective, to who reads projects."""
        fait = educateur.envoyer("/agenda/nouveau", id=uuid.uuid4().hex, finess=self.ici, titre="Trajet", jour=JOUR, debut="09:00",
                                 fin="10:30", frequence="", classe="quotidien", personnes=personne, objectif=objectif, accepter="oui")
        self.assertEqual(fait.statut, 303, fait.corps)
        lire = lambda qui: html.unescape(qui.lire(f"/agenda/personne/{personne}").corps)
        self.assertRegex(lire(educateur), r"Objectif\s: Prendre le bus")
        self.assertNotIn(objectif[:8], lire(educateur))
        autre = lire(self.entrer("agent"))
        self.assertNotIn("Prendre le bus", autre)
        self.assertIn("que votre profession ne lit pas", autre)

    def test_every_class_is_written_and_shown_as_a_chain(self):
        educateur = self.entrer()
        personne, projet, objectif = self.chaine(educateur)
        self.verifier_les_heures(educateur, personne, objectif)
        action = self.ajouter(educateur, projet, genre="action", titre="Repérer le trajet", objectifs=objectif, statut="ACTIF")
        self.ajouter(educateur, projet, genre="prestation", titre="Accompagnement", action=action, statut="ACTIF", serafin="2.1")
        self.ajouter(educateur, projet, genre="moyen", titre="Carte de bus", action=action)
        self.ajouter(educateur, projet, genre="participation", qui="Mme Exemple", qualite="personne", le=JOUR, forme="falc")
        self.ajouter(educateur, projet, genre="preparation", auteur="Sa sœur", qualite="proche", corps="Elle parle du marché.")
        self.ajouter(educateur, projet, genre="bilan", le="2025-03-03", categorie="INTERMEDIAIRE")
        self.ajouter(educateur, projet, genre="revue", motif="chute", le="2024-09-20")
        page = self.page(educateur, personne)
        ordre = [page.index(texte) for texte in ("Je veux aller au marché", "Se déplacer", "Prendre le bus", "Repérer le trajet",
                                                 "Accompagnement", "Carte de bus")]
        chaine = page[page.index('class="chaine"'):]
        rangs = [chaine.index(texte) for texte in ("Je veux aller au marché", "Se déplacer", "Prendre le bus",
                                                   "Repérer le trajet", "Accompagnement", "Carte de bus")]
        self.assertEqual(rangs, sorted(rangs))
        self.assertLess(ordre[0], page.index('class="chaine"'))  # her own words come first
        for texte in ("Facile à lire et à comprendre", "Elle parle du marché.", "Bilan prévu", "Son avis n'est pas encore écrit",
                      "Chute, le 20 septembre 2024", "20 octobre 2024"):
            self.assertIn(texte, page)
        facile = html.unescape(educateur.lire(f"/projet/{projet}/facile").corps)
        for texte in ("Je veux aller au marché toute seule.", "Nous y travaillons.", "Repérer le trajet", "Mme Exemple",
                      "On ne m'a pas encore demandé mon avis."):
            self.assertIn(texte, facile)
        self.assertNotIn("SERAFIN", facile)
        papier = self.papier(educateur, f"/projet/{projet}/pdf")
        for texte in ("Je veux aller au marché", "Son avis n'est pas encore écrit.", "Mme Exemple", "30 septembre 2024",
                      "Facile à lire et à comprendre", "révision après un évènement de vie"):
            self.assertIn(texte, papier)
        calendrier = html.unescape(educateur.lire(f"/projet/{projet}/calendrier").corps)
        for texte in ("septembre 2024", "3 mars 2025", "Repérer le trajet", "Révision du projet"):
            self.assertIn(texte, calendrier)
        self.assertIn(f"/projets/{personne}?projet={projet}", html.unescape(educateur.lire(f"/projets?finess={self.ici}").corps))

    def test_an_expectation_says_its_origin_and_nothing_typed_is_lost(self):
        educateur = self.entrer()
        _, projet = self.ouvrir(educateur)
        refusee, _ = self.ecrire(educateur, f"genre=attente&projet={projet}", description="Voir <la> mer")
        self.assertEqual(refusee.statut, 422)
        self.assertIn("Dites de qui vient cette attente", self.phrases(refusee))
        self.assertIn("Voir &lt;la&gt; mer", refusee.corps)
        refusee, _ = self.ecrire(educateur, f"genre=objectif&projet={projet}", debut="2024-05-01", fin="2024-04-01", statut="")
        for phrase in ("Donnez un titre", "Décrivez l'objectif", "Choisissez le besoin", "Dites où en est", "La fin vient avant"):
            self.assertIn(phrase, self.phrases(refusee))

    def test_a_code_is_found_by_everyday_words_without_losing_the_form(self):
        educateur = self.entrer()
        _, projet = self.ouvrir(educateur)
        page, dits = self.ecrire(educateur, f"genre=besoin&projet={projet}", description="Aller au marché", cherche="courses",
                                 acte="chercher")
        self.assertEqual(page.statut, 200)
        self.assertIn("Aller au marché", html.unescape(page.corps))
        code = re.search(r'type="radio" id="serafin-[\d.]+" name="serafin" value="(1[\d.]+)"', page.corps)[1]
        gardee = educateur.envoyer("/projet/fiche", **{**dits, "serafin": code, "acte": "enregistrer"})
        self.assertEqual(gardee.statut, 303)

    def test_two_people_on_one_text_are_told_with_both_texts(self):
        ines, eddy = self.entrer(), self.entrer("cadre", role="encadrement")
        personne, projet, objectif = self.chaine(ines)
        d_ines, d_eddy = self.fiche(ines, f"id={objectif}"), self.fiche(eddy, f"id={objectif}")
        besoin = self.atelier.executer("SELECT contenu FROM element WHERE id = ?", objectif)[0][0]
        commun = {**OBJECTIF, "besoin": json.loads(besoin)["besoin"]}
        self.assertEqual(ines.envoyer("/projet/fiche", **{**d_ines, **commun, "avis": "Oui, avec Paul."}).statut, 303)
        tardive = eddy.envoyer("/projet/fiche", **{**d_eddy, **commun, "avis": "Elle hésite."})
        self.assertEqual(tardive.statut, 409)
        lue = html.unescape(tardive.corps)
        self.assertIn("a écrit entre-temps", lue)
        self.assertIn("Oui, avec Paul.", lue)
        self.assertIn("Elle hésite.", lue)
        version = re.search(r'name="version" value="(\d+)"', tardive.corps)[1]
        self.assertEqual(eddy.envoyer("/projet/fiche", **{**d_eddy, **commun, "version": version,
                                                          "avis": "Oui, avec Paul. Elle hésite."}).statut, 303)
        self.assertIn("Oui, avec Paul. Elle hésite.", self.page(ines, personne))

    def test_a_form_sent_twice_writes_once(self):
        educateur = self.entrer()
        _, projet = self.ouvrir(educateur)
        dits = {**self.fiche(educateur, f"genre=attente&projet={projet}"), **ATTENTE}
        for _ in range(3):
            self.assertEqual(educateur.envoyer("/projet/fiche", **dits).statut, 303)
        self.assertEqual(self.atelier.executer("SELECT COUNT(*) FROM element WHERE id = ?", dits["id"])[0][0], 1)

    def test_the_indicator_counts_what_use_made_of_the_project(self):
        educateur, chef = self.entrer(), self.atelier.compte("encadrement", self.ici)
        personne = self.seule
        avant = self.numerateur(chef)
        _, projet = self.ouvrir(educateur, personne, debut="2024-09-01")
        pendant = self.numerateur(chef)
        self.assertEqual(pendant[0] - avant[0], 1, (avant, pendant))
        self.ajouter(educateur, projet, genre="accord", de="structure", auteur="La direction", le=JOUR)
        self.assertEqual(self.passer(educateur, personne, projet, "demarrer", 1).statut, 303)
        self.assertEqual(self.numerateur(chef)[0], pendant[0])
        self.assertEqual(self.passer(educateur, personne, projet, "suspendre", 2).statut, 303)
        self.assertEqual(self.numerateur(chef)[0], avant[0])
        self.assertEqual(self.passer(educateur, personne, projet, "suspendre", 3).statut, 422)
        self.assertEqual(self.faits(projet), 3)

    def numerateur(self, chef):
        """Numerator and denominator, the day after: the measured week ends the eve."""
        reponse = chef.lire(f"/api/indicateurs?finess={self.ici}&au=2024-10-01")
        self.assertEqual(reponse.statut, 200, reponse.corps)
        return self.chercher(json.loads(reponse.corps))

    def chercher(self, noeud):
        if isinstance(noeud, dict):
            if "projet_personnalise" in noeud:
                un = noeud["projet_personnalise"]
                return un["numerateur"], un["denominateur"]
            noeud = list(noeud.values())
        for suite in noeud if isinstance(noeud, list) else []:
            if trouve := self.chercher(suite):
                return trouve
        return None

    def test_starting_asks_for_the_agreement_of_the_structure(self):
        educateur = self.entrer()
        personne, projet = self.ouvrir(educateur)
        refusee = self.passer(educateur, personne, projet, "demarrer", 1)
        self.assertEqual(refusee.statut, 422)
        self.assertIn("avec l'accord de la structure", html.unescape(refusee.corps))
        self.assertEqual(self.faits(projet), 1)

    def test_a_transmission_is_linked_to_an_objective_by_one_choice(self):
        educateur = self.entrer()
        personne, projet, objectif = self.chaine(educateur)
        page = educateur.lire(f"/transmissions/nouvelle?finess={self.ici}&personne={personne}")
        self.assertIn(f'name="lie_a" value="{objectif}"', page.corps)
        identite = re.search(r'name="id" value="(\w{32})"', page.corps)[1]
        ecrite = educateur.envoyer("/transmissions/nouvelle", id=identite, finess=self.ici, unite="", personne=personne,
                                   classe="quotidien", forme="narrative", texte="A pris le bus jusqu'à la mairie.",
                                   lie_a=objectif)
        self.assertEqual(ecrite.statut, 303, ecrite.corps)
        page = self.page(educateur, personne)
        self.assertIn("A pris le bus jusqu'à la mairie.", page[page.index(f'id="e-{objectif}"'):])
        d_une_autre, _, sien = self.chaine(educateur)
        page = educateur.lire(f"/transmissions/nouvelle?finess={self.ici}&personne={personne}&lie_a={sien}")
        identite = re.search(r'name="id" value="(\w{32})"', page.corps)[1]
        refusee = educateur.envoyer("/transmissions/nouvelle", id=identite, finess=self.ici, unite="", personne=personne,
                                    classe="quotidien", forme="narrative", texte="Non.", lie_a=sien)
        self.assertEqual(refusee.statut, 422)

    def test_an_objective_without_a_trace_for_thirty_days_speaks_up(self):
        educateur = self.entrer()
        personne, projet = self.ouvrir(educateur)
        besoin = self.ajouter(educateur, projet, genre="besoin", description="Se déplacer")
        self.ajouter(educateur, projet, **{**OBJECTIF, "debut": "2024-08-01"}, besoin=besoin)
        self.assertIn("sans trace depuis 60 jours", self.page(educateur, personne))

    def test_who_writes_and_reads_a_project_as_the_committed_table_says(self):
        auteur = self.entrer()
        personne, projet = self.ouvrir(auteur, titre="Un titre que peu lisent")
        for ligne in (RACINE / "tests/committed/partage.txt").read_text().splitlines()[1:]:
            mots = ligne.split()
            profession, portee = mots[0], mots[-1]
            qui = self.entrer(profession)
            self.assertEqual("Un titre que peu lisent" in self.page(qui, personne), portee != "-", profession)
            self.assertEqual(qui.lire(f"/projet/{projet}/facile").statut, 404 if portee == "-" else 200, profession)
            dits = {**ATTENTE, "id": f"{self.numero:032d}", "projet": projet, "personne": personne, "finess": self.ici,
                    "version": "0"}
            ecrit = qui.envoyer("/projet/fiche", **dits)
            self.assertEqual(ecrit.statut == 303, portee == "ecriture", (profession, ecrit.statut))
        la_bas = self.entrer(finess=self.ailleurs)
        self.assertEqual(la_bas.lire(f"/projets/{personne}").statut, 404)
        self.assertEqual(la_bas.lire(f"/projet/{projet}/calendrier").statut, 404)
        self.assertEqual(la_bas.lire(f"/projet/fiche?id={projet}").statut, 404)

    def test_withdrawn_with_a_reason_and_each_page_is_a_line_of_the_journal(self):
        educateur = self.entrer()
        personne, projet = self.ouvrir(educateur)
        attente = self.ajouter(educateur, projet, **ATTENTE)
        retirer = lambda motif: educateur.envoyer("/projet/retrait", id=attente, projet=projet, personne=personne, version="1",
                                                  motif=motif)
        self.assertEqual(retirer(" ").statut, 422)
        self.assertEqual(retirer("Dite par une autre personne.").statut, 303)
        self.assertNotIn(ATTENTE["description"], self.page(educateur, personne))
        actes = [un for un, in self.atelier.executer("SELECT acte FROM journal WHERE objet = ? ORDER BY numero",
                                                     f"personne:{personne}")]
        self.assertEqual([un for un in actes if un.startswith("projet.")], ["projet.ecrire", "projet.ecrire", "projet.retirer"])
        self.assertIn("dossier_usager.lire", actes)


if __name__ == "__main__":
    unittest.main()
