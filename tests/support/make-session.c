/* SPDX-License-Identifier: GPL-3.0-or-later */

/* make-session VIEW LAYER PAGE ANSWERS: writes a last session, for pictures and journeys; ANSWERS
 * is the text of an a(sas) variant. */

#include "km-session.h"

int
main (int argc, char *argv[])
{
  g_autoptr (KmSession) session = km_session_new ();
  g_autoptr (GError) error = NULL;
  int view;
  int layer;

  if (argc != 5 || !km_enum_from_nick (KM_TYPE_VIEW, argv[1], &view)
      || !km_enum_from_nick (KM_TYPE_LAYER, argv[2], &layer))
    {
      g_printerr ("usage: make-session VIEW LAYER PAGE ANSWERS\n");
      return 2;
    }
  session->view = view;
  session->layer = layer;
  session->side = KM_SIDE_RIGHT;
  session->page = g_strdup (argv[3]);
  session->answers = g_variant_parse (G_VARIANT_TYPE ("a(sas)"), argv[4], NULL, NULL, &error);
  if (session->answers == NULL || !km_session_save (session, &error))
    {
      g_printerr ("make-session: %s\n", error->message);
      return 1;
    }
  return 0;
}
