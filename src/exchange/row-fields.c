/* SPDX-License-Identifier: MIT */
#include "exchange/row-fields.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "records/kinds.h"
#include "records/requirement.h"

/* Different texts remembered for one field; a column of titles would only fill memory. */
#define MOST_REMEMBERED 2000

/* What a text was understood as: room for any kind's member but links, which have names instead. */
typedef union {
    char *text;
    gint64 number;
    UpstandDay day;
    guint choice;
} Member;

struct _UpstandRowFields {
    const UpstandRecordType *type;
    UpstandDay today;
    GHashTable **understood; /* of each field: text -> Member; NULL where it would not help */
    GHashTable **names; /* of each field with a target: folded name -> id, -1 for two of a name */
};

static gboolean
repeats (const UpstandField *field)
{
    switch (field->kind) {
    case UPSTAND_KIND_DATE:
    case UPSTAND_KIND_CHOICE:
    case UPSTAND_KIND_YES_NO:
    case UPSTAND_KIND_NUMBER:
    case UPSTAND_KIND_DECIMAL: return TRUE;
    default: return FALSE;
    }
}

static void
add_name (GHashTable *names, const char *name, gint64 id)
{
    char *folded = g_utf8_casefold (name, -1);
    const gint64 *known = g_hash_table_lookup (names, folded);
    gint64 kept = known && *known != id ? -1 : id;
    g_hash_table_insert (names, folded, g_memdup2 (&kept, sizeof kept));
}

static gboolean
read_names (
    GHashTable *names, UpstandDatabase *database, const char *sql, const char *list, GError **error)
{
    g_autoptr (UpstandQuery) rows =
        upstand_database_query (database, error, sql, list ? "t" : "", list);
    g_autoptr (GError) local = NULL;
    while (rows && upstand_query_step (rows, &local))
        add_name (names, upstand_query_text (rows, 1), upstand_query_number (rows, 0));
    if (local)
        g_propagate_error (error, g_steal_pointer (&local));
    return rows && !(error && *error);
}

/* An entry of a list goes by its code, and by its title and short title in both languages. */
static gboolean
read_items (GHashTable *names, UpstandDatabase *database, const char *list, GError **error)
{
    static const char *const columns[] = { "code", "title_en", "title_cy", "short_en", "short_cy" };
    for (guint i = 0; i < G_N_ELEMENTS (columns); i++) {
        g_autofree char *sql = g_strdup_printf (
            "SELECT MIN(id), %s FROM framework_item WHERE list = $1 AND %s IS NOT NULL GROUP BY %s",
            columns[i], columns[i], columns[i]);
        if (!read_names (names, database, sql, list, error))
            return FALSE;
    }
    return TRUE;
}

static GHashTable *
names_of (const UpstandField *field, UpstandDatabase *database, GError **error)
{
    const UpstandRecordType *target = field->target;
    g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
    g_autofree char *sql = g_strdup_printf (
        "SELECT id, %s FROM %s WHERE %s IS NOT NULL", target->title, target->name, target->title);
    if (field->list ? !read_items (names, database, field->list, error)
                    : !read_names (names, database, sql, NULL, error))
        return NULL;
    /* With two editions in the plan a number may be that of two duties: "edition:1.1" tells. */
    if (target == &upstand_requirement_type &&
        !read_names (names, database,
            "SELECT r.id, e.code || ':' || r.code FROM requirement r"
            " JOIN action a ON a.id = r.action_id JOIN pillar p ON p.id = a.pillar_id"
            " JOIN edition e ON e.id = p.edition_id",
            NULL, error))
        return NULL;
    return g_steal_pointer (&names);
}

