/* SPDX-License-Identifier: MIT */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * UPSTAND_ERROR:
 *
 * The one error domain. A code exists only where some caller acts differently on it; the message
 * is always a sentence that the person at the desk understands, naming file, sheet, row and
 * column where there are such.
 */
#define UPSTAND_ERROR (upstand_error_quark ())
GQuark upstand_error_quark (void);

typedef enum {
    UPSTAND_ERROR_FAILED, /* anything no caller distinguishes */
    UPSTAND_ERROR_NOT_A_PLAN, /* the file is not an Upstand plan */
    UPSTAND_ERROR_DAMAGED, /* it is one, but its contents are broken */
    UPSTAND_ERROR_NEWER, /* made by a newer version of the program or format */
    UPSTAND_ERROR_READ_ONLY, /* cannot be written: rights, folder or medium */
    UPSTAND_ERROR_BUSY, /* locked by another program */
    UPSTAND_ERROR_FULL, /* no room left on the disk */
    UPSTAND_ERROR_STALE, /* somebody saved first */
    UPSTAND_ERROR_INVALID, /* a value that the field or rule does not allow */
    UPSTAND_ERROR_FORMAT, /* an outside file is not what it should be */
    UPSTAND_ERROR_LIMIT, /* an outside file is larger than is safe to read */
    UPSTAND_ERROR_EXISTS, /* would replace something that is there */
    UPSTAND_ERROR_NOT_FOUND, /* no such row, file, return, period */
    UPSTAND_ERROR_REFUSED, /* a rule says no: undo of something built upon, a locked figure */
} UpstandError;

G_END_DECLS
