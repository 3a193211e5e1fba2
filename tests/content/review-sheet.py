#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Print a review sheet for a clinician, in Markdown.

Usage: review-sheet.py [--content DIR] [--count] [PAGE...]

By page: every statement that rests on no source that was read (common practice alone, or a source known only at
second hand), every urgent rule, and every dose. Then the warning-sign rules of the questions. With --count, only the
numbers. Nobody has signed these pages off; the boxes are for whoever does."""
import argparse
import glob
import os
import re
import xml.etree.ElementTree as ET

BLOCKS = ('p', 'warning', 'item', 'step', 'row', 'picture', 'figure', 'meaning', 'dose')
DOSE = re.compile(r'\b\d+(?:[.,]\d+)?(?: (?:to|or|and) \d+(?:[.,]\d+)?)? '
                  r'(?:sets?|times|holds?|squeezes|repeats?|seconds?|minutes?|hours?|days?|weeks?|months?|kg|km|cm|mg|degrees|steps)\b'
                  r'|\d+ ?%|\b(?:once|twice) a (?:day|week)\b|\d+ or less out of 10', re.I)
DOSED = ('exercises', 'dose', 'week', 'wait', 'return', 'steps', 'level', 'table', 'before', 'strict', 'warning', 'prevent', 'topic', 'example')
URGENT_SECTIONS = ('now', 'emergency', 'same-day')


def flat(element):
    return ' '.join(''.join(element.itertext()).split())


def cells(row):
    return ' | '.join(flat(c) for c in row)


class Sheet:
    def __init__(self, directory):
        self.directory = directory
        self.headings = {s.get('kind'): s.findtext('heading') for s in self.root('sections.xml')}
        urgency = self.root('urgency.xml')
        self.titles = {l.get('id'): l.findtext('title') for l in urgency.iter('level')}
        self.fixed = {l.get('id'): ' '.join(s.text for s in l.iter('step')) for l in urgency.iter('level')}
        self.extras = {e.get('id'): flat(e) for e in urgency.iter('extra')}
        self.read = {s.get('id'): s.get('read') for s in self.root('sources.xml')}

    def root(self, name):
        return ET.parse(os.path.join(self.directory, name)).getroot()

    def unread(self, source):
        """Why a statement needs a clinician's eye, or None when a source was read."""
        keys = (source or '').split()
        if 'none' in keys:
            return None
        sources = [k for k in keys if k != 'practice']
        if not sources:
            return 'common practice, no source'
        if all(self.read.get(k) == 'secondary' for k in sources):
            return 'second hand: %s' % ' '.join(sources)
        return None

    def page(self, page_id, name, element, kind):
        statements, urgent, doses, partly = [], [], [], 0
        sections = element.find('page') if kind == 'page' else [element]
        printed = {i for p in element.iter('print') for i in p}
        for section in sections:
            heading = self.headings.get(section.get('kind'), '') if kind == 'page' else ''
            if kind == 'page' and section.find('heading') is not None:
                heading = section.findtext('heading')
            for block in section.iter():
                if block in printed or block.tag not in BLOCKS + ('urgent',):
                    continue
                text = cells(block) if block.tag == 'row' else flat(block)
                mark = ' (%s)' % block.get('id') if block.get('id') else ''
                if block.tag == 'urgent':
                    extras = [self.extras[e] for e in (block.get('extra') or '').split()]
                    urgent.append('**%s.** %s%s [%s]' % (self.titles[block.get('level')], text,
                                                         ' Extra line: %s' % ' '.join(extras) if extras else '', block.get('source')))
                    continue
                if section.get('kind') in URGENT_SECTIONS and text:
                    urgent.append('**%s.** %s [%s]' % (heading, text, block.get('source')))
                why = self.unread(block.get('source'))
                if why:
                    statements.append('%s%s%s [%s]' % (heading + ': ' if heading else '', text, mark, why))
                elif 'practice' in (block.get('source') or '').split():
                    partly += 1
                if DOSE.search(text) and (kind == 'question' or section.get('kind') in DOSED):
                    doses.append('%s%s%s [%s]' % (heading + ': ' if heading else '', text, mark, block.get('source')))
        return page_id, name, statements, urgent, doses, partly

    def pages(self):
        for folder in ('conditions', 'guides', 'exercises'):
            for path in sorted(glob.glob(os.path.join(self.directory, folder, '*.xml'))):
                root = ET.parse(path).getroot()
                result = self.page(root.get('id'), root.findtext('name'), root, 'page')
                dose = root.find('dose')
                if dose is not None:
                    result[4].insert(0, 'In lists: %s [%s]' % (flat(dose), dose.get('source')))
                yield result
        for entry in self.root('faq.xml'):
            yield self.page(entry.get('id'), entry.findtext('name'), entry, 'question')
        for entry in self.root('glossary.xml'):
            yield self.page('glossary/' + entry.get('id'), entry.findtext('name'), entry, 'term')

    def flags(self):
        return ['**%s.** %s Rule `%s`: `%s`%s [%s]' % (
            self.titles[f.get('level')], f.findtext('sentence'), f.get('id'), ' '.join(f.findtext('when').split()),
            ' Extra line: %s' % ' '.join(self.extras[e] for e in f.get('extra').split()) if f.get('extra') else '', f.get('source'))
            for f in self.root('red-flags.xml')]


