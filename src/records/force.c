/* SPDX-License-Identifier: MIT */
#include "records/force.h"

#include "records/data-file.h"
#include "records/shape.h"

#define FORMAT "upstand-forces"
#define FORMAT_VERSION 1
#define NAME "forces.json"
#define RESOURCE "/uk/upstand/core/" NAME

#define REQUIRED UPSTAND_SHAPE_REQUIRED
#define FILLED (UPSTAND_SHAPE_REQUIRED | UPSTAND_SHAPE_FILLED)

static const char *const kinds[] = { "territorial", "special", "sample", NULL };

static const UpstandShapeMember exception_members[] = {
    UPSTAND_SHAPE_MEMBER_ID (UpstandForceException, edition, REQUIRED),
    UPSTAND_SHAPE_MEMBER_ID (UpstandForceException, requirement, REQUIRED),
    UPSTAND_SHAPE_MEMBER_TEXT (UpstandForceException, reason, REQUIRED),
};
static const UpstandShape exception_shape =
    UPSTAND_SHAPE (UpstandForceException, exception_members);

static const UpstandShapeMember force_members[] = {
    UPSTAND_SHAPE_MEMBER_OWN_ID (UpstandForce, code, "force"),
    UPSTAND_SHAPE_MEMBER_TEXT (UpstandForce, name, REQUIRED),
    UPSTAND_SHAPE_MEMBER_KEY (UpstandForce, kind, REQUIRED, kinds),
    UPSTAND_SHAPE_MEMBER_YES_NO (UpstandForce, welsh, 0),
    UPSTAND_SHAPE_MEMBER_LIST (UpstandForce, not_applicable, 0, &exception_shape),
};
static const UpstandShape force_shape = UPSTAND_SHAPE (UpstandForce, force_members);

static const UpstandShapeMember forces_members[] = {
    UPSTAND_SHAPE_MEMBER_LIST (UpstandForces, forces, FILLED, &force_shape),
};
static const UpstandShape forces_shape = UPSTAND_SHAPE (UpstandForces, forces_members);

UpstandForces *
upstand_forces_load (GError **error)
{
    g_autoptr (GBytes) bytes = upstand_data_file_load_resource (RESOURCE, error);
    return bytes != NULL ? upstand_forces_parse (bytes, NAME, error) : NULL;
}

UpstandForces *
upstand_forces_parse (GBytes *bytes, const char *name, GError **error)
{
    g_return_val_if_fail (bytes != NULL && name != NULL, NULL);

    g_autoptr (UpstandForces) forces = g_new0 (UpstandForces, 1);
    if (!upstand_shape_read (&forces_shape, forces, bytes, name, FORMAT, FORMAT_VERSION, error))
        return NULL;
    return g_steal_pointer (&forces);
}

void
upstand_forces_free (UpstandForces *forces)
{
    if (forces == NULL)
        return;
    upstand_shape_clear (&forces_shape, forces);
    g_free (forces);
}

const UpstandForce *
upstand_forces_find (const UpstandForces *forces, const char *text)
{
    g_return_val_if_fail (forces != NULL && text != NULL, NULL);

    g_autofree char *trimmed = g_strstrip (g_strdup (text));
    g_autofree char *wanted = g_utf8_casefold (trimmed, -1);
    for (gsize i = 0; i < forces->n_forces; i++) {
        const UpstandForce *force = &forces->forces[i];
        const char *names[] = { force->code, force->name.en, force->name.cy };
        for (gsize j = 0; j < G_N_ELEMENTS (names); j++) {
            g_autofree char *folded = names[j] != NULL ? g_utf8_casefold (names[j], -1) : NULL;
            if (g_strcmp0 (folded, wanted) == 0)
                return force;
        }
    }
    return NULL;
}
