-- Usage reports: what came, byte for byte, what it counts, what was found, the keys that sign, the
-- draws of an audit and the proofs that answer them. Rows come and are never changed.

-- Of a DUI, by the name that its porteur gives it; the last one is in force, those before stay.
CREATE TABLE usage_cle (
    compte TEXT NOT NULL REFERENCES compte (id),
    dui TEXT NOT NULL,
    rang BIGINT NOT NULL,
    cle TEXT NOT NULL,
    posee_le TEXT NOT NULL,
    PRIMARY KEY (compte, dui, rang)
);

-- Bytes as they came, by their SHA-256: reports and proofs.
CREATE TABLE usage_fichier (
    empreinte TEXT PRIMARY KEY,
    taille BIGINT NOT NULL,
    octets TEXT NOT NULL
);

-- `nature`: signe or declare. `regle` is the rule that it was measured by, `seuils` the one that
-- said what is unlikely, `recepteur` the version of the portail that did.
CREATE TABLE usage_rapport (
    id TEXT PRIMARY KEY,
    numero BIGINT NOT NULL UNIQUE,
    compte TEXT NOT NULL REFERENCES compte (id),
    recu_le TEXT NOT NULL,
    nature TEXT NOT NULL,
    empreinte TEXT NOT NULL REFERENCES usage_fichier (empreinte),
    organisation TEXT NOT NULL,
    du TEXT NOT NULL,
    au TEXT NOT NULL,
    connu_le TEXT,
    lecture TEXT NOT NULL,
    feuilles BIGINT NOT NULL,
    cle TEXT NOT NULL,
    logiciel TEXT NOT NULL,
    version TEXT NOT NULL,
    regle TEXT NOT NULL,
    seuils TEXT NOT NULL,
    recepteur TEXT NOT NULL,
    UNIQUE (compte, empreinte)
);

-- The dossiers whose establishments it counts: who reads the dossier reads the report.
CREATE TABLE usage_rattachement (
    dossier TEXT NOT NULL REFERENCES dossier (id),
    rapport TEXT NOT NULL REFERENCES usage_rapport (id),
    PRIMARY KEY (dossier, rapport)
);
CREATE INDEX usage_rattachement_rapport ON usage_rattachement (rapport);

CREATE TABLE usage_ligne (
    rapport TEXT NOT NULL REFERENCES usage_rapport (id),
    finess_et TEXT NOT NULL,
    dossier TEXT NOT NULL REFERENCES dossier (id),
    feuilles BIGINT NOT NULL,
    PRIMARY KEY (rapport, finess_et)
);
CREATE INDEX usage_ligne_dossier ON usage_ligne (dossier, finess_et);

-- Under the reading of the report. Of eprescription and eparcours: in the window, since the start.
CREATE TABLE usage_mesure (
    rapport TEXT NOT NULL,
    finess_et TEXT NOT NULL,
    indicateur TEXT NOT NULL,
    numerateur BIGINT NOT NULL,
    denominateur BIGINT NOT NULL,
    PRIMARY KEY (rapport, finess_et, indicateur)
);

-- What is unlikely or worth a question, as it was found on reception: never a refusal.
CREATE TABLE usage_constat (
    rapport TEXT NOT NULL REFERENCES usage_rapport (id),
    rang BIGINT NOT NULL,
    code TEXT NOT NULL,
    finess_et TEXT NOT NULL,
    indicateur TEXT,
    avant_numerateur BIGINT NOT NULL,
    avant_denominateur BIGINT NOT NULL,
    numerateur BIGINT NOT NULL,
    denominateur BIGINT NOT NULL,
    PRIMARY KEY (rapport, rang)
);

-- `source`: where the seed was published.
CREATE TABLE usage_tirage (
    id TEXT PRIMARY KEY,
    rapport TEXT NOT NULL REFERENCES usage_rapport (id),
    rang BIGINT NOT NULL,
    graine TEXT NOT NULL,
    nombre BIGINT NOT NULL,
    source TEXT NOT NULL,
    par TEXT NOT NULL REFERENCES compte (id),
    fait_le TEXT NOT NULL,
    UNIQUE (rapport, rang),
    UNIQUE (rapport, graine, nombre)
);

-- `issue`: justes or refusees; `reproches`: the sentences that say why, a line each.
CREATE TABLE usage_preuves (
    tirage TEXT NOT NULL REFERENCES usage_tirage (id),
    rang BIGINT NOT NULL,
    empreinte TEXT NOT NULL REFERENCES usage_fichier (empreinte),
    par TEXT NOT NULL REFERENCES compte (id),
    recu_le TEXT NOT NULL,
    ouvertures BIGINT NOT NULL,
    issue TEXT NOT NULL,
    reproches TEXT NOT NULL,
    PRIMARY KEY (tirage, rang),
    UNIQUE (tirage, empreinte)
);

