/* SPDX-License-Identifier: MIT */
#include "records/framework.h"

#include "database/error.h"
#include "records/data-file.h"
#include "records/framework-measures.h"
#include "records/framework-shape.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#define DEFAULT_NAME "vawg-year-1.json"
#define DEFAULT_RESOURCE "/uk/upstand/core/frameworks/" DEFAULT_NAME

#define QUARTER_MONTHS 3
#define HALF_YEAR_MONTHS 6

static G_GNUC_PRINTF (2, 3) gboolean refuse (GError **error, const char *format, ...)
{
    va_list arguments;
    va_start (arguments, format);
    g_autofree char *message = g_strdup_vprintf (format, arguments);
    va_end (arguments);
    g_set_error_literal (error, UPSTAND_ERROR, UPSTAND_ERROR_FORMAT, message);
    return FALSE;
}

/* How many months a cadence must repeat in; -1 where the file is free to say. */
static int
months_of (UpstandCadence cadence)
{
    switch (cadence) {
    case UPSTAND_CADENCE_ONCE:
    case UPSTAND_CADENCE_CONTINUOUS: return 0;
    case UPSTAND_CADENCE_QUARTERLY: return QUARTER_MONTHS;
    case UPSTAND_CADENCE_SIX_MONTHLY: return HALF_YEAR_MONTHS;
    case UPSTAND_CADENCE_IMMEDIATE:
    case UPSTAND_CADENCE_REVIEW: return -1;
    }
    g_return_val_if_reached (-1);
}

/* A date that contradicts the cadence is a slip that the ratings would turn into a wrong colour. */
static gboolean
check_timing (const UpstandTiming *timing, UpstandDay launched, const char *name, const char *path,
    GError **error)
{
    const char *key = upstand_cadence_to_key (timing->cadence);
    int months = months_of (timing->cadence);
    gboolean by_date = timing->cadence == UPSTAND_CADENCE_ONCE;
    gboolean by_calendar = months > 0;

    if (by_date && timing->deadline == 0)
        return refuse (
            error, _ ("%s: %s.deadline is missing: a \"%s\" duty needs one."), name, path, key);
    if (timing->cadence == UPSTAND_CADENCE_CONTINUOUS && timing->deadline != 0)
        return refuse (
            error, _ ("%s: %s.deadline should be null: a \"%s\" duty has none."), name, path, key);
    if (timing->deadline != 0 && timing->deadline < launched)
        return refuse (error, _ ("%s: %s.deadline should not be before the edition was launched."),
            name, path);
    if (months >= 0 && timing->repeat_months != months)
        return refuse (error, _ ("%s: %s.repeat_months should be %d for a \"%s\" duty, not %d."),
            name, path, months, key, timing->repeat_months);
    if (timing->cadence == UPSTAND_CADENCE_IMMEDIATE && timing->repeat_months == 0)
        return refuse (error,
            _ ("%s: %s.repeat_months should be at least 1 for an \"%s\" duty, whose clock it is."),
            name, path, key);
    if (by_calendar && timing->repeat_from == 0)
        return refuse (error,
            _ ("%s: %s.repeat_from is missing: a \"%s\" duty needs the end of its first period."),
            name, path, key);
    if (timing->repeat_months == 0 && timing->repeat_from != 0)
        return refuse (
            error, _ ("%s: %s.repeat_from should be null where nothing repeats."), name, path);
    if (timing->repeat_from != 0 && timing->repeat_from < MAX (launched, timing->deadline))
        return refuse (error,
            _ ("%s: %s.repeat_from should not be before the launch or the first deadline."), name,
            path);
    return TRUE;
}

/* "1.10" typed into a spreadsheet becomes the number 1.1, and so the other duty. To be freed. */
static char *
as_spreadsheet_number (const char *id)
{
    const char *point = strchr (id, '.');
    if (point == NULL || id[strspn (id, "0123456789.")] != '\0' || strchr (point + 1, '.') != NULL)
        return g_strdup (id);
    gsize length = strlen (id);
    while (id[length - 1] == '0')
        length--;
    if (id[length - 1] == '.')
        length--;
    return g_strndup (id, length);
}

