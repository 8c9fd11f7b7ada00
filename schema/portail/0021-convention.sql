-- Agreements of notified dossiers: what is agreed line by line, who signed, the usage reports received
-- for them, the expense statements and their stamps, the payments that one person asks for and another
-- one validates. Rows come and are never changed, but for the version of an agreement.

-- `depot` and `regles`: the deposit and the digest of the call that its amounts come from. `empreinte`:
-- of what is signed. One agreement a dossier.
CREATE TABLE convention (
    id TEXT PRIMARY KEY,
    dossier TEXT NOT NULL UNIQUE REFERENCES dossier (id),
    depot BIGINT NOT NULL,
    regles TEXT NOT NULL,
    forme TEXT NOT NULL,
    avance BIGINT NOT NULL CHECK (avance >= 0),
    devis_amoa BIGINT,
    empreinte TEXT NOT NULL,
    version BIGINT NOT NULL,
    preparee_par TEXT NOT NULL REFERENCES compte (id),
    preparee_le TEXT NOT NULL
);

-- What each establishment is granted, in cents. `eligible_sons`: 0 or 1, null: unknown.
CREATE TABLE convention_ligne (
    convention TEXT NOT NULL REFERENCES convention (id),
    rang BIGINT NOT NULL,
    finess_et TEXT NOT NULL,
    secteur TEXT NOT NULL,
    eligible_sons BIGINT,
    usage BIGINT NOT NULL CHECK (usage >= 0),
    equipement BIGINT NOT NULL CHECK (equipement >= 0),
    materiel BIGINT NOT NULL CHECK (materiel >= 0),
    amoa BIGINT NOT NULL CHECK (amoa >= 0),
    devis_materiel BIGINT,
    PRIMARY KEY (convention, rang)
);

-- The two parties are two people. `empreinte`: what was signed.
CREATE TABLE convention_signature (
    convention TEXT NOT NULL REFERENCES convention (id),
    partie TEXT NOT NULL,
    mode TEXT NOT NULL,
    empreinte TEXT NOT NULL,
    par TEXT NOT NULL REFERENCES compte (id),
    signee_le TEXT NOT NULL,
    PRIMARY KEY (convention, partie),
    UNIQUE (convention, par)
);

CREATE TABLE convention_rapport (
    convention TEXT NOT NULL REFERENCES convention (id),
    rapport TEXT NOT NULL REFERENCES usage_rapport (id),
    recu_le TEXT NOT NULL,
    PRIMARY KEY (convention, rapport)
);

-- Where the porteur is paid, sealed; the last one counts. `fin`: its last four characters.
CREATE TABLE convention_coordonnees (
    convention TEXT NOT NULL REFERENCES convention (id),
    rang BIGINT NOT NULL,
    scelle TEXT NOT NULL,
    fin TEXT NOT NULL,
    par TEXT NOT NULL REFERENCES compte (id),
    posees_le TEXT NOT NULL,
    PRIMARY KEY (convention, rang)
);

-- The last one counts.
CREATE TABLE etat_depenses (
    id TEXT PRIMARY KEY,
    convention TEXT NOT NULL REFERENCES convention (id),
    rang BIGINT NOT NULL,
    declare_par TEXT NOT NULL REFERENCES compte (id),
    declare_le TEXT NOT NULL,
    UNIQUE (convention, rang)
);
CREATE TABLE etat_depenses_poste (
    etat TEXT NOT NULL REFERENCES etat_depenses (id),
    categorie TEXT NOT NULL,
    montant BIGINT NOT NULL CHECK (montant >= 0),
    PRIMARY KEY (etat, categorie)
);
CREATE TABLE etat_depenses_visa (
    etat TEXT PRIMARY KEY REFERENCES etat_depenses (id),
    par TEXT NOT NULL REFERENCES compte (id),
    vise_le TEXT NOT NULL
);

-- `objet`: avance or solde. `issue`, `a_recouvrer`: of the balance that it pays.
CREATE TABLE versement (
    id TEXT PRIMARY KEY,
    dossier TEXT NOT NULL REFERENCES dossier (id),
    convention TEXT NOT NULL REFERENCES convention (id),
    objet TEXT NOT NULL,
    rang BIGINT NOT NULL,
    montant BIGINT NOT NULL CHECK (montant >= 0),
    a_recouvrer BIGINT NOT NULL CHECK (a_recouvrer >= 0),
    issue TEXT,
    motif TEXT NOT NULL,
    demande_par TEXT NOT NULL REFERENCES compte (id),
    demande_le TEXT NOT NULL,
    UNIQUE (convention, objet, rang)
);

-- `decision`: valide or rejete, by another person than who asked.
CREATE TABLE versement_decision (
    versement TEXT PRIMARY KEY REFERENCES versement (id),
    decision TEXT NOT NULL,
    par TEXT NOT NULL REFERENCES compte (id),
    decide_le TEXT NOT NULL
);

