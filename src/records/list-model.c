/* SPDX-License-Identifier: MIT */
#include "records/list-model.h"

/* Read before the first frame: more than a window shows. */
#define FIRST_ROWS 40
/* Records are read this many at a time, and about so many are kept. */
#define BLOCK 64
#define MOST_KEPT 1024

struct _UpstandListModel {
    GObject parent_instance;
    UpstandStore *store;
    UpstandListQuery *query;
    GArray *ids; /* gint64, in order */
    GArray *earlier; /* of the question before: let go of once the first rows are drawn */
    GHashTable *records; /* &record->id -> record */
    GQueue kept; /* of records, oldest first */
    GCancellable *worker;
    guint worker_source; /* the worker is to start once the first rows have been drawn */
    GError *error;
    gulong changed_handler;
    guint refresh_source;
};

static void upstand_list_model_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (UpstandListModel, upstand_list_model, G_TYPE_OBJECT,
    G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, upstand_list_model_list_model_init))

enum { PROP_0, PROP_LOADING, PROP_TOTAL, N_PROPERTIES };

static GParamSpec *properties[N_PROPERTIES];

static GArray *
ids_new (void)
{
    return g_array_new (FALSE, FALSE, sizeof (gint64));
}

static const UpstandRecordType *
record_type (UpstandListModel *self)
{
    return upstand_list_query_get_record_type (self->query);
}

static void
forget_records (UpstandListModel *self)
{
    g_hash_table_remove_all (self->records);
    g_queue_clear_full (&self->kept, g_object_unref);
}

static void
keep_record (UpstandListModel *self, UpstandRecord *record)
{
    if (g_hash_table_contains (self->records, &record->id))
        return;
    g_queue_push_tail (&self->kept, g_object_ref (record));
    g_hash_table_insert (self->records, &record->id, record);
    while (self->kept.length > MOST_KEPT) {
        UpstandRecord *oldest = g_queue_pop_head (&self->kept);
        g_hash_table_remove (self->records, &oldest->id);
        g_object_unref (oldest);
    }
}

/* The records with these ids, in no order. */
static GPtrArray *
read_records (UpstandListModel *self, const gint64 *ids, guint n)
{
    g_autoptr (GArray) wanted = ids_new ();
    g_array_append_vals (wanted, ids, n);
    g_autofree char *columns = upstand_list_query_columns (record_type (self));
    UpstandDatabase *database = upstand_store_get_database (self->store);
    g_autoptr (GString) sql = g_string_new (NULL);
    g_string_append_printf (
        sql, "SELECT %s FROM %s t WHERE t.id IN (", columns, record_type (self)->name);
    for (guint i = 0; i < BLOCK; i++)
        g_string_append_printf (sql, i ? ", $%u" : "$%u", i + 1);
    g_string_append (sql, ")");
    GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);
    {
        g_autoptr (UpstandQuery) query = upstand_database_query (database, NULL, sql->str, "");
        /* Always the same statement: what is left of the block asks for no row. */
        for (guint i = 0; query && i < BLOCK; i++)
            upstand_query_bind_number (query, i + 1, i < n ? ids[i] : 0);
        while (query && upstand_query_step (query, NULL))
            g_ptr_array_add (found, upstand_list_query_read (record_type (self), query));
    }
    upstand_list_query_read_links (record_type (self), database, found, NULL);
    return found;
}

static UpstandRecord *
load_record (UpstandListModel *self, guint position)
{
    gint64 id = g_array_index (self->ids, gint64, position);
    UpstandRecord *record = g_hash_table_lookup (self->records, &id);
    if (record)
        return record;
    guint start = position / BLOCK * BLOCK;
    guint n = MIN (BLOCK, self->ids->len - start);
    g_autoptr (GPtrArray) found = read_records (self, &g_array_index (self->ids, gint64, start), n);
    for (guint i = 0; i < found->len; i++)
        keep_record (self, g_ptr_array_index (found, i));
    record = g_hash_table_lookup (self->records, &id);
    if (!record) {
        /* Deleted by another program a moment ago; the next look at the store takes it out. */
        record = upstand_record_new (record_type (self));
        record->id = id;
        keep_record (self, record);
        g_object_unref (record);
    }
    return record;
}

