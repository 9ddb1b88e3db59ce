/* SPDX-License-Identifier: MIT */
#include "upstand-config.h"

#include "charts/timeline-private.h"

#include <glib/gi18n-lib.h>

enum {
    GROUP,
    TITLE,
    OWNER,
    STANDING,
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
get_tone (UpstandStanding standing)
{
    switch (standing) {
    case UPSTAND_STANDING_OVERDUE: return UPSTAND_TONE_BAD;
    case UPSTAND_STANDING_BLOCKED:
    case UPSTAND_STANDING_DUE_TODAY: return UPSTAND_TONE_WARNING;
    case UPSTAND_STANDING_COMPLETE_LATE:
    case UPSTAND_STANDING_COMPLETE: return UPSTAND_TONE_GOOD;
    case UPSTAND_STANDING_DUE_SOON:
    case UPSTAND_STANDING_IN_PROGRESS:
    case UPSTAND_STANDING_NOT_STARTED:
    case UPSTAND_STANDING_CANCELLED:
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
    cells[STANDING] = upstand_cell_choice (upstand_standing_get_label (item->standing),
        upstand_standing_get_shape (item->standing), get_tone (item->standing));
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
        [STANDING] = { .title = _ ("State"), .kind = UPSTAND_CELL_CHOICE },
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
