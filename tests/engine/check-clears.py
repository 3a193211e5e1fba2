#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kneemap may raise an alarm, it never clears one: no sentence that it can show says so.

Reads every text of the content and of the window, every string in the sources and every translation,
and looks for words that tell somebody that nothing is broken, clotted, infected or torn."""
import glob
import os
import re
import sys
import xml.etree.ElementTree as ET

CLEARS = re.compile(
    r"\b(?:not|isn't|is not|nothing(?: is)?) (?:broken|fractured|infected|torn|dislocated)\b"
    r"|\b(?:no|not a|without a) (?:blood |leg )?(?:clot|infection|fracture|tumour|cancer)\b(?! risk)"
    r"|\b(?:rules?|ruled) out\b|\ball clear\b|\byou are (?:fine|healthy|in the clear)\b|\bharmless\b"
    r"|\bnothing (?:is )?(?:wrong|serious|dangerous|to worry)\b|\bdo not worry\b|\bperfectly safe\b", re.I)
# What says the opposite of clearing.
HONEST = re.compile(r"\b(?:cannot|can not|can never|does not|do not|not|never|hard to|until \w+ (?:has|have)|to|or) ?"
                    r"(?:\w+ ){0,3}rules? out|rule out a|\bruled out\b", re.I)
# Sentences about people in general, each read by eye; nothing here speaks of the reader.
ALLOWED = (
    'can be felt at the knee, with nothing wrong in the knee itself',
    'Night pain is common in sore knees, and most of it is not a tumour. No sign at home can tell.',
)
STRING = re.compile(r'"((?:[^"\\\n]|\\.)*)"')


def of_xml(path):
    for element in ET.parse(path).iter():
        if element.tag in ('source', 'when', 'ask-when', 'faint-when'):
            continue
        yield ' '.join(''.join(element.itertext()).split()) if len(element) == 0 or element.tag in (
            'p', 'warning', 'item', 'step', 'cell', 'picture', 'figure', 'meaning', 'sentence') else ''


def of_source(path):
    with open(path, encoding='utf-8') as file:
        text = re.sub(r'/\*.*?\*/', ' ', file.read(), flags=re.S)
    for match in STRING.finditer(re.sub(r'"\s*\n\s*"', '', text)):
        yield match.group(1)


def of_po(path):
    with open(path, encoding='utf-8') as file:
        for match in STRING.finditer(re.sub(r'"\n"', '', file.read())):
            yield match.group(1)


def main(root):
    readers = (('resources/content/**/*.xml', of_xml), ('ui/*.ui', of_xml), ('src/**/*.c', of_source),
               ('po/*.po', of_po))
    count = bad = 0
    for pattern, reader in readers:
        for path in sorted(glob.glob(os.path.join(root, pattern), recursive=True)):
            for text in reader(path):
                count += 1
                for match in CLEARS.finditer(text):
                    if HONEST.search(text) or any(allowed in text for allowed in ALLOWED):
                        continue
                    bad += 1
                    print('%s: "%s" in: %s' % (os.path.relpath(path, root), match.group(0), text[:160]))
    print('%d texts read, %d that clear' % (count, bad))
    return bad > 0 or count < 1000


if __name__ == '__main__':
    sys.exit(main(sys.argv[1]))
