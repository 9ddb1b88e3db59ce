/* SPDX-License-Identifier: MIT */
#include "records/list-query.h"

#include "database/search.h"
#include "records/kinds.h"

typedef struct {
    const UpstandField *field;
    UpstandOperator relation;
    GStrv values;
} Condition;

struct _UpstandListQuery {
    const UpstandRecordType *type;
    GPtrArray *conditions;
    gint64 only; /* an id; 0: any */
    char *question; /* what the search index is asked, or NULL */
    const UpstandField *order;
    gboolean descending;
    gboolean newest_first; /* a search began and no order was asked for since */
};

static Condition *
condition_new (const UpstandField *field, UpstandOperator relation, const char *const *values)
{
    Condition *condition = g_new (Condition, 1);
    condition->field = field;
    condition->relation = relation;
    condition->values = g_strdupv ((GStrv)values);
    return condition;
}

static void
condition_free (Condition *condition)
{
    g_strfreev (condition->values);
    g_free (condition);
}

UpstandListQuery *
upstand_list_query_new (const UpstandRecordType *type)
{
    UpstandListQuery *query = g_new0 (UpstandListQuery, 1);
    query->type = type;
    query->conditions = g_ptr_array_new_with_free_func ((GDestroyNotify)condition_free);
    return query;
}

UpstandListQuery *
upstand_list_query_new_for_target (const UpstandField *field)
{
    g_return_val_if_fail (field->target, NULL);
    UpstandListQuery *query = upstand_list_query_new (field->target);
    if (field->list)
        upstand_list_query_where (query, "list", UPSTAND_IS, (const char *[]){ field->list, NULL });
    return query;
}

UpstandListQuery *
upstand_list_query_copy (const UpstandListQuery *query)
{
    UpstandListQuery *copy = g_memdup2 (query, sizeof *query);
    copy->question = g_strdup (query->question);
    copy->conditions = g_ptr_array_new_with_free_func ((GDestroyNotify)condition_free);
    for (guint i = 0; i < query->conditions->len; i++) {
        const Condition *condition = g_ptr_array_index (query->conditions, i);
        g_ptr_array_add (copy->conditions, condition_new (condition->field, condition->relation,
                                               (const char *const *)condition->values));
    }
    return copy;
}

void
upstand_list_query_free (UpstandListQuery *query)
{
    if (!query)
        return;
    g_ptr_array_unref (query->conditions);
    g_free (query->question);
    g_free (query);
}

const UpstandRecordType *
upstand_list_query_get_record_type (const UpstandListQuery *query)
{
    return query->type;
}

/* Every record has one, and no descriptor says so. */
static const UpstandField id_field = { .name = "id", .kind = UPSTAND_KIND_REFERENCE };

void
upstand_list_query_where (
    UpstandListQuery *query, const char *field, UpstandOperator relation, const char *const *values)
{
    const UpstandField *found =
        g_str_equal (field, "id") ? &id_field : upstand_record_type_find_field (query->type, field);
    g_return_if_fail (found);
    g_return_if_fail ((relation == UPSTAND_LINKED) == (found->kind == UPSTAND_KIND_LINKS));
    g_ptr_array_add (query->conditions, condition_new (found, relation, values));
}

void
upstand_list_query_where_id (
    UpstandListQuery *query, const char *field, UpstandOperator relation, gint64 id)
{
    g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, id);
    upstand_list_query_where (query, field, relation, (const char *[]){ text, NULL });
}

void
upstand_list_query_where_ids (
    UpstandListQuery *query, const char *field, UpstandOperator relation, const GArray *ids)
{
    g_autoptr (GStrvBuilder) values = g_strv_builder_new ();
    for (guint i = 0; ids && i < ids->len; i++) {
        g_autofree char *text =
            g_strdup_printf ("%" G_GINT64_FORMAT, g_array_index (ids, gint64, i));
        g_strv_builder_add (values, text);
    }
    g_auto (GStrv) list = g_strv_builder_end (values);
    upstand_list_query_where (query, field, relation, (const char *const *)list);
}

void
upstand_list_query_only (UpstandListQuery *query, gint64 id)
{
    query->only = id;
}

void
upstand_list_query_search (UpstandListQuery *query, const char *words)
{
    g_free (query->question);
    query->question = words ? upstand_search_question (words) : NULL;
    query->newest_first = query->question != NULL;
}

void
upstand_list_query_order (UpstandListQuery *query, const char *field, gboolean descending)
{
    query->order = field ? upstand_record_type_find_field (query->type, field) : NULL;
    query->descending = descending;
    query->newest_first = FALSE;
    g_return_if_fail (!field || (query->order && query->order->kind != UPSTAND_KIND_LINKS));
}

