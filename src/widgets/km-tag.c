/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-tag-private.h"

#define GAP 7
#define EDGE 6
#define STACK 4
/* In characters: then it goes on in the next line. */
#define WIDEST 34

void
km_tag_init (KmTag *tag, GtkWidget *parent, gboolean quiet)
{
  tag->label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                             "can-target", FALSE, "visible", FALSE, "wrap", TRUE, "justify",
                             GTK_JUSTIFY_CENTER, "max-width-chars", WIDEST, NULL);
  gtk_widget_add_css_class (tag->label, "tag");
  if (quiet)
    gtk_widget_add_css_class (tag->label, "quiet");
  gtk_widget_set_parent (tag->label, parent);
}

static void
show (KmTag *tag, const char *name, const char *more)
{
  g_autofree char *text = more != NULL ? g_strconcat (name, "\n", more, NULL) : g_strdup (name);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoAttribute *plain = pango_attr_weight_new (PANGO_WEIGHT_NORMAL);

  gtk_widget_set_visible (tag->label, name != NULL);
  if (name == NULL)
    {
      pango_attribute_destroy (plain);
      return;
    }
  plain->start_index = (guint) strlen (name);
  pango_attr_list_insert (attributes, plain);
  gtk_label_set_attributes (GTK_LABEL (tag->label), more != NULL ? attributes : NULL);
  gtk_label_set_label (GTK_LABEL (tag->label), text);
}

void
km_tag_show_spot (KmTag *tag, KmSpotButton *spot, const char *name, const char *more)
{
  tag->spot = spot;
  show (tag, spot != NULL ? name : NULL, more);
}

void
km_tag_show_point (KmTag *tag, KmPoint point, const char *name)
{
  tag->spot = NULL;
  tag->point = point;
  show (tag, name, NULL);
}

static GtkAllocation
anchor (const KmTag *tag)
{
  graphene_rect_t bounds;
  GtkWidget *spot = (GtkWidget *) tag->spot;

  if (spot == NULL || !gtk_widget_compute_bounds (spot, gtk_widget_get_parent (spot), &bounds))
    return (GtkAllocation){ (int) tag->point.x, (int) tag->point.y, 0, 16 };
  return (GtkAllocation){ (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width,
                          (int) bounds.size.height };
}

/* Whether @box hides the words or the spot of a tag that must stay readable. */
static gboolean
hides (const GtkAllocation *box, const KmTag *other)
{
  GtkAllocation spot;

  if (other == NULL || !gtk_widget_get_visible (other->label))
    return FALSE;
  spot = anchor (other);
  return gdk_rectangle_intersect (box, &other->box, NULL)
         || gdk_rectangle_intersect (box, &spot, NULL);
}

/*
 * km_tag_place:
 * @tag: a tag
 * @width: width of the diagram
 * @height: height of the diagram
 * @other: (nullable): another tag, not to be hidden
 *
 * Allocates the label: above what it names, or below where there is no room.
 */
void
km_tag_place (KmTag *tag, int width, int height, const KmTag *other)
{
  GtkAllocation named, above, below;
  int natural, tall;

  if (!gtk_widget_get_visible (tag->label))
    return;
  named = anchor (tag);
  gtk_widget_measure (tag->label, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  natural = MIN (natural, MAX (width - 2 * EDGE, 1));
  gtk_widget_measure (tag->label, GTK_ORIENTATION_VERTICAL, natural, NULL, &tall, NULL, NULL);
  above.width = natural;
  above.height = tall;
  above.x
      = CLAMP (named.x + named.width / 2 - natural / 2, EDGE, MAX (width - natural - EDGE, EDGE));
  above.y = named.y - tall - GAP;
  below = above;
  below.y = named.y + named.height + GAP;
  tag->box = above;
  /* Where it is in the way above and below, it goes over the other's words. */
  if (hides (&above, other) && hides (&below, other) && other->box.y - tall - STACK >= 0)
    tag->box.y = other->box.y - tall - STACK;
  else if (above.y < 0
           || (hides (&above, other) && !hides (&below, other) && below.y + tall <= height))
    tag->box = below;
  gtk_widget_size_allocate (tag->label, &tag->box, -1);
}
