/* SPDX-License-Identifier: MIT */
#pragma once

#include "charts/chart.h"

/* One chart of each kind with the figures of an invented force: 6 capabilities, 8 units, 6 census
 * dates, 9 groups, 8 quarters. For tests that draw them, and for the bench. */

UpstandChart *sample_chart_steps (void);
UpstandChart *sample_chart_heat (void); /* the gap by unit and capability */
UpstandChart *sample_chart_coverage (void); /* a heat map by tone: groups by quarters */
UpstandChart *sample_chart_trend (void); /* deployable beside needed at six census dates */
UpstandChart *sample_chart_rate (void); /* one rate over eight quarters, with the year before */
UpstandChart *sample_chart_rates (void); /* the same for six offence groups */
UpstandChart *sample_chart_supply (void); /* demand against supply, a base year and four more */
UpstandChart *sample_chart_engagements (void); /* shares by kind and quarter */
UpstandChart *sample_chart_outcomes (void); /* shares of a whole: outcomes 14, 15 and 16 */
UpstandChart *sample_chart_risk (void); /* shares by level: spaces by kind and version */
UpstandChart *sample_chart_spread (void); /* days from heard to fed back, by quarter */
