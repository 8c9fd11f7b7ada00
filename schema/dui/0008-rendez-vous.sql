-- Derived from the elements `rendez_vous`: from when to when each one happens, so that a week is
-- read without those of other years. `serie` 1: it comes back; `au` of one without end is after
-- every instant. `faits_au`: the last day whose occurrences are facts of the indicators.
CREATE TABLE rendez_vous (
    id TEXT PRIMARY KEY,
    finess_et TEXT NOT NULL,
    du TEXT NOT NULL,
    au TEXT NOT NULL,
    serie BIGINT NOT NULL,
    faits_au TEXT NOT NULL
);
CREATE INDEX rendez_vous_lieu ON rendez_vous (finess_et, du) WHERE serie = 0;
CREATE INDEX rendez_vous_lieu_serie ON rendez_vous (finess_et, au) WHERE serie = 1;
CREATE INDEX rendez_vous_faits ON rendez_vous (faits_au) WHERE serie = 1;

-- Derived: who takes part; a person, a professional's account, a room or a vehicle.
CREATE TABLE rendez_vous_participant (
    genre TEXT NOT NULL,
    participant TEXT NOT NULL,
    id TEXT NOT NULL,
    du TEXT NOT NULL,
    au TEXT NOT NULL,
    serie BIGINT NOT NULL,
    PRIMARY KEY (genre, participant, id)
);
CREATE INDEX rendez_vous_participant_id ON rendez_vous_participant (id);
CREATE INDEX rendez_vous_participant_seul ON rendez_vous_participant (genre, participant, du)
WHERE serie = 0;
CREATE INDEX rendez_vous_participant_serie ON rendez_vous_participant (genre, participant, au)
WHERE serie = 1;
