/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "km-types.h"

G_BEGIN_DECLS

/**
 * KM_STORE_ERROR:
 *
 * Errors of what is kept on disk. Errors of the file system pass through as %G_FILE_ERROR.
 */
#define KM_STORE_ERROR (km_store_error_quark ())
GQuark km_store_error_quark (void);

/**
 * KmStoreError:
 * @KM_STORE_ERROR_CORRUPT: the file cannot be understood; it was set aside
 * @KM_STORE_ERROR_VERSION: the file is of a newer version of the program; it was set aside
 */
typedef enum
{
  KM_STORE_ERROR_CORRUPT = 1,
  KM_STORE_ERROR_VERSION,
} KmStoreError;

/**
 * KmSession:
 * @answers: (nullable): the answers, as km_answers_to_variant() makes them
 * @page: (nullable): id of the page that was open
 * @view: the view of the knee that was shown
 * @layer: the layer that was shown
 * @side: the knee that was shown
 *
 * Where somebody left off: the one thing the program keeps by itself.
 */
typedef struct
{
  GVariant *answers;
  char *page;
  KmView view;
  KmLayer layer;
  KmSide side;
} KmSession;

KmSession *km_session_new (void);
void km_session_free (KmSession *session);

char *km_session_dup_path (void);
gboolean km_session_exists (void);
KmSession *km_session_load (GError **error);
gboolean km_session_save (const KmSession *session, GError **error);
gboolean km_session_forget (GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KmSession, km_session_free)

G_END_DECLS
