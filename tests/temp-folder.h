/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib/gstdio.h>

/* A folder with one file in it, for the tests of what reads or writes files. */

typedef struct {
    char *folder;
    char *path;
} Fixture;

static inline void
make_folder (Fixture *fixture, const char *name)
{
    fixture->folder = g_dir_make_tmp ("upstand-test-XXXXXX", NULL);
    fixture->path = g_build_filename (fixture->folder, name, NULL);
}

static inline void
tear_down (Fixture *fixture, gconstpointer data)
{
    g_unlink (fixture->path);
    /* Fails when anything else was left behind. */
    g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
    g_free (fixture->path);
    g_free (fixture->folder);
}
