-- The money of calls and the committees that decide of it. What is said is a row that is never
-- changed: a later one counts in its place. Only a committee moves on: its version, its publication.

-- A move of the ledger: from one place to another, so that it cannot be unbalanced. No balance is
-- stored. `dossier` empty: between envelopes, or from outside.
CREATE TABLE mouvement (
    numero BIGINT PRIMARY KEY,
    genre TEXT NOT NULL,
    appel_de TEXT NOT NULL,
    guichet_de TEXT NOT NULL,
    compte_de TEXT NOT NULL,
    appel_vers TEXT NOT NULL,
    guichet_vers TEXT NOT NULL,
    compte_vers TEXT NOT NULL,
    dossier TEXT NOT NULL,
    montant BIGINT NOT NULL CHECK (montant > 0),
    motif TEXT NOT NULL,
    par TEXT NOT NULL,
    fait_le TEXT NOT NULL
);
CREATE INDEX mouvement_de ON mouvement (appel_de, guichet_de);
CREATE INDEX mouvement_vers ON mouvement (appel_vers, guichet_vers);
CREATE INDEX mouvement_dossier ON mouvement (dossier);

-- `fenetre` empty: the call has none. `quorum`: percent of those who may vote, when one was stated.
CREATE TABLE comite (
    id TEXT PRIMARY KEY,
    appel TEXT NOT NULL,
    fenetre TEXT NOT NULL,
    guichet TEXT NOT NULL,
    tenu_le TEXT NOT NULL,
    enveloppe BIGINT NOT NULL,
    quorum BIGINT,
    version BIGINT NOT NULL,
    cree_par TEXT NOT NULL REFERENCES compte (id),
    cree_le TEXT NOT NULL,
    notifie_le TEXT
);
CREATE INDEX comite_guichet ON comite (guichet, tenu_le, id);

-- The last one of a name is that scenario.
CREATE TABLE comite_scenario (
    comite TEXT NOT NULL REFERENCES comite (id),
    numero BIGINT NOT NULL,
    nom TEXT NOT NULL,
    origine TEXT NOT NULL,
    choisi BIGINT NOT NULL,
    par TEXT NOT NULL,
    ecrit_le TEXT NOT NULL,
    PRIMARY KEY (comite, numero)
);
CREATE TABLE comite_retenu (
    comite TEXT NOT NULL REFERENCES comite (id),
    scenario BIGINT NOT NULL,
    dossier TEXT NOT NULL REFERENCES dossier (id),
    PRIMARY KEY (comite, scenario, dossier)
);

-- `ecarts`: the scenarios that it departs from, a line each; then `motif` says why.
CREATE TABLE comite_avis (
    comite TEXT NOT NULL REFERENCES comite (id),
    numero BIGINT NOT NULL,
    dossier TEXT NOT NULL REFERENCES dossier (id),
    avis TEXT NOT NULL,
    recommandations TEXT NOT NULL,
    motif TEXT NOT NULL,
    ecarts TEXT NOT NULL,
    membres BIGINT NOT NULL,
    ecartes BIGINT NOT NULL,
    votants BIGINT NOT NULL,
    requis BIGINT NOT NULL,
    par TEXT NOT NULL,
    rendu_le TEXT NOT NULL,
    PRIMARY KEY (comite, numero)
);

-- What was published, with the amount as it was then.
CREATE TABLE comite_resultat (
    comite TEXT NOT NULL REFERENCES comite (id),
    dossier TEXT NOT NULL REFERENCES dossier (id),
    avis TEXT NOT NULL,
    recommandations TEXT NOT NULL,
    motif TEXT NOT NULL,
    montant BIGINT,
    notifie_le TEXT NOT NULL,
    PRIMARY KEY (comite, dossier)
);
CREATE INDEX comite_resultat_dossier ON comite_resultat (dossier);

