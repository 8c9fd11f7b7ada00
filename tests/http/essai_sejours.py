"""Stays of the DUI: admission, exit, death, waiting list, absences, presence, units, deadlines, steering; what the indicators
count of it, before and after."""

import html
import json
import re
import unittest

from soignants import Soignants

JOUR = "2024-09-30"
ID = "0123456789abcdef0123456789abcd"


class Sejours(Soignants):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        lignes = list(map(json.loads, (cls.atelier.chemin / "organisation.ndjson").read_text().splitlines()))
        sejours = {}
        for une in lignes:
            if une["type"] == "sejour":
                sejours.setdefault(une["personne"], []).append(une)
        # Persons of one stay, there, that goes on: each test takes its own.
        cls.libres = [siens[0] for siens in sejours.values()
                      if len(siens) == 1 and siens[0]["finess_et"] == cls.ici and siens[0].get("sortie") is None]
        cls.la_bas = next(siens[0] for siens in sejours.values() if siens[0]["finess_et"] == cls.ailleurs)
        cls.chef = cls.entrer("cadre", "encadrement")
        cls.social = cls.entrer("assistant_social")
        cls.soignant = cls.entrer("aide_soignant")

    def id(self):
        type(self).numero += 1
        return ID + f"{self.numero % 256:02x}"

    def texte(self, reponse):
        return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", reponse.corps)))

    def lire(self, qui, chemin):
        reponse = qui.lire(chemin)
        self.assertEqual(reponse.statut, 200, (chemin, reponse.corps[-800:]))
        return self.texte(reponse)

    def envoyer(self, qui, chemin, statut, **champs):
        reponse = qui.envoyer(chemin, **champs)
        self.assertEqual(reponse.statut, statut, (chemin, champs, self.texte(reponse)[-1500:]))
        return self.texte(reponse)

    def indicateurs(self, au=JOUR):
        fait = self.atelier.commande("indicateurs", "--au", au, "--finess", self.ici, "--denominateur", "presents", "--json",
                                     sans_cle=True)
        self.assertEqual(fait.returncode, 0, fait.stderr)
        (un,) = json.loads(fait.stdout)["etablissements"]
        return un["indicateurs"]["dossiers_actifs"]

    def admission(self, personne, **champs):
        return {"id": self.id(), "personne": personne, "finess": self.ici, "entree": JOUR, "modalite": "temporaire",
                "projet_possible": "oui", **champs}

    def test_an_exit_and_a_new_admission_change_the_indicators(self):
        sejour = self.libres.pop()
        avant = self.indicateurs()
        commun = {"personne": sejour["personne"], "sejour": sejour["id"], "version": "0"}
        refuse = self.envoyer(self.social, "/sejour/sortie", 422, **commun, jour="2024-10-01", issue="")
        for phrase in ("pas encore venu : une sortie", "Choisissez le mode de sortie"):
            self.assertIn(phrase, refuse)
        self.assertEqual(self.indicateurs(), avant)
        self.envoyer(self.social, "/sejour/sortie", 303, **commun, jour=JOUR, issue="domicile", motif="Retour")
        sorti = self.indicateurs()
        self.assertEqual(sorti["denominateur"], avant["denominateur"] - 1)
        champs = self.admission(sejour["personne"], modalite="permanent")
        for _ in range(2):
            self.envoyer(self.social, "/sejour/admission", 303, **champs)
        self.assertEqual(self.indicateurs()["denominateur"], avant["denominateur"])
        double = self.envoyer(self.social, "/sejour/admission", 422, **{**champs, "id": self.id(), "fin_prevue": "2024-09-01"})
        for phrase in ("couvre déjà ce jour", "La fin prévue suit l'entrée"):
            self.assertIn(phrase, double)
        page = self.lire(self.social, f"/sejours/{sejour['personne']}")
        for phrase in ("vers le domicile", "Entrée, permanent", "depuis le 30 septembre 2024"):
            self.assertIn(phrase, page)

    def test_a_past_day_is_told_as_it_was(self):
        sejour = self.libres.pop()
        page = self.lire(self.social, f"/sejours/{sejour['personne']}?au=1990-01-01")
        self.assertIn("Aucun séjour n'avait commencé", page)
        page = self.lire(self.social, f"/sejours/{sejour['personne']}?au={sejour['entree']}")
        self.assertIn("tels qu'à cette date", page)
        self.assertNotIn("Dire la sortie", page)

    def test_a_death_closes_the_stays_and_nobody_is_admitted_after(self):
        sejour = self.libres.pop()
        personne = sejour["personne"]
        self.envoyer(self.social, "/sejour/admission", 303, **self.admission(personne, modalite="accueil_de_jour" if sejour["modalite"] != "accueil_de_jour" else "domicile"))
        avant = self.indicateurs()["denominateur"]
        deces = {"personne": personne, "sejour": sejour["id"], "version": "0"}
        self.assertIn("Dites le jour du décès", self.envoyer(self.social, "/sejour/deces", 422, **deces, jour=""))
        self.envoyer(self.soignant, "/sejour/deces", 403, **deces, jour=JOUR)
        self.envoyer(self.social, "/sejour/deces", 303, **deces, jour=JOUR)
        self.assertEqual(self.indicateurs()["denominateur"], avant - 1)
        self.assertIn("suit le décès", self.envoyer(self.social, "/sejour/admission", 422, **self.admission(personne)))
        self.assertIn("Décès", self.lire(self.social, f"/sejours/{personne}"))
        actes = self.atelier.executer("SELECT acte FROM journal WHERE objet = ? ORDER BY numero", f"personne:{personne}")
        self.assertIn(("personne.deces",), [tuple(un) for un in actes])
        self.assertEqual(self.atelier.commande("journal", "verifier").returncode, 0)

    def test_only_who_leads_takes_an_exit_back_and_nobody_acts_elsewhere(self):
        sejour = self.libres.pop()
        commun = {"personne": sejour["personne"], "sejour": sejour["id"]}
        self.envoyer(self.social, "/sejour/sortie", 303, **commun, version="0", jour=JOUR, issue="hopital")
        self.envoyer(self.social, "/sejour/reprise", 403, **commun, version="1", motif="Erreur")
        self.envoyer(self.chef, "/sejour/reprise", 409, **commun, version="0", motif="Erreur")
        self.envoyer(self.chef, "/sejour/reprise", 303, **commun, version="1", motif="Erreur")
        la_bas = {"personne": self.la_bas["personne"], "sejour": self.la_bas["id"], "version": "0"}
        self.assertEqual(self.social.lire(f"/sejours/{self.la_bas['personne']}").statut, 404)
        self.envoyer(self.social, "/sejour/sortie", 404, **la_bas, jour=JOUR, issue="domicile")
        # The stay of somebody else under the name of one that one meets.
        self.envoyer(self.social, "/sejour/sortie", 404, **{**commun, "sejour": self.la_bas["id"], "version": "0"},
                     jour=JOUR, issue="domicile")

    def test_from_the_waiting_list_to_the_admission(self):
        avant = self.indicateurs()
        demande = {"id": self.id(), "version": "0", "finess": self.ici, "unite": ""}
        refuse = self.envoyer(self.social, "/attente/inscription", 422, **demande, nom="", prenom="", modalite="")
        for phrase in ("Écrivez le nom", "Écrivez son prénom", "Choisissez l'accueil demandé"):
            self.assertIn(phrase, refuse)
        dite = {"nom": "Fictif", "prenom": "Camille", "modalite": "temporaire", "contact": "Sa sœur"}
        for _ in range(2):
            self.envoyer(self.social, "/attente/inscription", 303, **demande, **dite)
        self.assertEqual(self.atelier.executer("SELECT COUNT(*) FROM attente WHERE id = ?", demande["id"])[0][0], 1)
        self.assertEqual(self.indicateurs(), avant)
        self.envoyer(self.social, "/attente/passage", 303, **{**demande, "version": "1"}, vers="preadmission")
        liste = self.lire(self.social, f"/attente?finess={self.ici}")
        for phrase in ("Fictif Camille", "préadmission", "effacée le 30 septembre 2025"):
            self.assertIn(phrase, liste)
        self.assertIn("Aucun dossier ne porte ce nom", self.lire(self.social, f"/admissions/nouvelle?attente={demande['id']}"))
        personne = self.libres.pop()["personne"]
        self.envoyer(self.social, "/sejour/admission", 303, **self.admission(personne, attente=demande["id"]))
        self.assertNotIn("Fictif", self.lire(self.social, f"/attente?finess={self.ici}"))
        garde = self.atelier.executer("SELECT contenu FROM attente WHERE id = ?", demande["id"])[0][0]
        self.assertNotIn("Fictif", garde)
        self.envoyer(self.entrer("assistant_social", finess=self.ailleurs), "/attente/passage", 404, **demande, vers="close")

    def test_who_is_away_is_on_the_page_of_the_team(self):
        personne = self.libres[0]["personne"]
        commun = {"finess": self.ici, "unite": ""}
        refuse = self.envoyer(self.soignant, "/absences/declaration", 422, **commun, id=self.id(), personne="", nature="",
                              prevue="", debut="")
        for phrase in ("Choisissez la personne absente", "Dites depuis quand", "Choisissez la nature"):
            self.assertIn(phrase, refuse)
        absence = {**commun, "id": self.id(), "personne": personne, "nature": "famille", "prevue": "oui",
                   "debut": "2024-09-28T10:00", "fin": "2024-10-01T18:00"}
        for _ in range(2):
            self.envoyer(self.soignant, "/absences/declaration", 303, **absence)
        equipe = self.lire(self.soignant, f"/equipe?finess={self.ici}")
        self.assertIn("Absents 1", equipe)
        self.assertIn("absent, retour", equipe)
        self.assertIn("en famille", self.lire(self.soignant, f"/absences?finess={self.ici}"))
        tot = self.envoyer(self.soignant, "/absences/retour", 422, **commun, id=absence["id"], version="1",
                           retour="2024-10-01T10:00")
        self.assertIn("ce moment n'est pas encore venu", tot)
        self.envoyer(self.soignant, "/absences/retour", 303, **commun, id=absence["id"], version="1",
                     retour="2024-09-30T11:00")
        self.assertIn("Absents 0", self.lire(self.soignant, f"/equipe?finess={self.ici}"))

    def test_a_day_is_validated_by_two_persons_and_changes_by_a_reason(self):
        page = self.soignant.lire(f"/presences?finess={self.ici}&jour=2024-09-29").corps
        ids = re.findall(r'name="id-(p-\d+)" value="([^"]+)"', page)
        self.assertGreater(len(ids), 3)
        grille = {"finess": self.ici, "unite": "", "jour": "2024-09-29"}
        grille |= {f"id-{rang}": html.unescape(personne) for rang, personne in ids}
        presents = {rang: "presente" for rang, _ in ids}
        manque = self.envoyer(self.soignant, "/presences/unite", 422, **grille, version="0", **{**presents, "p-1": ""})
        self.assertIn("présent, absent ou non attendu", manque)
        self.envoyer(self.soignant, "/presences/unite", 303, **grille, version="0", **presents)
        self.envoyer(self.soignant, "/presences/service", 403, **grille, version="1")
        self.envoyer(self.chef, "/presences/service", 303, **grille, version="1")
        autre = {**presents, "p-1": "absente"}
        self.assertIn("dites pourquoi elle change",
                      self.envoyer(self.soignant, "/presences/unite", 422, **grille, version="2", **autre))
        self.envoyer(self.soignant, "/presences/unite", 409, **grille, version="1", motif="Oubli", **autre)
        self.envoyer(self.chef, "/presences/unite", 303, **grille, version="2", motif="Oubli", **autre)
        self.assertIn("revient à une autre personne", self.envoyer(self.chef, "/presences/service", 422, **grille, version="3"))
        lue = self.lire(self.soignant, f"/presences?finess={self.ici}&jour=2024-09-29")
        for phrase in ("Oubli", "Chef de service :", "reste la validation du chef de service"):
            self.assertIn(phrase, lue)

    def test_a_unit_is_opened_given_places_and_closed_when_empty(self):
        commun = {"finess": self.ici}
        refuse = self.envoyer(self.chef, "/unites/ouverture", 422, **commun, nom_unite=" ", places="beaucoup")
        for phrase in ("Donnez un nom", "un nombre de places entier"):
            self.assertIn(phrase, refuse)
        self.envoyer(self.chef, "/unites/ouverture", 303, **commun, nom_unite="Les Essais", places="1")
        page = self.chef.lire(f"/unites?finess={self.ici}").corps
        unite = re.search(r'unite=(\w{32})"><strong>Les Essais', page)[1]
        for personne in [un["personne"] for un in self.libres[:2]]:
            self.envoyer(self.chef, "/unites/places", 303, **commun, personne=personne, unite=unite)
        lue = self.lire(self.chef, f"/unites?finess={self.ici}")
        self.assertIn("2 personnes · 1 place", lue)
        self.assertIn("plus de personnes que de places", lue)
        self.assertIn("2 personnes présentes vivent encore",
                      self.envoyer(self.chef, "/unites/fermeture", 422, **commun, id=unite, version="1"))
        for personne in [un["personne"] for un in self.libres[:2]]:
            self.envoyer(self.chef, "/unites/places", 303, **commun, personne=personne, unite="")
        self.envoyer(self.chef, "/unites/changement", 303, **commun, id=unite, version="1", nom_unite="Les Autres", places="")
        self.envoyer(self.chef, "/unites/fermeture", 303, **commun, id=unite, version="2")
        self.assertNotIn("Les Autres", self.lire(self.chef, f"/unites?finess={self.ici}"))

    def test_deadlines_are_listed_once_the_sector_is_told_and_met_by_an_act(self):
        self.assertIn("secteur de cet établissement n'est pas dit", self.lire(self.social, f"/echeances?finess={self.ici}"))
        self.assertIn("Choisissez le secteur",
                      self.envoyer(self.social, "/echeances/secteur", 422, finess=self.ici, unite="", secteur=""))
        self.envoyer(self.social, "/echeances/secteur", 303, finess=self.ici, unite="", secteur="PA")
        sejour = self.libres[1]
        page = self.lire(self.social, f"/sejours/{sejour['personne']}?sejour={sejour['id']}")
        for phrase in ("D. 311, III", "Délai lu dans le texte cité", "Remise du contrat de séjour"):
            self.assertIn(phrase, page)
        compter = lambda: int(re.search(r"(\d+) échéances? en retard",
                                        self.lire(self.social, f"/pilotage?finess={self.ici}").replace("\u202f", ""))[1])
        avant = compter()
        self.assertGreater(avant, 0)
        csv = self.social.lire(f"/echeances.csv?finess={self.ici}").corps.splitlines()
        self.assertEqual(csv[0], "finess;personne;echeance;etat;terme;jours;article;certitude")
        self.assertEqual(sum('"en retard"' in ligne for ligne in csv), avant)
        acte = {"id": self.id(), "personne": sejour["personne"], "sejour": sejour["id"], "version": "0"}
        refuse = self.envoyer(self.social, "/sejour/acte", 422, **acte, acte="remise_contrat", jour="2024-10-02")
        for phrase in ("Nommez qui a participé", "Ce jour n'est pas encore venu"):
            self.assertIn(phrase, refuse)
        for _ in range(2):
            self.envoyer(self.social, "/sejour/acte", 303, **acte, acte="remise_contrat", jour=JOUR, participants="Elle-même")
        self.assertEqual(compter(), avant - 1)
        self.assertIn("votre profession ne lit pas", self.lire(self.entrer("agent"), f"/echeances?finess={self.ici}").lower())

    def test_the_numbers_of_steering_are_those_of_the_indicators(self):
        page = self.lire(self.chef, f"/pilotage?finess={self.ici}").replace("\u202f", "")
        presentes = int(re.search(r"(\d+) personnes? accueillies? aujourd'hui", page)[1])
        self.assertEqual(presentes, self.indicateurs()["denominateur"])
        fait = self.atelier.commande("indicateurs", "--au", JOUR, "--finess", self.ici, "--denominateur", "file_active",
                                     "--json", sans_cle=True)
        (un,) = json.loads(fait.stdout)["etablissements"]
        file_active = int(re.search(r"(\d+) personnes? dans la file active", page)[1])
        self.assertEqual(file_active, un["indicateurs"]["dossiers_actifs"]["denominateur"])


if __name__ == "__main__":
    unittest.main()
