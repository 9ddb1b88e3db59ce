-- SPDX-License-Identifier: MIT
-- The skills gap: units, censuses, who is there, what is needed, and the years ahead.

-- What a narrow column calls an entry of a list.
ALTER TABLE framework_item ADD COLUMN short_en TEXT;
ALTER TABLE framework_item ADD COLUMN short_cy TEXT;

-- Plans made before took in the lists without it; they keep the framework file whole.
UPDATE framework_item SET
    short_en = (SELECT json_extract(c.value, '$.short_title.en')
        FROM edition e, json_each(e.source, '$.capabilities') c
        WHERE e.id = framework_item.edition_id AND json_extract(c.value, '$.id') = framework_item.code),
    short_cy = (SELECT json_extract(c.value, '$.short_title.cy')
        FROM edition e, json_each(e.source, '$.capabilities') c
        WHERE e.id = framework_item.edition_id AND json_extract(c.value, '$.id') = framework_item.code),
    applies = (SELECT CASE WHEN json_extract(c.value, '$.second_role') THEN 'second-role' END
        FROM edition e, json_each(e.source, '$.capabilities') c
        WHERE e.id = framework_item.edition_id AND json_extract(c.value, '$.id') = framework_item.code)
    WHERE list = 'capability' AND edition_id IS NOT NULL;

-- A part of the force that people are counted in.
CREATE TABLE unit (
    id          INTEGER PRIMARY KEY,
    version     INTEGER NOT NULL,
    name        TEXT NOT NULL,
    kind        TEXT NOT NULL,           -- force, department, team
    parent_id   INTEGER REFERENCES unit, -- what it is part of; NULL: at the top
    opened      TEXT,                    -- NULL: longer ago than any census
    closed      TEXT,                    -- its last day
    merged_into INTEGER REFERENCES unit, -- the unit that took over its people
    note        TEXT
);
CREATE INDEX unit_name ON unit (lower(COALESCE(name, '')));
CREATE INDEX unit_parent ON unit (parent_id);
CREATE INDEX unit_merged ON unit (merged_into) WHERE merged_into IS NOT NULL;

-- A day as at which specialists were counted.
CREATE TABLE census (
    id      INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    as_at   TEXT NOT NULL UNIQUE,
    note    TEXT
);

-- Why figures from a day on cannot be compared with those before it.
CREATE TABLE series_break (
    id            INTEGER PRIMARY KEY,
    version       INTEGER NOT NULL,
    dated         TEXT NOT NULL,                     -- the first day of the new series
    capability_id INTEGER REFERENCES framework_item, -- NULL: of every one
    unit_id       INTEGER REFERENCES unit,           -- NULL: of the whole force
    reason        TEXT NOT NULL
);
CREATE INDEX series_break_unit ON series_break (unit_id);
CREATE INDEX series_break_capability ON series_break (capability_id);

-- One cell of the grid. No row: not answered.
CREATE TABLE headcount (
    id            INTEGER PRIMARY KEY,
    version       INTEGER NOT NULL,
    census_id     INTEGER NOT NULL REFERENCES census,
    unit_id       INTEGER NOT NULL REFERENCES unit,
    capability_id INTEGER REFERENCES framework_item, -- NULL: distinct people, over all
    workforce     TEXT NOT NULL, -- all, officers, staff
    basis         TEXT NOT NULL, -- headcount, fte
    count         TEXT NOT NULL, -- cases, caseload, needed, establishment, in-post, trained ...
    value         INTEGER,       -- hundredths; not NULL exactly when the state is "value"
    state         TEXT NOT NULL, -- unanswered, value, not-collected, not-applicable, withheld
    note          TEXT,
    CHECK ((state = 'value') = (value IS NOT NULL))
);
-- A cell is there once, and a unit's cells of a census lie together.
CREATE UNIQUE INDEX headcount_cell ON headcount
    (census_id, unit_id, COALESCE(capability_id, 0), count, workforce, basis);
CREATE INDEX headcount_unit ON headcount (unit_id);
CREATE INDEX headcount_capability ON headcount (capability_id);

