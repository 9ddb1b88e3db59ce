/* SPDX-License-Identifier: MIT */
#include "records/text.h"

#include <string.h>

static gboolean
is_welsh (const char *language)
{
    /* "cy", "cy_GB", "cy.UTF-8", "cy-GB", "cy@variant"; but not "cyx". */
    return language != NULL && strncmp (language, "cy", 2) == 0 && !g_ascii_isalnum (language[2]);
}

const char *
upstand_text_in_language (const UpstandText *text, const char *language)
{
    g_return_val_if_fail (text != NULL, "");
    if (is_welsh (language) && text->cy != NULL && text->cy[0] != '\0')
        return text->cy;
    return text->en != NULL ? text->en : "";
}

gboolean
upstand_text_is_empty (const UpstandText *text)
{
    g_return_val_if_fail (text != NULL, TRUE);
    return text->en == NULL || text->en[0] == '\0';
}

void
upstand_text_clear (UpstandText *text)
{
    g_return_if_fail (text != NULL);
    g_clear_pointer (&text->en, g_free);
    g_clear_pointer (&text->cy, g_free);
}
