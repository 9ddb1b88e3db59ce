/* SPDX-License-Identifier: MIT */
#include "exchange/replies.h"

#include <glib/gi18n-lib.h>

UpstandSheet *
upstand_replies_list_changes (UpstandReplies *self)
{
    /* What decides stands first, for narrow windows. */
    const UpstandSheetColumn columns[] = {
        { .title = _ ("Of"), .kind = UPSTAND_CELL_TEXT, .width = 18 },
        { .title = _ ("What"), .kind = UPSTAND_CELL_TEXT, .width = 34 },
        { .title = _ ("In the plan"), .kind = UPSTAND_CELL_TEXT, .width = 12 },
        { .title = _ ("In the reply"), .kind = UPSTAND_CELL_TEXT, .width = 20 },
        { .title = _ ("To look at"), .kind = UPSTAND_CELL_TEXT, .width = 32 },
        { .title = _ ("When it was sent"), .kind = UPSTAND_CELL_TEXT, .width = 14 },
        { .title = _ ("File"), .kind = UPSTAND_CELL_TEXT, .width = 28 },
        { .title = _ ("Sheet"), .kind = UPSTAND_CELL_TEXT, .width = 14 },
        { .title = _ ("Row"), .kind = UPSTAND_CELL_WHOLE, .width = 6 },
        { .title = _ ("Column"), .kind = UPSTAND_CELL_TEXT, .width = 18 },
    };
    UpstandSheet *sheet =
        upstand_sheet_new ("changes", _ ("What would change"), columns, G_N_ELEMENTS (columns));
    GPtrArray *changes = upstand_replies_get_changes (self);
    for (guint i = 0; i < changes->len; i++) {
        const UpstandReplyChange *change = g_ptr_array_index (changes, i);
        const UpstandCell cells[] = {
            upstand_cell_text (change->subject),
            upstand_cell_text (change->what),
            upstand_cell_text (change->before),
            upstand_cell_text (change->after),
            upstand_cell_text (change->conflict && !change->warning
                                   ? _ ("Two replies answer this differently.")
                                   : change->warning),
            upstand_cell_text (change->sent),
            upstand_cell_text (change->file),
            upstand_cell_text (change->sheet),
            upstand_cell_whole ((gint64)change->row),
            upstand_cell_text (change->column),
        };
        upstand_sheet_add_row (sheet, cells);
    }
    return sheet;
}

UpstandSheet *
upstand_replies_list_refusals (UpstandReplies *self)
{
    const UpstandSheetColumn columns[] = {
        { .title = _ ("File"), .kind = UPSTAND_CELL_TEXT, .width = 22 },
        { .title = _ ("Row"), .kind = UPSTAND_CELL_WHOLE, .width = 6 },
        { .title = _ ("Column"), .kind = UPSTAND_CELL_TEXT, .width = 16 },
        { .title = _ ("Why it is refused"), .kind = UPSTAND_CELL_TEXT, .width = 50 },
        { .title = _ ("What stands there"), .kind = UPSTAND_CELL_TEXT, .width = 20 },
        { .title = _ ("Sheet"), .kind = UPSTAND_CELL_TEXT, .width = 14 },
    };
    UpstandSheet *sheet =
        upstand_sheet_new ("refusals", _ ("What is refused"), columns, G_N_ELEMENTS (columns));
    GPtrArray *refusals = upstand_replies_get_refusals (self);
    for (guint i = 0; i < refusals->len; i++) {
        const UpstandReplyRefusal *refusal = g_ptr_array_index (refusals, i);
        const UpstandCell cells[] = {
            upstand_cell_text (refusal->file),
            refusal->row ? upstand_cell_whole ((gint64)refusal->row) : upstand_cell_blank (),
            upstand_cell_text (refusal->column),
            upstand_cell_text (refusal->reason),
            upstand_cell_text (refusal->value),
            upstand_cell_text (refusal->sheet),
        };
        upstand_sheet_add_row (sheet, cells);
    }
    return sheet;
}
