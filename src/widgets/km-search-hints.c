/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "km-search-hints.h"

#include "km-heading.h"

#include <glib/gi18n.h>

/* Of what was typed, in a heading. */
#define MAX_QUOTED_CHARS 60

/**
 * KmSearchHints:
 *
 * CSS node `search-hints`.
 */
struct _KmSearchHints
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *title;
  GtkWidget *text;
  GtkWidget *chips;
  GtkWidget *link;
};

G_DEFINE_FINAL_TYPE (KmSearchHints, km_search_hints, GTK_TYPE_WIDGET)

enum
{
  WORDS,
  LIBRARY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_chip_clicked (GtkButton *button, gpointer user_data)
{
  g_autofree char *words = g_strdup (gtk_button_get_label (button));

  g_signal_emit (user_data, signals[WORDS], 0, words);
}

static void
append_chip (KmSearchHints *self, const char *words)
{
  GtkWidget *chip = gtk_button_new_with_label (words);

  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_set_halign (chip, GTK_ALIGN_START);
  g_signal_connect (chip, "clicked", G_CALLBACK (on_chip_clicked), self);
  gtk_box_append (GTK_BOX (self->chips), chip);
}

static void
fill_chips (KmSearchHints *self, const char *const *words)
{
  GtkWidget *child;

  gtk_widget_set_visible (self->chips, *words != NULL);
  while ((child = gtk_widget_get_first_child (self->chips)) != NULL)
    gtk_box_remove (GTK_BOX (self->chips), child);
  for (; *words != NULL; words++)
    append_chip (self, *words);
}

static void
on_library_clicked (KmSearchHints *self)
{
  g_signal_emit (self, signals[LIBRARY], 0);
}

static void
km_search_hints_dispose (GObject *object)
{
  KmSearchHints *self = KM_SEARCH_HINTS (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (km_search_hints_parent_class)->dispose (object);
}

static void
km_search_hints_class_init (KmSearchHintsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = km_search_hints_dispose;
  signals[WORDS] = g_signal_new ("words", KM_TYPE_SEARCH_HINTS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[LIBRARY] = g_signal_new ("library", KM_TYPE_SEARCH_HINTS, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "search-hints");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
km_search_hints_init (KmSearchHints *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->title = km_heading_new ("", 1, "km-section");
  self->text = km_label_new ("", "km-dim", NULL);
  self->chips = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, "spacing",
                              6, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chips), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Words to search for"), -1);
  self->link = gtk_button_new_with_label (_ ("Look through the library"));
  km_style_as_link (self->link);
  g_signal_connect_swapped (self->link, "clicked", G_CALLBACK (on_library_clicked), self);
  gtk_box_append (GTK_BOX (self->box), self->title);
  gtk_box_append (GTK_BOX (self->box), self->text);
  gtk_box_append (GTK_BOX (self->box), self->chips);
  gtk_box_append (GTK_BOX (self->box), self->link);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  self->title, NULL, -1);
  km_search_hints_show_start (self);
}

GtkWidget *
km_search_hints_new (void)
{
  return g_object_new (KM_TYPE_SEARCH_HINTS, NULL);
}

/**
 * km_search_hints_set_narrow:
 * @self: the hints
 * @narrow: whether words have to stand one below the other
 */
void
km_search_hints_set_narrow (KmSearchHints *self, gboolean narrow)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->chips),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}

/**
 * km_search_hints_show_start:
 * @self: the hints
 *
 * Says what one may type.
 */
void
km_search_hints_show_start (KmSearchHints *self)
{
  const char *const examples[]
      = { _ ("runner's knee"), _ ("hurts on stairs"), _ ("it pops"), _ ("how long to rest"), NULL };

  gtk_label_set_label (GTK_LABEL (self->title), _ ("What are you looking for?"));
  gtk_label_set_label (
      GTK_LABEL (self->text),
      _ ("Type a name, a place on the knee, or what you feel, in your own words."));
  fill_chips (self, examples);
}

/**
 * km_search_hints_show_none:
 * @self: the hints
 * @typed: what was searched for
 * @near_words: (array zero-terminated=1): words of the guide that look like it
 *
 * Says that nothing was found, and how to go on.
 */
void
km_search_hints_show_none (KmSearchHints *self, const char *typed, char **near_words)
{
  g_autofree char *quoted = km_search_hints_quote (typed);
  g_autofree char *title = g_strdup_printf (_ ("Nothing found for “%s”"), quoted);

  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_label_set_label (GTK_LABEL (self->text),
                       *near_words != NULL
                           ? _ ("Did you mean one of these words?")
                           : _ ("Try fewer or plainer words: where it hurts, or when."));
  fill_chips (self, (const char *const *) near_words);
}

/**
 * km_search_hints_quote:
 * @words: anything somebody may type
 *
 * Returns: (transfer full): the same, fit for a sentence of the program: short, in one line,
 * without control characters, and kept apart from the direction of the words round it
 */
char *
km_search_hints_quote (const char *words)
{
  GString *text = g_string_new ("\u2068");
  guint n = 0;

  for (const char *c = words; *c != '\0' && n < MAX_QUOTED_CHARS; c = g_utf8_next_char (c), n++)
    {
      gunichar character = g_utf8_get_char (c);
      GUnicodeType type = g_unichar_type (character);

      if (type == G_UNICODE_CONTROL || type == G_UNICODE_FORMAT || g_unichar_isspace (character))
        g_string_append_c (text, ' ');
      else
        g_string_append_unichar (text, character);
    }
  if (n == MAX_QUOTED_CHARS)
    g_string_append (text, "…");
  g_string_append (text, "\u2069");
  return g_string_free (text, FALSE);
}