static gboolean
check_requirements (const UpstandFramework *framework, const char *name, GError **error)
{
    g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    for (gsize i = 0; i < framework->n_actions; i++) {
        const UpstandFrameworkAction *action = &framework->actions[i];
        for (gsize j = 0; j < action->n_requirements; j++) {
            const UpstandFrameworkRequirement *requirement = &action->requirements[j];
            g_autofree char *path = g_strdup_printf ("actions[%zu].requirements[%zu]", i, j);
            g_autofree char *timing = g_strconcat (path, ".timing", NULL);
            if (!check_timing (
                    &requirement->timing, framework->edition.launched, name, timing, error))
                return FALSE;
            if (!g_hash_table_add (numbers, as_spreadsheet_number (requirement->id)))
                return refuse (error,
                    _ ("%s: %s.id: a spreadsheet would take \"%s\" for the same number as another "
                       "id."),
                    name, path, requirement->id);
        }
    }
    return TRUE;
}

static gboolean
check_orders (const UpstandFramework *framework, const char *name, GError **error)
{
    for (gsize i = 0; i < framework->n_orders; i++) {
        const UpstandFrameworkOrder *order = &framework->orders[i];
        if (order->until != 0 && order->until < order->from)
            return refuse (
                error, _ ("%s: orders[%zu].until should not be before its from."), name, i);
    }
    return TRUE;
}

static gboolean
check_outcome_codes (const UpstandFramework *framework, const char *name, GError **error)
{
    g_autoptr (GHashTable) codes = g_hash_table_new (NULL, NULL);
    for (gsize i = 0; i < framework->n_outcome_codes; i++) {
        int code = framework->outcome_codes[i].code;
        if (!g_hash_table_add (codes, GINT_TO_POINTER (code)))
            return refuse (error,
                _ ("%s: outcome_codes[%zu].code: the code %d is already taken by another."), name,
                i, code);
    }
    return TRUE;
}

static gboolean
check_return (const UpstandFrameworkReturn *kind, const char *name, gsize i, GError **error)
{
    gboolean census = g_str_equal (kind->cadence, "census");
    gboolean version = g_str_equal (kind->cadence, "version");

    if (version) {
        if (kind->first_start != 0 || kind->first_end != 0 || kind->repeat_from != 0)
            return refuse (error,
                _ ("%s: returns[%zu] is kept by version: first_start, first_end and repeat_from "
                   "should be null."),
                name, i);
        return TRUE;
    }
    if (kind->first_end == 0)
        return refuse (error, _ ("%s: returns[%zu].first_end is missing."), name, i);
    if (census != (kind->first_start == 0))
        return refuse (error,
            _ ("%s: returns[%zu].first_start should be there for a period and null for a census."),
            name, i);
    if (kind->first_start > kind->first_end)
        return refuse (
            error, _ ("%s: returns[%zu].first_start should not be after its first_end."), name, i);
    if ((kind->repeat_months == 0) != (kind->repeat_from == 0))
        return refuse (error,
            _ ("%s: returns[%zu] should have both repeat_months and repeat_from, or neither."),
            name, i);
    if (kind->repeat_from != 0 && kind->repeat_from <= kind->first_end)
        return refuse (
            error, _ ("%s: returns[%zu].repeat_from should be after its first_end."), name, i);
    return TRUE;
}

static gboolean
check_crosswalk_rows (const UpstandFramework *framework, const char *name, GError **error)
{
    g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    for (gsize i = 0; i < framework->n_crosswalk; i++) {
        const UpstandFrameworkCrosswalk *row = &framework->crosswalk[i];
        if (g_str_equal (row->edition, framework->edition.code))
            return refuse (error,
                _ ("%s: crosswalk[%zu].edition should be an earlier edition, not this one."), name,
                i);
        if (!g_hash_table_add (seen, g_strdup_printf ("%s %s", row->edition, row->from)))
            return refuse (error,
                _ ("%s: crosswalk[%zu].from: \"%s\" of \"%s\" already stands in another row."),
                name, i, row->from, row->edition);
    }
    return TRUE;
}

static gboolean
check (const UpstandFramework *framework, const char *name, GError **error)
{
    if (!check_requirements (framework, name, error) || !check_orders (framework, name, error) ||
        !check_outcome_codes (framework, name, error))
        return FALSE;
    for (gsize i = 0; i < framework->n_returns; i++)
        if (!check_return (&framework->returns[i], name, i, error))
            return FALSE;
    return upstand_framework_check_measures (framework, name, error) &&
           check_crosswalk_rows (framework, name, error);
}

