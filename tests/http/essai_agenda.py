"""Agendas of the DUI: planned, clashing, moved, held, refused; the indicator is fed by use, never typed."""

import html
import json
import re
import subprocess
import unittest

from essai_dui import DUI, JOUR, AtelierDui
from soignants import Soignants


class Agenda(Soignants):
    profession = "educateur"

    @classmethod
    def setUpClass(cls):
        cls.atelier = AtelierDui(faits=False)
        lignes = cls.atelier.chemin / "organisation.ndjson"
        subprocess.run([DUI, "generer", str(lignes), "--etablissements", "1", "--personnes", "30", "--au", JOUR],
                       check=True, capture_output=True)
        # An organisation without any event.
        faits = [une for une in lignes.read_text().splitlines() if json.loads(une)["type"] != "evenement"]
        lignes.write_text("\n".join(faits) + "\n")
        lu = cls.atelier.commande("import", str(lignes), sans_cle=True)
        assert lu.returncode == 0, lu.stderr
        cls.atelier.demarrer()
        faits = list(map(json.loads, faits))
        cls.ici = sorted({un["finess_et"] for un in faits})[0]
        cls.personnes = [un["personne"] for un in faits if un["type"] == "sejour" and un["finess_et"] == cls.ici
                         and un.get("sortie") is None]
        actifs = {un["personne"] for un in faits if un["type"] == "modification" and un["finess_et"] == cls.ici
                  and not un.get("automatique") and un["le"] > "2024-07-02"}
        cls.active = next(une for une in cls.personnes[5:] if une in actifs)
        cls.numero = 0

    def planifier(self, navigateur, **champs):
        page = navigateur.lire(f"/agenda/nouveau?finess={self.ici}")
        self.assertEqual(page.statut, 200, page.corps)
        dits = {"id": re.search(r'name="id" value="(\w{32})"', page.corps)[1], "finess": self.ici, "titre": "Chant",
                "jour": JOUR, "debut": "09:00", "fin": "10:00", "frequence": "", "classe": "quotidien"}
        return navigateur.envoyer("/agenda/nouveau", **{**dits, **champs})

    def numerateur(self):
        fait = self.atelier.commande("indicateurs", "--au", JOUR, "--json", "--finess", self.ici, sans_cle=True)
        self.assertEqual(fait.returncode, 0, fait.stderr)
        return json.loads(fait.stdout)["etablissements"][0]["indicateurs"]["evenement_agenda"]["numerateur"]

    def test_the_indicator_counts_what_was_planned_and_no_longer_what_was_cancelled(self):
        navigateur = self.entrer()
        avant = self.numerateur()
        fait = self.planifier(navigateur, personnes=self.active, jour="2024-09-20")
        self.assertEqual(fait.statut, 303, fait.corps)
        self.assertEqual(self.numerateur(), avant + 1)
        ici = fait.entetes["location"]
        le = "2024-09-20T09:00"
        chemin = ici.split("?")[0]
        refus = navigateur.envoyer(f"{chemin}/statut", le=le, vers="ANNULE", motif="", portee="une")
        self.assertEqual(refus.statut, 422, refus.corps)
        annule = navigateur.envoyer(f"{chemin}/statut", le=le, vers="ANNULE", motif="Grève", portee="une")
        self.assertEqual(annule.statut, 303, annule.corps)
        self.assertEqual(self.numerateur(), avant)
        self.assertIn("Grève", html.unescape(navigateur.lire(ici).corps))

    def test_a_series_is_read_back_moved_and_pointed(self):
        navigateur = self.entrer()
        qui = self.personnes[1]
        fait = self.planifier(navigateur, personnes=qui, titre="Cuisine", jour="2024-09-24", frequence="semaine",
                              jours="TU", nombre="4")
        self.assertEqual(fait.statut, 303, fait.corps)
        chemin = fait.entetes["location"].split("?")[0]
        page = html.unescape(navigateur.lire(fait.entetes["location"]).corps)
        self.assertRegex(page, r"tous les mardis à 9.h, 4.fois")
        pointe = lambda le, presence: navigateur.envoyer(f"{chemin}/presence", le=le, genre="personne", qui=qui,
                                                         presence=presence)
        self.assertEqual(pointe("2024-09-24T09:00", "presente").statut, 303)
        self.assertEqual(pointe("2024-10-08T09:00", "presente").statut, 422)
        self.assertEqual(pointe("2024-10-08T09:00", "refusee").statut, 303)
        bouge = navigateur.envoyer(f"{chemin}/deplacement", le="2024-10-01T09:00", version="1", jour="2024-10-02",
                                   heure="14:00", fin="15:00")
        self.assertEqual(bouge.statut, 303, bouge.corps)
        tard = navigateur.envoyer(f"{chemin}/deplacement", le="2024-10-01T09:00", version="1", jour="2024-10-03",
                                  heure="14:00", fin="15:00")
        self.assertEqual(tard.statut, 409)
        semaine = html.unescape(navigateur.lire(f"/agenda?finess={self.ici}&semaine=2024-10-02").corps)
        self.assertRegex(semaine, r'data-jour="2024-10-02"[^>]*>(?:(?!</td>).)*Cuisine')
        sienne = navigateur.lire(f"/agenda/personne/{qui}?semaine=2024-10-08")
        self.assertEqual(sienne.statut, 200)
        self.assertIn("a refusé", html.unescape(sienne.corps))

    def test_clashes_are_told_and_a_room_is_for_who_leads(self):
        chef, navigateur = self.entrer("cadre", role="encadrement"), self.entrer()
        salle = {"id": "5" * 32, "finess": self.ici, "nom": "Salle 2", "genre": "salle", "places": "4"}
        self.assertEqual(navigateur.envoyer("/agenda/ressources", **salle).statut, 403)
        self.assertEqual(chef.envoyer("/agenda/ressources", **salle).statut, 303)
        un = dict(jour="2024-10-04", ressources=salle["id"])
        self.assertEqual(self.planifier(navigateur, personnes=self.personnes[2], **un).statut, 303)
        croise = self.planifier(navigateur, personnes=self.personnes[3], accepter="oui", **un)
        self.assertEqual(croise.statut, 409)
        self.assertIn("Salle 2 est réservée plusieurs fois", html.unescape(croise.corps))
        self.assertEqual(self.planifier(chef, personnes=self.personnes[3], **un).statut, 409)
        self.assertEqual(self.planifier(chef, personnes=self.personnes[3], accepter="oui", **un).statut, 303)
        for vue in ("personnes", "professionnels", "salles", "vehicules"):
            self.assertEqual(chef.lire(f"/agenda?finess={self.ici}&semaine=2024-10-04&vue={vue}").statut, 200, vue)

    def test_who_does_not_read_the_class_sees_only_that_the_time_is_taken(self):
        psychologue, educateur = self.entrer("psychologue"), self.entrer()
        fait = self.planifier(psychologue, personnes=self.personnes[4], titre="Entretien", classe="psychologie",
                              jour="2024-10-03")
        self.assertEqual(fait.statut, 303, fait.corps)
        semaine = f"/agenda?finess={self.ici}&semaine=2024-10-03"
        self.assertIn("Entretien", psychologue.lire(semaine).corps)
        self.assertNotIn("Entretien", educateur.lire(semaine).corps)
        self.assertEqual(educateur.lire(fait.entetes["location"]).statut, 404)

    def test_faults_come_all_at_once(self):
        reponse = self.planifier(self.entrer(), titre=" ", debut="", jour="hier")
        self.assertEqual(reponse.statut, 422)
        dites = html.unescape(reponse.corps)
        for phrase in ("Donnez un jour et une heure", "Choisissez au moins une personne"):
            self.assertIn(phrase, dites)


if __name__ == "__main__":
    unittest.main()
