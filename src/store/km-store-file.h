/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small files of our own in the user's data folder. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *km_store_dup_path (const char *name);
char *km_store_dup_aside_path (const char *path);
gboolean km_store_read (const char *path,
                        gsize max_size,
                        char **text,
                        gsize *length,
                        const char **reason,
                        GError **error);
gboolean km_store_write (const char *path, const char *text, gsize length, GError **error);

G_END_DECLS
