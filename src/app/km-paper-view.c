/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "km-paper-view.h"

#include <glib/gi18n.h>

/* Room around the sheet, and the least of it that is worth a look. */
#define MARGIN 18.0
#define SMALLEST 120
/* In a scroller, the size that the whole sheet has without a zoom: that of the view. */
#define NATURAL_WIDTH 480
#define NATURAL_HEIGHT 640

struct _KmPaperView
{
  GtkWidget parent_instance;

  KmLayout *layout;
  KmPaper paper;
  guint page;
  double zoom;    /* 1: the whole sheet */
  int room_width; /* for the whole sheet */
  int room_height;
};

G_DEFINE_FINAL_TYPE (KmPaperView, km_paper_view, GTK_TYPE_WIDGET)

/* Pixels in a point. */
static double
get_scale (KmPaperView *self)
{
  double width = MAX (self->room_width - 2 * MARGIN, SMALLEST);
  double height = MAX (self->room_height - 2 * MARGIN, SMALLEST);

  return MIN (width / self->paper.width, height / self->paper.height) * self->zoom;
}

/* Larger sheets stay as large as they are when the window changes. */
static void
km_paper_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  KmPaperView *self = KM_PAPER_VIEW (widget);

  if (self->zoom > 1)
    return;
  self->room_width = width;
  self->room_height = height;
}

static void
km_paper_view_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  KmPaperView *self = KM_PAPER_VIEW (widget);
  gboolean across = orientation == GTK_ORIENTATION_HORIZONTAL;
  double length = across ? self->paper.width : self->paper.height;

  *minimum = SMALLEST;
  if (self->zoom > 1 && self->layout != NULL)
    *minimum = (int) (length * get_scale (self) + 2 * MARGIN);
  *natural = MAX (*minimum, across ? NATURAL_WIDTH : NATURAL_HEIGHT);
}

static void
append_sheet (GtkSnapshot *snapshot, const graphene_rect_t *sheet)
{
  static const GdkRGBA white = { 1, 1, 1, 1 };
  static const GdkRGBA shade = { 0, 0, 0, 0.25F };
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, sheet, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &shade, 0, 1, 1, 3);
  gtk_snapshot_append_color (snapshot, &white, sheet);
  /* White on white in high contrast. */
  gtk_snapshot_append_border (snapshot, &outline, (float[]){ 1, 1, 1, 1 },
                              (GdkRGBA[]){ shade, shade, shade, shade });
}

static void
km_paper_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  KmPaperView *self = KM_PAPER_VIEW (widget);
  double scale = get_scale (self);
  double width = self->paper.width * scale;
  double height = self->paper.height * scale;
  double x = MAX (((double) gtk_widget_get_width (widget) - width) / 2, MARGIN);
  double y = MAX (((double) gtk_widget_get_height (widget) - height) / 2, MARGIN);
  graphene_rect_t sheet = GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height);
  cairo_t *cr;

  if (self->layout == NULL)
    return;
  append_sheet (snapshot, &sheet);
  cr = gtk_snapshot_append_cairo (snapshot, &sheet);
  cairo_translate (cr, x, y);
  cairo_scale (cr, scale, scale);
  km_layout_draw_page (self->layout, self->page, cr);
  cairo_destroy (cr);
}

static char *
dup_words (KmPaperView *self)
{
  GString *words = g_string_new (NULL);
  guint n;
  const KmPlacedStrip *placed = km_layout_get_page (self->layout, self->page, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *line = km_strip_to_string (placed[i].strip);

      if (*line != '\0')
        g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "", line);
    }
  return g_string_free (words, FALSE);
}

static void
show_page (KmPaperView *self)
{
  g_autofree char *words = dup_words (self);
  g_autofree char *name
      = g_strdup_printf (_ ("Page %u of %u"), self->page + 1, km_paper_view_get_n_pages (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
km_paper_view_finalize (GObject *object)
{
  g_clear_pointer (&KM_PAPER_VIEW (object)->layout, km_layout_free);
  G_OBJECT_CLASS (km_paper_view_parent_class)->finalize (object);
}

static void
km_paper_view_class_init (KmPaperViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = km_paper_view_finalize;
  widget_class->measure = km_paper_view_measure;
  widget_class->size_allocate = km_paper_view_size_allocate;
  widget_class->snapshot = km_paper_view_snapshot;
  gtk_widget_class_set_css_name (widget_class, "paper");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
km_paper_view_init (KmPaperView *self)
{
  self->zoom = 1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * km_paper_view_new:
 *
 * Returns: (transfer floating): a view without a sheet
 */
GtkWidget *
km_paper_view_new (void)
{
  return g_object_new (KM_TYPE_PAPER_VIEW, NULL);
}

/**
 * km_paper_view_take_layout:
 * @self: a view
 * @layout: (transfer full): what to show
 * @paper: the paper it was laid out for
 *
 * Shows a layout, on the page that was in view if it has that many.
 */
void
km_paper_view_take_layout (KmPaperView *self, KmLayout *layout, const KmPaper *paper)
{
  g_return_if_fail (KM_IS_PAPER_VIEW (self));

  g_clear_pointer (&self->layout, km_layout_free);
  self->layout = layout;
  self->paper = *paper;
  self->page = MIN (self->page, km_layout_get_n_pages (layout) - 1);
  show_page (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

guint
km_paper_view_get_n_pages (KmPaperView *self)
{
  g_return_val_if_fail (KM_IS_PAPER_VIEW (self), 0);

  return self->layout != NULL ? km_layout_get_n_pages (self->layout) : 0;
}

guint
km_paper_view_get_page (KmPaperView *self)
{
  g_return_val_if_fail (KM_IS_PAPER_VIEW (self), 0);

  return self->page;
}

void
km_paper_view_set_page (KmPaperView *self, guint page)
{
  g_return_if_fail (page < km_paper_view_get_n_pages (self));

  self->page = page;
  show_page (self);
}

double
km_paper_view_get_zoom (KmPaperView *self)
{
  g_return_val_if_fail (KM_IS_PAPER_VIEW (self), 1);

  return self->zoom;
}

/**
 * km_paper_view_set_zoom:
 * @self: a view
 * @zoom: how many times as large as when the whole sheet is in view, from 1
 */
void
km_paper_view_set_zoom (KmPaperView *self, double zoom)
{
  g_return_if_fail (KM_IS_PAPER_VIEW (self));

  self->zoom = CLAMP (zoom, 1, KM_PAPER_MAX_ZOOM);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
