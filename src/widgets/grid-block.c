/* SPDX-License-Identifier: MIT */
#include "widgets/grid-private.h"

#include <glib/gi18n-lib.h>

/* Changing many cells in one step: states, emptying, filling, and blocks from other programs. */

/* Larger pastes are somebody's whole file: that is what importing is for. */
#define MOST_CELLS 20000

static void
add_edit (GArray *edits, guint row, guint column, const char *text)
{
    UpstandGridEdit edit = {
        .row = row, .column = column, .kind = UPSTAND_GRID_SET_TEXT, .text = text
    };
    g_array_append_val (edits, edit);
}

static gboolean
is_entered (UpstandGrid *self, guint row, guint column)
{
    g_auto (UpstandGridCell) cell = { 0 };
    upstand_grid_model_get_cell (self->model, row, column, &cell);
    return cell.applies && cell.is_entered;
}

/* Those of the selected cells that can be entered get what @edit says. */
static gboolean
change_selected (UpstandGrid *self, const UpstandGridEdit *edit)
{
    g_autoptr (GArray) edits = g_array_new (FALSE, TRUE, sizeof (UpstandGridEdit));
    guint r0, c0, r1, c1;
    if (!upstand_grid_can_write (self) || !upstand_grid_flush (self))
        return FALSE;
    upstand_grid_get_selection (self, &r0, &c0, &r1, &c1);
    for (guint row = r0; row <= r1; row++)
        for (guint column = c0; column <= c1; column++) {
            UpstandGridEdit each = *edit;
            if (!is_entered (self, row, column))
                continue;
            each.row = row;
            each.column = column;
            g_array_append_val (edits, each);
        }
    return edits->len && upstand_grid_change (self, (UpstandGridEdit *)edits->data, edits->len);
}

static void
set_state_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    int state = upstand_choice_find (upstand_figure_states, g_variant_get_string (parameter, NULL));
    UpstandGridEdit edit = { .kind = UPSTAND_GRID_SET_STATE, .state = (guint)state };
    if (state >= 0 && state != UPSTAND_FIGURE_VALUE)
        change_selected (UPSTAND_GRID (widget), &edit);
}

static void
empty_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    UpstandGridEdit edit = { .kind = UPSTAND_GRID_SET_TEXT, .text = "" };
    change_selected (UPSTAND_GRID (widget), &edit);
}

/* Copying -------------------------------------------------------------------------------------
 */

static char *
text_of (UpstandGrid *self, guint row, guint column)
{
    g_auto (UpstandGridCell) cell = { 0 };
    upstand_grid_model_get_cell (self->model, row, column, &cell);
    return cell.applies ? upstand_figure_to_text (cell.figure) : g_strdup ("");
}

char *
upstand_grid_copy_text (UpstandGrid *self)
{
    g_return_val_if_fail (UPSTAND_IS_GRID (self), NULL);
    GString *text = g_string_new (NULL);
    guint r0, c0, r1, c1;
    upstand_grid_get_selection (self, &r0, &c0, &r1, &c1);
    for (guint row = r0; self->has_cursor && row <= r1; row++)
        for (guint column = c0; column <= c1; column++) {
            g_autofree char *cell = text_of (self, row, column);
            g_string_append (text, cell);
            g_string_append_c (text, column == c1 ? '\n' : '\t');
        }
    return g_string_free (text, FALSE);
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    UpstandGrid *self = UPSTAND_GRID (widget);
    g_autofree char *text = upstand_grid_copy_text (self);
    if (*text)
        gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

static void
cut_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    copy_action (widget, name, NULL);
    empty_action (widget, name, NULL);
}

/* Pasting -------------------------------------------------------------------------------------
 */

/* Rows of fields, as spreadsheets put them on the clipboard: a field with tabs or line ends in it
 * stands in quotes, which are doubled inside. */
static GPtrArray *
split_block (const char *text)
{
    GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
    GPtrArray *row = g_ptr_array_new_with_free_func (g_free);
    g_autoptr (GString) field = g_string_new (NULL);
    gboolean quoted = FALSE, begun = FALSE;
    for (const char *p = text; *p; p++) {
        begun = TRUE;
        if (quoted && *p == '"' && p[1] == '"') {
            g_string_append_c (field, *p++);
        } else if (*p == '"' && (quoted || field->len == 0)) {
            quoted = !quoted;
        } else if (!quoted && *p == '\r') {
            continue;
        } else if (!quoted && (*p == '\t' || *p == '\n')) {
            g_ptr_array_add (row, g_strdup (field->str));
            g_string_truncate (field, 0);
            if (*p == '\t')
                continue;
            g_ptr_array_add (rows, row);
            row = g_ptr_array_new_with_free_func (g_free);
            begun = FALSE;
        } else {
            g_string_append_c (field, *p);
        }
    }
    if (begun) {
        g_ptr_array_add (row, g_strdup (field->str));
        g_ptr_array_add (rows, row);
    } else {
        g_ptr_array_unref (row);
    }
    return rows;
}