-- sqlite only
CREATE TRIGGER convention_ligne_fixe BEFORE UPDATE ON convention_ligne
BEGIN SELECT RAISE(ABORT, 'ajout seul : convention_ligne'); END;
CREATE TRIGGER convention_ligne_garde BEFORE DELETE ON convention_ligne
BEGIN SELECT RAISE(ABORT, 'ajout seul : convention_ligne'); END;
CREATE TRIGGER convention_signature_fixe BEFORE UPDATE ON convention_signature
BEGIN SELECT RAISE(ABORT, 'ajout seul : convention_signature'); END;
CREATE TRIGGER convention_signature_garde BEFORE DELETE ON convention_signature
BEGIN SELECT RAISE(ABORT, 'ajout seul : convention_signature'); END;
CREATE TRIGGER convention_rapport_fixe BEFORE UPDATE ON convention_rapport
BEGIN SELECT RAISE(ABORT, 'ajout seul : convention_rapport'); END;
CREATE TRIGGER convention_rapport_garde BEFORE DELETE ON convention_rapport
BEGIN SELECT RAISE(ABORT, 'ajout seul : convention_rapport'); END;
CREATE TRIGGER convention_coordonnees_fixe BEFORE UPDATE ON convention_coordonnees
BEGIN SELECT RAISE(ABORT, 'ajout seul : convention_coordonnees'); END;
CREATE TRIGGER convention_coordonnees_garde BEFORE DELETE ON convention_coordonnees
BEGIN SELECT RAISE(ABORT, 'ajout seul : convention_coordonnees'); END;
CREATE TRIGGER etat_depenses_fixe BEFORE UPDATE ON etat_depenses
BEGIN SELECT RAISE(ABORT, 'ajout seul : etat_depenses'); END;
CREATE TRIGGER etat_depenses_garde BEFORE DELETE ON etat_depenses
BEGIN SELECT RAISE(ABORT, 'ajout seul : etat_depenses'); END;
CREATE TRIGGER etat_depenses_poste_fixe BEFORE UPDATE ON etat_depenses_poste
BEGIN SELECT RAISE(ABORT, 'ajout seul : etat_depenses_poste'); END;
CREATE TRIGGER etat_depenses_poste_garde BEFORE DELETE ON etat_depenses_poste
BEGIN SELECT RAISE(ABORT, 'ajout seul : etat_depenses_poste'); END;
CREATE TRIGGER etat_depenses_visa_fixe BEFORE UPDATE ON etat_depenses_visa
BEGIN SELECT RAISE(ABORT, 'ajout seul : etat_depenses_visa'); END;
CREATE TRIGGER etat_depenses_visa_garde BEFORE DELETE ON etat_depenses_visa
BEGIN SELECT RAISE(ABORT, 'ajout seul : etat_depenses_visa'); END;
CREATE TRIGGER versement_decision_fixe BEFORE UPDATE ON versement_decision
BEGIN SELECT RAISE(ABORT, 'ajout seul : versement_decision'); END;
CREATE TRIGGER versement_decision_garde BEFORE DELETE ON versement_decision
BEGIN SELECT RAISE(ABORT, 'ajout seul : versement_decision'); END;
CREATE TRIGGER versement_fixe BEFORE UPDATE OF id, dossier, convention, objet, rang, montant, a_recouvrer,
    issue, demande_par, demande_le ON versement
BEGIN SELECT RAISE(ABORT, 'ajout seul : versement'); END;
CREATE TRIGGER versement_purge BEFORE UPDATE OF motif ON versement
WHEN NEW.motif <> '' OR NOT EXISTS (SELECT 1 FROM purge WHERE dossier = OLD.dossier)
BEGIN SELECT RAISE(ABORT, 'ajout seul : versement'); END;
CREATE TRIGGER versement_garde BEFORE DELETE ON versement
BEGIN SELECT RAISE(ABORT, 'ajout seul : versement'); END;
CREATE TRIGGER convention_fixe BEFORE UPDATE OF id, dossier, depot, regles, forme, avance, devis_amoa, empreinte,
    preparee_par, preparee_le ON convention
BEGIN SELECT RAISE(ABORT, 'ajout seul : convention'); END;
CREATE TRIGGER convention_garde BEFORE DELETE ON convention
BEGIN SELECT RAISE(ABORT, 'ajout seul : convention'); END;

-- postgresql only
CREATE TRIGGER convention_ligne_fixe BEFORE UPDATE OR DELETE ON convention_ligne
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER convention_ligne_garde BEFORE TRUNCATE ON convention_ligne EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER convention_signature_fixe BEFORE UPDATE OR DELETE ON convention_signature
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER convention_signature_garde BEFORE TRUNCATE ON convention_signature EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER convention_rapport_fixe BEFORE UPDATE OR DELETE ON convention_rapport
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER convention_rapport_garde BEFORE TRUNCATE ON convention_rapport EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER convention_coordonnees_fixe BEFORE UPDATE OR DELETE ON convention_coordonnees
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER convention_coordonnees_garde BEFORE TRUNCATE ON convention_coordonnees EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER etat_depenses_fixe BEFORE UPDATE OR DELETE ON etat_depenses
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER etat_depenses_garde BEFORE TRUNCATE ON etat_depenses EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER etat_depenses_poste_fixe BEFORE UPDATE OR DELETE ON etat_depenses_poste
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER etat_depenses_poste_garde BEFORE TRUNCATE ON etat_depenses_poste EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER etat_depenses_visa_fixe BEFORE UPDATE OR DELETE ON etat_depenses_visa
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER etat_depenses_visa_garde BEFORE TRUNCATE ON etat_depenses_visa EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER versement_decision_fixe BEFORE UPDATE OR DELETE ON versement_decision
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER versement_decision_garde BEFORE TRUNCATE ON versement_decision EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER versement_fixe BEFORE UPDATE OR DELETE ON versement
FOR EACH ROW EXECUTE FUNCTION ajout_seul('motif', '');
CREATE TRIGGER versement_garde BEFORE TRUNCATE ON versement EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER convention_fixe BEFORE UPDATE OF id, dossier, depot, regles, forme, avance, devis_amoa, empreinte,
    preparee_par, preparee_le ON convention
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER convention_garde BEFORE DELETE ON convention
FOR EACH ROW EXECUTE FUNCTION ajout_seul();

-- both
