/* SPDX-License-Identifier: MIT */
#pragma once

#include "records/sample.h"
#include "records/store.h"

G_BEGIN_DECLS

/** Puts the sample force's units, censuses, figures, models and scenarios into an open batch. */
gboolean upstand_sample_skills_tell (
    const UpstandSample *story, UpstandStore *store, UpstandDay launch, GError **error);

G_END_DECLS
