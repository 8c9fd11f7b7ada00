"""A change of rules: rehearsed on the deposited dossiers before anybody publishes it; then dossiers
that move to the rules in force, by an act."""

import json
import os
import pathlib
import tempfile
import unittest

from comptes import Atelier, Client, code_totp
from dossiers import OUVERT, Porteur, contenu
from essai_portail import RACINE

APPEL = (RACINE / "appels/NA-2024.toml").read_text()
PLUS = APPEL.replace("usage = 7000", "usage = 7100")
MOTIF = "Le montant de l'appel avait été mal saisi."




class Repetition(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.atelier = Atelier().demarrer("--horloge", OUVERT)
        cls.porteur = Porteur(cls.atelier, "porteur@exemple.fr")
        cls.secrets = {role: cls.atelier.guichet(role, f"{role}@exemple.fr",
                                                 "75" if role == "ars" else None)
                       for role in ("national", "admin", "ars")}
        cls.clients = {role: cls.client(role) for role in cls.secrets}
        cls.dossiers = [cls.deposer(15), cls.deposer(16, 15)]
        cls.brouillon = cls.porteur.commencer()

    @classmethod
    def tearDownClass(cls):
        cls.atelier.fermer()

    @classmethod
    def client(cls, role):
        client = Client(cls.atelier)
        assert client.connecter(f"{role}@exemple.fr", code=code_totp(cls.secrets[role])).statut == 201
        return client

    @classmethod
    def deposer(cls, nombre, debut=0):
        ecrit = contenu(nombre + debut)
        ecrit["essms"] = ecrit["essms"][debut:]
        dossier = cls.porteur.commencer()
        assert cls.porteur.ecrire(dossier, ecrit, 1).statut == 200
        assert cls.porteur.joindre(dossier).statut == 201
        assert cls.porteur.deposer(dossier).statut == 201
        return dossier

    def repeter(self, texte, role="national"):
        return self.clients[role].demander("POST", "/api/repetitions", {"texte": texte})

    def etats(self):
        return self.atelier.executer("SELECT COUNT(*) FROM journal") + self.atelier.executer(
            "SELECT COUNT(*) FROM regles_publiees") + self.atelier.executer(
                "SELECT COUNT(*) FROM intervention")

    def test_1_who_gains_and_why(self):
        avant = self.etats()
        fait = self.repeter(PLUS)
        self.assertEqual(fait.statut, 200, fait.corps)
        dit = fait.json
        self.assertEqual((dit["appel"], dit["tous_les_appels"], dit["brouillons"]), ("NA-2024", False, 1))
        self.assertEqual(dit["valeurs"], [{"chemin": "bareme.acquisition.1.usage", "avant": "7000.00",
                                           "apres": "7100.00", "source": dit["valeurs"][0]["source"]}])
        self.assertEqual(dit["bilan"]["gagnants"], 2)
        self.assertEqual(dit["bilan"]["guichets"][0]["guichet"], "ARS Nouvelle-Aquitaine")
        for ligne in dit["dossiers"]:
            analyse = self.porteur.lire("/api/dossiers/" + ligne["dossier"] + "/analyse").json
            self.assertEqual(ligne["avant"]["subvention"], analyse["subvention"]["total"])
            self.assertEqual(ligne["avant"]["issue"], analyse["issue"])
            self.assertTrue(any("bareme.acquisition.1.usage passe de 7000.00 à 7100.00" in raison
                                for raison in ligne["raisons"]), ligne["raisons"])
        self.assertEqual(self.etats(), avant)

    def test_2_the_call_in_force_changes_nothing(self):
        dit = self.repeter(APPEL, "admin").json
        self.assertEqual((dit["bilan"]["changes"], dit["bilan"]["ecart"], dit["valeurs"]), (0, "0.00", []))

    def test_3_a_candidate_that_cannot_be_read_says_every_fault(self):
        refus = self.repeter(APPEL.replace("usage = 7000", "usage = \"x\"").replace("[minimum]", "[minimun]"))
        self.assertEqual((refus.statut, refus.json["code"]), (422, "repetition.candidat_illisible"))
        self.assertGreater(len(refus.json["fautes"]), 1)

    def test_4_nobody_else(self):
        for client in (self.porteur, self.clients["ars"]):
            refus = client.demander("POST", "/api/repetitions", {"texte": PLUS})
            self.assertEqual((refus.statut, refus.json["code"]), (403, "acces.refuse"))
            self.assertEqual(client.lire("/api/regles/migrations?appel=NA-2024").statut, 403)
            self.assertEqual(client.lire("/regles").statut, 403)
        self.assertEqual(self.clients["national"].lire("/regles/migration").statut, 403)
        self.assertEqual(Client(self.atelier).demander("POST", "/api/repetitions", {"texte": PLUS}).statut, 401)

    def test_5_the_command_says_the_same(self):
        with tempfile.NamedTemporaryFile("w", suffix=".toml") as fichier:
            fichier.write(PLUS)
            fichier.flush()
            os.makedirs(self.atelier.chemin / "socle", exist_ok=True)
            dit = self.atelier.commande("appels", "repeter", fichier.name, "--json")
            self.assertEqual(dit.returncode, 0, dit.stderr)
            self.assertEqual(json.loads(dit.stdout)["bilan"], self.repeter(PLUS).json["bilan"])
            texte = self.atelier.commande("appels", "repeter", fichier.name).stdout
            self.assertIn("Subvention\u00a0:", texte)
            self.atelier.executer("INSERT INTO regles_publiees VALUES "
                                  "('sha256:00', 'NA-2024', 'pas du TOML', '', '')")
            dit = self.atelier.commande("appels", "repeter", fichier.name, "--csv")
            self.assertIn("Les règles sha256:00, publiées auparavant, ne se lisent plus", dit.stderr)
            csv = dit.stdout
            self.assertEqual(len(csv.strip().splitlines()), 3)

    def test_6_the_dossiers_keep_their_rules_until_an_act(self):
        """The file changes, the server starts again: nothing moves before the act."""
        self.atelier.arreter()
        with tempfile.TemporaryDirectory() as dossier:
            appels = pathlib.Path(dossier)
            os.makedirs(appels / "socle")
            (appels / "NA-2024.toml").write_text(PLUS)
            self.atelier.demarrer("--horloge", OUVERT, "--appels", dossier)
            self.migrer()

    def migrer(self):
        admin, premier = self.clients["admin"], self.dossiers[0]
        id_ = premier.rsplit("/", 1)[1]
        lignes = admin.lire("/api/regles/migrations?appel=NA-2024").json["dossiers"]
        self.assertEqual(len(lignes), 2)
        ligne = next(une for une in lignes if une["dossier"] == id_)
        self.assertEqual(ligne["blocage"], "")
        ancien, nouveau = ligne["subvention_avant"], ligne["subvention_apres"]
        self.assertNotEqual(ancien, nouveau)
        ars = self.clients["ars"]
        self.assertEqual(ars.lire(premier + "/analyse").json["subvention"]["total"], ancien)
        sans = admin.demander("POST", "/api/regles/migrations",
                              {"appel": "NA-2024", "dossiers": id_, "motif": ""})
        self.assertEqual((sans.statut, sans.json["code"]), (422, "administration.motif"))
        fait = admin.demander("POST", "/api/regles/migrations",
                              {"appel": "NA-2024", "dossiers": id_, "motif": MOTIF})
        self.assertEqual(fait.statut, 201, fait.corps)
        self.assertEqual(ars.lire(premier + "/analyse").json["subvention"]["total"], nouveau)
        histoire = self.porteur.lire(premier + "/historique").json["interventions"]
        self.assertEqual((histoire[-1]["objet"], histoire[-1]["motif"]), ("regles", MOTIF))
        self.assertIn("Dossier passé aux règles publiées depuis son dépôt", histoire[-1]["phrase"])
        encore = admin.demander("POST", "/api/regles/migrations",
                                {"appel": "NA-2024", "dossiers": id_, "motif": MOTIF})
        self.assertEqual((encore.statut, encore.json["code"]), (409, "migration.sans_objet"))
        reste = admin.lire("/api/regles/migrations?appel=NA-2024").json["dossiers"]
        self.assertEqual([une["dossier"] for une in reste], [self.dossiers[1].rsplit("/", 1)[1]])
        liste = ars.lire("/api/dossiers").json
        self.assertIn(nouveau, json.dumps(liste))


if __name__ == "__main__":
    unittest.main()