-- How specialists are sent to cases.
CREATE TABLE deployment_model (
    id          INTEGER PRIMARY KEY,
    version     INTEGER NOT NULL,
    title       TEXT NOT NULL,
    unit_id     INTEGER REFERENCES unit, -- NULL: of the whole force
    owner       TEXT,                    -- a post
    adopted     TEXT,
    review      TEXT,                    -- due
    description TEXT,
    cases       INTEGER,                 -- in the last half-year
    cases_with  INTEGER                  -- of them, with a specialist deployed
);
CREATE INDEX deployment_model_unit ON deployment_model (unit_id);

CREATE TABLE deployment_model_capability (
    id                  INTEGER PRIMARY KEY,
    version             INTEGER NOT NULL,
    deployment_model_id INTEGER NOT NULL REFERENCES deployment_model,
    capability_id       INTEGER NOT NULL REFERENCES framework_item,
    UNIQUE (deployment_model_id, capability_id)
);
CREATE INDEX deployment_model_capability_right
    ON deployment_model_capability (capability_id, deployment_model_id);

-- One way the next four years could go.
CREATE TABLE scenario (
    id          INTEGER PRIMARY KEY,
    version     INTEGER NOT NULL,
    title       TEXT NOT NULL,
    kind        TEXT NOT NULL, -- as-now, growth, planned
    growth      INTEGER,       -- of demand a year, hundredths of a percent
    assumptions TEXT NOT NULL
);

-- What a scenario plans for one capability in one of its years.
CREATE TABLE scenario_year (
    id            INTEGER PRIMARY KEY,
    version       INTEGER NOT NULL,
    scenario_id   INTEGER NOT NULL REFERENCES scenario,
    capability_id INTEGER NOT NULL REFERENCES framework_item,
    year          INTEGER NOT NULL, -- 1 to 4 after the census
    intakes       INTEGER,          -- people who become deployable
    leavers       INTEGER,          -- people who stop being it
    UNIQUE (scenario_id, capability_id, year)
);
CREATE INDEX scenario_year_capability ON scenario_year (capability_id);

-- What can be searched now.
DROP VIEW searchable;
CREATE VIEW searchable (id, source, title, words) AS
    SELECT id, 'activity', title,
        title || ' ' || COALESCE(description, '') || ' ' || COALESCE(owner, '') || ' '
        || COALESCE(unit, '') || ' ' || COALESCE(success_measure, '') || ' '
        || COALESCE(risks, '') || ' ' || COALESCE(blockers, '') || ' '
        || COALESCE(cancel_reason, '')
    FROM activity
    UNION ALL
    SELECT id, 'evidence', title,
        title || ' ' || COALESCE(reference, '') || ' ' || COALESCE(proves, '')
    FROM evidence
    UNION ALL
    SELECT id, 'dated_update', words,
        words || ' ' || COALESCE(post, '') || ' ' || COALESCE(retract_reason, '')
    FROM dated_update
    UNION ALL
    SELECT id, 'recommendation', title,
        reference || ' ' || title || ' ' || COALESCE(owner, '') || ' '
        || COALESCE(link, '') || ' ' || COALESCE(note, '')
    FROM recommendation
    UNION ALL
    SELECT id, 'deadline_change', reason, reason || ' ' || COALESCE(approved_by, '')
    FROM deadline_change
    UNION ALL
    SELECT id, 'requirement', code || ' ' || title_en,
        code || ' ' || title_en || ' ' || COALESCE(title_cy, '') || ' ' || duty_en
        || ' ' || COALESCE(duty_cy, '') || ' ' || COALESCE(owner, '') || ' '
        || COALESCE(success_measure, '') || ' ' || COALESCE(not_applicable_reason, '')
        || ' ' || COALESCE(waiting_reason, '') || ' ' || COALESCE(override_reason, '')
    FROM requirement
    UNION ALL
    SELECT id, 'unit', name, name || ' ' || COALESCE(note, '')
    FROM unit
    UNION ALL
    SELECT id, 'census', as_at, COALESCE(note, '')
    FROM census
    UNION ALL
    SELECT id, 'series_break', reason, reason
    FROM series_break
    UNION ALL
    SELECT id, 'headcount', note, COALESCE(note, '')
    FROM headcount WHERE note IS NOT NULL
    UNION ALL
    SELECT id, 'deployment_model', title,
        title || ' ' || COALESCE(owner, '') || ' ' || COALESCE(description, '')
    FROM deployment_model
    UNION ALL
    SELECT id, 'scenario', title, title || ' ' || assumptions
    FROM scenario;
