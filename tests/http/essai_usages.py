"""Usage reports by the API, made by the real grappe-dui from generated facts: what is received, what is refused
and why, who reads, what is drawn and proved, what the journal keeps."""

import hashlib
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

from comptes import BON, PORTAIL, Atelier, Client, code_totp
from dossiers import GUICHET, OUVERT, Porteur, contenu

DUI = os.environ.get("GRAPPE_DUI", str(pathlib.Path(PORTAIL).with_name("grappe-dui")))
APRES = "2024-10-05T09:00:00Z"
ENTETE = "finess_et;au;lecture;indicateur;numerateur;denominateur"
CSV = {"Content-Type": "text/csv"}
JSON = {"Content-Type": "application/json"}


class Organisme:
    """A DUI with generated facts, its key, its reports."""

    def __init__(self, etablissements=3, graine=1):
        self.dossier = tempfile.TemporaryDirectory(prefix="grappe-usages-")
        self.chemin = pathlib.Path(self.dossier.name)
        self.base = f"sqlite:{self.chemin}/dui.sqlite"
        faits = self.chemin / "faits.ndjson"
        self.dui("generer", faits, "--etablissements", etablissements, "--personnes", 60, "--mois", 6,
                 "--graine", graine)
        self.dui("import", faits, "--base", self.base)
        self.publique = self.cle("dui.cle")
        self.signe = self.rapport("2024-09-30")
        self.finess = [ligne["finess_et"] for ligne in json.loads(self.signe)["etablissements"]]

    def dui(self, *mots, entree=None):
        fait = subprocess.run([DUI, *map(str, mots)], input=entree, capture_output=True, timeout=120)
        assert fait.returncode == 0, fait.stderr.decode()
        return fait.stdout

    def cle(self, nom):
        self.dui("cle", "creer", self.chemin / nom)
        return (self.chemin / f"{nom}.pub").read_text()

    def rapport(self, au, cle="dui.cle"):
        return self.dui("rapport", "--au", au, "--cle", self.chemin / cle, "--base", self.base)

    def ouvrir(self, rapport, tirage):
        (self.chemin / "r.json").write_bytes(rapport)
        (self.chemin / "t.json").write_text(tirage)
        return self.dui("ouvrir", self.chemin / "r.json", self.chemin / "t.json", "--base", self.base)

    def csv(self, au="2024-09-30", actifs=20, personnes=20, finess=None):
        lignes = [f"{f};{au};fenetre;dossiers_actifs;{actifs};{personnes}" for f in finess or self.finess]
        return "\n".join([ENTETE, *lignes]) + "\n"