-- sqlite only
CREATE TRIGGER usage_cle_fixe BEFORE UPDATE ON usage_cle
BEGIN SELECT RAISE(ABORT, 'ajout seul : usage_cle'); END;
CREATE TRIGGER usage_cle_garde BEFORE DELETE ON usage_cle
BEGIN SELECT RAISE(ABORT, 'ajout seul : usage_cle'); END;
CREATE TRIGGER usage_fichier_fixe BEFORE UPDATE ON usage_fichier
BEGIN SELECT RAISE(ABORT, 'ajout seul : usage_fichier'); END;
CREATE TRIGGER usage_fichier_garde BEFORE DELETE ON usage_fichier
BEGIN SELECT RAISE(ABORT, 'ajout seul : usage_fichier'); END;
CREATE TRIGGER usage_rapport_fixe BEFORE UPDATE ON usage_rapport
BEGIN SELECT RAISE(ABORT, 'ajout seul : usage_rapport'); END;
CREATE TRIGGER usage_rapport_garde BEFORE DELETE ON usage_rapport
BEGIN SELECT RAISE(ABORT, 'ajout seul : usage_rapport'); END;
CREATE TRIGGER usage_rattachement_fixe BEFORE UPDATE ON usage_rattachement
BEGIN SELECT RAISE(ABORT, 'ajout seul : usage_rattachement'); END;
CREATE TRIGGER usage_rattachement_garde BEFORE DELETE ON usage_rattachement
BEGIN SELECT RAISE(ABORT, 'ajout seul : usage_rattachement'); END;
CREATE TRIGGER usage_ligne_fixe BEFORE UPDATE ON usage_ligne
BEGIN SELECT RAISE(ABORT, 'ajout seul : usage_ligne'); END;
CREATE TRIGGER usage_ligne_garde BEFORE DELETE ON usage_ligne
BEGIN SELECT RAISE(ABORT, 'ajout seul : usage_ligne'); END;
CREATE TRIGGER usage_mesure_fixe BEFORE UPDATE ON usage_mesure
BEGIN SELECT RAISE(ABORT, 'ajout seul : usage_mesure'); END;
CREATE TRIGGER usage_mesure_garde BEFORE DELETE ON usage_mesure
BEGIN SELECT RAISE(ABORT, 'ajout seul : usage_mesure'); END;
CREATE TRIGGER usage_constat_fixe BEFORE UPDATE ON usage_constat
BEGIN SELECT RAISE(ABORT, 'ajout seul : usage_constat'); END;
CREATE TRIGGER usage_constat_garde BEFORE DELETE ON usage_constat
BEGIN SELECT RAISE(ABORT, 'ajout seul : usage_constat'); END;
CREATE TRIGGER usage_tirage_fixe BEFORE UPDATE ON usage_tirage
BEGIN SELECT RAISE(ABORT, 'ajout seul : usage_tirage'); END;
CREATE TRIGGER usage_tirage_garde BEFORE DELETE ON usage_tirage
BEGIN SELECT RAISE(ABORT, 'ajout seul : usage_tirage'); END;
CREATE TRIGGER usage_preuves_fixe BEFORE UPDATE ON usage_preuves
BEGIN SELECT RAISE(ABORT, 'ajout seul : usage_preuves'); END;
CREATE TRIGGER usage_preuves_garde BEFORE DELETE ON usage_preuves
BEGIN SELECT RAISE(ABORT, 'ajout seul : usage_preuves'); END;

-- postgresql only
CREATE TRIGGER usage_cle_fixe BEFORE UPDATE OR DELETE ON usage_cle
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER usage_cle_garde BEFORE TRUNCATE ON usage_cle EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER usage_fichier_fixe BEFORE UPDATE OR DELETE ON usage_fichier
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER usage_fichier_garde BEFORE TRUNCATE ON usage_fichier EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER usage_rapport_fixe BEFORE UPDATE OR DELETE ON usage_rapport
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER usage_rapport_garde BEFORE TRUNCATE ON usage_rapport EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER usage_rattachement_fixe BEFORE UPDATE OR DELETE ON usage_rattachement
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER usage_rattachement_garde BEFORE TRUNCATE ON usage_rattachement EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER usage_ligne_fixe BEFORE UPDATE OR DELETE ON usage_ligne
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER usage_ligne_garde BEFORE TRUNCATE ON usage_ligne EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER usage_mesure_fixe BEFORE UPDATE OR DELETE ON usage_mesure
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER usage_mesure_garde BEFORE TRUNCATE ON usage_mesure EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER usage_constat_fixe BEFORE UPDATE OR DELETE ON usage_constat
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER usage_constat_garde BEFORE TRUNCATE ON usage_constat EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER usage_tirage_fixe BEFORE UPDATE OR DELETE ON usage_tirage
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER usage_tirage_garde BEFORE TRUNCATE ON usage_tirage EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER usage_preuves_fixe BEFORE UPDATE OR DELETE ON usage_preuves
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER usage_preuves_garde BEFORE TRUNCATE ON usage_preuves EXECUTE FUNCTION ajout_seul();

-- both