static GType
get_item_type (GListModel *model)
{
    return UPSTAND_TYPE_RECORD;
}

static guint
get_n_items (GListModel *model)
{
    return UPSTAND_LIST_MODEL (model)->ids->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
    UpstandListModel *self = UPSTAND_LIST_MODEL (model);
    if (position >= self->ids->len)
        return NULL;
    return g_object_ref (load_record (self, position));
}

static void
upstand_list_model_list_model_init (GListModelInterface *iface)
{
    iface->get_item_type = get_item_type;
    iface->get_n_items = get_n_items;
    iface->get_item = get_item;
}

/* Says only what differs between the ids that were and those that are. */
static void
replace_ids (UpstandListModel *self, GArray *ids)
{
    g_autoptr (GArray) was = self->ids;
    self->ids = g_array_ref (ids);
    const gint64 *a = (const gint64 *)was->data, *b = (const gint64 *)ids->data;
    guint shorter = MIN (was->len, ids->len), head = 0, tail = 0;
    while (head < shorter && a[head] == b[head])
        head++;
    while (tail < shorter - head && a[was->len - 1 - tail] == b[ids->len - 1 - tail])
        tail++;
    guint removed = was->len - head - tail, added = ids->len - head - tail;
    if (removed || added)
        g_list_model_items_changed (G_LIST_MODEL (self), head, removed, added);
    if (was->len != ids->len)
        g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TOTAL]);
}

static GArray *
read_ids (const UpstandListQuery *query, UpstandDatabase *database, GCancellable *cancellable,
    GError **error)
{
    g_autoptr (UpstandQuery) rows = upstand_list_query_prepare (query, database, "t.id", 0, error);
    if (!rows)
        return NULL;
    g_autoptr (GArray) ids = ids_new ();
    g_autoptr (GError) local = NULL;
    while (!g_cancellable_is_cancelled (cancellable) && upstand_query_step (rows, &local)) {
        gint64 id = upstand_query_number (rows, 0);
        g_array_append_val (ids, id);
    }
    if (local) {
        g_propagate_error (error, g_steal_pointer (&local));
        return NULL;
    }
    return g_steal_pointer (&ids);
}

typedef struct {
    UpstandListQuery *query;
    char *path;
} IdsWork;

static void
ids_work_free (IdsWork *work)
{
    upstand_list_query_free (work->query);
    g_free (work->path);
    g_free (work);
}

static void
ids_work_run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
    IdsWork *work = data;
    GError *error = NULL;
    UpstandDatabase *database =
        upstand_database_open_again (work->path, UPSTAND_DATABASE_READ_ONLY, &error);
    GArray *ids = database ? read_ids (work->query, database, cancellable, &error) : NULL;
    g_clear_pointer (&database, upstand_database_close);
    if (ids)
        g_task_return_pointer (task, ids, (GDestroyNotify)g_array_unref);
    else
        g_task_return_error (task, error);
}

static void
stop_worker (UpstandListModel *self)
{
    if (self->worker)
        g_cancellable_cancel (self->worker);
    g_clear_object (&self->worker);
    g_clear_handle_id (&self->worker_source, g_source_remove);
}

static void
ids_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    UpstandListModel *self = UPSTAND_LIST_MODEL (source);
    GCancellable *cancellable = g_task_get_cancellable (G_TASK (result));
    g_autoptr (GError) error = NULL;
    g_autoptr (GArray) ids = g_task_propagate_pointer (G_TASK (result), &error);
    if (cancellable != self->worker)
        return; /* another question has been asked since */
    g_clear_object (&self->worker);
    if (ids)
        replace_ids (self, ids);
    else
        self->error = g_steal_pointer (&error);
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static gboolean
worker_due_cb (gpointer user_data)
{
    UpstandListModel *self = user_data;
    UpstandDatabase *database = upstand_store_get_database (self->store);
    const char *path = upstand_database_get_path (database);
    self->worker_source = 0;
    g_clear_pointer (&self->earlier, g_array_unref);
    if (strcmp (path, ":memory:") == 0) {
        g_autoptr (GArray) ids = read_ids (self->query, database, NULL, &self->error);
        if (ids)
            replace_ids (self, ids);
        g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
        return G_SOURCE_REMOVE;
    }
    IdsWork *work = g_new (IdsWork, 1);
    work->query = upstand_list_query_copy (self->query);
    work->path = g_strdup (path);
    self->worker = g_cancellable_new ();
    g_autoptr (GTask) task = g_task_new (self, self->worker, ids_read_cb, NULL);
    g_task_set_task_data (task, work, (GDestroyNotify)ids_work_free);
    g_task_set_check_cancellable (task, FALSE);
    /* Below what paints: the first screenful is seen before the list grows under it. */
    g_task_set_priority (task, G_PRIORITY_DEFAULT_IDLE);
    g_task_run_in_thread (task, ids_work_run);
    return G_SOURCE_REMOVE;
}

