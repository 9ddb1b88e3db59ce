/* SPDX-License-Identifier: MIT */
/* How ratings are written: keys, labels, shapes, sentences, distributions. */
#include "rules/rating.h"

#include <glib/gi18n-lib.h>

static const struct {
    const char *key, *label, *shape;
    UpstandTone tone;
} ratings[UPSTAND_N_RATINGS] = {
    [UPSTAND_RATING_NONE] = { "", "", "", UPSTAND_TONE_NEUTRAL },
    [UPSTAND_RATING_COMPLETE] = { "complete", N_ ("Complete"), "✔", UPSTAND_TONE_GOOD },
    [UPSTAND_RATING_ON_TRACK] = { "on-track", N_ ("On track"), "●", UPSTAND_TONE_GOOD },
    [UPSTAND_RATING_SLIPPING] = { "slipping", N_ ("Slipping"), "▲", UPSTAND_TONE_WARNING },
    [UPSTAND_RATING_OFF_TRACK] = { "off-track", N_ ("Off track"), "◆", UPSTAND_TONE_BAD },
    [UPSTAND_RATING_WAITING] = { "waiting", N_ ("Waiting on others"), "◐", UPSTAND_TONE_NEUTRAL },
    [UPSTAND_RATING_NOT_STARTED] = { "not-started", N_ ("Not started"), "○", UPSTAND_TONE_NEUTRAL },
    [UPSTAND_RATING_NOT_APPLICABLE] = { "not-applicable", N_ ("Not applicable"), "–",
        UPSTAND_TONE_NEUTRAL },
};

static const UpstandRating worst_first[UPSTAND_N_RATINGS - 1] = {
    UPSTAND_RATING_OFF_TRACK,
    UPSTAND_RATING_SLIPPING,
    UPSTAND_RATING_WAITING,
    UPSTAND_RATING_NOT_STARTED,
    UPSTAND_RATING_ON_TRACK,
    UPSTAND_RATING_COMPLETE,
    UPSTAND_RATING_NOT_APPLICABLE,
};

const char *
upstand_rating_to_key (UpstandRating rating)
{
    g_return_val_if_fail (rating < UPSTAND_N_RATINGS, "");
    return ratings[rating].key;
}

gboolean
upstand_rating_from_key (const char *key, UpstandRating *rating)
{
    g_return_val_if_fail (rating, FALSE);
    for (guint i = UPSTAND_RATING_NONE + 1; i < UPSTAND_N_RATINGS; i++) {
        if (g_strcmp0 (key, ratings[i].key) == 0) {
            *rating = (UpstandRating)i;
            return TRUE;
        }
    }
    return FALSE;
}

const char *
upstand_rating_get_label (UpstandRating rating)
{
    g_return_val_if_fail (rating < UPSTAND_N_RATINGS, "");
    return rating == UPSTAND_RATING_NONE ? "" : _ (ratings[rating].label);
}

const char *
upstand_rating_get_shape (UpstandRating rating)
{
    g_return_val_if_fail (rating < UPSTAND_N_RATINGS, "");
    return ratings[rating].shape;
}

UpstandTone
upstand_rating_get_tone (UpstandRating rating)
{
    g_return_val_if_fail (rating < UPSTAND_N_RATINGS, UPSTAND_TONE_NEUTRAL);
    return ratings[rating].tone;
}

UpstandRating
upstand_rating_nth_worst (guint n)
{
    g_return_val_if_fail (n < G_N_ELEMENTS (worst_first), UPSTAND_RATING_NONE);
    return worst_first[n];
}

int
upstand_rating_get_rank (UpstandRating rating)
{
    int rank = 0;

    while (rank < (int)G_N_ELEMENTS (worst_first) && worst_first[rank] != rating)
        rank++;
    return rank;
}

