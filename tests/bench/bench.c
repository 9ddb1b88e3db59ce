/* SPDX-License-Identifier: MIT */
#include "bench.h"

#include <glib/gstdio.h>

#include <ftw.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define MAX_SAMPLES 200000
#define DEFAULT_RUNS 7

/* What a child tells its parent, in memory that both see. */
typedef struct {
    double wall; /* ms */
    double cpu; /* ms, user and system, its own children included */
    double began, ended;
    double cpu_began, cpu_ended;
    guint n_samples;
    double samples[MAX_SAMPLES];
    double cpu_samples[MAX_SAMPLES];
} BenchReport;

typedef struct {
    double time; /* ms: the median of the samples, or the wall time */
    double p95; /* ms, of the samples */
    double cpu;
    double cpu_p95;
    double memory; /* MiB, peak */
} BenchResult;

static BenchReport *report;
static char *folder;
static pid_t folder_owner;

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
    double left = *(const double *)a, right = *(const double *)b;
    return (left > right) - (left < right);
}

static double
percentile (double *values, guint count, double part)
{
    qsort (values, count, sizeof *values, compare_doubles);
    if (part == 0.5 && count % 2 == 0)
        return (values[count / 2 - 1] + values[count / 2]) / 2;
    guint index = (guint)(part * count);
    return values[MIN (index, count - 1)];
}

double
bench_now (void)
{
    return (double)g_get_monotonic_time () / 1000.0;
}

static double
cpu_of (const struct rusage *usage)
{
    return (double)(usage->ru_utime.tv_sec + usage->ru_stime.tv_sec) * 1000.0 +
           (double)(usage->ru_utime.tv_usec + usage->ru_stime.tv_usec) / 1000.0;
}

double
bench_cpu (void)
{
    struct rusage self, children;
    getrusage (RUSAGE_SELF, &self);
    getrusage (RUSAGE_CHILDREN, &children);
    return cpu_of (&self) + cpu_of (&children);
}

double
bench_thread_cpu (void)
{
    struct timespec time;
    clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
    return (double)time.tv_sec * 1000.0 + (double)time.tv_nsec / 1000000.0;
}

void
bench_begin (void)
{
    report->cpu_began = bench_cpu ();
    report->began = bench_now ();
}

void
bench_end (void)
{
    report->ended = bench_now ();
    report->cpu_ended = bench_cpu ();
}

void
bench_add_sample (double milliseconds, double cpu)
{
    if (report->n_samples == MAX_SAMPLES)
        return;
    report->cpu_samples[report->n_samples] = cpu;
    report->samples[report->n_samples++] = milliseconds;
}

void
bench_fail (const char *format, ...)
{
    va_list arguments;
    va_start (arguments, format);
    g_autofree char *message = g_strdup_vprintf (format, arguments);
    va_end (arguments);
    fflush (stdout);
    fprintf (stderr, "bench: %s\n", message);
    /* A child must not run the parent's tidying up. */
    if (folder_owner == getpid ())
        exit (1);
    _exit (1);
}

