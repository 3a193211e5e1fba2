/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-types.h"

#include <glib/gi18n.h>

G_DEFINE_ENUM_TYPE (KmView,
                    km_view,
                    G_DEFINE_ENUM_VALUE (KM_VIEW_FRONT, "front"),
                    G_DEFINE_ENUM_VALUE (KM_VIEW_OUTER, "outer"),
                    G_DEFINE_ENUM_VALUE (KM_VIEW_INNER, "inner"),
                    G_DEFINE_ENUM_VALUE (KM_VIEW_BEHIND, "behind"),
                    G_DEFINE_ENUM_VALUE (KM_VIEW_BELOW, "below"))

G_DEFINE_ENUM_TYPE (KmLayer,
                    km_layer,
                    G_DEFINE_ENUM_VALUE (KM_LAYER_SKIN, "skin"),
                    G_DEFINE_ENUM_VALUE (KM_LAYER_MUSCLE, "muscle"),
                    G_DEFINE_ENUM_VALUE (KM_LAYER_BONE, "bone"))

G_DEFINE_ENUM_TYPE (KmSide,
                    km_side,
                    G_DEFINE_ENUM_VALUE (KM_SIDE_LEFT, "left"),
                    G_DEFINE_ENUM_VALUE (KM_SIDE_RIGHT, "right"),
                    G_DEFINE_ENUM_VALUE (KM_SIDE_BOTH, "both"))

G_DEFINE_ENUM_TYPE (KmUrgency,
                    km_urgency,
                    G_DEFINE_ENUM_VALUE (KM_URGENCY_SELF_CARE, "self-care"),
                    G_DEFINE_ENUM_VALUE (KM_URGENCY_ROUTINE, "routine"),
                    G_DEFINE_ENUM_VALUE (KM_URGENCY_WITHIN_DAYS, "within-days"),
                    G_DEFINE_ENUM_VALUE (KM_URGENCY_SAME_DAY, "same-day"),
                    G_DEFINE_ENUM_VALUE (KM_URGENCY_EMERGENCY, "emergency"))

G_DEFINE_ENUM_TYPE (KmBand,
                    km_band,
                    G_DEFINE_ENUM_VALUE (KM_BAND_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (KM_BAND_LITTLE, "little"),
                    G_DEFINE_ENUM_VALUE (KM_BAND_PARTLY, "partly"),
                    G_DEFINE_ENUM_VALUE (KM_BAND_WELL, "well"))

G_DEFINE_ENUM_TYPE (KmStrength,
                    km_strength,
                    G_DEFINE_ENUM_VALUE (KM_STRENGTH_ALMOST_NEVER, "almost-never"),
                    G_DEFINE_ENUM_VALUE (KM_STRENGTH_RARELY, "rarely"),
                    G_DEFINE_ENUM_VALUE (KM_STRENGTH_SOMETIMES, "sometimes"),
                    G_DEFINE_ENUM_VALUE (KM_STRENGTH_OFTEN, "often"),
                    G_DEFINE_ENUM_VALUE (KM_STRENGTH_ALMOST_ALWAYS, "almost-always"))

G_DEFINE_ENUM_TYPE (KmPageKind,
                    km_page_kind,
                    G_DEFINE_ENUM_VALUE (KM_PAGE_CONDITION, "condition"),
                    G_DEFINE_ENUM_VALUE (KM_PAGE_GUIDE, "guide"),
                    G_DEFINE_ENUM_VALUE (KM_PAGE_EXERCISE, "exercise"),
                    G_DEFINE_ENUM_VALUE (KM_PAGE_QUESTION, "question"))

/**
 * km_enum_to_nick:
 * @type: an enumeration type
 * @value: a value of it
 *
 * The word that data files and the command line use for @value.
 *
 * Returns: (transfer none) (nullable): the nick, or %NULL for a value outside @type
 */
const char *
km_enum_to_nick (GType type, int value)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);
  const GEnumValue *found = g_enum_get_value (klass, value);

  return found != NULL ? found->value_nick : NULL;
}

/**
 * km_enum_from_nick:
 * @type: an enumeration type
 * @nick: (nullable): a word
 * @value: (out): the value it names
 *
 * Returns: whether @nick names a value of @type
 */
gboolean
km_enum_from_nick (GType type, const char *nick, int *value)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);
  const GEnumValue *found = nick != NULL ? g_enum_get_value_by_nick (klass, nick) : NULL;

  if (found == NULL)
    return FALSE;
  *value = found->value;
  return TRUE;
}

/**
 * km_band_to_words:
 * @band: how well a condition fits
 *
 * Returns: (transfer none): the same in words
 */
const char *
km_band_to_words (KmBand band)
{
  switch (band)
    {
    case KM_BAND_WELL:
      return _ ("Fits well");
    case KM_BAND_PARTLY:
      return _ ("Fits partly");
    case KM_BAND_LITTLE:
      return _ ("Fits a little");
    case KM_BAND_NONE:
    default:
      return _ ("Does not fit");
    }
}
