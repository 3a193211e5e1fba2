/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "km-urgency-banner.h"

#include "km-heading.h"
#include "km-scroller.h"

#include <glib/gi18n.h>

/* How much of the text a small window shows at once, in px. */
#define NARROW_HEIGHT 120

/**
 * KmUrgencyBanner:
 *
 * CSS node `banner` with a class for the level: `emergency`, `today` or `days`.
 */
struct _KmUrgencyBanner
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *column;
  GtkWidget *scroller; /* holds the texts in a small window; NULL otherwise */
  GtkWidget *texts;
  GtkWidget *icon;
  GtkWidget *title;
  GtkWidget *text;
  GtkWidget *because;
  GtkWidget *buttons;
  KmAssessment *assessment;
  KmUrgency shown;
};

G_DEFINE_FINAL_TYPE (KmUrgencyBanner, km_urgency_banner, GTK_TYPE_WIDGET)

enum
{
  TELL,
  CHANGE_ANSWER,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *const level_classes[KM_N_URGENCIES]
    = { NULL, NULL, "days", "today", "emergency" };
static const char *const level_icons[KM_N_URGENCIES]
    = { NULL, NULL, "x-office-calendar-symbolic", "dialog-warning-symbolic",
        "call-start-symbolic" };

/* The extra lines of every flag of the highest level, each once. */
static void
append_extras (GString *text, KmLibrary *library, GPtrArray *flags, KmUrgency level)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < flags->len; i++)
    {
      const KmRedFlag *flag = g_ptr_array_index (flags, i);

      if (flag->level != level)
        continue;
      for (char **extra = flag->extras; extra != NULL && *extra != NULL; extra++)
        if (g_hash_table_add (seen, *extra) && km_library_get_extra (library, *extra) != NULL)
          g_string_append_printf (text, " %s", km_library_get_extra (library, *extra));
    }
}

static char *
dup_because (KmUrgencyBanner *self, const KmRedFlag *flag)
{
  g_auto (GStrv) reasons
      = km_urgency_dup_because (flag, km_assessment_get_answers (self->assessment));
  g_autofree char *joined = g_strjoinv (" · ", reasons);

  if (*joined == '\0')
    return g_strdup ("");
  /* Translators: the answers that raised the alarm, as short statements */
  return g_strdup_printf (_ ("Because you answered: %s"), joined);
}

static void
fill (KmUrgencyBanner *self, KmUrgency level, GPtrArray *flags)
{
  KmLibrary *library = km_assessment_get_library (self->assessment);
  const KmRedFlag *flag = g_ptr_array_index (flags, 0);
  g_autofree char *fixed = km_library_dup_level_text (library, level);
  g_autofree char *because = dup_because (self, flag);
  g_autofree char *name = NULL;
  GString *text = g_string_new (flag->sentence);

  for (int i = 0; i < KM_N_URGENCIES; i++)
    if (level_classes[i] != NULL)
      gtk_widget_remove_css_class (self->box, level_classes[i]);
  gtk_widget_add_css_class (self->box, level_classes[level]);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), level_icons[level]);
  gtk_label_set_label (GTK_LABEL (self->title), km_library_get_level_text (library, level)->title);
  g_string_append_printf (text, " %s", fixed);
  append_extras (text, library, flags, level);
  gtk_label_set_label (GTK_LABEL (self->text), text->str);
  gtk_label_set_label (GTK_LABEL (self->because), because);
  gtk_widget_set_visible (self->because, *because != '\0');
  gtk_widget_set_visible (self->buttons, level >= KM_URGENCY_SAME_DAY);
  name = g_strdup_printf ("%s. %s %s", gtk_label_get_label (GTK_LABEL (self->title)), text->str,
                          because);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_string_free (text, TRUE);
}

static void
update (KmUrgencyBanner *self)
{
  KmUrgency level = km_assessment_get_urgency (self->assessment);
  GPtrArray *flags
      = level < KM_URGENCY_WITHIN_DAYS ? NULL : km_assessment_get_flags (self->assessment);
  KmUrgency before = self->shown;

  if (flags == NULL || flags->len == 0)
    {
      self->shown = KM_URGENCY_SELF_CARE;
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
      return;
    }
  self->shown = level;
  fill (self, level, flags);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  if (level > before && level >= KM_URGENCY_SAME_DAY && gtk_widget_get_mapped (GTK_WIDGET (self)))
    km_heading_take_focus (self->title);
}

