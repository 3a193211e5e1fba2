#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Check the words of every page: sources, reading grade, sentence length, links, terms and forbidden words.

Usage: check-pages.py [CONTENT-DIR]

Needs GNU style (Debian package diction) for the reading grade; without it the rest is checked and the exit is 77.
The text measured is the page's own: headings, table heads, cells of one to four words, boxes to print and the fixed
urgent text are left out, the page's own names are set to "this", and a colon counts as a comma (the stricter way)."""
import glob
import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET

GRADE = 6.0
AVERAGE = (9.0, 13.0)
LONGEST = 30
# A table cell of fewer words is a label, not a sentence.
LABEL = 5
TEXT = ('p', 'warning', 'item', 'step', 'cell', 'picture', 'figure', 'when', 'meaning')
BLOCK = ('p', 'warning', 'item', 'step', 'row', 'picture', 'figure', 'print', 'urgent', 'meaning', 'dose')
# A block that rests on `none` must not hold one of these: a dose, a limit or a promise.
FACT = re.compile(r'\b\d+ (?:to \d+ )?(?:weeks?|months?|times a|sets?|in 10|out of|mg|per cent)\b|\d%|\bprevents?\b|\bcures?\b', re.I)
FACT_FREE = ('cell',)

FORBIDDEN = [
    # No false comfort.
    r'not broken', r'no clot', r'no infection', r'harmless', r'do not worry', r'nothing serious', r'perfectly safe',
    r'guaranteed?', r'just a sprain', r'only a (?:sprain|strain|bruise|cyst)',
    # The words table of the voice.
    r'GPs?', r'physicians?', r'healthcare provider', r'(?<!emergency )professionals?', r'A&E', r'ER', r'patellae?', r'femur', r'tibia',
    r'lateral', r'medial', r'proximal', r'distal', r'epicondyle', r'fibular head', r'effusion', r'o?edema', r'palpation',
    r'locked', r'flexion', r'extension', r'acute', r'chronic', r'degenerat\w+', r'wear and tear', r'crumbl\w+',
    r'bone on bone', r'cures?', r'cured', r'fix(?:es)?', r'heal faster', r'bad form', r'failed', r'training volume',
    r'mileage', r'biomechanic\w*', r'gait', r'obese', r'overweight', r'elderly', r'sufferers?', r'victims?',
    r'NSAIDs?', r'corticosteroid', r'imaging', r'as tolerated', r'listen to your body', r'if symptoms persist',
    r'in moderation', r'simply', r'of course', r'research shows', r'studies show', r'silent killer',
    # No contractions, no dashes or arrows, no capitals for alarm.
    r"(?:don|can|won|isn|aren|doesn|didn|couldn|shouldn)['\u2019]t", r"(?:you|they|we)['\u2019]re", r"it['\u2019]s",
    r'may potentially', r'might',
]
FORBIDDEN_RE = re.compile('|'.join(r'(?<![\w-])(?:%s)(?![\w-])' % w for w in FORBIDDEN), re.I)
MARKS_RE = re.compile('[\u2013\u2014\u2192\u00d7!]|->|\\be\\.g\\.|\\bi\\.e\\.')
# Upper case that is a word of its own, not a name.
CASED = {'gp', 'gps', 'er'}

errors = []
warnings = []


def say(page, text):
    errors.append('%s: %s' % (page, text))


def flat(element):
    """The text of an element without the text of a nested <when>."""
    if element.tag == 'urgent':
        return ''
    return ' '.join(''.join(element.itertext()).split())


def sentence_end(text):
    return text if text[-1:] in '.!?' else text + '.'


def measured(element, names):
    lines = []
    head = {c for h in element.iter('head') for c in h}
    printed = {i for p in element.iter('print') for i in p}
    for e in element.iter():
        if e.tag in TEXT and e not in head and e not in printed:
            text = flat(e)
            if text and not (e.tag == 'cell' and len(text.split()) < LABEL):
                lines.append(sentence_end(text))
    text = '\n'.join(lines).replace(':', ',')
    for name in sorted(names, key=len, reverse=True):
        text = re.sub(r'(?<!\w)%s(?!\w)' % re.escape(name), 'this', text, flags=re.I)
    return text


def style(text):
    out = subprocess.run(['style'], input=text, capture_output=True, text=True).stdout
    grade = re.search(r'Kincaid: ([-\d.]+)', out)
    average = re.search(r'sentences?, average length ([\d.]+) words', out)
    return float(grade.group(1)), float(average.group(1))


