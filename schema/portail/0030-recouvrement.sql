-- Money that a balance says to recover: asked for by one person, validated by another, then what came back,
-- each as a row. Rows come and are never changed; a motive is emptied by a purge.

CREATE TABLE recouvrement (
    id TEXT PRIMARY KEY,
    dossier TEXT NOT NULL REFERENCES dossier (id),
    convention TEXT NOT NULL REFERENCES convention (id),
    rang BIGINT NOT NULL,
    montant BIGINT NOT NULL CHECK (montant > 0),
    motif TEXT NOT NULL,
    demande_par TEXT NOT NULL REFERENCES compte (id),
    demande_le TEXT NOT NULL,
    UNIQUE (convention, rang)
);
CREATE INDEX recouvrement_dossier ON recouvrement (dossier);

-- `decision`: valide or rejete, by another person than who asked.
CREATE TABLE recouvrement_decision (
    recouvrement TEXT PRIMARY KEY REFERENCES recouvrement (id),
    decision TEXT NOT NULL,
    par TEXT NOT NULL REFERENCES compte (id),
    decide_le TEXT NOT NULL
);

-- Money that came back. `recu_le`: the day on the account. `reference`: of the transfer, once a recovery.
CREATE TABLE recouvrement_retour (
    recouvrement TEXT NOT NULL REFERENCES recouvrement_decision (recouvrement),
    rang BIGINT NOT NULL,
    montant BIGINT NOT NULL CHECK (montant > 0),
    recu_le TEXT NOT NULL,
    reference TEXT NOT NULL,
    par TEXT NOT NULL REFERENCES compte (id),
    note_le TEXT NOT NULL,
    PRIMARY KEY (recouvrement, rang),
    UNIQUE (recouvrement, reference)
);

-- sqlite only
CREATE TRIGGER recouvrement_fixe BEFORE UPDATE OF id, dossier, convention, rang, montant, demande_par, demande_le
ON recouvrement
BEGIN SELECT RAISE(ABORT, 'ajout seul : recouvrement'); END;
CREATE TRIGGER recouvrement_purge BEFORE UPDATE OF motif ON recouvrement
WHEN NEW.motif <> '' OR NOT EXISTS (SELECT 1 FROM purge WHERE dossier = OLD.dossier)
BEGIN SELECT RAISE(ABORT, 'ajout seul : recouvrement'); END;
CREATE TRIGGER recouvrement_garde BEFORE DELETE ON recouvrement
BEGIN SELECT RAISE(ABORT, 'ajout seul : recouvrement'); END;
CREATE TRIGGER recouvrement_decision_fixe BEFORE UPDATE ON recouvrement_decision
BEGIN SELECT RAISE(ABORT, 'ajout seul : recouvrement_decision'); END;
CREATE TRIGGER recouvrement_decision_garde BEFORE DELETE ON recouvrement_decision
BEGIN SELECT RAISE(ABORT, 'ajout seul : recouvrement_decision'); END;
CREATE TRIGGER recouvrement_retour_fixe BEFORE UPDATE ON recouvrement_retour
BEGIN SELECT RAISE(ABORT, 'ajout seul : recouvrement_retour'); END;
CREATE TRIGGER recouvrement_retour_garde BEFORE DELETE ON recouvrement_retour
BEGIN SELECT RAISE(ABORT, 'ajout seul : recouvrement_retour'); END;

-- postgresql only
CREATE TRIGGER recouvrement_fixe BEFORE UPDATE OR DELETE ON recouvrement
FOR EACH ROW EXECUTE FUNCTION ajout_seul_ou_vide('{"motif": ""}');
CREATE TRIGGER recouvrement_garde BEFORE TRUNCATE ON recouvrement EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER recouvrement_decision_fixe BEFORE UPDATE OR DELETE ON recouvrement_decision
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER recouvrement_decision_garde BEFORE TRUNCATE ON recouvrement_decision EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER recouvrement_retour_fixe BEFORE UPDATE OR DELETE ON recouvrement_retour
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER recouvrement_retour_garde BEFORE TRUNCATE ON recouvrement_retour EXECUTE FUNCTION ajout_seul();

-- both
