/* SPDX-License-Identifier: MIT */
#include "rules/identifiers.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

/*
 * The patterns run over a plain copy: one ASCII character for each of the text's, accents taken
 * off. So they need no UTF-8 mode, whose checks would cost time at every match, and a name keeps
 * its shape whatever its letters. No pattern repeats without a limit: that keeps the time linear.
 */
typedef struct {
    GString *text;
    GArray *offsets; /* guint32: where each character began; one more for the end */
} Plain;

/* Names in the pattern: "title" is where the next search begins when the rest is refused. */
typedef gboolean (*Accept) (GMatchInfo *match);

typedef struct {
    UpstandIdentifierKind kind;
    Accept accept; /* NULL: every match counts */
    gboolean in_links; /* looked for inside web addresses too */
    const char *pattern;
} Pattern;

#define BEGIN "(?<![A-Za-z0-9])"
#define END "(?![A-Za-z0-9])"

#define MONTHS \
    "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ion|chw|maw|ebr|mai|meh|gor|aws|med|hyd|" \
    "tac|rha)[a-z]{0,8}"
#define ANY_DATE \
    "(?:[0-9]{1,2}(?:st|nd|rd|th|af|il|ydd|ed|eg|ain)?(?: o| of)?[ ./-]{1,2}" \
    "(?:[0-9]{1,2}|" MONTHS ")[ ./,-]{1,2}(?:[0-9]{4}|[0-9]{2})(?![0-9])" \
    "|[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9]))"

#define NAME \
    "(?:[A-Z]\\.? ?){0,3}(?<name>(?:[A-Z]')?[A-Z][a-z]{1,20}(?:[A-Z][a-z]{1,20})?" \
    "(?:[-'][A-Z][a-z]{1,20}){0,2})(?![A-Za-z0-9])" \
    "(?: (?:(?:[A-Z]')?[A-Z][a-z]{1,20}(?:[-'][A-Z][a-z]{1,20}){0,2})(?![A-Za-z0-9])){0,2}"
#define RANKS \
    "(?:PC|WPC|DC|TDC|WDC|PS|DS|DI|DCI|DSU|DCS|ACC|DCC|PCSO|SC|Sgt|Det Sgt|Insp|Ch Insp|Det Insp|" \
    "Supt|Ch Supt|Det Supt|Sergeant|Inspector|Superintendent|Constable|Cwnstabl|Rhingyll|" \
    "Arolygydd|Uwcharolygydd)"

static gboolean accept_name (GMatchInfo *match);

