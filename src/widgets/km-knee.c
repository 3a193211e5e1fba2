/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-knee.h"

#include <math.h>

#include "km-theme.h"

/* Three layers, what lights up on one of them, and the map of its structures. */
#define MAX_KEPT 5

typedef enum
{
  JOB_LAYER,
  JOB_LIT,
  JOB_STRUCTURES,
  N_JOBS
} JobKind;

typedef struct
{
  JobKind kind;
  KmDrawing *drawing;
  KmRendering rendering;
  char **lit;
  GdkTexture *texture;      /* of JOB_LAYER and JOB_LIT */
  cairo_surface_t *surface; /* of JOB_STRUCTURES */
} Job;

struct _KmKnee
{
  GObject parent_instance;

  KmDrawing *drawing;
  KmRendering wanted; /* scale: from the last width it was given */
  char **lit;
  KmLayer lit_layer; /* where skin hides what is lit */
  int scale_factor;

  GQueue kept; /* Job, done; the latest first */
  gboolean busy[N_JOBS];
  gboolean failed;   /* to render the drawing; it is not tried again */
  GdkTexture *shown; /* the layer last painted, and what it shows */
  KmDrawing *shown_drawing;
  KmRendering shown_rendering;
  GdkTexture *fading; /* the layer before it */
  double fade;
};

enum
{
  LAYER_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void km_knee_paintable_init (GdkPaintableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (KmKnee,
                               km_knee,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (GDK_TYPE_PAINTABLE, km_knee_paintable_init))

static void
job_free (Job *job)
{
  g_clear_object (&job->drawing);
  g_clear_object (&job->texture);
  g_clear_pointer (&job->surface, cairo_surface_destroy);
  g_strfreev (job->lit);
  g_free (job);
}

static gboolean
same_lit (char **a, char **b)
{
  return a == b
         || (a != NULL && b != NULL
             && g_strv_equal ((const char *const *) a, (const char *const *) b));
}

static gboolean
same_job (const Job *a, const Job *b)
{
  return a->kind == b->kind && a->drawing == b->drawing && a->rendering.layer == b->rendering.layer
         && a->rendering.theme == b->rendering.theme
         && fabs (a->rendering.scale - b->rendering.scale) < 1e-6
         && a->rendering.mirrored == b->rendering.mirrored && same_lit (a->lit, b->lit);
}

/* What is wanted now, as a job; borrows everything. */
static Job
wanted_job (KmKnee *self, JobKind kind)
{
  Job job = { kind, self->drawing, self->wanted, kind == JOB_LIT ? self->lit : NULL, NULL, NULL };

  if (kind == JOB_LIT && job.rendering.layer == KM_LAYER_SKIN)
    job.rendering.layer = self->lit_layer;
  if (kind == JOB_STRUCTURES)
    {
      job.rendering.scale = 1;
      job.rendering.theme = KM_ART_LIGHT;
      job.rendering.mirrored = FALSE;
    }
  return job;
}

static const Job *
find_kept (KmKnee *self, JobKind kind)
{
  Job wanted = wanted_job (self, kind);

  for (GList *l = self->kept.head; l != NULL; l = l->next)
    if (same_job (l->data, &wanted))
      return l->data;
  return NULL;
}

static void update (KmKnee *self);

/* In a thread. */
static void
run_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  cairo_surface_t *surface = NULL;

  switch (job->kind)
    {
    case JOB_LAYER:
      surface = km_drawing_render (job->drawing, &job->rendering, &error);
      break;
    case JOB_LIT:
      surface = km_drawing_render_spotlight (job->drawing, &job->rendering,
                                             (const char *const *) job->lit, &error);
      break;
    case JOB_STRUCTURES:
    default:
      job->surface = km_drawing_render_structures (job->drawing, &job->rendering, &error);
      break;
    }
  if (surface != NULL)
    job->texture = km_theme_texture_new (surface);
  g_clear_pointer (&surface, cairo_surface_destroy);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
trim_kept (KmKnee *self)
{
  while (self->kept.length > MAX_KEPT)
    job_free (g_queue_pop_tail (&self->kept));
}

static void
on_job_done (GObject *object, GAsyncResult *result, gpointer data)
{
  KmKnee *self = KM_KNEE (object);
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  Job *done;

  self->busy[job->kind] = FALSE;
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_debug ("%s", error->message);
      self->failed |= job->kind == JOB_LAYER;
      gdk_paintable_invalidate_contents (GDK_PAINTABLE (self));
      return;
    }
  done = g_new0 (Job, 1);
  *done = *job;
  memset (job, 0, sizeof *job);
  g_queue_push_head (&self->kept, done);
  trim_kept (self);
  update (self);
  gdk_paintable_invalidate_contents (GDK_PAINTABLE (self));
}

static void
start_job (KmKnee *self, JobKind kind)
{
  Job wanted = wanted_job (self, kind);
  Job *job;
  g_autoptr (GTask) task = NULL;

  if (self->busy[kind] || self->drawing == NULL)
    return;
  job = g_new0 (Job, 1);
  *job = wanted;
  job->drawing = g_object_ref (wanted.drawing);
  job->lit = g_strdupv (wanted.lit);
  self->busy[kind] = TRUE;
  task = g_task_new (self, NULL, on_job_done, NULL);
  g_task_set_source_tag (task, start_job);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, run_job);
}

