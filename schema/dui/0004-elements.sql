-- What a record holds besides the facts of the indicators: each version kept, under an act of
-- recording as facts are. `debut` and `fin` are instants, `contenu` a JSON object.
CREATE TABLE element (
    numero BIGINT PRIMARY KEY,
    id TEXT NOT NULL,
    version BIGINT NOT NULL,
    enregistrement BIGINT NOT NULL,
    genre TEXT NOT NULL,
    classe TEXT NOT NULL,
    finess_et TEXT NOT NULL,
    personne TEXT NOT NULL,
    lie_a TEXT NOT NULL,
    debut TEXT NOT NULL,
    fin TEXT,
    etat TEXT NOT NULL,
    contenu TEXT NOT NULL
);
CREATE UNIQUE INDEX element_version ON element (id, version);
CREATE INDEX element_lieu ON element (finess_et, numero);

-- Derived: the last version of each element, and what lists are found by. It may be made again
-- from the table above.
CREATE TABLE element_courant (
    id TEXT PRIMARY KEY,
    numero BIGINT NOT NULL,
    genre TEXT NOT NULL,
    finess_et TEXT NOT NULL,
    personne TEXT NOT NULL,
    lie_a TEXT NOT NULL,
    debut TEXT NOT NULL
);
CREATE INDEX element_courant_personne ON element_courant (personne, genre, debut, numero);
CREATE INDEX element_courant_lieu ON element_courant (finess_et, genre, debut, numero);
CREATE INDEX element_courant_lien ON element_courant (lie_a) WHERE lie_a <> '';

-- The profession of an account (CSP R.1110-2): which classes of data it reads.
CREATE TABLE profession (
    compte TEXT PRIMARY KEY REFERENCES compte (id),
    profession TEXT NOT NULL
);

-- Up to which element an account has read what was recorded of a unit, or of a whole establishment
-- where `unite` is empty: a row each time.
CREATE TABLE releve (
    compte TEXT NOT NULL REFERENCES compte (id),
    finess_et TEXT NOT NULL,
    unite TEXT NOT NULL,
    numero BIGINT NOT NULL,
    lu_le TEXT NOT NULL
);
CREATE INDEX releve_compte ON releve (compte, finess_et, unite, numero);

-- sqlite only
CREATE TRIGGER element_fixe BEFORE UPDATE ON element
BEGIN SELECT RAISE(ABORT, 'ajout seul : element'); END;
CREATE TRIGGER element_garde BEFORE DELETE ON element
BEGIN SELECT RAISE(ABORT, 'ajout seul : element'); END;
-- postgresql only
CREATE TRIGGER element_fixe BEFORE UPDATE OR DELETE ON element
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER element_garde BEFORE TRUNCATE ON element EXECUTE FUNCTION ajout_seul();
-- both