/* Translators: dates in these sentences are like "30 June 2022". */
static char *
explain_complete (const UpstandRatingResult *result, const char *first, const char *second)
{
    if (result->reason == UPSTAND_REASON_COMPLETE_CONTINUOUS)
        return g_strdup_printf (
            _ ("Complete for now: every activity is complete, the success measure is met and "
               "evidence shows it. New evidence is due by %s."),
            first);
    if (result->reason == UPSTAND_REASON_COMPLETE)
        return g_strdup (_ ("Every activity is complete, the success measure is met and dated "
                            "evidence shows it."));
    if (*second == '\0')
        return g_strdup_printf (_ ("Complete for the period to %s."), first);
    return g_strdup_printf (
        _ ("Complete for the period to %1$s. The next one is due by %2$s."), first, second);
}

static char *
explain_off_track (const UpstandRatingResult *result, const char *first, const char *second)
{
    int days = result->numbers[0];

    switch (result->reason) {
    case UPSTAND_REASON_DEADLINE_PASSED:
        /* Translators: %1$d is a number of days, %2$s a date. */
        return g_strdup_printf (
            g_dngettext (GETTEXT_PACKAGE, "The deadline of %2$s passed %1$d day ago.",
                "The deadline of %2$s passed %1$d days ago.", (gulong)days),
            days, first);
    case UPSTAND_REASON_PERIOD_LATE:
        /* Translators: %1$d is a number of days, %2$s the end of a period, %3$s a date. */
        return g_strdup_printf (
            g_dngettext (GETTEXT_PACKAGE,
                "The period to %2$s is not done. It was due by %3$s, %1$d day ago.",
                "The period to %2$s is not done. It was due by %3$s, %1$d days ago.", (gulong)days),
            days, first, second);
    default:
        return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "A key milestone is %d day overdue.",
                                    "A key milestone is %d days overdue.", (gulong)days),
            days);
    }
}

static char *
explain_slipping (const UpstandRatingResult *result, const char *first)
{
    int number = result->numbers[0];

    switch (result->reason) {
    case UPSTAND_REASON_MILESTONE_BLOCKED:
        return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d key milestone is blocked.",
                                    "%d key milestones are blocked.", (gulong)number),
            number);
    case UPSTAND_REASON_ALL_BLOCKED:
        return g_strdup_printf (
            g_dngettext (GETTEXT_PACKAGE, "The only unfinished activity is blocked.",
                "All %d unfinished activities are blocked.", (gulong)number),
            number);
    case UPSTAND_REASON_BEHIND:
        return g_strdup_printf (
            _ ("The deadline of %1$s is near: %2$d %% is done with %3$d %% of the time gone."),
            first, number, result->numbers[1]);
    case UPSTAND_REASON_SILENT:
        /* Translators: %1$d is a number of days, %2$s a date. */
        return g_strdup_printf (
            g_dngettext (GETTEXT_PACKAGE, "Nothing has evidenced it since %2$s, %1$d day ago.",
                "Nothing has evidenced it since %2$s, %1$d days ago.", (gulong)number),
            number, first);
    case UPSTAND_REASON_EVIDENCE_EXPIRES:
        return g_strdup_printf (_ ("Evidence for it expires on %s."), first);
    case UPSTAND_REASON_EVIDENCE_EXPIRED:
        return g_strdup_printf (_ ("The last evidence for it expired on %s."), first);
    case UPSTAND_REASON_MOVED:
        return g_strdup_printf (
            g_dngettext (GETTEXT_PACKAGE,
                "Its deadline was moved by %d day without a recorded approval.",
                "Its deadline was moved by %d days in all without a recorded approval.",
                (gulong)number),
            number);
    default:
        return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "A key milestone is %d day overdue.",
                                    "A key milestone is %d days overdue.", (gulong)number),
            number);
    }
}

static char *
explain_on_track (const UpstandRatingResult *result, const char *first, const char *second)
{
    switch (result->reason) {
    case UPSTAND_REASON_ON_TRACK_REPEAT:
        return g_strdup_printf (_ ("The period to %1$s is due by %2$s."), first, second);
    case UPSTAND_REASON_ON_TRACK_CONTINUOUS:
        if (*first == '\0')
            return g_strdup_printf (_ ("Begun; evidence is due by %s."), second);
        return g_strdup_printf (
            _ ("Last evidenced on %1$s. New evidence is due by %2$s."), first, second);
    case UPSTAND_REASON_STALE:
        if (*first == '\0')
            return g_strdup_printf (_ ("Begun, but evidence has been due since %s."), second);
        return g_strdup_printf (
            _ ("Last evidenced on %1$s. New evidence has been due since %2$s."), first, second);
    default:
        if (*first == '\0')
            return g_strdup_printf (_ ("%d %% is done; no deadline is set."), result->numbers[0]);
        return g_strdup_printf (
            _ ("%1$d %% is done; it is due by %2$s."), result->numbers[0], first);
    }
}

