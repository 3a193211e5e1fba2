/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "km-search-row.h"

#include "km-heading.h"
#include "km-row.h"

#include <glib/gi18n.h>

/**
 * KmSearchRow:
 *
 * Made once and filled again for each search. Hits are bold on a tint, so that they show without
 * colour too.
 */
struct _KmSearchRow
{
  GtkListBoxRow parent_instance;

  GtkWidget *texts;
  GtkWidget *head;
  GtkWidget *title;
  GtkWidget *kind;
  GtkWidget *line;
  GtkWidget *urgent;
  GtkWidget *urgent_icon;
  GtkWidget *urgent_words;
  KmSearchHit *hit;
  GdkRGBA marked_with;
};

G_DEFINE_FINAL_TYPE (KmSearchRow, km_search_row, GTK_TYPE_LIST_BOX_ROW)

static const char *
kind_words (KmSearchHit *hit)
{
  static const char *const words[] = {
    [KM_PAGE_CONDITION] = N_ ("Condition"),
    [KM_PAGE_GUIDE] = N_ ("Guide"),
    [KM_PAGE_EXERCISE] = N_ ("Exercise"),
    [KM_PAGE_QUESTION] = N_ ("Question"),
  };
  KmPage *page = km_search_hit_get_page (hit);

  /* Translators: kind of a search result: a word of the glossary */
  return page != NULL ? _ (words[km_page_get_kind (page)]) : _ ("Word explained");
}

/* ---- marks --------------------------------------------------------------------------------- */

static void
insert (PangoAttrList *list, PangoAttribute *attribute, const KmSearchRange *range)
{
  attribute->start_index = range->start;
  attribute->end_index = range->end;
  pango_attr_list_insert (list, attribute);
}

static guint16
channel (float value)
{
  return (guint16) (value * G_MAXUINT16);
}

static gboolean
look_up_colour (GtkWidget *widget, const char *name, GdkRGBA *colour)
{
  return gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), name, colour);
}

static void
insert_marks (PangoAttrList *list, GtkWidget *label, const KmSearchRange *range)
{
  GdkRGBA c;

  insert (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD), range);
  if (look_up_colour (label, "km_text", &c))
    insert (list, pango_attr_foreground_new (channel (c.red), channel (c.green), channel (c.blue)),
            range);
  if (!look_up_colour (label, "km_tint", &c))
    return;
  insert (list, pango_attr_background_new (channel (c.red), channel (c.green), channel (c.blue)),
          range);
  if (c.alpha < 1)
    insert (list, pango_attr_background_alpha_new (channel (c.alpha)), range);
}

static void
set_marks (GtkWidget *label, const KmSearchRange *ranges, guint n)
{
  g_autoptr (PangoAttrList) list = pango_attr_list_new ();

  for (guint i = 0; i < n; i++)
    insert_marks (list, label, &ranges[i]);
  gtk_label_set_attributes (GTK_LABEL (label), list);
}

static void
update_marks (KmSearchRow *self)
{
  const KmSearchRange *ranges;
  guint n;

  if (self->hit == NULL)
    return;
  look_up_colour (GTK_WIDGET (self), "km_tint", &self->marked_with);
  ranges = km_search_hit_get_title_marks (self->hit, &n);
  set_marks (self->title, ranges, n);
  ranges = km_search_hit_get_line_marks (self->hit, &n);
  set_marks (self->line, ranges, n);
}

/* The colours of the marks are those of the sheet in force. */
static void
km_search_row_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  KmSearchRow *self = KM_SEARCH_ROW (widget);
  GdkRGBA tint;

  GTK_WIDGET_CLASS (km_search_row_parent_class)->css_changed (widget, change);
  if (look_up_colour (widget, "km_tint", &tint) && !gdk_rgba_equal (&tint, &self->marked_with))
    update_marks (self);
}

/* ---- building ------------------------------------------------------------------------------ */

/* It breaks between words alone: to find its least width GTK lays a label out as narrow as can be,
 * and one letter a line costs many times as much as one word a line. The words are those of the
 * guide, and none is too long. */
static GtkWidget *
make_label (const char *css_class, const char *second_class)
{
  GtkWidget *label = km_label_new ("", css_class, second_class, NULL);

  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD);
  return label;
}

static void
make_head (KmSearchRow *self)
{
  self->head = km_row_new (GTK_ACCESSIBLE_ROLE_GROUP, 12);
  self->title = make_label ("km-heading", NULL);
  self->kind = km_label_new ("", "km-small", "km-dim", NULL);
  gtk_widget_set_hexpand (self->title, TRUE);
  gtk_label_set_wrap (GTK_LABEL (self->kind), FALSE);
  gtk_label_set_yalign (GTK_LABEL (self->title), 0.0);
  gtk_label_set_yalign (GTK_LABEL (self->kind), 0.0);
  gtk_widget_set_margin_top (self->kind, 1);
  km_row_append (self->head, self->title);
  km_row_append (self->head, self->kind);
}

