/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-assessment.h"

#include "km-caution.h"
#include "km-match-private.h"
#include "km-next-question.h"
#include "km-scope.h"

struct _KmAssessment
{
  GObject parent_instance;

  KmLibrary *library;
  KmRanker *ranker;
  KmAnswers *answers; /* everything that was said */
  KmAnswers *counted; /* what of it applies */

  KmUrgencyResult *urgency;
  KmUrgency level;
  GPtrArray *cautions;
  KmScore *scores;
  GPtrArray *rows;     /* of KmMatch, in the order of the library */
  GListStore *matches; /* the same rows, best first */
  gboolean unclear;
  gboolean has_next;
  const KmQuestion *next;
};

enum
{
  PROP_LIBRARY = 1,
  N_PROPS
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KmAssessment, km_assessment, G_TYPE_OBJECT)

static void
rank (KmAssessment *self)
{
  guint n = self->rows->len;
  g_autofree gpointer *order = g_new (gpointer, MAX (n, 1));

  self->unclear = km_ranker_rank (self->ranker, self->counted, self->scores);
  for (guint i = 0; i < n; i++)
    {
      order[i] = g_ptr_array_index (self->rows, self->scores[i].position);
      km_match_set (order[i], &self->scores[i], i + 1);
    }
  g_list_store_splice (self->matches, 0, g_list_model_get_n_items (G_LIST_MODEL (self->matches)),
                       order, n);
}

/* Works everything out anew; the next question only when somebody asks for it. */
static void
update (KmAssessment *self)
{
  KmUrgency caution;

  g_clear_pointer (&self->counted, km_answers_free);
  g_clear_pointer (&self->urgency, km_urgency_result_free);
  self->counted = km_scope_dup_answers (self->answers);
  self->urgency = km_urgency_assess (self->counted);
  g_ptr_array_set_size (self->cautions, 0);
  caution = km_caution_assess (self->ranker, self->counted, self->cautions);
  self->level = MAX (self->urgency->level, caution);
  self->has_next = FALSE;
  rank (self);
}

/* The conditions and what ranks them, when they are first needed: a window can be shown without. */
static void
get_ready (KmAssessment *self)
{
  GPtrArray *conditions;

  if (self->ranker != NULL)
    return;
  conditions = km_library_get_conditions (self->library);
  self->ranker = km_ranker_new (self->library);
  self->scores = g_new0 (KmScore, MAX (conditions->len, 1));
  for (guint i = 0; i < conditions->len; i++)
    g_ptr_array_add (self->rows, km_match_new (g_ptr_array_index (conditions, i)));
  update (self);
}

