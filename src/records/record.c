/* SPDX-License-Identifier: MIT */
#include "records/record.h"

#include <glib/gi18n-lib.h>

#include "records/kinds.h"

/* The longest text a field takes: a page of A4 many times over, far below what slows a list. */
#define LONGEST_TEXT 20000

G_DEFINE_ABSTRACT_TYPE (UpstandRecord, upstand_record, G_TYPE_OBJECT)

struct _UpstandProblems {
    GPtrArray *fields;
    GPtrArray *sentences;
};

static gpointer
member (gconstpointer record, const UpstandField *field)
{
    return G_STRUCT_MEMBER_P (record, field->offset);
}

static void
upstand_record_finalize (GObject *object)
{
    const UpstandRecordType *type = upstand_record_get_record_type (object);
    for (guint i = 0; i < type->n_fields; i++)
        upstand_kind (type->fields[i].kind)->clear (member (object, &type->fields[i]));
    G_OBJECT_CLASS (upstand_record_parent_class)->finalize (object);
}

static void
upstand_record_class_init (UpstandRecordClass *klass)
{
    G_OBJECT_CLASS (klass)->finalize = upstand_record_finalize;
}

static void
upstand_record_init (UpstandRecord *self)
{
}

const UpstandField *
upstand_record_type_find_field (const UpstandRecordType *type, const char *name)
{
    for (guint i = 0; i < type->n_fields; i++)
        if (strcmp (type->fields[i].name, name) == 0)
            return &type->fields[i];
    return NULL;
}

int
upstand_choice_find (const UpstandChoice *choices, const char *key)
{
    for (int i = 0; choices[i].key; i++)
        if (strcmp (choices[i].key, key) == 0)
            return i;
    return -1;
}

gpointer
upstand_record_new (const UpstandRecordType *type)
{
    UpstandRecord *record = g_object_new (type->get_type (), NULL);
    for (guint i = 0; i < type->n_fields; i++) {
        const UpstandField *field = &type->fields[i];
        /* A number that must be there begins at zero; any other begins empty. */
        if (field->kind == UPSTAND_KIND_NUMBER && field->flags & UPSTAND_FIELD_REQUIRED)
            continue;
        upstand_kind (field->kind)->clear (member (record, field));
    }
    return record;
}

gpointer
upstand_record_copy (gconstpointer record)
{
    UpstandRecord *copy = upstand_record_duplicate (record);
    copy->id = ((const UpstandRecord *)record)->id;
    copy->version = ((const UpstandRecord *)record)->version;
    return copy;
}

gpointer
upstand_record_duplicate (gconstpointer record)
{
    const UpstandRecordType *type = upstand_record_get_record_type (record);
    UpstandRecord *copy = g_object_new (type->get_type (), NULL);
    for (guint i = 0; i < type->n_fields; i++) {
        const UpstandField *field = &type->fields[i];
        upstand_kind (field->kind)->copy (member (copy, field), member (record, field));
    }
    return copy;
}

const UpstandRecordType *
upstand_record_get_record_type (gconstpointer record)
{
    return ((UpstandRecordClass *)((GTypeInstance *)record)->g_class)->type;
}

char *
upstand_record_get_text (gconstpointer record, const UpstandField *field)
{
    return upstand_kind (field->kind)->get (member (record, field), field);
}

static gboolean
is_too_long (const UpstandField *field, const char *text, GError **error)
{
    if (!text || strlen (text) <= LONGEST_TEXT)
        return FALSE;
    g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_INVALID,
        _ ("%s: longer than %d characters. Put it in a document and link to it."),
        gettext (field->label), LONGEST_TEXT);
    return TRUE;
}

gboolean
upstand_record_set_text (
    gpointer record, const UpstandField *field, const char *text, GError **error)
{
    if (is_too_long (field, text, error))
        return FALSE;
    if (upstand_kind (field->kind)->set (member (record, field), field, text))
        return TRUE;
    g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_INVALID, _ ("%s: “%s” cannot be kept there."),
        gettext (field->label), text);
    return FALSE;
}