static GtkWidget *
make_urgent (KmSearchRow *self)
{
  self->urgent = km_row_new (GTK_ACCESSIBLE_ROLE_GROUP, 6);
  self->urgent_icon = km_icon_new ("dialog-warning-symbolic");
  self->urgent_words = make_label ("km-small", NULL);
  gtk_widget_add_css_class (self->urgent, "urgent");
  gtk_widget_set_margin_top (self->urgent, 2);
  gtk_widget_set_hexpand (self->urgent_words, TRUE);
  km_row_append (self->urgent, self->urgent_icon);
  km_row_append (self->urgent, self->urgent_words);
  return self->urgent;
}

static void
km_search_row_dispose (GObject *object)
{
  KmSearchRow *self = KM_SEARCH_ROW (object);

  g_clear_object (&self->hit);
  G_OBJECT_CLASS (km_search_row_parent_class)->dispose (object);
}

static void
km_search_row_class_init (KmSearchRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = km_search_row_dispose;
  GTK_WIDGET_CLASS (klass)->css_changed = km_search_row_css_changed;
}

static void
km_search_row_init (KmSearchRow *self)
{
  make_head (self);
  self->line = make_label ("km-small", "km-dim");
  self->texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  gtk_box_append (GTK_BOX (self->texts), self->head);
  gtk_box_append (GTK_BOX (self->texts), self->line);
  gtk_box_append (GTK_BOX (self->texts), make_urgent (self));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), self->texts);
}

GtkWidget *
km_search_row_new (void)
{
  return g_object_new (KM_TYPE_SEARCH_ROW, NULL);
}

/* ---- filling ------------------------------------------------------------------------------- */

/* How soon to be seen, where that is today or now: whoever looks for such a page should see it
 * before opening it. Returns the words, or NULL. */
static const char *
update_urgent (KmSearchRow *self, KmLibrary *library)
{
  const KmCondition *condition
      = km_library_get_condition (library, km_search_hit_get_id (self->hit));
  const KmLevelText *level = NULL;

  if (condition != NULL && condition->urgency >= KM_URGENCY_SAME_DAY)
    level = km_library_get_level_text (library, condition->urgency);
  gtk_widget_set_visible (self->urgent, level != NULL);
  if (level == NULL)
    return NULL;
  gtk_image_set_from_icon_name (GTK_IMAGE (self->urgent_icon),
                                condition->urgency == KM_URGENCY_EMERGENCY
                                    ? "call-start-symbolic"
                                    : "dialog-warning-symbolic");
  gtk_label_set_label (GTK_LABEL (self->urgent_words), level->title);
  return level->title;
}

/**
 * km_search_row_set_hit:
 * @self: a row
 * @library: what was searched
 * @hit: the result to show
 */
void
km_search_row_set_hit (KmSearchRow *self, KmLibrary *library, KmSearchHit *hit)
{
  const char *title = km_search_hit_get_title (hit);
  const char *line = km_search_hit_get_line (hit);
  const char *kind = kind_words (hit);
  const char *urgent;
  g_autofree char *name = NULL;

  g_set_object (&self->hit, hit);
  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_label_set_label (GTK_LABEL (self->kind), kind);
  gtk_label_set_label (GTK_LABEL (self->line), line);
  gtk_widget_set_visible (self->line, *line != '\0');
  update_marks (self);
  urgent = update_urgent (self, library);
  /* Translators: what a screen reader says for a search result: title, kind of page */
  name = g_strdup_printf (_ ("%s, %s"), title, kind);
  if (urgent != NULL)
    {
      g_autofree char *calm = g_steal_pointer (&name);

      name = g_strdup_printf ("%s. %s", calm, urgent);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, line, -1);
}

/**
 * km_search_row_set_narrow:
 * @self: a row
 * @narrow: whether the kind of page stands under the title, for want of room beside it
 */
void
km_search_row_set_narrow (KmSearchRow *self, gboolean narrow)
{
  if (narrow == (gtk_widget_get_parent (self->kind) == self->texts))
    return;
  g_object_ref (self->kind);
  gtk_widget_unparent (self->kind);
  if (narrow)
    gtk_box_insert_child_after (GTK_BOX (self->texts), self->kind, self->head);
  else
    km_row_append (self->head, self->kind);
  g_object_unref (self->kind);
}

/**
 * km_search_row_get_hit:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the result it shows
 */
KmSearchHit *
km_search_row_get_hit (KmSearchRow *self)
{
  return self->hit;
}
