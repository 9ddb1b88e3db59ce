/* SPDX-License-Identifier: MIT */
#pragma once

#include "records/sample.h"
#include "records/store.h"

G_BEGIN_DECLS

/** Puts the sample force's figures, revisions, notes and words of eight quarters into an open
 * batch.
 */
gboolean upstand_sample_measures_tell (
    const UpstandSample *story, UpstandStore *store, UpstandDay launch, GError **error);

G_END_DECLS
