/* SPDX-License-Identifier: MIT */
#include "pages/day-words.h"

#include <glib/gi18n-lib.h>

char *
upstand_day_words_due (UpstandDay due, UpstandDay today)
{
    if (!due)
        return g_strdup ("");
    if (due < today) {
        gulong days = today - due;
        return g_strdup_printf (ngettext ("%lu day overdue", "%lu days overdue", days), days);
    }
    if (due == today)
        return g_strdup (_ ("due today"));
    gulong days = due - today;
    if (days <= UPSTAND_DAY_WORDS_NEAR)
        return g_strdup_printf (ngettext ("due in %lu day", "due in %lu days", days), days);
    g_autofree char *date = upstand_date_format (due, UPSTAND_DATE_SHORT);
    return g_strdup_printf (_ ("due %s"), date);
}

char *
upstand_day_words_expires (UpstandDay expires, UpstandDay today)
{
    if (!expires)
        return g_strdup ("");
    if (expires < today) {
        gulong days = today - expires;
        return g_strdup_printf (
            ngettext ("expired %lu day ago", "expired %lu days ago", days), days);
    }
    if (expires == today)
        return g_strdup (_ ("expires today"));
    gulong days = expires - today;
    if (days <= UPSTAND_DAY_WORDS_NEAR)
        return g_strdup_printf (ngettext ("expires in %lu day", "expires in %lu days", days), days);
    g_autofree char *date = upstand_date_format (expires, UPSTAND_DATE_SHORT);
    return g_strdup_printf (_ ("expires %s"), date);
}

char *
upstand_day_words_evidence (UpstandDay due, UpstandDay today)
{
    if (!due)
        return g_strdup ("");
    if (due < today) {
        gulong days = today - due;
        return g_strdup_printf (
            ngettext ("evidence %lu day late", "evidence %lu days late", days), days);
    }
    if (due == today)
        return g_strdup (_ ("evidence due today"));
    gulong days = due - today;
    if (days <= UPSTAND_DAY_WORDS_NEAR)
        return g_strdup_printf (
            ngettext ("evidence due in %lu day", "evidence due in %lu days", days), days);
    g_autofree char *date = upstand_date_format (due, UPSTAND_DATE_SHORT);
    return g_strdup_printf (_ ("evidence due %s"), date);
}

char *
upstand_day_words_distance (UpstandDay day, UpstandDay today)
{
    if (!day)
        return g_strdup ("");
    if (day == today)
        return g_strdup (_ ("today"));
    gulong days = day > today ? day - today : today - day;
    if (day > today)
        return g_strdup_printf (ngettext ("in %lu day", "in %lu days", days), days);
    return g_strdup_printf (ngettext ("%lu day ago", "%lu days ago", days), days);
}
