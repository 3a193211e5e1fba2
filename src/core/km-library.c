/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-library-private.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (KmLibrary, km_library, G_TYPE_OBJECT)

static void
shelf_init (KmShelf *shelf, GDestroyNotify free_func)
{
  shelf->list = g_ptr_array_new_with_free_func (free_func);
  shelf->by_id = g_hash_table_new (g_str_hash, g_str_equal);
}

static void
shelf_clear (KmShelf *shelf)
{
  g_clear_pointer (&shelf->by_id, g_hash_table_unref);
  g_clear_pointer (&shelf->list, g_ptr_array_unref);
}

static gboolean
shelf_take (KmShelf *shelf, char *id, gpointer thing, GDestroyNotify free_func)
{
  if (g_hash_table_contains (shelf->by_id, id))
    {
      free_func (thing);
      return FALSE;
    }
  g_ptr_array_add (shelf->list, thing);
  g_hash_table_insert (shelf->by_id, id, thing);
  return TRUE;
}

static gpointer
shelf_get (const KmShelf *shelf, const char *id)
{
  return id != NULL ? g_hash_table_lookup (shelf->by_id, id) : NULL;
}

/* From a shelf of what may have to be brought. */
static gpointer
shelf_get_filled (KmLibrary *self, const KmShelf *shelf, const char *id)
{
  if (id != NULL)
    km_library_fill (self);
  return shelf_get (shelf, id);
}

static void
km_level_text_free (KmLevelText *text)
{
  g_free (text->title);
  g_free (text->brief);
  g_strfreev (text->steps);
  g_free (text);
}

static void
km_library_finalize (GObject *object)
{
  KmLibrary *self = KM_LIBRARY (object);

  shelf_clear (&self->spots);
  shelf_clear (&self->structures);
  shelf_clear (&self->questions);
  shelf_clear (&self->red_flags);
  shelf_clear (&self->sources);
  shelf_clear (&self->terms);
  shelf_clear (&self->conditions);
  g_hash_table_unref (self->pages);
  for (int i = 0; i < KM_N_PAGE_KINDS; i++)
    g_clear_object (&self->pages_by_kind[i]);
  for (int i = 0; i < KM_N_URGENCIES; i++)
    g_clear_pointer (&self->levels[i], km_level_text_free);
  g_hash_table_unref (self->extras);
  g_ptr_array_unref (self->synonyms);
  g_ptr_array_unref (self->ignored_words);
  g_clear_pointer (&self->spot_question, km_question_free);
  g_clear_pointer (&self->side_question, km_question_free);
  g_clear_object (&self->rest);
  G_OBJECT_CLASS (km_library_parent_class)->finalize (object);
}

static void
km_library_class_init (KmLibraryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = km_library_finalize;

  /**
   * KmLibrary::filled:
   * @error: (nullable): why nothing came
   *
   * Emitted when the rest was brought, or could not be.
   */
  g_signal_new ("filled", KM_TYPE_LIBRARY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                G_TYPE_ERROR);
}

static void
km_library_init (KmLibrary *self)
{
  shelf_init (&self->spots, (GDestroyNotify) km_spot_free);
  shelf_init (&self->structures, (GDestroyNotify) km_structure_free);
  shelf_init (&self->questions, (GDestroyNotify) km_question_free);
  shelf_init (&self->red_flags, (GDestroyNotify) km_red_flag_free);
  shelf_init (&self->sources, (GDestroyNotify) km_source_free);
  shelf_init (&self->terms, (GDestroyNotify) km_term_free);
  shelf_init (&self->conditions, (GDestroyNotify) km_condition_free);
  self->pages = g_hash_table_new (g_str_hash, g_str_equal);
  for (int i = 0; i < KM_N_PAGE_KINDS; i++)
    self->pages_by_kind[i] = g_list_store_new (KM_TYPE_PAGE);
  self->extras = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->synonyms = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->ignored_words = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->ignored_words, NULL);
}

/**
 * km_library_new:
 *
 * Returns: (transfer full): an empty library, to be filled and sealed
 */
KmLibrary *
km_library_new (void)
{
  return g_object_new (KM_TYPE_LIBRARY, NULL);
}