static const Pattern patterns[] = {
    { UPSTAND_IDENTIFIER_EMAIL, NULL, TRUE,
        "(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+'-]{1,64}+@[A-Za-z0-9-]{1,63}+"
        "(?:\\.[A-Za-z0-9-]{1,63}+){1,8}" },
    /* 0 or +44, then ten figures; the first three stand together, as they do not in a date. */
    { UPSTAND_IDENTIFIER_PHONE, NULL, FALSE,
        "(?<![A-Za-z0-9.,/-])(?:(?:\\+44|0044)[ .-]?(?:\\(0\\)[ .-]?)?|\\(?0)"
        "[127][0-9](?:[ .)-]{0,2}[0-9]){8}(?![0-9])" },
    { UPSTAND_IDENTIFIER_CASE, NULL, FALSE,
        "(?<![A-Za-z0-9/$])[0-9]{2}[A-Z]{0,2}/[0-9]{3,7}[A-Z]?/[0-9]{2}(?:[0-9]{2})?(?![A-Za-z0-9/"
        "])" },
    { UPSTAND_IDENTIFIER_CASE, NULL, FALSE,
        "(?<![A-Za-z0-9/.,$-])[0-9]{5,7}[A-Z]?/(?:20)?[12][0-9][A-Z]?(?![A-Za-z0-9/])" },
    /* A force's two figures, the year and seven more; a CPS file; a PNC identity. */
    { UPSTAND_IDENTIFIER_CASE, NULL, FALSE,
        "(?<![A-Za-z0-9.,$-])(?:[0-6][0-9][12][0-9]{8}|[0-9]{2}[A-Z]{2}[0-9]{7}|"
        "(?:19|20)?[0-9]{2}/[0-9]{4,7}[A-Z])(?![A-Za-z0-9])" },
    { UPSTAND_IDENTIFIER_CASE, NULL, FALSE,
        "(?<![A-Za-z0-9/-])[A-Z]{2,4}[/-](?!(?:19|20)[0-9]{2}[/-])(?:[0-9A-Z]{4}/)?[0-9]{4,8}[/-]"
        "[0-9]{2,4}(?![A-Za-z0-9/-])" },
    { UPSTAND_IDENTIFIER_CASE, NULL, FALSE,
        BEGIN "(?i:crime|custody|incident|occurrence|offence|arrest|case|niche|storm|cad|urn|pnc)"
              " ?(?i:number|no|ref|reference|record|log|id)\\.?[ :#.]{0,3}(?i:is )?"
              "(?:[A-Z]{1,4}[/-]?)?[0-9][0-9A-Z/-]{2,20}(?![A-Za-z0-9%])" },
    { UPSTAND_IDENTIFIER_CASE, NULL, FALSE,
        BEGIN "(?:CAD|URN|CRN)[ :#]{1,2}[0-9][0-9A-Z/]{2,20}" END },
    { UPSTAND_IDENTIFIER_BIRTH, NULL, FALSE,
        "(?i)" BEGIN
        "(?:d\\.?o\\.?b\\.?|date of birth|birth ?date|date born|born|dyddiad geni|ganwyd|"
        "ganed)[ :=(,-]{0,4}(?:on |is |was |the |ar |y )?" ANY_DATE },
    { UPSTAND_IDENTIFIER_BIRTH, NULL, FALSE,
        "(?i)(?<![A-Za-z0-9./-])" ANY_DATE
        "[ (,]{1,3}(?:d\\.?o\\.?b\\b|date of birth|dyddiad geni)" },
    /* A date in figures that no meeting of today can have. */
    { UPSTAND_IDENTIFIER_BIRTH, NULL, FALSE,
        "(?<![A-Za-z0-9./-])(?:(?:0?[1-9]|[12][0-9]|3[01])([./-])(?:0?[1-9]|1[0-2])\\1"
        "(?:19[2-9][0-9]|200[0-9]|[3-9][0-9])|(?:19[2-9][0-9]|200[0-9])-[01][0-9]-[0-3][0-9])"
        "(?![A-Za-z0-9/-]|[.][0-9])" },
    { UPSTAND_IDENTIFIER_POSTCODE, NULL, FALSE,
        BEGIN "(?i:[A-PR-UWYZ](?:[0-9]{1,2}|[A-HK-Y][0-9]{1,2}|[0-9][A-HJKPSTUW]|"
              "[A-HK-Y][0-9][ABEHMNPRVWXY])) {1,2}(?!1st|2nd|3rd|[04-9]th)"
              "(?i:[0-9][ABD-HJLNP-UW-Z]{2})" END },
    { UPSTAND_IDENTIFIER_POSTCODE, NULL, FALSE,
        BEGIN
        "(?:[A-PR-UWYZ](?:[0-9]{1,2}|[A-HK-Y][0-9]{1,2}|[0-9][A-HJKPSTUW]|"
        "[A-HK-Y][0-9][ABEHMNPRVWXY])[0-9][ABD-HJLNP-UW-Z]{2}|"
        "[a-pr-uwyz][a-hk-y](?:[0-9]{1,2}|[0-9][abehmnprvwxy])[0-9][abd-hjlnp-uw-z]{2})" END },
    { UPSTAND_IDENTIFIER_PERSON, accept_name, TRUE,
        BEGIN "(?<title>Mr|Mrs|Ms|Miss|Mx|MR|MRS|MISS|Dr|Prof|Professor)\\.? {1,2}" NAME },
    { UPSTAND_IDENTIFIER_PERSON, accept_name, TRUE,
        BEGIN "(?<title>MR|MRS|MS|MISS|DR|Mr|Mrs|Ms|Miss|Dr)\\.? {1,2}(?:[A-Z]\\.? ){0,3}"
              "(?<name>[A-Z]{2,20}(?:[-'][A-Z]{2,20})?)" END },
    { UPSTAND_IDENTIFIER_PERSON, accept_name, TRUE,
        BEGIN "(?<title>mr|mrs)\\.? {1,2}(?<name>[A-Za-z]{2,20}(?:[-'][A-Za-z]{2,20})?)" END },
    { UPSTAND_IDENTIFIER_PERSON, accept_name, TRUE,
        BEGIN "(?<title>" RANKS ")\\.? {1,2}(?:[0-9]{1,6} {1,2})?" NAME },
    { UPSTAND_IDENTIFIER_PERSON, accept_name, TRUE,
        BEGIN "(?<title>" RANKS ")\\.? {1,2}(?:[0-9]{1,6} {1,2})?(?<name>[A-Z]{4,20})" END },
    { UPSTAND_IDENTIFIER_PERSON, NULL, TRUE,
        BEGIN "(?:PC|WPC|DC|PS|DS|PCSO) ?(?!(?:19|20)[0-9]{2}" END ")[0-9]{3,5}" END },
};

