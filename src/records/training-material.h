/* SPDX-License-Identifier: MIT */
#pragma once

#include "records/record.h"

G_BEGIN_DECLS

UPSTAND_DECLARE_RECORD (UpstandTrainingMaterial, upstand_training_material)

/** Training or awareness material that was changed by what was heard. */
struct _UpstandTrainingMaterial {
    UpstandRecord parent_instance;
    char *title;
    char *issue; /* its own version, as it is called */
    UpstandDay dated; /* in use from */
    char *what;
    GArray *themes; /* what changed it */
    char *owner; /* a post */
    char *reference;
};

extern const UpstandLinkType upstand_training_material_theme;

G_END_DECLS