/**
 * km_library_take_spot:
 * @self: a library being filled
 * @spot: (transfer full): a spot
 *
 * Returns: %FALSE when its id is taken already
 */
gboolean
km_library_take_spot (KmLibrary *self, KmSpot *spot)
{
  return shelf_take (&self->spots, spot->id, spot, (GDestroyNotify) km_spot_free);
}

/**
 * km_library_take_structure:
 * @self: a library being filled
 * @structure: (transfer full): a part of the knee
 *
 * Returns: %FALSE when its id is taken already
 */
gboolean
km_library_take_structure (KmLibrary *self, KmStructure *structure)
{
  return shelf_take (&self->structures, structure->id, structure,
                     (GDestroyNotify) km_structure_free);
}

/**
 * km_library_take_question:
 * @self: a library being filled
 * @question: (transfer full): a question
 *
 * Returns: %FALSE when its id is taken already
 */
gboolean
km_library_take_question (KmLibrary *self, KmQuestion *question)
{
  return shelf_take (&self->questions, question->id, question, (GDestroyNotify) km_question_free);
}

/**
 * km_library_take_red_flag:
 * @self: a library being filled
 * @flag: (transfer full): a red flag
 *
 * Returns: %FALSE when its id is taken already
 */
gboolean
km_library_take_red_flag (KmLibrary *self, KmRedFlag *flag)
{
  return shelf_take (&self->red_flags, flag->id, flag, (GDestroyNotify) km_red_flag_free);
}

/**
 * km_library_take_source:
 * @self: a library being filled
 * @source: (transfer full): a source
 *
 * Returns: %FALSE when its key is taken already
 */
gboolean
km_library_take_source (KmLibrary *self, KmSource *source)
{
  return shelf_take (&self->sources, source->id, source, (GDestroyNotify) km_source_free);
}

/**
 * km_library_take_term:
 * @self: a library being filled
 * @term: (transfer full): a word of the glossary
 *
 * Returns: %FALSE when its id is taken already
 */
gboolean
km_library_take_term (KmLibrary *self, KmTerm *term)
{
  return shelf_take (&self->terms, term->id, term, (GDestroyNotify) km_term_free);
}

/**
 * km_library_take_condition:
 * @self: a library being filled
 * @condition: (transfer full): a condition with its page
 *
 * Returns: %FALSE when its id is taken already, by a condition or another page
 */
gboolean
km_library_take_condition (KmLibrary *self, KmCondition *condition)
{
  KmPage *page = condition->page;

  if (g_hash_table_contains (self->pages, condition->id))
    {
      km_condition_free (condition);
      return FALSE;
    }
  if (!shelf_take (&self->conditions, condition->id, condition, (GDestroyNotify) km_condition_free))
    return FALSE;
  return page == NULL || km_library_take_page (self, g_object_ref (page));
}

/**
 * km_library_take_page:
 * @self: a library being filled
 * @page: (transfer full): a page
 *
 * Returns: %FALSE when its id is taken already
 */
gboolean
km_library_take_page (KmLibrary *self, KmPage *page)
{
  g_autoptr (KmPage) taken = page;

  if (g_hash_table_contains (self->pages, km_page_get_id (page)))
    return FALSE;
  g_hash_table_insert (self->pages, (char *) km_page_get_id (page), page);
  g_list_store_append (self->pages_by_kind[km_page_get_kind (page)], taken);
  return TRUE;
}

/**
 * km_library_take_level_text:
 * @self: a library being filled
 * @level: an urgency level
 * @text: (transfer full): its fixed wording
 */
void
km_library_take_level_text (KmLibrary *self, KmUrgency level, KmLevelText *text)
{
  g_clear_pointer (&self->levels[level], km_level_text_free);
  self->levels[level] = text;
}

/**
 * km_library_set_extra:
 * @self: a library being filled
 * @id: id of an extra line
 * @text: the fixed line
 */
void
km_library_set_extra (KmLibrary *self, const char *id, const char *text)
{
  g_hash_table_replace (self->extras, g_strdup (id), g_strdup (text));
}

/**
 * km_library_take_synonyms:
 * @self: a library being filled
 * @names: (transfer full) (array zero-terminated=1): words and phrases of one meaning
 */
