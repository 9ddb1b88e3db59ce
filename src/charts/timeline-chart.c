/* SPDX-License-Identifier: MIT */
#include "upstand-config.h"

#include "charts/timeline-private.h"
#include "charts/time-axis.h"

#include <glib/gi18n-lib.h>

/* One date of 2099 among dates of this year would squeeze them all into a pixel. */
#define LONGEST_RANGE_YEARS 8
#define RANGE_YEARS_BEFORE 3
#define RANGE_YEARS_AFTER 4

struct _UpstandTimeline {
    TimelineChart *chart;
    UpstandDay first, last; /* of all dates so far */
};

const TimelineGroup *
upstand_timeline_chart_get_row (const TimelineChart *chart, guint row, const TimelineItem **item)
{
    guint index = g_array_index (chart->rows, guint, row);

    if (index & TIMELINE_GROUP_BIT) {
        *item = NULL;
        return &g_array_index (chart->groups, TimelineGroup, index & ~TIMELINE_GROUP_BIT);
    }
    *item = &g_array_index (chart->items, TimelineItem, index);
    return NULL;
}

UpstandLook
upstand_timeline_item_get_look (const TimelineItem *item)
{
    return upstand_look_of_standing (item->standing);
}

gboolean
upstand_timeline_item_is_complete (const TimelineItem *item)
{
    return item->standing == UPSTAND_STANDING_COMPLETE ||
           item->standing == UPSTAND_STANDING_COMPLETE_LATE;
}

gboolean
upstand_timeline_item_is_open (const TimelineItem *item)
{
    return !upstand_timeline_item_is_complete (item) &&
           item->standing != UPSTAND_STANDING_CANCELLED;
}

char *
upstand_timeline_item_get_word (const TimelineItem *item, UpstandDay today)
{
    if (item->standing == UPSTAND_STANDING_OVERDUE && item->due > 0 && item->due < today) {
        guint days = today - item->due;

        /* Translators: short; stands beside a bar in a chart. */
        return g_strdup_printf (ngettext ("%u day over", "%u days over", days), days);
    }
    if (item->standing == UPSTAND_STANDING_IN_PROGRESS)
        return g_strdup_printf (_ ("%d%%"), item->percent);
    return g_strdup (upstand_standing_get_label (item->standing));
}

char *
upstand_timeline_group_get_word (const TimelineGroup *group)
{
    if (group->n_overdue > 0)
        return g_strdup_printf (
            ngettext ("%u overdue", "%u overdue", group->n_overdue), group->n_overdue);
    if (group->n_items == group->n_cancelled)
        return g_strdup ("");
    /* Translators: so many of so many activities are complete; short, stands in a chart. */
    return g_strdup_printf (
        _ ("%1$u of %2$u complete"), group->n_complete, group->n_items - group->n_cancelled);
}

static char *
long_date (UpstandDay day)
{
    return upstand_date_format (day, UPSTAND_DATE_LONG);
}

static void
say_state (GString *text, const TimelineItem *item)
{
    g_autofree char *completed = long_date (item->completed);

    switch ((UpstandStanding)item->standing) {
    case UPSTAND_STANDING_NOT_STARTED: upstand_chart_add_sentence (text, _ ("Not started.")); break;
    case UPSTAND_STANDING_BLOCKED:
        upstand_chart_add_sentence (text, _ ("Blocked, %d%% done."), item->percent);
        break;
    case UPSTAND_STANDING_IN_PROGRESS:
        upstand_chart_add_sentence (text, _ ("In progress, %d%% done."), item->percent);
        break;
    case UPSTAND_STANDING_COMPLETE_LATE:
    case UPSTAND_STANDING_COMPLETE:
        if (item->completed > 0)
            upstand_chart_add_sentence (text, _ ("Completed on %s."), completed);
        else
            upstand_chart_add_sentence (text, _ ("Complete."));
        break;
    case UPSTAND_STANDING_CANCELLED: upstand_chart_add_sentence (text, _ ("Cancelled.")); break;
    case UPSTAND_STANDING_OVERDUE:
    case UPSTAND_STANDING_DUE_TODAY:
    case UPSTAND_STANDING_DUE_SOON:
    default: upstand_chart_add_sentence (text, _ ("%d%% done."), item->percent); break;
    }
}