def longest(text):
    sentences = re.split(r'(?<=[.!?])["\')]*\s+', text)
    return max(sentences, key=lambda s: len(s.split()))


class Content:
    def __init__(self, directory):
        def root(name):
            return ET.parse(os.path.join(directory, name)).getroot()
        self.pages = {}
        for folder in ('conditions', 'guides', 'exercises'):
            for path in sorted(glob.glob(os.path.join(directory, folder, '*.xml'))):
                page = ET.parse(path).getroot()
                if page.get('id') != os.path.splitext(os.path.basename(path))[0]:
                    say(os.path.basename(path), 'file name and id differ')
                self.pages[page.get('id')] = page
        self.faq = {e.get('id'): e for e in root('faq.xml')}
        self.glossary = {e.get('id'): e for e in root('glossary.xml')}
        self.sources = {e.get('id') for e in root('sources.xml')}
        self.spots = {e.get('id') for e in root('spots.xml')}
        self.extras = {e.get('id') for e in root('urgency.xml').iter('extra')}
        self.structures = {e.get('id') for e in root('structures.xml')}
        self.by_kind = {kind: [p for p in self.pages.values() if p.tag == kind] for kind in ('condition', 'guide', 'exercise')}
        self.words = [(word, i) for i, e in self.glossary.items() for word in TERM_WORDS.get(i, ())]


# The medical words that must be linked to the glossary where a page first uses them.
TERM_WORDS = {
    'meniscus': ('meniscus', 'menisci'), 'cartilage': ('cartilage',), 'it-band': ('IT band',), 'tendon': ('tendons?',),
    'ligament': ('ligaments?',), 'bursa': ('bursa',), 'plica': ('plica',), 'fat-pad': ('fat pad',), 'quadriceps': ('quadriceps',),
    'hamstrings': ('hamstrings?',), 'popliteus': ('popliteus',), 'bakers-cyst': ("Baker's cyst",), 'arthritis': ('arthritis',),
    'osteoarthritis': ('osteoarthritis',), 'gout': ('gout',), 'pseudogout': ('pseudogout',), 'stress-fracture': ('stress fracture',),
    'stress-reaction': ('stress reaction',), 'bone-stress-injury': ('bone stress injury',), 'growth-plate': ('growth plates?',),
    'mri': ('MRI',), 'x-ray': ('x-rays?',), 'ultrasound': ('ultrasound',), 'arthroscopy': ('arthroscopy', 'keyhole surgery', 'keyhole operation'),
    'physiotherapist': (), 'anti-inflammatory': ('anti-inflammatory',), 'paracetamol': ('paracetamol',),
    'steroid-injection': ('steroid injections?',), 'anticoagulant': ('blood thinners?', 'anticoagulants?'), 'placebo': ('dummy pills?',),
    'load': (), 'step-rate': ('step rate',), 'insole': ('insoles?',), 'taping': (), 'brace': ('braces?',), 'trial': ('trials?',),
    'acl': ('ACL',), 'pcl': ('PCL',), 'mcl': ('MCL',), 'lcl': ('LCL',), 'osteoporosis': ('thin bones',), 'nerve': ('nerves?',),
    'artery': ('artery', 'arteries'), 'haemarthrosis': ('haemarthrosis',), 'compartment': ('compartment',), 'peroneal': ('peroneal',),
    'saphenous': ('saphenous',), 'low-energy': (), 'weak-defences': ('weak defences',), 'gluteal': ('glutes?', 'gluteal'),
}


def check_references(content, page, element):
    for e in element.iter():
        for key in (e.get('source') or '').split():
            if key not in ('practice', 'none') and key not in content.sources:
                say(page, 'unknown source %s' % key)
        if e.tag == 'link' and e.get('to') not in content.pages and e.get('to') not in content.faq:
            say(page, 'dead link to %s' % e.get('to'))
        if e.tag == 'term' and e.get('ref') not in content.glossary:
            say(page, 'no glossary entry %s' % e.get('ref'))
        if e.tag == 'figure' and (e.get('exercise') not in content.pages or content.pages[e.get('exercise')].tag != 'exercise'):
            say(page, 'no exercise %s' % e.get('exercise'))
        for attribute, known in (('questions', content.faq), ('spots', content.spots), ('structures', content.structures),
                                 ('extra', content.extras)):
            if e.tag in ('ask', 'picture', 'map', 'urgent'):
                for i in (e.get(attribute) or '').split():
                    if i not in known:
                        say(page, 'unknown %s: %s' % (attribute, i))
        if e.tag == 'link' and e.get('to') == page:
            say(page, 'links to itself')


