/* SPDX-License-Identifier: MIT */
#include "pages/page.h"

#include "records/plan.h"

typedef struct {
    UpstandStore *store;
    UpstandDay today;
} UpstandPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (UpstandPage, upstand_page, ADW_TYPE_BIN)

enum {
    PROP_0,
    PROP_TODAY,
    N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static UpstandPagePrivate *
private_of (UpstandPage *self)
{
    return upstand_page_get_instance_private (self);
}

static void
upstand_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
    UpstandPage *self = UPSTAND_PAGE (object);
    if (id == PROP_TODAY)
        g_value_set_uint (value, private_of (self)->today);
    else
        G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
upstand_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
    UpstandPage *self = UPSTAND_PAGE (object);
    if (id == PROP_TODAY)
        upstand_page_set_today (self, g_value_get_uint (value));
    else
        G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
upstand_page_dispose (GObject *object)
{
    g_clear_object (&private_of (UPSTAND_PAGE (object))->store);
    G_OBJECT_CLASS (upstand_page_parent_class)->dispose (object);
}

static void
upstand_page_class_init (UpstandPageClass *klass)
{
    GObjectClass *object_class = G_OBJECT_CLASS (klass);
    object_class->get_property = upstand_page_get_property;
    object_class->set_property = upstand_page_set_property;
    object_class->dispose = upstand_page_dispose;

    properties[PROP_TODAY] = g_param_spec_uint ("today", NULL, NULL, 0, G_MAXUINT, 0,
        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
    g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
upstand_page_init (UpstandPage *self)
{
    private_of (self)->today = upstand_plan_get_today (NULL);
}

UpstandDay
upstand_page_get_today (UpstandPage *self)
{
    g_return_val_if_fail (UPSTAND_IS_PAGE (self), 0);
    return private_of (self)->today;
}

void
upstand_page_set_today (UpstandPage *self, UpstandDay today)
{
    g_return_if_fail (UPSTAND_IS_PAGE (self));
    if (private_of (self)->today == today)
        return;
    private_of (self)->today = today;
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TODAY]);
}

UpstandStore *
upstand_page_get_store (UpstandPage *self)
{
    g_return_val_if_fail (UPSTAND_IS_PAGE (self), NULL);
    return private_of (self)->store;
}

void
upstand_page_set_store (UpstandPage *self, UpstandStore *store)
{
    g_return_if_fail (UPSTAND_IS_PAGE (self));
    if (!g_set_object (&private_of (self)->store, store))
        return;
    if (UPSTAND_PAGE_GET_CLASS (self)->set_store)
        UPSTAND_PAGE_GET_CLASS (self)->set_store (self, store);
}

gboolean
upstand_page_show_record (UpstandPage *self, const char *table, gint64 id)
{
    g_return_val_if_fail (UPSTAND_IS_PAGE (self) && table, FALSE);
    UpstandPageClass *klass = UPSTAND_PAGE_GET_CLASS (self);
    return klass->show_record && klass->show_record (self, table, id);
}

gboolean
upstand_page_save_pending (UpstandPage *self)
{
    g_return_val_if_fail (UPSTAND_IS_PAGE (self), TRUE);
    UpstandPageClass *klass = UPSTAND_PAGE_GET_CLASS (self);
    return !klass->save_pending || klass->save_pending (self);
}

char *
upstand_page_get_place (UpstandPage *self)
{
    g_return_val_if_fail (UPSTAND_IS_PAGE (self), NULL);
    UpstandPageClass *klass = UPSTAND_PAGE_GET_CLASS (self);
    return klass->get_place ? klass->get_place (self) : NULL;
}

void
upstand_page_set_place (UpstandPage *self, const char *place)
{
    g_return_if_fail (UPSTAND_IS_PAGE (self));
    UpstandPageClass *klass = UPSTAND_PAGE_GET_CLASS (self);
    if (place && klass->set_place)
        klass->set_place (self, place);
}