static void
say_due (GString *text, const TimelineItem *item, UpstandDay today)
{
    g_autofree char *due = long_date (item->due);
    g_autofree char *original = long_date (item->original_due);

    if (item->standing == UPSTAND_STANDING_OVERDUE && item->due > 0 && item->due < today)
        upstand_chart_add_sentence (text,
            ngettext ("Overdue: it was due on %1$s, %2$u day ago.",
                "Overdue: it was due on %1$s, %2$u days ago.", today - item->due),
            due, today - item->due);
    else if (item->due == 0)
        upstand_chart_add_sentence (text, _ ("It has no due date."));
    else if (item->due == today)
        upstand_chart_add_sentence (text, _ ("It is due today."));
    else if (item->due < today)
        upstand_chart_add_sentence (text, _ ("It was due on %s."), due);
    else
        upstand_chart_add_sentence (text, _ ("It is due on %s."), due);
    if (item->original_due > 0 && item->original_due != item->due)
        upstand_chart_add_sentence (text, _ ("The date was first %s."), original);
}

static char *
item_sentence (const TimelineItem *item, UpstandDay today)
{
    GString *text = g_string_new (item->title);

    if (*item->owner != '\0')
        g_string_append_printf (text, "\n%s", item->owner);
    g_string_append_c (text, '\n');
    say_state (text, item);
    say_due (text, item, today);
    if (item->key_milestone)
        upstand_chart_add_sentence (text, _ ("A key milestone."));
    return g_string_free (text, FALSE);
}

static char *
group_sentence (const TimelineGroup *group, UpstandDay today)
{
    GString *text = g_string_new (group->title);
    g_autofree char *deadline = long_date (group->deadline);
    g_autofree char *original = long_date (group->original_deadline);
    guint n = group->n_items - group->n_cancelled;

    g_string_append_c (text, '\n');
    if (n == 0)
        upstand_chart_add_sentence (text, _ ("No activities yet."));
    else
        upstand_chart_add_sentence (text,
            ngettext ("%1$u of %2$u activity is complete, %3$u overdue.",
                "%1$u of %2$u activities are complete, %3$u overdue.", n),
            group->n_complete, n, group->n_overdue);
    if (group->deadline > 0 && group->deadline < today)
        upstand_chart_add_sentence (text, _ ("The deadline was %s."), deadline);
    else if (group->deadline > 0)
        upstand_chart_add_sentence (text, _ ("The deadline is %s."), deadline);
    if (group->original_deadline > 0 && group->original_deadline != group->deadline)
        upstand_chart_add_sentence (text, _ ("It was first %s."), original);
    return g_string_free (text, FALSE);
}

char *
upstand_timeline_chart_get_sentence (const TimelineChart *chart, guint row)
{
    const TimelineItem *item;
    const TimelineGroup *group = upstand_timeline_chart_get_row (chart, row, &item);

    return group ? group_sentence (group, chart->today) : item_sentence (item, chart->today);
}

static void
timeline_chart_finish (UpstandChart *base)
{
    TimelineChart *chart = (TimelineChart *)base;

    g_string_chunk_free (chart->texts);
    g_array_unref (chart->groups);
    g_array_unref (chart->items);
    g_array_unref (chart->rows);
}

static guint
timeline_chart_get_mark_row (const UpstandChart *base, guint mark)
{
    return mark;
}

static guint
timeline_chart_get_marks (const UpstandChart *base, guint row, guint *first)
{
    *first = row;
    return 1;
}

static void
timeline_chart_fill_mark (
    const UpstandChart *base, const UpstandFrame *frame, UpstandChartMark *mark)
{
    const TimelineChart *chart = (const TimelineChart *)base;
    const TimelineItem *item;
    const TimelineGroup *group = upstand_timeline_chart_get_row (chart, mark->index, &item);

    mark->id = group ? group->id : item->id;
    mark->part = group ? UPSTAND_TIMELINE_GROUP : 0;
    mark->sentence = upstand_timeline_chart_get_sentence (chart, mark->index);
    mark->x = 0;
    mark->width = frame->width;
    mark->y = upstand_frame_get_row_y (frame, mark->index);
    mark->height = frame->row_height;
}

