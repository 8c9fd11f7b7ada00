-- Proposals that a committee had computed: what it stated and what was found, as it was said then.
-- Nothing of it decides: one that is kept under a name is a scenario (comite_scenario).
CREATE TABLE comite_proposition (
    comite TEXT NOT NULL REFERENCES comite (id),
    numero BIGINT NOT NULL,
    enveloppe BIGINT NOT NULL,
    etat TEXT NOT NULL,
    preuve TEXT NOT NULL,
    departagee BIGINT NOT NULL,
    interrompue BIGINT NOT NULL,
    retenus BIGINT NOT NULL,
    points BIGINT NOT NULL,
    montant BIGINT NOT NULL,
    phrase TEXT NOT NULL,
    par TEXT NOT NULL REFERENCES compte (id),
    calculee_le TEXT NOT NULL,
    PRIMARY KEY (comite, numero)
);

-- One thing stated, or one thing found: `genre` says what the others mean.
CREATE TABLE comite_proposition_ligne (
    comite TEXT NOT NULL REFERENCES comite (id),
    proposition BIGINT NOT NULL,
    rang BIGINT NOT NULL,
    genre TEXT NOT NULL,
    cle TEXT NOT NULL,
    valeur TEXT NOT NULL,
    nom TEXT NOT NULL,
    points BIGINT,
    montant BIGINT,
    texte TEXT NOT NULL,
    PRIMARY KEY (comite, proposition, rang)
);

-- sqlite only
CREATE TRIGGER comite_proposition_fixe BEFORE UPDATE ON comite_proposition
BEGIN SELECT RAISE(ABORT, 'ajout seul : comite_proposition'); END;
CREATE TRIGGER comite_proposition_garde BEFORE DELETE ON comite_proposition
BEGIN SELECT RAISE(ABORT, 'ajout seul : comite_proposition'); END;
CREATE TRIGGER comite_proposition_ligne_fixe BEFORE UPDATE ON comite_proposition_ligne
BEGIN SELECT RAISE(ABORT, 'ajout seul : comite_proposition_ligne'); END;
CREATE TRIGGER comite_proposition_ligne_garde BEFORE DELETE ON comite_proposition_ligne
BEGIN SELECT RAISE(ABORT, 'ajout seul : comite_proposition_ligne'); END;

-- postgresql only
CREATE TRIGGER comite_proposition_fixe BEFORE UPDATE OR DELETE ON comite_proposition
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER comite_proposition_garde BEFORE TRUNCATE ON comite_proposition EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER comite_proposition_ligne_fixe BEFORE UPDATE OR DELETE ON comite_proposition_ligne
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER comite_proposition_ligne_garde BEFORE TRUNCATE ON comite_proposition_ligne EXECUTE FUNCTION ajout_seul();

-- both
