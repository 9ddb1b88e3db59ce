/* SPDX-License-Identifier: MIT */
#include "plan-fixture.h"
#include "records/record.h"
#include "widgets/grid-cell.h"
#include "widgets/grid.h"

/* A model in memory: the last column is worked out, row 2 has nothing in its first column. */

#define TEST_TYPE_MODEL (test_model_get_type ())
G_DECLARE_FINAL_TYPE (TestModel, test_model, TEST, MODEL, GObject)

struct _TestModel {
    GObject parent_instance;
    guint n_rows, n_columns;
    UpstandFigure *figures;
    char *notes[8];
    gboolean broken; /* the plan cannot be written */
    guint n_applied, n_edits;
};

static void test_model_iface_init (UpstandGridModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TestModel, test_model, G_TYPE_OBJECT,
    G_IMPLEMENT_INTERFACE (UPSTAND_TYPE_GRID_MODEL, test_model_iface_init))

static guint
get_n_rows (UpstandGridModel *model)
{
    return TEST_MODEL (model)->n_rows;
}

static guint
get_n_columns (UpstandGridModel *model)
{
    return TEST_MODEL (model)->n_columns;
}

static void
get_row (UpstandGridModel *model, guint row, UpstandGridRow *out)
{
    static const char *const titles[] = { "North", "South", "East", "West" };
    out->title = titles[row % G_N_ELEMENTS (titles)];
}

static void
get_column (UpstandGridModel *model, guint column, UpstandGridColumn *out)
{
    static const char *const titles[] = { "In post", "Trained", "In date", "Deployable" };
    out->title = column + 1 == TEST_MODEL (model)->n_columns ? "Sum" : titles[column % 4];
    out->group = column < 2 ? "People" : "More";
    out->definition = "What is counted";
    out->width = 6;
}

static UpstandFigure *
figure_at (TestModel *self, guint row, guint column)
{
    return &self->figures[row * self->n_columns + column];
}

static gboolean
is_entered (TestModel *self, guint row, guint column)
{
    return column + 1 < self->n_columns && !(row == 2 && column == 0);
}

static void
get_cell (UpstandGridModel *model, guint row, guint column, UpstandGridCell *out)
{
    TestModel *self = TEST_MODEL (model);
    UpstandFigureSum sum = { 0 };
    out->applies = !(row == 2 && column == 0);
    out->is_entered = is_entered (self, row, column);
    out->figure = *figure_at (self, row, column);
    out->has_note = row == 0 && column < 8 && self->notes[column];
    if (column + 1 < self->n_columns)
        return;
    for (guint i = 0; i + 1 < self->n_columns; i++)
        upstand_figure_sum_add (&sum, *figure_at (self, row, i));
    out->figure = upstand_figure_sum_get (&sum);
    out->has_hole = sum.n_holes > 0;
}

static char *
get_note (UpstandGridModel *model, guint row, guint column)
{
    return row == 0 && column < 8 ? g_strdup (TEST_MODEL (model)->notes[column]) : NULL;
}

static gboolean
apply (UpstandGridModel *model, const UpstandGridEdit *edits, guint n_edits, GPtrArray *refusals,
    GError **error)
{
    TestModel *self = TEST_MODEL (model);
    g_autofree UpstandFigure *figures = g_new0 (UpstandFigure, n_edits);
    for (guint i = 0; i < n_edits; i++) {
        g_autoptr (GError) reason = NULL;
        figures[i].state = edits[i].state;
        if (edits[i].kind == UPSTAND_GRID_SET_TEXT &&
            !upstand_figure_parse (edits[i].text, 0, &figures[i], &reason))
            g_ptr_array_add (refusals,
                upstand_grid_refusal_new (edits[i].row, edits[i].column, reason->message));
    }
    if (refusals->len)
        return FALSE;
    if (self->broken) {
        g_set_error_literal (error, UPSTAND_ERROR, UPSTAND_ERROR_FULL, "The disk is full.");
        return FALSE;
    }
    self->n_applied++;
    self->n_edits += n_edits;
    for (guint i = 0; i < n_edits; i++) {
        if (edits[i].kind == UPSTAND_GRID_SET_NOTE) {
            g_free (self->notes[edits[i].column]);
            self->notes[edits[i].column] = g_strdup (edits[i].text);
        } else {
            *figure_at (self, edits[i].row, edits[i].column) = figures[i];
        }
        upstand_grid_model_cell_changed (model, edits[i].row, edits[i].column);
        upstand_grid_model_cell_changed (model, edits[i].row, self->n_columns - 1);
    }
    return TRUE;
}