def check_sources(page, element):
    printed = {i for p in element.iter('print') for i in p}
    for e in element.iter():
        if e.tag in BLOCK and e not in printed:
            source = (e.get('source') or '').split()
            text = flat(e)
            if not source:
                say(page, 'no source: %s' % text[:60])
            elif 'none' in source and len(source) > 1:
                say(page, '`none` beside a source: %s' % text[:60])
            elif len(source) != len(set(source)):
                say(page, 'a source named twice: %s' % text[:60])
            elif source == ['none'] and e.tag in ('p', 'item', 'step', 'warning') and FACT.search(text):
                say(page, 'a fact that rests on `none`: %s' % text[:80])


def check_words(page, element, names):
    for e in element.iter():
        if e.tag not in TEXT and e.tag not in ('heading', 'purpose', 'dose', 'where', 'how-soon', 'how-long', 'name'):
            continue
        if e.tag == 'name' and e is not element.find('short'):
            continue
        text = flat(e)
        plain = text
        for name in sorted(names, key=len, reverse=True):
            plain = re.sub(r'(?<!\w)%s(?!\w)' % re.escape(name), 'this', plain, flags=re.I)
        # A medical word may stand once, in brackets after the everyday word.
        plain = re.sub(r'\([^)]*\)', '()', plain)
        for m in FORBIDDEN_RE.finditer(plain):
            if m.group(0).lower() in CASED and m.group(0) != m.group(0).upper():
                continue
            say(page, 'word not used here: "%s" in: %s' % (m.group(0), text[max(0, m.start() - 30):m.end() + 30]))
        m = MARKS_RE.search(plain)
        if m:
            say(page, 'mark not used here: "%s" in: %s' % (m.group(0), text[:80]))


def check_terms(content, page, element, names):
    """The first use of a medical word outside links and names is a link to the glossary."""
    order = []

    def walk(e, inside):
        if e.tag in ('head', 'print', 'ask', 'heading', 'evidence', 'prior', 'facts', 'also', 'keywords', 'name', 'short', 'map', 'purpose', 'dose'):
            return
        kind = inside or (e.tag if e.tag in ('link', 'term') else None)
        ref = e.get('ref') or e.get('to')
        order.append((kind, ref, (e.text or '').replace('Versus Arthritis', '')))
        for child in e:
            walk(child, kind)
            order.append((inside, None, (child.tail or '').replace('Versus Arthritis', '')))
    walk(element, None)
    linked = {ref for kind, ref, _ in order if kind == 'term'}
    low = [n.lower() for n in names]
    for word, i in content.words:
        pattern = re.compile(r'(?<![\w-])(?:%s)(?![\w-])' % word.replace(' ', r'\s+'), re.I if word.islower() else 0)
        if any(pattern.search(n) for n in names) or any(re.search(word, n, re.I) for n in low):
            continue
        for kind, ref, text in order:
            if not pattern.search(text):
                continue
            if kind == 'link':
                continue
            if kind == 'term':
                break
            if i in linked:
                say(page, '"%s" is used before its link to the glossary' % word)
            else:
                say(page, '"%s" is never linked to the glossary' % word)
            break


def check_condition(content, page, element):
    spots = (element.find('map').get('spots') or '').split()
    if not spots:
        say(page, 'no spot on its map')
    chosen = [o.get('ref') for f in element.iter('finding') if f.get('question') == 'spot' for o in f
              if o.get('strength') in ('almost-always', 'often', 'sometimes')]
    if not any(o in content.spots for o in chosen):
        say(page, 'no spot of the questionnaire leads here')
    def exercises(sections):
        return {l.get('to') for s in sections for l in s.iter('link')
                if l.get('to') in content.pages and content.pages[l.get('to')].tag == 'exercise'}
    for i in sorted(exercises(s for s in element.iter('section') if s.get('kind') == 'exercises')):
        if page not in content.pages[i].get('conditions').split():
            say(page, 'its plan names %s, but %s does not serve it' % (i, i))
    return exercises([element.find('page')])


