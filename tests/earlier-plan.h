/* SPDX-License-Identifier: MIT */
#pragma once

#include "database/database.h"

/** Makes a plan at @path as a program of schema 1 would have left it, from the shipped framework.
 */
void earlier_plan_create (const char *path);
