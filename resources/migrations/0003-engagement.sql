-- SPDX-License-Identifier: MIT
-- Engagement that changed something, the spaces that are dangerous, and the documents that duties
-- ask for.

-- Plans made before took in the framework's lists without what the rules need to know of them;
-- they keep the framework file whole. That a communication hears nobody stood only in its note.
UPDATE framework_item SET applies = (
        SELECT NULLIF(ltrim(
            CASE WHEN json_extract(k.value, '$.internal') THEN ' internal' ELSE '' END
            || CASE WHEN json_extract(k.value, '$.one_way')
                OR (e.code = 'vawg-year-1' AND framework_item.code = 'communication')
                THEN ' one-way' ELSE '' END
            || COALESCE((SELECT ' ' || group_concat(r.value, ' ')
                FROM json_each(k.value, '$.requirements') r), '')), '')
        FROM edition e, json_each(e.source, '$.engagement_kinds') k
        WHERE e.id = framework_item.edition_id AND json_extract(k.value, '$.id') = framework_item.code)
    WHERE list = 'engagement-kind' AND edition_id IS NOT NULL;
UPDATE framework_item SET applies = (
        SELECT CASE WHEN json_extract(g.value, '$.each_quarter') THEN 'each-quarter' END
        FROM edition e, json_each(e.source, '$.groups') g
        WHERE e.id = framework_item.edition_id AND json_extract(g.value, '$.id') = framework_item.code)
    WHERE list = 'group' AND edition_id IS NOT NULL;

-- And the lists that the file of the first edition had not yet. The program makes ids far above.
INSERT INTO framework_item (id, version, edition_id, list, code, title_en, title_cy, position, applies)
    SELECT n.id, 1, e.id, n.list, n.code, n.title_en, n.title_cy, n.position, n.applies
    FROM edition e, (SELECT column1 AS id, column2 AS list, column3 AS code, column4 AS position,
        column5 AS applies, column6 AS title_en, column7 AS title_cy FROM (VALUES
    (1, 'document-kind', 'priority-plan', 0, '9.1',
        'Priority plan', 'Cynllun blaenoriaethau'),
    (2, 'document-kind', 'policy', 1, '9.1',
        'Policy or procedure', 'Polisi neu weithdrefn'),
    (3, 'document-kind', 'partnership-plan', 2, '9.2',
        'Partnership plan', 'Cynllun partneriaeth'),
    (4, 'document-kind', 'strategy', 3, '9.3',
        'Communications and engagement strategy', 'Strategaeth cyfathrebu ac ymgysylltu'),
    (5, 'document-kind', 'crime-plan', 4, '10.5',
        'Police and crime plan', 'Cynllun heddlu a throseddu'),
    (6, 'document-kind', 'offender-process', 5, '5.1',
        'Process to identify and manage the highest harm', 'Proses i adnabod a rheoli''r niwed mwyaf'),
    (7, 'document-kind', 'risk-tool', 6, '5.2',
        'Risk tool', 'Offeryn asesu risg'),
    (8, 'document-kind', 'non-compliance-review', 7, '6.2',
        'Review of non-compliance with orders', 'Adolygiad o beidio â chadw at orchmynion'),
    (9, 'document-kind', 'wellbeing-strategy', 8, '7.4',
        'Wellbeing strategy', 'Strategaeth llesiant'),
    (10, 'document-kind', 'supervision-process', 9, '8.1',
        'Supervision process', 'Proses oruchwylio'),
    (11, 'document-kind', 'deployment-model', 10, '4.3',
        'Deployment model', 'Model lleoli'),
    (12, 'space-source', 'partners', 0, NULL,
        'Partners'' data', 'Data partneriaid'),
    (13, 'space-source', 'streetsafe', 1, NULL,
        'StreetSafe', 'StreetSafe'),
    (14, 'space-source', 'hotspots', 2, NULL,
        'Hotspot analysis', 'Dadansoddi mannau problemus'),
    (15, 'space-source', 'women-and-girls', 3, NULL,
        'What women and girls said', 'Yr hyn a ddywedodd menywod a merched'),
    (16, 'space-source', 'crime-data', 4, NULL,
        'Crime and incident data', 'Data troseddau a digwyddiadau'),
    (17, 'space-source', 'online-platforms', 5, NULL,
        'Online platforms', 'Llwyfannau ar-lein'),
    (18, 'space-source', 'officers', 6, NULL,
        'Officers and staff', 'Swyddogion a staff'),
    (19, 'register', 'learning', 0, '1.2 2.3',
        'Learning shared', 'Gwersi a rannwyd'),
    (20, 'register', 'theme', 1, '3.4',
        'What was heard and what changed', 'Yr hyn a glywyd a''r hyn a newidiodd'),
    (21, 'register', 'training-material', 2, '3.4',
        'Training material changed', 'Deunydd hyfforddi a newidiwyd'),
    (22, 'register', 'deployment-model', 3, '4.3',
        'Deployment models', 'Modelau lleoli'),
    (23, 'register', 'operation', 4, '10.1',
        'Operations in spaces', 'Ymgyrchoedd mewn mannau'),
    (24, 'register', 'problem-profile', 5, '10.2',
        'Problem profiles', 'Proffiliau problem'),
    (25, 'register', 'profile-use', 6, '10.3',
        'Uses of a problem profile', 'Defnydd o broffil problem'),
    (26, 'register', 'streetsafe', 7, '10.4',
        'StreetSafe reports', 'Adroddiadau StreetSafe'),
    (27, 'register', 'partner', 8, '10.5',
        'Partners', 'Partneriaid'))) n
    WHERE e.code = 'vawg-year-1';

