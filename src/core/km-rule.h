/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "km-types.h"

G_BEGIN_DECLS

typedef struct _KmAnswers KmAnswers;
typedef struct _KmLibrary KmLibrary;

/**
 * KM_RULE_ERROR:
 *
 * Errors of rules in the content.
 */
#define KM_RULE_ERROR (km_rule_error_quark ())
GQuark km_rule_error_quark (void);

/**
 * KmRuleError:
 * @KM_RULE_ERROR_SYNTAX: the text is no rule
 * @KM_RULE_ERROR_UNKNOWN_NAME: it names a question that does not exist
 * @KM_RULE_ERROR_UNKNOWN_VALUE: it names an option the question does not have
 */
typedef enum
{
  KM_RULE_ERROR_SYNTAX = 1,
  KM_RULE_ERROR_UNKNOWN_NAME,
  KM_RULE_ERROR_UNKNOWN_VALUE,
} KmRuleError;

/**
 * KmRule:
 *
 * A boolean expression over answers and spots, as in
 * `onset in (injury, unsure) and not duration=over-12w`. Names are question ids, `spot`, `area`
 * and `side`. Three-valued: what was not answered is unknown, never false.
 */
typedef struct _KmRule KmRule;

KmRule *km_rule_parse (const char *text, GError **error);
KmRule *km_rule_ref (KmRule *rule);
void km_rule_unref (KmRule *rule);
gboolean km_rule_check (const KmRule *rule, KmLibrary *library, GError **error);
KmTruth km_rule_evaluate (const KmRule *rule, const KmAnswers *answers);
char *km_rule_to_string (const KmRule *rule);

/**
 * KmRuleAtomFunc:
 * @name: the name an atom asks about
 * @value: one value it accepts
 * @negated: whether the atom stands under an odd number of "not"
 * @user_data: data of the caller
 *
 * Called for every name and value a rule mentions.
 */
typedef void (*KmRuleAtomFunc) (const char *name,
                                const char *value,
                                gboolean negated,
                                gpointer user_data);

void km_rule_foreach_atom (const KmRule *rule, KmRuleAtomFunc func, gpointer user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KmRule, km_rule_unref)

G_END_DECLS
