/* SPDX-License-Identifier: MIT */
#pragma once

#include "records/record.h"

G_BEGIN_DECLS

typedef enum {
    UPSTAND_LEARNING_THEME,
    UPSTAND_LEARNING_PROBLEM,
    UPSTAND_LEARNING_GOOD_PRACTICE,
} UpstandLearningKind;

UPSTAND_DECLARE_RECORD (UpstandLearning, upstand_learning)

/** Something learned, and with whom it was shared. */
struct _UpstandLearning {
    UpstandRecord parent_instance;
    char *title;
    guint kind; /* UpstandLearningKind */
    UpstandDay dated;
    char *words;
    char *shared_with;
    UpstandDay shared_on; /* 0: not yet */
    char *owner; /* a post */
    GArray *requirements; /* that sharing it evidences */
};

extern const UpstandLinkType upstand_learning_requirement;
extern const UpstandChoice upstand_learning_kinds[];

G_END_DECLS
