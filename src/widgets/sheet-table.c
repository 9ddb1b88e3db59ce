/* SPDX-License-Identifier: MIT */
#include "upstand-config.h"

#include "widgets/sheet-table.h"

#include <glib/gi18n.h>

/* A row of the model: its cells as people read them. */
#define UPSTAND_TYPE_SHEET_LINE (upstand_sheet_line_get_type ())
G_DECLARE_FINAL_TYPE (UpstandSheetLine, upstand_sheet_line, UPSTAND, SHEET_LINE, GObject)

struct _UpstandSheetLine {
    GObject parent_instance;
    GStrv cells;
};

G_DEFINE_FINAL_TYPE (UpstandSheetLine, upstand_sheet_line, G_TYPE_OBJECT)

struct _UpstandSheetTable {
    AdwBin parent_instance;

    GtkColumnView *table;
    GtkLabel *note;
    GListStore *lines;
    GtkMultiSelection *selection;
};

G_DEFINE_FINAL_TYPE (UpstandSheetTable, upstand_sheet_table, ADW_TYPE_BIN)

static void
upstand_sheet_line_finalize (GObject *object)
{
    g_strfreev (UPSTAND_SHEET_LINE (object)->cells);
    G_OBJECT_CLASS (upstand_sheet_line_parent_class)->finalize (object);
}

static void
upstand_sheet_line_class_init (UpstandSheetLineClass *class)
{
    G_OBJECT_CLASS (class)->finalize = upstand_sheet_line_finalize;
}

static void
upstand_sheet_line_init (UpstandSheetLine *self)
{
}

static guint
get_chars (const UpstandSheetColumn *column, guint most)
{
    guint usual = upstand_cell_kind_is_number (column->kind) ? 6
                  : column->kind == UPSTAND_CELL_TEXT        ? 18
                                                             : 12;

    return MIN (column->width > 0 ? (guint)column->width : usual, most);
}

static void
cell_set_up_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
    const UpstandSheetColumn *column = data;
    GtkWidget *cell = gtk_inscription_new (NULL);
    gboolean number = upstand_cell_kind_is_number (column->kind);

    gtk_inscription_set_xalign (GTK_INSCRIPTION (cell), number ? 1 : 0);
    gtk_inscription_set_text_overflow (
        GTK_INSCRIPTION (cell), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
    gtk_inscription_set_nat_chars (GTK_INSCRIPTION (cell), get_chars (column, 60));
    gtk_inscription_set_min_chars (GTK_INSCRIPTION (cell), get_chars (column, 26));
    if (number)
        gtk_widget_add_css_class (cell, "numeric");
    gtk_list_item_set_child (item, cell);
}

static void
cell_bound_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
    UpstandSheetLine *line = gtk_list_item_get_item (item);
    guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "column"));
    GtkWidget *cell = gtk_list_item_get_child (item);

    gtk_inscription_set_text (GTK_INSCRIPTION (cell), line->cells[column]);
    /* What is cut off can be read where the pointer rests. */
    gtk_widget_set_tooltip_text (
        cell, g_utf8_strlen (line->cells[column], -1) > 14 ? line->cells[column] : NULL);
}

static void
add_column (UpstandSheetTable *self, UpstandSheet *sheet, guint index)
{
    const UpstandSheetColumn *column = upstand_sheet_get_column (sheet, index);
    UpstandSheetColumn *copy = g_memdup2 (column, sizeof *column);
    GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

    g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (index));
    g_signal_connect_data (factory, "setup", G_CALLBACK (cell_set_up_cb), copy,
        (GClosureNotify)(void (*) (void))g_free, 0);
    g_signal_connect (factory, "bind", G_CALLBACK (cell_bound_cb), NULL);

    g_autoptr (GtkColumnViewColumn) made = gtk_column_view_column_new (column->title, factory);

    gtk_column_view_column_set_resizable (made, TRUE);
    gtk_column_view_column_set_expand (made, column->width >= 30);
    gtk_column_view_append_column (self->table, made);
}

static void
clear (UpstandSheetTable *self)
{
    GListModel *columns = gtk_column_view_get_columns (self->table);

    g_list_store_remove_all (self->lines);
    while (g_list_model_get_n_items (columns) > 0) {
        g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

        gtk_column_view_remove_column (self->table, column);
    }
}

static UpstandSheetLine *
make_line (const UpstandCell *cells, guint n)
{
    UpstandSheetLine *line = g_object_new (UPSTAND_TYPE_SHEET_LINE, NULL);

    line->cells = g_new0 (char *, n + 1);
    for (guint i = 0; i < n; i++)
        line->cells[i] = upstand_cell_format (&cells[i]);
    return line;
}

static void
show_notes (UpstandSheetTable *self, UpstandSheet *sheet, gboolean cut, const GError *error)
{
    g_autoptr (GString) text = g_string_new (error ? error->message : "");

    for (guint i = 0; i < upstand_sheet_get_n_notes (sheet); i++)
        g_string_append_printf (
            text, "%s%s", text->len > 0 ? "\n" : "", upstand_sheet_get_note (sheet, i));
    if (cut)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "",
            _ ("These are the first rows; an export holds them all."));
    gtk_label_set_text (self->note, text->str);
    gtk_widget_set_visible (GTK_WIDGET (self->note), text->len > 0);
}

