/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures of a dangerous leg, told with a doubt or a detail that could talk it down, and the least
 * level that the shipped rules must give; and a few harmless ones with the most. */
#include "km-assessment.h"
#include "km-loader.h"
#include "km-test-library.h"

typedef struct
{
  const char *name;
  KmUrgency least, most;
  const char *answers; /* question=option, several to one question by naming it again */
} Picture;

static const Picture pictures[] = {
  { "tight-unsure-suddenly-worse", KM_URGENCY_EMERGENCY, KM_URGENCY_EMERGENCY,
    "spot=outer-shin onset=worse duration=1-6w tight-leg=unsure pain-beyond=yes" },
  { "tight-long-shin-pain-now-worse", KM_URGENCY_EMERGENCY, KM_URGENCY_EMERGENCY,
    "spot=outer-shin onset=worse duration=over-12w tight-leg=yes pain-beyond=unsure" },
  { "tight-unsure-after-weeks", KM_URGENCY_SAME_DAY, KM_URGENCY_EMERGENCY,
    "spot=outer-shin onset=injury duration=1-6w tight-leg=unsure pain-beyond=yes" },
  { "old-cold-and-cold-now", KM_URGENCY_EMERGENCY, KM_URGENCY_EMERGENCY,
    "foot-signs=cold-old foot-signs=cold duration=over-12w" },
  { "old-cold-new-rest-pain", KM_URGENCY_SAME_DAY, KM_URGENCY_EMERGENCY,
    "foot-signs=cold-old rest-pain=constant duration=under-1w age-band=30-44" },
  { "old-cold-lump-behind", KM_URGENCY_SAME_DAY, KM_URGENCY_EMERGENCY,
    "foot-signs=cold-old swelling-place=behind-lump" },
  { "beating-lump-numb-in-runs", KM_URGENCY_EMERGENCY, KM_URGENCY_EMERGENCY,
    "swelling-place=pulsing-lump foot-signs=numb-run" },
  { "heel-cord", KM_URGENCY_SAME_DAY, KM_URGENCY_EMERGENCY,
    "spot=upper-calf onset=in-run duration=under-1w weight-bearing=limp pop=yes "
    "foot-signs=no-push" },
  { "push-off-behind-knee-limp", KM_URGENCY_WITHIN_DAYS, KM_URGENCY_EMERGENCY,
    "spot=behind-knee onset=injury duration=under-1w weight-bearing=limp mechanism=push-off "
    "pop=no" },
  { "knocked-kneecap-walks", KM_URGENCY_WITHIN_DAYS, KM_URGENCY_EMERGENCY,
    "spot=kneecap-front onset=injury duration=under-1w weight-bearing=normal bend-90=yes "
    "straight-lift=yes swelling-speed=none age-band=45-54" },
  { "knocked-kneecap-thin-bones", KM_URGENCY_WITHIN_DAYS, KM_URGENCY_EMERGENCY,
    "spot=kneecap-front onset=injury duration=under-1w weight-bearing=normal bend-90=yes "
    "straight-lift=yes swelling-speed=none age-band=30-44 health-risk=thin-bones" },
  { "knocked-kneecap-of-a-child", KM_URGENCY_WITHIN_DAYS, KM_URGENCY_EMERGENCY,
    "spot=kneecap-front onset=injury duration=under-1w weight-bearing=normal bend-90=yes "
    "straight-lift=yes swelling-speed=none age-band=under-16" },
  { "knocked-kneecap-sore-steps", KM_URGENCY_SAME_DAY, KM_URGENCY_EMERGENCY,
    "spot=kneecap-front onset=injury duration=under-1w weight-bearing=sore bend-90=yes "
    "straight-lift=yes swelling-speed=none age-band=16-29" },
  { "changing-skin-with-fever", KM_URGENCY_SAME_DAY, KM_URGENCY_EMERGENCY,
    "spot=whole onset=injury duration=6-12w hot-red=changing fever=yes" },
  { "changing-skin-after-a-needle", KM_URGENCY_SAME_DAY, KM_URGENCY_EMERGENCY,
    "spot=whole onset=gradual duration=1-6w hot-red=changing fever=no skin-break=yes" },
  { "changing-skin-cold-foot", KM_URGENCY_EMERGENCY, KM_URGENCY_EMERGENCY,
    "spot=whole onset=injury duration=6-12w hot-red=changing foot-signs=cold" },
  { "changing-skin-alone", KM_URGENCY_WITHIN_DAYS, KM_URGENCY_EMERGENCY,
    "spot=whole onset=injury duration=6-12w hot-red=changing" },
  { "noise-alone", KM_URGENCY_SELF_CARE, KM_URGENCY_SELF_CARE,
    "spot=deep side=both onset=noise duration=over-12w weight-bearing=normal foot-signs=none "
    "hot-red=no fever=no swelling-speed=none locking=never giving-way=no rest-pain=no" },
  { "noise-and-swelling", KM_URGENCY_ROUTINE, KM_URGENCY_EMERGENCY,
    "spot=deep side=left onset=noise duration=over-12w swelling-speed=slow "
    "swelling-place=whole-knee" },
  { "noise-and-a-stuck-knee", KM_URGENCY_SAME_DAY, KM_URGENCY_EMERGENCY,
    "spot=deep side=left onset=noise duration=over-12w locking=stuck" },
  { "evening-legs-of-a-child-that-limps", KM_URGENCY_WITHIN_DAYS, KM_URGENCY_EMERGENCY,
    "spot=upper-shin side=both age-band=under-16 onset=gradual duration=over-12w "
    "weight-bearing=limp rest-pain=evening" },
  { "evening-leg-of-a-child-one-side", KM_URGENCY_WITHIN_DAYS, KM_URGENCY_EMERGENCY,
    "spot=upper-shin side=left age-band=under-16 onset=gradual duration=over-12w "
    "rest-pain=evening" },
  { "evening-legs-with-weight-loss", KM_URGENCY_WITHIN_DAYS, KM_URGENCY_EMERGENCY,
    "spot=whole side=both age-band=under-16 onset=gradual duration=over-12w rest-pain=evening "
    "general-health=yes" },
  { "new-floxacin-and-a-tendon", KM_URGENCY_WITHIN_DAYS, KM_URGENCY_EMERGENCY,
    "spot=tendon onset=gradual duration=1-6w weight-bearing=normal health-risk=floxacin" },
  { "statin-and-sore-thighs", KM_URGENCY_WITHIN_DAYS, KM_URGENCY_EMERGENCY,
    "spot=above-kneecap side=both onset=gradual duration=1-6w elsewhere=all-over "
    "age-band=55-plus health-risk=statin" },
  { "joint-fills-at-once-no-weight", KM_URGENCY_EMERGENCY, KM_URGENCY_EMERGENCY,
    "spot=whole onset=injury duration=under-1w weight-bearing=cannot shape=no "
    "swelling-speed=within-2h" },
  { "calf-thick-at-one-spot-after-a-flight", KM_URGENCY_SAME_DAY, KM_URGENCY_EMERGENCY,
    "spot=upper-calf onset=out-of-blue duration=under-1w calf-swelling=spot clot-risk=yes" },
  { "stick-for-weeks-now-fever", KM_URGENCY_WITHIN_DAYS, KM_URGENCY_EMERGENCY,
    "spot=whole onset=gradual duration=6-12w weight-bearing=stick fever=yes" },
  { "hot-knee-no-weight-no-bend", KM_URGENCY_EMERGENCY, KM_URGENCY_EMERGENCY,
    "spot=whole onset=gradual duration=under-1w weight-bearing=cannot bend-90=no hot-red=hot-red" },
  { "stick-for-weeks-but-since-today", KM_URGENCY_SAME_DAY, KM_URGENCY_EMERGENCY,
    "spot=whole onset=injury duration=under-1w weight-bearing=stick" },
  { "foot-slowly-weak-but-since-today", KM_URGENCY_SAME_DAY, KM_URGENCY_EMERGENCY,
    "spot=outer-knob onset=injury duration=under-1w foot-signs=weak-slow" },
  { "pain-beyond-for-weeks-but-since-today", KM_URGENCY_SAME_DAY, KM_URGENCY_EMERGENCY,
    "spot=outer-shin onset=injury duration=under-1w tight-leg=stiff pain-beyond=long" },
  { "only-noise-but-wakes-at-night", KM_URGENCY_WITHIN_DAYS, KM_URGENCY_EMERGENCY,
    "spot=deep onset=noise duration=6-12w rest-pain=constant" },
  { "only-noise-but-hot-and-stuck-in-bed", KM_URGENCY_EMERGENCY, KM_URGENCY_EMERGENCY,
    "spot=whole onset=noise duration=under-1w weight-bearing=cannot bend-90=no hot-red=hot-red" },
  { "child-both-hips", KM_URGENCY_WITHIN_DAYS, KM_URGENCY_EMERGENCY,
    "spot=kneecap-edges side=both age-band=under-16 weight-bearing=normal elsewhere=hip-groin "
    "hip-turn=no rest-pain=no" },
  { "child-limp-bump-hip-unsure", KM_URGENCY_WITHIN_DAYS, KM_URGENCY_EMERGENCY,
    "spot=shin-bump age-band=under-16 weight-bearing=limp hip-turn=unsure" },
  { "clot-calf-and-breath-unsure", KM_URGENCY_SAME_DAY, KM_URGENCY_EMERGENCY,
    "spot=inner-joint-line calf-swelling=unsure clot-risk=unsure breathless=unsure" },
  { "clot-calf-unsure-lower-leg-swollen", KM_URGENCY_SAME_DAY, KM_URGENCY_EMERGENCY,
    "spot=upper-calf onset=in-run calf-swelling=unsure clot-risk=no swelling-place=calf-leg" },
  { "dark-urine-both-legs", KM_URGENCY_EMERGENCY, KM_URGENCY_EMERGENCY,
    "spot=above-kneecap side=both onset=after-run duration=under-1w recent=urine" },
  { "blisters-swollen-knee", KM_URGENCY_SAME_DAY, KM_URGENCY_EMERGENCY,
    "hot-red=blisters fever=no pain-beyond=no swelling-place=whole-knee" },
  { "blisters-diabetes-fever-unsure", KM_URGENCY_EMERGENCY, KM_URGENCY_EMERGENCY,
    "hot-red=blisters fever=unsure health-risk=weak-immunity" },
  { "spreading-pain-unsure", KM_URGENCY_EMERGENCY, KM_URGENCY_EMERGENCY,
    "hot-red=spreading fever=no pain-beyond=unsure" },
  { "calf-cramp-numb-foot", KM_URGENCY_WITHIN_DAYS, KM_URGENCY_EMERGENCY,
    "spot=upper-calf foot-signs=numb-run run-timing=cramp age-band=16-29" },

  { "saddle-unsure-back-and-tingling", KM_URGENCY_SAME_DAY, KM_URGENCY_EMERGENCY,
    "saddle=unsure elsewhere=low-back foot-signs=tingling" },
  { "heat-unsure-after-a-cut", KM_URGENCY_WITHIN_DAYS, KM_URGENCY_EMERGENCY,
    "spot=inner-shin duration=under-1w hot-red=unsure skin-break=yes" },
  { "foot-unsure-constant-pain", KM_URGENCY_WITHIN_DAYS, KM_URGENCY_EMERGENCY,
    "spot=upper-calf duration=under-1w foot-signs=unsure rest-pain=constant" },
  { "growing-pains", KM_URGENCY_SELF_CARE, KM_URGENCY_ROUTINE,
    "spot=not-sure side=both onset=gradual duration=over-12w weight-bearing=normal foot-signs=none "
    "hot-red=no fever=no hip-turn=no general-health=no age-band=under-16 extent=all "
    "swelling-speed=none rest-pain=ache elsewhere=hip-groin elsewhere=all-over" },
  { "numb-shin-in-runs", KM_URGENCY_ROUTINE, KM_URGENCY_ROUTINE,
    "spot=outer-shin side=both onset=gradual duration=over-12w weight-bearing=normal "
    "foot-signs=numb-run hot-red=no fever=no calf-swelling=no tight-leg=run-only age-band=16-29 "
    "run-timing=set-distance rest-pain=no" },
};

static KmLibrary *library;

static void
test_picture (gconstpointer data)
{
  const Picture *picture = data;
  g_autoptr (KmAnswers) answers = km_test_answers (library, picture->answers);
  g_autoptr (KmAssessment) assessment = km_assessment_new (library);

  km_assessment_set_answers (assessment, answers);
  g_assert_cmpint (km_assessment_get_urgency (assessment), >=, picture->least);
  g_assert_cmpint (km_assessment_get_urgency (assessment), <=, picture->most);
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) issues = km_issues_new ();
  int result;

  g_test_init (&argc, &argv, NULL);
  library = km_loader_load (issues, NULL);
  g_assert_nonnull (library);
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      g_autofree char *path = g_strdup_printf ("/dangers/%s", pictures[i].name);

      g_test_add_data_func (path, &pictures[i], test_picture);
    }
  result = g_test_run ();
  g_object_unref (library);
  return result;
}
