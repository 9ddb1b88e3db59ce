/* SPDX-License-Identifier: MIT */
#include "sample-book.h"

static const UpstandSheetColumn plan_columns[] = {
    { .title = "Requirement", .kind = UPSTAND_CELL_TEXT, .width = 13 },
    { .title = "Activity", .kind = UPSTAND_CELL_TEXT, .width = 44 },
    { .title = "Owner", .kind = UPSTAND_CELL_TEXT, .width = 28 },
    { .title = "Due", .kind = UPSTAND_CELL_DATE },
    { .title = "Rating", .kind = UPSTAND_CELL_CHOICE },
    { .title = "Done", .kind = UPSTAND_CELL_PERCENT },
    { .title = "Key milestone", .kind = UPSTAND_CELL_YES_NO, .width = 12 },
    { .title = "Evidence", .kind = UPSTAND_CELL_LINK },
};

static const UpstandSheetColumn figure_columns[] = {
    { .title = "Area", .kind = UPSTAND_CELL_TEXT, .width = 30 },
    { .title = "Arrests",
        .kind = UPSTAND_CELL_WHOLE,
        .unit = "people",
        .definition = "People arrested in the quarter, counted once each." },
    { .title = "Time to referral",
        .kind = UPSTAND_CELL_DECIMAL,
        .places = 2,
        .unit = "hours",
        .definition = "From the report to the offer of a support service; the median." },
    { .title = "Arrest rate", .kind = UPSTAND_CELL_PERCENT, .places = 1, .unit = "per 100 crimes" },
    { .title = "Reason", .kind = UPSTAND_CELL_TEXT, .width = 40 },
};

static const UpstandSheetColumn state_columns[] = {
    { .title = "Action", .kind = UPSTAND_CELL_TEXT, .width = 44 },
    { .title = "Complete", .kind = UPSTAND_CELL_WHOLE },
    { .title = "On track", .kind = UPSTAND_CELL_WHOLE },
    { .title = "Slipping", .kind = UPSTAND_CELL_WHOLE },
    { .title = "Off track", .kind = UPSTAND_CELL_WHOLE },
};

static const UpstandSheetColumn trend_columns[] = {
    { .title = "Quarter", .kind = UPSTAND_CELL_TEXT, .width = 14 },
    { .title = "Outcome 14", .kind = UPSTAND_CELL_PERCENT, .places = 1 },
    { .title = "Outcome 15", .kind = UPSTAND_CELL_PERCENT, .places = 1 },
    { .title = "Outcome 16", .kind = UPSTAND_CELL_PERCENT, .places = 1 },
};

static const struct {
    const char *word, *shape;
    UpstandTone tone;
} ratings[] = {
    { "Complete", "✔", UPSTAND_TONE_GOOD },
    { "On track", "●", UPSTAND_TONE_GOOD },
    { "Slipping", "▲", UPSTAND_TONE_WARNING },
    { "Off track", "■", UPSTAND_TONE_BAD },
    { "Waiting on others", "◇", UPSTAND_TONE_WAITING },
    { "Not started", "○", UPSTAND_TONE_NEUTRAL },
};

static UpstandSheet *
make_plan (void)
{
    static const char *const titles[] = { "Brief every response team on the new orders",
        "Review live investigations of repeat suspects with the Crown Prosecution Service",
        "=SUM(A1:A9) typed by somebody as a title", "+44 is a telephone code, not a formula",
        "Hold a listening circle with disabled women & girls <together>",
        "Cyfarfod â grwpiau lleol yn Nhŷ Hywel",
        "A title with _x0041_ in it, \"quotes\" and 'more'", "Two lines:\nthe second one",
        "@mention the partners", "-5 is no number here" };
    static const char *const owners[] = { "Head of Public Protection",
        "Detective Superintendent, Crime", "Chief Inspector, Response", "Head of Learning" };
    UpstandSheet *sheet =
        upstand_sheet_new ("activities", "Activities", plan_columns, G_N_ELEMENTS (plan_columns));

    for (guint i = 0; i < 60; i++) {
        g_autofree char *requirement = g_strdup_printf ("%u.%u", 1 + i % 10, 1 + i % 3);
        UpstandCell cells[] = {
            upstand_cell_text (requirement),
            upstand_cell_text (titles[i % G_N_ELEMENTS (titles)]),
            upstand_cell_text (owners[i % G_N_ELEMENTS (owners)]),
            upstand_cell_date (i % 9 == 8 ? 0 : upstand_date_new (2022, 1 + (int)i % 12, 28)),
            upstand_cell_choice (ratings[i % 6].word, ratings[i % 6].shape, ratings[i % 6].tone),
            upstand_cell_percent ((i * 7) % 101, 0),
            upstand_cell_yes_no (i % 4 == 0),
            i % 3
                ? upstand_cell_link ("Minutes of the board", "https://example.org/minutes?a=1&b=2")
                : upstand_cell_link ("A script", "javascript:alert(1)"),
        };
        upstand_sheet_add_row (sheet, cells);
    }
    upstand_sheet_add_note (sheet, "Ratings are computed from dates, progress and evidence.");
    return sheet;
}

