/* SPDX-License-Identifier: MIT */
#include "exchange/headcount-form.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FIGURE_WIDTH 12
#define MOST_COLUMNS (6 + 2 * UPSTAND_N_COUNTS)

/* What one table is made from. */
typedef struct {
    UpstandForm *form;
    UpstandHeadcountPlan *plan;
    UpstandCensus *census, *earlier; /* earlier: NULL: there is none */
    UpstandUnit *unit;
    UpstandFormTable *table;
    UpstandCount counts[UPSTAND_N_COUNTS];
    guint n_counts;
} Building;

char *
upstand_headcount_form_make_key (
    gint64 capability_id, UpstandWorkforce workforce, UpstandBasis basis)
{
    return g_strdup_printf ("%" G_GINT64_FORMAT "/%s/%s", capability_id,
        upstand_workforces[workforce].key, upstand_bases[basis].key);
}

gboolean
upstand_headcount_form_read_key (const char *key, UpstandHeadcountPlace *place)
{
    g_auto (GStrv) parts = g_strsplit (key, "/", 3);
    if (g_strv_length (parts) != 3 || !*parts[0])
        return FALSE;
    char *end;
    place->capability_id = g_ascii_strtoll (parts[0], &end, 10);
    int workforce = upstand_choice_find (upstand_workforces, parts[1]);
    int basis = upstand_choice_find (upstand_bases, parts[2]);
    if (*end || place->capability_id < 0 || workforce < 0 || basis < 0)
        return FALSE;
    place->workforce = (guint)workforce;
    place->basis = (guint)basis;
    return TRUE;
}

static UpstandCell
figure_cell (UpstandFigure figure, int decimals)
{
    switch (figure.state) {
    case UPSTAND_FIGURE_VALUE:
        return decimals ? upstand_cell_decimal (figure.value, UPSTAND_FIGURE_PLACES)
                        : upstand_cell_whole (figure.value / UPSTAND_FIGURE_ONE);
    case UPSTAND_FIGURE_UNANSWERED: return upstand_cell_blank ();
    default: return upstand_cell_text (gettext (upstand_figure_states[figure.state].label));
    }
}

static void
choose_counts (Building *self, gboolean by_workforce, gboolean people)
{
    self->n_counts = 0;
    for (guint count = 0; count < UPSTAND_N_COUNTS; count++)
        if (upstand_count_traits[count].by_workforce == by_workforce &&
            (count == UPSTAND_COUNT_PEOPLE) == people)
            self->counts[self->n_counts++] = count;
}

static void
begin_table (Building *self, const char *title, const char *hint)
{
    UpstandFormColumn columns[MOST_COLUMNS] = { 0 };
    g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_free);
    guint n = 0;
    columns[n++] = (UpstandFormColumn){
        .key = "capability", .title = _ ("Capability"), .width = 34, .is_label = TRUE
    };
    columns[n++] = (UpstandFormColumn){
        .key = "workforce", .title = _ ("Workforce"), .width = 11, .is_label = TRUE
    };
    columns[n++] =
        (UpstandFormColumn){ .key = "basis", .title = _ ("Basis"), .width = 11, .is_label = TRUE };
    for (guint i = 0; i < self->n_counts; i++) {
        const UpstandChoice *count = &upstand_counts[self->counts[i]];
        columns[n++] = (UpstandFormColumn){ .key = count->key,
            .title = gettext (count->label),
            .definition = gettext (upstand_count_traits[self->counts[i]].definition),
            .width = FIGURE_WIDTH };
    }
    columns[n++] = (UpstandFormColumn){ .key = UPSTAND_HEADCOUNT_STATE,
        .title = _ ("Empty cells of this row are"),
        .definition = _ ("Where there is no number, choose why. It holds for every empty cell of "
                         "the row. Leave it empty for what is still to come."),
        .choices = upstand_figure_states,
        .first = UPSTAND_FIGURE_NOT_COLLECTED,
        .width = 18 };
    columns[n++] = (UpstandFormColumn){ .key = UPSTAND_HEADCOUNT_NOTE,
        .title = _ ("Note"),
        .definition = _ ("What a reader must know about the row. Numbers of people only: no names, "
                         "no case numbers."),
        .width = 30 };
    g_autofree char *before =
        self->earlier ? upstand_date_format (self->earlier->as_at, UPSTAND_DATE_SHORT) : NULL;
    for (guint i = 0; before && i < self->n_counts; i++) {
        const UpstandChoice *count = &upstand_counts[self->counts[i]];
        /* Translators: a count, and the day of the census before: "In post, 31 Mar 2022" */
        char *heading = g_strdup_printf (_ ("%s, %s"), gettext (count->label), before);
        char *key = g_strconcat (UPSTAND_FORM_SHOWN, count->key, NULL);
        g_ptr_array_add (kept, heading);
        g_ptr_array_add (kept, key);
        columns[n++] = (UpstandFormColumn){ .key = key, .title = heading, .width = FIGURE_WIDTH };
    }
    self->table = upstand_form_add_table (self->form, title, hint, columns, n);
}

