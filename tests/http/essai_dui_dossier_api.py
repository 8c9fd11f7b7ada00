"""The record and the agenda by the API: the use cases of the pages, their rights, every fault at once."""

import json
import secrets
import unittest

from essai_dui_transmissions import Transmissions


class Dossier(Transmissions):
    """Persons and accounts are those of the transmissions' suite; its tests are not run again."""

    def setUp(self):
        super().setUp()
        self.infirmier = self.entrer("infirmier")

    def fiche(self, client, **autres):
        dit = {"id": secrets.token_hex(16), "finess_et": self.premier, "personne": self.personne, "genre": "allergie",
               "substance": "Arachide", **autres}
        return client.poster("/api/fiches", **dit), dit["id"]

    def evenement(self, client, **autres):
        dit = {"id": secrets.token_hex(16), "finess_et": self.premier, "titre": "Atelier", "debut": "2024-12-30T10:00",
               "minutes": 60, "personnes": [self.personne], **autres}
        return client.poster("/api/agenda", **dit), dit["id"]

    def elements(self, client, genre, personne=None):
        return client.interroger("/api/elements", personne=personne or self.personne, genre=genre)

    def agenda(self, client, **autres):
        return client.interroger("/api/agenda", **{"finess": self.premier, "du": "2024-12-30", "jours": "1", **autres})

    def test_a_sheet_is_written_once_amended_withdrawn_and_read_with_its_versions(self):
        dit = {"id": secrets.token_hex(16), "finess_et": self.premier, "personne": self.personne, "genre": "allergie",
               "substance": "Arachide"}
        for _ in range(2):
            self.assertEqual(self.infirmier.poster("/api/fiches", **dit).json, {"version": 1})
        ici = f"/api/fiches/{dit['id']}"
        self.assertEqual(self.modifier(self.infirmier, "PUT", ici, None, substance="Lait").statut, 428)
        self.assertEqual(self.modifier(self.infirmier, "PUT", ici, 1, substance="Lait").json, {"version": 2})
        self.refuse(self.modifier(self.infirmier, "PUT", ici, 1, substance="Soja"), 409, "element.version")
        self.refuse(self.modifier(self.infirmier, "POST", ici + "/retrait", 2), 422, "fiche.motif", "motif")
        self.assertEqual(self.modifier(self.infirmier, "POST", ici + "/retrait", 2, motif="Erreur.").statut, 200)
        lue = self.infirmier.lire(f"/api/elements/{dit['id']}")
        self.assertEqual(lue.entetes["etag"], '"3"')
        self.assertEqual([(une["contenu"]["substance"], une["etat"]) for une in lue.json["versions"]],
                         [("Arachide", "actif"), ("Lait", "actif"), ("Lait", "retire")])

    def test_a_sheet_tells_every_fault_and_drops_no_member(self):
        refusee, id = self.fiche(self.infirmier, finess_et="x", personne="", gravite="forte", inconnu="a", reaction=3)
        self.refuse(refusee, 422, "transmission.finess", "finess_et", "personne", "inconnu", "reaction", "gravite")
        self.refuse(self.fiche(self.infirmier, genre="sejour")[0], 422, "fiche.genre", "genre")
        self.assertEqual(self.infirmier.lire(f"/api/elements/{id}").statut, 404)

    def test_lists_hold_what_one_reads_and_count_the_rest(self):
        _, id = self.fiche(self.infirmier, substance="Latex")
        lues = self.elements(self.infirmier, "allergie").json
        self.assertIn(id, [une["id"] for une in lues["elements"]])
        # An allergy is of daily life; an evaluation by a scale of care is not everybody's.
        secretaire = self.entrer("secretaire", role="secretariat")
        for genre in ("allergie", "evaluation", "sejour", "document", "projet"):
            reponse = self.elements(secretaire, genre)
            self.assertEqual(reponse.statut, 200, genre)
            tout = self.elements(self.infirmier, genre).json
            self.assertLessEqual(len(reponse.json["elements"]), len(tout["elements"]) + tout["tus"])
        self.refuse(self.elements(self.infirmier, "membre"), 422, "dui.genre", "genre")
        self.refuse(self.infirmier.interroger("/api/elements", personne="", genre=""), 422, "dui.champ_requis", "personne", "genre")
        self.refuse(self.infirmier.interroger("/api/elements", personne="", genre="x", suite="y"), 422, "dui.champ_requis",
                    "personne", "genre", "suite")

    def test_a_record_of_elsewhere_is_not_there(self):
        self.refuse(self.elements(self.infirmier, "allergie", self.autre), 404, "dui.dossier_inconnu")
        _, id = self.fiche(self.infirmier)
        ailleurs = self.entrer("infirmier", self.second)
        self.refuse(ailleurs.lire(f"/api/elements/{id}"), 404, "element.inconnu")
        self.refuse(self.infirmier.lire("/api/elements/inconnu"), 404, "element.inconnu")
        self.refuse(self.fiche(ailleurs)[0], 403, "dui.etablissement_interdit")
        # Of a sheet that one does not read, not even its kind is told.
        for champ in ("substance", "inconnu"):
            self.refuse(self.modifier(ailleurs, "PUT", f"/api/fiches/{id}", 1, **{champ: "x"}), 404, "fiche.inconnue")

    def test_an_event_is_planned_once_seen_held_and_told(self):
        dit = {"id": secrets.token_hex(16), "finess_et": self.premier, "titre": "Atelier mémoire", "debut": "2024-12-30T10:00",
               "minutes": 45, "personnes": [self.personne], "accepter": True}
        premiere, seconde = (self.infirmier.poster("/api/agenda", **dit) for _ in range(2))
        self.assertEqual((premiere.statut, premiere.json), (201, {"id": dit["id"], "le": "2024-12-30T10:00"}))
        self.assertEqual(seconde.json, premiere.json)
        vues = [une for une in self.agenda(self.infirmier).json["occurrences"] if une["rendez_vous"] == dit["id"]]
        self.assertEqual([(une["titre"], une["debut"], une["statut"]) for une in vues],
                         [("Atelier mémoire", "2024-12-30T09:00:00Z", "PLANIFIE")])
        ici = f"/api/agenda/{dit['id']}"
        refus = self.infirmier.poster(ici + "/presence", le="2024-12-30T10:00", personne=self.personne, presence="refusee")
        self.assertEqual(refus.statut, 204, refus.corps)
        siennes = self.infirmier.interroger("/api/agenda", personne=self.personne, du="2024-12-30", jours="1").json
        self.assertIn("refusee", [un["presence"] for une in siennes["occurrences"] for un in une["participants"]
                                  if un["id"] == self.personne and une["rendez_vous"] == dit["id"]])
        self.refuse(self.infirmier.poster(ici + "/statut", le="2024-12-30T10:00", statut="ANNULE"), 422, "agenda.motif")
        self.assertEqual(self.infirmier.poster(ici + "/statut", le="2024-12-30T10:00", statut="ANNULE", motif="Grippe").statut, 204)

    def test_a_series_follows_its_rule(self):
        _, id = self.evenement(self.infirmier, debut="2024-12-30T16:00", regle="FREQ=DAILY;COUNT=3", accepter=True)
        vues = self.agenda(self.infirmier, jours="7").json["occurrences"]
        self.assertEqual([une["le"] for une in vues if une["rendez_vous"] == id],
                         ["2024-12-30T16:00", "2024-12-31T16:00", "2025-01-01T16:00"])

    def test_a_clash_writes_nothing_until_it_is_accepted(self):
        ecrit, _ = self.evenement(self.infirmier, debut="2024-12-30T18:00")
        self.assertEqual(ecrit.statut, 201, ecrit.corps)
        pris, id = self.evenement(self.infirmier, debut="2024-12-30T18:30")
        self.refuse(pris, 409, "agenda.en_conflit", "personne/" + self.personne)
        self.assertNotIn(id, [une["rendez_vous"] for une in self.agenda(self.infirmier).json["occurrences"]])
        self.assertEqual(self.evenement(self.infirmier, debut="2024-12-30T18:30", accepter=True)[0].statut, 201)

    def test_an_event_tells_every_fault(self):
        refuse, _ = self.evenement(self.infirmier, debut="demain", minutes="x", classe="y", personnes="seul", titre="",
                                   regle="FREQ=HOURLY", finess_et="z")
        self.assertEqual(refuse.statut, 422)
        chemins = {une["chemin"] for une in refuse.json["fautes"]}
        self.assertEqual({"debut", "minutes", "classe", "personnes", "titre", "regle", "finess_et"}, chemins)
        # Each fault names a member of the body, those that the use case finds too.
        for dit, code, chemin in (({"regle": "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"}, "recurrence.regle.jamais", "regle"),
                                  ({"regle": "FREQ=DAILY;UNTIL=20240101T000000Z"}, "rendez_vous.aucune", "regle"),
                                  ({"debut": "2010-01-01T10:00"}, "rendez_vous.ancien", "debut")):
            self.refuse(self.evenement(self.infirmier, **dit)[0], 422, code, chemin)
        self.assertEqual(self.agenda(self.infirmier, du="9999-12-31", jours="42").statut, 200)
        self.refuse(self.agenda(self.infirmier, du="x", jours="99", personne="y"), 422, "agenda.du", "du", "jours", "personne")
        self.refuse(self.infirmier.poster("/api/agenda/x/presence", le="x"), 422, "rendez_vous.debut", "le", "presence", "personne")
        self.refuse(self.infirmier.poster("/api/agenda/x/statut", le="x", statut="y"), 422, "rendez_vous.debut", "le", "statut")

    def test_who_does_not_read_that_class_knows_that_the_time_is_taken(self):
        psychologue, educateur = self.entrer("psychologue"), self.entrer("educateur")
        ecrit, id = self.evenement(psychologue, classe="psychologie", titre="Entretien", lieu="Bureau 2", debut="2024-12-30T08:00")
        self.assertEqual(ecrit.statut, 201, ecrit.corps)
        for client, titre in ((psychologue, "Entretien"), (educateur, None)):
            vue = next(une for une in self.agenda(client).json["occurrences"] if une["rendez_vous"] == id)
            self.assertEqual(vue["titre"], titre)
        self.refuse(educateur.poster(f"/api/agenda/{id}/statut", le="2024-12-30T08:00", statut="VALIDE"), 404, "rendez_vous.inconnu")

    def test_each_reading_leaves_its_line_in_the_journal(self):
        _, id = self.fiche(self.infirmier)

        def lignes():
            return len(self.atelier.executer("SELECT 1 FROM journal WHERE acte LIKE 'dossier_usager.li%'"))
        for lire in (lambda: self.elements(self.infirmier, "sejour"), lambda: self.infirmier.lire(f"/api/elements/{id}"),
                     lambda: self.agenda(self.infirmier),
                     lambda: self.infirmier.interroger("/api/agenda", personne=self.personne, du="2024-12-30")):
            avant = lignes()
            self.assertEqual(lire().statut, 200)
            self.assertEqual(lignes(), avant + 1)


# What is inherited was run in its own suite.
for nom in [un for un in dir(Transmissions) if un.startswith("test_")]:
    setattr(Dossier, nom, None)
del Transmissions

if __name__ == "__main__":
    unittest.main()
