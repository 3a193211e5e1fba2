/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-rule.h"

#include "km-answers.h"

#include <glib/gi18n.h>
#include <string.h>

/* Deep enough for any rule a person would write, shallow enough for the stack. */
#define MAX_DEPTH 64

typedef enum
{
  NODE_ATOM,
  NODE_NOT,
  NODE_AND,
  NODE_OR,
} NodeKind;

typedef struct
{
  NodeKind kind;
  char *name;          /* atom */
  GPtrArray *values;   /* atom: the values it accepts */
  GPtrArray *children; /* not, and, or */
} Node;

struct _KmRule
{
  gatomicrefcount ref_count;
  Node *root;
};

typedef struct
{
  const char *at;
  guint depth;
  GError **error;
} Parser;

G_DEFINE_QUARK (km_rule_error, km_rule_error)

static Node *parse_or (Parser *parser);

static void
node_free (Node *node)
{
  g_free (node->name);
  g_clear_pointer (&node->values, g_ptr_array_unref);
  g_clear_pointer (&node->children, g_ptr_array_unref);
  g_free (node);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Node, node_free)

static Node *
node_new (NodeKind kind)
{
  Node *node = g_new0 (Node, 1);

  node->kind = kind;
  if (kind == NODE_ATOM)
    node->values = g_ptr_array_new_with_free_func (g_free);
  else
    node->children = g_ptr_array_new_with_free_func ((GDestroyNotify) node_free);
  return node;
}

static void
skip_space (Parser *parser)
{
  while (g_ascii_isspace (*parser->at))
    parser->at++;
}

static gboolean
is_name_char (char c)
{
  return g_ascii_islower (c) || g_ascii_isdigit (c) || c == '-';
}

static Node *
fail (Parser *parser, const char *expected)
{
  if (parser->error != NULL && *parser->error == NULL)
    g_set_error (parser->error, KM_RULE_ERROR, KM_RULE_ERROR_SYNTAX,
                 _ ("rule: expected %s at “%.20s”"), expected, parser->at);
  return NULL;
}

/* Takes @word when it stands next as a whole word. */
static gboolean
take_word (Parser *parser, const char *word)
{
  gsize length = strlen (word);

  skip_space (parser);
  if (strncmp (parser->at, word, length) != 0 || is_name_char (parser->at[length]))
    return FALSE;
  parser->at += length;
  return TRUE;
}

static gboolean
take_char (Parser *parser, char c)
{
  skip_space (parser);
  if (*parser->at != c)
    return FALSE;
  parser->at++;
  return TRUE;
}

static char *
take_name (Parser *parser)
{
  const char *start;

  skip_space (parser);
  start = parser->at;
  while (is_name_char (*parser->at))
    parser->at++;
  return parser->at > start ? g_strndup (start, (gsize) (parser->at - start)) : NULL;
}

static Node *
parse_values (Parser *parser, Node *atom)
{
  do
    {
      char *value = take_name (parser);

      if (value == NULL)
        return fail (parser, _ ("a value"));
      g_ptr_array_add (atom->values, value);
    }
  while (take_char (parser, ','));
  if (!take_char (parser, ')'))
    return fail (parser, "“)”");
  return atom;
}

static Node *
parse_atom (Parser *parser)
{
  g_autoptr (Node) atom = node_new (NODE_ATOM);
  char *value;

  atom->name = take_name (parser);
  if (atom->name == NULL)
    return fail (parser, _ ("a name"));
  if (take_word (parser, "in"))
    {
      if (!take_char (parser, '('))
        return fail (parser, "“(”");
      return parse_values (parser, atom) != NULL ? g_steal_pointer (&atom) : NULL;
    }
  if (!take_char (parser, '='))
    return fail (parser, _ ("“=” or “in”"));
  value = take_name (parser);
  if (value == NULL)
    return fail (parser, _ ("a value"));
  g_ptr_array_add (atom->values, value);
  return g_steal_pointer (&atom);
}

