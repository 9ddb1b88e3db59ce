/* SPDX-License-Identifier: MIT */
#include "exchange/book.h"

#include <string.h>

typedef struct {
    char *label;
    char *value;
} Fact;

struct _UpstandBook {
    GObject parent_instance;

    UpstandCover cover;
    GStringChunk *texts;
    GArray *facts;
    GPtrArray *sheets;
    GPtrArray *charts; /* UpstandBookChart, whose arrays are its own */
    GArray *relations; /* UpstandBookRelation, whose places are its own */
};

G_DEFINE_FINAL_TYPE (UpstandBook, upstand_book, G_TYPE_OBJECT)

static const char *
keep (UpstandBook *self, const char *text)
{
    return text ? g_string_chunk_insert (self->texts, text) : NULL;
}

static void
relation_clear (gpointer data)
{
    g_free ((gpointer)((UpstandBookRelation *)data)->places);
}

static void
chart_free (gpointer data)
{
    UpstandBookChart *chart = data;

    g_free ((gpointer)chart->values);
    g_free ((gpointer)chart->tones);
    g_free (chart);
}

static void
upstand_book_finalize (GObject *object)
{
    UpstandBook *self = UPSTAND_BOOK (object);

    g_string_chunk_free (self->texts);
    g_array_unref (self->facts);
    g_ptr_array_unref (self->sheets);
    g_ptr_array_unref (self->charts);
    g_array_unref (self->relations);
    G_OBJECT_CLASS (upstand_book_parent_class)->finalize (object);
}

static void
upstand_book_class_init (UpstandBookClass *klass)
{
    G_OBJECT_CLASS (klass)->finalize = upstand_book_finalize;
}

static void
upstand_book_init (UpstandBook *self)
{
    self->texts = g_string_chunk_new (512);
    self->facts = g_array_new (FALSE, FALSE, sizeof (Fact));
    self->sheets = g_ptr_array_new_with_free_func (g_object_unref);
    self->charts = g_ptr_array_new_with_free_func (chart_free);
    self->relations = g_array_new (FALSE, FALSE, sizeof (UpstandBookRelation));
    g_array_set_clear_func (self->relations, relation_clear);
}

UpstandBook *
upstand_book_new (const UpstandCover *cover)
{
    g_return_val_if_fail (cover && cover->title, NULL);

    UpstandBook *self = g_object_new (UPSTAND_TYPE_BOOK, NULL);
    self->cover = (UpstandCover){
        .title = keep (self, cover->title),
        .force = keep (self, cover->force),
        .period = keep (self, cover->period),
        .version = keep (self, cover->version),
        .classification = keep (self, cover->classification),
        .signed_by = keep (self, cover->signed_by),
        .signed_on = keep (self, cover->signed_on),
        .digest = keep (self, cover->digest),
        .created = cover->created,
    };
    return self;
}

const UpstandCover *
upstand_book_get_cover (UpstandBook *self)
{
    g_return_val_if_fail (UPSTAND_IS_BOOK (self), NULL);
    return &self->cover;
}

void
upstand_book_add_fact (UpstandBook *self, const char *label, const char *value)
{
    g_return_if_fail (UPSTAND_IS_BOOK (self) && label && value);
    Fact fact = { (char *)keep (self, label), (char *)keep (self, value) };
    g_array_append_val (self->facts, fact);
}

guint
upstand_book_get_n_facts (UpstandBook *self)
{
    g_return_val_if_fail (UPSTAND_IS_BOOK (self), 0);
    return self->facts->len;
}

void
upstand_book_get_fact (UpstandBook *self, guint fact, const char **label, const char **value)
{
    g_return_if_fail (UPSTAND_IS_BOOK (self) && fact < self->facts->len);
    *label = g_array_index (self->facts, Fact, fact).label;
    *value = g_array_index (self->facts, Fact, fact).value;
}

void
upstand_book_add_sheet (UpstandBook *self, UpstandSheet *sheet)
{
    g_return_if_fail (UPSTAND_IS_BOOK (self) && UPSTAND_IS_SHEET (sheet));
    g_return_if_fail (upstand_book_find_sheet (self, upstand_sheet_get_id (sheet)) < 0);
    g_ptr_array_add (self->sheets, g_object_ref (sheet));
}

