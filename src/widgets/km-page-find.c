/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-page-find.h"

#include "km-heading.h"
#include "km-text-find.h"
#include "km-theme.h"

typedef struct
{
  GtkLabel *label;
  GtkExpander *expander; /* (nullable): what it is folded into */
  KmSearchRange range;
} Hit;

struct _KmPageFind
{
  GArray *hits;
  guint current;
};

static void
clear_hit (gpointer data)
{
  Hit *hit = data;

  g_clear_object (&hit->label);
  g_clear_object (&hit->expander);
}

/**
 * km_page_find_new:
 *
 * Returns: (transfer full): hits of nothing
 */
KmPageFind *
km_page_find_new (void)
{
  KmPageFind *find = g_new0 (KmPageFind, 1);

  find->hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  g_array_set_clear_func (find->hits, clear_hit);
  return find;
}

void
km_page_find_free (KmPageFind *find)
{
  km_page_find_clear (find);
  g_array_unref (find->hits);
  g_free (find);
}

static Hit *
get_hit (KmPageFind *find, guint position)
{
  return &g_array_index (find->hits, Hit, position);
}

/* ---- looking ------------------------------------------------------------------------------- */

static void
look_in_label (KmPageFind *find, GtkLabel *label, GtkExpander *expander, const char *words)
{
  g_autoptr (GArray) ranges = NULL;

  /* The numbers of steps are signs, not text. */
  if (gtk_widget_has_css_class (GTK_WIDGET (label), "step"))
    return;
  ranges = km_text_find (gtk_label_get_text (label), words);
  for (guint i = 0; i < ranges->len; i++)
    {
      Hit hit = { g_object_ref (label), expander != NULL ? g_object_ref (expander) : NULL,
                  g_array_index (ranges, KmSearchRange, i) };

      g_array_append_val (find->hits, hit);
    }
}

/* What is folded has no parent, so it is asked of the expander. */
static void
look_in (KmPageFind *find, GtkWidget *widget, GtkExpander *expander, const char *words)
{
  if (widget == NULL || !gtk_widget_get_visible (widget) || GTK_IS_POPOVER (widget))
    return;
  if (GTK_IS_LABEL (widget))
    look_in_label (find, GTK_LABEL (widget), expander, words);
  else if (GTK_IS_EXPANDER (widget))
    {
      look_in (find, gtk_expander_get_label_widget (GTK_EXPANDER (widget)), expander, words);
      look_in (find, gtk_expander_get_child (GTK_EXPANDER (widget)), GTK_EXPANDER (widget), words);
    }
  else
    for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
         child = gtk_widget_get_next_sibling (child))
      look_in (find, child, expander, words);
}

/* ---- marking ------------------------------------------------------------------------------- */

static void
add_colour (PangoAttrList *list,
            const Hit *hit,
            PangoAttribute *(*create) (guint16, guint16, guint16),
            const char *name)
{
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (hit->label));
  PangoAttribute *attribute;
  GdkRGBA colour;

  if (!gtk_style_context_lookup_color (style, name, &colour))
    return;
  attribute = create ((guint16) (colour.red * G_MAXUINT16), (guint16) (colour.green * G_MAXUINT16),
                      (guint16) (colour.blue * G_MAXUINT16));
  attribute->start_index = hit->range.start;
  attribute->end_index = hit->range.end;
  pango_attr_list_insert (list, attribute);
}

static void
add_marks (PangoAttrList *list, const Hit *hit, gboolean current)
{
  KmArtTheme theme = km_theme_get (GTK_WIDGET (hit->label));

  add_colour (list, hit, pango_attr_background_new, current ? "km_accent" : "km_found");
  add_colour (list, hit, pango_attr_foreground_new, current ? "km_on" : "km_text");
  if (theme == KM_ART_HIGH_CONTRAST || theme == KM_ART_HIGH_CONTRAST_DARK)
    {
      PangoAttribute *line = pango_attr_underline_new (PANGO_UNDERLINE_DOUBLE);

      line->start_index = hit->range.start;
      line->end_index = hit->range.end;
      pango_attr_list_insert (list, line);
    }
}

