-- The waiting list of a committee, and what of it is told when money returns to an envelope. Rows
-- come and are never changed.

-- The rank that an opinion gives; no row: it is no opinion of waiting.
CREATE TABLE comite_avis_rang (
    comite TEXT NOT NULL REFERENCES comite (id),
    numero BIGINT NOT NULL,
    rang BIGINT NOT NULL CHECK (rang > 0),
    PRIMARY KEY (comite, numero)
);

-- As it was published. `apres`: the last move of the ledger then; what returns later is told.
CREATE TABLE comite_attente (
    comite TEXT NOT NULL REFERENCES comite (id),
    dossier TEXT NOT NULL REFERENCES dossier (id),
    rang BIGINT NOT NULL CHECK (rang > 0),
    apres BIGINT NOT NULL,
    PRIMARY KEY (comite, dossier),
    UNIQUE (comite, rang)
);

-- What was told of an envelope: every return up to that move of the ledger, and what was free then.
CREATE TABLE reveil (
    appel TEXT NOT NULL,
    guichet TEXT NOT NULL,
    mouvement BIGINT NOT NULL REFERENCES mouvement (numero),
    revenu BIGINT NOT NULL CHECK (revenu > 0),
    libre BIGINT NOT NULL,
    dit_le TEXT NOT NULL,
    PRIMARY KEY (appel, guichet, mouvement)
);
-- What held in it. `saute`: only when a dossier of a better rank is passed over.
CREATE TABLE reveil_dossier (
    appel TEXT NOT NULL,
    guichet TEXT NOT NULL,
    mouvement BIGINT NOT NULL,
    ordre BIGINT NOT NULL,
    dossier TEXT NOT NULL REFERENCES dossier (id),
    montant BIGINT NOT NULL,
    saute BIGINT NOT NULL,
    PRIMARY KEY (appel, guichet, mouvement, ordre),
    FOREIGN KEY (appel, guichet, mouvement) REFERENCES reveil (appel, guichet, mouvement)
);

-- sqlite only
CREATE TRIGGER comite_avis_rang_fixe BEFORE UPDATE ON comite_avis_rang
BEGIN SELECT RAISE(ABORT, 'ajout seul : comite_avis_rang'); END;
CREATE TRIGGER comite_avis_rang_garde BEFORE DELETE ON comite_avis_rang
BEGIN SELECT RAISE(ABORT, 'ajout seul : comite_avis_rang'); END;
CREATE TRIGGER comite_attente_fixe BEFORE UPDATE ON comite_attente
BEGIN SELECT RAISE(ABORT, 'ajout seul : comite_attente'); END;
CREATE TRIGGER comite_attente_garde BEFORE DELETE ON comite_attente
BEGIN SELECT RAISE(ABORT, 'ajout seul : comite_attente'); END;
CREATE TRIGGER reveil_fixe BEFORE UPDATE ON reveil
BEGIN SELECT RAISE(ABORT, 'ajout seul : reveil'); END;
CREATE TRIGGER reveil_garde BEFORE DELETE ON reveil
BEGIN SELECT RAISE(ABORT, 'ajout seul : reveil'); END;
CREATE TRIGGER reveil_dossier_fixe BEFORE UPDATE ON reveil_dossier
BEGIN SELECT RAISE(ABORT, 'ajout seul : reveil_dossier'); END;
CREATE TRIGGER reveil_dossier_garde BEFORE DELETE ON reveil_dossier
BEGIN SELECT RAISE(ABORT, 'ajout seul : reveil_dossier'); END;

-- postgresql only
CREATE TRIGGER comite_avis_rang_fixe BEFORE UPDATE OR DELETE ON comite_avis_rang
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER comite_avis_rang_garde BEFORE TRUNCATE ON comite_avis_rang EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER comite_attente_fixe BEFORE UPDATE OR DELETE ON comite_attente
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER comite_attente_garde BEFORE TRUNCATE ON comite_attente EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER reveil_fixe BEFORE UPDATE OR DELETE ON reveil
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER reveil_garde BEFORE TRUNCATE ON reveil EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER reveil_dossier_fixe BEFORE UPDATE OR DELETE ON reveil_dossier
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER reveil_dossier_garde BEFORE TRUNCATE ON reveil_dossier EXECUTE FUNCTION ajout_seul();

-- both