-- The lists are looked up by name.
CREATE INDEX framework_item_list ON framework_item (list, position);

-- Engagement ---------------------------------------------------------------------------------------

-- A body that works with women and girls.
CREATE TABLE organisation (
    id      INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    name    TEXT NOT NULL,
    what    TEXT,                       -- what it does
    contact TEXT,                       -- a role there, never a person
    owner   TEXT,                       -- the force's post that keeps in touch
    review  TEXT,                       -- due
    ended   TEXT,                       -- its last day
    cleared INTEGER NOT NULL DEFAULT 0, -- may stand in a public copy
    note    TEXT
);
CREATE INDEX organisation_name ON organisation (lower(COALESCE(name, '')));

-- Whom it speaks for.
CREATE TABLE organisation_group (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    organisation_id INTEGER NOT NULL REFERENCES organisation,
    group_id INTEGER NOT NULL REFERENCES framework_item,
    UNIQUE (organisation_id, group_id)
);
CREATE INDEX organisation_group_right ON organisation_group (group_id, organisation_id);

-- A partner in making spaces safer.
CREATE TABLE partner (
    id         INTEGER PRIMARY KEY,
    version    INTEGER NOT NULL,
    name       TEXT NOT NULL,
    sector     TEXT NOT NULL,              -- justice, education, health ...
    statutory  INTEGER NOT NULL DEFAULT 0, -- bound by law to take part
    what       TEXT,                       -- what is done together
    contact    TEXT,                       -- a role there, never a person
    since      TEXT,
    crime_plan TEXT,                       -- where the police and crime plan speaks of it
    owner      TEXT,                       -- a post
    review     TEXT,                       -- due
    cleared    INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE partner_activity (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    partner_id INTEGER NOT NULL REFERENCES partner,
    activity_id INTEGER NOT NULL REFERENCES activity,
    UNIQUE (partner_id, activity_id)
);
CREATE INDEX partner_activity_right ON partner_activity (activity_id, partner_id);

-- A place where women and girls are in danger or feel it.
CREATE TABLE space (
    id          INTEGER PRIMARY KEY,
    version     INTEGER NOT NULL,
    name        TEXT NOT NULL,
    kind        TEXT NOT NULL,          -- public, private, online
    description TEXT,                   -- what makes it dangerous
    likelihood  INTEGER,                -- 1 to 5
    harm        INTEGER,                -- 1 to 5
    confidence  TEXT,                   -- in both: low, medium, high
    owner       TEXT,                   -- a post
    review      TEXT,                   -- due
    closed      TEXT,                   -- no longer of concern since
    cleared     INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX space_name ON space (lower(COALESCE(name, '')));

-- What says so.
CREATE TABLE space_source (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    space_id INTEGER NOT NULL REFERENCES space,
    source_id INTEGER NOT NULL REFERENCES framework_item,
    UNIQUE (space_id, source_id)
);
CREATE INDEX space_source_right ON space_source (source_id, space_id);
-- What is aimed at it.
CREATE TABLE space_activity (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    space_id INTEGER NOT NULL REFERENCES space,
    activity_id INTEGER NOT NULL REFERENCES activity,
    UNIQUE (space_id, activity_id)
);
CREATE INDEX space_activity_right ON space_activity (activity_id, space_id);
CREATE TABLE space_partner (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    space_id INTEGER NOT NULL REFERENCES space,
    partner_id INTEGER NOT NULL REFERENCES partner,
    UNIQUE (space_id, partner_id)
);
CREATE INDEX space_partner_right ON space_partner (partner_id, space_id);

-- A time when people were met or reached.
CREATE TABLE engagement (
    id            INTEGER PRIMARY KEY,
    version       INTEGER NOT NULL,
    title         TEXT NOT NULL,
    kind_id       INTEGER NOT NULL REFERENCES framework_item,
    dated         TEXT NOT NULL,
    attendance    INTEGER,                    -- NULL: not counted
    place         TEXT,
    place_cleared INTEGER NOT NULL DEFAULT 0, -- may stand in a public copy
    stage         TEXT,                       -- design, delivery, review
    safety        TEXT,                       -- what made it safe
    heard         TEXT,
    owner         TEXT,                       -- a post
    channel       TEXT,                       -- this and the next two: of a communication
    audience      TEXT,
    language      TEXT,
    papers        TEXT,                       -- seen by a scrutiny panel
    audit         TEXT,                       -- the internal audit it is tied to
    review        TEXT                        -- of the record, due
);
CREATE INDEX engagement_title ON engagement (lower(COALESCE(title, '')));
CREATE INDEX engagement_kind ON engagement (kind_id, COALESCE(dated, '9999'));
CREATE INDEX engagement_dated ON engagement (COALESCE(dated, '9999'));
CREATE INDEX engagement_attendance ON engagement (attendance);
CREATE INDEX engagement_place ON engagement (lower(COALESCE(place, '')));
CREATE INDEX engagement_stage ON engagement (stage);
CREATE INDEX engagement_owner ON engagement (lower(COALESCE(owner, '')));
CREATE INDEX engagement_review ON engagement (COALESCE(review, '9999'));
CREATE INDEX engagement_days ON engagement (dated, kind_id);

-- Who was there.
CREATE TABLE engagement_group (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    engagement_id INTEGER NOT NULL REFERENCES engagement,
    group_id INTEGER NOT NULL REFERENCES framework_item,
    UNIQUE (engagement_id, group_id)
);
CREATE INDEX engagement_group_right ON engagement_group (group_id, engagement_id);
CREATE TABLE engagement_organisation (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    engagement_id INTEGER NOT NULL REFERENCES engagement,
    organisation_id INTEGER NOT NULL REFERENCES organisation,
    UNIQUE (engagement_id, organisation_id)
);
CREATE INDEX engagement_organisation_right ON engagement_organisation (organisation_id, engagement_id);
CREATE TABLE engagement_requirement (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    engagement_id INTEGER NOT NULL REFERENCES engagement,
    requirement_id INTEGER NOT NULL REFERENCES requirement,
    UNIQUE (engagement_id, requirement_id)
);
CREATE INDEX engagement_requirement_right ON engagement_requirement (requirement_id, engagement_id);
CREATE TABLE engagement_activity (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    engagement_id INTEGER NOT NULL REFERENCES engagement,
    activity_id INTEGER NOT NULL REFERENCES activity,
    UNIQUE (engagement_id, activity_id)
);
CREATE INDEX engagement_activity_right ON engagement_activity (activity_id, engagement_id);
-- What was talked about.
CREATE TABLE engagement_space (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    engagement_id INTEGER NOT NULL REFERENCES engagement,
    space_id INTEGER NOT NULL REFERENCES space,
    UNIQUE (engagement_id, space_id)
);
CREATE INDEX engagement_space_right ON engagement_space (space_id, engagement_id);

-- What a scrutiny panel found, and the force's answer.
CREATE TABLE finding (
    id            INTEGER PRIMARY KEY,
    version       INTEGER NOT NULL,
    engagement_id INTEGER NOT NULL REFERENCES engagement,
    words         TEXT NOT NULL,
    state         TEXT NOT NULL, -- open, accepted, done, not-accepted
    answer        TEXT,
    answered      TEXT,          -- when
    owner         TEXT           -- a post
);
CREATE INDEX finding_engagement ON finding (engagement_id);

-- Something that was heard: the first link of a chain.
CREATE TABLE theme (
    id       INTEGER PRIMARY KEY,
    version  INTEGER NOT NULL,
    title    TEXT NOT NULL,
    heard_on TEXT NOT NULL,              -- when first
    heard    TEXT NOT NULL,
    owner    TEXT,                       -- a post
    cleared  INTEGER NOT NULL DEFAULT 0  -- its words may stand in a public copy
);
CREATE INDEX theme_heard_on ON theme (COALESCE(heard_on, '9999'));

CREATE TABLE theme_engagement (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    theme_id INTEGER NOT NULL REFERENCES theme,
    engagement_id INTEGER NOT NULL REFERENCES engagement,
    UNIQUE (theme_id, engagement_id)
);
CREATE INDEX theme_engagement_right ON theme_engagement (engagement_id, theme_id);
CREATE TABLE theme_evidence (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    theme_id INTEGER NOT NULL REFERENCES theme,
    evidence_id INTEGER NOT NULL REFERENCES evidence,
    UNIQUE (theme_id, evidence_id)
);
CREATE INDEX theme_evidence_right ON theme_evidence (evidence_id, theme_id);
CREATE TABLE theme_requirement (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    theme_id INTEGER NOT NULL REFERENCES theme,
    requirement_id INTEGER NOT NULL REFERENCES requirement,
    UNIQUE (theme_id, requirement_id)
);
CREATE INDEX theme_requirement_right ON theme_requirement (requirement_id, theme_id);

-- What became of it.
CREATE TABLE theme_step (
    id       INTEGER PRIMARY KEY,
    version  INTEGER NOT NULL,
    theme_id INTEGER NOT NULL REFERENCES theme,
    kind     TEXT NOT NULL, -- decided, declined, changed, fed-back
    dated    TEXT NOT NULL,
    words    TEXT NOT NULL,
    owner    TEXT           -- a post
);
CREATE INDEX theme_step_theme ON theme_step (theme_id, kind, dated);

CREATE TABLE theme_step_evidence (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    theme_step_id INTEGER NOT NULL REFERENCES theme_step,
    evidence_id INTEGER NOT NULL REFERENCES evidence,
    UNIQUE (theme_step_id, evidence_id)
);
CREATE INDEX theme_step_evidence_right ON theme_step_evidence (evidence_id, theme_step_id);
CREATE TABLE theme_step_activity (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    theme_step_id INTEGER NOT NULL REFERENCES theme_step,
    activity_id INTEGER NOT NULL REFERENCES activity,
    UNIQUE (theme_step_id, activity_id)
);
CREATE INDEX theme_step_activity_right ON theme_step_activity (activity_id, theme_step_id);

-- Training or awareness material that was changed by what was heard.
CREATE TABLE training_material (
    id        INTEGER PRIMARY KEY,
    version   INTEGER NOT NULL,
    title     TEXT NOT NULL,
    issue     TEXT,          -- its own version, as it is called
    dated     TEXT NOT NULL, -- in use from
    what      TEXT,          -- was changed in it
    owner     TEXT,          -- a post
    reference TEXT           -- where it is
);

CREATE TABLE training_material_theme (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    training_material_id INTEGER NOT NULL REFERENCES training_material,
    theme_id INTEGER NOT NULL REFERENCES theme,
    UNIQUE (training_material_id, theme_id)
);
CREATE INDEX training_material_theme_right ON training_material_theme (theme_id, training_material_id);

-- Something learned, and with whom it was shared.
CREATE TABLE learning (
    id          INTEGER PRIMARY KEY,
    version     INTEGER NOT NULL,
    title       TEXT NOT NULL,
    kind        TEXT NOT NULL, -- theme, problem, good-practice
    dated       TEXT NOT NULL,
    words       TEXT,
    shared_with TEXT,
    shared_on   TEXT,          -- NULL: not yet
    owner       TEXT           -- a post
);

CREATE TABLE learning_requirement (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    learning_id INTEGER NOT NULL REFERENCES learning,
    requirement_id INTEGER NOT NULL REFERENCES requirement,
    UNIQUE (learning_id, requirement_id)
);
CREATE INDEX learning_requirement_right ON learning_requirement (requirement_id, learning_id);

-- Spaces -------------------------------------------------------------------------------------------

-- What was done in a space, or several, on a day.
CREATE TABLE operation (
    id          INTEGER PRIMARY KEY,
    version     INTEGER NOT NULL,
    title       TEXT NOT NULL,
    dated       TEXT NOT NULL,
    activity_id INTEGER REFERENCES activity, -- that it is part of
    result      TEXT,                        -- NULL: not known yet
    owner       TEXT                         -- a post
);
CREATE INDEX operation_activity ON operation (activity_id) WHERE activity_id IS NOT NULL;

CREATE TABLE operation_space (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    operation_id INTEGER NOT NULL REFERENCES operation,
    space_id INTEGER NOT NULL REFERENCES space,
    UNIQUE (operation_id, space_id)
);
CREATE INDEX operation_space_right ON operation_space (space_id, operation_id);

-- How many StreetSafe reports a place had in a period.
CREATE TABLE streetsafe (
    id       INTEGER PRIMARY KEY,
    version  INTEGER NOT NULL,
    place    TEXT NOT NULL,
    space_id INTEGER REFERENCES space, -- NULL: of none in the register
    starts   TEXT NOT NULL,
    ends     TEXT NOT NULL,            -- the last day
    reports  INTEGER NOT NULL,
    note     TEXT                      -- what they say
);
CREATE INDEX streetsafe_space ON streetsafe (space_id);

-- A numbered version of the problem profile.
CREATE TABLE problem_profile (
    id      INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    number  INTEGER NOT NULL UNIQUE,
    title   TEXT NOT NULL,
    dated   TEXT NOT NULL,
    why     TEXT NOT NULL,
    terms   TEXT,          -- where the terms of reference are
    review  TEXT,          -- next
    owner   TEXT           -- a post
);

-- What the register said of a space then: only ever inserted. No reference to the space, which may
-- go while this stays.
CREATE TABLE profile_space (
    id          INTEGER PRIMARY KEY,
    version     INTEGER NOT NULL,
    profile_id  INTEGER NOT NULL REFERENCES problem_profile,
    space       INTEGER NOT NULL, -- the space's id
    name        TEXT NOT NULL,
    kind        TEXT NOT NULL,
    likelihood  INTEGER,
    harm        INTEGER,
    risk        INTEGER,          -- by the rule of that day
    confidence  TEXT,
    sources     TEXT,             -- their names
    activities  INTEGER NOT NULL, -- how many were aimed at it
    description TEXT,
    cleared     INTEGER NOT NULL DEFAULT 0,
    UNIQUE (profile_id, space)
);

-- What a version was used for.
CREATE TABLE profile_use (
    id         INTEGER PRIMARY KEY,
    version    INTEGER NOT NULL,
    profile_id INTEGER NOT NULL REFERENCES problem_profile,
    dated      TEXT NOT NULL,
    purpose    TEXT NOT NULL, -- prevention, offender-management, vulnerable-victims
    what       TEXT NOT NULL,
    result     TEXT,
    owner      TEXT           -- a post
);
CREATE INDEX profile_use_profile ON profile_use (profile_id);

-- Documents and processes -----------------------------------------------------------------------------

CREATE TABLE document (
    id        INTEGER PRIMARY KEY,
    version   INTEGER NOT NULL,
    title     TEXT NOT NULL,
    kind_id   INTEGER NOT NULL REFERENCES framework_item,
    issue     TEXT,          -- its own version, as it is called
    adopted   TEXT,          -- NULL: a draft
    assessed  TEXT,          -- the day of the equality impact assessment
    owner     TEXT,          -- a post
    review    TEXT,          -- due
    withdrawn TEXT,          -- not in force from this day
    reference TEXT,          -- where it is
    note      TEXT
);
CREATE INDEX document_kind ON document (kind_id);

CREATE TABLE document_requirement (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    document_id INTEGER NOT NULL REFERENCES document,
    requirement_id INTEGER NOT NULL REFERENCES requirement,
    UNIQUE (document_id, requirement_id)
);
CREATE INDEX document_requirement_right ON document_requirement (requirement_id, document_id);

-- What follows from it ---------------------------------------------------------------------------

-- The duties that the entries of a register evidence by being there.
CREATE VIEW register_requirement (register, requirement_id) AS
    SELECT i.code, r.id
    FROM framework_item i
        JOIN pillar p ON p.edition_id = i.edition_id
        JOIN action a ON a.pillar_id = p.id
        JOIN requirement r ON r.action_id = a.id
    WHERE i.list = 'register' AND ' ' || i.applies || ' ' LIKE '% ' || r.code || ' %';

-- Everything that evidences a requirement, whichever register it lies in.
DROP VIEW requirement_evidence;
CREATE VIEW requirement_evidence (requirement_id, source, row_id, title, dated, expires) AS
    SELECT l.requirement_id, 'evidence', e.id, e.title, e.dated, e.expires
    FROM evidence_requirement l JOIN evidence e ON e.id = l.evidence_id
    UNION ALL
    SELECT DISTINCT a.requirement_id, 'evidence', e.id, e.title, e.dated, e.expires
    FROM evidence_activity l
        JOIN evidence e ON e.id = l.evidence_id
        JOIN activity_requirement a ON a.activity_id = l.activity_id
    WHERE NOT EXISTS (SELECT 1 FROM evidence_requirement r
        WHERE r.evidence_id = e.id AND r.requirement_id = a.requirement_id)
    UNION ALL
    SELECT l.requirement_id, 'engagement', e.id, e.title, e.dated, NULL
    FROM engagement_requirement l JOIN engagement e ON e.id = l.engagement_id
    UNION ALL
    SELECT l.requirement_id, 'document', d.id, d.title, d.adopted, d.withdrawn
    FROM document_requirement l JOIN document d ON d.id = l.document_id
    WHERE d.adopted IS NOT NULL
    UNION ALL
    SELECT l.requirement_id, 'learning', e.id, e.title, e.shared_on, NULL
    FROM learning_requirement l JOIN learning e ON e.id = l.learning_id
    WHERE e.shared_on IS NOT NULL
    UNION ALL
    SELECT l.requirement_id, 'theme', t.id, t.title, s.dated, NULL
    FROM theme_requirement l
        JOIN theme t ON t.id = l.theme_id
        JOIN theme_step s ON s.theme_id = t.id
    WHERE s.kind = 'changed'
    UNION ALL
    SELECT l.requirement_id, 'training_material', m.id, m.title, m.dated, NULL
    FROM register_requirement l JOIN training_material m ON l.register = 'training-material'
    UNION ALL
    SELECT l.requirement_id, 'deployment_model', m.id, m.title, m.adopted, NULL
    FROM register_requirement l JOIN deployment_model m ON l.register = 'deployment-model'
    WHERE m.adopted IS NOT NULL
    UNION ALL
    SELECT l.requirement_id, 'operation', o.id, o.title, o.dated, NULL
    FROM register_requirement l JOIN operation o ON l.register = 'operation'
    UNION ALL
    SELECT l.requirement_id, 'problem_profile', p.id, p.title, p.dated, NULL
    FROM register_requirement l JOIN problem_profile p ON l.register = 'problem-profile'
    UNION ALL
    SELECT l.requirement_id, 'profile_use', u.id, u.what, u.dated, NULL
    FROM register_requirement l JOIN profile_use u ON l.register = 'profile-use'
    UNION ALL
    SELECT l.requirement_id, 'streetsafe', s.id, s.place, s.ends, NULL
    FROM register_requirement l JOIN streetsafe s ON l.register = 'streetsafe'
    UNION ALL
    SELECT l.requirement_id, 'partner', p.id, p.name, p.since, NULL
    FROM register_requirement l JOIN partner p ON l.register = 'partner'
    WHERE p.since IS NOT NULL;

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
    FROM document;
