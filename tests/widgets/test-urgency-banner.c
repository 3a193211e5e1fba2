/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-loader.h"
#include "km-test-window.h"
#include "km-urgency-banner.h"

#include <string.h>

static KmLibrary *library;

typedef struct
{
  KmAssessment *assessment;
  GtkWidget *banner;
  GtkWidget *button;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  fixture->assessment = km_assessment_new (library);
  fixture->banner = g_object_new (KM_TYPE_URGENCY_BANNER, NULL);
  fixture->button = gtk_button_new_with_label ("Below");
  gtk_box_append (GTK_BOX (box), fixture->banner);
  gtk_box_append (GTK_BOX (box), fixture->button);
  km_urgency_banner_set_assessment (KM_URGENCY_BANNER (fixture->banner), fixture->assessment);
  fixture->window = km_test_show (box, 1180, 400);
  gtk_widget_grab_focus (fixture->button);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  km_test_close (fixture->window);
  g_assert_finalize_object (fixture->assessment);
}

static void
answer (Fixture *fixture, const char *question, const char *option)
{
  const char *options[] = { option, NULL };

  g_assert_true (km_assessment_answer (fixture->assessment, question, options, NULL));
  km_test_settle ();
}

static GtkWidget *
get_focus (Fixture *fixture)
{
  return gtk_root_get_focus (GTK_ROOT (fixture->window));
}

static gboolean
says (GtkWidget *widget, const char *part)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), part) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_visible (child) && says (child, part))
      return TRUE;
  return FALSE;
}

/* What it says is what urgency.xml says, word for word, and its name has all of it. */
static void
assert_words (Fixture *fixture, KmUrgency level)
{
  const KmLevelText *text = km_library_get_level_text (library, level);
  g_autoptr (GBytes) file = g_resources_lookup_data (
      "/io/github/kneemap/Kneemap/content/urgency.xml", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  const char *source = g_bytes_get_data (file, NULL);

  g_assert_cmpint (km_assessment_get_urgency (fixture->assessment), ==, level);
  g_assert_true (gtk_widget_get_visible (fixture->banner));
  g_assert_true (says (fixture->banner, text->title));
  g_assert_nonnull (g_strstr_len (source, (gssize) g_bytes_get_size (file), text->title));
  for (char **step = text->steps; *step != NULL; step++)
    {
      g_assert_true (says (fixture->banner, *step));
      g_assert_nonnull (g_strstr_len (source, (gssize) g_bytes_get_size (file), *step));
    }
  g_assert_true (says (fixture->banner, "Because you answered: "));
}

static gboolean
has_buttons (Fixture *fixture)
{
  GtkWidget *tell = km_test_find (fixture->banner, GTK_TYPE_BUTTON, "What to tell them");

  return tell != NULL && gtk_widget_get_mapped (tell);
}

static void
test_levels (Fixture *fixture, gconstpointer data)
{
  g_assert_false (gtk_widget_get_visible (fixture->banner));
  answer (fixture, "downhill", "yes");
  g_assert_false (gtk_widget_get_visible (fixture->banner));

  answer (fixture, "fever", "yes");
  assert_words (fixture, KM_URGENCY_WITHIN_DAYS);
  g_assert_false (has_buttons (fixture));
  /* Days are no reason to take the focus away from an answer. */
  g_assert_true (get_focus (fixture) == fixture->button);

  answer (fixture, "hot-red", "hot-red");
  assert_words (fixture, KM_URGENCY_EMERGENCY);
  g_assert_true (has_buttons (fixture));
  g_assert_true (GTK_IS_LABEL (get_focus (fixture)));
  g_assert_true (gtk_widget_is_ancestor (get_focus (fixture), fixture->banner));
  gtk_test_accessible_assert_role (get_focus (fixture), GTK_ACCESSIBLE_ROLE_HEADING);

  /* It does not take it a second time for the same level. */
  gtk_widget_grab_focus (fixture->button);
  answer (fixture, "rest-pain", "constant");
  g_assert_cmpint (km_assessment_get_urgency (fixture->assessment), ==, KM_URGENCY_EMERGENCY);
  g_assert_true (get_focus (fixture) == fixture->button);

  km_assessment_clear (fixture->assessment);
  km_test_settle ();
  g_assert_false (gtk_widget_get_visible (fixture->banner));
}

/* Each level that a banner has, from the flags of the guide themselves. */
static void
test_same_day (Fixture *fixture, gconstpointer data)
{
  answer (fixture, "onset", "injury");
  answer (fixture, "locking", "stuck");
  assert_words (fixture, KM_URGENCY_SAME_DAY);
  g_assert_true (has_buttons (fixture));
  g_assert_true (gtk_widget_is_ancestor (get_focus (fixture), fixture->banner));
}

static void
on_signal (KmUrgencyBanner *banner, guint *n)
{
  (*n)++;
}

static void
test_buttons (Fixture *fixture, gconstpointer data)
{
  guint told = 0, changed = 0;

  g_signal_connect (fixture->banner, "tell", G_CALLBACK (on_signal), &told);
  g_signal_connect (fixture->banner, "change-answer", G_CALLBACK (on_signal), &changed);
  answer (fixture, "fever", "yes");
  answer (fixture, "hot-red", "hot-red");
  g_signal_emit_by_name (km_test_find (fixture->banner, GTK_TYPE_BUTTON, "What to tell them"),
                         "clicked");
  g_signal_emit_by_name (km_test_find (fixture->banner, GTK_TYPE_BUTTON, "Change an answer"),
                         "clicked");
  g_assert_cmpuint (told, ==, 1);
  g_assert_cmpuint (changed, ==, 1);
}

/* In a narrow window it says the same, in no more than its share of the height. */
static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  answer (fixture, "fever", "yes");
  answer (fixture, "hot-red", "hot-red");
  for (int i = 0; i < 3; i++)
    {
      km_urgency_banner_set_narrow (KM_URGENCY_BANNER (fixture->banner), i % 2 == 0);
      km_test_settle ();
      assert_words (fixture, KM_URGENCY_EMERGENCY);
      g_assert_true (has_buttons (fixture));
    }
  /* The focus stays where it was put when the banner changes its shape. */
  g_assert_true (gtk_widget_is_ancestor (get_focus (fixture), fixture->banner));
}

static void
test_alert (Fixture *fixture, gconstpointer data)
{
  gtk_test_accessible_assert_role (fixture->banner, GTK_ACCESSIBLE_ROLE_ALERT);
  answer (fixture, "fever", "yes");
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (fixture->banner),
                                                   GTK_ACCESSIBLE_PROPERTY_LABEL));
}

int
main (int argc, char *argv[])
{
  km_test_init (&argc, &argv);
  library = km_loader_load (NULL, NULL);
  g_assert_nonnull (library);
#define ADD(name, function) \
  g_test_add ("/urgency-banner/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("levels", test_levels);
  ADD ("same-day", test_same_day);
  ADD ("buttons", test_buttons);
  ADD ("narrow", test_narrow);
  ADD ("alert", test_alert);
  return g_test_run ();
}
