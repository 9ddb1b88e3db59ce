-- SPDX-License-Identifier: MIT
-- The first schema of a plan. Rules for every table here and later:
--   ids are 63-bit numbers made by the program, ordered by time, unique across all tables;
--   version counts the saves of a row; a save names the version it read;
--   dates are ISO text ("2022-03-31"), times ISO text in UTC, yes/no is 0 or 1;
--   choices are kept as their key, never as a word of some language.

-- Which migrations have been applied.
CREATE TABLE schema_version (
    number  INTEGER PRIMARY KEY, -- that of the file
    name    TEXT NOT NULL,       -- its name
    applied TEXT NOT NULL        -- when
);

-- History ------------------------------------------------------------------------------------

-- One act of one person: what undo takes back in one step.
CREATE TABLE batch (
    id     INTEGER PRIMARY KEY,
    made   TEXT NOT NULL,           -- when, UTC
    login  TEXT NOT NULL,           -- the operating system's name for who did it
    post   TEXT NOT NULL,           -- the post given in the program
    kind   TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo', 'fixed')), -- fixed: never undone
    title  TEXT NOT NULL,           -- what was done, in the words of the language it was done in
    undoes INTEGER REFERENCES batch -- the batch this one is the inverse of
);
CREATE INDEX batch_undoes ON batch (undoes) WHERE undoes IS NOT NULL;

-- What one batch did to one row: only the fields that changed, as {"field": "canonical text"}.
CREATE TABLE change (
    id         INTEGER PRIMARY KEY,
    batch_id   INTEGER NOT NULL REFERENCES batch,
    table_name TEXT NOT NULL,
    row_id     INTEGER NOT NULL,
    verb       TEXT NOT NULL CHECK (verb IN ('insert', 'update', 'delete')),
    before     TEXT,                -- NULL for an insert
    after      TEXT                 -- NULL for a delete
);
CREATE INDEX change_batch ON change (batch_id);
CREATE INDEX change_row ON change (row_id);

-- The plan itself ----------------------------------------------------------------------------

-- What holds for the whole plan: force, start, thresholds.
CREATE TABLE setting (
    id      INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    name    TEXT NOT NULL UNIQUE, -- for instance "force"
    value   TEXT                  -- canonical text of whatever kind the setting is
);

-- Exports made: who sent what to whom, and why.
CREATE TABLE export_log (
    id             INTEGER PRIMARY KEY,
    version        INTEGER NOT NULL,
    made           TEXT NOT NULL, -- the day
    return_id      TEXT NOT NULL, -- "action-plan"
    period         TEXT NOT NULL, -- "2021-22-Q4"
    format         TEXT NOT NULL, -- xlsx, csv or pdf
    classification TEXT NOT NULL, -- OFFICIAL or OFFICIAL-SENSITIVE
    file           TEXT NOT NULL, -- the name, without the folder
    recipient      TEXT,          -- to whom
    reason         TEXT           -- what for
);

-- The framework, copied into the plan -----------------------------------------------------------

CREATE TABLE edition (
    id        INTEGER PRIMARY KEY,
    version   INTEGER NOT NULL,
    code      TEXT NOT NULL UNIQUE, -- "vawg-year-1"
    title_en  TEXT NOT NULL,
    title_cy  TEXT,
    launched  TEXT NOT NULL,        -- the day the clocks of immediate duties start
    source    TEXT                  -- the framework file whole, for what has no table of its own
);

CREATE TABLE pillar (
    id         INTEGER PRIMARY KEY,
    version    INTEGER NOT NULL,
    edition_id INTEGER NOT NULL REFERENCES edition,
    code       TEXT NOT NULL,       -- "1"
    title_en   TEXT NOT NULL,
    title_cy   TEXT,
    position   INTEGER NOT NULL,    -- order in the framework
    UNIQUE (edition_id, code)
);

CREATE TABLE action (
    id        INTEGER PRIMARY KEY,
    version   INTEGER NOT NULL,
    pillar_id INTEGER NOT NULL REFERENCES pillar,
    code      TEXT NOT NULL,        -- "8"
    title_en  TEXT NOT NULL,
    title_cy  TEXT,
    short_en  TEXT NOT NULL,        -- for charts and narrow columns
    short_cy  TEXT,
    position  INTEGER NOT NULL,
    UNIQUE (pillar_id, code)
);
CREATE INDEX action_pillar ON action (pillar_id);

