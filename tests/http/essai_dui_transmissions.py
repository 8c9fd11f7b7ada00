"""Transmissions by the API: the same use cases as the pages, every fault at once, versions, who reads and who knows."""

import json
import secrets
import unittest

from comptes import BON
from essai_dui import Navigateur
from essai_dui_api import Client, Essai


class Transmissions(Essai):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        lignes = map(json.loads, (cls.atelier.chemin / "organisation.ndjson").read_text().splitlines())
        sejours = [une for une in lignes if une["type"] == "sejour" and une.get("sortie") is None]
        cls.personne, cls.autre = (next(un["personne"] for un in sejours if un["finess_et"] == ou)
                                   for ou in (cls.premier, cls.second))
        cls.numero = 0

    def entrer(self, profession, ou=None, role="professionnel"):
        type(self).numero += 1
        courriel = f"t{self.numero}@exemple.fr"
        fait = self.atelier.commande("compte", "creer", "--role", role, "--courriel", courriel, "--finess",
                                     ou or self.premier, "--profession", profession, "--mot-de-passe-stdin", entree=BON + "\n")
        self.assertEqual(fait.returncode, 0, fait.stderr)
        navigateur, client = Navigateur(self.atelier), Client(self.atelier)
        self.assertEqual(navigateur.connecter(courriel).statut, 303)
        client.cookie, client.csrf = navigateur.cookie, navigateur.csrf
        return client

    def corps(self, **autres):
        return {"id": secrets.token_hex(16), "finess_et": self.premier, "personne": self.personne, "classe": "quotidien",
                "texte": "Bonne nuit.", **autres}

    def ecrire(self, client, **autres):
        dit = self.corps(**autres)
        return client.poster("/api/transmissions", **dit), dit["id"]

    def modifier(self, client, methode, chemin, version, **corps):
        entetes = {"If-Match": f'"{version}"'} if version else {}
        return client.demander(methode, chemin, json.dumps(corps), **{"Content-Type": "application/json", **entetes})

    def test_written_twice_it_is_there_once_and_read_at_once(self):
        client = self.entrer("infirmier")
        dit = self.corps()
        for _ in range(2):
            ecrite = client.poster("/api/transmissions", **dit)
            self.assertEqual((ecrite.statut, ecrite.json, ecrite.entetes["etag"]), (201, {"version": 1}, '"1"'))
        lues = client.interroger("/api/transmissions", personne=self.personne).json["transmissions"]
        self.assertEqual([une["texte"] for une in lues if une["id"] == dit["id"]], ["Bonne nuit."])

    def test_every_fault_is_told_at_once(self):
        client = self.entrer("educateur")
        refusee, _ = self.ecrire(client, finess_et="x", classe="y", personne="", debut="hier", forme="orale", urgence="vite", texte="")
        self.refuse(refusee, 422, "transmission.forme", "forme", "urgence", "finess_et", "classe", "personne", "debut", "texte")
        refusee, _ = self.ecrire(client, classe="soins", forme="ciblee", cible="Bus", debut="2024-12-24T10:00:00Z")
        self.refuse(refusee, 422, "transmission.dar", "donnees", "classe", "debut")

    def test_amended_from_the_version_seen_and_withdrawn_with_a_reason(self):
        auteur, collegue = self.entrer("infirmier"), self.entrer("infirmier")
        _, id = self.ecrire(auteur)
        ici = f"/api/transmissions/{id}"
        self.assertEqual(self.modifier(auteur, "PUT", ici, None, texte="x").statut, 428)
        self.assertEqual(self.modifier(collegue, "PUT", ici, 1, texte="x").statut, 403)
        self.assertEqual(self.modifier(auteur, "PUT", ici, 1, texte="Corrigée.").json, {"version": 2})
        self.refuse(self.modifier(auteur, "PUT", ici, 1, texte="Tardive."), 409, "element.version")
        self.refuse(self.modifier(auteur, "POST", ici + "/retrait", 2, motif=" "), 422, "transmission.motif", "motif")
        self.assertEqual(self.modifier(auteur, "POST", ici + "/retrait", 2, motif="Erreur.").statut, 200)
        lue = auteur.lire(ici)
        self.assertEqual(lue.entetes["etag"], '"3"')
        self.assertEqual([(une["texte"], une["etat"]) for une in lue.json["versions"]],
                         [("Bonne nuit.", "actif"), ("Corrigée.", "actif"), ("Corrigée.", "retire")])

    def test_nobody_is_shown_or_guessed_where_one_does_not_work(self):
        client = self.entrer("infirmier")
        for personne in (self.autre, "inconnue"):
            self.refuse(client.interroger("/api/transmissions", personne=personne), 404, "dui.dossier_inconnu")
            refusee, _ = self.ecrire(client, personne=personne)
            self.refuse(refusee, 404, "dui.dossier_inconnu")
        refusee, _ = self.ecrire(client, personne=self.autre, finess_et=self.second)
        self.refuse(refusee, 403, "dui.etablissement_interdit")
        _, id = self.ecrire(self.entrer("psychologue"), classe="psychologie")
        self.refuse(self.entrer("educateur").lire(f"/api/transmissions/{id}"), 404, "transmission.inconnue")
        self.refuse(client.interroger("/api/transmissions/releve", finess=self.second), 404, "dui.aucun_etablissement")

    def test_since_i_left_tells_what_was_written_and_counts_what_one_does_not_read(self):
        client, psychologue = self.entrer("educateur"), self.entrer("psychologue")
        avant = client.interroger("/api/transmissions/releve", finess=self.premier).json["jusqu_a"]
        _, une = self.ecrire(client)
        _, urgente = self.ecrire(client, urgence="urgente")
        self.ecrire(psychologue, classe="psychologie")
        releve = client.interroger("/api/transmissions/releve", finess=self.premier, apres=avant).json
        self.assertEqual([(ligne["id"], ligne["risque"]) for ligne in releve["lignes"]],
                         [(urgente, "urgente"), (une, "ordinaire")])
        self.assertEqual(releve["tues"], 1)
        self.refuse(client.interroger("/api/transmissions/releve", finess=self.premier, apres="x"), 422, "releve.numero", "apres")

    def test_pages_hold_each_one_once(self):
        client = self.entrer("infirmier")
        ecrites = {self.ecrire(client)[1] for _ in range(60)}
        vues, suite = [], ""
        while suite is not None:
            page = client.interroger("/api/transmissions", personne=self.personne, suite=suite).json
            vues += [une["id"] for une in page["transmissions"]]
            suite = page["suite"]
        self.assertEqual(len(vues), len(set(vues)))
        self.assertLessEqual(ecrites, set(vues))
        self.refuse(client.interroger("/api/transmissions", personne=self.personne, suite="x"), 422, "dui.suite", "suite")
        self.refuse(client.interroger("/api/transmissions", personne="", suite="x"), 422, "dui.champ_requis", "personne", "suite")


if __name__ == "__main__":
    unittest.main()