static Node *
parse_unary (Parser *parser)
{
  Node *child;

  if (parser->depth >= MAX_DEPTH)
    return fail (parser, _ ("a rule nested less deeply"));
  if (take_word (parser, "not"))
    {
      Node *node;

      parser->depth++;
      child = parse_unary (parser);
      parser->depth--;
      if (child == NULL)
        return NULL;
      node = node_new (NODE_NOT);
      g_ptr_array_add (node->children, child);
      return node;
    }
  if (!take_char (parser, '('))
    return parse_atom (parser);
  parser->depth++;
  child = parse_or (parser);
  parser->depth--;
  if (child != NULL && !take_char (parser, ')'))
    {
      node_free (child);
      return fail (parser, "“)”");
    }
  return child;
}

static Node *
parse_chain (Parser *parser, NodeKind kind, const char *word, Node *(*parse_part) (Parser *) )
{
  Node *first = parse_part (parser);
  g_autoptr (Node) chain = NULL;

  if (first == NULL || !take_word (parser, word))
    return first;
  chain = node_new (kind);
  g_ptr_array_add (chain->children, first);
  do
    {
      Node *part = parse_part (parser);

      if (part == NULL)
        return NULL;
      g_ptr_array_add (chain->children, part);
    }
  while (take_word (parser, word));
  return g_steal_pointer (&chain);
}

static Node *
parse_and (Parser *parser)
{
  return parse_chain (parser, NODE_AND, "and", parse_unary);
}

static Node *
parse_or (Parser *parser)
{
  return parse_chain (parser, NODE_OR, "or", parse_and);
}

/**
 * km_rule_parse:
 * @text: a rule
 * @error: return location for a #KmRuleError
 *
 * Returns: (transfer full) (nullable): the rule
 */
KmRule *
km_rule_parse (const char *text, GError **error)
{
  GError *local_error = NULL;
  Parser parser = { text, 0, &local_error };
  g_autoptr (Node) root = parse_or (&parser);
  KmRule *rule;

  skip_space (&parser);
  if (root != NULL && *parser.at != '\0')
    fail (&parser, _ ("“and”, “or” or the end"));
  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return NULL;
    }
  rule = g_new0 (KmRule, 1);
  g_atomic_ref_count_init (&rule->ref_count);
  rule->root = g_steal_pointer (&root);
  return rule;
}

/**
 * km_rule_ref:
 * @rule: a rule
 *
 * Returns: (transfer full): @rule
 */
KmRule *
km_rule_ref (KmRule *rule)
{
  g_atomic_ref_count_inc (&rule->ref_count);
  return rule;
}

void
km_rule_unref (KmRule *rule)
{
  if (!g_atomic_ref_count_dec (&rule->ref_count))
    return;
  node_free (rule->root);
  g_free (rule);
}

static gboolean
area_exists (KmLibrary *library, const char *area)
{
  GPtrArray *spots = km_library_get_spots (library);

  for (guint i = 0; i < spots->len; i++)
    if (g_str_equal (((const KmSpot *) g_ptr_array_index (spots, i))->area, area))
      return TRUE;
  return FALSE;
}