CREATE TABLE requirement (
    id               INTEGER PRIMARY KEY,
    version          INTEGER NOT NULL,
    action_id        INTEGER NOT NULL REFERENCES action,
    code             TEXT NOT NULL, -- "8.2"
    title_en         TEXT NOT NULL,
    title_cy         TEXT,
    duty_en          TEXT NOT NULL, -- what has to be done, in plain words
    duty_cy          TEXT,
    evidence_en      TEXT,          -- what would show it
    evidence_cy      TEXT,
    position         INTEGER NOT NULL,
    cadence          TEXT NOT NULL, -- once, continuous, immediate, quarterly, six-monthly, review
    deadline         TEXT,          -- the original one; NULL: follows from the cadence
    repeat_months    INTEGER NOT NULL DEFAULT 0, -- length of the clock; 0: none
    repeat_from      TEXT,          -- the first intended date of the clock
    -- what the force says of it:
    owner            TEXT,          -- a post
    success_measure  TEXT,          -- how it will be known to have worked
    success_met      TEXT,          -- the day that was confirmed
    not_applicable   INTEGER NOT NULL DEFAULT 0,
    not_applicable_reason TEXT,
    not_applicable_by     TEXT,     -- the post that approved it
    waiting          INTEGER NOT NULL DEFAULT 0, -- on others
    waiting_reason   TEXT,
    waiting_review   TEXT,          -- lapses after this day
    override_rating  TEXT,          -- a rating's key
    override_reason  TEXT,
    override_by      TEXT,          -- a post
    override_on      TEXT,
    override_review  TEXT,          -- lapses after this day
    UNIQUE (action_id, code)
);
CREATE INDEX requirement_action ON requirement (action_id);

-- Which requirement of one edition became which of another.
CREATE TABLE crosswalk (
    id       INTEGER PRIMARY KEY,
    version  INTEGER NOT NULL,
    from_id  INTEGER NOT NULL REFERENCES requirement,
    to_id    INTEGER NOT NULL REFERENCES requirement,
    UNIQUE (from_id, to_id)
);
CREATE INDEX crosswalk_to ON crosswalk (to_id);

-- The framework's lists: capabilities, kinds of engagement, groups, orders, offences, outcomes ...
CREATE TABLE framework_item (
    id         INTEGER PRIMARY KEY,
    version    INTEGER NOT NULL,
    edition_id INTEGER REFERENCES edition, -- NULL: the force's own
    list       TEXT NOT NULL,       -- "capability"
    code       TEXT NOT NULL,       -- "pip-2"
    title_en   TEXT NOT NULL,
    title_cy   TEXT,
    position   INTEGER NOT NULL,
    from_date  TEXT,                -- when the thing began to exist
    until_date TEXT,                -- and ended
    applies    TEXT,                -- the counts that apply to it, separated by spaces
    UNIQUE (list, edition_id, code)
);
CREATE INDEX framework_item_edition ON framework_item (edition_id);

-- What the force does ------------------------------------------------------------------------------

CREATE TABLE activity (
    id              INTEGER PRIMARY KEY,
    version         INTEGER NOT NULL,
    title           TEXT NOT NULL,
    description     TEXT,
    owner           TEXT,           -- a post
    unit            TEXT,
    state           TEXT NOT NULL,  -- not-started, in-progress, blocked, complete, cancelled
    start           TEXT,
    due             TEXT,
    completed       TEXT,
    percent         INTEGER NOT NULL DEFAULT 0,
    key_milestone   INTEGER NOT NULL DEFAULT 0, -- may pull a rating down by itself
    success_measure TEXT,
    risks           TEXT,
    blockers        TEXT,
    cancel_reason   TEXT
);
CREATE INDEX activity_title ON activity (lower(COALESCE(title, '')));
CREATE INDEX activity_owner ON activity (lower(COALESCE(owner, '')));
CREATE INDEX activity_unit ON activity (lower(COALESCE(unit, '')));
CREATE INDEX activity_state ON activity (state);
CREATE INDEX activity_start ON activity (COALESCE(start, '9999'));
CREATE INDEX activity_due ON activity (COALESCE(due, '9999'));
CREATE INDEX activity_completed ON activity (COALESCE(completed, '9999'));
CREATE INDEX activity_percent ON activity (percent);
-- Everything a rating asks of an activity, so that it need not read the rows.
CREATE INDEX activity_standing ON activity
    (id, state, percent, start, due, completed, key_milestone, cancel_reason);

CREATE TABLE activity_requirement (
    id             INTEGER PRIMARY KEY,
    version        INTEGER NOT NULL,
    activity_id    INTEGER NOT NULL REFERENCES activity,
    requirement_id INTEGER NOT NULL REFERENCES requirement,
    UNIQUE (activity_id, requirement_id)
);
CREATE INDEX activity_requirement_right ON activity_requirement (requirement_id, activity_id);

CREATE TABLE evidence (
    id        INTEGER PRIMARY KEY,
    version   INTEGER NOT NULL,
    title     TEXT NOT NULL,
    kind      TEXT NOT NULL,        -- document, minutes, data, communication, training, review, other
    dated     TEXT NOT NULL,        -- its own date
    expires   TEXT,                 -- after this day it proves nothing
    reference TEXT,                 -- a link, a file or where to find it
    proves    TEXT
);
CREATE INDEX evidence_title ON evidence (lower(COALESCE(title, '')));
CREATE INDEX evidence_dated ON evidence (COALESCE(dated, '9999'));

