/* SPDX-License-Identifier: MIT */
#include "rules/ties.h"

#include "records/document.h"
#include "records/engagement.h"
#include "records/framework-records.h"
#include "records/learning.h"
#include "records/registry.h"
#include "records/theme.h"

static GArray *
read_ids (UpstandQuery *rows)
{
    GArray *ids = NULL;
    while (rows && upstand_query_step (rows, NULL))
        ids = upstand_ids_add (ids, upstand_query_number (rows, 0));
    return ids;
}

GArray *
upstand_ties_of_item (UpstandDatabase *database, gint64 item_id)
{
    g_return_val_if_fail (database, NULL);
    g_autoptr (UpstandQuery) rows = upstand_database_query (database, NULL,
        "SELECT r.id FROM framework_item i JOIN pillar p ON p.edition_id = i.edition_id"
        " JOIN action a ON a.pillar_id = p.id JOIN requirement r ON r.action_id = a.id"
        " WHERE i.id = $1 AND ' ' || i.applies || ' ' LIKE '% ' || r.code || ' %'",
        "i", item_id);
    return read_ids (rows);
}

GArray *
upstand_ties_of_register (UpstandDatabase *database, const char *name)
{
    g_return_val_if_fail (database && name, NULL);
    g_autoptr (UpstandQuery) rows = upstand_database_query (database, NULL,
        "SELECT requirement_id FROM register_requirement WHERE register = $1", "t", name);
    return read_ids (rows);
}

static const struct {
    const UpstandRecordType *type;
    const char *name; /* of the register; NULL: the kind says */
    gsize kind; /* offset of the kind's id */
} tied[] = {
    { &upstand_engagement_type, NULL, G_STRUCT_OFFSET (UpstandEngagement, kind_id) },
    { &upstand_document_type, NULL, G_STRUCT_OFFSET (UpstandDocument, kind_id) },
    { &upstand_theme_type, "theme", 0 },
    { &upstand_learning_type, "learning", 0 },
};

gboolean
upstand_ties_cover (const UpstandRecordType *type)
{
    for (guint i = 0; i < G_N_ELEMENTS (tied); i++)
        if (tied[i].type == type)
            return TRUE;
    return FALSE;
}

void
upstand_ties_settle (UpstandDatabase *database, UpstandRecord *record)
{
    g_return_if_fail (database && record);
    const UpstandRecordType *type = upstand_record_get_record_type (record);
    for (guint i = 0; i < G_N_ELEMENTS (tied) && !record->id; i++) {
        if (tied[i].type != type)
            continue;
        const UpstandField *field = upstand_record_type_find_field (type, "requirements");
        GArray **requirements = G_STRUCT_MEMBER_P (record, field->offset);
        if (*requirements && (*requirements)->len)
            return;
        g_clear_pointer (requirements, g_array_unref);
        *requirements = tied[i].name ? upstand_ties_of_register (database, tied[i].name)
                                     : upstand_ties_of_item (database,
                                           G_STRUCT_MEMBER (gint64, record, tied[i].kind));
    }
}

static void
tie_free (UpstandTie *tie)
{
    g_free (tie->title);
    g_free (tie);
}

static UpstandDay
day_at (UpstandQuery *row, int column)
{
    const char *text = upstand_query_text (row, column);
    return text ? upstand_date_from_iso (text) : 0;
}

GPtrArray *
upstand_ties_list (UpstandDatabase *database, gint64 requirement_id, guint most, GError **error)
{
    g_return_val_if_fail (database, NULL);
    g_autoptr (UpstandQuery) rows = upstand_database_query (database, error,
        "SELECT source, row_id, title, dated, expires FROM requirement_evidence"
        " WHERE requirement_id = $1 ORDER BY dated DESC, row_id DESC LIMIT $2",
        "ii", requirement_id, most ? (gint64)most : (gint64)-1);
    g_autoptr (GPtrArray) ties = g_ptr_array_new_with_free_func ((GDestroyNotify)tie_free);
    g_autoptr (GError) local = NULL;
    if (!rows)
        return NULL;
    while (upstand_query_step (rows, &local)) {
        UpstandTie *tie = g_new0 (UpstandTie, 1);
        tie->type = upstand_registry_find (upstand_query_text (rows, 0));
        tie->id = upstand_query_number (rows, 1);
        tie->title = g_strdup (upstand_query_text (rows, 2));
        tie->dated = day_at (rows, 3);
        tie->expires = day_at (rows, 4);
        g_ptr_array_add (ties, tie);
    }
    if (local) {
        g_propagate_error (error, g_steal_pointer (&local));
        return NULL;
    }
    return g_steal_pointer (&ties);
}