/* Hits of one label stand in a row. */
static void
mark_all (KmPageFind *find)
{
  for (guint i = 0; i < find->hits->len;)
    {
      g_autoptr (PangoAttrList) list = pango_attr_list_new ();
      GtkLabel *label = get_hit (find, i)->label;

      for (; i < find->hits->len && get_hit (find, i)->label == label; i++)
        add_marks (list, get_hit (find, i), i == find->current);
      gtk_label_set_attributes (label, list);
    }
}

/**
 * km_page_find_clear:
 * @find: hits
 *
 * Takes every mark away and forgets the hits.
 */
void
km_page_find_clear (KmPageFind *find)
{
  for (guint i = 0; i < find->hits->len; i++)
    gtk_label_set_attributes (get_hit (find, i)->label, NULL);
  g_array_set_size (find->hits, 0);
  find->current = 0;
}

/**
 * km_page_find_run:
 * @find: hits
 * @root: (nullable): where to look
 * @words: what to look for
 *
 * Finds and marks @words; the first hit is the current one.
 */
void
km_page_find_run (KmPageFind *find, GtkWidget *root, const char *words)
{
  km_page_find_clear (find);
  look_in (find, root, NULL, words);
  mark_all (find);
}

guint
km_page_find_get_n_hits (KmPageFind *find)
{
  return find->hits->len;
}

guint
km_page_find_get_current (KmPageFind *find)
{
  return find->current;
}

/**
 * km_page_find_set_current:
 * @find: hits
 * @position: which hit, from 0
 *
 * Marks a hit as the current one, and unfolds what hides it.
 */
void
km_page_find_set_current (KmPageFind *find, guint position)
{
  g_return_if_fail (position < find->hits->len);

  find->current = position;
  mark_all (find);
  if (get_hit (find, position)->expander != NULL)
    gtk_expander_set_expanded (get_hit (find, position)->expander, TRUE);
}

/**
 * km_page_find_get_label:
 * @find: hits
 * @position: which hit, from 0
 *
 * Returns: (transfer none): the label it is in
 */
GtkWidget *
km_page_find_get_label (KmPageFind *find, guint position)
{
  g_return_val_if_fail (position < find->hits->len, NULL);

  return GTK_WIDGET (get_hit (find, position)->label);
}

/**
 * km_page_find_take_focus:
 * @find: hits
 *
 * Leaves the current hit chosen in its label, and the focus there.
 *
 * Returns: whether there is a hit that could take it
 */
gboolean
km_page_find_take_focus (KmPageFind *find)
{
  const Hit *hit;
  const char *text;

  if (find->hits->len == 0)
    return FALSE;
  hit = get_hit (find, find->current);
  if (!gtk_label_get_selectable (hit->label))
    return km_heading_take_focus (GTK_WIDGET (hit->label));
  gtk_widget_grab_focus (GTK_WIDGET (hit->label));
  text = gtk_label_get_text (hit->label);
  gtk_label_select_region (hit->label,
                           (int) g_utf8_pointer_to_offset (text, text + hit->range.start),
                           (int) g_utf8_pointer_to_offset (text, text + hit->range.end));
  return TRUE;
}

/**
 * km_page_find_get_area:
 * @find: hits
 * @position: which hit, from 0
 * @area: (out): where it begins, within its label
 */
void
km_page_find_get_area (KmPageFind *find, guint position, graphene_rect_t *area)
{
  const Hit *hit = get_hit (find, position);
  PangoRectangle at;
  int x;
  int y;

  pango_layout_index_to_pos (gtk_label_get_layout (hit->label), (int) hit->range.start, &at);
  pango_extents_to_pixels (&at, NULL);
  gtk_label_get_layout_offsets (hit->label, &x, &y);
  graphene_rect_init (area, (float) (x + at.x), (float) (y + at.y), (float) at.width,
                      (float) at.height);
}
