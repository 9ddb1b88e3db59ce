-- SPDX-License-Identifier: MIT
-- Measures: what is counted, how it is told apart, the figures of each period, and what is said of them.

-- A return of the framework knows its periods: the first day of the first one, and the last day of
-- one that is never repeated.
UPDATE framework_item SET
    from_date = (SELECT json_extract(r.value, '$.first_start')
        FROM edition e, json_each(e.source, '$.returns') r
        WHERE e.id = framework_item.edition_id AND json_extract(r.value, '$.id') = framework_item.code),
    until_date = (SELECT CASE WHEN COALESCE(json_extract(r.value, '$.repeat_months'), 0) = 0
            THEN json_extract(r.value, '$.first_end') END
        FROM edition e, json_each(e.source, '$.returns') r
        WHERE e.id = framework_item.edition_id AND json_extract(r.value, '$.id') = framework_item.code)
    WHERE list = 'return' AND edition_id IS NOT NULL;

-- Something that is counted, or a rate made of two such.
CREATE TABLE measure (
    id             INTEGER PRIMARY KEY,
    version        INTEGER NOT NULL,
    edition_id     INTEGER REFERENCES edition,        -- NULL: the force's own
    code           TEXT NOT NULL,
    area_id        INTEGER NOT NULL REFERENCES framework_item,
    title_en       TEXT NOT NULL,
    title_cy       TEXT,
    definition_en  TEXT,
    definition_cy  TEXT,
    kind           TEXT NOT NULL,                     -- count, fte, days, hours, percent, rate
    numerator_id   INTEGER REFERENCES measure,        -- of a rate
    denominator_id INTEGER REFERENCES measure,
    per            INTEGER,                           -- 100: "per 100"
    basis          TEXT NOT NULL,                     -- cohort, flow
    cadence        TEXT NOT NULL,                     -- monthly, quarterly ...
    from_date      TEXT,                              -- collected since; NULL: before any plan
    until_date     TEXT,
    mandatory      INTEGER NOT NULL,                  -- every period owes an answer
    baseline_en    TEXT,
    baseline_cy    TEXT,
    one_year_en    TEXT,                              -- outcome expected
    one_year_cy    TEXT,
    two_years_en   TEXT,
    two_years_cy   TEXT,
    good_en        TEXT,                              -- what good looks like
    good_cy        TEXT,
    source_en      TEXT,                              -- where the data already lives
    source_cy      TEXT,
    returns        TEXT,                              -- codes of the returns it goes into
    position       INTEGER NOT NULL
);
CREATE UNIQUE INDEX measure_code ON measure (COALESCE(edition_id, 0), code);
CREATE INDEX measure_area ON measure (area_id);
CREATE INDEX measure_numerator ON measure (numerator_id) WHERE numerator_id IS NOT NULL;
CREATE INDEX measure_denominator ON measure (denominator_id) WHERE denominator_id IS NOT NULL;

CREATE TABLE measure_requirement (
    id             INTEGER PRIMARY KEY,
    version        INTEGER NOT NULL,
    measure_id     INTEGER NOT NULL REFERENCES measure,
    requirement_id INTEGER NOT NULL REFERENCES requirement,
    UNIQUE (measure_id, requirement_id)
);
CREATE INDEX measure_requirement_right ON measure_requirement (requirement_id, measure_id);

-- One row of the grid: a measure told apart.
CREATE TABLE measure_line (
    id           INTEGER PRIMARY KEY,
    version      INTEGER NOT NULL,
    measure_id   INTEGER NOT NULL REFERENCES measure,
    code         TEXT NOT NULL,    -- "all", "offence-group:rape/outcome-code:16"
    title_en     TEXT NOT NULL,
    title_cy     TEXT,
    position     INTEGER NOT NULL,
    from_date    TEXT,             -- of the order it is about
    until_date   TEXT,
    further      INTEGER NOT NULL, -- a breakdown that nobody must fill
    wants_reason INTEGER NOT NULL, -- any number here is asked about
    UNIQUE (measure_id, code)
);

-- What must hold between figures of one period.
CREATE TABLE measure_relation (
    id            INTEGER PRIMARY KEY,
    version       INTEGER NOT NULL,
    edition_id    INTEGER REFERENCES edition,
    code          TEXT NOT NULL,
    rule          TEXT NOT NULL, -- at-most, equals
    lesser        TEXT NOT NULL, -- codes of measures, added up
    lesser_over   TEXT,          -- the dimension over which
    lesser_items  TEXT,          -- its values that count; NULL: all
    greater       TEXT NOT NULL,
    greater_over  TEXT,
    greater_items TEXT
);
CREATE INDEX measure_relation_edition ON measure_relation (edition_id);

-- From when on figures cannot be compared with those before.
CREATE TABLE measure_break (
    id         INTEGER PRIMARY KEY,
    version    INTEGER NOT NULL,
    edition_id INTEGER REFERENCES edition,        -- NULL: the force's own
    dated      TEXT NOT NULL,                     -- the first day of the new series
    area_id    INTEGER REFERENCES framework_item, -- NULL with the measure NULL: of all
    measure_id INTEGER REFERENCES measure,
    reason_en  TEXT NOT NULL,
    reason_cy  TEXT
);
CREATE INDEX measure_break_edition ON measure_break (edition_id);
CREATE INDEX measure_break_area ON measure_break (area_id);
CREATE INDEX measure_break_measure ON measure_break (measure_id);