static const UpstandChartClass timeline_class = {
    .shape = { .axis = 3.5, .row = 1.9, .tallest_row = 2.2, .narrow_row = 2.6 },
    .empty = N_ ("There are no activities to show on a timeline yet."),
    .finish = timeline_chart_finish,
    .table = upstand_timeline_chart_table,
    .add_legend = upstand_timeline_chart_add_legend,
    .set_columns = upstand_timeline_chart_set_columns,
    .draw_axis = upstand_timeline_chart_draw_axis,
    .draw_under = upstand_timeline_chart_draw_under,
    .draw_row = upstand_timeline_chart_draw_row,
    .get_row = timeline_chart_get_mark_row,
    .get_marks = timeline_chart_get_marks,
    .fill_mark = timeline_chart_fill_mark,
};

static gboolean
is_day (UpstandDay day)
{
    return day > 0 && day <= upstand_date_new (9999, 12, 31);
}

UpstandTimeline *
upstand_timeline_new (const char *title, UpstandDay today)
{
    g_return_val_if_fail (is_day (today), NULL);

    UpstandTimeline *timeline = g_new0 (UpstandTimeline, 1);
    TimelineChart *chart = upstand_chart_new (&timeline_class, sizeof (TimelineChart), title);

    chart->today = today;
    chart->texts = g_string_chunk_new (16384);
    chart->groups = g_array_new (FALSE, FALSE, sizeof (TimelineGroup));
    chart->items = g_array_new (FALSE, FALSE, sizeof (TimelineItem));
    chart->rows = g_array_new (FALSE, FALSE, sizeof (guint));
    timeline->chart = chart;
    timeline->first = timeline->last = today;
    return timeline;
}

void
upstand_timeline_free (UpstandTimeline *timeline)
{
    if (!timeline)
        return;
    upstand_chart_unref (&timeline->chart->base);
    g_free (timeline);
}

static UpstandDay
take_day (UpstandTimeline *timeline, UpstandDay day)
{
    if (!is_day (day))
        return 0;
    timeline->first = MIN (timeline->first, day);
    timeline->last = MAX (timeline->last, day);
    return day;
}

static const char *
keep_text (TimelineChart *chart, const char *text)
{
    g_autofree char *copy = upstand_chart_copy_text (text);

    return g_string_chunk_insert_const (chart->texts, copy);
}

void
upstand_timeline_add_group (UpstandTimeline *timeline, const UpstandTimelineGroup *group)
{
    g_return_if_fail (timeline != NULL && group != NULL);

    TimelineChart *chart = timeline->chart;
    TimelineGroup added = {
        .id = group->id,
        .title = keep_text (chart, group->title),
        .deadline = take_day (timeline, group->deadline),
        .original_deadline = take_day (timeline, group->original_deadline),
    };
    guint row = chart->groups->len | TIMELINE_GROUP_BIT;

    g_return_if_fail (chart->rows->len < TIMELINE_GROUP_BIT - 1);
    chart->any_deadline |= added.deadline > 0;
    chart->any_moved |= added.original_deadline > 0 && added.original_deadline != added.deadline;
    g_array_append_val (chart->groups, added);
    g_array_append_val (chart->rows, row);
}

