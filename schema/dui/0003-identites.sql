-- What was done to the identities of persons: each change of state, each attribute set or lifted.
-- Recorded under an act as facts are, so that any past answer can be given again.
CREATE TABLE identite (
    numero BIGINT PRIMARY KEY,
    personne TEXT NOT NULL,
    enregistrement BIGINT NOT NULL,
    acte TEXT NOT NULL,
    statut TEXT NOT NULL,
    attributs TEXT NOT NULL,
    matricule TEXT,
    oid TEXT,
    dispositif TEXT,
    vu_le TEXT,
    motif TEXT
);
CREATE INDEX identite_personne ON identite (personne);

-- sqlite only
CREATE TRIGGER identite_fixe BEFORE UPDATE ON identite
BEGIN SELECT RAISE(ABORT, 'ajout seul : identite'); END;
CREATE TRIGGER identite_garde BEFORE DELETE ON identite
BEGIN SELECT RAISE(ABORT, 'ajout seul : identite'); END;
-- postgresql only
CREATE TRIGGER identite_fixe BEFORE UPDATE OR DELETE ON identite
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER identite_garde BEFORE TRUNCATE ON identite EXECUTE FUNCTION ajout_seul();
-- both