static void
append_texture (GtkSnapshot *snapshot, GdkTexture *texture, double width, double height)
{
  gtk_snapshot_append_texture (snapshot, texture,
                               &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
}

static void
append_layer (KmKnee *self, GtkSnapshot *snapshot, double width, double height)
{
  if (self->shown == NULL)
    return;
  if (self->fading == NULL || self->fade >= 1)
    {
      append_texture (snapshot, self->shown, width, height);
      return;
    }
  gtk_snapshot_push_cross_fade (snapshot, self->fade);
  append_texture (snapshot, self->fading, width, height);
  gtk_snapshot_pop (snapshot);
  append_texture (snapshot, self->shown, width, height);
  gtk_snapshot_pop (snapshot);
}

static void
show_layer (KmKnee *self, const Job *layer)
{
  g_set_object (&self->shown, layer->texture);
  g_set_object (&self->shown_drawing, layer->drawing);
  self->shown_rendering = layer->rendering;
}

/* Looks whether what is wanted is there, and has it made if not. Another layer of what is shown
 * already may be blended in. */
static void
update (KmKnee *self)
{
  const Job *layer;
  const KmRendering *before = &self->shown_rendering;
  gboolean blend;

  if (self->drawing == NULL || self->wanted.scale <= 0)
    return;
  if (self->lit != NULL && find_kept (self, JOB_LIT) == NULL)
    start_job (self, JOB_LIT);
  layer = find_kept (self, JOB_LAYER);
  if (layer == NULL && !self->failed)
    start_job (self, JOB_LAYER);
  if (layer == NULL || layer->texture == self->shown)
    return;
  blend = self->shown != NULL && self->shown_drawing == layer->drawing
          && before->mirrored == layer->rendering.mirrored
          && before->theme == layer->rendering.theme && before->layer != layer->rendering.layer;
  g_set_object (&self->fading, (blend ? self->shown : NULL));
  self->fade = 1;
  show_layer (self, layer);
  if (blend)
    g_signal_emit (self, signals[LAYER_CHANGED], 0);
}

/**
 * km_knee_set_width:
 * @self: a knee
 * @width: how wide it is going to be painted, in px
 *
 * Has it rendered for that width. Painting does that too; as soon as the width is known is sooner.
 */
void
km_knee_set_width (KmKnee *self, double width)
{
  double scale = width * self->scale_factor / KM_DRAWING_WIDTH;

  g_return_if_fail (KM_IS_KNEE (self));

  if (width < 1 || fabs (scale - self->wanted.scale) <= 1e-6)
    return;
  self->wanted.scale = scale;
  update (self);
}

static void
km_knee_snapshot (GdkPaintable *paintable, GdkSnapshot *snapshot, double width, double height)
{
  KmKnee *self = KM_KNEE (paintable);
  const Job *lit;

  if (self->drawing == NULL || width < 1)
    return;
  km_knee_set_width (self, width);
  append_layer (self, snapshot, width, height);
  lit = self->lit != NULL ? find_kept (self, JOB_LIT) : NULL;
  if (lit != NULL && lit->texture != NULL && self->shown_rendering.layer == self->wanted.layer)
    append_texture (snapshot, lit->texture, width, height);
}

static int
km_knee_get_intrinsic_width (GdkPaintable *paintable)
{
  return KM_DRAWING_WIDTH;
}

static int
km_knee_get_intrinsic_height (GdkPaintable *paintable)
{
  return KM_DRAWING_HEIGHT;
}

static void
km_knee_paintable_init (GdkPaintableInterface *iface)
{
  iface->snapshot = km_knee_snapshot;
  iface->get_intrinsic_width = km_knee_get_intrinsic_width;
  iface->get_intrinsic_height = km_knee_get_intrinsic_height;
}

static void
km_knee_finalize (GObject *object)
{
  KmKnee *self = KM_KNEE (object);

  g_clear_object (&self->drawing);
  g_clear_object (&self->shown);
  g_clear_object (&self->shown_drawing);
  g_clear_object (&self->fading);
  g_strfreev (self->lit);
  g_queue_clear_full (&self->kept, (GDestroyNotify) job_free);
  G_OBJECT_CLASS (km_knee_parent_class)->finalize (object);
}

static void
km_knee_class_init (KmKneeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = km_knee_finalize;

  /**
   * KmKnee::layer-changed:
   *
   * Another layer of the same drawing is about to be painted. Call km_knee_set_fade() to blend it
   * in.
   */
  signals[LAYER_CHANGED] = g_signal_new ("layer-changed", G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
km_knee_init (KmKnee *self)
{
  self->scale_factor = 1;
  self->fade = 1;
  g_queue_init (&self->kept);
}

/**
 * km_knee_new:
 *
 * Returns: (transfer full): a paintable that shows nothing yet
 */
KmKnee *
km_knee_new (void)
{
  return g_object_new (KM_TYPE_KNEE, NULL);
}

static void
invalidate (KmKnee *self)
{
  update (self);
  gdk_paintable_invalidate_contents (GDK_PAINTABLE (self));
}

/**
 * km_knee_set_drawing:
 * @self: a knee
 * @drawing: (nullable): the drawing to show
 */
void
km_knee_set_drawing (KmKnee *self, KmDrawing *drawing)
{
  g_return_if_fail (KM_IS_KNEE (self));

  if (!g_set_object (&self->drawing, drawing))
    return;
  g_queue_clear_full (&self->kept, (GDestroyNotify) job_free);
  self->failed = FALSE;
  invalidate (self);
}

void
km_knee_set_layer (KmKnee *self, KmLayer layer)
{
  g_return_if_fail (KM_IS_KNEE (self));

  if (self->wanted.layer == layer)
    return;
  self->wanted.layer = layer;
  invalidate (self);
}

void
km_knee_set_mirrored (KmKnee *self, gboolean mirrored)
{
  g_return_if_fail (KM_IS_KNEE (self));

  if (self->wanted.mirrored == mirrored)
    return;
  self->wanted.mirrored = mirrored;
  invalidate (self);
}

/**
 * km_knee_set_lit:
 * @self: a knee
 * @structures: (nullable) (array zero-terminated=1): structures to light
 * @under_skin: the layer whose outlines show through the skin
 */
void
km_knee_set_lit (KmKnee *self, const char *const *structures, KmLayer under_skin)
{
  gboolean none = structures == NULL || structures[0] == NULL;

  g_return_if_fail (KM_IS_KNEE (self));

  if (same_lit (self->lit, none ? NULL : (char **) structures) && self->lit_layer == under_skin)
    return;
  self->lit_layer = under_skin;
  g_strfreev (self->lit);
  self->lit = none ? NULL : g_strdupv ((char **) structures);
  invalidate (self);
}

/**
 * km_knee_follow:
 * @self: a knee
 * @widget: the widget that shows it
 *
 * Takes over the colours and the scale factor of @widget; call it when either may have changed.
 *
 * Returns: whether there was a change
 */
gboolean
km_knee_follow (KmKnee *self, GtkWidget *widget)
{
  KmArtTheme theme = km_theme_get (widget);
  int scale_factor = gtk_widget_get_scale_factor (widget);

  g_return_val_if_fail (KM_IS_KNEE (self), FALSE);

  if (self->wanted.theme == theme && self->scale_factor == scale_factor)
    return FALSE;
  self->wanted.theme = theme;
  self->scale_factor = scale_factor;
  invalidate (self);
  return TRUE;
}

KmArtTheme
km_knee_get_theme (KmKnee *self)
{
  g_return_val_if_fail (KM_IS_KNEE (self), KM_ART_LIGHT);

  return self->wanted.theme;
}

/**
 * km_knee_is_current:
 * @self: a knee
 *
 * Returns: whether the drawing that is painted is the one asked for, at whatever size and layer;
 * also when there is nothing to wait for, because it could not be rendered
 */
gboolean
km_knee_is_current (KmKnee *self)
{
  g_return_val_if_fail (KM_IS_KNEE (self), FALSE);

  if (self->failed)
    return TRUE;
  return self->shown != NULL && self->shown_drawing == self->drawing
         && self->shown_rendering.mirrored == self->wanted.mirrored;
}

/**
 * km_knee_set_fade:
 * @self: a knee
 * @fade: 0 for the layer shown before, 1 for the present one
 */
void
km_knee_set_fade (KmKnee *self, double fade)
{
  g_return_if_fail (KM_IS_KNEE (self));

  self->fade = fade;
  if (fade >= 1)
    g_clear_object (&self->fading);
  gdk_paintable_invalidate_contents (GDK_PAINTABLE (self));
}

/**
 * km_knee_get_structure_at:
 * @self: a knee
 * @x: a place in drawing units
 * @y: a place in drawing units
 *
 * The first call for a layer only starts to look for them.
 *
 * Returns: (transfer none) (nullable): id of the structure seen there
 */
const char *
km_knee_get_structure_at (KmKnee *self, double x, double y)
{
  const Job *map;

  g_return_val_if_fail (KM_IS_KNEE (self), NULL);

  map = find_kept (self, JOB_STRUCTURES);
  if (map == NULL)
    {
      start_job (self, JOB_STRUCTURES);
      return NULL;
    }
  if (self->wanted.mirrored)
    x = KM_DRAWING_WIDTH - x;
  return km_drawing_get_structure_at (self->drawing, map->surface, (int) x, (int) y);
}
