/* SPDX-License-Identifier: MIT */
#include "returns/return.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "exchange/csv-writer.h"
#include "exchange/public-copy.h"
#include "exchange/workbook.h"
#include "records/export-log.h"
#include "records/plan.h"
#include "records/framework.h"
#include "returns/action-plan.h"
#include "returns/data-return.h"
#include "returns/engagement-return.h"
#include "returns/fms.h"
#include "returns/problem-profile.h"
#include "returns/skills-gap.h"
#include "rules/plan-ratings.h"

static const UpstandReturn *const returns[] = {
    &upstand_action_plan_return,
    &upstand_data_return,
    &upstand_skills_gap_return,
    &upstand_fms_return,
    &upstand_engagement_return,
    &upstand_problem_profile_return,
    NULL,
};

const UpstandChoice upstand_format_choices[] = {
    [UPSTAND_FORMAT_XLSX] = { "xlsx", N_ ("Excel workbook") },
    [UPSTAND_FORMAT_CSV] = { "csv", N_ ("CSV files, one for each sheet") },
    { NULL, NULL },
};

const char *const upstand_classifications[] = { "OFFICIAL", "OFFICIAL-SENSITIVE", NULL };

const UpstandReturn *const *
upstand_returns_list (void)
{
    return returns;
}

const UpstandReturn *
upstand_return_find (const char *id, GError **error)
{
    g_return_val_if_fail (id, NULL);
    g_autoptr (GString) known = g_string_new (NULL);
    for (guint i = 0; returns[i]; i++) {
        if (strcmp (returns[i]->id, id) == 0)
            return returns[i];
        g_string_append_printf (known, "%s%s", i ? ", " : "", returns[i]->id);
    }
    g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_NOT_FOUND,
        _ ("There is no return “%s”. There are: %s."), id, known->str);
    return NULL;
}

static UpstandFramework *
load_framework (UpstandDatabase *database)
{
    g_autofree char *source = upstand_database_text (
        database, NULL, "SELECT source FROM edition ORDER BY launched DESC, id DESC LIMIT 1", "");
    if (!source)
        return NULL;
    gsize length = strlen (source);
    g_autoptr (GBytes) bytes = g_bytes_new_take (g_steal_pointer (&source), length);
    return upstand_framework_parse (bytes, "", NULL);
}

UpstandDay
upstand_return_get_due (
    const UpstandReturn *self, UpstandDatabase *database, const UpstandPeriod *period)
{
    g_autoptr (UpstandFramework) framework = load_framework (database);
    for (gsize i = 0; framework && i < framework->n_returns; i++) {
        const UpstandFrameworkReturn *told = &framework->returns[i];
        if (strcmp (told->id, self->id) != 0)
            continue;
        return period->end <= told->first_end && told->first_due
                   ? told->first_due
                   : period->end + told->due_after_days;
    }
    return period->end;
}

char *
upstand_return_file_name (const UpstandReturn *self, const char *force,
    const UpstandReturnRequest *request, UpstandFormat format)
{
    g_autofree char *period = upstand_period_label (&request->period);
    g_autofree char *name = g_strdup_printf ("%s %s %s %s%s%s", force, self->id, period,
        request->for_public ? "PUBLIC " : "", request->classification,
        format == UPSTAND_FORMAT_XLSX ? ".xlsx" : "");
    /* What some file system or other does not take in a name. */
    g_strdelimit (name, "/\\:*?\"<>|\n\r\t", '-');
    return g_steal_pointer (&name);
}