void
km_library_take_synonyms (KmLibrary *self, char **names)
{
  g_ptr_array_add (self->synonyms, names);
}

/**
 * km_library_add_ignored_words:
 * @self: a library being filled
 * @words: (array zero-terminated=1): words that carry no meaning of their own
 */
void
km_library_add_ignored_words (KmLibrary *self, const char *const *words)
{
  for (; *words != NULL; words++)
    g_ptr_array_insert (self->ignored_words, (int) self->ignored_words->len - 1, g_strdup (*words));
}

static KmQuestion *
make_spot_question (KmLibrary *self)
{
  KmQuestion *question = km_question_new (KM_KEY_SPOT);

  question->text = g_strdup (_ ("Where does it hurt?"));
  question->brief = g_strdup (_ ("Where"));
  question->why = g_strdup (_ ("Each common problem has its own sore place."));
  question->tier = KM_TIER_CORE;
  question->many = TRUE;
  for (guint i = 0; i < self->spots.list->len; i++)
    {
      const KmSpot *spot = g_ptr_array_index (self->spots.list, i);
      /* Translators: a reason why a condition fits; the place where it hurts, as in "Sore: outer
       * bump" */
      g_autofree char *statement = g_strdup_printf (_ ("Sore: %s"), spot->name);

      km_question_add_option (question, spot->id, spot->name, statement,
                              g_str_equal (spot->area, "unsure") ? KM_OPTION_UNSURE
                                                                 : KM_OPTION_PLAIN);
    }
  return question;
}

static KmQuestion *
make_side_question (void)
{
  KmQuestion *question = km_question_new (KM_KEY_SIDE);

  question->text = g_strdup (_ ("Which knee hurts?"));
  question->brief = g_strdup (_ ("Knee"));
  question->why
      = g_strdup (_ ("Both knees at once is common in some problems and rare after an injury."));
  question->tier = KM_TIER_CORE;
  km_question_add_option (question, "left", _ ("Left"), _ ("The left knee"), KM_OPTION_PLAIN);
  km_question_add_option (question, "right", _ ("Right"), _ ("The right knee"), KM_OPTION_PLAIN);
  km_question_add_option (question, "both", _ ("Both"), _ ("Both knees"), KM_OPTION_PLAIN);
  return question;
}

/**
 * km_library_seal:
 * @self: a filled library
 *
 * Ends the filling. The questions about the spot and the side are made here, from the spots.
 */
void
km_library_seal (KmLibrary *self)
{
  g_return_if_fail (self->spot_question == NULL);

  self->spot_question = make_spot_question (self);
  self->side_question = make_side_question ();
}

/**
 * km_library_get_spots:
 * @self: a library
 *
 * Returns: (transfer none) (element-type KmSpot): all spots in order
 */
GPtrArray *
km_library_get_spots (KmLibrary *self)
{
  return self->spots.list;
}

/**
 * km_library_get_structures:
 * @self: a library
 *
 * Returns: (transfer none) (element-type KmStructure): the parts of the knee in order
 */
GPtrArray *
km_library_get_structures (KmLibrary *self)
{
  return self->structures.list;
}

/**
 * km_library_get_questions:
 * @self: a library
 *
 * Returns: (transfer none) (element-type KmQuestion): the questions in order, without spot and side
 */
GPtrArray *
km_library_get_questions (KmLibrary *self)
{
  km_library_fill (self);
  return self->questions.list;
}

/**
 * km_library_get_red_flags:
 * @self: a library
 *
 * Returns: (transfer none) (element-type KmRedFlag): the red flags in order
 */
GPtrArray *
km_library_get_red_flags (KmLibrary *self)
{
  km_library_fill (self);
  return self->red_flags.list;
}

/**
 * km_library_get_sources:
 * @self: a library
 *
 * Returns: (transfer none) (element-type KmSource): the sources in order
 */
GPtrArray *
km_library_get_sources (KmLibrary *self)
{
  km_library_fill (self);
  return self->sources.list;
}

/**
 * km_library_get_terms:
 * @self: a library
 *
 * Returns: (transfer none) (element-type KmTerm): the glossary in order
 */
GPtrArray *
km_library_get_terms (KmLibrary *self)
{
  km_library_fill (self);
  return self->terms.list;
}

