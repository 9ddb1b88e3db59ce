/* SPDX-License-Identifier: MIT */
#pragma once

#include "database/error.h"
#include "records/field.h"

G_BEGIN_DECLS

/**
 * UpstandRecord:
 *
 * One row as C members. A record that the store has given out is never changed: an edit is made on
 * a copy (upstand_record_copy()) and published by upstand_store_save().
 */
struct _UpstandRecord {
    GObject parent_instance;
    gint64 id; /* 0: not saved yet */
    gint64 version; /* of the row that was read */
};

typedef struct {
    GObjectClass parent_class;
    const UpstandRecordType *type;
} UpstandRecordClass;

GType upstand_record_get_type (void);
#define UPSTAND_TYPE_RECORD (upstand_record_get_type ())
#define UPSTAND_RECORD(object) ((UpstandRecord *)(object))
#define UPSTAND_IS_RECORD(object) (G_TYPE_CHECK_INSTANCE_TYPE ((object), UPSTAND_TYPE_RECORD))
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UpstandRecord, g_object_unref)

/** Defines the type of @Type, a struct whose first member is an UpstandRecord, from @descriptor. */
#define UPSTAND_DEFINE_RECORD(Type, prefix, descriptor) \
    typedef UpstandRecordClass Type##Class; \
    G_DEFINE_TYPE (Type, prefix, UPSTAND_TYPE_RECORD) \
    static void prefix##_class_init (Type##Class *klass) \
    { \
        ((UpstandRecordClass *)klass)->type = &descriptor; \
    } \
    static void prefix##_init (Type *self) \
    { \
    }

/** Declares in a header what UPSTAND_DEFINE_RECORD defines. */
#define UPSTAND_DECLARE_RECORD(Type, prefix) \
    typedef struct _##Type Type; \
    GType prefix##_get_type (void); \
    extern const UpstandRecordType prefix##_type; \
    G_DEFINE_AUTOPTR_CLEANUP_FUNC (Type, g_object_unref)

/** An empty, unsaved record. */
gpointer upstand_record_new (const UpstandRecordType *type);

/** A copy with the same id and version, to be edited. */
gpointer upstand_record_copy (gconstpointer record);

/** A copy that is a new record: no id. */
gpointer upstand_record_duplicate (gconstpointer record);

const UpstandRecordType *upstand_record_get_record_type (gconstpointer record);

/** The field's canonical text, to be freed; NULL when it is empty. */
char *upstand_record_get_text (gconstpointer record, const UpstandField *field);

/**
 * Sets the field from its canonical text; NULL or "" empties it. FALSE with UPSTAND_ERROR_INVALID
 * and a sentence that names the field, which is then unchanged.
 */
gboolean upstand_record_set_text (
    gpointer record, const UpstandField *field, const char *text, GError **error);

/** The field as people read it in the current language (a choice's word, a British date). To be
 * freed; never NULL. References and links, which need the store, give "". */
char *upstand_record_get_display (gconstpointer record, const UpstandField *field);

/**
 * Reads what a person typed, or what stands in a spreadsheet: free dates, the words or keys of
 * choices, yes/no in words, numbers with separators and "%". @today serves dates with no year.
 */
gboolean upstand_record_set_typed (gpointer record, const UpstandField *field, const char *typed,
    UpstandDay today, GError **error);

/** TRUE when both records hold the same in the field. */
gboolean upstand_record_same (gconstpointer one, gconstpointer other, const UpstandField *field);

/** What the record is called: its title field; to be freed. */
char *upstand_record_get_title (gconstpointer record);

/** Members of a links field. */
gboolean upstand_ids_contain (const GArray *ids, gint64 id);
GArray *upstand_ids_add (GArray *ids, gint64 id);

/* What is wrong with a record, field by field. */
UpstandProblems *upstand_problems_new (void);
void upstand_problems_free (UpstandProblems *problems);
void upstand_problems_add (UpstandProblems *problems, const char *field, const char *sentence);
guint upstand_problems_count (const UpstandProblems *problems);
/** The sentence for that field, or NULL; and the first of all. */
const char *upstand_problems_find (const UpstandProblems *problems, const char *field);
const char *upstand_problems_first (const UpstandProblems *problems, const char **field);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UpstandProblems, upstand_problems_free)

/**
 * Settles and checks the whole record: required fields and the type's own rules. To be freed; may
 * be empty.
 */
UpstandProblems *upstand_record_check (UpstandRecord *record);

G_END_DECLS
