/* SPDX-License-Identifier: MIT */
#pragma once

#include <gtk/gtk.h>

#include "exchange/job.h"

G_BEGIN_DECLS

#define UPSTAND_TYPE_JOB_ROW (upstand_job_row_get_type ())
G_DECLARE_FINAL_TYPE (UpstandJobRow, upstand_job_row, UPSTAND, JOB_ROW, GtkWidget)

/**
 * UpstandJobRow:
 *
 * What a job does, how far it is, and a button that stops it. It leaves the box it is in as soon
 * as the job has ended, so it is made after the job was started.
 */
GtkWidget *upstand_job_row_new (UpstandJob *job);

UpstandJob *upstand_job_row_get_job (UpstandJobRow *self);

G_END_DECLS