/* One file for each sheet, in a folder that appears whole or not at all. */
static gboolean
write_csv (UpstandBook *book, const char *path, UpstandRowsWritten written, gpointer data,
    GCancellable *cancellable, GError **error)
{
    g_autofree char *part = g_strdup_printf ("%s.%08x.part", path, g_random_int ());
    gboolean done = g_mkdir (part, 0700) == 0;
    if (!done)
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_READ_ONLY, _ ("“%s” cannot be made: %s."),
            path, g_strerror (errno));
    guint n = upstand_book_get_n_sheets (book);
    for (guint i = 0; done && i < n; i++) {
        UpstandSheet *sheet = upstand_book_get_sheet (book, i);
        g_autofree char *name =
            g_strdup_printf ("%s/%u-%s.csv", part, i + 1, upstand_sheet_get_id (sheet));
        done = upstand_csv_write_file (
            sheet, name, UPSTAND_CSV_BOM, written, data, cancellable, error);
    }
    if (done && g_rename (part, path) != 0) {
        g_set_error (error, UPSTAND_ERROR,
            errno == ENOTEMPTY || errno == EEXIST ? UPSTAND_ERROR_EXISTS : UPSTAND_ERROR_READ_ONLY,
            _ ("“%s” cannot be made: %s."), path, g_strerror (errno));
        done = FALSE;
    }
    for (guint i = 0; !done && i < n; i++) {
        g_autofree char *name = g_strdup_printf (
            "%s/%u-%s.csv", part, i + 1, upstand_sheet_get_id (upstand_book_get_sheet (book, i)));
        g_unlink (name);
    }
    if (!done)
        g_rmdir (part);
    return done;
}

static UpstandBook *
build (const UpstandReturn *self, const UpstandReturnRequest *request, GError **error)
{
    UpstandBook *official = self->build (request, error);
    if (!official || !request->for_public)
        return official;
    UpstandThresholds thresholds;
    upstand_plan_ratings_read_thresholds (request->database, &thresholds);
    UpstandPublicRequest wanted = {
        .thresholds = &thresholds,
        .classification = request->classification,
    };
    UpstandBook *copy = upstand_public_copy_new (official, &wanted, NULL, error);
    g_object_unref (official);
    return copy;
}

char *
upstand_return_write (const UpstandReturn *self, const UpstandReturnRequest *request,
    UpstandFormat format, const char *path, UpstandRowsWritten written, gpointer data,
    GCancellable *cancellable, GError **error)
{
    g_return_val_if_fail (self && request && path, NULL);
    g_autofree char *target = g_strdup (path);
    if (g_file_test (path, G_FILE_TEST_IS_DIR)) {
        g_autofree char *force = upstand_database_text (request->database, NULL,
            "SELECT value FROM setting WHERE name = $1", "t", UPSTAND_SETTING_FORCE);
        g_autofree char *name =
            upstand_return_file_name (self, force ? force : "", request, format);
        g_free (target);
        target = g_build_filename (path, name, NULL);
    }
    g_autoptr (UpstandBook) book = build (self, request, error);
    if (!book)
        return NULL;
    gboolean done = format == UPSTAND_FORMAT_XLSX
                        ? upstand_workbook_write (book, target, written, data, cancellable, error)
                        : write_csv (book, target, written, data, cancellable, error);
    return done ? g_steal_pointer (&target) : NULL;
}

gboolean
upstand_return_log (const UpstandReturn *self, UpstandStore *store,
    const UpstandReturnRequest *request, UpstandFormat format, const char *file,
    const char *recipient, const char *reason, GError **error)
{
    g_return_val_if_fail (self && UPSTAND_IS_STORE (store) && file, FALSE);
    g_autoptr (UpstandExportLog) entry = upstand_record_new (&upstand_export_log_type);
    entry->made = request->today;
    entry->return_id = g_strdup (self->id);
    entry->period = upstand_period_label (&request->period);
    entry->format = g_strdup (upstand_format_choices[format].key);
    entry->classification = g_strdup (request->classification);
    entry->file = g_path_get_basename (file);
    entry->recipient = recipient && *recipient ? g_strdup (recipient) : NULL;
    entry->reason = reason && *reason ? g_strdup (reason) : NULL;
    g_autofree char *title = g_strdup_printf (_ ("Exported: %s"), entry->file);
    if (!upstand_store_begin (store, title, error))
        return FALSE;
    upstand_store_fix_batch (store);
    if (upstand_store_save (store, entry, error))
        return upstand_store_commit (store, error);
    upstand_store_rollback (store);
    return FALSE;
}