static void
test_model_iface_init (UpstandGridModelInterface *iface)
{
    iface->get_n_rows = get_n_rows;
    iface->get_n_columns = get_n_columns;
    iface->get_row = get_row;
    iface->get_column = get_column;
    iface->get_cell = get_cell;
    iface->get_note = get_note;
    iface->apply = apply;
}

static void
test_model_finalize (GObject *object)
{
    TestModel *self = TEST_MODEL (object);
    for (guint i = 0; i < G_N_ELEMENTS (self->notes); i++)
        g_free (self->notes[i]);
    g_free (self->figures);
    G_OBJECT_CLASS (test_model_parent_class)->finalize (object);
}

static void
test_model_class_init (TestModelClass *klass)
{
    G_OBJECT_CLASS (klass)->finalize = test_model_finalize;
}

static void
test_model_init (TestModel *self)
{
}

typedef struct {
    PlanFixture plan;
    TestModel *model;
    UpstandGrid *grid;
    char *trouble;
} Fixture;

static void
trouble_cb (UpstandGrid *grid, const char *words, Fixture *fixture)
{
    g_free (fixture->trouble);
    fixture->trouble = g_strdup (words);
}

static void
set_up_size (Fixture *fixture, guint n_rows, guint n_columns)
{
    GtkWidget *scrolled = gtk_scrolled_window_new ();
    plan_fixture_set_up (&fixture->plan, NULL);
    fixture->model = g_object_new (TEST_TYPE_MODEL, NULL);
    fixture->model->n_rows = n_rows;
    fixture->model->n_columns = n_columns;
    fixture->model->figures = g_new0 (UpstandFigure, n_rows * n_columns);
    fixture->grid = UPSTAND_GRID (upstand_grid_new ());
    upstand_grid_set_model (fixture->grid, UPSTAND_GRID_MODEL (fixture->model));
    g_signal_connect (fixture->grid, "trouble", G_CALLBACK (trouble_cb), fixture);
    gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (fixture->grid));
    plan_fixture_show (&fixture->plan, scrolled, 700, 400);
    gtk_widget_grab_focus (GTK_WIDGET (fixture->grid));
    plan_fixture_settle ();
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
    set_up_size (fixture, 4, 5);
}

static void
set_up_large (Fixture *fixture, gconstpointer data)
{
    set_up_size (fixture, 200, 60);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
    plan_fixture_tear_down (&fixture->plan, data);
    g_clear_object (&fixture->model);
    g_free (fixture->trouble);
}

static void
move (Fixture *fixture, const char *way, gboolean select)
{
    g_assert_true (
        gtk_widget_activate_action (GTK_WIDGET (fixture->grid), "grid.move", "(sb)", way, select));
}

static void
act (Fixture *fixture, const char *action)
{
    g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->grid), action, NULL));
    plan_fixture_settle ();
}

static void
assert_cursor (Fixture *fixture, guint row, guint column)
{
    guint at_row, at_column;
    g_assert_true (upstand_grid_get_cursor (fixture->grid, &at_row, &at_column));
    g_assert_cmpuint (at_row, ==, row);
    g_assert_cmpuint (at_column, ==, column);
}

static void
assert_figure (Fixture *fixture, guint row, guint column, UpstandFigureState state, int number)
{
    UpstandFigure figure = *figure_at (fixture->model, row, column);
    g_assert_cmpint (figure.state, ==, state);
    g_assert_cmpint (figure.value, ==, number * UPSTAND_FIGURE_ONE);
}

static void
put (Fixture *fixture, guint row, guint column, int number)
{
    *figure_at (fixture->model, row, column) = upstand_figure_of (number * UPSTAND_FIGURE_ONE);
}

