/* SPDX-License-Identifier: MIT */
#include "pages/import-preview.h"

#include <glib/gi18n.h>

#include "records/requirement.h"

#define ROW_WIDTH 60
#define CELL_WIDTH 130
#define TITLE_WIDTH 220

/* A line of a table: its cells stand in the strings of a string list. */
static GtkStringList *
new_line (void)
{
    return gtk_string_list_new (NULL);
}

static void
cell_made_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
    GtkWidget *cell = gtk_inscription_new (NULL);
    gtk_inscription_set_text_overflow (
        GTK_INSCRIPTION (cell), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
    gtk_inscription_set_nat_chars (GTK_INSCRIPTION (cell), 18);
    gtk_list_item_set_child (item, cell);
}

static void
cell_bound_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
    GtkStringList *line = gtk_list_item_get_item (item);
    const char *text = gtk_string_list_get_string (line, GPOINTER_TO_UINT (user_data));
    GtkWidget *cell = gtk_list_item_get_child (item);
    gtk_inscription_set_text (GTK_INSCRIPTION (cell), text);
    gtk_widget_set_tooltip_text (cell, text && *text ? text : NULL);
}

static GtkColumnView *
new_table (GListModel *lines)
{
    GtkWidget *table =
        gtk_column_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (lines))));
    gtk_column_view_set_show_row_separators (GTK_COLUMN_VIEW (table), TRUE);
    return GTK_COLUMN_VIEW (table);
}

/* @width: in pixels, of which a @wide one takes what the others leave. */
static void
add_column (GtkColumnView *table, const char *title, guint position, int width, gboolean wide)
{
    GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
    g_signal_connect (factory, "setup", G_CALLBACK (cell_made_cb), NULL);
    g_signal_connect (factory, "bind", G_CALLBACK (cell_bound_cb), GUINT_TO_POINTER (position));
    g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (title, factory);
    gtk_column_view_column_set_resizable (column, TRUE);
    gtk_column_view_column_set_fixed_width (column, width);
    gtk_column_view_column_set_expand (column, wide);
    gtk_column_view_append_column (table, column);
}

static GtkWidget *
new_section (const char *title, GtkColumnView *table)
{
    GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
    gtk_widget_set_vexpand (box, TRUE);
    GtkWidget *heading = gtk_label_new (title);
    gtk_label_set_xalign (GTK_LABEL (heading), 0);
    gtk_widget_add_css_class (heading, "heading");
    gtk_box_append (GTK_BOX (box), heading);
    GtkWidget *scroller = gtk_scrolled_window_new ();
    gtk_widget_set_vexpand (scroller, TRUE);
    gtk_widget_add_css_class (scroller, "card");
    gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), 120);
    gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (table));
    gtk_accessible_update_property (
        GTK_ACCESSIBLE (table), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
    gtk_box_append (GTK_BOX (box), scroller);
    return box;
}

GtkWidget *
upstand_import_preview_new_refusals (UpstandImport *import)
{
    g_return_val_if_fail (import, NULL);
    GPtrArray *refusals = upstand_import_get_refusals (import);
    g_autoptr (GListStore) lines = g_list_store_new (GTK_TYPE_STRING_LIST);
    for (guint i = 0; i < refusals->len; i++) {
        const UpstandRefusal *refusal = g_ptr_array_index (refusals, i);
        g_autoptr (GtkStringList) line = new_line ();
        g_autofree char *row = g_strdup_printf ("%" G_GUINT64_FORMAT, refusal->row);
        gtk_string_list_append (line, row);
        gtk_string_list_append (line, refusal->column ? refusal->column : _ ("the whole row"));
        gtk_string_list_append (line, refusal->value ? refusal->value : "");
        gtk_string_list_append (line, refusal->reason ? refusal->reason : "");
        g_list_store_append (lines, line);
    }
    GtkColumnView *table = new_table (G_LIST_MODEL (lines));
    add_column (table, _ ("Row"), 0, ROW_WIDTH, FALSE);
    add_column (table, _ ("Column"), 1, CELL_WIDTH, FALSE);
    add_column (table, _ ("What it says"), 2, CELL_WIDTH, FALSE);
    add_column (table, _ ("Why it is refused"), 3, TITLE_WIDTH, TRUE);
    return new_section (_ ("Refused"), table);
}

/* Requirements are named by their ids, as in the file. */
static char *
show_links (UpstandStore *store, gpointer record, const UpstandField *field)
{
    GArray *ids = *(GArray **)((char *)record + field->offset);
    GString *words = g_string_new (NULL);
    for (guint i = 0; ids && i < ids->len; i++) {
        g_autoptr (UpstandRecord) target =
            upstand_store_get (store, field->target, g_array_index (ids, gint64, i), NULL);
        if (!target)
            continue;
        g_autofree char *title = field->target == &upstand_requirement_type
                                     ? g_strdup (((UpstandRequirement *)target)->code)
                                     : upstand_record_get_title (target);
        g_string_append_printf (words, "%s%s", words->len ? ", " : "", title);
    }
    return g_string_free (words, FALSE);
}

GtkWidget *
upstand_import_preview_new_rows (UpstandImport *import, UpstandStore *store)
{
    g_return_val_if_fail (import && store, NULL);
    GPtrArray *records = upstand_import_get_preview (import);
    const char *const *headings = upstand_import_get_headings (import);
    g_autoptr (GPtrArray) fields = g_ptr_array_new ();
    for (guint i = 0; headings[i]; i++)
        if (upstand_import_get_field (import, i))
            g_ptr_array_add (fields, (gpointer)upstand_import_get_field (import, i));

    g_autoptr (GListStore) lines = g_list_store_new (GTK_TYPE_STRING_LIST);
    for (guint i = 0; i < records->len; i++) {
        gpointer record = g_ptr_array_index (records, i);
        g_autoptr (GtkStringList) line = new_line ();
        for (guint n = 0; n < fields->len; n++) {
            const UpstandField *field = g_ptr_array_index (fields, n);
            g_autofree char *text = field->kind == UPSTAND_KIND_LINKS
                                        ? show_links (store, record, field)
                                        : upstand_record_get_display (record, field);
            gtk_string_list_append (line, text);
        }
        g_list_store_append (lines, line);
    }
    GtkColumnView *table = new_table (G_LIST_MODEL (lines));
    for (guint n = 0; n < fields->len; n++) {
        const UpstandField *field = g_ptr_array_index (fields, n);
        add_column (table, g_dgettext (GETTEXT_PACKAGE, field->label), n,
            n == 0 ? TITLE_WIDTH : CELL_WIDTH, n == 0);
    }
    guint64 accepted = upstand_import_get_n_accepted (import);
    return new_section (
        accepted > records->len ? _ ("Taken in: the first of them") : _ ("Taken in"), table);
}