static gboolean
check_atom (const Node *atom, KmLibrary *library, GError **error)
{
  gboolean is_area = g_str_equal (atom->name, KM_KEY_AREA);
  const KmQuestion *question = km_library_get_question (library, atom->name);

  if (!is_area && question == NULL)
    {
      g_set_error (error, KM_RULE_ERROR, KM_RULE_ERROR_UNKNOWN_NAME,
                   _ ("rule: there is no question “%s”"), atom->name);
      return FALSE;
    }
  for (guint i = 0; i < atom->values->len; i++)
    {
      const char *value = g_ptr_array_index (atom->values, i);

      if (is_area ? area_exists (library, value) : km_question_index_of (question, value) >= 0)
        continue;
      g_set_error (error, KM_RULE_ERROR, KM_RULE_ERROR_UNKNOWN_VALUE,
                   _ ("rule: “%s” is no answer to “%s”"), value, atom->name);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_node (const Node *node, KmLibrary *library, GError **error)
{
  if (node->kind == NODE_ATOM)
    return check_atom (node, library, error);
  for (guint i = 0; i < node->children->len; i++)
    if (!check_node (g_ptr_array_index (node->children, i), library, error))
      return FALSE;
  return TRUE;
}

/**
 * km_rule_check:
 * @rule: a rule
 * @library: a sealed library
 * @error: return location for a #KmRuleError
 *
 * Returns: whether every name and value of @rule exists in @library
 */
gboolean
km_rule_check (const KmRule *rule, KmLibrary *library, GError **error)
{
  return check_node (rule->root, library, error);
}

static KmTruth
evaluate_atom (const Node *atom, const KmAnswers *answers)
{
  KmTruth truth = KM_TRUTH_FALSE;

  for (guint i = 0; i < atom->values->len; i++)
    truth = MAX (truth, km_answers_test (answers, atom->name, g_ptr_array_index (atom->values, i)));
  return truth;
}

static KmTruth
evaluate_node (const Node *node, const KmAnswers *answers)
{
  KmTruth truth = node->kind == NODE_AND ? KM_TRUTH_TRUE : KM_TRUTH_FALSE;

  if (node->kind == NODE_ATOM)
    return evaluate_atom (node, answers);
  if (node->kind == NODE_NOT)
    return KM_TRUTH_TRUE - evaluate_node (g_ptr_array_index (node->children, 0), answers);
  for (guint i = 0; i < node->children->len; i++)
    {
      KmTruth part = evaluate_node (g_ptr_array_index (node->children, i), answers);

      truth = node->kind == NODE_AND ? MIN (truth, part) : MAX (truth, part);
    }
  return truth;
}

/**
 * km_rule_evaluate:
 * @rule: a rule
 * @answers: answers
 *
 * Kleene's strong logic: the result is known as soon as no answer still missing could change it
 * part by part.
 *
 * Returns: whether @rule holds for @answers
 */
KmTruth
km_rule_evaluate (const KmRule *rule, const KmAnswers *answers)
{
  return evaluate_node (rule->root, answers);
}

static void
print_node (const Node *node, GString *string, gboolean inside)
{
  gboolean wrap = inside && (node->kind == NODE_AND || node->kind == NODE_OR);

  if (wrap)
    g_string_append_c (string, '(');
  if (node->kind == NODE_ATOM && node->values->len == 1)
    g_string_append_printf (string, "%s=%s", node->name,
                            (char *) g_ptr_array_index (node->values, 0));
  else if (node->kind == NODE_ATOM)
    {
      g_string_append_printf (string, "%s in (", node->name);
      for (guint i = 0; i < node->values->len; i++)
        g_string_append_printf (string, "%s%s", i > 0 ? ", " : "",
                                (char *) g_ptr_array_index (node->values, i));
      g_string_append_c (string, ')');
    }
  else if (node->kind == NODE_NOT)
    {
      g_string_append (string, "not ");
      print_node (g_ptr_array_index (node->children, 0), string, TRUE);
    }
  else
    for (guint i = 0; i < node->children->len; i++)
      {
        if (i > 0)
          g_string_append (string, node->kind == NODE_AND ? " and " : " or ");
        print_node (g_ptr_array_index (node->children, i), string, TRUE);
      }
  if (wrap)
    g_string_append_c (string, ')');
}

/**
 * km_rule_to_string:
 * @rule: a rule
 *
 * Returns: (transfer full): text that parses to an equal rule
 */
char *
km_rule_to_string (const KmRule *rule)
{
  GString *string = g_string_new (NULL);

  print_node (rule->root, string, FALSE);
  return g_string_free (string, FALSE);
}

static void
foreach_atom (const Node *node, gboolean negated, KmRuleAtomFunc func, gpointer user_data)
{
  if (node->kind == NODE_ATOM)
    {
      for (guint i = 0; i < node->values->len; i++)
        func (node->name, g_ptr_array_index (node->values, i), negated, user_data);
      return;
    }
  for (guint i = 0; i < node->children->len; i++)
    foreach_atom (g_ptr_array_index (node->children, i), negated != (node->kind == NODE_NOT), func,
                  user_data);
}

/**
 * km_rule_foreach_atom:
 * @rule: a rule
 * @func: (scope call): called for every name and value
 * @user_data: data for @func
 */
void
km_rule_foreach_atom (const KmRule *rule, KmRuleAtomFunc func, gpointer user_data)
{
  foreach_atom (rule->root, FALSE, func, user_data);
}
