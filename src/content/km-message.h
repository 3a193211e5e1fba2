/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "km-page.h"
#include "km-xml.h"

G_BEGIN_DECLS

const char *km_message_get_context (const xmlNode *node);
char *km_message_dup_id (const xmlNode *node);
GPtrArray *km_message_dup_runs (const xmlNode *node);
char *km_message_dup_text (const xmlNode *node);

G_END_DECLS