static UpstandSheet *
make_figures (void)
{
    UpstandSheet *sheet = upstand_sheet_new (
        "figures", "Figures: by area [Q4]", figure_columns, G_N_ELEMENTS (figure_columns));
    static const UpstandCellState holes[] = { UPSTAND_CELL_NOT_ANSWERED, UPSTAND_CELL_NOT_COLLECTED,
        UPSTAND_CELL_NOT_APPLICABLE, UPSTAND_CELL_WITHHELD };

    upstand_sheet_add_row (sheet,
        (UpstandCell[]){ upstand_cell_text ("Domestic abuse"), upstand_cell_whole (1234),
            upstand_cell_decimal (-150, 2), upstand_cell_percent (125, 1), upstand_cell_blank () });
    upstand_sheet_add_row (
        sheet, (UpstandCell[]){ upstand_cell_text ("Rape"), upstand_cell_whole (0),
                   upstand_cell_decimal (2275, 2), upstand_cell_percent (0, 1),
                   upstand_cell_text ("No arrests: two cases were opened on the last day.") });
    for (guint i = 0; i < G_N_ELEMENTS (holes); i++)
        upstand_sheet_add_row (sheet,
            (UpstandCell[]){ upstand_cell_text ("Forced marriage"), upstand_cell_hole (holes[i]),
                upstand_cell_hole (holes[i]), upstand_cell_hole (holes[i]),
                upstand_cell_text ("Too few to be told apart.") });
    upstand_sheet_add_row (
        sheet, (UpstandCell[]){ upstand_cell_text ("A number too long for Excel"),
                   upstand_cell_whole (G_GINT64_CONSTANT (1234567890123456789)),
                   upstand_cell_blank (), upstand_cell_blank (), upstand_cell_blank () });
    upstand_sheet_set_classification (sheet, "OFFICIAL-SENSITIVE");
    upstand_sheet_add_note (sheet, "Provisional until the quarter closes.");
    return sheet;
}

static UpstandSheet *
make_states (void)
{
    UpstandSheet *sheet = upstand_sheet_new (
        "states", "Requirements by state", state_columns, G_N_ELEMENTS (state_columns));
    static const char *const actions[] = { "1  Challenge misogyny inside policing",
        "2  Listen to women and girls", "3  Pursue suspects relentlessly", "4  Train and supervise",
        "5  Use every order and tool" };

    for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
        upstand_sheet_add_row (sheet, (UpstandCell[]){ upstand_cell_text (actions[i]),
                                          upstand_cell_whole (i), upstand_cell_whole (5 - i),
                                          upstand_cell_whole (i % 3), upstand_cell_whole (i % 2) });
    return sheet;
}

static UpstandSheet *
make_trend (void)
{
    UpstandSheet *sheet =
        upstand_sheet_new ("trend", "Outcomes", trend_columns, G_N_ELEMENTS (trend_columns));

    for (guint i = 0; i < 6; i++) {
        g_autofree char *quarter = g_strdup_printf ("2021-22 Q%u", 1 + i % 4);
        upstand_sheet_add_row (sheet,
            (UpstandCell[]){ upstand_cell_text (quarter), upstand_cell_percent (120 + 13 * i, 1),
                upstand_cell_percent (310 - 9 * i, 1), upstand_cell_percent (205 + 4 * i, 1) });
    }
    return sheet;
}

UpstandBook *
sample_book_new (void)
{
    static const guint states[] = { 1, 2, 3, 4 };
    static const UpstandTone tones[] = { UPSTAND_TONE_WAITING, UPSTAND_TONE_GOOD,
        UPSTAND_TONE_WARNING, UPSTAND_TONE_BAD };
    UpstandBook *book = upstand_book_new (&(UpstandCover){ .title = "Local action plan",
        .force = "Mid Wessex & Vale Constabulary",
        .period = "January to March 2022 (2021-22, quarter 4)",
        .version = "Version 2",
        .classification = "OFFICIAL",
        .signed_by = "Assistant Chief Constable, Crime",
        .signed_on = "30 March 2022, 14:05",
        .digest = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        .created = 1648649100 });
    UpstandSheet *(*const make[]) (void) = { make_plan, make_figures, make_states, make_trend };

    upstand_book_add_fact (book, "Framework", "Year 1 (December 2021)");
    for (guint i = 0; i < G_N_ELEMENTS (make); i++) {
        g_autoptr (UpstandSheet) sheet = make[i]();
        upstand_book_add_sheet (book, sheet);
    }
    upstand_book_add_chart (
        book, &(UpstandBookChart){ .kind = UPSTAND_BOOK_CHART_STACKED,
                  .title = "Requirements of each action by state",
                  .sheet = "states",
                  .values = states,
                  .n_values = 4,
                  .tones = tones,
                  .description = "Off track: one requirement each of actions 2 and 4." });
    upstand_book_add_chart (book, &(UpstandBookChart){ .kind = UPSTAND_BOOK_CHART_LINE,
                                      .title = "Share of outcomes 14, 15 and 16",
                                      .sheet = "trend",
                                      .values = states,
                                      .n_values = 3,
                                      .value_title = "per cent of all outcomes" });
    upstand_book_add_chart (book, &(UpstandBookChart){ .kind = UPSTAND_BOOK_CHART_BAR,
                                      .title = "Arrests",
                                      .sheet = "figures",
                                      .values = states,
                                      .n_values = 1,
                                      .n_rows = 2 });
    return book;
}