/* After the frame that is due: a keystroke that is followed by another never asks for all ids. */
static void
start_worker (UpstandListModel *self)
{
    stop_worker (self);
    g_clear_error (&self->error);
    self->worker_source = g_idle_add (worker_due_cb, self);
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

/* The first screenful with its records, in one statement; the rest follows from a worker. */
static void
ask (UpstandListModel *self)
{
    stop_worker (self);
    forget_records (self);
    g_clear_error (&self->error);
    g_autoptr (GPtrArray) first =
        upstand_store_list (self->store, self->query, FIRST_ROWS, &self->error);
    g_autoptr (GArray) ids = ids_new ();
    for (guint i = 0; first && i < first->len; i++) {
        UpstandRecord *record = g_ptr_array_index (first, i);
        keep_record (self, record);
        g_array_append_val (ids, record->id);
    }
    guint had = self->ids->len;
    g_clear_pointer (&self->earlier, g_array_unref);
    self->earlier = g_steal_pointer (&self->ids);
    self->ids = g_array_ref (ids);
    g_list_model_items_changed (G_LIST_MODEL (self), 0, had, ids->len);
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TOTAL]);
    if (ids->len == FIRST_ROWS)
        start_worker (self);
    else
        g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static gboolean
records_differ (UpstandRecord *one, UpstandRecord *other, const UpstandRecordType *type)
{
    if (one->version != other->version)
        return TRUE;
    for (guint i = 0; i < type->n_fields; i++)
        if (!upstand_record_same (one, other, &type->fields[i]))
            return TRUE;
    return FALSE;
}

/* Reads again what is kept, and says which of it is not what it was. */
static void
refresh_records (UpstandListModel *self)
{
    g_autoptr (GHashTable) changed =
        g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_object_unref);
    g_autoptr (GArray) ids = ids_new ();
    for (GList *link = self->kept.head; link; link = link->next)
        g_array_append_val (ids, ((UpstandRecord *)link->data)->id);
    for (guint start = 0; start < ids->len; start += BLOCK) {
        g_autoptr (GPtrArray) found =
            read_records (self, &g_array_index (ids, gint64, start), MIN (BLOCK, ids->len - start));
        for (guint i = 0; i < found->len; i++) {
            UpstandRecord *now = g_ptr_array_index (found, i);
            UpstandRecord *was = g_hash_table_lookup (self->records, &now->id);
            if (was && records_differ (was, now, record_type (self)))
                g_hash_table_insert (changed, &now->id, g_object_ref (now));
        }
    }
    if (g_hash_table_size (changed) == 0)
        return;
    for (GList *link = self->kept.head; link; link = link->next) {
        UpstandRecord *now = g_hash_table_lookup (changed, &((UpstandRecord *)link->data)->id);
        if (!now)
            continue;
        g_hash_table_remove (self->records, &now->id);
        g_object_unref (link->data);
        link->data = g_object_ref (now);
        g_hash_table_insert (self->records, &now->id, now);
    }
    for (guint i = 0; i < self->ids->len; i++)
        if (g_hash_table_contains (changed, &g_array_index (self->ids, gint64, i)))
            g_list_model_items_changed (G_LIST_MODEL (self), i, 1, 1);
}

static gboolean
refreshed_cb (gpointer user_data)
{
    UpstandListModel *self = user_data;
    self->refresh_source = 0;
    refresh_records (self);
    if (self->ids->len < FIRST_ROWS) {
        /* Small enough to be asked at once: nothing flickers. */
        g_autoptr (GArray) ids =
            read_ids (self->query, upstand_store_get_database (self->store), NULL, &self->error);
        if (ids)
            replace_ids (self, ids);
        return G_SOURCE_REMOVE;
    }
    start_worker (self);
    return G_SOURCE_REMOVE;
}

