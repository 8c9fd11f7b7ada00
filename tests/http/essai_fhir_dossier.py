"""FHIR R4 of what a record holds: projects, objectives, appointments, documents, evaluations, written by the pages and read
at once; searched by person, page by page; who reads which, and who does not."""

import json
import re
import unittest

import essai_agenda
import essai_classeur
import essai_evaluations
import essai_projet
from essai_dui import JOUR
from soignants import Soignants

TYPES = ["CarePlan", "Goal", "Appointment", "DocumentReference", "QuestionnaireResponse"]


class FhirDossier(Soignants):
    profession = "educateur"
    fiche, ecrire, ajouter = essai_projet.Projet.fiche, essai_projet.Projet.ecrire, essai_projet.Projet.ajouter
    passer = essai_projet.Projet.passer
    planifier = essai_agenda.Agenda.planifier
    champs, commencer, coter = (getattr(essai_evaluations.Evaluations, nom) for nom in ("champs", "commencer", "coter"))
    passer_l_evaluation = essai_evaluations.Evaluations.passer

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        presentes = essai_projet.Projet.presentes.__func__(cls, cls.ici)
        cls.libre, cls.voisine = presentes[-2:]
        cls.educ, cls.infirmier = cls.entrer("educateur"), cls.entrer("infirmier")

    def lire(self, qui, chemin, statut=200):
        reponse = qui.lire("/fhir/" + chemin)
        self.assertEqual((reponse.statut, reponse.entetes["content-type"]), (statut, "application/fhir+json"), reponse.corps)
        return json.loads(reponse.corps)

    def trouvees(self, qui, chemin, mode="match"):
        return [une["resource"] for une in self.lire(qui, chemin).get("entry", []) if une["search"]["mode"] == mode]

    def projet(self, personne):
        reponse, dits = self.ecrire(self.educ, f"genre=projet&finess={self.ici}&personne={personne}", titre="Sortir", type="PPA",
                                    debut="2024-09-01")
        self.assertEqual(reponse.statut, 303, reponse.corps)
        projet = dits["id"]
        besoin = self.ajouter(self.educ, projet, genre="besoin", description="Se déplacer.")
        objectif = self.ajouter(self.educ, projet, genre="objectif", titre="Prendre le bus", description="Seule, le mardi.",
                                statut="ACTIF", besoin=besoin, debut="2024-09-10", fin="2024-12-31", avis="J'en ai envie.",
                                resultat="Un trajet par semaine.")
        self.ajouter(self.educ, projet, genre="action", titre="Repérer la ligne", objectifs=objectif, statut="ACTIF")
        return projet, objectif

    def test_a_project_its_objectives_and_what_the_person_says(self):
        projet, objectif = self.projet(self.libre)
        (plan,) = self.trouvees(self.educ, f"CarePlan?patient={self.libre}&status=draft&date=ge2024-09-01")
        self.assertEqual((plan["id"], plan["status"], plan["intent"], plan["title"]), (projet, "draft", "plan", "Sortir"))
        self.assertEqual(plan["subject"], {"reference": f"Patient/{self.libre}"})
        self.assertEqual(plan["goal"], [{"reference": f"Goal/{objectif}"}])
        self.assertEqual(plan["activity"][0]["detail"]["status"], "in-progress")
        (but,) = self.trouvees(self.educ, f"Goal?subject=Patient/{self.libre}&lifecycle-status=active&start-date=2024-09")
        self.assertEqual((but["id"], but["description"]["text"], but["target"][0]["dueDate"]),
                         (objectif, "Prendre le bus", "2024-12-31"))
        self.assertEqual(but["note"][0], {"authorReference": {"reference": f"Patient/{self.libre}"}, "text": "J'en ai envie."})
        self.assertEqual(self.trouvees(self.educ, f"Goal?patient={self.libre}&lifecycle-status=cancelled"), [])
        self.assertEqual(self.trouvees(self.educ, f"CarePlan?patient={self.libre}&date=lt2024-09-01"), [])
        incluses = self.trouvees(self.educ, f"CarePlan?patient={self.libre}&_include=CarePlan:patient", "include")
        self.assertEqual([une["id"] for une in incluses], [self.libre])
        # Read its writes: an objective more is a new version of the project.
        premiere = self.lire(self.educ, f"CarePlan/{projet}")
        besoin = self.ajouter(self.educ, projet, genre="besoin", description="Lire l'heure.")
        self.ajouter(self.educ, projet, genre="objectif", titre="Lire l'heure", description="Sur sa montre.",
                     statut="ENPREPARATION", besoin=besoin)
        deux = self.lire(self.educ, f"CarePlan/{projet}")
        self.assertEqual(len(deux["goal"]), 2)
        self.assertNotEqual(deux["meta"]["versionId"], premiere["meta"]["versionId"])
        histoire = self.lire(self.educ, f"CarePlan/{projet}/_history")
        self.assertEqual(histoire["entry"][0]["resource"], deux)

    def test_occurrences_of_a_series_are_appointments(self):
        fait = self.planifier(self.educ, personnes=self.personne, titre="Chorale", frequence="semaine", jour="2024-10-01",
                              jours="TU", nombre="4")
        self.assertEqual(fait.statut, 303, fait.corps)
        chemin = f"Appointment?patient={self.personne}&date=ge2024-10-01&date=le2024-12-31"
        lus = self.trouvees(self.educ, chemin)
        miens = [un for un in lus if un.get("description") == "Chorale"]
        self.assertEqual(miens[0]["start"], "2024-10-01T07:00:00Z")
        self.assertEqual([un["status"] for un in miens], ["booked"] * len(miens))
        self.assertEqual(len({un["id"] for un in miens}), 4)
        self.assertIn({"reference": f"Patient/{self.personne}"},
                      [un.get("actor") for un in miens[0]["participant"]])
        seul = self.lire(self.educ, "Appointment/" + miens[0]["id"])
        self.assertEqual(seul, miens[0])
        self.assertEqual(self.trouvees(self.educ, "Appointment?_id=" + miens[0]["id"]), [miens[0]])
        self.assertEqual(self.trouvees(self.educ, f"Appointment?patient={self.personne}&date=2019"), [])
        # Page by page, each once.
        vus, adresse = [], chemin + "&_count=1"
        while adresse:
            page = self.lire(self.educ, adresse)
            vus += [une["resource"]["id"] for une in page.get("entry", [])]
            suite = [un["url"] for un in page["link"] if un["relation"] == "next"]
            adresse = re.sub(r"^https?://[^/]+/fhir/", "", suite[0]) if suite else None
        self.assertEqual(vus, [un["id"] for un in lus])
        self.lire(self.educ, "Appointment/" + "0" * 32 + ".20241001T0900", 404)
        self.lire(self.educ, miens[0]["id"].join(("Appointment/", "x")), 404)

    def deposer(self, qui, titre, date=JOUR):
        page = qui.lire(f"/document/nouveau?personne={self.personne}")
        champs = {"csrf": qui.csrf, "id": re.search(r'name="id" value="(\w{32})"', page.corps)[1], "personne": self.personne,
                  "finess": self.ici, "type": "89601-9", "titre": titre, "date": date}
        corps, genre = essai_classeur.en_multipart(champs, [("a.png", essai_classeur.PNG)])
        reponse = qui.demander("POST", "/document/nouveau", corps, **{"Content-Type": genre})
        self.assertEqual(reponse.statut, 303, reponse.corps)
        return champs["id"]

    def test_documents_page_by_page_with_their_file(self):
        poses = [self.deposer(self.infirmier, f"Certificat {rang}", f"2024-09-{rang + 10}") for rang in range(5)]
        chemin = f"DocumentReference?patient={self.personne}&type=http://loinc.org|89601-9"
        lus = self.trouvees(self.infirmier, chemin)
        self.assertEqual([un["id"] for un in lus], poses[::-1])  # the latest first
        vus, adresse = [], chemin + "&_count=2"
        while adresse:
            page = self.lire(self.infirmier, adresse)
            vus += [une["resource"]["id"] for une in page["entry"]]
            suite = [un["url"] for un in page["link"] if un["relation"] == "next"]
            adresse = re.sub(r"^https?://[^/]+/fhir/", "", suite[0]) if suite else None
        self.assertEqual(vus, poses[::-1])
        attache = lus[0]["content"][0]["attachment"]
        self.assertEqual((attache["contentType"], attache["size"]), ("image/png", len(essai_classeur.PNG)))
        fichier = self.infirmier.lire(re.sub(r"^https?://[^/]+", "", attache["url"]))
        self.assertEqual((fichier.statut, fichier.octets), (200, essai_classeur.PNG))
        self.assertEqual([un["id"] for un in self.trouvees(self.infirmier, chemin + "&period=le2024-09-11")], poses[1::-1])
        self.assertEqual(self.infirmier.envoyer(f"/document/{poses[0]}/retrait", version="1", motif="Erreur.").statut, 303)
        self.assertEqual(self.lire(self.infirmier, f"DocumentReference/{poses[0]}")["status"], "entered-in-error")
        self.assertEqual(len(self.lire(self.infirmier, f"DocumentReference/{poses[0]}/_history")["entry"]), 2)
        # A document of care is not there for who reads no care.
        self.assertEqual(self.trouvees(self.educ, chemin), [])
        self.lire(self.educ, f"DocumentReference/{poses[1]}", 404)

    def test_an_evaluation_with_its_scale_answers_and_result(self):
        un = self.commencer(self.infirmier)
        self.assertEqual(self.trouvees(self.infirmier, f"QuestionnaireResponse?patient={self.personne}&status=completed"), [])
        for rang, variable in enumerate(essai_evaluations.POIDS):
            self.assertEqual(self.coter(self.infirmier, un, rang + 1, variable, "C").statut, 303)
        self.assertEqual(self.passer_l_evaluation(self.infirmier, un, len(essai_evaluations.POIDS) + 1, "APPROUVE").statut, 303)
        (lue,) = self.trouvees(self.infirmier, f"QuestionnaireResponse?patient={self.personne}&status=completed&authored={JOUR}")
        self.assertEqual((lue["id"], lue["authored"], lue["questionnaire"]), (un, JOUR, "#grille"))
        self.assertIn("AGGIR", lue["contained"][0]["title"])
        reponses = {une["text"]: une for une in lue["item"]}
        self.assertEqual(reponses["GIR"]["answer"], [{"valueInteger": 1}])
        self.assertEqual(sum("valueCoding" in une["answer"][0] for une in lue["item"] if "answer" in une), 8)
        self.assertEqual(len(self.lire(self.infirmier, f"QuestionnaireResponse/{un}/_history")["entry"]),
                         len(essai_evaluations.POIDS) + 2)

    def test_a_search_names_somebody_and_strangers_find_nothing(self):
        projet, objectif = self.projet(self.voisine)
        loin = self.entrer("educateur", finess=self.ailleurs)
        for type_ in TYPES:
            refus = self.lire(self.educ, type_, 400)
            self.assertEqual([un["details"]["coding"][0]["code"] for un in refus["issue"]], ["fhir.personne_requise"])
            self.assertEqual(self.trouvees(loin, f"{type_}?patient={self.voisine}"), [])
            self.assertEqual(self.trouvees(self.educ, f"{type_}?_id=rien"), [])
        for chemin in (f"CarePlan/{projet}", f"Goal/{objectif}"):
            self.lire(loin, chemin, 404)
            self.lire(self.entrer(profession="agent"), chemin, 404)  # reads no project
            self.lire(self.educ, chemin.replace("CarePlan", "Goal") if "CarePlan" in chemin else chemin.replace("Goal", "CarePlan"), 404)
        # Closed by its circle: it is not there, and is again for a member.
        chef, membre = self.entrer("cadre", "encadrement"), self.entrer("educateur")
        compte = self.atelier.executer("SELECT id FROM compte WHERE courriel = ?", f"q{self.numero}@exemple.fr")[0][0]
        for champs in ({"acte": "nommer", "compte": compte, "titre": "referent"}, {"acte": "restreint"}):
            self.assertEqual(chef.envoyer(f"/acces/{self.voisine}", finess=self.ici, **champs).statut, 303)
        self.assertEqual(self.trouvees(self.educ, f"CarePlan?patient={self.voisine}"), [])
        self.lire(self.educ, f"Goal/{objectif}", 404)
        self.assertEqual([un["id"] for un in self.trouvees(membre, f"Goal?patient={self.voisine}")], [objectif])
        lectures = self.atelier.executer("SELECT COUNT(*) FROM journal WHERE acte = 'dossier_usager.lire' AND objet = ?",
                                         f"personne:{self.voisine}")[0][0]
        self.lire(membre, f"Goal/{objectif}")
        self.assertEqual(self.atelier.executer("SELECT COUNT(*) FROM journal WHERE acte = 'dossier_usager.lire' AND objet = ?",
                                               f"personne:{self.voisine}")[0][0], lectures + 1)


if __name__ == "__main__":
    unittest.main()
