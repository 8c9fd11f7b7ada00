-- What was recorded about persons: facts, each version kept, and the acts that recorded them.

-- This database and no other: what is derived from it beside it bears its mark. The salts of the
-- leaves of its reports come from a secret that never leaves it.
CREATE TABLE magasin (
    marque TEXT PRIMARY KEY,
    secret_des_sels TEXT NOT NULL
);

-- One act of recording: all its facts become known at the same instant, to the microsecond. Numbers
-- follow each other, instants never go back.
CREATE TABLE enregistrement (
    numero BIGINT PRIMARY KEY,
    connu_le TEXT NOT NULL,
    auteur TEXT NOT NULL,
    origine TEXT NOT NULL,
    faits BIGINT NOT NULL
);

-- One version of one fact. `numero` follows the order of recording. `debut` and `fin` are days or
-- instants, as the type has it; `personnes` are ids, a line each; `reste` is what no indicator
-- reads, as a JSON object.
CREATE TABLE fait (
    numero BIGINT PRIMARY KEY,
    id TEXT NOT NULL,
    version BIGINT NOT NULL,
    enregistrement BIGINT NOT NULL,
    type TEXT NOT NULL,
    finess_et TEXT NOT NULL,
    personnes TEXT NOT NULL,
    debut TEXT,
    fin TEXT,
    etat TEXT NOT NULL,
    reste TEXT NOT NULL
);
CREATE UNIQUE INDEX fait_version ON fait (id, version);
-- Which persons are known, without reading every fact.
CREATE INDEX fait_personne ON fait (id) WHERE type = 'personne';

-- What was written stays written: facts and acts of recording take new rows and refuse that one be
-- changed or removed, whoever asks.

-- sqlite only
CREATE TRIGGER enregistrement_fixe BEFORE UPDATE ON enregistrement
BEGIN SELECT RAISE(ABORT, 'ajout seul : enregistrement'); END;
CREATE TRIGGER enregistrement_garde BEFORE DELETE ON enregistrement
BEGIN SELECT RAISE(ABORT, 'ajout seul : enregistrement'); END;
CREATE TRIGGER fait_fixe BEFORE UPDATE ON fait
BEGIN SELECT RAISE(ABORT, 'ajout seul : fait'); END;
CREATE TRIGGER fait_garde BEFORE DELETE ON fait
BEGIN SELECT RAISE(ABORT, 'ajout seul : fait'); END;
-- postgresql only
CREATE FUNCTION ajout_seul() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'ajout seul : %', TG_TABLE_NAME;
END $$;
CREATE TRIGGER enregistrement_fixe BEFORE UPDATE OR DELETE ON enregistrement
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER enregistrement_garde BEFORE TRUNCATE ON enregistrement
EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER fait_fixe BEFORE UPDATE OR DELETE ON fait
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER fait_garde BEFORE TRUNCATE ON fait EXECUTE FUNCTION ajout_seul();
-- both
