-- Who waits for a place, before any record is opened: not a person of the record, counted by no
-- indicator, and erased on a retention of its own. So it is not an element, which nothing erases.
CREATE TABLE attente (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL,
    finess_et TEXT NOT NULL,
    etat TEXT NOT NULL,
    touchee_le TEXT NOT NULL,
    contenu TEXT NOT NULL
);
CREATE INDEX attente_lieu ON attente (finess_et, etat, id);
CREATE INDEX attente_conservation ON attente (touchee_le);