static void
test_moves (Fixture *fixture, gconstpointer data)
{
    assert_cursor (fixture, 0, 0);
    move (fixture, "right", FALSE);
    move (fixture, "down", FALSE);
    assert_cursor (fixture, 1, 1);
    move (fixture, "end", FALSE);
    assert_cursor (fixture, 1, 4);
    move (fixture, "right", FALSE);
    assert_cursor (fixture, 1, 4);
    move (fixture, "on", FALSE);
    assert_cursor (fixture, 2, 0);
    move (fixture, "back", FALSE);
    assert_cursor (fixture, 1, 4);
    move (fixture, "home", FALSE);
    assert_cursor (fixture, 1, 0);
    move (fixture, "last", FALSE);
    assert_cursor (fixture, 3, 4);
    move (fixture, "on", FALSE);
    assert_cursor (fixture, 3, 4);
    move (fixture, "first", FALSE);
    assert_cursor (fixture, 0, 0);
    move (fixture, "up", FALSE);
    move (fixture, "left", FALSE);
    move (fixture, "back", FALSE);
    assert_cursor (fixture, 0, 0);
    move (fixture, "page-down", FALSE);
    assert_cursor (fixture, 3, 0);
}

/* Over what is empty to the next that is filled, and then to the end of its run. */
static void
test_far (Fixture *fixture, gconstpointer data)
{
    put (fixture, 0, 2, 1);
    put (fixture, 0, 3, 1);
    move (fixture, "far-right", FALSE);
    assert_cursor (fixture, 0, 2);
    move (fixture, "far-right", FALSE);
    assert_cursor (fixture, 0, 4);
    move (fixture, "far-left", FALSE);
    assert_cursor (fixture, 0, 2);
    move (fixture, "far-left", FALSE);
    assert_cursor (fixture, 0, 0);
    move (fixture, "far-down", FALSE);
    assert_cursor (fixture, 3, 0);
}

static void
test_typing (Fixture *fixture, gconstpointer data)
{
    upstand_grid_type (fixture->grid, "1,234");
    plan_fixture_settle ();
    g_assert_cmpstr (upstand_grid_get_typed (fixture->grid), ==, "1,234");
    move (fixture, "down", FALSE);
    g_assert_null (upstand_grid_get_typed (fixture->grid));
    assert_figure (fixture, 0, 0, UPSTAND_FIGURE_VALUE, 1234);
    assert_cursor (fixture, 1, 0);
    /* Esc gives up; F2 takes up what is there. */
    upstand_grid_type (fixture->grid, "7");
    act (fixture, "grid.give-up");
    assert_figure (fixture, 1, 0, UPSTAND_FIGURE_UNANSWERED, 0);
    move (fixture, "up", FALSE);
    act (fixture, "grid.edit");
    g_assert_cmpstr (upstand_grid_get_typed (fixture->grid), ==, "1234");
    act (fixture, "grid.give-up");
    /* What is worked out is not typed over. */
    move (fixture, "end", FALSE);
    upstand_grid_type (fixture->grid, "7");
    g_assert_null (upstand_grid_get_typed (fixture->grid));
}

/* What is refused stays, with the reason; so does what could not be written. */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
    upstand_grid_type (fixture->grid, "twelve");
    move (fixture, "down", FALSE);
    plan_fixture_settle ();
    g_assert_cmpstr (upstand_grid_get_typed (fixture->grid), ==, "twelve");
    assert_cursor (fixture, 0, 0);
    g_assert_cmpuint (upstand_grid_get_refusals (fixture->grid)->len, ==, 1);
    g_assert_false (upstand_grid_flush (fixture->grid));
    upstand_grid_type (fixture->grid, "12");
    fixture->model->broken = TRUE;
    g_assert_false (upstand_grid_flush (fixture->grid));
    g_assert_cmpstr (fixture->trouble, ==, "The disk is full.");
    g_assert_cmpstr (upstand_grid_get_typed (fixture->grid), ==, "12");
    fixture->model->broken = FALSE;
    g_assert_true (upstand_grid_flush (fixture->grid));
    assert_figure (fixture, 0, 0, UPSTAND_FIGURE_VALUE, 12);
    plan_fixture_settle ();
}

