/* SPDX-License-Identifier: MIT */
#include "upstand-config.h"

#include "charts/timeline-private.h"

#include <glib/gi18n-lib.h>

enum {
    GROUP,
    TITLE,
    OWNER,
    STATE,
    OVERDUE,
    PERCENT,
    START,
    DUE,
    ORIGINAL_DUE,
    COMPLETED,
    KEY_MILESTONE,
    N_COLUMNS,
};

typedef struct {
    UpstandChart *chart;
    guint next;
} Reading;

static UpstandTone
get_tone (const TimelineItem *item)
{
    if (item->overdue)
        return UPSTAND_TONE_BAD;
    switch ((UpstandActivityState)item->state) {
    case UPSTAND_ACTIVITY_COMPLETE: return UPSTAND_TONE_GOOD;
    case UPSTAND_ACTIVITY_BLOCKED: return UPSTAND_TONE_WARNING;
    case UPSTAND_ACTIVITY_NOT_STARTED:
    case UPSTAND_ACTIVITY_IN_PROGRESS:
    case UPSTAND_ACTIVITY_CANCELLED:
    default: return UPSTAND_TONE_NEUTRAL;
    }
}

/* Headings are the first column of their activities, not rows of their own. */
static gboolean
next_row (gpointer data, UpstandCell *cells, GError **error)
{
    Reading *reading = data;
    const TimelineChart *chart = (const TimelineChart *)reading->chart;

    if (reading->next >= chart->items->len)
        return FALSE;

    const TimelineItem *item = &g_array_index (chart->items, TimelineItem, reading->next++);

    if (item->group != G_MAXUINT)
        cells[GROUP] =
            upstand_cell_text (g_array_index (chart->groups, TimelineGroup, item->group).title);
    cells[TITLE] = upstand_cell_text (item->title);
    cells[OWNER] = upstand_cell_text (item->owner);
    cells[STATE] =
        upstand_cell_choice (_ (upstand_activity_states[item->state].label), NULL, get_tone (item));
    cells[OVERDUE] = upstand_cell_yes_no (item->overdue);
    cells[PERCENT] = upstand_cell_percent (item->percent, 0);
    cells[START] = upstand_cell_date (item->start);
    cells[DUE] = upstand_cell_date (item->due);
    cells[ORIGINAL_DUE] = upstand_cell_date (item->original_due);
    cells[COMPLETED] = upstand_cell_date (item->completed);
    cells[KEY_MILESTONE] = upstand_cell_yes_no (item->key_milestone);
    return TRUE;
}

static gboolean
rewind_rows (gpointer data, GError **error)
{
    Reading *reading = data;

    reading->next = 0;
    return TRUE;
}

static void
free_reading (gpointer data)
{
    Reading *reading = data;

    upstand_chart_unref (reading->chart);
    g_free (reading);
}

UpstandSheet *
upstand_timeline_chart_table (UpstandChart *base)
{
    static const UpstandSheetSource source = { next_row, rewind_rows, free_reading };
    const TimelineChart *chart = (const TimelineChart *)base;
    const UpstandSheetColumn columns[N_COLUMNS] = {
        [GROUP] = { .title = _ ("Part of the plan"), .width = 36 },
        [TITLE] = { .title = _ ("Activity"), .width = 48 },
        [OWNER] = { .title = _ ("Owner"), .width = 28 },
        [STATE] = { .title = _ ("State"), .kind = UPSTAND_CELL_CHOICE },
        [OVERDUE] = { .title = _ ("Overdue"), .kind = UPSTAND_CELL_YES_NO },
        [PERCENT] = { .title = _ ("Percent"), .kind = UPSTAND_CELL_PERCENT },
        [START] = { .title = _ ("Start"), .kind = UPSTAND_CELL_DATE },
        [DUE] = { .title = _ ("Due"), .kind = UPSTAND_CELL_DATE },
        [ORIGINAL_DUE] = { .title = _ ("First due"), .kind = UPSTAND_CELL_DATE },
        [COMPLETED] = { .title = _ ("Completed"), .kind = UPSTAND_CELL_DATE },
        [KEY_MILESTONE] = { .title = _ ("Key milestone"), .kind = UPSTAND_CELL_YES_NO },
    };
    Reading *reading = g_new0 (Reading, 1);

    reading->chart = upstand_chart_ref (base);

    UpstandSheet *sheet =
        upstand_sheet_new_stream ("timeline", base->title, columns, N_COLUMNS, &source, reading);

    upstand_sheet_set_n_rows (sheet, chart->items->len);
    upstand_sheet_add_note (sheet, base->finding);
    return sheet;
}
