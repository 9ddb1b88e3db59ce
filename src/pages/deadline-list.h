/* SPDX-License-Identifier: MIT */
#pragma once

#include "pages/section-list.h"

G_BEGIN_DECLS

#define UPSTAND_TYPE_DEADLINE_LIST (upstand_deadline_list_get_type ())
G_DECLARE_FINAL_TYPE (
    UpstandDeadlineList, upstand_deadline_list, UPSTAND, DEADLINE_LIST, UpstandSectionList)

/** The moves of a requirement's deadline, newest first: from, to, why, who approved it. */
GtkWidget *upstand_deadline_list_new (void);

/** The deadline as it stands: that of the newest move, else the original one. */
UpstandDay upstand_deadline_list_get_current (
    UpstandStore *store, gint64 requirement_id, UpstandDay original);

#define UPSTAND_TYPE_PERIOD_LIST (upstand_period_list_get_type ())
G_DECLARE_FINAL_TYPE (
    UpstandPeriodList, upstand_period_list, UPSTAND, PERIOD_LIST, UpstandSectionList)

/** The periods for which a repeating duty was done, newest first. */
GtkWidget *upstand_period_list_new (void);

G_END_DECLS