static void
refuse (UpstandGrid *self, guint row, guint column, const char *reason)
{
    g_ptr_array_add (self->refusals, upstand_grid_refusal_new (row, column, reason));
}

/* A total that was copied along: what was worked out there, and what it will be compared with. */
typedef struct {
    guint row, column;
    UpstandFigure figure;
} Total;

/* A cell that is worked out takes no figure; one that came along is kept to be compared. Anything
 * else, and anything where nothing is to be said, is refused. */
static void
place_text (
    UpstandGrid *self, GArray *edits, GArray *totals, guint row, guint column, const char *text)
{
    if (is_entered (self, row, column)) {
        add_edit (edits, row, column, text);
        return;
    }
    g_auto (UpstandGridCell) cell = { 0 };
    Total total = { row, column, { 0 } };
    upstand_grid_model_get_cell (self->model, row, column, &cell);
    g_autofree char *stripped = g_strstrip (g_strdup (text));
    g_autofree char *shown = upstand_grid_cell_format (&cell);
    if (!*stripped)
        return;
    if (cell.applies && upstand_figure_parse (stripped, UPSTAND_FIGURE_PLACES, &total.figure, NULL))
        g_array_append_val (totals, total);
    else if (!g_str_equal (stripped, shown))
        refuse (self, row, column,
            cell.applies ? _ ("This is worked out and cannot be pasted over.")
                         : _ ("There is nothing to enter here."));
}

/* One value fills the whole selection; a block goes down and right from its corner. */
static void
place_block (UpstandGrid *self, GPtrArray *rows, GArray *edits, GArray *totals)
{
    guint r0, c0, r1, c1;
    const GPtrArray *first = g_ptr_array_index (rows, 0);
    upstand_grid_get_selection (self, &r0, &c0, &r1, &c1);
    gboolean single = rows->len == 1 && first->len == 1;
    for (guint i = 0; single && r0 + i <= r1; i++)
        for (guint j = 0; c0 + j <= c1; j++)
            place_text (self, edits, totals, r0 + i, c0 + j, g_ptr_array_index (first, 0));
    for (guint i = 0; !single && i < rows->len; i++) {
        const GPtrArray *row = g_ptr_array_index (rows, i);
        for (guint j = 0; j < row->len; j++) {
            const char *text = g_ptr_array_index (row, j);
            if (r0 + i < self->n_rows && c0 + j < self->n_columns)
                place_text (self, edits, totals, r0 + i, c0 + j, text);
            else if (*text)
                refuse (self, MIN (r0 + i, self->n_rows - 1), MIN (c0 + j, self->n_columns - 1),
                    _ ("The block is larger than what is left of the grid."));
        }
    }
}

/* Totals that came along are not taken over; one that is not what the figures come to is said. */
static void
compare_totals (UpstandGrid *self, GArray *totals)
{
    for (guint i = 0; i < totals->len; i++) {
        const Total *total = &g_array_index (totals, Total, i);
        g_auto (UpstandGridCell) cell = { 0 };
        upstand_grid_model_get_cell (self->model, total->row, total->column, &cell);
        if (upstand_figure_equal (cell.figure, total->figure))
            continue;
        g_autofree char *was = upstand_figure_describe (total->figure);
        g_autofree char *is = upstand_grid_cell_format (&cell);
        g_autofree char *reason =
            g_strdup_printf (_ ("%s in the block, %s as it is worked out here."), was, is);
        refuse (self, total->row, total->column, reason);
    }
    if (self->refusals->len)
        upstand_grid_show_differences (self);
}

static guint
count_fields (GPtrArray *rows)
{
    guint n = 0;
    for (guint i = 0; i < rows->len; i++)
        n += ((GPtrArray *)g_ptr_array_index (rows, i))->len;
    return n;
}

