/* SPDX-License-Identifier: MIT */
#include "rules/contacts.h"

#include <glib/gi18n-lib.h>

#include "records/framework-records.h"

static void
contact_free (UpstandContact *contact)
{
    g_free (contact->name);
    g_free (contact);
}

static UpstandDay
day_at (UpstandQuery *row, int column)
{
    const char *text = upstand_query_text (row, column);
    return text ? upstand_date_from_iso (text) : 0;
}

static UpstandContactState
state_of (const UpstandContact *contact, UpstandDay ended, const UpstandThresholds *thresholds,
    UpstandDay today)
{
    if (ended && ended < today)
        return UPSTAND_CONTACT_ENDED;
    if (!contact->last_met)
        return UPSTAND_CONTACT_NEVER;
    return today - contact->last_met > (UpstandDay)thresholds->met_days ? UPSTAND_CONTACT_NOT_LATELY
                                                                        : UPSTAND_CONTACT_MET;
}

GPtrArray *
upstand_contacts_load (UpstandDatabase *database, const UpstandThresholds *thresholds,
    UpstandDay today, GError **error)
{
    g_return_val_if_fail (database && thresholds && today, NULL);
    g_autofree char *iso = upstand_date_to_iso (today);
    g_autoptr (UpstandQuery) rows = upstand_database_query (database, error,
        "SELECT o.id, o.name, o.review, o.ended, MIN(e.dated), MAX(e.dated), COUNT(e.id)"
        " FROM organisation o"
        " LEFT JOIN engagement_organisation l ON l.organisation_id = o.id"
        " LEFT JOIN engagement e ON e.id = l.engagement_id AND e.dated <= $1"
        "   AND e.kind_id NOT IN (SELECT id FROM framework_item WHERE list = $2"
        "     AND ' ' || COALESCE(applies, '') || ' ' LIKE '% ' || $3 || ' %')"
        " GROUP BY o.id ORDER BY COALESCE(MAX(e.dated), ''), lower(o.name), o.id",
        "ttt", iso, UPSTAND_LIST_ENGAGEMENT_KIND, UPSTAND_APPLIES_ONE_WAY);
    g_autoptr (GPtrArray) contacts = g_ptr_array_new_with_free_func ((GDestroyNotify)contact_free);
    g_autoptr (GError) local = NULL;
    if (!rows)
        return NULL;
    while (upstand_query_step (rows, &local)) {
        UpstandContact *contact = g_new0 (UpstandContact, 1);
        contact->organisation_id = upstand_query_number (rows, 0);
        contact->name = g_strdup (upstand_query_text (rows, 1));
        contact->review = day_at (rows, 2);
        contact->first_met = day_at (rows, 4);
        contact->last_met = day_at (rows, 5);
        contact->n_met = upstand_query_number (rows, 6);
        contact->state = state_of (contact, day_at (rows, 3), thresholds, today);
        g_ptr_array_add (contacts, contact);
    }
    if (local) {
        g_propagate_error (error, g_steal_pointer (&local));
        return NULL;
    }
    return g_steal_pointer (&contacts);
}

GArray *
upstand_contacts_find (const GPtrArray *contacts, UpstandContactState state)
{
    GArray *ids = NULL;
    for (guint i = 0; i < contacts->len; i++) {
        const UpstandContact *contact = g_ptr_array_index (contacts, i);
        if (contact->state == state)
            ids = upstand_ids_add (ids, contact->organisation_id);
    }
    return ids;
}

GArray *
upstand_contacts_find_new (const GPtrArray *contacts, UpstandDay start, UpstandDay end)
{
    GArray *ids = NULL;
    for (guint i = 0; i < contacts->len; i++) {
        const UpstandContact *contact = g_ptr_array_index (contacts, i);
        if (contact->first_met && contact->first_met >= start && contact->first_met <= end)
            ids = upstand_ids_add (ids, contact->organisation_id);
    }
    return ids;
}

const char *
upstand_contact_state_get_label (UpstandContactState state)
{
    static const char *const labels[] = {
        [UPSTAND_CONTACT_NEVER] = N_ ("Never met"),
        [UPSTAND_CONTACT_NOT_LATELY] = N_ ("Not lately met"),
        [UPSTAND_CONTACT_MET] = N_ ("Met"),
        [UPSTAND_CONTACT_ENDED] = N_ ("Ended"),
    };
    g_return_val_if_fail (state < G_N_ELEMENTS (labels), "");
    return _ (labels[state]);
}