/* clang-format off */
/* Words that follow a title or a rank without being a name, sorted. "PC Training", "MS Teams". */
static const char *const not_names[] = {
    "about", "abuse", "academy", "access", "advice", "after", "all", "amddiffyn", "analysis",
    "and", "april", "area", "as", "at", "attendance", "august", "basic", "before", "board",
    "bureau", "by", "cam", "cases", "central", "chair", "chief", "child", "children", "command",
    "community", "complaints", "conference", "contact", "control", "corporate", "counter",
    "county", "course", "crime", "criminal", "custody", "cyber", "data", "december",
    "department", "deployment", "detective", "development", "digital", "diogelu", "district",
    "diversity", "divisional", "domestic", "duties", "east", "economic", "engagement",
    "equality", "equipment", "ethics", "event", "events", "excel", "exploitation", "february",
    "federation", "firearms", "first", "for", "force", "forensic", "forms", "forum", "friday",
    "from", "general", "governance", "group", "has", "have", "head", "headquarters", "hmicfrs",
    "homicide", "honour", "human", "if", "in", "initial", "inspection", "integrity",
    "intelligence", "international", "investigation", "investigations", "investigator", "iopc",
    "is", "january", "joint", "july", "june", "justice", "lead", "leads", "learning", "legal",
    "level", "licensing", "local", "main", "major", "mapp", "mappa", "marac", "march", "mash",
    "media", "meeting", "member", "missing", "modern", "monday", "national", "neighbourhood",
    "network", "new", "night", "no", "north", "not", "note", "november", "october", "of",
    "offender", "office", "officer", "officers", "on", "online", "only", "operation",
    "operational", "operations", "or", "our", "outlook", "panel", "partnership", "partnerships",
    "patrol", "performance", "please", "police", "policing", "posts", "powerpoint", "practice",
    "prevention", "prison", "probation", "professional", "programme", "project", "promotion",
    "proposed", "protection", "public", "publisher", "quality", "rank", "ranks", "rape",
    "rasso", "recruitment", "regional", "report", "resource", "resources", "response", "review",
    "reviews", "risk", "road", "roads", "role", "roles", "rural", "safeguarding", "safer",
    "saturday", "scaidp", "schools", "senior", "september", "serious", "service", "services",
    "sexual", "sharepoint", "should", "solo", "south", "special", "specialist", "ssaidp",
    "staff", "stalking", "standards", "station", "strategic", "strategy", "students", "sunday",
    "superintendent", "supervisor", "supervisors", "support", "tactical", "tasking", "team",
    "teams", "technology", "term", "terrorism", "the", "this", "thursday", "to", "traffic",
    "training", "transformation", "troseddau", "tuesday", "unit", "vacancies", "vawg",
    "vetting", "victim", "victims", "violence", "visit", "volunteers", "vulnerability",
    "vulnerable", "was", "we", "wednesday", "welfare", "west", "will", "windows", "with",
    "witness", "women", "word", "workforce", "workshop", "young", "youth",
};
/* clang-format on */

static const struct {
    const char *key, *sentence;
} kinds[UPSTAND_N_IDENTIFIER_KINDS] = {
    [UPSTAND_IDENTIFIER_PERSON] = { "person",
        N_ ("This looks like a person's name. Write the post or the role instead.") },
    [UPSTAND_IDENTIFIER_BIRTH] = { "birth",
        N_ ("This looks like a date of birth. An age band is enough, if one is needed.") },
    [UPSTAND_IDENTIFIER_PHONE] = { "phone",
        N_ ("This looks like a phone number. Leave it out, or name the post that can be called.") },
    [UPSTAND_IDENTIFIER_POSTCODE] = { "postcode",
        N_ ("This looks like a full postcode. Write the area or its first half instead.") },
    [UPSTAND_IDENTIFIER_CASE] = { "case", N_ ("This looks like a crime, incident or custody "
                                              "number. A plan holds totals, not cases.") },
    [UPSTAND_IDENTIFIER_EMAIL] = { "email",
        N_ ("This looks like an email address. Write the post or the organisation instead.") },
};

