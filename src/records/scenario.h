/* SPDX-License-Identifier: MIT */
#pragma once

#include "records/record.h"

G_BEGIN_DECLS

/** The years that a force management statement looks ahead. */
#define UPSTAND_SCENARIO_YEARS 4

typedef enum {
    UPSTAND_SCENARIO_AS_NOW, /* demand and people stay as they are */
    UPSTAND_SCENARIO_GROWTH, /* demand grows by a percentage a year; people stay */
    UPSTAND_SCENARIO_PLANNED, /* demand grows; intakes and leavers as planned */
} UpstandScenarioKind;

UPSTAND_DECLARE_RECORD (UpstandScenario, upstand_scenario)

/** One way the next four years could go, with what it assumes written beside it. */
struct _UpstandScenario {
    UpstandRecord parent_instance;
    char *title;
    guint kind; /* UpstandScenarioKind */
    gint64 growth; /* of demand a year, hundredths of a percent; may be below zero */
    char *assumptions;
};

extern const UpstandChoice upstand_scenario_kinds[];

UPSTAND_DECLARE_RECORD (UpstandScenarioYear, upstand_scenario_year)

/** What a scenario plans for one capability in one of its years; one row has the three names. */
struct _UpstandScenarioYear {
    UpstandRecord parent_instance;
    gint64 scenario_id;
    gint64 capability_id;
    gint64 year; /* 1 to UPSTAND_SCENARIO_YEARS after the census */
    gint64 intakes; /* people who become deployable; UPSTAND_NO_NUMBER: none planned */
    gint64 leavers; /* people who stop being it; likewise */
};

G_END_DECLS
