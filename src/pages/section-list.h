/* SPDX-License-Identifier: MIT */
#pragma once

#include <adwaita.h>

#include "records/store.h"

G_BEGIN_DECLS

#define UPSTAND_TYPE_SECTION_LIST (upstand_section_list_get_type ())
G_DECLARE_DERIVABLE_TYPE (UpstandSectionList, upstand_section_list, UPSTAND, SECTION_LIST, AdwBin)

/**
 * UpstandSectionList:
 *
 * A titled list of the records that belong to one requirement, one activity or some other record,
 * with a button that adds to it. It follows the store; rows whose record did not change stay as
 * they are. What a subclass says in class_init is all that tells one list from another.
 */
struct _UpstandSectionListClass {
    AdwBinClass parent_class;

    const char *title; /* N_() */
    const char *empty; /* N_(): what belongs here, while there is nothing */
    const char *add_label; /* N_(): what the button does; NULL: nothing can be added */
    const char *const *tables; /* followed for changes; NULL-ended */
    gboolean hidden_when_empty;

    /** (transfer full): the first @most records in their order. */
    GPtrArray *(*list) (UpstandSectionList *self, guint most, GError **error);

    /** A row for @record, which it may keep a reference to. */
    GtkWidget *(*make_row) (UpstandSectionList *self, gpointer record);

    void (*add) (UpstandSectionList *self);

    /** A record was chosen with a click or Enter; NULL: rows are only read. */
    void (*open) (UpstandSectionList *self, gpointer record);
};

/**
 * Shows what belongs to that requirement, or, when @requirement_id is 0, to that activity.
 *
 * @today: dates are counted from it
 */
void upstand_section_list_set_subject (UpstandSectionList *self, UpstandStore *store,
    UpstandDay today, gint64 requirement_id, gint64 activity_id);

/** Shows what belongs to that record of another kind. */
void upstand_section_list_set_owner (
    UpstandSectionList *self, UpstandStore *store, UpstandDay today, gint64 owner_id);
gint64 upstand_section_list_get_owner (UpstandSectionList *self);

UpstandStore *upstand_section_list_get_store (UpstandSectionList *self);
UpstandDay upstand_section_list_get_today (UpstandSectionList *self);
gint64 upstand_section_list_get_requirement (UpstandSectionList *self);
gint64 upstand_section_list_get_activity (UpstandSectionList *self);

/** The codes of the requirements in @ids but the one shown: "1.2, 3.1"; NULL: none. To be freed. */
char *upstand_section_list_name_others (UpstandSectionList *self, const GArray *ids);

/** Restricts @query to what the link field @field ties to @id. */
void upstand_section_list_where_linked (UpstandListQuery *query, const char *field, gint64 id);

/** A row with wrapping, literal texts, the usual shape of a row in such a list. */
GtkWidget *upstand_section_list_new_row (const char *title, const char *subtitle);

/** A flat button with an icon for a row's end, named for the ear and the pointer. */
GtkWidget *upstand_section_list_new_button (const char *icon_name, const char *name);

/** How many rows are shown, and the record of one of them (for tests and keys). */
guint upstand_section_list_get_n_rows (UpstandSectionList *self);
gpointer upstand_section_list_get_record (UpstandSectionList *self, guint position);

G_END_DECLS
