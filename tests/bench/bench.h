/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * A small harness for our speed beside a bare program that does the same thing.
 *
 * Every run happens in a child process of its own, so that its memory is its own and nothing is
 * warm but the files; ours and the bare one take turns, and who goes first changes, so that a
 * machine that slows down slows both. The medians are compared. Keep the parent small: what it
 * holds counts as the child's memory too, so make big inputs with bench_prepare().
 */

/** One side of a comparison. To give up: bench_fail(). */
typedef void (*BenchRun) (gpointer data);

/**
 * BenchCase:
 * @name: the first column of the table
 * @ours: what Upstand does
 * @raw: the bare program: same input, same result
 * @data: for both
 * @runs: of each side; 0 for 7
 * @target: how many times the bare one we may take, at most; 0 for no such row
 * @memory: how many MiB more than the bare one we may need, at most; 0 for no such row
 */
typedef struct {
    const char *name;
    BenchRun ours;
    BenchRun raw;
    gpointer data;
    guint runs;
    double target;
    double memory;
} BenchCase;

/** Runs @bench and prints its row, and one more about memory when that has a target. */
void bench_compare (const BenchCase *bench);

/** Runs @run and prints how many of @unit ("MB") it does in a second; @target is the least. */
void bench_rate (
    const char *name, BenchRun run, gpointer data, double amount, const char *unit, double target);

/**
 * Runs @run, which adds samples, and prints their median and their 95th percentile, which may be
 * @target milliseconds at most: wall time, which is what somebody waits. The CPU time beside it
 * says what a machine that is busy with other things hides.
 */
void bench_latency (const char *name, BenchRun run, gpointer data, double target);

/** Runs @run once in a child without measuring: for making the inputs. */
void bench_prepare (BenchRun run, gpointer data);

/** Called in a run: the clock starts anew here, after what only had to be made ready. */
void bench_begin (void);

/** Called in a run: the clock stops here; what follows is only tidying up. */
void bench_end (void);

/**
 * Called in a run: one of many small things took this long, and @cpu of it on the processor; 0: not
 * known. A run that adds samples is judged by their median instead of by its own length.
 */
void bench_add_sample (double milliseconds, double cpu);

/** Monotonic milliseconds. */
double bench_now (void);

/** Milliseconds on the processor so far: all threads, and the programs that have ended. */
double bench_cpu (void);

/** Milliseconds on the processor so far, of this thread alone. */
double bench_thread_cpu (void);

/** Ends the whole bench program with a message: a wrong result has no speed. */
void bench_fail (const char *format, ...) G_GNUC_PRINTF (1, 2) G_GNUC_NORETURN;

/** A folder for inputs and outputs, gone when the program ends. */
const char *bench_folder (void);

/** @name inside bench_folder(); to be freed. */
char *bench_path (const char *name);

G_END_DECLS