char *
upstand_rating_explain (const UpstandRatingResult *result, const UpstandRatingFacts *facts)
{
    g_return_val_if_fail (result && facts, NULL);

    g_autofree char *first = upstand_date_format (result->dates[0], UPSTAND_DATE_LONG);
    g_autofree char *second = upstand_date_format (result->dates[1], UPSTAND_DATE_LONG);

    switch (result->computed) {
    case UPSTAND_RATING_NOT_APPLICABLE:
        /* Translators: "Does not apply (approved by Deputy Chief Constable): the reason" */
        return g_strdup_printf (_ ("Does not apply (approved by %1$s): %2$s"),
            facts->not_applicable_by ? facts->not_applicable_by : "",
            facts->not_applicable_reason ? facts->not_applicable_reason : "");
    case UPSTAND_RATING_WAITING:
        return g_strdup_printf (_ ("Waiting on others, to be looked at again on %1$s: %2$s"), first,
            facts->waiting_reason ? facts->waiting_reason : "");
    case UPSTAND_RATING_COMPLETE: return explain_complete (result, first, second);
    case UPSTAND_RATING_OFF_TRACK: return explain_off_track (result, first, second);
    case UPSTAND_RATING_SLIPPING: return explain_slipping (result, first);
    case UPSTAND_RATING_ON_TRACK: return explain_on_track (result, first, second);
    case UPSTAND_RATING_NOT_STARTED:
        if (*first == '\0')
            return g_strdup (_ ("Nothing has begun, and no deadline is set."));
        if (result->numbers[0] > 0)
            return g_strdup_printf (_ ("Nothing has begun. It was due by %s."), first);
        return g_strdup_printf (_ ("Nothing has begun. It is due by %s."), first);
    case UPSTAND_RATING_NONE: break;
    }
    return g_strdup ("");
}

char *
upstand_rating_explain_missing (const UpstandRatingResult *result)
{
    static const struct {
        UpstandMissing flag;
        const char *sentence;
    } sentences[] = {
        { UPSTAND_MISSING_SUCCESS, N_ ("Its success measure is not confirmed as met.") },
        { UPSTAND_MISSING_EVIDENCE,
            N_ ("No dated evidence was valid on the day it was completed.") },
        { UPSTAND_MISSING_CANCEL_REASON, N_ ("A cancelled activity has no reason.") },
        { UPSTAND_MISSING_PERIOD, N_ ("This period is not recorded as done.") },
    };

    g_return_val_if_fail (result, NULL);

    if (result->missing == 0)
        return NULL;
    GString *text = g_string_new (_ ("No activity is open, yet it is not complete."));
    for (gsize i = 0; i < G_N_ELEMENTS (sentences); i++) {
        if (result->missing & sentences[i].flag)
            g_string_append_printf (text, " %s", _ (sentences[i].sentence));
    }
    return g_string_free (text, FALSE);
}

char *
upstand_rating_explain_override (const UpstandRatingResult *result, const UpstandRatingFacts *facts)
{
    g_return_val_if_fail (result && facts, NULL);

    if (!result->override_active)
        return NULL;
    g_autofree char *set_on = upstand_date_format (facts->override.set_on, UPSTAND_DATE_LONG);
    g_autofree char *review = upstand_date_format (facts->override.review, UPSTAND_DATE_LONG);
    const char *shown = upstand_rating_get_label (result->shown);
    const char *computed = upstand_rating_get_label (result->computed);
    if (*set_on == '\0')
        /* Translators: rating, post, last day, reason, computed rating */
        return g_strdup_printf (_ ("Set to “%1$s” by %2$s until %3$s: %4$s (computed: “%5$s”)"),
            shown, facts->override.post, review, facts->override.reason, computed);
    /* Translators: rating, post, day it was set, last day, reason, computed rating */
    return g_strdup_printf (_ ("Set to “%1$s” by %2$s on %3$s until %4$s: %5$s (computed: “%6$s”)"),
        shown, facts->override.post, set_on, review, facts->override.reason, computed);
}