static void
test_block (Fixture *fixture, gconstpointer data)
{
    /* As LibreOffice and Excel put it there. */
    g_assert_true (
        upstand_grid_paste_text (fixture->grid, "1\t2\t\"3\"\r\nn/a\tnot collected\t1,000\r\n"));
    assert_figure (fixture, 0, 0, UPSTAND_FIGURE_VALUE, 1);
    assert_figure (fixture, 0, 2, UPSTAND_FIGURE_VALUE, 3);
    assert_figure (fixture, 1, 0, UPSTAND_FIGURE_NOT_APPLICABLE, 0);
    assert_figure (fixture, 1, 1, UPSTAND_FIGURE_NOT_COLLECTED, 0);
    assert_figure (fixture, 1, 2, UPSTAND_FIGURE_VALUE, 1000);
    g_assert_cmpuint (fixture->model->n_applied, ==, 1);
    g_autofree char *copied = upstand_grid_copy_text (fixture->grid);
    g_assert_cmpstr (copied, ==, "1\t2\t3\nNot applicable\tNot collected\t1000\n");
    /* One value fills the selection. */
    g_assert_true (upstand_grid_paste_text (fixture->grid, "5"));
    assert_figure (fixture, 0, 0, UPSTAND_FIGURE_VALUE, 5);
    assert_figure (fixture, 1, 2, UPSTAND_FIGURE_VALUE, 5);
    assert_figure (fixture, 2, 2, UPSTAND_FIGURE_UNANSWERED, 0);
    g_assert_cmpuint (fixture->model->n_applied, ==, 2);
}

/* One bad cell refuses the block: nothing is half-pasted. */
static void
test_block_refused (Fixture *fixture, gconstpointer data)
{
    GPtrArray *refusals = upstand_grid_get_refusals (fixture->grid);
    g_assert_false (upstand_grid_paste_text (fixture->grid, "1\tabout 3\t2\n4\t5\t6\n"));
    g_assert_cmpuint (refusals->len, ==, 1);
    const UpstandGridRefusal *refusal = g_ptr_array_index (refusals, 0);
    g_assert_cmpuint (refusal->row, ==, 0);
    g_assert_cmpuint (refusal->column, ==, 1);
    assert_figure (fixture, 0, 0, UPSTAND_FIGURE_UNANSWERED, 0);
    g_assert_cmpuint (fixture->model->n_applied, ==, 0);
    /* Totals that came along are not taken over; one that is another here is said. */
    g_assert_true (upstand_grid_paste_text (fixture->grid, "1\t2\t3\t4\t10\n"));
    g_assert_cmpuint (refusals->len, ==, 0);
    move (fixture, "first", FALSE);
    g_assert_true (upstand_grid_paste_text (fixture->grid, "1\t2\t3\t5\t10\n"));
    assert_figure (fixture, 0, 3, UPSTAND_FIGURE_VALUE, 5);
    g_assert_cmpuint (refusals->len, ==, 1);
    move (fixture, "first", FALSE);
    g_assert_false (upstand_grid_paste_text (fixture->grid, "1\t2\t3\t4\tin all\n"));
    assert_figure (fixture, 0, 3, UPSTAND_FIGURE_VALUE, 5);
    upstand_grid_move_to (fixture->grid, 2, 0, FALSE);
    g_assert_false (upstand_grid_paste_text (fixture->grid, "1\t2\n"));
    g_assert_true (upstand_grid_paste_text (fixture->grid, "\t2\n"));
    /* Past the edge. */
    upstand_grid_move_to (fixture->grid, 3, 0, FALSE);
    g_assert_false (upstand_grid_paste_text (fixture->grid, "1\n2\n"));
    plan_fixture_settle ();
}

