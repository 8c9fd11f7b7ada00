"""Envelopes and what was funded before, by their pages: who may, what is written, what is refused."""

import html
import re
import threading
import unittest

from comites import Guichets
from comptes import Client

ADRESSE = "/bureau/enveloppes/NA-2024"
PORTEFEUILLE = "/bureau/portefeuille"
PAR_PAGE = 50
HTML = {"Accept": "text/html"}


class Page(str):
    @property
    def texte(self):
        return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", self)).split())

    def champ(self, nom):
        return html.unescape(re.search(rf'name="{nom}" value="([^"]*)"', self).group(1))

    def lignes(self, section):
        return self[self.index(f'id="{section}"'):].split("<tbody>", 1)[1].split("</tbody>")[0].count("<tr>")


class Enveloppes(Guichets):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cree = cls.ars.poster("/api/comites", appel="NA-2024", fenetre="1", tenu_le="2024-06-04",
                              enveloppe="6909033.00")
        assert cree.statut == 201, cree.corps
        cls.comite = "/api/comites/" + cree.json["id"]

    def page(self, adresse, client=None, statut=200):
        lue = (client or self.ars).lire(adresse, **HTML)
        self.assertEqual(lue.statut, statut, lue.corps)
        return Page(lue.corps)

    def envoyer(self, adresse, champs, statut, client=None, fichier=None):
        client = client or self.ars
        limite = "limite-d-essai"
        parties = [f'--{limite}\r\nContent-Disposition: form-data; name="{nom}"\r\n\r\n{valeur}\r\n'.encode()
                   for nom, valeur in {"csrf": client.csrf, **champs}.items()]
        if fichier:
            parties.append(f'--{limite}\r\nContent-Disposition: form-data; name="fichier"; filename="t.csv"\r\n'
                           "Content-Type: text/csv\r\n\r\n".encode() + fichier + b"\r\n")
        envoye = client.demander("POST", adresse, b"".join(parties) + f"--{limite}--\r\n".encode(),
                                 **HTML, **{"Content-Type": f"multipart/form-data; boundary={limite}"})
        self.assertEqual(envoye.statut, statut, envoye.corps)
        return envoye if statut == 303 else Page(envoye.corps)

    def mouvoir(self, statut, client=None, **champs):
        champs.setdefault("vus", self.page(ADRESSE, client).champ("vus"))
        return self.envoyer(ADRESSE, {"genre": "ouvrir", "montant": "1", "motif": "Essai.", **champs}, statut,
                            client)

    def soldes(self, client=None):
        return (client or self.ars).lire("/api/enveloppes/NA-2024").json["soldes"]

    def lignes_gardees(self):
        return self.atelier.executer("SELECT COUNT(*) FROM portefeuille")[0][0]

    def test_who_may(self):
        for adresse in ("/bureau/enveloppes", ADRESSE, PORTEFEUILLE):
            self.assertEqual(Client(self.atelier).lire(adresse, **HTML).statut, 303)
            for client in (self.porteur, self.membre):
                self.page(adresse, client, 403)
        self.assertIn("convoquez d'abord un comité", self.page(ADRESSE, self.national, 404).texte.replace("’", "'"))
        self.assertIn("Aucune enveloppe n'est ouverte",
                      self.page("/bureau/enveloppes", self.national).texte.replace("’", "'"))
        self.page("/bureau/enveloppes/INCONNU", statut=404)

    def test_money_is_granted_and_given(self):
        avant = self.soldes()
        fait = self.mouvoir(303, montant="1 000,50", motif="Dotation <rectificative>.")
        self.assertEqual(fait.entetes["location"], ADRESSE + "?fait=ouvrir")
        self.assertIn("La dotation est inscrite.", self.page(ADRESSE + "?fait=ouvrir").texte)
        self.mouvoir(303, genre="ceder", montant="400,25", vers="94", appel_vers="NA-2024", motif="Besoin en Corse.")
        apres = self.soldes()
        self.assertEqual(round(float(apres["disponible"]) - float(avant["disponible"]), 2), 600.25)
        vue = self.page(ADRESSE)
        self.assertIn("Dotation &lt;rectificative&gt;.", vue)
        texte = vue.texte.replace("\u202f", " ").replace("\xa0", " ")
        self.assertIn("Disponible Corse 400,25 €", texte)
        self.assertIn("Cédé à d'autres guichets (1) − 400,25 €", texte.replace("’", "'"))
        corse = self.page(ADRESSE, self.corse).texte.replace("\u202f", " ").replace("\xa0", " ")
        self.assertIn("Nouvelle-Aquitaine Disponible 400,25 €", corse)
        # What one desk wrote by hand is of its own ledger alone.
        self.assertNotIn("rectificative", corse)
        self.assertEqual(self.page("/bureau/enveloppes", self.corse).count("<tr>"), 2)

    def test_each_refusal_says_why_and_moves_nothing(self):
        avant = self.soldes()
        ceder = {"genre": "ceder", "vers": "94"}
        for champs, statut, phrase in (
                ({"montant": "zut"}, 422, "Un mouvement porte un montant en euros"),
                ({"montant": "0"}, 422, "Un mouvement porte un montant en euros"),
                ({"montant": "-5"}, 422, "Un mouvement porte un montant en euros"),
                ({"montant": "10000000000,01"}, 422, "Un mouvement porte un montant en euros"),
                ({"motif": "  "}, 422, "Écrivez le motif"),
                ({"genre": "verser"}, 422, "Un mouvement s'écrit ouvrir ou ceder"),
                ({**ceder, "vers": "75"}, 422, "Dites à quel guichet va la somme"),
                ({**ceder, "vers": "00"}, 422, "Dites à quel guichet va la somme"),
                ({**ceder, "appel_vers": "INCONNU"}, 422, "Dites à quel guichet va la somme"),
                ({**ceder, "montant": "9000000000"}, 409, "L'enveloppe n'a pas ces fonds"),
                ({"vus": "0"}, 409, "Un mouvement a été écrit depuis"),
                ({"vus": ""}, 409, "Un mouvement a été écrit depuis")):
            with self.subTest(champs):
                saisie = {"motif": "Mon motif & le reste.", **champs}
                refus = self.mouvoir(statut, **saisie)
                self.assertIn(phrase, refus.texte.replace("’", "'"))
                if champs.get("motif") is None:  # nothing typed is lost
                    self.assertIn("Mon motif &amp; le reste.", refus)
        self.assertEqual(self.soldes(), avant)

    def test_the_api_gives_to_no_desk_that_nobody_holds(self):
        avant = self.soldes()
        for champs in ({"vers": "00"}, {"vers": "99"}, {"vers": "07"}, {"vers": ""},
                       {"vers": "94", "appel_vers": "INCONNU"}):
            with self.subTest(champs):
                refus = self.ars.poster("/api/enveloppes/NA-2024/mouvements", genre="ceder", montant="1.00",
                                        motif="Essai.", **champs)
                self.probleme(refus, 422, "enveloppe.vers", "vers")
        self.assertEqual(self.soldes(), avant)

    def test_the_same_form_sent_by_many_at_once_writes_once(self):
        vus = self.page(ADRESSE).champ("vus")
        faits = []

        def envoyer():
            corps = f"csrf={self.ars.csrf}&genre=ouvrir&montant=7&motif=Double.&vus={vus}".encode()
            faits.append(self.ars.demander(
                "POST", ADRESSE, corps, **HTML, **{"Content-Type": "application/x-www-form-urlencoded"}).statut)
        fils = [threading.Thread(target=envoyer) for _ in range(4)]
        for fil in fils:
            fil.start()
        for fil in fils:
            fil.join()
        self.assertEqual(sorted(faits), [303, 409, 409, 409])

    def test_hundreds_of_moves_are_read_page_by_page(self):
        deja = int(self.page(ADRESSE).champ("vus"))
        for rang in range(PAR_PAGE * 2 + 5):
            fait = self.ars.poster("/api/enveloppes/NA-2024/mouvements", genre="ouvrir", montant="1.00",
                                   motif=f"Dotation {rang}.")
            self.assertEqual(fait.statut, 201, fait.corps)
        total = deja + PAR_PAGE * 2 + 5
        pages = -(-total // PAR_PAGE)
        premiere = self.page(ADRESSE)
        self.assertEqual(premiere.lignes("mouvements"), PAR_PAGE)
        self.assertIn(f"Page 1 sur {pages}", premiere.texte)
        self.assertIn(f"Dotation {PAR_PAGE * 2 + 4}.", premiere)
        derniere = self.page(f"{ADRESSE}?page={pages}")
        self.assertEqual(derniere.lignes("mouvements"), total - PAR_PAGE * (pages - 1))
        self.assertEqual(self.page(f"{ADRESSE}?page=99999999999").lignes("mouvements"),
                         derniere.lignes("mouvements"))
        for voulue in ("0", "-3", "x"):
            self.assertIn(f"Page 1 sur {pages}", self.page(f"{ADRESSE}?page={voulue}").texte)

    def test_faults_of_a_sheet_are_told_at_once_and_nothing_is_kept(self):
        avant = self.lignes_gardees()
        colle = "secteur;departement;statut;essms;montant\nXX;33;public;0;dix\nPA;99;public;3;12,50\nPA;33;public;3;1\n"
        refus = self.envoyer(PORTEFEUILLE, {"source": "", "colle": colle}, 422)
        for phrase in ("Dites d'où vient cette liste", "Ligne 2, colonne A", "Ligne 2, colonne D",
                       "Ligne 2, colonne E", "Ligne 3, colonne B"):
            self.assertIn(phrase, refus.texte.replace("’", "'"))
        self.assertIn("XX;33;public", refus)  # what was pasted stays
        for colle, phrase in (("", "Choisissez un tableau"),
                              ("secteur;essms;montant\nPA;1;1\n", "Il manque la colonne « departement »"),
                              ("secteur;departement;statut;essms;montant\n", "aucune ligne"),
                              ("\0\1\2", "")):
            refus = self.envoyer(PORTEFEUILLE, {"source": "Essai", "colle": colle}, 422)
            self.assertIn(phrase, refus.texte.replace("\u202f", " ").replace("\xa0", " "))
        fautives = "secteur;departement;statut;essms;montant\n" + "ZZ;;;1;1\n" * 80
        refus = self.envoyer(PORTEFEUILLE, {"source": "Essai", "acte": "garder"}, 422, fichier=fautives.encode())
        self.assertEqual(refus.count("n'est pas un secteur") + refus.count("n’est pas un secteur")
                         + refus.count("n&#39;est pas un secteur"), 50)
        self.assertIn("Et 30 autres fautes", refus.texte)
        self.assertEqual(self.lignes_gardees(), avant)

    def test_a_sheet_is_seen_then_kept_then_counted_once(self):
        avant = self.lignes_gardees()
        tableau = ("Département;Secteur;Statut;ESSMS;Montant;Note\n33;pa;Public;12;252 000,00;a\n"
                   "24;PH;privé non lucratif;3;63000,50;b\n").encode()
        apercu = self.envoyer(PORTEFEUILLE, {"source": " Amorçage 2022 "}, 200, fichier=tableau)
        texte = apercu.texte.replace("\u202f", " ").replace("\xa0", " ")
        self.assertIn("2 lignes, 15 établissements, 315 000,50 €.", texte)
        self.assertIn("Personnes âgées 12 80,0 % 252 000,00 €", texte)
        self.assertIn("Gironde (33)", texte)
        self.assertEqual(self.lignes_gardees(), avant)  # seen, not kept
        garder = {nom: apercu.champ(nom) for nom in ("acte", "source", "colle")}
        fait = self.envoyer(PORTEFEUILLE, garder, 303)
        self.assertIn("chaque comité les compte", self.page(fait.entetes["location"]).texte)
        self.assertEqual(self.lignes_gardees(), avant + 2)
        deja = self.envoyer(PORTEFEUILLE, garder, 422)  # the button pressed twice
        self.assertIn("a déjà été importé", deja.texte)
        self.assertEqual(self.lignes_gardees(), avant + 2)
        vu = self.ars.lire(self.comite).json
        self.assertIn("Amorçage 2022", vu["portefeuille_sources"])
        secteurs = next(e for e in vu["equilibres"] if e["axe"] == "secteur")["portefeuille"]
        self.assertGreaterEqual(secteurs["essms"], 15)
        self.assertIn("Amorçage 2022", self.page(PORTEFEUILLE).texte)
        self.assertNotIn("Amorçage 2022", self.page(PORTEFEUILLE, self.corse).texte)


if __name__ == "__main__":
    unittest.main()
