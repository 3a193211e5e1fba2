/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "km-library.h"
#include "km-schema.h"

G_BEGIN_DECLS

/**
 * KmDocument:
 * @file: name of the file, for issues
 * @doc: its XML
 * @format: position of its format in the order of loading
 * @key: what two files that stand for the same thing have in common
 * @complaints: (nullable) (element-type KmIssue): what the schema says of it
 *
 * A content file that was read.
 */
typedef struct
{
  char *file;
  xmlDoc *doc;
  guint format;
  char *key;
  GPtrArray *complaints;
} KmDocument;

KmDocument *km_document_new (const char *file, xmlDoc *doc, GPtrArray *issues);
void km_document_free (KmDocument *document);
void km_document_validate (KmDocument *document, KmSchemas *schemas);
void km_document_report (KmDocument *document, GPtrArray *found, GPtrArray *issues);

GPtrArray *km_documents_list_shipped (void);
KmDocument *km_document_read_shipped (const char *path, GPtrArray *issues);
GPtrArray *km_documents_read_shipped (GPtrArray *issues);

/**
 * KmBuilder:
 *
 * A library being built, document by document. Headings and fixed wording come first.
 */
typedef struct _KmBuilder KmBuilder;

KmBuilder *km_builder_new (GPtrArray *issues);
void km_builder_add (KmBuilder *builder, KmDocument *document);
void km_builder_add_all (KmBuilder *builder, GPtrArray *documents);
KmLibrary *km_builder_finish (KmBuilder *builder);

KmLibrary *km_documents_build (GPtrArray *documents, GPtrArray *issues);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KmDocument, km_document_free)

G_END_DECLS