static int
compare_words (const void *key, const void *element)
{
    return strcmp (key, *(const char *const *)element);
}

static gboolean
accept_name (GMatchInfo *match)
{
    g_autofree char *name = g_match_info_fetch_named (match, "name");
    g_autofree char *word = g_ascii_strdown (name, -1);
    char *hyphen = strpbrk (word, "-'");

    if (bsearch (word, not_names, G_N_ELEMENTS (not_names), sizeof not_names[0], compare_words))
        return FALSE;
    if (!hyphen)
        return TRUE;
    *hyphen = '\0';
    return !bsearch (word, not_names, G_N_ELEMENTS (not_names), sizeof not_names[0], compare_words);
}

/* The letter without its accent, the figure of any script, or the kind of mark. 0: leave out. */
static char
plain_character (gunichar c)
{
    gunichar base[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];

    if (c < 0x80)
        return (char)c;
    switch (g_unichar_type (c)) {
    case G_UNICODE_NON_SPACING_MARK:
    case G_UNICODE_ENCLOSING_MARK:
    case G_UNICODE_FORMAT: return 0;
    case G_UNICODE_SPACE_SEPARATOR: return ' ';
    case G_UNICODE_DASH_PUNCTUATION: return '-';
    case G_UNICODE_CURRENCY_SYMBOL: return '$';
    case G_UNICODE_DECIMAL_NUMBER: return (char)('0' + g_unichar_digit_value (c));
    default: break;
    }
    if (c == 0x2018 || c == 0x2019)
        return '\'';
    if (!g_unichar_isalpha (c))
        return '|';
    if (g_unichar_fully_decompose (c, TRUE, base, G_N_ELEMENTS (base)) > 0 && base[0] < 0x80)
        return (char)base[0];
    return g_unichar_isupper (c) || g_unichar_istitle (c) ? 'X' : 'x';
}

static void
plain_clear (Plain *plain)
{
    g_string_free (plain->text, TRUE);
    g_array_unref (plain->offsets);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Plain, plain_clear)

static void
plain_init (Plain *plain, const char *text)
{
    gsize length = strlen (text);
    const char *end = text + length;

    plain->text = g_string_sized_new (length);
    plain->offsets = g_array_sized_new (FALSE, FALSE, sizeof (guint32), (guint)length + 1);
    for (const char *p = text; p < end;) {
        guint32 offset = (guint32)(p - text);
        gunichar c = g_utf8_get_char_validated (p, end - p);
        gboolean valid = c < (gunichar)-2;
        char plain_c = valid ? plain_character (c) : '|';
        p = valid ? g_utf8_next_char (p) : p + 1;
        if (plain_c) {
            g_string_append_c (plain->text, plain_c);
            g_array_append_val (plain->offsets, offset);
        }
    }
    guint32 offset = (guint32)length;
    g_array_append_val (plain->offsets, offset);
}

static GRegex *
compile (const char *pattern)
{
    g_autoptr (GError) error = NULL;
    GRegex *regex = g_regex_new (pattern, G_REGEX_RAW | G_REGEX_OPTIMIZE, 0, &error);

    if (!regex)
        g_error ("%s: %s", pattern, error->message);
    return regex;
}

/* The compiled patterns never change, so all threads share them; the last finds web addresses. */
static GRegex *const *
get_regexes (void)
{
    static GRegex *compiled[G_N_ELEMENTS (patterns) + 1];
    static gsize ready = 0;

    if (g_once_init_enter (&ready)) {
        for (gsize i = 0; i < G_N_ELEMENTS (patterns); i++)
            compiled[i] = compile (patterns[i].pattern);
        compiled[G_N_ELEMENTS (patterns)] = compile (BEGIN "(?:https?://|www\\.)[^ \t\n\r\"<>|]+");
        g_once_init_leave (&ready, 1);
    }
    return compiled;
}