CREATE TABLE evidence_requirement (
    id             INTEGER PRIMARY KEY,
    version        INTEGER NOT NULL,
    evidence_id    INTEGER NOT NULL REFERENCES evidence,
    requirement_id INTEGER NOT NULL REFERENCES requirement,
    UNIQUE (evidence_id, requirement_id)
);
CREATE INDEX evidence_requirement_right ON evidence_requirement (requirement_id, evidence_id);

CREATE TABLE evidence_activity (
    id          INTEGER PRIMARY KEY,
    version     INTEGER NOT NULL,
    evidence_id INTEGER NOT NULL REFERENCES evidence,
    activity_id INTEGER NOT NULL REFERENCES activity,
    UNIQUE (evidence_id, activity_id)
);
CREATE INDEX evidence_activity_right ON evidence_activity (activity_id, evidence_id);

-- Dated updates: never overwritten, only retracted.
CREATE TABLE dated_update (
    id             INTEGER PRIMARY KEY,
    version        INTEGER NOT NULL,
    kind           TEXT NOT NULL,   -- progress, decision, finding, risk
    dated          TEXT NOT NULL,
    words          TEXT NOT NULL,
    post           TEXT,            -- who says so
    requirement_id INTEGER REFERENCES requirement,
    activity_id    INTEGER REFERENCES activity,
    retracted      INTEGER NOT NULL DEFAULT 0,
    retract_reason TEXT,
    CHECK (requirement_id IS NOT NULL OR activity_id IS NOT NULL)
);
CREATE INDEX dated_update_requirement ON dated_update (requirement_id);
CREATE INDEX dated_update_activity ON dated_update (activity_id);
CREATE INDEX dated_update_dated ON dated_update (COALESCE(dated, '9999'));

-- Each move of a deadline; the current deadline is the newest one's.
CREATE TABLE deadline_change (
    id             INTEGER PRIMARY KEY,
    version        INTEGER NOT NULL,
    requirement_id INTEGER NOT NULL REFERENCES requirement,
    old_date       TEXT,
    new_date       TEXT NOT NULL,
    reason         TEXT NOT NULL,
    approved_by    TEXT             -- a post; NULL: no recorded approval
);
CREATE INDEX deadline_change_requirement ON deadline_change (requirement_id);

-- A repeating duty done for one of its periods.
CREATE TABLE duty_done (
    id             INTEGER PRIMARY KEY,
    version        INTEGER NOT NULL,
    requirement_id INTEGER NOT NULL REFERENCES requirement,
    intended       TEXT NOT NULL,   -- the due date that it answers: the clock runs from here
    done           TEXT NOT NULL,   -- the day it was done
    post           TEXT,
    UNIQUE (requirement_id, intended)
);

-- What others (HMICFRS, IOPC, reviews ...) recommended.
CREATE TABLE recommendation (
    id         INTEGER PRIMARY KEY,
    version    INTEGER NOT NULL,
    body       TEXT NOT NULL,       -- hmicfrs, iopc, homicide-review, nvap, soteria, other
    reference  TEXT NOT NULL,       -- its number or name there
    title      TEXT NOT NULL,
    status     TEXT NOT NULL,       -- open, in-progress, complete, not-accepted
    made       TEXT,                -- when it was made
    due        TEXT,
    owner      TEXT,                -- a post
    link       TEXT,
    note       TEXT
);

CREATE TABLE recommendation_requirement (
    id                INTEGER PRIMARY KEY,
    version           INTEGER NOT NULL,
    recommendation_id INTEGER NOT NULL REFERENCES recommendation,
    requirement_id    INTEGER NOT NULL REFERENCES requirement,
    UNIQUE (recommendation_id, requirement_id)
);
CREATE INDEX recommendation_requirement_right
    ON recommendation_requirement (requirement_id, recommendation_id);

-- What follows from it ---------------------------------------------------------------------------

-- Everything that evidences a requirement, whichever register it lies in.
CREATE VIEW requirement_evidence (requirement_id, source, row_id, title, dated, expires) AS
    SELECT l.requirement_id, 'evidence', e.id, e.title, e.dated, e.expires
    FROM evidence_requirement l JOIN evidence e ON e.id = l.evidence_id
    UNION
    SELECT a.requirement_id, 'evidence', e.id, e.title, e.dated, e.expires
    FROM evidence_activity l
        JOIN evidence e ON e.id = l.evidence_id
        JOIN activity_requirement a ON a.activity_id = l.activity_id;

-- Search ------------------------------------------------------------------------------------------

-- The words that are searched: those of the fields marked FIELD_SEARCHED, in their order, with a
-- space between. A test holds this view to the descriptors.
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
    FROM requirement;

-- The index over it, fed by the store; rowid is the row's id, so "newest first" is its own order.
CREATE VIRTUAL TABLE search USING fts5 (
    words, content = 'searchable', content_rowid = 'id', prefix = '1 2 3 4',
    tokenize = 'unicode61 remove_diacritics 2'
);
