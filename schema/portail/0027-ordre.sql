-- Payment orders: the valid payments of a desk leave once, in a numbered batch whose files stay as they
-- were made, sealed; what the bank does of each is a row. Rows come and are never changed.

-- The account in place when a payment was validated; no row: none was given yet.
CREATE TABLE versement_compte (
    versement TEXT PRIMARY KEY REFERENCES versement (id),
    rang BIGINT NOT NULL
);

-- An account that changed after a validation, said to be right by the porteur, with its password.
CREATE TABLE convention_confirmation (
    convention TEXT NOT NULL REFERENCES convention (id),
    rang BIGINT NOT NULL,
    par TEXT NOT NULL REFERENCES compte (id),
    confirmees_le TEXT NOT NULL,
    PRIMARY KEY (convention, rang)
);

-- `guichet`: code of a region, or "national". No sum is stored.
CREATE TABLE ordre (
    id TEXT PRIMARY KEY,
    guichet TEXT NOT NULL,
    numero BIGINT NOT NULL,
    emis_par TEXT NOT NULL REFERENCES compte (id),
    emis_le TEXT NOT NULL,
    UNIQUE (guichet, numero)
);

-- A payment is in one order at most. `coordonnees`: the rank of the account that it is paid to.
CREATE TABLE ordre_ligne (
    ordre TEXT NOT NULL REFERENCES ordre (id),
    rang BIGINT NOT NULL,
    versement TEXT NOT NULL UNIQUE REFERENCES versement (id),
    coordonnees BIGINT NOT NULL,
    PRIMARY KEY (ordre, rang)
);

-- `empreinte`: SHA-256 of the bytes, which are sealed for their order.
CREATE TABLE ordre_fichier (
    ordre TEXT NOT NULL REFERENCES ordre (id),
    format TEXT NOT NULL,
    empreinte TEXT NOT NULL,
    taille BIGINT NOT NULL,
    scelle TEXT NOT NULL,
    PRIMARY KEY (ordre, format)
);

-- Who took a file, and when: the first time, then copies.
CREATE TABLE ordre_remise (
    ordre TEXT NOT NULL REFERENCES ordre (id),
    numero BIGINT NOT NULL,
    format TEXT NOT NULL,
    par TEXT NOT NULL REFERENCES compte (id),
    remis_le TEXT NOT NULL,
    PRIMARY KEY (ordre, numero)
);

-- `sort`: execute or rejete, by the bank; `motif`: why it rejects.
CREATE TABLE versement_sort (
    versement TEXT PRIMARY KEY REFERENCES ordre_ligne (versement),
    sort TEXT NOT NULL,
    motif TEXT NOT NULL,
    par TEXT NOT NULL REFERENCES compte (id),
    note_le TEXT NOT NULL
);

-- sqlite only
CREATE TRIGGER versement_compte_fixe BEFORE UPDATE ON versement_compte
BEGIN SELECT RAISE(ABORT, 'ajout seul : versement_compte'); END;
CREATE TRIGGER versement_compte_garde BEFORE DELETE ON versement_compte
BEGIN SELECT RAISE(ABORT, 'ajout seul : versement_compte'); END;
CREATE TRIGGER convention_confirmation_fixe BEFORE UPDATE ON convention_confirmation
BEGIN SELECT RAISE(ABORT, 'ajout seul : convention_confirmation'); END;
CREATE TRIGGER convention_confirmation_garde BEFORE DELETE ON convention_confirmation
BEGIN SELECT RAISE(ABORT, 'ajout seul : convention_confirmation'); END;
CREATE TRIGGER ordre_fixe BEFORE UPDATE ON ordre
BEGIN SELECT RAISE(ABORT, 'ajout seul : ordre'); END;
CREATE TRIGGER ordre_garde BEFORE DELETE ON ordre
BEGIN SELECT RAISE(ABORT, 'ajout seul : ordre'); END;
CREATE TRIGGER ordre_ligne_fixe BEFORE UPDATE ON ordre_ligne
BEGIN SELECT RAISE(ABORT, 'ajout seul : ordre_ligne'); END;
CREATE TRIGGER ordre_ligne_garde BEFORE DELETE ON ordre_ligne
BEGIN SELECT RAISE(ABORT, 'ajout seul : ordre_ligne'); END;
CREATE TRIGGER ordre_fichier_fixe BEFORE UPDATE ON ordre_fichier
BEGIN SELECT RAISE(ABORT, 'ajout seul : ordre_fichier'); END;
CREATE TRIGGER ordre_fichier_garde BEFORE DELETE ON ordre_fichier
BEGIN SELECT RAISE(ABORT, 'ajout seul : ordre_fichier'); END;
CREATE TRIGGER ordre_remise_fixe BEFORE UPDATE ON ordre_remise
BEGIN SELECT RAISE(ABORT, 'ajout seul : ordre_remise'); END;
CREATE TRIGGER ordre_remise_garde BEFORE DELETE ON ordre_remise
BEGIN SELECT RAISE(ABORT, 'ajout seul : ordre_remise'); END;
CREATE TRIGGER versement_sort_fixe BEFORE UPDATE ON versement_sort
BEGIN SELECT RAISE(ABORT, 'ajout seul : versement_sort'); END;
CREATE TRIGGER versement_sort_garde BEFORE DELETE ON versement_sort
BEGIN SELECT RAISE(ABORT, 'ajout seul : versement_sort'); END;

-- postgresql only
CREATE TRIGGER versement_compte_fixe BEFORE UPDATE OR DELETE ON versement_compte
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER versement_compte_garde BEFORE TRUNCATE ON versement_compte EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER convention_confirmation_fixe BEFORE UPDATE OR DELETE ON convention_confirmation
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER convention_confirmation_garde BEFORE TRUNCATE ON convention_confirmation EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER ordre_fixe BEFORE UPDATE OR DELETE ON ordre
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER ordre_garde BEFORE TRUNCATE ON ordre EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER ordre_ligne_fixe BEFORE UPDATE OR DELETE ON ordre_ligne
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER ordre_ligne_garde BEFORE TRUNCATE ON ordre_ligne EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER ordre_fichier_fixe BEFORE UPDATE OR DELETE ON ordre_fichier
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER ordre_fichier_garde BEFORE TRUNCATE ON ordre_fichier EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER ordre_remise_fixe BEFORE UPDATE OR DELETE ON ordre_remise
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER ordre_remise_garde BEFORE TRUNCATE ON ordre_remise EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER versement_sort_fixe BEFORE UPDATE OR DELETE ON versement_sort
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER versement_sort_garde BEFORE TRUNCATE ON versement_sort EXECUTE FUNCTION ajout_seul();

-- both