static void
find_all (const GRegex *regex, const Plain *plain, const Pattern *pattern, GArray *found)
{
    int position = 0;

    while (position < (int)plain->text->len) {
        g_autoptr (GMatchInfo) match = NULL;
        g_autoptr (GError) error = NULL;
        int start, end, after_title;

        if (!g_regex_match_full (
                regex, plain->text->str, (gssize)plain->text->len, position, 0, &match, &error)) {
            if (error)
                g_warning ("Looking for identifiers: %s", error->message);
            return;
        }
        g_match_info_fetch_pos (match, 0, &start, &end);
        if (pattern && pattern->accept && !pattern->accept (match)) {
            g_match_info_fetch_named_pos (match, "title", NULL, &after_title);
            position = after_title;
            continue;
        }
        UpstandIdentifier one = { (gsize)start, (gsize)(end - start),
            pattern ? pattern->kind : UPSTAND_IDENTIFIER_EMAIL };
        g_array_append_val (found, one);
        position = MAX (end, start + 1);
    }
}

static int
compare_starts (gconstpointer a, gconstpointer b)
{
    const UpstandIdentifier *one = a, *other = b;

    if (one->start != other->start)
        return one->start < other->start ? -1 : 1;
    return one->length > other->length ? -1 : one->length < other->length;
}

/* Takes out of @found what touches one of @taken; both in order, neither overlapping itself. */
static void
remove_touching (GArray *found, const GArray *taken)
{
    guint kept = 0, t = 0;

    for (guint i = 0; i < found->len; i++) {
        UpstandIdentifier one = g_array_index (found, UpstandIdentifier, i);
        while (t < taken->len) {
            const UpstandIdentifier *other = &g_array_index (taken, UpstandIdentifier, t);
            if (other->start + other->length > one.start)
                break;
            t++;
        }
        if (t < taken->len &&
            g_array_index (taken, UpstandIdentifier, t).start < one.start + one.length)
            continue;
        g_array_index (found, UpstandIdentifier, kept++) = one;
    }
    g_array_set_size (found, kept);
}

GArray *
upstand_identifiers_find (const char *text)
{
    GArray *found = g_array_new (FALSE, FALSE, sizeof (UpstandIdentifier));

    g_return_val_if_fail (text, found);

    GRegex *const *regexes = get_regexes ();
    g_auto (Plain) plain = { NULL, NULL };
    plain_init (&plain, text);

    g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (UpstandIdentifier));
    find_all (regexes[G_N_ELEMENTS (patterns)], &plain, NULL, links);
    /* The patterns stand in the order of precedence: each leaves alone what an earlier one has. */
    for (gsize i = 0; i < G_N_ELEMENTS (patterns); i++) {
        g_autoptr (GArray) some = g_array_new (FALSE, FALSE, sizeof (UpstandIdentifier));
        find_all (regexes[i], &plain, &patterns[i], some);
        if (!patterns[i].in_links)
            remove_touching (some, links);
        remove_touching (some, found);
        if (some->len == 0)
            continue;
        g_array_append_vals (found, some->data, some->len);
        g_array_sort (found, compare_starts);
    }

    for (guint i = 0; i < found->len; i++) {
        UpstandIdentifier *one = &g_array_index (found, UpstandIdentifier, i);
        gsize last = one->start + one->length;
        one->start = g_array_index (plain.offsets, guint32, one->start);
        one->length = g_array_index (plain.offsets, guint32, last) - one->start;
    }
    return found;
}

const char *
upstand_identifier_kind_to_key (UpstandIdentifierKind kind)
{
    g_return_val_if_fail (kind < UPSTAND_N_IDENTIFIER_KINDS, NULL);
    return kinds[kind].key;
}

const char *
upstand_identifier_kind_get_sentence (UpstandIdentifierKind kind)
{
    g_return_val_if_fail (kind < UPSTAND_N_IDENTIFIER_KINDS, "");
    return _ (kinds[kind].sentence);
}

char *
upstand_identifiers_warn (const char *text)
{
    gboolean seen[UPSTAND_N_IDENTIFIER_KINDS] = { FALSE };

    g_return_val_if_fail (text, NULL);

    g_autoptr (GArray) found = upstand_identifiers_find (text);
    if (found->len == 0)
        return NULL;
    GString *lines = g_string_new (NULL);
    for (guint i = 0; i < found->len; i++) {
        UpstandIdentifierKind kind = g_array_index (found, UpstandIdentifier, i).kind;
        if (seen[kind])
            continue;
        seen[kind] = TRUE;
        if (lines->len > 0)
            g_string_append_c (lines, '\n');
        g_string_append (lines, upstand_identifier_kind_get_sentence (kind));
    }
    return g_string_free (lines, FALSE);
}
