/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "km-window-private.h"

#include "km-session.h"

#include <glib/gi18n.h>

/* Long enough for a burst of answers to be written once, in seconds. */
#define SAVE_DELAY 1

static void
notice (KmWindow *self, const char *text)
{
  km_start_view_set_notice (km_question_pane_get_start (self->questions), text);
}

static void
set_last_session (KmWindow *self, KmSession *session)
{
  g_clear_pointer (&self->last_session, km_session_free);
  self->last_session = session;
  km_start_view_set_can_resume (km_question_pane_get_start (self->questions), session != NULL);
}

/**
 * km_window_load_session:
 * @self: a window
 *
 * Looks for a session to go on from, and offers it. What cannot be read is said, not lost.
 */
void
km_window_load_session (KmWindow *self)
{
  g_autoptr (GError) error = NULL;
  KmSession *session = km_session_exists () ? km_session_load (&error) : NULL;

  if (error != NULL)
    notice (self, error->message);
  if (session != NULL && (session->answers == NULL || g_variant_n_children (session->answers) == 0))
    g_clear_pointer (&session, km_session_free);
  set_last_session (self, session);
}

/**
 * km_window_save:
 * @self: a window
 *
 * Writes the session down. Without answers there is nothing to keep, and an older session stays.
 */
void
km_window_save (KmWindow *self)
{
  const KmAnswers *answers = km_assessment_get_answers (self->assessment);
  const KmPlace *here = km_history_get_current (self->history);
  g_autoptr (KmSession) session = NULL;
  g_autoptr (GError) error = NULL;

  g_clear_handle_id (&self->save_source, g_source_remove);
  if (km_answers_is_empty (answers) || self->save_failed)
    return;
  session = km_session_new ();
  session->answers = g_variant_ref_sink (km_answers_to_variant (answers));
  session->page = g_strdup (here->page);
  km_diagram_pane_get_state (self->diagram, &session->view, &session->layer, &session->side);
  if (km_session_save (session, &error))
    return;
  /* Said once: the program goes on without. */
  self->save_failed = TRUE;
  g_printerr ("kneemap: %s\n", error->message);
}

static gboolean
on_save_due (gpointer user_data)
{
  KmWindow *self = KM_WINDOW (user_data);

  self->save_source = 0;
  km_window_save (self);
  return G_SOURCE_REMOVE;
}

/**
 * km_window_queue_save:
 * @self: a window
 *
 * Writes the session down soon.
 */
void
km_window_queue_save (KmWindow *self)
{
  if (self->save_source == 0)
    self->save_source = g_timeout_add_seconds (SAVE_DELAY, on_save_due, self);
}

/**
 * km_window_go_on:
 * @self: a window
 *
 * Goes on from the last session.
 */
void
km_window_go_on (KmWindow *self)
{
  g_autoptr (KmAnswers) answers = km_answers_new (self->library);
  g_autoptr (KmSession) session = g_steal_pointer (&self->last_session);
  guint dropped;

  if (session == NULL)
    return;
  set_last_session (self, NULL);
  dropped = km_answers_load_variant (answers, session->answers);
  if (dropped > 0)
    g_printerr (ngettext ("kneemap: %u answer of the last session no longer has a question\n",
                          "kneemap: %u answers of the last session no longer have a question\n",
                          dropped),
                dropped);
  km_diagram_pane_set_state (self->diagram, session->view, session->layer, session->side);
  km_assessment_set_answers (self->assessment, answers);
  if (km_library_get_page (self->library, session->page) != NULL)
    km_window_go (self, km_place_new (FALSE, NULL, session->page,
                                      km_fold_get_n_panes (self->fold) == 1 ? KM_PANE_QUESTIONS
                                                                            : KM_PANE_READING));
  else
    km_window_show_pane (self, KM_PANE_QUESTIONS);
}

/**
 * km_window_forget:
 * @self: a window
 *
 * Takes every answer back and removes what was kept of them.
 */
void
km_window_forget (KmWindow *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_handle_id (&self->save_source, g_source_remove);
  set_last_session (self, NULL);
  km_assessment_clear (self->assessment);
  km_window_go (self, km_place_new (FALSE, NULL, NULL, KM_PANE_DIAGRAM));
  g_clear_handle_id (&self->save_source, g_source_remove);
  /* Which pages were read says as much as the answers; bookmarks were made on purpose. */
  km_reading_clear_recent (self->reader);
  km_window_update_actions (self);
  notice (self, km_session_forget (&error) ? _ ("The last session is forgotten.") : error->message);
}