char *
upstand_record_get_display (gconstpointer record, const UpstandField *field)
{
    const UpstandKindFunctions *kind = upstand_kind (field->kind);
    char *text = (kind->display ? kind->display : kind->get) (member (record, field), field);
    return text ? text : g_strdup ("");
}

gboolean
upstand_record_set_typed (
    gpointer record, const UpstandField *field, const char *typed, UpstandDay today, GError **error)
{
    const UpstandKindFunctions *kind = upstand_kind (field->kind);
    if (is_too_long (field, typed, error))
        return FALSE;
    if (!kind->typed)
        return upstand_record_set_text (record, field, typed, error);
    return kind->typed (member (record, field), field, typed ? typed : "", today, error);
}

gboolean
upstand_record_same (gconstpointer one, gconstpointer other, const UpstandField *field)
{
    return upstand_kind (field->kind)->same (member (one, field), member (other, field));
}

char *
upstand_record_get_title (gconstpointer record)
{
    const UpstandRecordType *type = upstand_record_get_record_type (record);
    const UpstandField *field = upstand_record_type_find_field (type, type->title);
    return upstand_record_get_display (record, field);
}

gboolean
upstand_ids_contain (const GArray *ids, gint64 id)
{
    for (guint i = 0; ids && i < ids->len; i++)
        if (g_array_index (ids, gint64, i) == id)
            return TRUE;
    return FALSE;
}

GArray *
upstand_ids_add (GArray *ids, gint64 id)
{
    if (!ids)
        ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), 2);
    guint place = ids->len;
    while (place > 0 && g_array_index (ids, gint64, place - 1) >= id)
        place--;
    if (place == ids->len || g_array_index (ids, gint64, place) != id)
        g_array_insert_val (ids, place, id);
    return ids;
}

UpstandProblems *
upstand_problems_new (void)
{
    UpstandProblems *problems = g_new (UpstandProblems, 1);
    problems->fields = g_ptr_array_new_with_free_func (g_free);
    problems->sentences = g_ptr_array_new_with_free_func (g_free);
    return problems;
}

void
upstand_problems_free (UpstandProblems *problems)
{
    g_ptr_array_unref (problems->fields);
    g_ptr_array_unref (problems->sentences);
    g_free (problems);
}

void
upstand_problems_add (UpstandProblems *problems, const char *field, const char *sentence)
{
    g_ptr_array_add (problems->fields, g_strdup (field));
    g_ptr_array_add (problems->sentences, g_strdup (sentence));
}

guint
upstand_problems_count (const UpstandProblems *problems)
{
    return problems->fields->len;
}

const char *
upstand_problems_find (const UpstandProblems *problems, const char *field)
{
    for (guint i = 0; i < problems->fields->len; i++)
        if (g_strcmp0 (g_ptr_array_index (problems->fields, i), field) == 0)
            return g_ptr_array_index (problems->sentences, i);
    return NULL;
}

const char *
upstand_problems_first (const UpstandProblems *problems, const char **field)
{
    if (problems->fields->len == 0)
        return NULL;
    if (field)
        *field = g_ptr_array_index (problems->fields, 0);
    return g_ptr_array_index (problems->sentences, 0);
}

UpstandProblems *
upstand_record_check (UpstandRecord *record)
{
    const UpstandRecordType *type = upstand_record_get_record_type (record);
    UpstandProblems *problems = upstand_problems_new ();
    if (type->settle)
        type->settle (record);
    for (guint i = 0; i < type->n_fields; i++) {
        const UpstandField *field = &type->fields[i];
        if (!(field->flags & UPSTAND_FIELD_REQUIRED))
            continue;
        g_autofree char *text = upstand_record_get_text (record, field);
        if (text && *g_strstrip (text))
            continue;
        g_autofree char *sentence = g_strdup_printf (_ ("%s is needed."), gettext (field->label));
        upstand_problems_add (problems, field->name, sentence);
    }
    if (type->validate)
        type->validate (record, problems);
    return problems;
}
