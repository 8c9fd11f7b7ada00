"""Random histories by seed, nasty on purpose: few people, few establishments, dates on the edges.

A lot is a group of histories with their own establishments and persons, made around the same days
and imported in the same instants, so that one base and one question serve them all.
"""
import datetime
import itertools
import json
import random

import definitions

JOURS_DURS = ["2024-05-31", "2024-02-29", "2023-05-31", "2024-03-31", "2024-04-01", "2024-10-27",
              "2024-10-28", "2024-01-01", "2024-12-31", "2025-01-31", "2024-09-30", "2024-06-30",
              "2024-11-30", "2025-02-28", "2024-08-31", "2024-07-01", "2023-03-30", "2024-05-29",
              "2023-05-29", "2024-01-27", "2024-06-27"]
IMPORTS = [datetime.datetime(2025, 3, 1 + n, 8, 30, n, tzinfo=datetime.timezone.utc)
           for n in range(3)]
APRES = datetime.datetime(2025, 6, 1, tzinfo=datetime.timezone.utc)   # the clock of the questions
UN_JOUR = datetime.timedelta(days=1)
UNE_SECONDE = datetime.timedelta(seconds=1)


def finess_fictif(numero):
    """A number of Paris with a right key and a 9 in third place, which no real one has."""
    corps = [int(c) for c in f"759{numero:05d}"]
    doubles = [2 * c - 9 if c > 4 else 2 * c for c in corps[::-2]]
    cle = -(sum(doubles) + sum(corps[-2::-2])) % 10
    return "".join(map(str, corps)) + str(cle)


def texte(t):
    return t.strftime("%Y-%m-%dT%H:%M:%SZ") if isinstance(t, datetime.datetime) else t.isoformat()


class Lot:
    """What histories of one lot share: the days asked and the dates that sit on their edges."""

    def __init__(self, graine, numero):
        r = random.Random(f"{graine}/lot/{numero}")
        self.numero = numero
        self.jours = [datetime.date.fromisoformat(t) for t in r.sample(JOURS_DURS, 2)]
        self.jours.append(datetime.date(2023, 1, 1) + UN_JOUR * r.randrange(760))
        self.bords = sorted({b for d in self.jours for b in bords(d)})


def bords(d):
    """Days where an answer for d may change, and their neighbours."""
    w = definitions.Fenetre(d)
    pivots = [w.premier, d, datetime.date(d.year, 1, 1), datetime.date(d.year, 12, 31)]
    proches = [p + UN_JOUR * n for p in pivots for n in (-1, 0, 1)]
    return proches + [datetime.date(2024, 2, 29), w.premier + UN_JOUR * 40]


