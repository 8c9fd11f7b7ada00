"""The examination by its API: each act of a desk, sound and broken, and who may do it."""

import unittest

from client import attendre
from comptes import Atelier, Client, code_totp
from dossiers import GUICHET, OUVERT, Porteur, contenu

TOUTES = ["DOC-01", "DOC-02", "DOC-03", "DOC-04", "DOC-05", "DOC-06", "DOC-07", "DOC-08", "DOC-09"]


class Instruction(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.atelier = Atelier().demarrer("--horloge", OUVERT)
        cls.porteur = Porteur(cls.atelier, "porteur@exemple.fr")
        cls.voisin = Porteur(cls.atelier, "voisin@exemple.fr")
        cls.ars = cls.guichet("ars", "ars75@exemple.fr", "75")
        cls.collegue = cls.guichet("ars", "ars75b@exemple.fr", "75")
        cls.corse = cls.guichet("ars", "ars94@exemple.fr", "94")
        cls.national = cls.guichet("national", "national@exemple.fr")
        cls.comite = cls.guichet("comite", "comite@exemple.fr", "75")

    @classmethod
    def tearDownClass(cls):
        cls.atelier.fermer()

    @classmethod
    def guichet(cls, role, courriel, region=None):
        secret = cls.atelier.guichet(role, courriel, region)
        client = Client(cls.atelier)
        assert client.connecter(courriel, code=code_totp(secret)).statut == 201
        return client

    def depose(self, pieces=("DOC-05",)):
        """(dossier, {type: piece}); each test has establishments of its own."""
        ecrit = contenu(800)
        Instruction.suivant = getattr(Instruction, "suivant", 0) + 15
        ecrit["essms"] = ecrit["essms"][Instruction.suivant:Instruction.suivant + 15]
        dossier = self.porteur.commencer()
        self.assertEqual(self.porteur.ecrire(dossier, ecrit, 1).statut, 200)
        jointes = {un: self.porteur.joindre(dossier, un).json["id"] for un in pieces}
        depot = self.porteur.deposer(dossier, GUICHET)
        self.assertEqual(depot.statut, 201, depot.corps)
        return dossier, jointes

    def pris(self, pieces=("DOC-05",)):
        dossier, jointes = self.depose(pieces)
        pris = self.ars.poster(dossier + "/instruction")
        self.assertEqual((pris.statut, pris.json["statut"]), (201, "en_instruction"), pris.corps)
        return dossier, jointes

    def probleme(self, reponse, statut, code, chemin=None):
        self.assertEqual((reponse.statut, reponse.json["code"]), (statut, code), reponse.corps)
        if chemin:
            self.assertEqual([f["chemin"] for f in reponse.json["fautes"]], [chemin])
        return reponse.json

    def test_each_act_is_of_its_own_desk_only(self):
        dossier, pieces = self.pris()
        verdict = f"/pieces/{pieces['DOC-05']}/verdict"
        actes = {"/instruction": {}, verdict: {"verdict": "conforme"},
                 "/demandes": {"pieces": ["DOC-05"], "echeance": "2024-04-01"},
                 "/reprise": {"motif": "Vu."}, "/affectation": {"instructeur": ""},
                 "/appreciations": {"regle": "DOC-01", "decision": "conforme", "motif": "Vu."},
                 "/recevabilite": {"issue": "irrecevable", "motif": "Vu."},
                 "/notes": {"texte": "Vu."}}
        for acte, corps in actes.items():
            self.assertEqual(Client(self.atelier).poster(dossier + acte, **corps).statut, 401)
            self.probleme(self.corse.poster(dossier + acte, **corps), 404, "dossier.inconnu")
            self.probleme(self.porteur.poster(dossier + acte, **corps), 403, "acces.refuse")
            self.probleme(self.comite.poster(dossier + acte, **corps), 403, "acces.refuse")
            # The national desk reads every deposited dossier, and examines its own.
            self.probleme(self.national.poster(dossier + acte, **corps), 403, "dossier.interdit")
        self.assertEqual(self.corse.lire(dossier + "/examen").statut, 404)
        self.assertEqual(self.ars.lire(dossier).json["statut"], "en_instruction")
        self.probleme(self.voisin.poster(dossier + "/reponses", texte="Moi."), 404,
                      "dossier.inconnu")

    def test_refused_accesses_are_in_the_journal(self):
        dossier, _ = self.depose()
        self.corse.poster(dossier + "/instruction")
        refus = self.atelier.executer("SELECT acte, detail FROM journal WHERE issue = 'refuse' "
                                      "AND objet = ?", "dossier:" + dossier.rsplit("/", 1)[1])
        self.assertEqual(refus, [("dossier.prendre", "dossier.inconnu")])
        self.assertEqual(self.atelier.commande("journal", "verifier").returncode, 0)

    def test_two_who_take_it_at_once(self):
        dossier, _ = self.depose()
        self.assertEqual(self.ars.poster(dossier + "/instruction").statut, 201)
        self.probleme(self.collegue.poster(dossier + "/instruction"), 409, "dossier.etat")
        self.probleme(self.porteur.ecrire(dossier, "{}", 2), 409, "dossier.etat")

    def test_a_request_sent_twice_is_one(self):
        dossier, _ = self.depose()
        faits = [self.ars.demander("POST", dossier + "/instruction", {}, **{"Idempotency-Key": "a"})
                 for _ in range(2)]
        self.assertEqual([f.statut for f in faits], [201, 201])
        demande = {"textes": ["Précisez."], "echeance": "2024-04-01"}
        faits = [self.ars.demander("POST", dossier + "/demandes", demande,
                                   **{"Idempotency-Key": "b"}) for _ in range(2)]
        self.assertEqual(faits[0].corps, faits[1].corps)
        self.assertEqual(len(self.ars.lire(dossier).json["demandes"]), 1)
        autre = self.ars.demander("POST", dossier + "/demandes", {**demande, "textes": ["Autre."]},
                                  **{"Idempotency-Key": "b"})
        self.probleme(autre, 422, "rejeu.autre_demande")

    def test_verdicts(self):
        dossier, pieces = self.pris()
        adresse = f"{dossier}/pieces/{pieces['DOC-05']}/verdict"
        self.probleme(self.ars.poster(adresse, verdict="oui"), 422, "instruction.verdict",
                      "verdict")
        self.probleme(self.ars.poster(adresse, verdict="non_conforme"), 422,
                      "instruction.motif_vide")
        self.probleme(self.ars.poster(adresse, verdict=3), 422, "api.texte_attendu")
        self.probleme(self.ars.poster(dossier + "/pieces/0/verdict", verdict="conforme"), 404,
                      "piece.inconnue")
        refuse = self.ars.poster(adresse, verdict="non_conforme", motif="illisible", texte="Flou.")
        self.assertEqual((refuse.statut, refuse.json["verdict"]), (201, "non_conforme"))
        self.assertEqual(self.porteur.lire(dossier).json["verdicts"][0]["motif"], "illisible")

    def test_complements_are_asked_given_and_accepted(self):
        dossier, pieces = self.pris()
        demande = {"textes": ["Datez le planning."], "pieces": [pieces["DOC-05"], "DOC-02"],
                   "echeance": "2024-04-01"}
        for fausse, code, chemin in [({}, "complements.vide", "textes"),
                                     ({"pieces": ["X"]}, "complements.piece", "pieces"),
                                     ({"pieces": 3}, "complements.forme", "pieces"),
                                     ({"echeance": "2020-01-01"}, "complements.echeance",
                                      "echeance")]:
            self.probleme(self.ars.poster(dossier + "/demandes", **{
                "echeance": "2024-04-01", **({"textes": ["a"]} if "echeance" in fausse else {}),
                **fausse}), 422, code, chemin)
        faite = self.ars.poster(dossier + "/demandes", **demande)
        self.assertEqual((faite.statut, faite.json["statut"]), (201, "pieces_demandees"))
        self.probleme(self.porteur.joindre(dossier, "DOC-07"), 409, "piece.non_demandee")
        nouveau = self.porteur.joindre(dossier, "DOC-05", remplace=pieces["DOC-05"]).json["id"]
        autre = self.porteur.joindre(dossier, "DOC-02").json["id"]
        self.assertEqual(self.porteur.poster(dossier + "/reponses", texte="Voici.").statut, 201)
        self.assertEqual(self.ars.lire(f"{dossier}/pieces/{autre}/fichier").statut, 200)
        self.assertEqual({p["id"] for p in self.ars.lire(dossier).json["pieces"]},
                         {nouveau, autre})
        for piece, statut in [(nouveau, "pieces_demandees"), (autre, "en_instruction")]:
            rendu = self.ars.poster(f"{dossier}/pieces/{piece}/verdict", verdict="conforme")
            self.assertEqual((rendu.statut, rendu.json["statut"]), (201, statut))
        self.assertEqual(self.porteur.lire(dossier).json["demandes"][0]["cloture"], "acceptee")
        passages = self.porteur.lire(dossier + "/historique").json["passages"]
        self.assertEqual([p["apres"] for p in passages],
                         ["depose", "en_instruction", "pieces_demandees", "pieces_demandees",
                          "en_instruction"])

    def test_a_text_that_is_too_long_is_named(self):
        dossier, pieces = self.pris()
        long = "a" * 8001
        for chemin, corps, champ in [
                (f"pieces/{pieces['DOC-05']}/verdict",
                 {"verdict": "non_conforme", "motif": "illisible", "texte": long}, "texte"),
                ("notes", {"texte": long}, "texte"),
                ("demandes", {"textes": ["a", long], "echeance": "2024-04-01"}, "textes"),
                ("demandes", {"textes": ["a" * 4001] * 2, "echeance": "2024-04-01"}, "textes"),
                ("demandes", {"pieces": [{"type": "DOC-02", "texte": long}],
                              "echeance": "2024-04-01"}, "pieces"),
                ("recevabilite", {"issue": "irrecevable", "motif": long}, "motif")]:
            self.probleme(self.ars.poster(f"{dossier}/{chemin}", **corps), 422,
                          "instruction.texte_long", champ)

    def test_receivability_waits_for_each_point(self):
        dossier, _ = self.pris(TOUTES)
        refus = self.ars.poster(dossier + "/recevabilite", issue="recevable", motif="Complet.")
        dit = self.probleme(refus, 409, "instruction.points_ouverts")
        self.assertTrue(dit["fautes"])
        self.probleme(self.ars.poster(dossier + "/appreciations", regle="GRP-02", decision="oui",
                                      motif="a"), 422, "appreciation.decision")
        for faute in dit["fautes"]:
            fait = self.ars.poster(dossier + "/appreciations", decision="conforme",
                                   regle=faute["chemin"].split("/")[0], motif="Vu par l'agence.")
            self.assertEqual(fait.statut, 201, fait.corps)
        self.probleme(self.ars.poster(dossier + "/recevabilite", issue="oui", motif="a"), 422,
                      "recevabilite.issue", "issue")
        fait = self.ars.poster(dossier + "/recevabilite", issue="recevable", motif="Complet.")
        self.assertEqual((fait.statut, fait.json["statut"]), (201, "recevable"), fait.corps)
        self.assertIn(dossier.rsplit("/", 1)[1],
                      [d["id"] for d in self.comite.lire("/api/dossiers").json["dossiers"]])

    def test_an_irreceivable_dossier_says_why_and_frees_its_establishments(self):
        dossier, _ = self.pris()
        self.probleme(self.ars.poster(dossier + "/recevabilite", issue="irrecevable"), 422,
                      "instruction.texte_vide")
        fait = self.ars.poster(dossier + "/recevabilite", issue="irrecevable", motif="Hors délai.")
        self.assertEqual((fait.statut, fait.json["statut"]), (201, "irrecevable"))
        vu = self.porteur.lire(dossier).json
        self.assertEqual(vu["decisions"][0]["motif"], "Hors délai.")

    def test_notes_stay_at_the_desk(self):
        dossier, _ = self.pris()
        self.assertEqual(self.ars.poster(dossier + "/notes", texte="Secret du guichet").statut, 201)
        self.assertIn("Secret du guichet", self.collegue.lire(dossier + "/examen").corps)
        for client in (self.porteur, self.national):
            for fin in ("", "/historique", "/analyse"):
                self.assertNotIn("Secret du guichet", client.lire(dossier + fin).corps)

    def test_lists_are_of_the_desk_and_by_page(self):
        dossier, _ = self.depose()
        numero = self.ars.lire(dossier).json["recepisse"]["numero"]
        vus = self.ars.lire("/api/dossiers?guichet=75&statut=depose&taille=1").json
        self.assertEqual((len(vus["dossiers"]), vus["pages"]), (1, vus["total"]))
        self.assertEqual(self.ars.lire("/api/dossiers?guichet=94").json["dossiers"], [])
        self.assertEqual(self.corse.lire("/api/dossiers?guichet=75").json["dossiers"], [])
        trouve = self.ars.lire("/api/dossiers?q=" + numero).json["dossiers"]
        self.assertEqual([d["numero"] for d in trouve], [numero])
        self.assertGreaterEqual(self.national.lire("/api/dossiers?guichet=75").json["total"], 1)
        for faux in ("statut=rien", "tri=rien", "page=0", "taille=x", "q=couleur:bleu"):
            self.probleme(self.ars.lire("/api/dossiers?" + faux), 422, "liste.critere")

    def test_each_step_is_told_by_mail_once(self):
        dossier, _ = self.pris()
        numero = self.ars.lire(dossier).json["recepisse"]["numero"]
        self.ars.poster(dossier + "/demandes", textes="Datez.", echeance="2024-04-01T12:00:00+02:00")
        self.ars.poster(dossier + "/reprise", motif="Suffisant.")
        self.ars.poster(dossier + "/recevabilite", issue="irrecevable", motif="Hors champ.")
        objets = []

        def tous():
            objets[:] = [objet for objet in (str(m["Subject"]) for m in self.atelier.courriels(0))
                         if numero in objet]
            return len(objets) >= 5
        attendre(tous, 15)
        self.assertEqual(len(objets), 5, objets)
        for mot in ("Récépissé", "commencée", "compléments", "reprend", "irrecevable"):
            self.assertEqual(sum(mot in objet for objet in objets), 1, objets)


if __name__ == "__main__":
    unittest.main()