static void
on_map (GtkWidget *widget, gpointer user_data)
{
  KmUrgencyBanner *self = KM_URGENCY_BANNER (widget);

  if (self->shown >= KM_URGENCY_SAME_DAY)
    km_heading_take_focus (self->title);
}

static void
on_tell_clicked (KmUrgencyBanner *self)
{
  g_signal_emit (self, signals[TELL], 0);
}

static void
on_change_clicked (KmUrgencyBanner *self)
{
  g_signal_emit (self, signals[CHANGE_ANSWER], 0);
}

static void
km_urgency_banner_dispose (GObject *object)
{
  KmUrgencyBanner *self = KM_URGENCY_BANNER (object);

  g_clear_object (&self->assessment);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (km_urgency_banner_parent_class)->dispose (object);
}

static void
km_urgency_banner_class_init (KmUrgencyBannerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = km_urgency_banner_dispose;
  signals[TELL] = g_signal_new ("tell", KM_TYPE_URGENCY_BANNER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
  signals[CHANGE_ANSWER] = g_signal_new ("change-answer", KM_TYPE_URGENCY_BANNER, G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "banner");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
}

static GtkWidget *
make_column (KmUrgencyBanner *self)
{
  self->title = km_heading_new ("", 1, "km-question");
  self->text = km_label_new ("", NULL);
  self->because = km_label_new ("", "km-small", NULL);
  self->texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_box_append (GTK_BOX (self->texts), self->text);
  gtk_box_append (GTK_BOX (self->texts), self->because);
  self->column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_widget_set_hexpand (self->column, TRUE);
  gtk_box_append (GTK_BOX (self->column), self->title);
  gtk_box_append (GTK_BOX (self->column), self->texts);
  return self->column;
}

/* In a small window the text scrolls, so that some of the guide stays in view; in a wide one all
 * of it is always in sight. */
static void
set_scrolling (KmUrgencyBanner *self, gboolean scrolling)
{
  g_autoptr (GtkWidget) texts = g_object_ref (self->texts);

  if (scrolling == (self->scroller != NULL))
    return;
  if (!scrolling)
    {
      gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), NULL);
      gtk_box_remove (GTK_BOX (self->column), self->scroller);
      self->scroller = NULL;
      gtk_box_append (GTK_BOX (self->column), texts);
      return;
    }
  gtk_box_remove (GTK_BOX (self->column), texts);
  self->scroller = km_scroller_new (texts);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->scroller), NARROW_HEIGHT);
  gtk_box_append (GTK_BOX (self->column), self->scroller);
}

static GtkWidget *
make_buttons (KmUrgencyBanner *self)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *tell = gtk_button_new_with_label (_ ("What to tell them"));
  GtkWidget *change = gtk_button_new_with_label (_ ("Change an answer"));

  gtk_widget_set_valign (buttons, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (change, "flat");
  g_signal_connect_swapped (tell, "clicked", G_CALLBACK (on_tell_clicked), self);
  g_signal_connect_swapped (change, "clicked", G_CALLBACK (on_change_clicked), self);
  gtk_box_append (GTK_BOX (buttons), tell);
  gtk_box_append (GTK_BOX (buttons), change);
  return buttons;
}

static void
km_urgency_banner_init (KmUrgencyBanner *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);

  self->icon = km_icon_new ("dialog-warning-symbolic");
  self->buttons = make_buttons (self);
  gtk_box_append (GTK_BOX (line), self->icon);
  gtk_box_append (GTK_BOX (line), make_column (self));
  gtk_widget_set_hexpand (line, TRUE);
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  gtk_widget_add_css_class (self->box, "banner");
  gtk_box_append (GTK_BOX (self->box), line);
  gtk_box_append (GTK_BOX (self->box), self->buttons);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_connect (self, "map", G_CALLBACK (on_map), NULL);
}

/**
 * km_urgency_banner_set_assessment:
 * @self: a banner
 * @assessment: whose urgency it shows
 */
void
km_urgency_banner_set_assessment (KmUrgencyBanner *self, KmAssessment *assessment)
{
  g_return_if_fail (self->assessment == NULL);

  self->assessment = g_object_ref (assessment);
  g_signal_connect_object (assessment, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * km_urgency_banner_set_narrow:
 * @self: a banner
 * @narrow: whether the window is too narrow for the buttons to stand beside the text
 */
void
km_urgency_banner_set_narrow (KmUrgencyBanner *self, gboolean narrow)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->buttons),
                                  narrow ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self->box), narrow ? 12 : 18);
  set_scrolling (self, narrow);
}