static void
test_selection (Fixture *fixture, gconstpointer data)
{
    guint r0, c0, r1, c1;
    put (fixture, 0, 0, 3);
    put (fixture, 1, 0, 4);
    *figure_at (fixture->model, 1, 1) = upstand_figure_without (UPSTAND_FIGURE_WITHHELD);
    move (fixture, "down", TRUE);
    g_assert_cmpstr (upstand_grid_get_status (fixture->grid), ==, "2 cells · sum 7");
    move (fixture, "right", TRUE);
    upstand_grid_get_selection (fixture->grid, &r0, &c0, &r1, &c1);
    g_assert_cmpuint (r1, ==, 1);
    g_assert_cmpuint (c1, ==, 1);
    g_assert_cmpstr (upstand_grid_get_status (fixture->grid), ==,
        "4 cells · sum at least 7 · 2 without a number");
    act (fixture, "grid.select-all");
    upstand_grid_get_selection (fixture->grid, &r0, &c0, &r1, &c1);
    g_assert_cmpuint (r1, ==, 3);
    g_assert_cmpuint (c1, ==, 4);
    act (fixture, "grid.empty");
    assert_figure (fixture, 0, 0, UPSTAND_FIGURE_UNANSWERED, 0);
    g_assert_cmpuint (fixture->model->n_applied, ==, 1);
    move (fixture, "first", FALSE);
    g_assert_cmpstr (upstand_grid_get_status (fixture->grid), ==, "What is counted");
}

static void
test_fill (Fixture *fixture, gconstpointer data)
{
    put (fixture, 0, 1, 6);
    upstand_grid_move_to (fixture->grid, 0, 1, FALSE);
    upstand_grid_move_to (fixture->grid, 3, 1, TRUE);
    act (fixture, "grid.fill-down");
    for (guint row = 1; row < 4; row++)
        assert_figure (fixture, row, 1, UPSTAND_FIGURE_VALUE, 6);
    upstand_grid_move_to (fixture->grid, 1, 2, FALSE);
    act (fixture, "grid.fill-right");
    assert_figure (fixture, 1, 2, UPSTAND_FIGURE_VALUE, 6);
    g_assert_cmpuint (fixture->model->n_applied, ==, 2);
}

static void
test_states (Fixture *fixture, gconstpointer data)
{
    upstand_grid_move_to (fixture->grid, 1, 1, TRUE);
    gtk_widget_activate_action (GTK_WIDGET (fixture->grid), "grid.set-state", "s", "not-collected");
    assert_figure (fixture, 0, 0, UPSTAND_FIGURE_NOT_COLLECTED, 0);
    assert_figure (fixture, 1, 1, UPSTAND_FIGURE_NOT_COLLECTED, 0);
    g_assert_cmpuint (fixture->model->n_applied, ==, 1);
    act (fixture, "grid.menu");
    act (fixture, "grid.give-up");
    act (fixture, "grid.note");
    act (fixture, "grid.give-up");
    upstand_grid_set_read_only (fixture->grid, TRUE);
    upstand_grid_type (fixture->grid, "5");
    g_assert_null (upstand_grid_get_typed (fixture->grid));
    g_assert_false (upstand_grid_paste_text (fixture->grid, "5"));
    g_assert_cmpuint (fixture->model->n_applied, ==, 1);
}

static void
test_accessible (Fixture *fixture, gconstpointer data)
{
    put (fixture, 0, 0, 3);
    fixture->model->notes[0] = g_strdup ("Counted by hand");
    upstand_grid_model_cell_changed (UPSTAND_GRID_MODEL (fixture->model), 0, 0);
    GtkWidget *cell = upstand_grid_get_cell_widget (fixture->grid, 0, 0);
    gtk_test_accessible_assert_role (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_ROLE_GRID_CELL);
    gtk_test_accessible_assert_property (
        GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, "North, In post, 3, has a note");
    gtk_test_accessible_assert_property (
        GTK_ACCESSIBLE (upstand_grid_get_cell_widget (fixture->grid, 2, 0)),
        GTK_ACCESSIBLE_PROPERTY_LABEL, "East, In post, nothing to enter");
    gtk_test_accessible_assert_property (
        GTK_ACCESSIBLE (upstand_grid_get_cell_widget (fixture->grid, 1, 1)),
        GTK_ACCESSIBLE_PROPERTY_LABEL, "South, Trained, Not answered");
    gtk_test_accessible_assert_role (GTK_ACCESSIBLE (fixture->grid), GTK_ACCESSIBLE_ROLE_GRID);
    g_assert_true (gtk_widget_has_focus (cell));
    g_assert_cmpstr (upstand_grid_field_get_text (UPSTAND_GRID_FIELD (cell)), ==, "3");
}

static gboolean
is_out_of_sight (gpointer grid)
{
    return upstand_grid_get_cell_widget (grid, 0, 0) == NULL;
}