-- A tie of a member with a body: FINESS EJ or SIRET.
CREATE TABLE comite_interet (
    comite TEXT NOT NULL REFERENCES comite (id),
    numero BIGINT NOT NULL,
    membre TEXT NOT NULL REFERENCES compte (id),
    organisme TEXT NOT NULL,
    motif TEXT NOT NULL,
    declare_le TEXT NOT NULL,
    PRIMARY KEY (comite, numero)
);
CREATE TABLE comite_vote (
    comite TEXT NOT NULL REFERENCES comite (id),
    numero BIGINT NOT NULL,
    dossier TEXT NOT NULL REFERENCES dossier (id),
    membre TEXT NOT NULL REFERENCES compte (id),
    avis TEXT NOT NULL,
    rendu_le TEXT NOT NULL,
    PRIMARY KEY (comite, numero)
);

-- A point of attention that the call states, as somebody found it in a dossier.
CREATE TABLE comite_point (
    comite TEXT NOT NULL REFERENCES comite (id),
    numero BIGINT NOT NULL,
    dossier TEXT NOT NULL REFERENCES dossier (id),
    critere TEXT NOT NULL,
    constat TEXT NOT NULL,
    texte TEXT NOT NULL,
    par TEXT NOT NULL,
    note_le TEXT NOT NULL,
    PRIMARY KEY (comite, numero)
);

-- Its establishments by kind, as they were then: what a desk funded is counted from here.
CREATE TABLE comite_part (
    comite TEXT NOT NULL REFERENCES comite (id),
    dossier TEXT NOT NULL REFERENCES dossier (id),
    secteur TEXT NOT NULL,
    departement TEXT NOT NULL,
    statut TEXT NOT NULL,
    essms BIGINT NOT NULL,
    montant BIGINT NOT NULL,
    PRIMARY KEY (comite, dossier, secteur, departement)
);

-- What a desk funded before this portail, as it states it: establishments of one kind.
CREATE TABLE portefeuille (
    guichet TEXT NOT NULL,
    numero BIGINT NOT NULL,
    source TEXT NOT NULL,
    secteur TEXT NOT NULL,
    departement TEXT NOT NULL,
    statut TEXT NOT NULL,
    essms BIGINT NOT NULL,
    montant BIGINT NOT NULL,
    par TEXT NOT NULL,
    importe_le TEXT NOT NULL,
    PRIMARY KEY (guichet, numero)
);