const char *
upstand_list_query_get_order (const UpstandListQuery *query, gboolean *descending)
{
    if (descending)
        *descending = query->descending;
    return query->order ? query->order->name : NULL;
}

static void
append_values (GString *sql, const Condition *condition, gboolean with_empty, int *n)
{
    gboolean first = TRUE;
    g_string_append (sql, "(");
    for (guint i = 0; condition->values[i]; i++) {
        if (with_empty && !*condition->values[i])
            continue;
        g_string_append_printf (sql, "%s$%d", first ? "" : ", ", ++*n);
        first = FALSE;
    }
    g_string_append (sql, ")");
}

static gboolean
has_empty (const Condition *condition)
{
    return g_strv_contains ((const char *const *)condition->values, "");
}

static void
append_condition (GString *sql, const UpstandListQuery *query, const Condition *condition, int *n)
{
    const char *name = condition->field->name;
    gboolean empty = has_empty (condition);
    switch (condition->relation) {
    case UPSTAND_IS:
        g_string_append_printf (sql, empty ? "(t.%s IS NULL OR t.%s IN " : "(t.%s IN ", name, name);
        append_values (sql, condition, TRUE, n);
        g_string_append (sql, ")");
        break;
    case UPSTAND_IS_NOT:
        g_string_append_printf (sql,
            empty ? "(t.%s IS NOT NULL AND t.%s NOT IN " : "(t.%s IS NULL OR t.%s NOT IN ", name,
            name);
        append_values (sql, condition, TRUE, n);
        g_string_append (sql, ")");
        break;
    case UPSTAND_BEFORE: g_string_append_printf (sql, "t.%s < $%d", name, ++*n); break;
    case UPSTAND_FROM: g_string_append_printf (sql, "t.%s >= $%d", name, ++*n); break;
    case UPSTAND_LINKED: {
        const UpstandLinkType *links = condition->field->links;
        g_string_append_printf (sql, "EXISTS (SELECT 1 FROM %s l WHERE l.%s = t.id AND l.%s IN ",
            links->table, links->left, links->right);
        append_values (sql, condition, FALSE, n);
        g_string_append (sql, ")");
        break;
    }
    }
}

static void
append_order (GString *sql, const UpstandListQuery *query)
{
    const char *way = query->descending ? " DESC" : "";
    g_string_append (sql, " ORDER BY ");
    if (query->newest_first) {
        g_string_append (sql, UPSTAND_SEARCH_NEWEST);
        return;
    }
    if (query->order) {
        g_autofree char *column = g_strconcat ("t.", query->order->name, NULL);
        g_auto (GStrv) parts = g_strsplit (upstand_kind (query->order->kind)->order, "%s", 2);
        g_string_append_printf (sql, "%s%s%s%s, ", parts[0], column, parts[1], way);
    }
    g_string_append_printf (sql, "t.id%s", way);
}

static gboolean
bind_condition (UpstandQuery *bound, const Condition *condition, int *n)
{
    const UpstandField *field =
        condition->relation == UPSTAND_LINKED ? &id_field : condition->field;
    gboolean skip_empty =
        condition->relation == UPSTAND_IS || condition->relation == UPSTAND_IS_NOT;
    for (guint i = 0; condition->values[i]; i++) {
        if (skip_empty && !*condition->values[i])
            continue;
        if (!upstand_kind (field->kind)->bind_text (field, condition->values[i], bound, ++*n))
            return FALSE;
    }
    return TRUE;
}

UpstandQuery *
upstand_list_query_prepare (const UpstandListQuery *query, UpstandDatabase *database,
    const char *columns, guint most, GError **error)
{
    g_autoptr (GString) sql = g_string_new ("SELECT ");
    int n = query->question ? 1 : 0;
    g_string_append_printf (sql, "%s FROM ", columns);
    if (query->question)
        g_string_append_printf (
            sql, UPSTAND_SEARCH_JOIN " WHERE " UPSTAND_SEARCH_MATCH, query->type->name);
    else
        g_string_append_printf (sql, "%s t", query->type->name);
    for (guint i = 0; i < query->conditions->len; i++) {
        g_string_append (sql, i || query->question ? " AND " : " WHERE ");
        append_condition (sql, query, g_ptr_array_index (query->conditions, i), &n);
    }
    if (query->only)
        g_string_append_printf (sql, "%st.id = $%d",
            query->conditions->len || query->question ? " AND " : " WHERE ", ++n);
    if (!g_str_has_prefix (columns, "COUNT"))
        append_order (sql, query);
    if (most)
        g_string_append_printf (sql, " LIMIT $%d", ++n);

    g_autoptr (UpstandQuery) bound = upstand_database_query (database, error, sql->str, "");
    if (!bound)
        return NULL;
    n = 0;
    if (query->question)
        upstand_query_bind_text (bound, ++n, query->question);
    for (guint i = 0; i < query->conditions->len; i++) {
        const Condition *condition = g_ptr_array_index (query->conditions, i);
        if (!bind_condition (bound, condition, &n)) {
            g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_INVALID, "%s: %s",
                condition->field->name, condition->values[0]);
            return NULL;
        }
    }
    if (query->only)
        upstand_query_bind_number (bound, ++n, query->only);
    if (most)
        upstand_query_bind_number (bound, ++n, most);
    return g_steal_pointer (&bound);
}

