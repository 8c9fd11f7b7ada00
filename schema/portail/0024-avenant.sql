-- Amendments: later versions of an agreement. What is asked to change, what each establishment is granted
-- then, who signed, and what became of it. Rows come and are never changed; a motive is emptied by a purge.

-- `avance`: the advance that stands. `fin_deploiement`: agreed end of the deployment, null: none was set yet.
-- `alertes`: names of what the rules say of the amended project, a space between.
CREATE TABLE avenant (
    id TEXT PRIMARY KEY,
    dossier TEXT NOT NULL REFERENCES dossier (id),
    convention TEXT NOT NULL REFERENCES convention (id),
    rang BIGINT NOT NULL,
    motif TEXT NOT NULL,
    regles TEXT NOT NULL,
    avance BIGINT NOT NULL CHECK (avance >= 0),
    verse BIGINT NOT NULL CHECK (verse >= 0),
    devis_amoa BIGINT,
    fin_deploiement TEXT,
    alertes TEXT NOT NULL,
    empreinte TEXT NOT NULL,
    prepare_par TEXT NOT NULL REFERENCES compte (id),
    prepare_le TEXT NOT NULL,
    UNIQUE (convention, rang)
);
CREATE INDEX avenant_dossier ON avenant (dossier);

-- A fact of the project, as it is to be from now on; `finess` empty: of the whole project.
CREATE TABLE avenant_changement (
    avenant TEXT NOT NULL REFERENCES avenant (id),
    rang BIGINT NOT NULL,
    genre TEXT NOT NULL,
    finess TEXT NOT NULL,
    valeur TEXT NOT NULL,
    PRIMARY KEY (avenant, rang)
);

-- As convention_ligne: in cents.
CREATE TABLE avenant_ligne (
    avenant TEXT NOT NULL REFERENCES avenant (id),
    rang BIGINT NOT NULL,
    finess_et TEXT NOT NULL,
    secteur TEXT NOT NULL,
    eligible_sons BIGINT,
    usage BIGINT NOT NULL CHECK (usage >= 0),
    equipement BIGINT NOT NULL CHECK (equipement >= 0),
    materiel BIGINT NOT NULL CHECK (materiel >= 0),
    amoa BIGINT NOT NULL CHECK (amoa >= 0),
    devis_materiel BIGINT,
    PRIMARY KEY (avenant, rang)
);

-- The two parties are two people. `empreinte`: what was signed.
CREATE TABLE avenant_signature (
    avenant TEXT NOT NULL REFERENCES avenant (id),
    partie TEXT NOT NULL,
    mode TEXT NOT NULL,
    empreinte TEXT NOT NULL,
    par TEXT NOT NULL REFERENCES compte (id),
    signee_le TEXT NOT NULL,
    PRIMARY KEY (avenant, partie),
    UNIQUE (avenant, par)
);

-- `issue`: effet (signed by both, in force since) or abandon (its reason). None yet: it waits.
CREATE TABLE avenant_suite (
    avenant TEXT PRIMARY KEY REFERENCES avenant (id),
    dossier TEXT NOT NULL REFERENCES dossier (id),
    issue TEXT NOT NULL,
    motif TEXT NOT NULL,
    par TEXT NOT NULL REFERENCES compte (id),
    fait_le TEXT NOT NULL
);

-- sqlite only
CREATE TRIGGER avenant_changement_fixe BEFORE UPDATE ON avenant_changement
BEGIN SELECT RAISE(ABORT, 'ajout seul : avenant_changement'); END;
CREATE TRIGGER avenant_changement_garde BEFORE DELETE ON avenant_changement
BEGIN SELECT RAISE(ABORT, 'ajout seul : avenant_changement'); END;
CREATE TRIGGER avenant_ligne_fixe BEFORE UPDATE ON avenant_ligne
BEGIN SELECT RAISE(ABORT, 'ajout seul : avenant_ligne'); END;
CREATE TRIGGER avenant_ligne_garde BEFORE DELETE ON avenant_ligne
BEGIN SELECT RAISE(ABORT, 'ajout seul : avenant_ligne'); END;
CREATE TRIGGER avenant_signature_fixe BEFORE UPDATE ON avenant_signature
BEGIN SELECT RAISE(ABORT, 'ajout seul : avenant_signature'); END;
CREATE TRIGGER avenant_signature_garde BEFORE DELETE ON avenant_signature
BEGIN SELECT RAISE(ABORT, 'ajout seul : avenant_signature'); END;
CREATE TRIGGER avenant_fixe BEFORE UPDATE OF id, dossier, convention, rang, regles, avance, verse, devis_amoa,
    fin_deploiement, alertes, empreinte, prepare_par, prepare_le ON avenant
BEGIN SELECT RAISE(ABORT, 'ajout seul : avenant'); END;
CREATE TRIGGER avenant_purge BEFORE UPDATE OF motif ON avenant
WHEN NEW.motif <> '' OR NOT EXISTS (SELECT 1 FROM purge WHERE dossier = OLD.dossier)
BEGIN SELECT RAISE(ABORT, 'ajout seul : avenant'); END;
CREATE TRIGGER avenant_garde BEFORE DELETE ON avenant
BEGIN SELECT RAISE(ABORT, 'ajout seul : avenant'); END;
CREATE TRIGGER avenant_suite_fixe BEFORE UPDATE OF avenant, dossier, issue, par, fait_le ON avenant_suite
BEGIN SELECT RAISE(ABORT, 'ajout seul : avenant_suite'); END;
CREATE TRIGGER avenant_suite_purge BEFORE UPDATE OF motif ON avenant_suite
WHEN NEW.motif <> '' OR NOT EXISTS (SELECT 1 FROM purge WHERE dossier = OLD.dossier)
BEGIN SELECT RAISE(ABORT, 'ajout seul : avenant_suite'); END;
CREATE TRIGGER avenant_suite_garde BEFORE DELETE ON avenant_suite
BEGIN SELECT RAISE(ABORT, 'ajout seul : avenant_suite'); END;

-- postgresql only
CREATE TRIGGER avenant_changement_fixe BEFORE UPDATE OR DELETE ON avenant_changement
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER avenant_changement_garde BEFORE TRUNCATE ON avenant_changement EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER avenant_ligne_fixe BEFORE UPDATE OR DELETE ON avenant_ligne
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER avenant_ligne_garde BEFORE TRUNCATE ON avenant_ligne EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER avenant_signature_fixe BEFORE UPDATE OR DELETE ON avenant_signature
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER avenant_signature_garde BEFORE TRUNCATE ON avenant_signature EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER avenant_fixe BEFORE UPDATE OR DELETE ON avenant
FOR EACH ROW EXECUTE FUNCTION ajout_seul_ou_vide('{"motif": ""}');
CREATE TRIGGER avenant_garde BEFORE TRUNCATE ON avenant EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER avenant_suite_fixe BEFORE UPDATE OR DELETE ON avenant_suite
FOR EACH ROW EXECUTE FUNCTION ajout_seul_ou_vide('{"motif": ""}');
CREATE TRIGGER avenant_suite_garde BEFORE TRUNCATE ON avenant_suite EXECUTE FUNCTION ajout_seul();

-- both