class Usages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.organisme = Organisme()
        cls.atelier = Atelier().demarrer("--horloge", OUVERT)
        cls.porteur = Porteur(cls.atelier, "porteur@exemple.fr")
        cls.voisin = Porteur(cls.atelier, "voisin@exemple.fr")
        cls.dossier = cls.deposer(cls.porteur, cls.organisme.finess, 0)
        cls.deposer(cls.voisin, [], 20)
        for role, region in [("ars", "75"), ("ars", "94"), ("national", None), ("comite", "75"),
                             ("grades", "75"), ("comptable", "75"), ("admin", None)]:
            nom = f"{role}{region or ''}"
            secret = cls.atelier.guichet(role, f"{nom}@exemple.fr", region)
            client = Client(cls.atelier)
            assert client.connecter(f"{nom}@exemple.fr", code=code_totp(secret)).statut == 201
            setattr(cls, nom, client)
        # The measured day is months after the deposit.
        cls.atelier.arreter()
        cls.atelier.demarrer("--horloge", APRES)
        posee = cls.poser(cls.porteur, "DUI du siège", cls.organisme.publique)
        assert posee.statut == 201, posee.corps

    @classmethod
    def tearDownClass(cls):
        cls.atelier.fermer()
        cls.organisme.dossier.cleanup()

    @classmethod
    def deposer(cls, qui, finess, debut):
        ecrit = contenu(100)
        ecrit["essms"] = ecrit["essms"][debut:debut + 15]
        for ligne, numero in zip(ecrit["essms"], finess):
            ligne["finess_et"] = numero
        dossier = qui.commencer()
        assert qui.ecrire(dossier, ecrit, 1).statut == 200
        depot = qui.deposer(dossier, GUICHET)
        assert depot.statut == 201, depot.corps
        return dossier.rsplit("/", 1)[1]

    @staticmethod
    def poser(qui, dui, cle, mot_de_passe=BON):
        return qui.poster("/api/cles-usage", dui=dui, cle_publique=cle, mot_de_passe=mot_de_passe)

    def envoyer(self, qui, octets, entetes=JSON, **autres):
        return qui.demander("POST", "/api/rapports-usage", octets, **entetes, **autres)

    def refuse(self, reponse, code, statut=422):
        self.assertEqual((reponse.statut, reponse.json["code"]), (statut, code), reponse.corps)
        return reponse.json

    def journal(self):
        return self.atelier.executer(
            "SELECT acte, objet, issue, detail FROM journal ORDER BY numero DESC LIMIT 1")[0]

    def combien(self):
        return self.atelier.executer("SELECT COUNT(*) FROM usage_rapport")[0][0]

    def recu(self):
        recu = self.envoyer(self.porteur, self.organisme.signe)
        self.assertEqual(recu.statut, 201, recu.corps)
        return recu.json

    def test_a_signed_report_is_received_once_whatever_is_sent_again(self):
        premier = self.recu()
        lu = json.loads(self.organisme.signe)
        self.assertEqual(premier["nature"], "signe")
        self.assertEqual(premier["empreinte"], hashlib.sha256(self.organisme.signe).hexdigest())
        self.assertEqual({ligne["dossier"] for ligne in premier["etablissements"]}, {self.dossier})
        for ligne, la in zip(premier["etablissements"], lu["etablissements"], strict=True):
            for nom in ("dossiers_actifs", "projet_personnalise", "evenement_agenda", "mssante", "dmp"):
                ici = ligne["indicateurs"][nom]
                self.assertEqual([ici["numerateur"], ici["denominateur"]], la["indicateurs"][nom]["fenetre"])
        avant = self.combien()
        self.assertEqual(self.recu(), premier)
        self.assertEqual(self.combien(), avant)
        cle = {"Idempotency-Key": "une-cle"}
        self.assertEqual(self.envoyer(self.porteur, self.organisme.signe, **cle).json, premier)
        self.refuse(self.envoyer(self.porteur, self.organisme.csv(), CSV, **cle), "rejeu.autre_demande")
        fichier = self.porteur.lire(f"/api/rapports-usage/{premier['id']}/fichier")
        self.assertEqual(fichier.corps.encode(), self.organisme.signe)

    def test_what_is_wrong_is_told_and_journaled_and_nothing_is_kept(self):
        avant = self.combien()
        autre = self.organisme.cle("autre.cle")
        for octets, code in [
                (self.organisme.signe.replace(b'"grappe-dui"', b'"grappe-dux"'), "usages.signature"),
                (self.organisme.signe.replace(b'"fenetre":', b'"fenetre":1', 1), "usages.contenu_change"),
                (self.organisme.signe[:-1] + b" }", "usages.forme"),
                (b"{}", "usages.forme"), (b"[]", "usages.forme"), (b"rien", "usages.illisible"),
                (self.organisme.rapport("2024-09-30", "autre.cle"), "usages.autre_cle")]:
            probleme = self.refuse(self.envoyer(self.porteur, octets), code)
            self.assertTrue(probleme["title"].endswith("."), probleme)
            self.assertEqual(self.journal(), ("usage.transmettre", f"fichier:{hashlib.sha256(octets).hexdigest()}",
                                              "refuse", code))
        self.assertIn(autre.split()[-1][:64], probleme["title"])
        # What is no report is not said to be signed, and each reason names its member.
        vide = self.refuse(self.envoyer(self.porteur, b"{}"), "usages.forme")
        self.assertNotIn("signé", vide["title"])
        self.assertIn("signature", [faute.get("chemin") for faute in vide["fautes"]])
        self.assertTrue(all(faute.get("chemin") for faute in vide["fautes"]), vide)
        for corps in (b"{}", b"[]", b"1"):
            for faute in self.refuse(self.envoyer(self.porteur, corps), "usages.forme")["fautes"]:
                self.assertNotRegex(faute["message"], "«\\s*»")
        probleme = self.refuse(self.envoyer(self.porteur, ENTETE + "\nx;y;z;t;u;v\n", CSV), "usages.declaration")
        self.assertEqual({faute["code"] for faute in probleme["fautes"]}, {"declaration.ligne"})
        for corps, entetes, statut in [(self.organisme.signe, {"Content-Type": "text/plain"}, 415),
                                       (b"x" * (8 * 1024 * 1024 + 1), JSON, 413)]:
            self.assertEqual(self.envoyer(self.porteur, corps, entetes).statut, statut)
        self.assertEqual(self.combien(), avant)

    def test_a_flipped_byte_anywhere_is_refused(self):
        for ou in range(0, len(self.organisme.signe), max(1, len(self.organisme.signe) // 40)):
            change = bytearray(self.organisme.signe)
            change[ou] ^= 1
            reponse = self.envoyer(self.porteur, bytes(change))
            self.assertEqual(reponse.statut, 422, (ou, reponse.corps[:200]))
            self.assertTrue(reponse.json["code"].startswith("usages."), reponse.corps)

    def test_establishments_of_nobody_and_of_others_are_refused(self):
        self.refuse(self.envoyer(self.porteur, self.organisme.csv(finess=["240000091"]), CSV),
                    "usages.etablissement_d_ailleurs")
        self.refuse(self.envoyer(self.porteur, self.organisme.csv(finess=["339999989"]), CSV),
                    "usages.etablissement_inconnu")
        self.refuse(self.envoyer(self.voisin, self.organisme.csv(), CSV), "usages.etablissement_inconnu")
        self.refuse(self.envoyer(self.voisin, self.organisme.signe), "usages.cle_absente")

    def test_declared_figures_are_called_declared_everywhere(self):
        recu = self.envoyer(self.porteur, self.organisme.csv("2024-03-31"), CSV)
        self.assertEqual(recu.statut, 201, recu.corps)
        self.assertEqual((recu.json["nature"], recu.json["cle"], recu.json["logiciel"], recu.json["feuilles"]),
                         ("declare", None, None, 0))
        liste = self.ars75.lire("/api/rapports-usage?nature=declare&au=2024-03-31").json["rapports"]
        self.assertEqual([un["nature"] for un in liste if un["id"] == recu.json["id"]], ["declare"])
        tirage = self.ars75.poster(f"/api/rapports-usage/{recu.json['id']}/tirages", graine="c0ffee", nombre=5,
                                   source="Loterie")
        self.refuse(tirage, "usages.tirage_declare", 409)

    def test_a_later_measure_is_compared_and_the_same_day_keeps_both(self):
        avant = self.envoyer(self.porteur, self.organisme.csv("2024-05-31", 5, 20), CSV).json
        apres = self.envoyer(self.porteur, self.organisme.csv("2024-06-30", 20, 20), CSV).json
        self.assertEqual(apres["etablissements"][0]["precedent"]["rapport"], avant["id"])
        self.assertEqual({un["code"] for un in apres["constats"]} & {"usages.constat.saut"}, {"usages.constat.saut"})
        corrige = self.envoyer(self.porteur, self.organisme.csv("2024-06-30", 6, 20), CSV).json
        self.assertEqual(corrige["remplace"], [apres["id"]])
        relu = self.porteur.lire(f"/api/rapports-usage/{apres['id']}").json
        self.assertEqual(relu["remplace_par"], [corrige["id"]])
        self.assertEqual(relu["etablissements"], apres["etablissements"])

    def test_who_reads_and_who_does_not(self):
        id_ = self.recu()["id"]
        chemin = f"/api/rapports-usage/{id_}"
        for qui in (self.porteur, self.ars75, self.national):
            self.assertEqual(qui.lire(chemin).statut, 200)
            self.assertIn(id_, qui.lire("/api/rapports-usage").corps)
        for qui in (self.voisin, self.ars94):
            for fin in ("", "/fichier", "/tirages/0"):
                self.refuse(qui.lire(chemin + fin), "usages.inconnu", 404)
            self.assertEqual(self.journal()[:1] + self.journal()[2:], ("usage.lire", "refuse", "usages.inconnu"))
            self.assertNotIn(id_, qui.lire("/api/rapports-usage").corps)
        for qui in (self.comite75, self.comptable75, self.admin):
            self.refuse(qui.lire(chemin), "acces.refuse", 403)
        # May read where it is invited: nobody invited it.
        self.refuse(self.grades75.lire(chemin), "usages.inconnu", 404)
        for qui in (self.ars75, self.national):
            self.refuse(self.envoyer(qui, self.organisme.signe), "acces.refuse", 403)

    def test_a_draw_is_opened_verified_and_kept_with_what_was_found(self):
        recu = self.recu()
        chemin = f"/api/rapports-usage/{recu['id']}"
        demande = {"graine": "c0ffee0123", "nombre": 12, "source": "Loterie du 6 octobre 2024"}
        self.refuse(self.porteur.poster(chemin + "/tirages", **demande), "acces.refuse", 403)
        self.refuse(self.ars94.poster(chemin + "/tirages", **demande), "usages.inconnu", 404)
        for champ, faux, code in [("graine", "graine", "usages.tirage_graine"), ("nombre", 0, "usages.tirage_nombre"),
                                  ("nombre", 1001, "usages.tirage_nombre"), ("source", " ", "usages.tirage_source")]:
            dit = self.refuse(self.ars75.poster(chemin + "/tirages", **{**demande, champ: faux}), code)
            self.assertEqual(dit["chemin"], champ)
        tirage = self.ars75.poster(chemin + "/tirages", **demande)
        self.assertEqual(tirage.statut, 201, tirage.corps)
        self.assertEqual(self.journal()[0], "usage.tirer")
        ici = f"{chemin}/tirages/{tirage.json['id']}"
        fichier = self.porteur.lire(ici)
        commande = subprocess.run([PORTAIL, "rapport", "tirage", "/dev/stdin", "--graine", "c0ffee0123", "--nombre",
                                   "12"], input=self.organisme.signe, capture_output=True, timeout=60)
        self.assertEqual(fichier.corps.encode(), commande.stdout)

        preuves = self.organisme.ouvrir(self.organisme.signe, fichier.corps)
        self.refuse(self.voisin.demander("POST", ici + "/preuves", preuves, **JSON), "usages.inconnu", 404)
        nommees = preuves.replace(b'"numero":', b'"nom":"Mme Exemple","numero":', 1)
        self.refuse(self.porteur.demander("POST", ici + "/preuves", nommees, **JSON), "usages.preuves_illisibles")
        self.assertEqual(self.journal()[2:], ("refuse", "usages.preuves_illisibles"))
        fausses = preuves.replace(b'"automatique":0', b'"automatique":1', 1)
        self.assertNotEqual(fausses, preuves)
        refusees = self.porteur.demander("POST", ici + "/preuves", fausses, **JSON)
        self.assertEqual((refusees.statut, refusees.json["issue"]), (201, "refusees"), refusees.corps)
        self.assertTrue(refusees.json["reproches"])
        justes = self.porteur.demander("POST", ici + "/preuves", preuves, **JSON)
        self.assertEqual((justes.statut, justes.json["issue"], justes.json["ouvertures"]), (201, "justes", 12))
        self.assertEqual(self.porteur.demander("POST", ici + "/preuves", preuves, **JSON).json, justes.json)
        lu = self.ars75.lire(chemin).json["tirages"]
        self.assertEqual([p["issue"] for p in lu[0]["preuves"]], ["refusees", "justes"])

    def test_nothing_that_names_a_person_is_kept(self):
        self.recu()
        noms = {mot for ligne in (self.organisme.chemin / "faits.ndjson").read_text().splitlines()
                if '"personne"' in ligne
                for fait in [json.loads(ligne)] if fait["type"] == "personne"
                for mot in [fait["id"], fait["nom_naissance"]] if len(mot) > 3}
        self.assertTrue(noms)
        tout = "\n".join(octets for (octets,) in self.atelier.executer("SELECT octets FROM usage_fichier"))
        self.assertEqual([nom for nom in noms if nom in tout], [])

    def test_a_key_is_changed_with_the_password_and_both_stay(self):
        organisme = Porteur(self.atelier, "cles@exemple.fr")
        a, b = self.organisme.cle("a.cle"), self.organisme.cle("b.cle")
        self.refuse(self.poser(organisme, "DUI", a, "pas le bon"), "mot_de_passe.faux")
        self.refuse(self.poser(organisme, "", a), "usages.dui_sans_nom")
        self.refuse(self.poser(organisme, "DUI", "xyz"), "usages.cle_illisible")
        self.assertEqual(self.poser(organisme, "DUI", a).statut, 201)
        self.assertEqual(self.journal()[0], "usage.cle.poser")
        self.refuse(self.poser(organisme, "DUI", a), "usages.cle_deja", 409)
        self.assertEqual(self.poser(organisme, "DUI", b).json["rang"], 2)
        cles = organisme.lire("/api/cles-usage").json["cles"]
        self.assertEqual([(cle["rang"], cle["en_vigueur"]) for cle in cles], [(2, True), (1, False)])
        self.assertEqual(cles[0]["cle_publique"], b.split()[-1])
        self.refuse(self.ars75.lire("/api/cles-usage"), "acces.refuse", 403)


if __name__ == "__main__":
    unittest.main()