char *
upstand_list_query_columns (const UpstandRecordType *type)
{
    GString *columns = g_string_new ("t.id, t.version");
    for (guint i = 0; i < type->n_fields; i++)
        if (type->fields[i].kind != UPSTAND_KIND_LINKS)
            g_string_append_printf (columns, ", t.%s", type->fields[i].name);
    return g_string_free (columns, FALSE);
}

gpointer
upstand_list_query_read (const UpstandRecordType *type, UpstandQuery *row)
{
    UpstandRecord *record = upstand_record_new (type);
    record->id = upstand_query_number (row, 0);
    record->version = upstand_query_number (row, 1);
    int column = 2;
    for (guint i = 0; i < type->n_fields; i++) {
        const UpstandField *field = &type->fields[i];
        if (field->kind != UPSTAND_KIND_LINKS)
            upstand_kind (field->kind)
                ->read (G_STRUCT_MEMBER_P (record, field->offset), field, row, column++);
    }
    return record;
}

static gboolean
read_links_of (const UpstandField *field, UpstandDatabase *database, GPtrArray *records,
    GHashTable *by_id, GError **error)
{
    const UpstandLinkType *links = field->links;
    g_autoptr (GString) sql = g_string_new (NULL);
    g_string_append_printf (sql, "SELECT %s, %s FROM %s WHERE %s IN (", links->left, links->right,
        links->table, links->left);
    for (guint i = 0; i < records->len; i++)
        g_string_append_printf (sql, i ? ", $%u" : "$%u", i + 1);
    g_string_append (sql, ")");
    g_autoptr (UpstandQuery) query = upstand_database_query (database, error, sql->str, "");
    if (!query)
        return FALSE;
    for (guint i = 0; i < records->len; i++)
        upstand_query_bind_number (
            query, i + 1, ((UpstandRecord *)g_ptr_array_index (records, i))->id);
    g_autoptr (GError) local = NULL;
    while (upstand_query_step (query, &local)) {
        gint64 id = upstand_query_number (query, 0);
        gpointer record = g_hash_table_lookup (by_id, &id);
        GArray **member = G_STRUCT_MEMBER_P (record, field->offset);
        *member = upstand_ids_add (*member, upstand_query_number (query, 1));
    }
    if (local)
        g_propagate_error (error, g_steal_pointer (&local));
    return local == NULL && (!error || !*error);
}

gboolean
upstand_list_query_read_links (
    const UpstandRecordType *type, UpstandDatabase *database, GPtrArray *records, GError **error)
{
    /* In pieces, because an engine takes only so many parameters. */
    const guint most = 200;
    for (guint start = 0; start < records->len; start += most) {
        g_autoptr (GPtrArray) piece = g_ptr_array_new ();
        g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
        for (guint i = start; i < MIN (start + most, records->len); i++) {
            UpstandRecord *record = g_ptr_array_index (records, i);
            g_ptr_array_add (piece, record);
            g_hash_table_insert (by_id, &record->id, record);
        }
        for (guint f = 0; f < type->n_fields; f++)
            if (type->fields[f].kind == UPSTAND_KIND_LINKS &&
                !read_links_of (&type->fields[f], database, piece, by_id, error))
                return FALSE;
    }
    return TRUE;
}

GPtrArray *
upstand_list_query_run (
    const UpstandListQuery *query, UpstandDatabase *database, guint most, GError **error)
{
    g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
    g_autofree char *columns = upstand_list_query_columns (query->type);
    {
        g_autoptr (UpstandQuery) rows =
            upstand_list_query_prepare (query, database, columns, most, error);
        g_autoptr (GError) local = NULL;
        if (!rows)
            return NULL;
        while (upstand_query_step (rows, &local))
            g_ptr_array_add (records, upstand_list_query_read (query->type, rows));
        if (local) {
            g_propagate_error (error, g_steal_pointer (&local));
            return NULL;
        }
    }
    if (!upstand_list_query_read_links (query->type, database, records, error))
        return NULL;
    return g_steal_pointer (&records);
}