static void
append_line (GString *text, GStrv cells)
{
    for (guint i = 0; cells[i]; i++) {
        g_autofree char *cell = g_strdelimit (g_strdup (cells[i]), "\t\r\n", ' ');

        if (i > 0)
            g_string_append_c (text, '\t');
        g_string_append (text, cell);
    }
    g_string_append_c (text, '\n');
}

static gboolean
copy_pressed_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
    g_autofree char *text = upstand_sheet_table_copy_text (UPSTAND_SHEET_TABLE (widget));

    gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
    return TRUE;
}

static void
upstand_sheet_table_dispose (GObject *object)
{
    UpstandSheetTable *self = UPSTAND_SHEET_TABLE (object);

    g_clear_object (&self->lines);
    G_OBJECT_CLASS (upstand_sheet_table_parent_class)->dispose (object);
}

static void
upstand_sheet_table_class_init (UpstandSheetTableClass *class)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

    G_OBJECT_CLASS (class)->dispose = upstand_sheet_table_dispose;
    gtk_widget_class_add_binding (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, copy_pressed_cb, NULL);
    gtk_widget_class_add_binding (
        widget_class, GDK_KEY_Insert, GDK_CONTROL_MASK, copy_pressed_cb, NULL);
}

static void
upstand_sheet_table_init (UpstandSheetTable *self)
{
    GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
    GtkWidget *scrolled = gtk_scrolled_window_new ();

    self->lines = g_list_store_new (UPSTAND_TYPE_SHEET_LINE);
    self->selection = gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (self->lines)));
    self->table = GTK_COLUMN_VIEW (gtk_column_view_new (GTK_SELECTION_MODEL (self->selection)));
    gtk_column_view_set_show_row_separators (self->table, TRUE);
    gtk_widget_add_css_class (GTK_WIDGET (self->table), "data-table");
    gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->table));
    gtk_widget_set_vexpand (scrolled, TRUE);
    gtk_box_append (GTK_BOX (box), scrolled);

    self->note = GTK_LABEL (gtk_label_new (NULL));
    gtk_label_set_wrap (self->note, TRUE);
    gtk_label_set_xalign (self->note, 0);
    gtk_widget_add_css_class (GTK_WIDGET (self->note), "dim-label");
    gtk_widget_set_margin_start (GTK_WIDGET (self->note), 12);
    gtk_widget_set_margin_end (GTK_WIDGET (self->note), 12);
    gtk_widget_set_margin_top (GTK_WIDGET (self->note), 6);
    gtk_widget_set_margin_bottom (GTK_WIDGET (self->note), 6);
    gtk_widget_set_visible (GTK_WIDGET (self->note), FALSE);
    gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->note));
    adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
upstand_sheet_table_new (void)
{
    return g_object_new (UPSTAND_TYPE_SHEET_TABLE, NULL);
}

void
upstand_sheet_table_set_sheet (UpstandSheetTable *self, UpstandSheet *sheet)
{
    g_return_if_fail (UPSTAND_IS_SHEET_TABLE (self));

    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
    gboolean cut = FALSE;

    clear (self);
    gtk_widget_set_visible (GTK_WIDGET (self->note), FALSE);
    if (!sheet)
        return;

    guint n = upstand_sheet_get_n_columns (sheet);
    g_autofree UpstandCell *cells = g_new0 (UpstandCell, n);

    for (guint i = 0; i < n; i++)
        add_column (self, sheet, i);
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->table), GTK_ACCESSIBLE_PROPERTY_LABEL,
        upstand_sheet_get_title (sheet), -1);
    while (!cut && upstand_sheet_next (sheet, cells, &error)) {
        if (lines->len < UPSTAND_SHEET_TABLE_ROWS)
            g_ptr_array_add (lines, make_line (cells, n));
        else
            cut = TRUE;
    }
    g_list_store_splice (self->lines, 0, 0, lines->pdata, lines->len);
    show_notes (self, sheet, cut, error);
}

guint
upstand_sheet_table_get_n_rows (UpstandSheetTable *self)
{
    g_return_val_if_fail (UPSTAND_IS_SHEET_TABLE (self), 0);
    return g_list_model_get_n_items (G_LIST_MODEL (self->lines));
}

char *
upstand_sheet_table_copy_text (UpstandSheetTable *self)
{
    g_return_val_if_fail (UPSTAND_IS_SHEET_TABLE (self), NULL);

    GString *text = g_string_new (NULL);
    GListModel *columns = gtk_column_view_get_columns (self->table);
    guint n = g_list_model_get_n_items (columns);
    g_autoptr (GtkBitset) chosen =
        gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
    gboolean all = gtk_bitset_is_empty (chosen);
    g_auto (GStrv) titles = g_new0 (char *, n + 1);

    for (guint i = 0; i < n; i++) {
        g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

        titles[i] = g_strdup (gtk_column_view_column_get_title (column));
    }
    append_line (text, titles);
    for (guint i = 0; i < upstand_sheet_table_get_n_rows (self); i++) {
        g_autoptr (UpstandSheetLine) line = g_list_model_get_item (G_LIST_MODEL (self->lines), i);

        if (all || gtk_bitset_contains (chosen, i))
            append_line (text, line->cells);
    }
    return g_string_free (text, FALSE);
}