static void
emit_changed (KmAssessment *self)
{
  if (self->ranker == NULL)
    get_ready (self);
  else
    update (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
km_assessment_constructed (GObject *object)
{
  KmAssessment *self = KM_ASSESSMENT (object);

  G_OBJECT_CLASS (km_assessment_parent_class)->constructed (object);
  self->answers = km_answers_new (self->library);
  self->cautions = g_ptr_array_new ();
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->matches = g_list_store_new (KM_TYPE_MATCH);
}

static void
km_assessment_finalize (GObject *object)
{
  KmAssessment *self = KM_ASSESSMENT (object);

  g_clear_object (&self->matches);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->cautions, g_ptr_array_unref);
  g_clear_pointer (&self->urgency, km_urgency_result_free);
  g_clear_pointer (&self->counted, km_answers_free);
  g_clear_pointer (&self->answers, km_answers_free);
  g_clear_pointer (&self->ranker, km_ranker_free);
  g_clear_object (&self->library);
  g_free (self->scores);
  G_OBJECT_CLASS (km_assessment_parent_class)->finalize (object);
}

static void
km_assessment_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  KmAssessment *self = KM_ASSESSMENT (object);

  if (id == PROP_LIBRARY)
    g_value_set_object (value, self->library);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
km_assessment_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  KmAssessment *self = KM_ASSESSMENT (object);

  if (id == PROP_LIBRARY)
    self->library = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
km_assessment_class_init (KmAssessmentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = km_assessment_constructed;
  object_class->finalize = km_assessment_finalize;
  object_class->get_property = km_assessment_get_property;
  object_class->set_property = km_assessment_set_property;

  /**
   * KmAssessment:library:
   *
   * The library that is asked.
   */
  props[PROP_LIBRARY]
      = g_param_spec_object ("library", NULL, NULL, KM_TYPE_LIBRARY,
                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  /**
   * KmAssessment::changed:
   *
   * Emitted once after every change of the answers, when everything is worked out.
   */
  signals[CHANGED] = g_signal_new ("changed", KM_TYPE_ASSESSMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
km_assessment_init (KmAssessment *self)
{
}

/**
 * km_assessment_new:
 * @library: a sealed library
 *
 * Returns: (transfer full): an assessment without answers
 */
KmAssessment *
km_assessment_new (KmLibrary *library)
{
  return g_object_new (KM_TYPE_ASSESSMENT, "library", library, NULL);
}

KmLibrary *
km_assessment_get_library (KmAssessment *self)
{
  return self->library;
}

/**
 * km_assessment_answer:
 * @self: an assessment
 * @question_id: a question id, `spot` or `side`
 * @options: (nullable) (array zero-terminated=1): the options; none takes the answer back
 * @error: return location for a #KmAnswerError
 *
 * Gives, changes or takes back the answer to a question. An equal answer changes nothing.
 *
 * Returns: %FALSE, changing nothing, when the question or an option is unknown
 */
gboolean
km_assessment_answer (KmAssessment *self,
                      const char *question_id,
                      const char *const *options,
                      GError **error)
{
  g_autoptr (KmAnswers) before = km_answers_copy (self->answers);

  if (!km_answers_set (self->answers, question_id, options, error))
    return FALSE;
  if (!km_answers_equal (before, self->answers))
    emit_changed (self);
  return TRUE;
}

/**
 * km_assessment_toggle_spot:
 * @self: an assessment
 * @spot_id: id of a spot
 *
 * Marks a spot, or takes its mark away.
 *
 * Returns: whether it is marked now
 */
gboolean
km_assessment_toggle_spot (KmAssessment *self, const char *spot_id)
{
  const char *const *before = km_answers_get (self->answers, KM_KEY_SPOT);
  g_autoptr (GPtrArray) spots = g_ptr_array_new ();
  gboolean marked = FALSE;

  for (; before != NULL && *before != NULL; before++)
    {
      if (g_str_equal (*before, spot_id))
        marked = TRUE;
      else
        g_ptr_array_add (spots, (gpointer) *before);
    }
  if (!marked)
    g_ptr_array_add (spots, (gpointer) spot_id);
  g_ptr_array_add (spots, NULL);
  km_assessment_answer (self, KM_KEY_SPOT, (const char *const *) spots->pdata, NULL);
  return km_answers_has_option (self->answers, KM_KEY_SPOT, spot_id);
}

/**
 * km_assessment_set_answers:
 * @self: an assessment
 * @answers: answers for the same library
 *
 * Replaces all answers at once, as when a session is resumed.
 */
void
km_assessment_set_answers (KmAssessment *self, const KmAnswers *answers)
{
  KmAnswers *copy = km_answers_copy (answers);

  km_answers_free (self->answers);
  self->answers = copy;
  emit_changed (self);
}

/**
 * km_assessment_clear:
 * @self: an assessment
 *
 * Starts over.
 */
void
km_assessment_clear (KmAssessment *self)
{
  km_answers_clear (self->answers);
  emit_changed (self);
}

/**
 * km_assessment_get_answers:
 * @self: an assessment
 *
 * Returns: (transfer none): everything that was said, also what no longer applies
 */
const KmAnswers *
km_assessment_get_answers (KmAssessment *self)
{
  return self->answers;
}

/**
 * km_assessment_get_counted:
 * @self: an assessment
 *
 * Returns: (transfer none): what of the answers applies; follow-ups of an answer that was changed
 *   since are not among them
 */
const KmAnswers *
km_assessment_get_counted (KmAssessment *self)
{
  get_ready (self);
  return self->counted;
}

/**
 * km_assessment_get_urgency:
 * @self: an assessment
 *
 * Returns: how soon to be seen: the highest of the red flags, of what the likely conditions ask
 *   for, and of those that must not be missed and stay plausible. Without an answer nothing
 *   is urgent
 */
KmUrgency
km_assessment_get_urgency (KmAssessment *self)
{
  if (km_answers_is_empty (self->answers))
    return KM_URGENCY_SELF_CARE;
  get_ready (self);
  return self->level;
}

/**
 * km_assessment_get_flags:
 * @self: an assessment
 *
 * Returns: (transfer none) (element-type KmRedFlag): the red flags that fired, highest level first
 */
GPtrArray *
km_assessment_get_flags (KmAssessment *self)
{
  get_ready (self);
  return self->urgency->flags;
}

/**
 * km_assessment_get_cautions:
 * @self: an assessment
 *
 * Returns: (transfer none) (element-type KmCondition): conditions that must not be missed and are
 *   plausible enough to raise the level, whatever their rank
 */
GPtrArray *
km_assessment_get_cautions (KmAssessment *self)
{
  get_ready (self);
  return self->cautions;
}

/**
 * km_assessment_get_uncertain:
 * @self: an assessment
 *
 * Returns: whether an alarm question was answered "not sure": the plain warning list is then shown
 */
gboolean
km_assessment_get_uncertain (KmAssessment *self)
{
  get_ready (self);
  return self->urgency->uncertain;
}

/**
 * km_assessment_get_matches:
 * @self: an assessment
 *
 * Returns: (transfer none): a model of #KmMatch for every condition, best first
 */
GListModel *
km_assessment_get_matches (KmAssessment *self)
{
  get_ready (self);
  return G_LIST_MODEL (self->matches);
}

/**
 * km_assessment_get_match:
 * @self: an assessment
 * @condition_id: id of a condition
 *
 * Returns: (transfer none) (nullable): its row
 */
KmMatch *
km_assessment_get_match (KmAssessment *self, const char *condition_id)
{
  get_ready (self);
  for (guint i = 0; i < self->rows->len; i++)
    {
      KmMatch *match = g_ptr_array_index (self->rows, i);

      if (g_str_equal (km_match_get_condition (match)->id, condition_id))
        return match;
    }
  return NULL;
}

/**
 * km_assessment_get_unclear:
 * @self: an assessment
 *
 * Returns: whether nothing fits well enough to be named
 */
gboolean
km_assessment_get_unclear (KmAssessment *self)
{
  get_ready (self);
  return self->unclear;
}

/**
 * km_assessment_get_next_question:
 * @self: an assessment
 *
 * Returns: (transfer none) (nullable): the question to ask next; %NULL when more would not help
 */
const KmQuestion *
km_assessment_get_next_question (KmAssessment *self)
{
  get_ready (self);
  if (!self->has_next)
    self->next = km_next_question (self->ranker, self->counted);
  self->has_next = TRUE;
  return self->next;
}

/**
 * km_assessment_get_n_answered:
 * @self: an assessment
 *
 * Returns: how many questions are answered, the spot and the side apart
 */
guint
km_assessment_get_n_answered (KmAssessment *self)
{
  const char *const *ids = km_answers_get_questions (km_assessment_get_counted (self));
  guint n = 0;

  for (; *ids != NULL; ids++)
    n += !g_str_equal (*ids, KM_KEY_SPOT) && !g_str_equal (*ids, KM_KEY_SIDE);
  return n;
}

/**
 * km_assessment_get_n_expected:
 * @self: an assessment
 *
 * Returns: about how many questions there will have been in the end
 */
guint
km_assessment_get_n_expected (KmAssessment *self)
{
  return km_assessment_get_n_answered (self)
         + km_next_question_estimate (self->ranker, self->counted);
}

/**
 * km_assessment_is_open:
 * @self: an assessment
 * @question: a question
 *
 * Returns: whether @question applies: its answer counts, or it may be asked
 */
gboolean
km_assessment_is_open (KmAssessment *self, const KmQuestion *question)
{
  get_ready (self);
  return km_answers_has (self->counted, question->id)
         || km_scope_test (question, self->counted) == KM_TRUTH_TRUE;
}

/**
 * km_assessment_dup_reasons:
 * @self: an assessment
 * @condition: a condition of its library
 *
 * Returns: (transfer full) (element-type KmReason): what fits, what does not, what was not asked
 */
GPtrArray *
km_assessment_dup_reasons (KmAssessment *self, const KmCondition *condition)
{
  get_ready (self);
  return km_ranker_dup_reasons (self->ranker, self->counted, condition);
}

/**
 * km_assessment_dup_differences:
 * @self: an assessment
 * @a: a condition
 * @b: another
 *
 * Returns: (transfer full) (element-type KmReason): the answers that tell the two apart best
 */
GPtrArray *
km_assessment_dup_differences (KmAssessment *self, const KmCondition *a, const KmCondition *b)
{
  get_ready (self);
  return km_ranker_dup_differences (self->ranker, a, b);
}