-- One cell of the grid. No row: not answered. A later revision is a row of its own beside it.
CREATE TABLE measure_figure (
    id          INTEGER PRIMARY KEY,
    version     INTEGER NOT NULL,
    line_id     INTEGER NOT NULL REFERENCES measure_line,
    cadence     TEXT NOT NULL,
    starts      TEXT NOT NULL,
    ends        TEXT NOT NULL,
    revision    INTEGER NOT NULL, -- 0: the first; the highest counts
    value       INTEGER,          -- hundredths; not NULL exactly when the state is "value"
    state       TEXT NOT NULL,
    provisional INTEGER NOT NULL,
    follow_up   INTEGER NOT NULL, -- somebody wants to come back to it
    note        TEXT,
    CHECK ((state = 'value') = (value IS NOT NULL))
);
CREATE UNIQUE INDEX measure_figure_cell ON measure_figure (cadence, starts, ends, line_id, revision);
CREATE INDEX measure_figure_line ON measure_figure (line_id);

-- What is said to a question of an area about a period.
CREATE TABLE narrative (
    id          INTEGER PRIMARY KEY,
    version     INTEGER NOT NULL,
    question_id INTEGER NOT NULL REFERENCES framework_item,
    cadence     TEXT NOT NULL,
    starts      TEXT NOT NULL,
    ends        TEXT NOT NULL,
    words       TEXT NOT NULL,
    post        TEXT,
    dated       TEXT
);
CREATE UNIQUE INDEX narrative_question ON narrative (question_id, cadence, starts, ends);

-- Why a finding of the checks is as it should be; it travels with the return.
CREATE TABLE finding_answer (
    id          INTEGER PRIMARY KEY,
    version     INTEGER NOT NULL,
    return_id   TEXT NOT NULL, -- "data"
    period      TEXT NOT NULL, -- its label
    finding     TEXT NOT NULL, -- the finding's key, with the figures that it is about
    reason      TEXT NOT NULL,
    post        TEXT NOT NULL,
    dated       TEXT NOT NULL
);
CREATE UNIQUE INDEX finding_answer_finding ON finding_answer (return_id, period, finding);

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
    FROM scenario
    UNION ALL
    SELECT id, 'engagement', title,
        title || ' ' || COALESCE(place, '') || ' ' || COALESCE(safety, '')
        || ' ' || COALESCE(heard, '') || ' ' || COALESCE(owner, '')
        || ' ' || COALESCE(channel, '') || ' ' || COALESCE(audience, '')
        || ' ' || COALESCE(language, '') || ' ' || COALESCE(papers, '')
        || ' ' || COALESCE(audit, '')
    FROM engagement
    UNION ALL
    SELECT id, 'organisation', name,
        name || ' ' || COALESCE(what, '') || ' ' || COALESCE(contact, '')
        || ' ' || COALESCE(owner, '') || ' ' || COALESCE(note, '')
    FROM organisation
    UNION ALL
    SELECT id, 'finding', words,
        words || ' ' || COALESCE(answer, '') || ' ' || COALESCE(owner, '')
    FROM finding
    UNION ALL
    SELECT id, 'theme', title,
        title || ' ' || heard || ' ' || COALESCE(owner, '')
    FROM theme
    UNION ALL
    SELECT id, 'theme_step', words,
        words || ' ' || COALESCE(owner, '')
    FROM theme_step
    UNION ALL
    SELECT id, 'training_material', title,
        title || ' ' || COALESCE(issue, '') || ' ' || what || ' ' || COALESCE(owner, '')
        || ' ' || COALESCE(reference, '')
    FROM training_material
    UNION ALL
    SELECT id, 'learning', title,
        title || ' ' || COALESCE(words, '') || ' ' || COALESCE(shared_with, '')
        || ' ' || COALESCE(owner, '')
    FROM learning
    UNION ALL
    SELECT id, 'partner', name,
        name || ' ' || COALESCE(what, '') || ' ' || COALESCE(contact, '')
        || ' ' || COALESCE(crime_plan, '') || ' ' || COALESCE(owner, '')
    FROM partner
    UNION ALL
    SELECT id, 'space', name,
        name || ' ' || COALESCE(description, '') || ' ' || COALESCE(owner, '')
    FROM space
    UNION ALL
    SELECT id, 'operation', title,
        title || ' ' || COALESCE(result, '') || ' ' || COALESCE(owner, '')
    FROM operation
    UNION ALL
    SELECT id, 'streetsafe', place,
        place || ' ' || COALESCE(note, '')
    FROM streetsafe
    UNION ALL
    SELECT id, 'problem_profile', title,
        title || ' ' || why || ' ' || COALESCE(terms, '') || ' ' || COALESCE(owner, '')
    FROM problem_profile
    UNION ALL
    SELECT id, 'profile_use', what,
        what || ' ' || COALESCE(result, '') || ' ' || COALESCE(owner, '')
    FROM profile_use
    UNION ALL
    SELECT id, 'document', title,
        title || ' ' || COALESCE(issue, '') || ' ' || COALESCE(owner, '')
        || ' ' || COALESCE(reference, '') || ' ' || COALESCE(note, '')
    FROM document
    UNION ALL
    SELECT id, 'measure', title_en,
        title_en || ' ' || COALESCE(title_cy, '') || ' ' || COALESCE(definition_en, '') || ' '
        || COALESCE(definition_cy, '')
    FROM measure
    UNION ALL
    SELECT id, 'measure_break', reason_en, reason_en || ' ' || COALESCE(reason_cy, '')
    FROM measure_break
    UNION ALL
    SELECT id, 'measure_figure', note, COALESCE(note, '')
    FROM measure_figure WHERE note IS NOT NULL
    UNION ALL
    SELECT id, 'narrative', words, words || ' ' || COALESCE(post, '')
    FROM narrative
    UNION ALL
    SELECT id, 'finding_answer', reason, reason || ' ' || post
    FROM finding_answer;