void
upstand_distribution_add (UpstandDistribution *distribution, UpstandRating rating)
{
    g_return_if_fail (distribution && rating > UPSTAND_RATING_NONE && rating < UPSTAND_N_RATINGS);
    distribution->counts[rating]++;
    distribution->total++;
}

UpstandRating
upstand_distribution_get_worst (const UpstandDistribution *distribution)
{
    g_return_val_if_fail (distribution, UPSTAND_RATING_NONE);
    for (gsize i = 0; i < G_N_ELEMENTS (worst_first); i++) {
        if (distribution->counts[worst_first[i]] > 0)
            return worst_first[i];
    }
    return UPSTAND_RATING_NONE;
}

/* Whole phrases, because a language may order the words otherwise for each of them. */
static char *
leading_phrase (UpstandRating rating, guint count, guint total)
{
    switch (rating) {
    case UPSTAND_RATING_COMPLETE:
        return g_strdup_printf (_ ("complete %1$u of %2$u"), count, total);
    case UPSTAND_RATING_ON_TRACK:
        return g_strdup_printf (_ ("on track %1$u of %2$u"), count, total);
    case UPSTAND_RATING_SLIPPING:
        return g_strdup_printf (_ ("slipping %1$u of %2$u"), count, total);
    case UPSTAND_RATING_OFF_TRACK:
        return g_strdup_printf (_ ("off track %1$u of %2$u"), count, total);
    case UPSTAND_RATING_WAITING:
        return g_strdup_printf (_ ("waiting on others %1$u of %2$u"), count, total);
    case UPSTAND_RATING_NOT_STARTED:
        return g_strdup_printf (_ ("not started %1$u of %2$u"), count, total);
    case UPSTAND_RATING_NOT_APPLICABLE:
        return g_strdup_printf (_ ("not applicable %1$u of %2$u"), count, total);
    case UPSTAND_RATING_NONE: break;
    }
    g_return_val_if_reached (NULL);
}

static char *
following_phrase (UpstandRating rating, guint count)
{
    switch (rating) {
    case UPSTAND_RATING_COMPLETE: return g_strdup_printf (_ ("complete %u"), count);
    case UPSTAND_RATING_ON_TRACK: return g_strdup_printf (_ ("on track %u"), count);
    case UPSTAND_RATING_SLIPPING: return g_strdup_printf (_ ("slipping %u"), count);
    case UPSTAND_RATING_OFF_TRACK: return g_strdup_printf (_ ("off track %u"), count);
    case UPSTAND_RATING_WAITING: return g_strdup_printf (_ ("waiting on others %u"), count);
    case UPSTAND_RATING_NOT_STARTED: return g_strdup_printf (_ ("not started %u"), count);
    case UPSTAND_RATING_NOT_APPLICABLE: return g_strdup_printf (_ ("not applicable %u"), count);
    case UPSTAND_RATING_NONE: break;
    }
    g_return_val_if_reached (NULL);
}

char *
upstand_distribution_describe (const UpstandDistribution *distribution)
{
    g_return_val_if_fail (distribution, NULL);

    GString *text = g_string_new (NULL);
    for (gsize i = 0; i < G_N_ELEMENTS (worst_first); i++) {
        UpstandRating rating = worst_first[i];
        guint count = distribution->counts[rating];
        if (count == 0)
            continue;
        g_autofree char *phrase = text->len == 0
                                      ? leading_phrase (rating, count, distribution->total)
                                      : following_phrase (rating, count);
        if (text->len > 0)
            /* Translators: between the parts of a list: "off track 1 of 5, slipping 2" */
            g_string_append (text, C_ ("list", ", "));
        g_string_append (text, phrase);
    }
    return g_string_free (text, FALSE);
}