gboolean
upstand_grid_paste_text (UpstandGrid *self, const char *text)
{
    g_return_val_if_fail (UPSTAND_IS_GRID (self) && text, FALSE);
    g_autofree char *valid = g_utf8_make_valid (text, -1);
    g_autoptr (GPtrArray) rows = split_block (valid);
    g_autoptr (GArray) edits = g_array_new (FALSE, TRUE, sizeof (UpstandGridEdit));
    g_autoptr (GArray) totals = g_array_new (FALSE, TRUE, sizeof (Total));
    if (!upstand_grid_can_write (self) || !upstand_grid_flush (self) || rows->len == 0)
        return FALSE;
    g_ptr_array_set_size (self->refusals, 0);
    if (count_fields (rows) > MOST_CELLS)
        refuse (self, self->row, self->column,
            _ ("The block is larger than can be pasted. Import it as a file instead."));
    else
        place_block (self, rows, edits, totals);
    if (self->refusals->len) {
        upstand_grid_show_refusals (self);
        return FALSE;
    }
    if (!edits->len || !upstand_grid_change (self, (UpstandGridEdit *)edits->data, edits->len))
        return FALSE;
    const UpstandGridEdit *last = &g_array_index (edits, UpstandGridEdit, edits->len - 1);
    guint r0, c0, r1, c1;
    upstand_grid_get_selection (self, &r0, &c0, &r1, &c1);
    /* What was pasted is selected, so that it can be seen. */
    self->anchor_row = r0;
    self->anchor_column = c0;
    upstand_grid_move_to (self, last->row, last->column, TRUE);
    compare_totals (self, totals);
    return TRUE;
}

static void
text_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr (UpstandGrid) self = data;
    g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
    if (text && gtk_widget_get_root (GTK_WIDGET (self)))
        upstand_grid_paste_text (self, text);
}

static void
paste_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    gdk_clipboard_read_text_async (
        gtk_widget_get_clipboard (widget), NULL, text_read_cb, g_object_ref (widget));
}

/* Filling -------------------------------------------------------------------------------------
 */

/* The first row, or column, of the selection into the others; of one cell alone, the one before. */
static void
fill (UpstandGrid *self, gboolean down)
{
    g_autoptr (GArray) edits = g_array_new (FALSE, TRUE, sizeof (UpstandGridEdit));
    g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
    guint r0, c0, r1, c1;
    if (!upstand_grid_can_write (self) || !upstand_grid_flush (self))
        return;
    upstand_grid_get_selection (self, &r0, &c0, &r1, &c1);
    if (down && r0 == r1 && r0 > 0)
        r0--;
    if (!down && c0 == c1 && c0 > 0)
        c0--;
    for (guint row = r0 + down; row <= r1; row++)
        for (guint column = c0 + !down; column <= c1; column++) {
            if (!is_entered (self, row, column))
                continue;
            char *text = text_of (self, down ? r0 : row, down ? column : c0);
            g_ptr_array_add (texts, text);
            add_edit (edits, row, column, text);
        }
    if (edits->len)
        upstand_grid_change (self, (UpstandGridEdit *)edits->data, edits->len);
}

static void
fill_down_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    fill (UPSTAND_GRID (widget), TRUE);
}

static void
fill_right_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    fill (UPSTAND_GRID (widget), FALSE);
}

GPtrArray *
upstand_grid_get_refusals (UpstandGrid *self)
{
    g_return_val_if_fail (UPSTAND_IS_GRID (self), NULL);
    return self->refusals;
}

void
upstand_grid_install_blocks (GtkWidgetClass *klass)
{
    static const struct {
        const char *name;
        GtkWidgetActionActivateFunc activate;
        guint key;
    } actions[] = {
        { "grid.copy", copy_action, GDK_KEY_c },
        { "grid.cut", cut_action, GDK_KEY_x },
        { "grid.paste", paste_action, GDK_KEY_v },
        { "grid.fill-down", fill_down_action, GDK_KEY_d },
        { "grid.fill-right", fill_right_action, GDK_KEY_r },
    };
    static const struct {
        guint key;
        UpstandFigureState state;
    } states[] = {
        { GDK_KEY_1, UPSTAND_FIGURE_NOT_COLLECTED },
        { GDK_KEY_2, UPSTAND_FIGURE_NOT_APPLICABLE },
        { GDK_KEY_3, UPSTAND_FIGURE_WITHHELD },
        { GDK_KEY_4, UPSTAND_FIGURE_UNANSWERED },
    };
    for (guint i = 0; i < G_N_ELEMENTS (actions); i++) {
        gtk_widget_class_install_action (klass, actions[i].name, NULL, actions[i].activate);
        gtk_widget_class_add_binding_action (
            klass, actions[i].key, GDK_CONTROL_MASK, actions[i].name, NULL);
    }
    gtk_widget_class_install_action (klass, "grid.empty", NULL, empty_action);
    gtk_widget_class_add_binding_action (klass, GDK_KEY_Delete, 0, "grid.empty", NULL);
    gtk_widget_class_add_binding_action (klass, GDK_KEY_BackSpace, 0, "grid.empty", NULL);
    gtk_widget_class_install_action (klass, "grid.set-state", "s", set_state_action);
    for (guint i = 0; i < G_N_ELEMENTS (states); i++)
        gtk_widget_class_add_binding_action (klass, states[i].key, GDK_CONTROL_MASK,
            "grid.set-state", "s", upstand_figure_states[states[i].state].key);
}
