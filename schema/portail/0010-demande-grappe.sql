-- Requests for a grappe, and who agreed to be put in touch with whom.

CREATE TABLE demande_grappe (
    id TEXT PRIMARY KEY,
    compte TEXT NOT NULL REFERENCES compte (id),
    structure TEXT NOT NULL,
    couloir TEXT NOT NULL,
    heures TEXT NOT NULL,
    contact TEXT NOT NULL,
    finess TEXT NOT NULL,
    essms BIGINT NOT NULL,
    dui TEXT NOT NULL,
    editeur TEXT NOT NULL,
    contact_editeur TEXT NOT NULL,
    grappe TEXT NOT NULL,
    region TEXT NOT NULL,
    etat TEXT NOT NULL,
    faite_le TEXT NOT NULL,
    motif TEXT NOT NULL,
    traitee_par TEXT,
    traitee_le TEXT
);
CREATE INDEX demande_grappe_compte ON demande_grappe (compte);
CREATE INDEX demande_grappe_region ON demande_grappe (region, faite_le);

CREATE TABLE rapprochement (
    demande TEXT NOT NULL REFERENCES demande_grappe (id),
    autre TEXT NOT NULL REFERENCES demande_grappe (id),
    accepte_le TEXT NOT NULL,
    PRIMARY KEY (demande, autre)
);
