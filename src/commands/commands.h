/* SPDX-License-Identifier: MIT */
#pragma once

/**
 * Runs the command that the arguments name, without a display.
 *
 * Returns: the exit code (0 done, 1 failed or blocked, 2 a wrong call); -1 when they name none, and
 * the window is to be opened with them.
 */
int upstand_commands_run (int argc, char **argv);