-- sqlite only
CREATE TRIGGER mouvement_fixe BEFORE UPDATE ON mouvement
BEGIN SELECT RAISE(ABORT, 'ajout seul : mouvement'); END;
CREATE TRIGGER mouvement_garde BEFORE DELETE ON mouvement
BEGIN SELECT RAISE(ABORT, 'ajout seul : mouvement'); END;
CREATE TRIGGER comite_scenario_fixe BEFORE UPDATE ON comite_scenario
BEGIN SELECT RAISE(ABORT, 'ajout seul : comite_scenario'); END;
CREATE TRIGGER comite_scenario_garde BEFORE DELETE ON comite_scenario
BEGIN SELECT RAISE(ABORT, 'ajout seul : comite_scenario'); END;
CREATE TRIGGER comite_retenu_fixe BEFORE UPDATE ON comite_retenu
BEGIN SELECT RAISE(ABORT, 'ajout seul : comite_retenu'); END;
CREATE TRIGGER comite_retenu_garde BEFORE DELETE ON comite_retenu
BEGIN SELECT RAISE(ABORT, 'ajout seul : comite_retenu'); END;
CREATE TRIGGER comite_avis_fixe BEFORE UPDATE ON comite_avis
BEGIN SELECT RAISE(ABORT, 'ajout seul : comite_avis'); END;
CREATE TRIGGER comite_avis_garde BEFORE DELETE ON comite_avis
BEGIN SELECT RAISE(ABORT, 'ajout seul : comite_avis'); END;
CREATE TRIGGER comite_resultat_fixe BEFORE UPDATE ON comite_resultat
BEGIN SELECT RAISE(ABORT, 'ajout seul : comite_resultat'); END;
CREATE TRIGGER comite_resultat_garde BEFORE DELETE ON comite_resultat
BEGIN SELECT RAISE(ABORT, 'ajout seul : comite_resultat'); END;
CREATE TRIGGER comite_part_fixe BEFORE UPDATE ON comite_part
BEGIN SELECT RAISE(ABORT, 'ajout seul : comite_part'); END;
CREATE TRIGGER comite_part_garde BEFORE DELETE ON comite_part
BEGIN SELECT RAISE(ABORT, 'ajout seul : comite_part'); END;
CREATE TRIGGER comite_interet_fixe BEFORE UPDATE ON comite_interet
BEGIN SELECT RAISE(ABORT, 'ajout seul : comite_interet'); END;
CREATE TRIGGER comite_interet_garde BEFORE DELETE ON comite_interet
BEGIN SELECT RAISE(ABORT, 'ajout seul : comite_interet'); END;
CREATE TRIGGER comite_vote_fixe BEFORE UPDATE ON comite_vote
BEGIN SELECT RAISE(ABORT, 'ajout seul : comite_vote'); END;
CREATE TRIGGER comite_vote_garde BEFORE DELETE ON comite_vote
BEGIN SELECT RAISE(ABORT, 'ajout seul : comite_vote'); END;
CREATE TRIGGER comite_point_fixe BEFORE UPDATE ON comite_point
BEGIN SELECT RAISE(ABORT, 'ajout seul : comite_point'); END;
CREATE TRIGGER comite_point_garde BEFORE DELETE ON comite_point
BEGIN SELECT RAISE(ABORT, 'ajout seul : comite_point'); END;
CREATE TRIGGER portefeuille_fixe BEFORE UPDATE ON portefeuille
BEGIN SELECT RAISE(ABORT, 'ajout seul : portefeuille'); END;
CREATE TRIGGER portefeuille_garde BEFORE DELETE ON portefeuille
BEGIN SELECT RAISE(ABORT, 'ajout seul : portefeuille'); END;

-- postgresql only
CREATE TRIGGER mouvement_fixe BEFORE UPDATE OR DELETE ON mouvement
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER mouvement_garde BEFORE TRUNCATE ON mouvement EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER comite_scenario_fixe BEFORE UPDATE OR DELETE ON comite_scenario
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER comite_scenario_garde BEFORE TRUNCATE ON comite_scenario EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER comite_retenu_fixe BEFORE UPDATE OR DELETE ON comite_retenu
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER comite_retenu_garde BEFORE TRUNCATE ON comite_retenu EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER comite_avis_fixe BEFORE UPDATE OR DELETE ON comite_avis
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER comite_avis_garde BEFORE TRUNCATE ON comite_avis EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER comite_resultat_fixe BEFORE UPDATE OR DELETE ON comite_resultat
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER comite_resultat_garde BEFORE TRUNCATE ON comite_resultat EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER comite_part_fixe BEFORE UPDATE OR DELETE ON comite_part
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER comite_part_garde BEFORE TRUNCATE ON comite_part EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER comite_interet_fixe BEFORE UPDATE OR DELETE ON comite_interet
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER comite_interet_garde BEFORE TRUNCATE ON comite_interet EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER comite_vote_fixe BEFORE UPDATE OR DELETE ON comite_vote
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER comite_vote_garde BEFORE TRUNCATE ON comite_vote EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER comite_point_fixe BEFORE UPDATE OR DELETE ON comite_point
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER comite_point_garde BEFORE TRUNCATE ON comite_point EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER portefeuille_fixe BEFORE UPDATE OR DELETE ON portefeuille
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER portefeuille_garde BEFORE TRUNCATE ON portefeuille EXECUTE FUNCTION ajout_seul();

-- both
