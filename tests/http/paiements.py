"""What the tests of payments share: the people of a desk, dossiers deposited, notified, agreed, measured, stamped."""

import itertools
from decimal import Decimal

from comptes import BON, Atelier, Client, code_totp
from dossiers import GUICHET, OUVERT, Porteur, contenu

IBAN, AUTRE_IBAN = "FR7630006000011234567890189", "FR1420041010050500013M02606"
CIBLES = ["dossiers_actifs", "projet_personnalise", "evenement_agenda", "mssante", "dmp"]
SUFFISANTES = {"ressources_internes": "105000.00", "logiciel": "210000.00"}
GENS = [("ars", "ars", "75"), ("collegue", "ars", "75"), ("corse", "ars", "94"), ("national", "national", None),
        ("comptable", "comptable", "75"), ("comptable94", "comptable", "94"), ("comite", "comite", "75"),
        ("admin", "admin", None)]


class Agence:
    """A portail, a porteur and the people of the desks, by name."""

    def __init__(self, gens=("ars", "collegue", "comptable"), options=()):
        self.atelier = Atelier().demarrer("--horloge", OUVERT, *options)
        self.porteur = Porteur(self.atelier, "porteur@exemple.fr")
        for nom, role, region in GENS:
            if nom not in gens:
                continue
            secret = self.atelier.guichet(role, f"{nom}@exemple.fr", region)
            client = Client(self.atelier)
            assert client.connecter(f"{nom}@exemple.fr", code=code_totp(secret)).statut == 201
            setattr(self, nom, client)
        self.essms = iter(contenu(2400)["essms"])  # no two live dossiers may have the same
        self.modele, self.rapports = contenu(1), itertools.count(1)

    def fermer(self):
        self.atelier.fermer()

    def deposer(self):
        """Three establishments of its own; its id."""
        ecrit = {**self.modele, "essms": list(itertools.islice(self.essms, 3))}
        dossier = self.porteur.commencer()
        assert self.porteur.ecrire(dossier, ecrit, 1).statut == 200
        depot = self.porteur.deposer(dossier, GUICHET)
        assert depot.statut == 201, depot.corps
        return dossier.rsplit("/", 1)[1]

    def recevoir(self, dossier):
        """The desk finds it receivable, whatever the rules left open."""
        dossier = "/api/dossiers/" + dossier
        assert self.ars.poster(dossier + "/instruction").statut == 201
        dire = {"issue": "recevable", "motif": "Complet."}
        refus = self.ars.poster(dossier + "/recevabilite", **dire)
        for faute in refus.json.get("fautes", []):
            self.fait(self.ars.poster(dossier + "/appreciations", decision="conforme", motif="Vu.",
                                      regle=faute["chemin"].split("/")[0]))
        if refus.statut != 201:
            self.fait(self.ars.poster(dossier + "/recevabilite", **dire))

    def fait(self, reponse):
        assert reponse.statut == 201, reponse.corps
        return reponse.json

    def livre(self):
        """The moves of the ledger, in order."""
        return self.atelier.executer("SELECT numero, genre, compte_de, compte_vers, dossier, montant FROM mouvement "
                                     "ORDER BY numero")

    def soldes(self, dossier, livre=None):
        """What a dossier holds in each account, in cents; `libre`: what it gave back. `livre`: read already."""
        soldes = dict.fromkeys(("reserve", "engage", "verse", "libre"), 0)
        for _, genre, de, vers, a_qui, montant in livre or self.livre():
            if a_qui != dossier:
                continue
            if de in soldes:
                soldes[de] -= montant
            soldes["libre" if vers == "disponible" else vers] += montant
        return soldes

    def notifier(self, *dossiers, enveloppe="900000.00"):
        """A committee that is for all of them, published."""
        comite = self.comite_de(*dossiers, enveloppe=enveloppe)
        return self.fait(self.ars.poster(comite + "/notification"))

    def comite_de(self, *dossiers, enveloppe="900000.00"):
        cree = self.fait(self.ars.poster("/api/comites", appel="NA-2024", fenetre="1", tenu_le="2024-06-04",
                                         enveloppe=enveloppe))
        for dossier in dossiers:
            self.fait(self.ars.poster(f"/api/comites/{cree['id']}/avis", dossier=dossier, avis="favorable"))
        return "/api/comites/" + cree["id"]

    def conventionner(self, dossier, compte=IBAN):
        convention = "/api/conventions/" + self.fait(self.ars.poster(f"/api/dossiers/{dossier}/convention"))["id"]
        self.fait(self.porteur.poster(convention + "/signatures", partie="porteur", mode="electronique"))
        self.fait(self.ars.poster(convention + "/signatures", partie="ars", mode="electronique"))
        if compte:
            self.donner_le_compte(convention, compte)
        return convention

    def donner_le_compte(self, convention, compte=IBAN, **autres):
        return self.fait(self.porteur.poster(convention + "/coordonnees-bancaires", iban=compte, mot_de_passe=BON,
                                             titulaire="Association des Tilleuls & Cie", **autres))

    def conventions(self, nombre, **autres):
        """As many agreements that both signed, with what a committee reserved for them."""
        dossiers = [self.deposer() for _ in range(nombre)]
        for dossier in dossiers:
            self.recevoir(dossier)
        self.notifier(*dossiers)
        return [(dossier, self.conventionner(dossier, **autres)) for dossier in dossiers]

    def valide(self, convention, **corps):
        """Asked for by one person, validated by another."""
        demande = self.fait(self.ars.poster(convention + "/versements", **corps))
        return self.fait(self.collegue.poster(f"/api/versements/{demande['id']}/validation"))

    def emettre(self, *versements, qui=None):
        corps = {"versements": list(versements)} if versements else {}
        return (qui or self.ars).poster("/api/ordres-paiement", mot_de_passe=BON, **corps)

    def mesurer(self, convention, taux=100):
        """A report of every establishment, straight in the database: real ones have their own suite."""
        lue = self.ars.lire(convention).json
        rapport, numero = f"{next(self.rapports):032x}", None
        with self.atelier.sienne as base:
            ((numero,),) = base.executer("SELECT COALESCE(MAX(numero), 0) + 1 FROM usage_rapport")
            ((compte,),) = base.executer("SELECT compte FROM dossier WHERE id = ?", lue["dossier"])
            base.executer("INSERT INTO usage_fichier VALUES (?, 2, '{}')", rapport)
            base.executer("INSERT INTO usage_rapport VALUES (?, ?, ?, ?, 'signe', ?, '', '2024-06-30', '2024-09-30', "
                          "?, 'fenetre', 1, '', '', '', '', '', '')", rapport, numero, compte, OUVERT, rapport, OUVERT)
            for ligne in lue["lignes"]:
                base.executer("INSERT INTO usage_ligne VALUES (?, ?, ?, 1)", rapport, ligne["finess_et"],
                              lue["dossier"])
                for nom in CIBLES:
                    base.executer("INSERT INTO usage_mesure VALUES (?, ?, ?, ?, 100)", rapport, ligne["finess_et"],
                                  nom, taux)
            base.executer("INSERT INTO convention_rapport VALUES (?, ?, ?)", lue["id"], rapport, OUVERT)

    def viser(self, convention):
        etat = self.fait(self.porteur.poster(convention + "/etat-depenses", **SUFFISANTES))
        return self.fait(self.comptable.poster(f"/api/etats-depenses/{etat['id']}/visa"))

    def trop_verser(self):
        """An advance paid, then two of three establishments leave, then the balance of nothing; what is to come back."""
        ((dossier, convention),) = self.conventions(1)
        self.valide(convention, objet="avance")
        lue = self.ars.lire(convention).json
        departs = [{"genre": "retrait", "finess": ligne["finess_et"]} for ligne in lue["lignes"][:2]]
        avenant = self.fait(self.ars.demander(
            "POST", convention + "/avenants", {"motif": "Deux départs.", "changements": departs},
            **{"If-Match": f'"{lue["version"]}"'}))
        signer = f"/api/avenants/{avenant['id']}/signatures"
        self.fait(self.porteur.poster(signer, partie="porteur", mode="electronique"))
        self.fait(self.collegue.poster(signer, partie="ars", mode="electronique"))
        self.mesurer(convention)
        self.viser(convention)
        trop = Decimal(self.valide(convention, objet="solde")["a_recouvrer"])
        assert trop > 0, trop
        return dossier, convention, trop
