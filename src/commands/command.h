/* SPDX-License-Identifier: MIT */
#pragma once

#include <json-glib/json-glib.h>

#include "records/store.h"

G_BEGIN_DECLS

/**
 * UpstandCommand:
 *
 * One word of the command line. The arguments after it are parsed before it runs.
 */
typedef struct {
    const char *name;
    const char *arguments; /* "PLAN FILE", for the help and for counting them */
    int least, most; /* how many there may be */
    const char *summary; /* N_() */
    const GOptionEntry *options; /* of its own; NULL: none */
    /** FALSE with @error set fails the command with exit code 1. */
    gboolean (*run) (char **arguments, GError **error);
} UpstandCommand;

/* What every command knows. */
typedef struct {
    gboolean json; /* for programs, not for people */
    int code; /* the exit code when nothing failed: a check that blocks says 1 */
} UpstandCommandContext;

extern UpstandCommandContext upstand_command_context;

/** The commands by subject, each ended by one without a name. */
extern const UpstandCommand upstand_plan_commands[];
extern const UpstandCommand upstand_check_commands[];
extern const UpstandCommand upstand_return_commands[];
extern const UpstandCommand upstand_chart_commands[];
extern const UpstandCommand upstand_import_commands[];
extern const UpstandCommand upstand_reply_commands[];
extern const UpstandCommand upstand_history_commands[];

/** Prints @builder's root and a line end. Takes nothing. */
void upstand_command_print_json (JsonBuilder *builder);

/** Adds "name": "text", or null. */
void upstand_command_add_text (JsonBuilder *builder, const char *name, const char *text);

/** Opens a plan for a command; says on the error stream when it can only be read. */
UpstandStore *upstand_command_open (const char *path, gboolean write, GError **error);

G_END_DECLS