static void
add_row (Building *self, gint64 capability_id, UpstandWorkforce workforce, UpstandBasis basis)
{
    UpstandHeadcountPlace place = { self->census->parent_instance.id,
        self->unit->parent_instance.id, capability_id, workforce, basis, 0 };
    UpstandFormCell cells[MOST_COLUMNS] = { 0 };
    const char *note = NULL;
    gboolean applies = FALSE;
    guint n = 0;

    cells[n++].cell =
        upstand_cell_text (upstand_headcount_plan_get_capability_title (self->plan, capability_id));
    cells[n++].cell = upstand_cell_text (gettext (upstand_workforces[workforce].label));
    cells[n++].cell = upstand_cell_text (gettext (upstand_bases[basis].label));
    for (guint i = 0; i < self->n_counts; i++, n++) {
        place.count = self->counts[i];
        if (!upstand_count_applies (place.count, workforce, basis))
            continue;
        const UpstandHeadcount *kept = upstand_headcount_plan_find (self->plan, &place);
        int decimals = upstand_count_get_decimals (place.count, basis);
        cells[n].entry = decimals ? UPSTAND_ENTRY_DECIMAL : UPSTAND_ENTRY_WHOLE;
        cells[n].cell = figure_cell (upstand_headcount_plan_get (self->plan, &place), decimals);
        /* The note of a row is that of its first cell. */
        if (!applies)
            note = kept ? kept->note : NULL;
        applies = TRUE;
    }
    if (!applies)
        return;
    cells[n++].entry = UPSTAND_ENTRY_CHOICE;
    cells[n].entry = UPSTAND_ENTRY_WORDS;
    cells[n++].cell = upstand_cell_text (note);
    for (guint i = 0; self->earlier && i < self->n_counts; i++, n++) {
        place.census_id = self->earlier->parent_instance.id;
        place.count = self->counts[i];
        if (upstand_count_applies (place.count, workforce, basis))
            cells[n].cell = figure_cell (upstand_headcount_plan_get (self->plan, &place),
                upstand_count_get_decimals (place.count, basis));
    }
    g_autofree char *key = upstand_headcount_form_make_key (capability_id, workforce, basis);
    upstand_form_table_add_row (self->table, key, cells);
}

static void
add_rows (Building *self, gint64 capability_id, gboolean by_workforce)
{
    for (guint workforce = 0; workforce < UPSTAND_N_WORKFORCES; workforce++)
        for (guint basis = 0; basis < UPSTAND_N_BASES; basis++)
            if ((workforce != UPSTAND_WORKFORCE_ALL) == by_workforce)
                add_row (self, capability_id, workforce, basis);
}

UpstandForm *
upstand_headcount_form_new (UpstandHeadcountPlan *plan, UpstandCensus *census, UpstandUnit *unit,
    const UpstandFormIdentity *identity, const UpstandCover *cover)
{
    g_return_val_if_fail (plan && census && unit, NULL);
    Building self = { .form = upstand_form_new (identity, cover),
        .plan = plan,
        .census = census,
        .earlier = upstand_headcount_plan_get_earlier (plan, census),
        .unit = unit };
    g_autoptr (GPtrArray) capabilities =
        upstand_headcount_plan_list_capabilities (plan, census->as_at);

    choose_counts (&self, TRUE, FALSE);
    begin_table (&self, _ ("People"),
        _ ("Fill in the framed cells. One person may count for several capabilities."));
    for (guint i = 0; i < capabilities->len; i++)
        add_rows (&self, UPSTAND_RECORD (g_ptr_array_index (capabilities, i))->id, TRUE);
    choose_counts (&self, FALSE, FALSE);
    begin_table (&self, _ ("Demand and courses"),
        _ ("Fill in the framed cells. These are not told apart by officers and staff."));
    for (guint i = 0; i < capabilities->len; i++)
        add_rows (&self, UPSTAND_RECORD (g_ptr_array_index (capabilities, i))->id, FALSE);
    choose_counts (&self, TRUE, TRUE);
    begin_table (&self, _ ("Distinct people"),
        _ ("How many different people these are: each is counted once, whatever they can do."));
    add_rows (&self, 0, TRUE);
    return self.form;
}
