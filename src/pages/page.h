/* SPDX-License-Identifier: MIT */
#pragma once

#include <adwaita.h>

#include "records/date.h"
#include "records/store.h"

G_BEGIN_DECLS

#define UPSTAND_TYPE_PAGE (upstand_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (UpstandPage, upstand_page, UPSTAND, PAGE, AdwBin)

/**
 * UpstandPage:
 *
 * One tab. The window knows pages only by this class and by the list in pages/pages.c; it builds a
 * page when it is first shown, and asks for its name before that, so the three texts are the
 * class's and are set in class_init.
 *
 * A page tells the window what it wants by actions: "win.toast" "s" (words), "win.toast-undo" "s"
 * (words, with an Undo button), "win.show-record" "(sx)" (table, id), "win.show-error" "(ss)"
 * (heading, words), "win.undo", "win.redo", "win.show-page" "s" (name),
 * "win.export-return" "(ss)" (id of a return, label of a period).
 *
 * Property "today": the window moves it on at midnight; a page that shows dates follows it.
 */
struct _UpstandPageClass {
    AdwBinClass parent_class;

    const char *name; /* id: GSettings, "win.show-page" */
    const char *title; /* N_() */
    const char *icon_name; /* symbolic */

    /** Shows that plan: once, after the page is made and before it is first shown. */
    void (*set_store) (UpstandPage *self, UpstandStore *store);

    /** Goes to the record; FALSE when it has no place on this page. */
    gboolean (*show_record) (UpstandPage *self, const char *table, gint64 id);

    /** The tables whose records have a place on this page; NULL-ended. */
    const char *const *tables;

    /** Saves what is half typed; FALSE when it cannot be, and the page then says why. */
    gboolean (*save_pending) (UpstandPage *self);

    /** Where the person is, as a text of the page's own making; to be freed; may be NULL. */
    char *(*get_place) (UpstandPage *self);

    /** Goes there again; a text it does not understand is passed over. */
    void (*set_place) (UpstandPage *self, const char *place);
};

/** The day that counts as today: the window's, or UPSTAND_TODAY=YYYY-MM-DD of the environment. */
UpstandDay upstand_page_get_today (UpstandPage *self);
void upstand_page_set_today (UpstandPage *self, UpstandDay today);

/** The plan, once it has been set. */
UpstandStore *upstand_page_get_store (UpstandPage *self);

/* For the window: the class functions; each may be missing. */
void upstand_page_set_store (UpstandPage *self, UpstandStore *store);
gboolean upstand_page_show_record (UpstandPage *self, const char *table, gint64 id);
gboolean upstand_page_save_pending (UpstandPage *self);
char *upstand_page_get_place (UpstandPage *self);
void upstand_page_set_place (UpstandPage *self, const char *place);

G_END_DECLS
