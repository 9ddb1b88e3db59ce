/* SPDX-License-Identifier: MIT */
#pragma once

#include "records/date.h"

G_BEGIN_DECLS

/* A date beside today, as people say it. Each result is to be freed; "" for no date. */

/** "12 days overdue", "due today", "due in 12 days" (30 at most), "due 30 Jun 2022". */
char *upstand_day_words_due (UpstandDay due, UpstandDay today);

/** "expired 3 days ago", "expires today", "expires in 12 days", "expires 30 Jun 2022". */
char *upstand_day_words_expires (UpstandDay expires, UpstandDay today);

/** "evidence 12 days late", "evidence due today", "evidence due in 12 days", "evidence due ...". */
char *upstand_day_words_evidence (UpstandDay due, UpstandDay today);

/** "today", "12 days ago", "in 12 days": how far off a day is. */
char *upstand_day_words_distance (UpstandDay day, UpstandDay today);

/** Days within which a date is counted down rather than named. */
#define UPSTAND_DAY_WORDS_NEAR 30

G_END_DECLS