static BenchResult
run_once (BenchRun run, gpointer data)
{
    if (!report) {
        report =
            mmap (NULL, sizeof *report, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
        if (report == MAP_FAILED)
            bench_fail ("no memory for the report");
    }
    /* Also makes the parent the owner of the folder, before any child could. */
    bench_folder ();
    report->ended = 0;
    report->n_samples = 0;
    fflush (NULL);

    pid_t child = fork ();
    if (child < 0)
        bench_fail ("cannot fork");
    if (child == 0) {
        bench_begin ();
        run (data);
        if (report->ended == 0)
            bench_end ();
        fflush (NULL);
        _exit (0);
    }

    int status;
    struct rusage usage;
    if (wait4 (child, &status, 0, &usage) != child)
        bench_fail ("lost a child");
    if (!WIFEXITED (status) || WEXITSTATUS (status) != 0)
        bench_fail ("a run failed, so there is nothing to compare");

    BenchResult result = {
        .time = report->ended - report->began,
        .cpu = report->cpu_ended - report->cpu_began,
        .memory = (double)usage.ru_maxrss / 1024.0,
    };
    if (report->n_samples > 0) {
        result.time = percentile (report->samples, report->n_samples, 0.5);
        result.p95 = percentile (report->samples, report->n_samples, 0.95);
        result.cpu = percentile (report->cpu_samples, report->n_samples, 0.5);
        result.cpu_p95 = percentile (report->cpu_samples, report->n_samples, 0.95);
    }
    return result;
}

static BenchResult
median (const BenchResult *results, guint runs)
{
    g_autofree double *values = g_new (double, runs);
    BenchResult middle;
#define MEDIAN_OF(member) \
    for (guint i = 0; i < runs; i++) \
        values[i] = results[i].member; \
    middle.member = percentile (values, runs, 0.5)
    MEDIAN_OF (time);
    MEDIAN_OF (p95);
    MEDIAN_OF (cpu);
    MEDIAN_OF (cpu_p95);
    MEDIAN_OF (memory);
#undef MEDIAN_OF
    return middle;
}

static char *
time_text (double time, double cpu)
{
    return cpu > 0 ? g_strdup_printf ("%.2f ms (%.0f)", time, cpu)
                   : g_strdup_printf ("%.2f ms", time);
}

static void
print_row (const char *name, const char *ours, const char *raw, const char *ratio,
    const char *target, gboolean within)
{
    printf ("%-38s %20s %20s %10s %10s  %s\n", name, ours, raw, ratio, target,
        within ? "within" : "OVER");
    fflush (stdout);
}

void
bench_compare (const BenchCase *bench)
{
    guint runs = bench->runs ? bench->runs : DEFAULT_RUNS;
    g_autofree BenchResult *ours = g_new0 (BenchResult, runs);
    g_autofree BenchResult *raw = g_new0 (BenchResult, runs);

    /* The first run of each side finds cold files and is not counted. */
    run_once (bench->ours, bench->data);
    run_once (bench->raw, bench->data);
    for (guint i = 0; i < runs; i++) {
        if (i % 2 == 0)
            ours[i] = run_once (bench->ours, bench->data);
        raw[i] = run_once (bench->raw, bench->data);
        if (i % 2 == 1)
            ours[i] = run_once (bench->ours, bench->data);
    }

    BenchResult a = median (ours, runs), b = median (raw, runs);
    if (bench->target > 0) {
        double ratio = b.time > 0 ? a.time / b.time : 0;
        g_autofree char *ours_text = time_text (a.time, a.cpu);
        g_autofree char *raw_text = time_text (b.time, b.cpu);
        g_autofree char *ratio_text = g_strdup_printf ("%.2fx", ratio);
        g_autofree char *target_text = g_strdup_printf ("%.2fx", bench->target);
        print_row (
            bench->name, ours_text, raw_text, ratio_text, target_text, ratio <= bench->target);
    }

    if (bench->memory > 0) {
        double more = a.memory - b.memory;
        g_autofree char *name = g_strdup_printf ("%s: memory", bench->name);
        g_autofree char *ours_memory = g_strdup_printf ("%.1f MiB", a.memory);
        g_autofree char *raw_memory = g_strdup_printf ("%.1f MiB", b.memory);
        g_autofree char *more_text = g_strdup_printf ("%+.1f MiB", more);
        g_autofree char *limit = g_strdup_printf ("%+.1f MiB", bench->memory);
        print_row (name, ours_memory, raw_memory, more_text, limit, more <= bench->memory);
    }
}

static BenchResult
measure_alone (BenchRun run, gpointer data)
{
    BenchResult results[DEFAULT_RUNS];
    run_once (run, data);
    for (guint i = 0; i < DEFAULT_RUNS; i++)
        results[i] = run_once (run, data);
    return median (results, DEFAULT_RUNS);
}

void
bench_rate (
    const char *name, BenchRun run, gpointer data, double amount, const char *unit, double target)
{
    BenchResult result = measure_alone (run, data);
    double rate = result.time > 0 ? amount * 1000.0 / result.time : 0;
    g_autofree char *time = time_text (result.time, result.cpu);
    g_autofree char *amount_text = g_strdup_printf ("of %.0f %s", amount, unit);
    g_autofree char *rate_text = g_strdup_printf ("%.0f %s/s", rate, unit);
    g_autofree char *target_text = g_strdup_printf ("%.0f %s/s", target, unit);
    print_row (name, time, amount_text, rate_text, target_text, rate >= target);
}

void
bench_latency (const char *name, BenchRun run, gpointer data, double target)
{
    BenchResult result = measure_alone (run, data);
    g_autofree char *middle = time_text (result.time, result.cpu);
    g_autofree char *p95 = time_text (result.p95, result.cpu_p95);
    g_autofree char *target_text = g_strdup_printf ("%.1f ms", target);
    print_row (name, middle, p95, "p95", target_text, result.p95 <= target);
}

void
bench_prepare (BenchRun run, gpointer data)
{
    run_once (run, data);
}

static int
remove_entry (const char *path, const struct stat *info, int kind, struct FTW *place)
{
    return remove (path);
}

static void
remove_folder (void)
{
    if (folder && folder_owner == getpid ())
        nftw (folder, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
}

const char *
bench_folder (void)
{
    if (!folder) {
        g_autoptr (GError) error = NULL;
        folder = g_dir_make_tmp ("upstand-bench-XXXXXX", &error);
        if (!folder)
            g_error ("%s", error->message);
        folder_owner = getpid ();
        atexit (remove_folder);
    }
    return folder;
}

char *
bench_path (const char *name)
{
    return g_build_filename (bench_folder (), name, NULL);
}