def check_seen(page, element):
    kinds = [s.get('kind') for s in element.iter('section')]
    if element.tag == 'exercise':
        if 'stop' not in kinds:
            say(page, 'no stop signs')
        return
    if page == 'warning-signs':
        return
    if 'seen' not in kinds:
        say(page, 'no "when to be seen"')
    else:
        seen = [s for s in element.iter('section') if s.get('kind') == 'seen'][0]
        if seen.find('urgent') is None and element.get('kind') != 'serious':
            say(page, '"when to be seen" names no level')
        order = ['emergency', 'same-day', 'within-days', 'routine', 'self-care']
        levels = [order.index(u.get('level')) for u in seen.iter('urgent')]
        if levels != sorted(levels):
            say(page, 'the most urgent level does not come first')


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    directory = sys.argv[1] if len(sys.argv) > 1 else os.path.join(here, '..', '..', 'resources', 'content')
    content = Content(directory)
    have_style = shutil.which('style') is not None
    rows = []
    tables = {}
    units = [(i, e, e.tag) for i, e in content.pages.items()]
    units += [(i, e, 'question') for i, e in content.faq.items()]
    units += [(i, e, 'term') for i, e in content.glossary.items()]
    for page, element, kind in units:
        names = [flat(n) for n in element.findall('name') + element.findall('short') + element.findall('also/name')]
        if kind == 'question':
            names = []
        check_references(content, page, element)
        check_sources(page, element if kind != 'condition' else element.find('page'))
        check_words(page, element, names if kind != 'question' else [])
        if kind in ('condition', 'guide', 'exercise'):
            check_terms(content, page, element.find('page'), names)
            check_seen(page, element)
        elif kind == 'question':
            check_terms(content, page, element, names)
        if kind == 'condition':
            tables[page] = check_condition(content, page, element)
        text = measured(element.find('page') if kind in ('condition', 'guide', 'exercise') else element, names)
        words = len(text.split())
        if kind == 'condition' and not 450 <= words <= 1100:
            say(page, '%d words, 450 to 1,100 wanted' % words)
        if kind == 'question':
            answer = sum(len(flat(p).split()) for p in element.findall('p'))
            if not 40 <= answer <= 90:
                say(page, '%d words, 40 to 90 wanted' % answer)
        sentence = longest(text)
        length = len(sentence.split())
        if length > LONGEST:
            say(page, 'a sentence of %d words: %s' % (length, sentence[:90]))
        grade = average = None
        if have_style and kind != 'term':
            grade, average = style(text)
            if grade > GRADE:
                say(page, 'reading grade %.1f' % grade)
            # Two or three rows of a small table may pull a short answer down; a page must read like prose.
            if kind != 'question' and not AVERAGE[0] <= average <= AVERAGE[1]:
                say(page, 'average sentence %.1f words' % average)
        rows.append((kind, page, words, grade, average, length))
    for element in content.by_kind['exercise']:
        for i in element.get('conditions').split():
            if i not in content.pages or content.pages[i].tag != 'condition':
                say(element.get('id'), 'serves an unknown condition %s' % i)
            elif element.get('id') not in tables[i]:
                say(element.get('id'), 'serves %s, whose page does not name it' % i)
    used = {i for e in content.pages.values() for a in e.iter('ask') for i in a.get('questions').split()}
    used |= {l.get('to') for e in list(content.pages.values()) + list(content.faq.values()) for l in e.iter('link')}
    print('%-10s %-24s %6s %6s %8s %8s' % ('kind', 'page', 'words', 'grade', 'average', 'longest'))
    for kind, page, words, grade, average, length in rows:
        if kind != 'term':
            print('%-10s %-24s %6d %6s %8s %8d' % (kind, page, words, '-' if grade is None else '%.1f' % grade,
                                                  '-' if average is None else '%.1f' % average, length))
    for kind in ('condition', 'guide', 'exercise', 'question'):
        some = [r for r in rows if r[0] == kind]
        if have_style:
            print('%s: %d, grade %.1f to %.1f, average sentence %.1f to %.1f, longest %d' % (
                kind, len(some), min(r[3] for r in some), max(r[3] for r in some), min(r[4] for r in some),
                max(r[4] for r in some), max(r[5] for r in some)))
    print('questions that no page links: %s' % (' '.join(i for i in content.faq if i not in used) or 'none'))
    for e in errors:
        print('FAIL %s' % e)
    print('%d pages, %d questions, %d terms, %d failures' % (len(content.pages), len(content.faq), len(content.glossary), len(errors)))
    if errors:
        return 1
    return 0 if have_style else 77


if __name__ == '__main__':
    sys.exit(main())