static void
store_changed_cb (UpstandStore *store, const char *table, UpstandListModel *self)
{
    const UpstandRecordType *type = record_type (self);
    gboolean concerns = strcmp (table, type->name) == 0;
    for (guint i = 0; i < type->n_fields && !concerns; i++)
        concerns = type->fields[i].links && strcmp (type->fields[i].links->table, table) == 0;
    if (concerns && !self->refresh_source)
        self->refresh_source = g_idle_add (refreshed_cb, self);
}

static void
upstand_list_model_dispose (GObject *object)
{
    UpstandListModel *self = UPSTAND_LIST_MODEL (object);
    stop_worker (self);
    g_clear_handle_id (&self->refresh_source, g_source_remove);
    if (self->store)
        g_clear_signal_handler (&self->changed_handler, self->store);
    g_clear_object (&self->store);
    G_OBJECT_CLASS (upstand_list_model_parent_class)->dispose (object);
}

static void
upstand_list_model_finalize (GObject *object)
{
    UpstandListModel *self = UPSTAND_LIST_MODEL (object);
    forget_records (self);
    g_hash_table_unref (self->records);
    g_array_unref (self->ids);
    g_clear_pointer (&self->earlier, g_array_unref);
    upstand_list_query_free (self->query);
    g_clear_error (&self->error);
    G_OBJECT_CLASS (upstand_list_model_parent_class)->finalize (object);
}

static void
upstand_list_model_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
    UpstandListModel *self = UPSTAND_LIST_MODEL (object);
    switch (id) {
    case PROP_LOADING: g_value_set_boolean (value, upstand_list_model_is_loading (self)); break;
    case PROP_TOTAL: g_value_set_uint (value, self->ids->len); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
upstand_list_model_class_init (UpstandListModelClass *klass)
{
    GObjectClass *object_class = G_OBJECT_CLASS (klass);
    object_class->dispose = upstand_list_model_dispose;
    object_class->finalize = upstand_list_model_finalize;
    object_class->get_property = upstand_list_model_get_property;
    properties[PROP_LOADING] = g_param_spec_boolean (
        "loading", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
    properties[PROP_TOTAL] = g_param_spec_uint (
        "total", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
    g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
upstand_list_model_init (UpstandListModel *self)
{
    self->ids = ids_new ();
    self->records = g_hash_table_new (g_int64_hash, g_int64_equal);
}

UpstandListModel *
upstand_list_model_new (UpstandStore *store, const UpstandListQuery *query)
{
    g_return_val_if_fail (UPSTAND_IS_STORE (store) && query, NULL);
    UpstandListModel *self = g_object_new (UPSTAND_TYPE_LIST_MODEL, NULL);
    self->store = g_object_ref (store);
    self->query = upstand_list_query_copy (query);
    self->changed_handler =
        g_signal_connect (store, "changed", G_CALLBACK (store_changed_cb), self);
    ask (self);
    return self;
}

void
upstand_list_model_set_query (UpstandListModel *self, const UpstandListQuery *query)
{
    g_return_if_fail (UPSTAND_IS_LIST_MODEL (self) && query);
    UpstandListQuery *copy = upstand_list_query_copy (query);
    upstand_list_query_free (self->query);
    self->query = copy;
    ask (self);
}

const UpstandListQuery *
upstand_list_model_get_query (UpstandListModel *self)
{
    return self->query;
}

gboolean
upstand_list_model_is_loading (UpstandListModel *self)
{
    return self->worker != NULL || self->worker_source != 0;
}

gint64
upstand_list_model_get_id (UpstandListModel *self, guint position)
{
    return position < self->ids->len ? g_array_index (self->ids, gint64, position) : 0;
}

guint
upstand_list_model_find (UpstandListModel *self, gint64 id)
{
    for (guint i = 0; i < self->ids->len; i++)
        if (g_array_index (self->ids, gint64, i) == id)
            return i;
    return G_MAXUINT;
}

const GError *
upstand_list_model_get_error (UpstandListModel *self)
{
    return self->error;
}
