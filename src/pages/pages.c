/* SPDX-License-Identifier: MIT */
#include "pages/pages.h"

#include "pages/actions-page.h"
#include "pages/engagement-page.h"
#include "pages/skills-page.h"
#include "pages/spaces-page.h"

/* A tab is one line: add the page's get_type here. */
static GType (*const get_types[]) (void) = {
    upstand_actions_page_get_type,
    upstand_skills_page_get_type,
    upstand_engagement_page_get_type,
    upstand_spaces_page_get_type,
    NULL,
};

const GType *
upstand_pages_get_types (void)
{
    static GType types[G_N_ELEMENTS (get_types)];
    for (guint i = 0; get_types[i]; i++)
        types[i] = get_types[i]();
    return types;
}