static gboolean
is_back (gpointer grid)
{
    return upstand_grid_get_cell_widget (grid, 5, 0) != NULL &&
           upstand_grid_get_cell_widget (grid, 199, 59) == NULL;
}

/* What is not in sight costs nothing, and a change asks only for what it changed. */
static void
test_large (Fixture *fixture, gconstpointer data)
{
    guint before = upstand_grid_get_n_widgets (fixture->grid);
    g_assert_cmpuint (before, <, 400);
    move (fixture, "last", FALSE);
    plan_fixture_settle ();
    assert_cursor (fixture, 199, 59);
    g_assert_nonnull (upstand_grid_get_cell_widget (fixture->grid, 199, 59));
    plan_fixture_wait (is_out_of_sight, fixture->grid);
    move (fixture, "first", FALSE);
    plan_fixture_wait (is_back, fixture->grid);
    g_assert_cmpuint (upstand_grid_get_n_widgets (fixture->grid), <, before + 60);
    guint fillings = upstand_grid_get_n_fillings (fixture->grid);
    upstand_grid_type (fixture->grid, "4");
    g_assert_true (upstand_grid_flush (fixture->grid));
    plan_fixture_settle ();
    g_assert_cmpuint (upstand_grid_get_n_fillings (fixture->grid), ==, fillings + 1);
    /* Five hundred cells are one change. */
    g_autoptr (GString) block = g_string_new (NULL);
    for (guint row = 0; row < 10; row++)
        for (guint column = 0; column < 50; column++)
            g_string_append_printf (
                block, "%s%c", row == 2 && column == 0 ? "" : "8", column == 49 ? '\n' : '\t');
    g_assert_true (upstand_grid_paste_text (fixture->grid, block->str));
    g_assert_cmpuint (fixture->model->n_applied, ==, 2);
    g_assert_cmpuint (fixture->model->n_edits, ==, 500);
    plan_fixture_settle ();
}

static void
test_widths (Fixture *fixture, gconstpointer data)
{
    g_autofree char *widths = upstand_grid_get_widths (fixture->grid);
    upstand_grid_set_widths (fixture->grid, "100 90 80 70 60");
    g_autofree char *set = upstand_grid_get_widths (fixture->grid);
    g_assert_cmpstr (set, ==, "100 90 80 70 60");
    upstand_grid_set_widths (fixture->grid, "1 2");
    g_autofree char *kept = upstand_grid_get_widths (fixture->grid);
    g_assert_cmpstr (kept, ==, "100 90 80 70 60");
    upstand_grid_set_widths (fixture->grid, widths);
}

static void
test_emptied (Fixture *fixture, gconstpointer data)
{
    upstand_grid_type (fixture->grid, "5");
    fixture->model->n_rows = 0;
    upstand_grid_model_layout_changed (UPSTAND_GRID_MODEL (fixture->model));
    plan_fixture_settle ();
    move (fixture, "down", FALSE);
    act (fixture, "grid.select-all");
    act (fixture, "grid.edit");
    act (fixture, "grid.menu");
    g_assert_cmpstr (upstand_grid_get_status (fixture->grid), ==, "");
    fixture->model->n_rows = 2;
    upstand_grid_model_layout_changed (UPSTAND_GRID_MODEL (fixture->model));
    plan_fixture_settle ();
    upstand_grid_move_to (fixture->grid, 9, 9, FALSE);
    assert_cursor (fixture, 1, 4);
}

#define TEST(name, function) g_test_add ("/grid/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
    /* What a screen reader is told can be asked for. */
    g_setenv ("GTK_A11Y", "test", TRUE);
    plan_fixture_init (&argc, &argv);
    TEST ("moves", test_moves);
    TEST ("far", test_far);
    TEST ("typing", test_typing);
    TEST ("refused", test_refused);
    TEST ("block", test_block);
    TEST ("block-refused", test_block_refused);
    TEST ("selection", test_selection);
    TEST ("fill", test_fill);
    TEST ("states", test_states);
    TEST ("accessible", test_accessible);
    g_test_add ("/grid/large", Fixture, NULL, set_up_large, test_large, tear_down);
    TEST ("widths", test_widths);
    TEST ("emptied", test_emptied);
    return g_test_run ();
}
