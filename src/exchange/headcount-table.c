/* SPDX-License-Identifier: MIT */
#include "exchange/headcount-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "database/error.h"
#include "exchange/headcount-form.h"

#define N_NAMES 4
#define ROWS_A_STEP 256

const UpstandChoice *
upstand_headcount_table_get_columns (void)
{
    static UpstandChoice columns[N_NAMES + UPSTAND_N_COUNTS + 3];
    static gsize made = 0;
    if (g_once_init_enter (&made)) {
        const UpstandChoice names[N_NAMES] = {
            { UPSTAND_HEADCOUNT_TABLE_UNIT, N_ ("Unit") },
            { UPSTAND_HEADCOUNT_TABLE_CAPABILITY, N_ ("Capability") },
            { UPSTAND_HEADCOUNT_TABLE_WORKFORCE, N_ ("Workforce") },
            { UPSTAND_HEADCOUNT_TABLE_BASIS, N_ ("Basis") },
        };
        guint n = 0;
        for (guint i = 0; i < N_NAMES; i++)
            columns[n++] = names[i];
        for (guint count = 0; count < UPSTAND_N_COUNTS; count++)
            columns[n++] = upstand_counts[count];
        columns[n++] =
            (UpstandChoice){ UPSTAND_HEADCOUNT_STATE, N_ ("Empty cells of this row are") };
        columns[n++] = (UpstandChoice){ UPSTAND_HEADCOUNT_NOTE, N_ ("Note") };
        g_once_init_leave (&made, 1);
    }
    return columns;
}

static const char *
find_mapped (const char *folded, const char *mapping)
{
    const UpstandChoice *columns = upstand_headcount_table_get_columns ();
    g_auto (GStrv) lines = g_strsplit (mapping, "\n", -1);
    for (guint i = 0; lines[i]; i++) {
        g_auto (GStrv) parts = g_strsplit (lines[i], "\t", 2);
        if (g_strv_length (parts) != 2)
            continue;
        g_autofree char *heading = upstand_table_reader_fold_heading (parts[0]);
        if (strcmp (heading, folded) != 0)
            continue;
        int known = upstand_choice_find (columns, parts[1]);
        return known >= 0 ? columns[known].key : "";
    }
    return NULL;
}

const char *
upstand_headcount_table_find_column (const char *heading, const char *mapping)
{
    const UpstandChoice *columns = upstand_headcount_table_get_columns ();
    g_autofree char *folded = upstand_table_reader_fold_heading (heading);
    const char *mapped = mapping ? find_mapped (folded, mapping) : NULL;
    if (mapped || !*folded)
        return mapped && *mapped ? mapped : NULL;
    for (guint i = 0; columns[i].key; i++) {
        const char *words[] = { columns[i].key, columns[i].label, gettext (columns[i].label) };
        for (guint w = 0; w < G_N_ELEMENTS (words); w++) {
            g_autofree char *word = upstand_table_reader_fold_heading (words[w]);
            if (strcmp (word, folded) == 0)
                return columns[i].key;
        }
    }
    return NULL;
}

static GStrv
known_headings (const char *mapping)
{
    const UpstandChoice *columns = upstand_headcount_table_get_columns ();
    g_autoptr (GStrvBuilder) known = g_strv_builder_new ();
    g_auto (GStrv) lines = g_strsplit (mapping ? mapping : "", "\n", -1);
    for (guint i = 0; columns[i].key; i++) {
        g_strv_builder_add (known, columns[i].key);
        g_strv_builder_add (known, columns[i].label);
        g_strv_builder_add (known, gettext (columns[i].label));
    }
    for (guint i = 0; lines[i]; i++) {
        char *tab = strchr (lines[i], '\t');
        if (!tab)
            continue;
        *tab = '\0';
        g_strv_builder_add (known, lines[i]);
    }
    return g_strv_builder_end (known);
}

GStrv
upstand_headcount_table_read_headings (const char *path, GError **error)
{
    g_autoptr (UpstandTableReader) reader = upstand_table_reader_new (path, error);
    g_auto (GStrv) known = known_headings (NULL);
    if (!reader || !upstand_table_reader_read_headings (reader, (const char *const *)known, error))
        return NULL;
    return g_strdupv ((GStrv)upstand_table_reader_get_headings (reader));
}

static gboolean
is_unit (const char *key)
{
    return strcmp (key, UPSTAND_HEADCOUNT_TABLE_UNIT) == 0;
}

/* The key of each column, NULL for one that is passed over; the first of two alike counts. */
static gboolean
find_columns (UpstandReply *reply, UpstandTableReader *reader, const char *mapping, GPtrArray *keys,
    GError **error)
{
    const char *const *headings = upstand_table_reader_get_headings (reader);
    gboolean has_figures = FALSE;
    for (guint i = 0; headings[i]; i++) {
        const char *key = upstand_headcount_table_find_column (headings[i], mapping);
        gboolean is_new = key && !g_hash_table_contains (reply->headings, key);
        g_ptr_array_add (keys, is_new ? (gpointer)key : NULL);
        if (is_new)
            g_hash_table_insert (reply->headings, g_strdup (key), g_strdup (headings[i]));
        has_figures |= is_new && upstand_choice_find (upstand_counts, key) >= 0;
    }
    if (!has_figures)
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_FORMAT,
            _ ("“%s” is no form that was sent out, and no column of it has the heading of a count, "
               "such as “In post”."),
            reply->name);
    return has_figures;
}

UpstandReply *
upstand_headcount_table_read (UpstandTableReader *reader, const char *path, const char *mapping,
    GCancellable *cancellable, GError **error)
{
    g_return_val_if_fail (reader && path, NULL);
    g_autoptr (UpstandReply) reply = upstand_reply_new (path);
    g_autoptr (GPtrArray) keys = g_ptr_array_new ();
    g_auto (GStrv) known = known_headings (mapping);
    g_autoptr (GError) local = NULL;
    if (!upstand_table_reader_read_headings (reader, (const char *const *)known, error) ||
        !find_columns (reply, reader, mapping, keys, error))
        return NULL;
    for (guint n = 1; upstand_table_reader_next (reader, NULL, NULL, &local); n++) {
        UpstandReplyRow *row = upstand_reply_add_row (reply, "",
            upstand_table_reader_get_sheet (reader), upstand_table_reader_get_row (reader));
        for (guint i = 0; i < keys->len; i++) {
            const char *key = g_ptr_array_index (keys, i);
            const UpstandRawCell *cell = upstand_table_reader_get_cell (reader, (int)i);
            if (key && is_unit (key) && cell->length)
                row->subject = g_strstrip (g_strdup (cell->text));
            else if (key)
                upstand_reply_row_add_cell (row, key, i, cell);
        }
        if (n % ROWS_A_STEP == 0 && g_cancellable_set_error_if_cancelled (cancellable, &local))
            break;
    }
    if (local) {
        g_propagate_error (error, g_steal_pointer (&local));
        return NULL;
    }
    return g_steal_pointer (&reply);
}
