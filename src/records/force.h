/* SPDX-License-Identifier: MIT */
#pragma once

#include "records/text.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * The forces a person chooses from at first start: data/forces.json. docs/framework-format.md
 * describes its members.
 */

/* A duty that does not apply to a force; a person of the force still approves it in the plan. */
typedef struct {
    char *edition; /* the code of a framework */
    char *requirement; /* an id there */
    UpstandText reason;
} UpstandForceException;

typedef struct {
    char *code; /* "north-wales": kept in plans, never shown */
    UpstandText name;
    char *kind; /* "territorial", "special" or "sample" */
    gboolean welsh; /* has Welsh-language duties: the plan starts in Welsh and English */
    UpstandForceException *not_applicable;
    gsize n_not_applicable;
} UpstandForce;

typedef struct {
    UpstandForce *forces; /* in the order of their names, the sample last */
    gsize n_forces;
} UpstandForces;

/** The forces that the program carries, to be freed. Fails only when it was built wrongly. */
UpstandForces *upstand_forces_load (GError **error);

/** The same from @bytes, with the errors of upstand_shape_read (); @name is for messages. */
UpstandForces *upstand_forces_parse (GBytes *bytes, const char *name, GError **error);

void upstand_forces_free (UpstandForces *forces);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UpstandForces, upstand_forces_free)

/**
 * The force that a person means by @text: its code, or its name in either language, in any case.
 * NULL when there is none. Owned by @forces.
 */
const UpstandForce *upstand_forces_find (const UpstandForces *forces, const char *text);

G_END_DECLS
