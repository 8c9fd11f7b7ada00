"""DESK-03: a regional desk asks that the national level examines a dossier of several regions; by the
API and by the pages of both desks."""

import unittest

from client import attendre
from comptes import Atelier, Client, code_totp
from dossiers import GUICHET, OUVERT, Porteur, contenu
from espace import envoyer_un_formulaire


class Niveau(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.atelier = Atelier().demarrer("--horloge", OUVERT)
        cls.porteur = Porteur(cls.atelier, "porteur@exemple.fr")
        for nom, role, region in [("ars", "ars", "75"), ("corse", "ars", "94"), ("national", "national", None)]:
            secret = cls.atelier.guichet(role, f"{nom}@exemple.fr", region)
            client = Client(cls.atelier)
            assert client.connecter(f"{nom}@exemple.fr", code=code_totp(secret)).statut == 201
            setattr(cls, nom, client)
        cls.suivant = 0

    @classmethod
    def tearDownClass(cls):
        cls.atelier.fermer()

    def deposer(self, departements=("2A",)):
        """A dossier of which the first establishments are of these departments, at the ARS of region 75."""
        debut = Niveau.suivant = Niveau.suivant + 16
        ecrit = contenu(debut + 16)
        ecrit["essms"] = ecrit["essms"][debut:]
        for essms, departement in zip(ecrit["essms"], departements):
            essms["departement"] = departement
        dossier = self.porteur.commencer()
        self.assertEqual(self.porteur.ecrire(dossier, ecrit, 1).statut, 200)
        depot = self.porteur.deposer(dossier, GUICHET)
        self.assertEqual(depot.statut, 201, depot.corps)
        self.assertEqual(self.ars.poster(dossier + "/instruction").statut, 201)
        return dossier

    def deplacer(self, client, dossier, acte, motif="Projet de deux régions.", **entetes):
        return client.demander("POST", dossier + "/niveau", {"acte": acte, "motif": motif}, **entetes)

    def probleme(self, reponse, statut, code):
        self.assertEqual((reponse.statut, reponse.json["code"]), (statut, code), reponse.corps)

    def annoter(self, client, dossier):
        return client.poster(dossier + "/notes", texte="Vu.").statut

    def prendre(self, client, dossier):
        return client.poster(dossier + "/affectation", instructeur="").statut

    def test_asked_accepted_handed_back(self):
        dossier = self.deposer()
        self.assertEqual(self.deplacer(self.ars, dossier, "demandee").statut, 201)
        attendus = self.national.lire("/api/instructions-nationales").json["dossiers"]
        ici = [un for un in attendus if un["dossier"] == dossier.rsplit("/", 1)[1]]
        self.assertEqual([(un["acte"], un["financeur"]) for un in ici], [("demandee", GUICHET)])
        self.assertEqual(self.ars.lire("/api/instructions-nationales").json["dossiers"], [])
        self.assertEqual(self.porteur.lire(dossier + "/historique").json["instruction_nationale"], [])
        self.assertEqual(self.prendre(self.national, dossier), 403)
        self.assertEqual(self.deplacer(self.national, dossier, "acceptee").statut, 201)
        self.assertEqual((self.prendre(self.ars, dossier), self.prendre(self.national, dossier)), (403, 201))
        self.assertEqual((self.annoter(self.ars, dossier), self.annoter(self.national, dossier)), (201, 201))
        examen = self.ars.lire(dossier + "/examen").json
        self.assertEqual(examen["guichet_d_instruction"], "national")
        self.assertEqual(self.corse.lire(dossier + "/examen").statut, 404)
        recu = self.porteur.lire(dossier).json
        self.assertEqual(recu["recepisse"]["guichet"]["financeur"], GUICHET)
        vus = self.porteur.lire(dossier + "/historique").json["instruction_nationale"]
        self.assertEqual([(un["acte"], un["motif"]) for un in vus], [("acceptee", "Projet de deux régions.")])
        self.assertEqual(self.deplacer(self.national, dossier, "rendue", "À vous.").statut, 201)
        self.assertEqual((self.prendre(self.ars, dossier), self.prendre(self.national, dossier)), (201, 403))
        lignes = self.atelier.executer("SELECT detail FROM journal WHERE acte = 'instruction.deplacer' AND issue = 'fait'"
                                       " AND objet = ? ORDER BY numero", "dossier:" + dossier.rsplit("/", 1)[1])
        self.assertEqual([detail for detail, in lignes], ["demandee", "acceptee", "rendue"])

    def test_what_is_refused_names_why(self):
        dossier, seule = self.deposer(), self.deposer(())
        self.probleme(self.deplacer(self.ars, seule, "demandee"), 422, "niveau.une_region")
        self.probleme(self.deplacer(self.national, dossier, "acceptee"), 409, "niveau.rien_a_decider")
        self.probleme(self.deplacer(self.ars, dossier, "acceptee"), 403, "niveau.pas_le_sien")
        self.probleme(self.deplacer(self.ars, dossier, "demandee", " "), 422, "instruction.texte_vide")
        self.probleme(self.deplacer(self.corse, dossier, "demandee"), 404, "dossier.inconnu")
        for _ in range(2):
            fait = self.deplacer(self.ars, dossier, "demandee", **{"Idempotency-Key": "une"})
            self.assertEqual(fait.statut, 201, fait.corps)
        self.probleme(self.deplacer(self.ars, dossier, "demandee"), 409, "niveau.deja_demande")

    def test_by_the_pages_of_both_desks_and_what_the_porteur_reads(self):
        dossier = self.deposer()
        page = dossier.removeprefix("/api")
        bureau = "/bureau" + page
        self.assertIn("Demander l'instruction au niveau national", self.ars.lire(bureau, Accept="text/html").corps
                      .replace("&#39;", "'"))
        demande = {"acte": "demandee", "motif": "Deux régions, trois logiciels."}
        self.assertEqual(envoyer_un_formulaire(self.ars, bureau + "/niveau", demande).statut, 303)
        boite = self.national.lire("/bureau", Accept="text/html").corps
        self.assertIn("Deux régions, trois logiciels.", boite)
        self.assertIn(f'action="{bureau}/niveau"', boite)
        fait = envoyer_un_formulaire(self.national, bureau + "/niveau", {"acte": "acceptee", "motif": "Entendu."})
        self.assertEqual((fait.statut, fait.entetes["location"]), (303, bureau + "#niveau"))
        ars, national = (qui.lire(bureau, Accept="text/html").corps for qui in (self.ars, self.national))
        self.assertIn("au niveau national", ars)
        for forme in ("/recevabilite", "/demandes", "/affectation"):
            self.assertNotIn(f'action="{bureau}{forme}"', ars)
            self.assertIn(f'action="{bureau}{forme}"', national)
        lu = self.porteur.lire(page, Accept="text/html").corps
        self.assertIn("instruit au niveau national", lu)
        self.assertIn(GUICHET, lu)
        self.assertIn("trois logiciels", self.porteur.lire(page + "/historique", Accept="text/html").corps)
        numero = self.porteur.lire(dossier).json["recepisse"]["numero"]
        objet = f"Dossier {numero}\u00a0: instruit au niveau national"
        self.assertTrue(attendre(lambda: sum(str(m["Subject"]) == objet for m in self.atelier.courriels(0)) == 2, 20))
        self.assertNotIn(f'action="{bureau}/niveau"', self.national.lire("/bureau", Accept="text/html").corps)


if __name__ == "__main__":
    unittest.main()