/**
 * km_library_get_conditions:
 * @self: a library
 *
 * Returns: (transfer none) (element-type KmCondition): the conditions in order
 */
GPtrArray *
km_library_get_conditions (KmLibrary *self)
{
  km_library_fill (self);
  return self->conditions.list;
}

/**
 * km_library_get_pages:
 * @self: a library
 * @kind: a kind of page
 *
 * Returns: (transfer none): a model of #KmPage
 */
GListModel *
km_library_get_pages (KmLibrary *self, KmPageKind kind)
{
  km_library_fill (self);
  return G_LIST_MODEL (self->pages_by_kind[kind]);
}

const KmSpot *
km_library_get_spot (KmLibrary *self, const char *id)
{
  return shelf_get (&self->spots, id);
}

const KmStructure *
km_library_get_structure (KmLibrary *self, const char *id)
{
  return shelf_get (&self->structures, id);
}

/**
 * km_library_get_question:
 * @self: a library
 * @id: (nullable): a question id, `spot` or `side`
 *
 * Returns: (transfer none) (nullable): the question
 */
const KmQuestion *
km_library_get_question (KmLibrary *self, const char *id)
{
  if (g_strcmp0 (id, KM_KEY_SPOT) == 0)
    return self->spot_question;
  if (g_strcmp0 (id, KM_KEY_SIDE) == 0)
    return self->side_question;
  return shelf_get_filled (self, &self->questions, id);
}

const KmRedFlag *
km_library_get_red_flag (KmLibrary *self, const char *id)
{
  return shelf_get_filled (self, &self->red_flags, id);
}

const KmSource *
km_library_get_source (KmLibrary *self, const char *id)
{
  return shelf_get_filled (self, &self->sources, id);
}

const KmTerm *
km_library_get_term (KmLibrary *self, const char *id)
{
  return shelf_get_filled (self, &self->terms, id);
}

const KmCondition *
km_library_get_condition (KmLibrary *self, const char *id)
{
  return shelf_get_filled (self, &self->conditions, id);
}

/**
 * km_library_get_page:
 * @self: a library
 * @id: (nullable): a page id, of any kind
 *
 * Returns: (transfer none) (nullable): the page
 */
KmPage *
km_library_get_page (KmLibrary *self, const char *id)
{
  KmPage *page = id != NULL ? g_hash_table_lookup (self->pages, id) : NULL;

  if (page != NULL || id == NULL || self->bring == NULL)
    return page;
  km_library_fill (self);
  return g_hash_table_lookup (self->pages, id);
}

/**
 * km_library_get_level_text:
 * @self: a library
 * @level: an urgency level
 *
 * Returns: (transfer none) (nullable): the fixed wording of the level
 */
const KmLevelText *
km_library_get_level_text (KmLibrary *self, KmUrgency level)
{
  return self->levels[level];
}

/**
 * km_library_dup_level_text:
 * @self: a library
 * @level: an urgency level
 *
 * Returns: (transfer full): the fixed text of the level as one paragraph
 */
char *
km_library_dup_level_text (KmLibrary *self, KmUrgency level)
{
  return self->levels[level] != NULL ? g_strjoinv (" ", self->levels[level]->steps) : g_strdup ("");
}

/**
 * km_library_get_extra:
 * @self: a library
 * @id: id of an extra line
 *
 * Returns: (transfer none) (nullable): the fixed line
 */
const char *
km_library_get_extra (KmLibrary *self, const char *id)
{
  return g_hash_table_lookup (self->extras, id);
}

/**
 * km_library_get_synonyms:
 * @self: a library
 *
 * Returns: (transfer none) (element-type GStrv): groups of words and phrases of one meaning
 */
GPtrArray *
km_library_get_synonyms (KmLibrary *self)
{
  km_library_fill (self);
  return self->synonyms;
}

/**
 * km_library_get_ignored_words:
 * @self: a library
 *
 * Returns: (transfer none) (array zero-terminated=1): words that carry no meaning of their own
 */
const char *const *
km_library_get_ignored_words (KmLibrary *self)
{
  km_library_fill (self);
  return (const char *const *) self->ignored_words->pdata;
}