void
upstand_timeline_add_item (UpstandTimeline *timeline, const UpstandTimelineItem *item)
{
    g_return_if_fail (timeline != NULL && item != NULL);
    g_return_if_fail ((guint)item->standing < UPSTAND_N_STANDINGS);

    TimelineChart *chart = timeline->chart;
    TimelineItem added = {
        .id = item->id,
        .title = keep_text (chart, item->title),
        .owner = keep_text (chart, item->owner),
        .start = take_day (timeline, item->start),
        .due = take_day (timeline, item->due),
        .original_due = take_day (timeline, item->original_due),
        .completed = take_day (timeline, item->completed),
        .group = chart->groups->len > 0 ? chart->groups->len - 1 : G_MAXUINT,
        .percent = CLAMP (item->percent, 0, 100),
        .standing = item->standing,
        .key_milestone = item->key_milestone,
    };
    guint row = chart->items->len;

    g_return_if_fail (chart->rows->len < TIMELINE_GROUP_BIT - 1);
    chart->any_milestone |= added.key_milestone;
    chart->any_moved |= added.original_due > 0 && added.original_due != added.due;
    if (added.group != G_MAXUINT) {
        TimelineGroup *group = &g_array_index (chart->groups, TimelineGroup, added.group);

        group->n_items++;
        group->n_complete += upstand_timeline_item_is_complete (&added);
        group->n_cancelled += added.standing == UPSTAND_STANDING_CANCELLED;
        group->n_overdue += added.standing == UPSTAND_STANDING_OVERDUE;
    }
    g_array_append_val (chart->items, added);
    g_array_append_val (chart->rows, row);
}

static void
choose_range (TimelineChart *chart, UpstandDay first, UpstandDay last)
{
    if (last - first > LONGEST_RANGE_YEARS * 366) {
        first = MAX (first, upstand_date_add_months (chart->today, -12 * RANGE_YEARS_BEFORE));
        last = MIN (last, upstand_date_add_months (chart->today, 12 * RANGE_YEARS_AFTER));
    }
    chart->from = upstand_time_axis_floor (UPSTAND_AXIS_MONTHS, 1, first);
    chart->to = upstand_date_month_end (last);
    if (chart->to - chart->from < 80)
        chart->to = upstand_date_month_end (upstand_date_add_months (chart->from, 2));
}

/* An activity under several headings is one activity. */
static char *
find (const TimelineChart *chart)
{
    g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
    guint n = 0, overdue = 0;
    UpstandDay next = 0;

    for (guint i = 0; i < chart->items->len; i++) {
        TimelineItem *item = &g_array_index (chart->items, TimelineItem, i);

        if (item->standing == UPSTAND_STANDING_CANCELLED || !g_hash_table_add (seen, &item->id))
            continue;
        n++;
        overdue += item->standing == UPSTAND_STANDING_OVERDUE;
        if (upstand_timeline_item_is_open (item) && item->due >= chart->today &&
            (next == 0 || item->due < next))
            next = item->due;
    }
    if (chart->items->len == 0)
        return g_strdup (_ (timeline_class.empty));
    if (n == 0)
        return g_strdup (_ ("Every activity is cancelled."));

    g_autofree char *date = long_date (next);

    if (overdue == 0 && next == 0)
        return g_strdup_printf (ngettext ("%u activity, not overdue; no deadline is to come.",
                                    "%u activities, none overdue; no deadline is to come.", n),
            n);
    if (overdue == 0)
        return g_strdup_printf (ngettext ("%1$u activity, not overdue; the next deadline is %2$s.",
                                    "%1$u activities, none overdue; the next deadline is %2$s.", n),
            n, date);
    if (next == 0)
        return g_strdup_printf (
            ngettext ("%1$u of %2$u activities is overdue; no other deadline is to come.",
                "%1$u of %2$u activities are overdue; no other deadline is to come.", overdue),
            overdue, n);
    return g_strdup_printf (
        ngettext ("%1$u of %2$u activities is overdue; the next deadline is %3$s.",
            "%1$u of %2$u activities are overdue; the next deadline is %3$s.", overdue),
        overdue, n, date);
}

UpstandChart *
upstand_timeline_end (UpstandTimeline *timeline)
{
    g_return_val_if_fail (timeline != NULL, NULL);

    TimelineChart *chart = timeline->chart;

    choose_range (chart, timeline->first, timeline->last);
    chart->base.finding = find (chart);
    chart->base.n_rows = chart->base.n_marks = chart->rows->len;
    g_free (timeline);
    return &chart->base;
}

void
upstand_timeline_get_range (const UpstandChart *base, UpstandDay *from, UpstandDay *to)
{
    g_return_if_fail (base != NULL && base->class == &timeline_class);

    const TimelineChart *chart = (const TimelineChart *)base;

    if (from)
        *from = chart->from;
    if (to)
        *to = chart->to;
}