guint
upstand_book_get_n_sheets (UpstandBook *self)
{
    g_return_val_if_fail (UPSTAND_IS_BOOK (self), 0);
    return self->sheets->len;
}

UpstandSheet *
upstand_book_get_sheet (UpstandBook *self, guint sheet)
{
    g_return_val_if_fail (UPSTAND_IS_BOOK (self) && sheet < self->sheets->len, NULL);
    return self->sheets->pdata[sheet];
}

int
upstand_book_find_sheet (UpstandBook *self, const char *id)
{
    g_return_val_if_fail (UPSTAND_IS_BOOK (self) && id, -1);

    for (guint i = 0; i < self->sheets->len; i++) {
        if (!strcmp (upstand_sheet_get_id (self->sheets->pdata[i]), id))
            return (int)i;
    }
    return -1;
}

void
upstand_book_add_chart (UpstandBook *self, const UpstandBookChart *chart)
{
    g_return_if_fail (UPSTAND_IS_BOOK (self) && chart && chart->title && chart->sheet);
    g_return_if_fail (chart->values && chart->n_values);

    UpstandBookChart *copy = g_memdup2 (chart, sizeof *chart);
    copy->title = keep (self, chart->title);
    copy->sheet = keep (self, chart->sheet);
    copy->value_title = keep (self, chart->value_title);
    copy->description = keep (self, chart->description);
    copy->values = g_memdup2 (chart->values, chart->n_values * sizeof *chart->values);
    copy->tones =
        chart->tones ? g_memdup2 (chart->tones, chart->n_values * sizeof *chart->tones) : NULL;
    g_ptr_array_add (self->charts, copy);
}

guint
upstand_book_get_n_charts (UpstandBook *self)
{
    g_return_val_if_fail (UPSTAND_IS_BOOK (self), 0);
    return self->charts->len;
}

const UpstandBookChart *
upstand_book_get_chart (UpstandBook *self, guint chart)
{
    g_return_val_if_fail (UPSTAND_IS_BOOK (self) && chart < self->charts->len, NULL);
    return self->charts->pdata[chart];
}

void
upstand_book_add_relation (UpstandBook *self, const UpstandBookRelation *relation)
{
    g_return_if_fail (UPSTAND_IS_BOOK (self) && relation && relation->places);
    g_return_if_fail (relation->kind != UPSTAND_RELATION_RATE && relation->n_places >= 2);

    UpstandBookRelation copy = *relation;
    UpstandBookPlace *places =
        g_memdup2 (relation->places, relation->n_places * sizeof *relation->places);
    for (guint i = 0; i < relation->n_places; i++)
        places[i].sheet = keep (self, places[i].sheet);
    copy.places = places;
    g_array_append_val (self->relations, copy);
}

guint
upstand_book_get_n_relations (UpstandBook *self)
{
    g_return_val_if_fail (UPSTAND_IS_BOOK (self), 0);
    return self->relations->len;
}

const UpstandBookRelation *
upstand_book_get_relation (UpstandBook *self, guint relation)
{
    g_return_val_if_fail (UPSTAND_IS_BOOK (self) && relation < self->relations->len, NULL);
    return &g_array_index (self->relations, UpstandBookRelation, relation);
}

char *
upstand_book_make_digest (UpstandBook *self, GError **error)
{
    g_return_val_if_fail (UPSTAND_IS_BOOK (self), NULL);

    g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
    const char *const texts[] = { self->cover.title, self->cover.force, self->cover.period };
    for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
        const char *text = texts[i] ? texts[i] : "";
        /* With its terminating NUL, which no text contains. */
        g_checksum_update (checksum, (const guchar *)text, (gssize)strlen (text) + 1);
    }
    for (guint i = 0; i < self->sheets->len; i++) {
        if (!upstand_sheet_checksum (self->sheets->pdata[i], checksum, error))
            return NULL;
    }
    return g_strdup (g_checksum_get_string (checksum));
}