class Histoire:
    """The files of one history: `fichiers[n]` is imported in the instant IMPORTS[n]."""

    def __init__(self, graine, lot, numero):
        self.r = random.Random(f"{graine}/histoire/{numero}")
        self.lot, self.marque, self.compteur = lot, f"h{numero}", 0
        premier = 3 * (numero % 30000)
        self.etablissements = [finess_fictif(premier + n)
                               for n in range(self.r.choice((1, 1, 2, 3)))]
        foule = self.r.random() < 0.06
        combien = self.r.choice((10, 20, 23, 29, 63, 64, 65, 130) if foule else (1, 2, 2, 3, 4))
        self.personnes = [f"{self.marque}-p{n}" for n in range(combien)]
        self.fichiers = [[] for _ in IMPORTS]
        self.objets = []                                  # (file, object) of every fact but persons
        for p in self.personnes:
            self.ajouter(0, self.personne(p))
        if foule:
            self.peupler()
        if self.r.random() < 0.02:
            self.allonger()
        for _ in range(0 if foule else self.r.choice((3, 8, 15, 25, 40))):
            self.ajouter(self.r.choice((0, 0, 0, 1, 2)), self.fait())
        for _ in range(self.r.choice((0, 1, 3, 6))):
            self.reprendre()
        for lignes in self.fichiers:
            self.melanger(lignes)
        self.fichiers = [[self.ecrire(o) for o in lignes] for lignes in self.fichiers]

    # ---- dates

    def jour(self):
        r = self.r
        if r.random() < 0.15:
            return r.choice(self.lot.jours) + UN_JOUR * r.randrange(-400, 60)
        return r.choice(self.lot.bords)

    def instant(self):
        r = self.r
        minuit = definitions.minuit(self.jour())
        if r.random() < 0.15:
            # midnight by the sun or by Greenwich: what a program without the zone would take
            return minuit + datetime.timedelta(hours=r.choice((-2, -1, 1, 2)))
        if r.random() < 0.2:
            return minuit + UNE_SECONDE * r.randrange(86400)
        return minuit + UNE_SECONDE * r.choice((-1, 0, 0, 1))

    def deux(self, tirer, meme):
        a, b = sorted((tirer(), tirer()))
        return (a, a) if self.r.random() < meme else (a, b)

    # ---- facts

    def identifiant(self):
        self.compteur += 1
        return f"{self.marque}-{self.compteur}"

    def personne(self, ident):
        r = self.r
        o = {"type": "personne", "id": ident, "finess_et": r.choice(self.etablissements),
             "nom_naissance": "ESSAI", "prenoms": ["ZÉPHIRINE"], "date_naissance": "1950-02-28",
             "sexe": r.choice("MFI"), "lieu_naissance": "99100", "statut_identite": "validee"}
        if r.random() < 0.1:
            o["decede_le"] = self.jour()
        return o

    def fait(self):
        r = self.r
        type_ = r.choices(("sejour", "modification", "projet", "evenement", "envoi_mss",
                           "alimentation_dmp", "import_eprescription", "echange_eparcours"),
                          (6, 6, 4, 4, 3, 3, 1, 1))[0]
        o = {"type": type_, "id": self.identifiant(), "finess_et": r.choice(self.etablissements)}
        if type_ != "evenement" and (type_ != "envoi_mss" or r.random() < 0.5):
            o["personne"] = r.choice(self.personnes)
        return o | getattr(self, "de_" + type_)()

    def de_sejour(self):
        r = self.r
        entree, sortie = self.deux(self.jour, 0.15)
        o = {"entree": entree, "modalite": r.choice(("permanent", "temporaire", "accueil_de_jour",
                                                     "domicile"))}
        if r.random() < 0.65:
            o["sortie"] = sortie
        return self.avec_defaut(o, "projet_possible", True, 0.2)

    def de_modification(self):
        o = {"le": self.instant(), "auteur": self.r.choice(("a.martin", "Reprise"))}
        return self.avec_defaut(o, "automatique", False, 0.25)

    def de_projet(self):
        r = self.r
        du, au = self.deux(self.jour, 0.2)
        o = {"du": du, "statut": r.choice(("ENPREPARATION", "ENCOURS", "ENCOURS", "ENPAUSE",
                                           "TERMINE"))}
        return o | ({"au": au} if r.random() < 0.65 else {})

    def de_evenement(self):
        r = self.r
        debut, fin = self.deux(self.instant, 0.3)
        return {"debut": debut, "fin": fin,
                "personnes": r.choices(self.personnes, k=r.choice((0, 1, 1, 1, 2, 3))),
                "statut": r.choice(("PLANIFIE", "VALIDE", "REALISE", "TERMINE", "ANNULE"))}

    def de_envoi_mss(self):
        o = {"le": self.instant(), "destinataires": self.r.choice((1, 1, 2, 40))}
        return self.avec_defaut(o, "echec", False, 0.25)

    def de_alimentation_dmp(self):
        return {"le": self.instant(), "document": self.identifiant(),
                "issue": self.r.choice(("acceptee", "acceptee", "rejetee"))}

    def de_import_eprescription(self):
        return {"le": self.instant()}

    def de_echange_eparcours(self):
        return {"le": self.instant()}

    def avec_defaut(self, o, nom, defaut, rarement):
        r = self.r
        if r.random() < rarement:
            o[nom] = not defaut
        elif r.random() < 0.4:
            o[nom] = defaut
        return o

    def peupler(self):
        """A crowd in one establishment, whose shares fall on the targets or one person beside."""
        r, tous = self.r, self.personnes
        d = r.choice(self.lot.jours)
        milieu = definitions.minuit(d - UN_JOUR * 30)
        w = definitions.Fenetre(d)

        def part(centiemes, ensemble):
            juste = (centiemes * len(ensemble) + 99) // 100
            return ensemble[:max(0, juste - r.choice((0, 0, 1)))]

        def dire(type_, **champs):
            self.ajouter(0, {"type": type_, "id": self.identifiant(),
                             "finess_et": self.etablissements[0], **champs})

        for p in tous:
            dire("sejour", personne=p, entree=w.premier - UN_JOUR * r.randrange(300),
                 modalite="permanent")
        actifs = part(90, tous)
        for p in actifs:
            dire("modification", personne=p, le=milieu, auteur="a.martin")
        for p in part(90, actifs):
            dire("projet", personne=p, du=w.premier, statut="ENCOURS")
        dire("evenement", personnes=part(90, actifs), debut=milieu, fin=milieu, statut="REALISE")
        for p in part(70, tous):
            dire("envoi_mss", personne=p, le=milieu, destinataires=1)
        for p in part(70, tous):
            dire("alimentation_dmp", personne=p, le=milieu, document="D", issue="acceptee")

    def allonger(self):
        """Hundreds of facts of one person over years, nearly all of which count for nothing."""
        r = self.r
        commun = {"personne": self.personnes[0], "finess_et": self.etablissements[0]}
        debut = definitions.minuit(self.lot.jours[0] - UN_JOUR * 900)
        for n in range(r.choice((70, 130, 300))):
            le = debut + UN_JOUR * (4 * n) + UNE_SECONDE * r.randrange(86400)
            if r.random() < 0.7:
                propre = {"type": "modification", "le": le, "auteur": "Reprise",
                          "automatique": r.random() < 0.98}
            else:
                propre = {"type": "alimentation_dmp", "le": le, "document": "D",
                          "issue": "acceptee" if r.random() < 0.02 else "rejetee"}
            self.ajouter(0, {"id": self.identifiant(), **commun, **propre})

    # ---- corrections and lines sent again

    def ajouter(self, fichier, o):
        self.fichiers[fichier].append(o)
        if o["type"] != "personne" or self.r.random() < 0.2:
            self.objets.append((fichier, o))

    def reprendre(self):
        """A fact already told: sent again as it was, or corrected, in its file or in a later."""
        r = self.r
        if not self.objets:
            return
        n = r.randrange(len(self.objets))
        fichier, o = self.objets[n]
        suivant = r.choice([f for f in range(len(IMPORTS)) if f >= fichier])
        neuf = {nom: v for nom, v in o.items() if nom != "corrige"}
        if r.random() < 0.75:
            neuf = self.corriger(neuf)
            neuf["corrige"] = True
            self.objets[n] = (suivant, neuf)
        elif "corrige" in o:
            neuf["corrige"] = True
            self.objets[n] = (suivant, neuf)
        self.fichiers[suivant].append(neuf)

    def corriger(self, o):
        r = self.r
        if o["type"] == "personne":
            return o | {"finess_et": r.choice(self.etablissements)}
        autre = getattr(self, "de_" + o["type"])()
        garde = {n: o[n] for n in ("type", "id", "finess_et", "personne", "personnes") if n in o}
        quoi = r.random()
        if quoi < 0.3:                                   # to another establishment
            return o | {"finess_et": r.choice(self.etablissements)}
        if quoi < 0.6 and "personne" in o:               # to another person
            return o | {"personne": r.choice(self.personnes)}
        return garde | autre                             # other dates, status, marks

    def melanger(self, lignes):
        """Any order, but the versions of one id stay in theirs: the order of the file decides."""
        ordre = {}
        for o in lignes:
            ordre.setdefault(o["id"], []).append(o)
        self.r.shuffle(lignes)
        lignes[:] = [ordre[o["id"]].pop(0) for o in lignes]

    def ecrire(self, o):
        """One line: fields in any order, absent ones sometimes null, `corrige` false or absent."""
        r = self.r
        champs = {n: texte(v) if isinstance(v, datetime.date) else v for n, v in o.items()}
        for nom in ("sortie", "au", "projet_possible", "automatique", "echec", "decede_le"):
            if nom not in champs and r.random() < 0.1:
                champs[nom] = None
        if "corrige" not in champs and r.random() < 0.1:
            champs["corrige"] = r.choice((False, None))
        noms = list(champs)
        if r.random() < 0.5:
            r.shuffle(noms)
        separateurs = r.choice(((",", ":"), (", ", ": "), (" , ", " : ")))
        return json.dumps({n: champs[n] for n in noms}, ensure_ascii=r.random() < 0.5,
                          separators=separateurs)


def lot(graine, numero, taille):
    """(the lot, its histories): history numbers are those of the whole run."""
    commun = Lot(graine, numero)
    return commun, [Histoire(graine, commun, numero * taille + n) for n in range(taille)]


def fichiers_reunis(histoires):
    """One file an import for the whole lot, the lines of the histories between one another's."""
    reunis = []
    for n in range(len(IMPORTS)):
        colonnes = itertools.zip_longest(*[h.fichiers[n] for h in histoires])
        reunis.append([ligne for rang in colonnes for ligne in rang if ligne is not None])
    return reunis
