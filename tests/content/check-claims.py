#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Check that every claim the guide promised to carry over is still said.

Usage: check-claims.py [CONTENT-DIR [CLAIMS-CSV [SEED-CSV]]]

Each row of claims.csv names a page and the id of the block that says the claim. A question is its own page, and the
glossary is one page whose blocks are its entries. If the list of claims itself is at hand (../shared/seed-claims.csv
beside the project), no claim that is to be used may be missing, and none that is to be dropped may be listed."""
import csv
import glob
import os
import sys
import xml.etree.ElementTree as ET

VERDICTS = ('use', 'use-corrected', 'conflict')


def blocks_of(directory):
    """The words of each block with an id, by page and block."""
    blocks = {}

    def put(page, block, element):
        blocks[page, block] = ' '.join(''.join(element.itertext()).split())
    for path in glob.glob(os.path.join(directory, '*', '*.xml')):
        root = ET.parse(path).getroot()
        page = root.find('page')
        for element in page.iter() if page is not None else ():
            if element.get('id'):
                put(root.get('id'), element.get('id'), element)
    for entry in ET.parse(os.path.join(directory, 'faq.xml')).getroot():
        for element in entry.iter('p'):
            if element.get('id'):
                put(entry.get('id'), element.get('id'), element)
    for entry in ET.parse(os.path.join(directory, 'glossary.xml')).getroot():
        put('glossary', entry.get('id'), entry)
    return blocks


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    top = os.path.join(here, '..', '..')
    directory = sys.argv[1] if len(sys.argv) > 1 else os.path.join(top, 'resources', 'content')
    claims = sys.argv[2] if len(sys.argv) > 2 else os.path.join(here, 'claims.csv')
    seed = sys.argv[3] if len(sys.argv) > 3 else os.path.join(top, '..', 'shared', 'seed-claims.csv')
    errors = []
    blocks = blocks_of(directory)
    seen = {}
    rows = 0
    with open(claims, encoding='utf-8', newline='') as file:
        reader = csv.DictReader(file)
        if reader.fieldnames != ['claim_id', 'verdict', 'page', 'block']:
            errors.append('claims.csv: the columns are not claim_id, verdict, page, block')
        for number, row in enumerate(reader, 2):
            rows += 1
            where = 'claims.csv:%d: %s' % (number, row['claim_id'])
            if row['verdict'] not in VERDICTS:
                errors.append('%s: verdict "%s"' % (where, row['verdict']))
            if (row['page'], row['block']) not in blocks:
                errors.append('%s: there is no block %s on page %s' % (where, row['block'], row['page']))
            elif not blocks[row['page'], row['block']]:
                errors.append('%s: the block %s on page %s is empty' % (where, row['block'], row['page']))
            seen.setdefault(row['claim_id'], row['verdict'])
            if seen[row['claim_id']] != row['verdict']:
                errors.append('%s: two verdicts' % where)
    if os.path.exists(seed):
        with open(seed, encoding='utf-8', newline='') as file:
            wanted = {row['claim_id']: row['verdict'] for row in csv.DictReader(file)}
        for claim, verdict in wanted.items():
            if verdict == 'drop':
                if claim in seen:
                    errors.append('%s is to be dropped, yet claims.csv lists it' % claim)
            elif claim not in seen:
                errors.append('%s is said nowhere' % claim)
            elif seen[claim] != verdict:
                errors.append('%s: verdict %s, not %s' % (claim, seen[claim], verdict))
        for claim in seen:
            if claim not in wanted:
                errors.append('%s is not a claim' % claim)
        print('compared with %d claims' % len(wanted))
    for error in errors:
        print('FAIL %s' % error)
    print('%d claims in %d blocks, %d rows, %d failures' % (
        len(seen), len({(r['page'], r['block']) for r in csv.DictReader(open(claims, encoding='utf-8', newline=''))}), rows, len(errors)))
    return 1 if errors else 0


if __name__ == '__main__':
    sys.exit(main())