UpstandFramework *
upstand_framework_parse (GBytes *bytes, const char *name, GError **error)
{
    g_return_val_if_fail (bytes != NULL && name != NULL, NULL);

    g_autoptr (UpstandFramework) framework = g_new0 (UpstandFramework, 1);
    if (!upstand_shape_read (&upstand_framework_shape, framework, bytes, name,
            UPSTAND_FRAMEWORK_FORMAT, UPSTAND_FRAMEWORK_FORMAT_VERSION, error) ||
        !check (framework, name, error))
        return NULL;
    framework->source = g_bytes_ref (bytes);
    return g_steal_pointer (&framework);
}

UpstandFramework *
upstand_framework_load (const char *path, GError **error)
{
    g_return_val_if_fail (path != NULL, NULL);

    g_autoptr (GBytes) bytes = upstand_data_file_load (path, error);
    if (bytes == NULL)
        return NULL;
    g_autofree char *name = g_filename_display_basename (path);
    return upstand_framework_parse (bytes, name, error);
}

UpstandFramework *
upstand_framework_load_default (GError **error)
{
    g_autoptr (GBytes) bytes = upstand_data_file_load_resource (DEFAULT_RESOURCE, error);
    return bytes != NULL ? upstand_framework_parse (bytes, DEFAULT_NAME, error) : NULL;
}

void
upstand_framework_free (UpstandFramework *framework)
{
    if (framework == NULL)
        return;
    upstand_shape_clear (&upstand_framework_shape, framework);
    g_clear_pointer (&framework->source, g_bytes_unref);
    g_free (framework);
}

const UpstandFrameworkRequirement *
upstand_framework_find_requirement (
    const UpstandFramework *framework, const char *id, const UpstandFrameworkAction **action)
{
    g_return_val_if_fail (framework != NULL && id != NULL, NULL);

    for (gsize i = 0; i < framework->n_actions; i++) {
        for (gsize j = 0; j < framework->actions[i].n_requirements; j++) {
            if (!g_str_equal (framework->actions[i].requirements[j].id, id))
                continue;
            if (action != NULL)
                *action = &framework->actions[i];
            return &framework->actions[i].requirements[j];
        }
    }
    return NULL;
}

gsize
upstand_framework_count_requirements (const UpstandFramework *framework)
{
    g_return_val_if_fail (framework != NULL, 0);

    gsize count = 0;
    for (gsize i = 0; i < framework->n_actions; i++)
        count += framework->actions[i].n_requirements;
    return count;
}

gboolean
upstand_framework_check_crosswalk (const UpstandFramework *framework, const char *name,
    const UpstandFramework *earlier, GError **error)
{
    g_return_val_if_fail (framework != NULL && name != NULL && earlier != NULL, FALSE);

    g_autoptr (GHashTable) mapped = g_hash_table_new (g_str_hash, g_str_equal);
    for (gsize i = 0; i < framework->n_crosswalk; i++) {
        const UpstandFrameworkCrosswalk *row = &framework->crosswalk[i];
        if (!g_str_equal (row->edition, earlier->edition.code))
            continue;
        if (upstand_framework_find_requirement (earlier, row->from, NULL) == NULL)
            return refuse (error,
                _ ("%s: crosswalk[%zu].from names \"%s\", which the edition \"%s\" does not have."),
                name, i, row->from, row->edition);
        g_hash_table_add (mapped, row->from);
    }
    if (g_hash_table_size (mapped) == 0)
        return TRUE;

    for (gsize i = 0; i < earlier->n_actions; i++) {
        for (gsize j = 0; j < earlier->actions[i].n_requirements; j++) {
            const char *id = earlier->actions[i].requirements[j].id;
            if (!g_hash_table_contains (mapped, id))
                return refuse (error,
                    _ ("%s: crosswalk has no row for \"%s\" of the edition \"%s\"; write one with "
                       "an empty \"to\" where nothing follows it."),
                    name, id, earlier->edition.code);
        }
    }
    return TRUE;
}