def boxes(title, lines):
    if lines:
        print('\n### %s\n' % title)
        for line in lines:
            print('- [ ] %s' % line)


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--content', default=os.path.join(here, '..', '..', 'resources', 'content'))
    parser.add_argument('--count', action='store_true', help='print the numbers alone')
    parser.add_argument('page', nargs='*', help='ids of pages; all when left out')
    options = parser.parse_args()
    sheet = Sheet(options.content)
    pages = [p for p in sheet.pages() if not options.page or p[0] in options.page]
    flags = sheet.flags() if not options.page else []
    if options.count:
        print('%-28s %10s %7s %6s %7s' % ('page', 'unsourced', 'urgent', 'doses', 'partly'))
        for page_id, _, statements, urgent, doses, partly in pages:
            print('%-28s %10d %7d %6d %7d' % (page_id, len(statements), len(urgent), len(doses), partly))
        print('%-28s %10d %7d %6d %7d' % ('all', *(sum(len(p[i]) for p in pages) for i in (2, 3, 4)), sum(p[5] for p in pages)))
        print('rules of the questions: %d' % len(flags))
        return
    print('# Review sheet\n')
    print('For a clinician. Nobody has signed these pages off. Tick what is right, and write next to what is not.\n')
    print('- Pages, questions and terms: %d' % len(pages))
    print('- Statements that rest on no source that was read: %d' % sum(len(p[2]) for p in pages))
    print('- Urgent rules on pages: %d, and in the questions: %d' % (sum(len(p[3]) for p in pages), len(flags)))
    print('- Doses: %d' % sum(len(p[4]) for p in pages))
    print('- Statements that rest partly on common practice beside a source, not listed: %d' % sum(p[5] for p in pages))
    print('\n## The fixed urgent wording\n')
    for level, title in sheet.titles.items():
        print('- [ ] **%s.** %s' % (title, sheet.fixed[level]))
    for line in sheet.extras.values():
        print('- [ ] Extra line: %s' % line)
    for page_id, name, statements, urgent, doses, partly in pages:
        if statements or urgent or doses:
            print('\n## %s (%s)' % (name, page_id))
            boxes('Urgent rules', urgent)
            boxes('Doses', doses)
            boxes('Rests on no source that was read', statements)
    if flags:
        print('\n## Warning-sign rules of the questions\n')
        for flag in flags:
            print('- [ ] %s' % flag)
    print('\nReviewed by, role, date: ______________________________')


if __name__ == '__main__':
    main()