UpstandRowFields *
upstand_row_fields_new (
    const UpstandRecordType *type, UpstandDatabase *database, UpstandDay today, GError **error)
{
    g_autoptr (UpstandRowFields) self = g_new0 (UpstandRowFields, 1);
    self->type = type;
    self->today = today;
    self->understood = g_new0 (GHashTable *, type->n_fields);
    self->names = g_new0 (GHashTable *, type->n_fields);
    for (guint i = 0; i < type->n_fields; i++) {
        const UpstandField *field = &type->fields[i];
        if (repeats (field))
            self->understood[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
        else if (field->target && !(self->names[i] = names_of (field, database, error)))
            return NULL;
    }
    return g_steal_pointer (&self);
}

void
upstand_row_fields_free (UpstandRowFields *self)
{
    if (!self)
        return;
    for (guint i = 0; i < self->type->n_fields; i++) {
        g_clear_pointer (&self->understood[i], g_hash_table_unref);
        g_clear_pointer (&self->names[i], g_hash_table_unref);
    }
    g_free (self->understood);
    g_free (self->names);
    g_free (self);
}

static gint64
find_name (GHashTable *names, const UpstandRecordType *target, const char *name, GError **error)
{
    g_autofree char *folded = g_utf8_casefold (name, -1);
    const gint64 *id = g_hash_table_lookup (names, folded);
    if (id && *id > 0)
        return *id;
    if (id)
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_INVALID,
            _ ("“%s” stands for more than one thing; with two editions write “edition:%s”."), name,
            name);
    else
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_INVALID, _ ("%s “%s” is not in the plan."),
            gettext (target->singular), name);
    return 0;
}

static gboolean
is_name (GHashTable *names, const char *text)
{
    g_autofree char *stripped = g_strstrip (g_strdup (text));
    g_autofree char *folded = g_utf8_casefold (stripped, -1);
    return g_hash_table_contains (names, folded);
}

/* One name, or several with semicolons or line ends between them, or else with commas: there are
 * organisations with a comma in their name. */
static gboolean
set_names (
    GHashTable *names, gpointer member, const UpstandField *field, const char *text, GError **error)
{
    const char *ends = strpbrk (text, ";\n") ? ";\n" : ",";
    g_auto (GStrv) words = g_strsplit_set (text, is_name (names, text) ? "" : ends, -1);
    for (guint i = 0; words[i]; i++) {
        if (!*g_strstrip (words[i]))
            continue;
        gint64 id = find_name (names, field->target, words[i], error);
        if (!id)
            return FALSE;
        if (field->kind == UPSTAND_KIND_REFERENCE)
            *(gint64 *)member = id;
        else
            *(GArray **)member = upstand_ids_add (*(GArray **)member, id);
    }
    return TRUE;
}

gboolean
upstand_row_fields_set (UpstandRowFields *self, gpointer record, const UpstandField *field,
    const UpstandRawCell *cell, GError **error)
{
    guint index = field - self->type->fields;
    gpointer member = G_STRUCT_MEMBER_P (record, field->offset);
    const UpstandKindFunctions *kind = upstand_kind (field->kind);
    kind->clear (member);
    if (cell->kind == UPSTAND_RAW_EMPTY || cell->length == 0) {
        /* Nothing written is nothing done, where a number has to be there. */
        if (field->kind == UPSTAND_KIND_NUMBER && field->flags & UPSTAND_FIELD_REQUIRED)
            *(gint64 *)member = 0;
        return TRUE;
    }
    if (cell->kind == UPSTAND_RAW_ERROR) {
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_INVALID,
            _ ("The formula there failed (%s)."), cell->text);
        return FALSE;
    }
    if (cell->kind == UPSTAND_RAW_DATE && field->kind == UPSTAND_KIND_DATE) {
        *(UpstandDay *)member = cell->day;
        return TRUE;
    }
    if (self->names[index])
        return set_names (self->names[index], member, field, cell->text, error);
    GHashTable *understood = self->understood[index];
    if (!understood)
        return upstand_record_set_typed (record, field, cell->text, self->today, error);
    Member *known = g_hash_table_lookup (understood, cell->text);
    if (!known) {
        if (!upstand_record_set_typed (record, field, cell->text, self->today, error)) {
            kind->clear (member);
            return FALSE;
        }
        if (g_hash_table_size (understood) >= MOST_REMEMBERED)
            return TRUE;
        known = g_new0 (Member, 1);
        kind->copy (known, member);
        g_hash_table_insert (understood, g_strdup (cell->text), known);
        return TRUE;
    }
    kind->copy (member, known);
    return TRUE;
}
